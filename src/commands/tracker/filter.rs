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
    }
}

fn any<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}
