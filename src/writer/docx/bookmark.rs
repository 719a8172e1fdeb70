//! Bookmarks: where references lead, and the identity of every paragraph.
//!
//! Word keeps bookmarks, content controls and `w14:paraId` through editing and saving. LibreOffice keeps bookmarks alone, also on the
//! way through ODT: it drops `w14:paraId`, and gives content controls new ids without their tags. So bookmarks are the identities.
//! A place with an id of the author's has its name (`wsis-forum` → `wsis_forum`). Every other paragraph has a name that is made from the identity of
//! its block: identities are longer than names of bookmarks may be, so the name is a code of it, and a part of the package lists which code is
//! which identity. So an edit elsewhere changes no bookmark. Names that begin with `_` are hidden in Word's lists.

use crate::document::Part;
use crate::resolved::{Clause, Content, Node, ResolvedDocument, Run, Visitor, walk};
use crate::source::BlockId;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The longest name that Word takes.
const LONGEST: usize = 40;

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookmarkTarget {
    /// The bookmark's name.
    pub bookmark: String,
    /// What a field finds there.
    pub shown: Shown,
    /// Whether the words in the bookmark are the title.
    pub titled: bool,
}

/// What a field that refers to a place can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The number of the paragraph is the label.
    Number,
    /// The words in the bookmark are the label.
    Words,
    /// Neither is the label: the number has a parenthesis, which references leave out, or is a bullet.
    Neither,
}

impl BookmarkTarget {
    /// Returns the field by which Word shows this part of the place; `None` if Word has none.
    pub fn field(&self, part: Part) -> Option<String> {
        let name = &self.bookmark;
        match (part, self.shown) {
            (Part::Label | Part::Number, Shown::Number) => Some(format!(r"REF {name} \r \h")),
            (Part::Label, Shown::Words) => Some(format!(r"REF {name} \h")),
            (Part::Title, _) if self.titled => Some(format!(r"REF {name} \h")),
            (Part::Page, _) => Some(format!(r"PAGEREF {name} \h")),
            (Part::Label | Part::Number | Part::Title, _) => None,
        }
    }
}

/// The places of a document by their anchors, and all names given so far.
#[derive(Debug, Default)]
pub struct Bookmarks {
    places: HashMap<String, BookmarkTarget>,
    taken: HashSet<String>,
    /// Anchors whose places are written.
    written: HashSet<String>,
    count: u32,
    /// The blocks that have bookmarks, in the order of the page.
    named: Vec<Named>,
    /// How many paragraphs were of no block.
    unnamed: u32,
}

/// A block and the bookmark that is its identity.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// The bookmark's name.
    pub bookmark: String,
    /// The block.
    pub id: BlockId,
}

impl Bookmarks {
    /// Names all places to which references may lead; a reference may come before its place.
    pub fn of(document: &ResolvedDocument) -> Self {
        let mut bookmarks = Self::default();
        walk(document, &mut bookmarks);
        bookmarks
    }

    fn anchor(&mut self, anchor: Option<&str>, shown: Shown, titled: bool) {
        let Some(anchor) = anchor else { return };
        if !self.places.contains_key(anchor) {
            let bookmark = self.unique(name_of(anchor));
            self.places.insert(anchor.into(), BookmarkTarget { bookmark, shown, titled });
        }
    }

    /// The place with this anchor.
    pub fn place(&self, anchor: &str) -> Option<&BookmarkTarget> {
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

    /// Returns a bookmark's name for a block: the author's name for it, if there is one and this is its place, or else a code of its identity. What is of
    /// no block, such as an empty paragraph that Word asks for, is counted.
    pub fn identity(&mut self, id: Option<&BlockId>, anchor: Option<&str>) -> String {
        let own = anchor.and_then(|anchor| self.writes(anchor));
        let Some(id) = id else {
            self.unnamed += u32::from(own.is_none());
            return own.unwrap_or_else(|| self.unique(format!("_p{}", self.unnamed)));
        };
        let bookmark = own.unwrap_or_else(|| self.unique(code(id.as_str())));
        self.named.push(Named { bookmark: bookmark.clone(), id: id.clone() });
        bookmark
    }

    /// Returns a bookmark's name for a part of a block, such as its caption.
    pub fn part(&mut self, id: Option<&BlockId>, part: &str) -> String {
        match id {
            Some(id) => self.unique(code(&format!("{id} {part}"))),
            None => self.identity(None, None),
        }
    }

    /// Lists the blocks that have bookmarks, in the order of the page.
    pub fn named(&self) -> &[Named] {
        &self.named
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
            Node::Annex(annex) => self.anchor(annex.anchor.as_deref(), Shown::Words, false),
            Node::Block(block) => {
                let number = if let Content::Clause(clause) = &block.content { clause.number.as_ref() } else { None };
                let shown = match number {
                    Some(number) if number.label.ends_with(')') => Shown::Neither,
                    Some(_) => Shown::Number,
                    None => Shown::Words,
                };
                // a field that shows words with a footnote would show the footnote once more
                let is_plain = |run: &Run| matches!(run, Run::Text(_) | Run::Break);
                let titled = match &block.content {
                    Content::Clause(Clause { heading: Some(heading), text: None, .. }) => heading.iter().all(is_plain),
                    _ => false,
                };
                self.anchor(block.anchor.as_deref(), shown, titled);
            }
            Node::Item(item) => {
                let shown = if item.term.is_empty() { Shown::Neither } else { Shown::Words };
                self.anchor(item.anchor.as_deref(), shown, false);
            }
            Node::BoxRow(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
        }
    }
}

/// Writes an identity as a hidden bookmark's name: `_` and 13 letters and figures (RFC 4648, base 32) of its hash.
fn code(identity: &str) -> String {
    const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let hash =
        identity.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let digits = (0..13).map(|at| char::from(DIGITS[(hash >> (5 * at) & 31) as usize]));
    std::iter::once('_').chain(digits).collect()
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
    fn a_block_has_the_same_name_wherever_it_stands() {
        let (first, second) = (BlockId::new("body.~1/clause"), BlockId::new("#forum"));
        let names = |ids: &[&BlockId]| {
            let mut bookmarks = Bookmarks::default();
            ids.iter().map(|id| bookmarks.identity(Some(id), None)).collect::<Vec<_>>()
        };
        let both = names(&[&first, &second]);
        assert_eq!(names(&[&second, &first]), [both[1].clone(), both[0].clone()]);
        assert!(both[0] != both[1] && both.iter().all(|name| name.len() == 14 && name.starts_with('_')), "{both:?}");
    }
}
