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
    /// The number of the circle to which each id belongs: ids that lead to one another have the same number, an id that is in no circle has one of its own.
    circles: QuickMap<&'a str, usize>,
}

/// The ids to which the links of each id lead, or from which links lead to it.
type Ways<'a> = QuickMap<&'a str, Vec<&'a str>>;

impl<'a> Links<'a> {
    /// Gathers the links of all meetings on record.
    pub fn of(registry: &'a Registry) -> Self {
        let mut links = Self { all: Vec::new(), known: QuickMap::default(), circles: QuickMap::default() };
        let mut targets = Ways::default();
        for (meeting, made) in walk::recommendations(registry) {
            let id = made.id.as_ref();
            if let Some(id) = id {
                links.known.entry(&id.value).or_insert((meeting, made));
            }
            let repeats = made.repeats.iter().map(|target| (target, true));
            for (target, repeats) in repeats.chain(made.supersedes.iter().map(|target| (target, false))) {
                links.all.push(Link { meeting, id, target, repeats });
                if let Some(id) = id {
                    targets.entry(&id.value).or_default().push(&target.value);
                }
            }
        }
        links.circles = circles(&targets);
        links
    }

    /// Says whether the target of a link leads, over further links, back to the recommendation that has the link.
    pub fn is_circular(&self, link: &Link) -> bool {
        let circle = |id: &Text| self.circles.get(id.value.as_str());
        link.id.is_some_and(|id| circle(id).is_some() && circle(id) == circle(link.target))
    }

    /// Returns the links that are circular, circle by circle; each circle in the order of the record, as the circles are by their first links.
    pub fn circular(&self) -> Vec<Vec<&Link<'a>>> {
        let mut places: QuickMap<usize, usize> = QuickMap::default();
        let mut found: Vec<Vec<&Link>> = Vec::new();
        for link in self.all.iter().filter(|link| self.is_circular(link)) {
            let place = *places.entry(self.circles[link.target.value.as_str()]).or_insert(found.len());
            if place == found.len() {
                found.push(Vec::new());
            }
            found[place].push(link);
        }
        found
    }
}

/// Returns the number of the circle of each id, in a time that grows with the number of links alone (Kosaraju and Sharir).
fn circles<'a>(targets: &Ways<'a>) -> QuickMap<&'a str, usize> {
    let mut sources = Ways::default();
    for (from, to) in targets.iter().flat_map(|(from, all)| all.iter().map(move |to| (*from, *to))) {
        sources.entry(to).or_default().push(from);
    }
    let mut circles = QuickMap::default();
    // whatever leads to the last id that was left, and was left before it, is in a circle with it
    for (number, last) in left(targets).into_iter().rev().enumerate() {
        let mut open = vec![last];
        while let Some(at) = open.pop() {
            if !circles.contains_key(at) {
                circles.insert(at, number);
                open.extend(sources.get(at).into_iter().flatten());
            }
        }
    }
    circles
}

/// Returns all ids in the order in which a walk along the links leaves them: an id is left when all to which it leads have been left.
fn left<'a>(targets: &Ways<'a>) -> Vec<&'a str> {
    let (mut seen, mut left) = (QuickSet::default(), Vec::new());
    for start in targets.keys() {
        let mut open = vec![(*start, false)];
        while let Some((at, is_left)) = open.pop() {
            if is_left {
                left.push(at);
            } else if seen.insert(at) {
                open.push((at, true));
                open.extend(targets.get(at).into_iter().flatten().map(|to| (*to, false)));
            }
        }
    }
    left
}
