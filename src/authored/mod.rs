//! What authors write to have a document produced: the header that every kind accepts, blocks, tables, charts, selections of records, editions.

mod block;
mod chart;
mod clause;
mod contribution;
mod edition;
mod front;
mod kinds;
mod selection;
mod table;
mod weight;

pub use block::{Annex, Block, BlockList, Clause, Each, Figure, Item};
pub use chart::{Chart, Quantity};
pub use contribution::{Contribution, Letter, Own, Signature, Special};
pub use edition::Edition;
pub use front::{Common, Future, Period, SummaryBox, Usual};
pub use kinds::{KINDS, Kind, Reports};
pub use selection::{By, Evidence, Form, Generated, RegisterColumn, Selection};
pub use table::{Cell, Column, Table};
pub use weight::weight;

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::{FileId, Sources, Span, Text};
use crate::yaml::schema::{Property, Schemas, words};
use crate::yaml::{Decode, Fields, Node, parse};

/// A document to be produced.
#[derive(Clone)]
pub struct Submission {
    /// Its kind.
    pub kind: &'static Kind,
    /// Where the author named its kind.
    pub kind_span: Span,
    /// What the author gave.
    pub common: Common,
    /// What the author gave of its kind's own keys.
    pub special: Special,
    /// Of an edition: the document as it was first submitted, which says what is reported.
    pub first: Option<Box<Common>>,
    /// Whether it is a note in front of what it covers.
    pub covered: bool,
    /// The file of the usual body and annexes, if it has these.
    pub usual: Option<FileId>,
}

impl Submission {
    /// Reads the keys of a submission from a map and leaves other keys to the caller.
    pub fn take(fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        let kind = fields.take::<Text>("kind", report).and_then(|kind| Ok((find(&kind, report)?, kind.span)));
        let common = Common::take(fields, report);
        let special = Special::take(kind.as_ref().map_or(Own::Nothing, |(kind, _)| kind.own), fields, report);
        let (kind, kind_span) = kind?;
        Ok(Self { kind, kind_span, common: common?, special: special?, first: None, covered: false, usual: None })
    }

    /// Whether it stands in a file of the author's, not in the usual body.
    pub fn is_of_the_author(&self, span: Span) -> bool {
        self.usual.is_none() || self.usual != span.file()
    }

    /// A note without a word, which reports all meetings.
    pub fn blank() -> Self {
        let (mut sources, mut report) = (Sources::default(), Diagnostics::new());
        let file = sources.add("<a blank note>", "kind: note\ntitle: Note");
        let node = parse(&sources, file, &mut report).expect("a text of our own");
        Self::decode(&node, &mut report).expect("a text of our own")
    }

    /// The schemas of its keys, with those that its kind has of its own.
    pub fn properties_with(own: Own, schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = vec![Property::of::<KindName>("kind", "What kind of document it is.", schemas)];
        properties.extend(Common::properties(schemas));
        properties.extend(own.properties(schemas));
        properties
    }

    /// The schemas of its keys, whatever its kind.
    fn properties(schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = Self::properties_with(Own::Nothing, schemas);
        for own in [Own::Contribution, Own::Letter] {
            properties.extend(own.properties(schemas).into_iter().map(Property::optional));
        }
        properties
    }
}

impl Decode for Submission {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let mut fields = Fields::open(node, "submission", report)?;
        let submission = Self::take(&mut fields, report);
        fields.finish(report);
        submission
    }

    fn schema(schemas: &mut Schemas) -> serde_json::Value {
        schemas.define("Submission", "A document to be produced.", Self::properties)
    }
}

/// Only for the schema: the name of a kind.
struct KindName;

impl Decode for KindName {
    fn decode(_: &Node, _: &mut Diagnostics) -> Result<Self, Reported> {
        Ok(Self)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        words(&KINDS.iter().map(|kind| (kind.name, kind.about)).collect::<Vec<_>>())
    }
}

fn find(name: &Text, report: &mut Diagnostics) -> Result<&'static Kind, Reported> {
    KINDS.iter().copied().find(|kind| kind.name == name.value).ok_or_else(|| {
        let message = format!("there is no kind of submission `{}`", name.value);
        let names = KINDS.iter().map(|kind| kind.name);
        let diagnostic = Diagnostic::new(catalogue::UNKNOWN_KIND, name.span, message);
        report.push(match crate::diagnostic::closest(&name.value, names.clone()) {
            Some(best) => diagnostic.hint(format!("did you mean `{best}`?")),
            None => diagnostic.hint(format!("kinds: {}", crate::diagnostic::listing(names))),
        })
    })
}
