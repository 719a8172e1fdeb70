//! The links between recommendations: which one repeats or supersedes which other.

use super::walk;
use crate::kept::{QuickMap, QuickSet};
use crate::records::meeting::Meeting;
use crate::records::recommendation::Recommendation;
use crate::records::registry::Registry;
use crate::source::Text;

/// A recommendation that names an earlier one by `repeats` or `supersedes`.
pub struct Link<'a> {
    /// The meeting that made the recommendation.
    pub meeting: &'a Meeting,
    /// The id of the recommendation.
    pub id: Option<&'a Text>,
    /// The id of the earlier recommendation, as written.
    pub target: &'a Text,
    /// True for `repeats`, false for `supersedes`.
    pub repeats: bool,
}

/// All recommendations of a dossier by id, and all links between them.
pub struct Links<'a> {
    /// The links in the order of the record.
    pub all: Vec<Link<'a>>,
    /// The meeting and record of each id. If two recommendations have the same id, the first one counts.
    pub known: QuickMap<&'a str, (&'a Meeting, &'a Recommendation)>,
    /// The ids to which the links of each id lead.
    targets: QuickMap<&'a str, Vec<&'a str>>,
}

impl<'a> Links<'a> {
    /// Gathers the links of all meetings on record.
    pub fn of(registry: &'a Registry) -> Self {
        let mut links = Self { all: Vec::new(), known: QuickMap::default(), targets: QuickMap::default() };
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

    /// Says whether the target of a link leads, over further links, back to the recommendation that has the link.
    pub fn is_circular(&self, link: &Link) -> bool {
        link.id.is_some_and(|id| self.leads(&link.target.value, &id.value))
    }

    /// Says whether links lead from one recommendation to the other. Both are given by id; each leads to itself.
    pub fn leads(&self, from: &str, to: &str) -> bool {
        let (mut open, mut seen) = (vec![from], QuickSet::default());
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
