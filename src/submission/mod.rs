//! Documents to be produced: one file per kind, which says what it accepts and how it becomes a [`Document`](crate::document::Document).

pub mod annual_report;
mod body;
mod chart;
mod clause;
mod contribution;
mod edition;
pub mod four_year_report;
mod front;
mod generated;
pub mod hlpf_contribution;
pub mod letter;
mod lower;
pub mod meeting_summary;
pub mod note;
mod scope;
mod selection;
mod table;

pub use body::{Annex, Block, BlockList, Clause, Each, Item};
pub use contribution::{Contribution, Letter, Own, Special};
pub use edition::Edition;
pub use front::{Common, Future, Period, Usual};
pub use lower::{lower, statements};
pub use scope::{Citation, Citations, Scope, in_order, symbols};
pub use selection::{By, Evidence, Form, Generated, Selection};
pub use table::Table;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources, Span, Text};
use crate::yaml::schema::{Property, Schemas, words};
use crate::yaml::{Decode, Fields, Node, Report, parse};

/// What a kind of submission is.
pub struct Kind {
    /// As authors write it: `annual-report`.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The body and annexes that it has if the author gives no body, as YAML.
    pub usual: Option<&'static str>,
    /// What it reports on, and so which key is obligatory.
    pub reports: Reports,
    /// Which keys it has of its own.
    pub own: Own,
    /// Whether its paragraphs at the top are numbered clauses.
    pub numbered: bool,
}

/// What a kind of submission reports on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reports {
    /// Nothing in particular.
    Nothing,
    /// The meetings of its `period`.
    Period,
    /// The meetings of its `period`, drawing on the reports made of them.
    Reports,
    /// The meeting to which it is submitted.
    Meeting,
}

impl Reports {
    /// Whether it needs a `period`.
    pub fn has_period(self) -> bool {
        matches!(self, Self::Period | Self::Reports)
    }
}

/// All kinds.
pub static KINDS: &[&Kind] = &[
    &annual_report::KIND,
    &four_year_report::KIND,
    &meeting_summary::KIND,
    &hlpf_contribution::KIND,
    &letter::KIND,
    &note::KIND,
];

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
    /// Takes its keys out of a map that may have others besides.
    pub fn take(fields: &mut Fields, report: &mut Report) -> Option<Self> {
        let kind = fields.take::<Text>("kind", report).and_then(|kind| Some((find(&kind, report)?, kind.span)));
        let common = Common::take(fields, report);
        let special = Special::take(kind.map_or(Own::Nothing, |(kind, _)| kind.own), fields, report);
        let (kind, kind_span) = kind?;
        Some(Self { kind, kind_span, common: common?, special: special?, first: None, covered: false, usual: None })
    }

    /// Whether it stands in a file of the author's, not in the usual body.
    pub fn is_of_the_author(&self, span: Span) -> bool {
        self.usual.is_none() || self.usual != span.file()
    }

    /// A note without a word, which reports all meetings.
    pub fn blank() -> Self {
        let (mut sources, mut report) = (Sources::default(), Report::new());
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
    fn decode(node: &Node, report: &mut Report) -> Option<Self> {
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
    fn decode(_: &Node, _: &mut Report) -> Option<Self> {
        Some(Self)
    }
    fn schema(_: &mut Schemas) -> serde_json::Value {
        words(&KINDS.iter().map(|kind| (kind.name, kind.about)).collect::<Vec<_>>())
    }
}

fn find(name: &Text, report: &mut Report) -> Option<&'static Kind> {
    let found = KINDS.iter().copied().find(|kind| kind.name == name.value);
    if found.is_none() {
        let message = format!("there is no kind of submission `{}`", name.value);
        let names = KINDS.iter().map(|kind| kind.name);
        let diagnostic = Diagnostic::error("unknown-kind", name.span, message);
        report.push(match crate::diagnostic::closest(&name.value, names.clone()) {
            Some(best) => diagnostic.hint(format!("did you mean `{best}`?")),
            None => diagnostic.hint(format!("kinds: {}", crate::diagnostic::listing(names))),
        });
    }
    found
}
