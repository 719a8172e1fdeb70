//! The relationships that a part uses, and what is left out of it.

use super::package::Relationship;
use crate::web::WebAddress;
use std::collections::BTreeSet;

/// What is left out of a Word template.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// What it is, in words for a message, with the part in which it stands.
    pub all: BTreeSet<String>,
    /// The path of the part that is being read.
    pub part: String,
    noted: usize,
}

impl LeftOut {
    /// Notes that `what` is left out.
    pub fn note(&mut self, what: String) {
        self.noted += 1;
        self.all.insert(format!("{what} in `{}`", self.part));
    }

    /// Returns how often something was noted.
    pub fn noted(&self) -> usize {
        self.noted
    }
}

/// The relationships of a part.
#[derive(Debug)]
pub struct Relations<'p> {
    all: &'p [Relationship],
    /// Those that are taken over.
    taken: Vec<&'p Relationship>,
}

impl<'p> Relations<'p> {
    /// Returns the relationships of a part, none of which is taken yet.
    pub fn new(all: &'p [Relationship]) -> Self {
        Self { all, taken: Vec::new() }
    }

    /// Takes the relationship with this id, which an element names, and returns its new id.
    ///
    /// # Errors
    ///
    /// Says what is left out: there is no such relationship, or it does not lead to what the element shows.
    pub fn taken(&mut self, element: &str, id: &str) -> Result<String, String> {
        let found = self.all.iter().find(|relationship| relationship.id == id);
        let Some(found) = found else { return Err(format!("the relationship `{id}`, which is not there,")) };
        let is_link =
            element == "w:hyperlink" && found.kind == "hyperlink" && found.external && WebAddress::parse(&found.target).is_ok();
        let is_picture = element != "w:hyperlink" && found.kind == "image" && !found.external;
        if !is_link && !is_picture {
            return Err(format!("the relationship to `{}`", found.target));
        }
        let at = self.taken.iter().position(|known| known.id == id).unwrap_or_else(|| {
            self.taken.push(found);
            self.taken.len() - 1
        });
        Ok(new_id(at))
    }

    /// Returns the relationships that were taken, with their new ids.
    pub fn all_taken(self) -> impl Iterator<Item = (String, &'p Relationship)> {
        self.taken.into_iter().enumerate().map(|(at, relationship)| (new_id(at), relationship))
    }
}

fn new_id(at: usize) -> String {
    format!("rId{}", at + 1)
}
