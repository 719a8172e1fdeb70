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
    /// Ids of bodies whose meetings made the recommendation, or made it again.
    pub body: Vec<String>,
    /// Meetings that made the recommendation, or made it again: the id of a body, and the number in its series.
    pub meeting: Vec<(String, u32)>,
    /// The day on or after which the recommendation was made, or made again.
    pub since: Option<Date>,
    /// The day before which the recommendation is due; one without such a day is not wanted then.
    pub due_before: Option<Date>,
}

impl Filter {
    /// Says whether a recommendation is wanted.
    pub fn wants(&self, row: &Row) -> bool {
        let status = |wanted: &String| wanted == row.status || wanted == "open" && row.status == "carried-over";
        any(&self.status, status)
            && any(&self.addressee, |wanted| row.addressees.iter().any(|addressee| addressee == wanted))
            && any(&self.topic, |wanted| *wanted == row.topic)
            && any(&self.body, |wanted| row.hosts.iter().any(|(body, _)| body == wanted))
            && any(&self.meeting, |wanted| row.hosts.contains(wanted))
            && self.since.is_none_or(|day| row.last_made >= day)
            && self.due_before.is_none_or(|day| row.due.is_some_and(|due| due < day))
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
        let body = self.body.iter().map(|one| (format!("--body {one}"), Self { body: vec![one.clone()], ..none() }));
        let name = |(body, number): &(String, u32)| if body.is_empty() { number.to_string() } else { format!("{body}:{number}") };
        let meeting =
            self.meeting.iter().map(|one| (format!("--meeting {}", name(one)), Self { meeting: vec![one.clone()], ..none() }));
        let since = self.since.iter().map(|day| (format!("--since {day}"), Self { since: Some(*day), ..none() }));
        let due = self.due_before.iter().map(|day| (format!("--due-before {day}"), Self { due_before: Some(*day), ..none() }));
        status.chain(addressee).chain(topic).chain(body).chain(meeting).chain(since).chain(due).collect()
    }
}

fn any<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}
