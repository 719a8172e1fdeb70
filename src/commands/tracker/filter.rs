//! The filter of the tracker: which recommendations are wanted.

use super::Row;
use crate::date::Date;

/// The conditions for a recommendation to be wanted. A list that is not empty is met by any one of its values, and all lists have to be met.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// States of the recommendation; `open` includes `carried-over`.
    pub status: Vec<String>,
    /// Addressees.
    pub addressee: Vec<String>,
    /// Ids of topics.
    pub topic: Vec<String>,
    /// Numbers of meetings that made the recommendation, or made it again.
    pub meeting: Vec<u32>,
    /// The day on or after which the recommendation was made, or made again.
    pub since: Option<Date>,
}

impl Filter {
    /// Says whether a recommendation is wanted.
    pub fn wants(&self, row: &Row) -> bool {
        let status = |wanted: &String| wanted == row.status || wanted == "open" && row.status == "carried-over";
        any(&self.status, status)
            && any(&self.addressee, |wanted| row.addressees.iter().any(|addressee| addressee == wanted))
            && any(&self.topic, |wanted| *wanted == row.topic)
            && any(&self.meeting, |wanted| row.meetings.contains(wanted))
            && self.since.is_none_or(|day| row.last_made >= day)
    }

    /// Returns the conditions that no row meets, each as it is given on the command line: the single ones, or else all of them together.
    pub fn unmet(&self, rows: &[Row]) -> Vec<String> {
        let met = |filter: &Self| rows.iter().any(|row| filter.wants(row));
        let words = |conditions: Vec<(String, Self)>| conditions.into_iter().map(|(words, _)| words).collect::<Vec<_>>();
        let (alone, unmet): (Vec<_>, Vec<_>) = self.alone().into_iter().partition(|(_, alone)| met(alone));
        let together = unmet.is_empty() && !met(self);
        if together { vec![words(alone).join(" ")] } else { words(unmet) }
    }

    /// Returns a filter for each single condition, with the words by which it is given.
    fn alone(&self) -> Vec<(String, Self)> {
        let none = Self::default;
        let status = self.status.iter().map(|one| (format!("--status {one}"), Self { status: vec![one.clone()], ..none() }));
        let addressee =
            self.addressee.iter().map(|one| (format!("--addressee {one}"), Self { addressee: vec![one.clone()], ..none() }));
        let topic = self.topic.iter().map(|one| (format!("--topic {one}"), Self { topic: vec![one.clone()], ..none() }));
        let meeting = self.meeting.iter().map(|one| (format!("--meeting {one}"), Self { meeting: vec![*one], ..none() }));
        let since = self.since.iter().map(|day| (format!("--since {day}"), Self { since: Some(*day), ..none() }));
        status.chain(addressee).chain(topic).chain(meeting).chain(since).collect()
    }
}

fn any<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}
