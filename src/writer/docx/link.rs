//! Links to addresses outside of the document: one relationship for each address.

use crate::web::WebAddress;
use serde::Serialize;
use std::collections::HashMap;

/// A relationship of a part to an address.
#[derive(Debug, Serialize)]
pub struct Relationship {
    /// The id of the relationship: `rIdLink1`.
    pub id: String,
    /// The address.
    pub url: WebAddress,
}

/// The links of a part.
#[derive(Debug, Default)]
pub struct Links {
    known: HashMap<WebAddress, usize>,
    all: Vec<Relationship>,
}

impl Links {
    /// Returns the id of the relationship to `url`.
    pub fn id(&mut self, url: &WebAddress) -> String {
        let at = *self.known.entry(url.clone()).or_insert_with(|| {
            self.all.push(Relationship { id: format!("rIdLink{}", self.all.len() + 1), url: url.clone() });
            self.all.len() - 1
        });
        self.all[at].id.clone()
    }

    /// Returns all relationships, in the order of their first use.
    pub fn all(&self) -> &[Relationship] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_relationship_per_address() {
        let mut links = Links::default();
        let ids = ["https://a.int/1", "https://a.int/2", "https://a.int/1"].map(|url| links.id(&WebAddress::parse(url).unwrap()));
        assert_eq!(ids, ["rIdLink1", "rIdLink2", "rIdLink1"]);
        assert_eq!(links.all().len(), 2);
    }
}
