//! The types of what authors write to have a document produced.
//!
//! 1. [`Submission`] is the whole document: its kind ([`KINDS`]), the keys of every kind ([`Header`]) and the keys of its own kind ([`KindData`]).
//! 2. Its body is made of [`Block`]s; a generated block says by a [`Selection`] from which records it is made.
//! 3. An [`Edition`] gives the changes with which the same document is submitted once more.
//!
//! A submission contains editions, and an edition makes a submission, so the files of this room use each other.

mod annex;
mod block;
mod chart;
mod clause;
mod contribution;
mod edition;
mod front;
mod kinds;
mod liaison;
mod list;
mod selection;
mod signature;
mod table;
mod takes;
mod transmittal;
mod weight;

pub use annex::{Annex, AnnexLabel, Attachment};
pub use block::{Block, BlockList, Clause, Equation, Figure};
pub use chart::Chart;
pub use contribution::{Contribution, KindData, KindFields, Letter};
pub use front::{Header, Period, SummaryBox, UsualBody};
pub use kinds::{Coverage, KINDS, Kind};
pub use liaison::Liaison;
pub use list::{Item, List};
pub use selection::{By, Evidence, Form, Generated, MatrixOf, RegisterColumn, Selection, Thanked};
pub use signature::{Contact, ContactEntry, Signatory, Signature};
pub use table::{Cell, Column, ColumnAlign, LongCell, LongColumn, Row, Table};
pub use weight::weight;

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::records::party::Party;
use crate::records::registry::Registry;
use crate::records::series::Home;
use crate::source::{FileId, Sources, Span, Text};
use crate::yaml::schema::{Property, Schemas, words};
use crate::yaml::{Decode, Fields, Many, Node, parse};

/// A submission: a document to be produced.
#[derive(Clone)]
pub struct Submission {
    /// The kind of the submission.
    pub kind: &'static Kind,
    /// The place at which the author named the kind.
    pub kind_span: Span,
    /// The keys that every kind has.
    pub common: Header,
    /// The keys that only this kind has.
    pub special: KindData,
    /// For an edition, the keys of the document as it was first submitted, which determine what is reported; else `None`.
    pub first: Option<Box<Header>>,
    /// Whether the submission is an edition with a note in front of the document.
    pub covered: bool,
    /// The number of annexes of that note in front of the one that is the document.
    pub before: usize,
    /// Who submits the document that a transmittal hands on; nobody if there is no transmittal.
    pub carried: Many<Party>,
    /// The file of the kind's usual body and annexes, if the author gave no body.
    pub usual: Option<FileId>,
}

impl Submission {
    /// Reads the keys of a submission from a map and leaves other keys to the caller.
    ///
    /// # Errors
    ///
    /// Reports the faults of all keys, and fails if there was one.
    pub fn take(fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        let kind = fields.take::<Text>("kind", report).and_then(|kind| Ok((find(&kind, report)?, kind.span)));
        let common = Header::take(fields, report);
        let special = KindData::take(kind.as_ref().map_or(KindFields::Nothing, |(kind, _)| kind.own), fields, report);
        let (kind, kind_span) = kind?;
        Ok(Self {
            kind,
            kind_span,
            common: common?,
            special: special?,
            first: None,
            covered: false,
            before: 0,
            carried: Many::default(),
            usual: None,
        })
    }

    /// Returns the id of the body whose document the submission is; an empty id if neither the submission nor the dossier names one.
    pub fn body_id<'a>(&'a self, registry: &'a Registry) -> &'a str {
        self.common.of.as_ref().map_or(registry.own_id(), |of| &of.value)
    }

    /// Returns from where the short symbol of the submission is completed: its body, or the body and the number of the meeting to which it is submitted.
    pub fn home<'a>(&'a self, registry: &'a Registry) -> Home<'a> {
        let body = self.body_id(registry);
        let meeting = self.common.meeting.as_ref();
        Home { body: meeting.map_or(body, |meeting| meeting.body_or(body)), meeting: meeting.map(|meeting| meeting.number) }
    }

    /// Says whether `span` is in a file of the author's, not in the usual body of the kind.
    pub fn is_of_the_author(&self, span: Span) -> bool {
        self.usual.is_none() || self.usual != span.file()
    }

    /// Makes a note without a body, whose scope is all meetings, for commands that need a submission but no document of an author's.
    pub fn blank() -> Self {
        let (mut sources, mut report) = (Sources::default(), Diagnostics::new());
        let file = sources.add("<a blank note>", "kind: note\ntitle: Note");
        let node = parse(&sources, file, &mut report).expect("a text of our own");
        Self::decode(&node, &mut report).expect("a text of our own")
    }

    /// Returns the keys of a submission with their schemas, those of its own kind included.
    pub fn properties_with(own: KindFields, schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = vec![Property::of::<KindName>("kind", "What kind of document it is.", schemas)];
        properties.extend(Header::properties(schemas));
        properties.extend(own.properties(schemas));
        properties
    }

    /// Returns the keys of a submission of any kind with their schemas.
    fn properties(schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = Self::properties_with(KindFields::Nothing, schemas);
        for own in [KindFields::Contribution, KindFields::Letter, KindFields::Liaison] {
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
        schemas.define("Submission", "submission", "A document to be produced.", Self::properties)
    }
}

/// The name of a kind; this type exists only for its schema.
struct KindName;

impl Decode for KindName {
    fn decode(_: &Node, _: &mut Diagnostics) -> Result<Self, Reported> {
        Ok(Self)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        words(&KINDS.iter().map(|kind| (kind.name, kind.about)).collect::<Vec<_>>())
    }
}

/// Returns the kind with this name; reports a name that no kind has, and fails.
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
