//! Which recommendation stands for, or in the place of, which other.

use super::walk;
use crate::records::meeting::Meeting;
use crate::records::recommendation::Recommendation;
use crate::records::registry::Registry;
use crate::source::Text;
use std::collections::{HashMap, HashSet};

/// A recommendation that names an earlier one by `repeats` or `supersedes`.
pub struct Link<'a> {
    /// The meeting that made it.
    pub meeting: &'a Meeting,
    /// Its own id.
    pub id: Option<&'a Text>,
    /// The id that it names.
    pub target: &'a Text,
    /// Whether it makes that one again; otherwise it takes its place.
    pub repeats: bool,
}

/// All recommendations by id, and all links between them.
pub struct Links<'a> {
    /// In the order of the record.
    pub all: Vec<Link<'a>>,
    /// By id: the meeting and the record; of two with one id the first.
    pub known: HashMap<&'a str, (&'a Meeting, &'a Recommendation)>,
    targets: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Links<'a> {
    /// Reads the record of all meetings.
    pub fn of(registry: &'a Registry) -> Self {
        let mut links = Self { all: Vec::new(), known: HashMap::new(), targets: HashMap::new() };
        for (meeting, made) in walk::recommendations(registry) {
            let id = made.id.as_ref();
            if let Some(id) = id {
                links.known.entry(&id.value).or_insert((meeting, made));
            }
            let repeats = made.repeats.iter().map(|target| (target, true));
            for (target, repeats) in repeats.chain(made.supersedes.iter().map(|target| (target, false))) {
                links.all.push(Link { meeting, id, target, repeats });
                if let Some(id) = id {
                    links.targets.entry(&id.value).or_default().push(&target.value);
                }
            }
        }
        links
    }

    /// Whether one gets from a link's target over further links back to where it begins.
    pub fn is_circular(&self, link: &Link) -> bool {
        link.id.is_some_and(|id| self.leads(&link.target.value, &id.value))
    }

    /// Whether one gets from one recommendation to the other.
    pub fn leads(&self, from: &str, to: &str) -> bool {
        let (mut open, mut seen) = (vec![from], HashSet::new());
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            if seen.insert(at) {
                open.extend(self.targets.get(at).into_iter().flatten());
            }
        }
        false
    }
}
