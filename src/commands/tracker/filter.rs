//! Which recommendations are wanted.

use super::Row;
use crate::date::Date;

/// Which recommendations are wanted: of each list that is not empty one has to hold.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// How it stands; `open` takes in what was carried over.
    pub status: Vec<String>,
    /// Who is addressed.
    pub addressee: Vec<String>,
    /// The id of its topic.
    pub topic: Vec<String>,
    /// The number of a meeting that made it, or made it again.
    pub meeting: Vec<u32>,
    /// The day on or after which it was made, or made again.
    pub since: Option<Date>,
}

impl Filter {
    /// Whether it is wanted.
    pub fn wants(&self, row: &Row) -> bool {
        let status = |wanted: &String| wanted == row.status || wanted == "open" && row.status == "carried-over";
        any(&self.status, status)
            && any(&self.addressee, |wanted| row.addressees.iter().any(|addressee| addressee == wanted))
            && any(&self.topic, |wanted| *wanted == row.topic)
            && any(&self.meeting, |wanted| row.meetings.contains(wanted))
            && self.since.is_none_or(|day| row.last_made >= day)
    }
}

fn any<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}
