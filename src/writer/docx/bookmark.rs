//! Bookmarks: where references lead, and the identity of every paragraph.
//!
//! Word keeps bookmarks, content controls and `w14:paraId` through editing and saving. LibreOffice keeps bookmarks alone, also on the
//! way through ODT: it drops `w14:paraId`, and gives content controls new ids without their tags. So bookmarks are the identities.
//! A place with an id of the author's has its name (`wsis-forum` → `wsis_forum`); every other paragraph is named after the number that it
//! has or stands under: `_c4_1_3` is clause 4.1.3, `_c4_1_3_p2` the second thing after it, `_a1_c2` clause 2 of annex 1. Names that begin
//! with `_` are hidden in Word's lists.

use crate::resolved::{Content, Node, ResolvedDocument, Visitor, walk};
use std::collections::{HashMap, HashSet};

/// The longest name that Word takes.
const LONGEST: usize = 40;

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The bookmark's name.
    pub bookmark: String,
    /// Whether its label is the number of a paragraph; else it is the words in the bookmark.
    pub numbered: bool,
}

/// The places of a document by their anchors, and all names given so far.
#[derive(Debug, Default)]
pub struct Bookmarks {
    places: HashMap<String, Place>,
    taken: HashSet<String>,
    /// Anchors whose places are written.
    written: HashSet<String>,
    count: u32,
    /// `a1_` in the first annex.
    part: String,
    /// `c4_1_3`: the last number.
    clause: String,
    /// Things without a number since then.
    since: u32,
}

impl Bookmarks {
    /// Names all places to which references may lead; a reference may come before its place.
    pub fn of(document: &ResolvedDocument) -> Self {
        let mut bookmarks = Self::default();
        walk(document, &mut bookmarks);
        bookmarks
    }

    fn anchor(&mut self, anchor: Option<&str>, numbered: bool) {
        let Some(anchor) = anchor else { return };
        if !self.places.contains_key(anchor) {
            let bookmark = self.unique(name_of(anchor));
            self.places.insert(anchor.into(), Place { bookmark, numbered });
        }
    }

    /// The place with this anchor.
    pub fn place(&self, anchor: &str) -> Option<&Place> {
        self.places.get(anchor)
    }

    /// The bookmark of the place with this anchor, when it is written: of two places with one anchor only the first counts.
    pub fn writes(&mut self, anchor: &str) -> Option<String> {
        let name = self.places.get(anchor)?.bookmark.clone();
        self.written.insert(anchor.into()).then_some(name)
    }

    /// The next `w:id` of a bookmark.
    pub fn id(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// The identity of the annex `number`; what follows is part of it.
    pub fn annex(&mut self, number: usize) -> String {
        self.part = format!("a{number}_");
        self.clause.clear();
        self.since = 0;
        self.unique(format!("_a{number}"))
    }

    /// The identity of a paragraph with this number.
    pub fn numbered(&mut self, number: &str) -> String {
        self.clause = format!("c{}", plain(number));
        self.since = 0;
        self.unique(format!("_{}{}", self.part, self.clause))
    }

    /// The identity of the next thing without a number.
    pub fn unnumbered(&mut self) -> String {
        self.since += 1;
        let clause = if self.clause.is_empty() { String::new() } else { format!("{}_", self.clause) };
        self.unique(format!("_{}{clause}p{}", self.part, self.since))
    }

    /// `name`, or one like it that is free: Word does not tell `A` from `a`, and loses the second of two bookmarks of one name.
    pub fn unique(&mut self, name: String) -> String {
        let mut free = shortened(&name);
        let mut again = 1;
        while !self.taken.insert(free.to_ascii_lowercase()) {
            again += 1;
            free = shortened(&format!("{name}_{again}x"));
        }
        free
    }
}

impl<'d> Visitor<'d> for Bookmarks {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) => self.anchor(annex.anchor.as_deref(), false),
            Node::Block(block) => {
                let numbered = matches!(&block.content, Content::Clause(clause) if clause.number.is_some());
                self.anchor(block.anchor.as_deref(), numbered);
            }
            Node::BoxRow(_) | Node::Item(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
        }
    }
}

/// A name that Word takes, which begins with a letter and has letters, figures and `_` only.
fn name_of(anchor: &str) -> String {
    let name = plain(anchor);
    let lossy = anchor.chars().any(|c| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let name = if lossy { format!("{name}_{:08x}", hash(anchor)) } else { name };
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("r_{name}") }
}

fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// Names hold ASCII only, so every byte is a character.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST { name.into() } else { format!("{}_{:08x}", &name[..LONGEST - 9], hash(name)) }
}

/// FNV-1a: the same on every machine and in every version, unlike the hasher of the standard library.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_word_takes() {
        let mut bookmarks = Bookmarks::default();
        assert_eq!(name_of("wsis-forum"), "wsis_forum");
        assert_eq!(name_of("2030"), "r_2030");
        assert_ne!(name_of("é"), name_of("è"));
        assert_eq!(bookmarks.unique("a_b".into()), "a_b");
        assert_eq!(bookmarks.unique("A_B".into()), "A_B_2x");
        let long = "x".repeat(90);
        assert_eq!(bookmarks.unique(long.clone()).len(), LONGEST);
        assert_eq!(bookmarks.unique(long).len(), LONGEST);
    }

    #[test]
    fn identities_follow_the_numbers() {
        let mut bookmarks = Bookmarks::default();
        let names = [bookmarks.unnumbered(), bookmarks.numbered("4.1"), bookmarks.unnumbered(), bookmarks.annex(1)];
        assert_eq!(names, ["_p1", "_c4_1", "_c4_1_p1", "_a1"]);
        assert_eq!([bookmarks.unnumbered(), bookmarks.numbered("4.1")], ["_a1_p1", "_a1_c4_1"]);
    }
}
