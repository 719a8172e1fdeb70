//! Transmittals: a note with which somebody hands a document on, which is the note's annex.

use super::annex::Annex;
use super::block::{Block, BlockList};
use super::front::Header;
use super::selection::{Generated, Selection};
use super::signature::{Signatory, Signature};
use super::{Kind, Submission};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::record;
use crate::records::party::{Party, Representative};
use crate::records::person::Office;
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind as NodeKind, Many, Node};
use serde_json::{Value, json};

record! {
    /// A note with which somebody hands the document on; the document is its annex.
    pub struct Cover as "transmittal" {
        /// Who hands the document on; without it, the Secretary-General.
        pub by: Many<Party>,
        /// The words of the note, in place of the usual sentence.
        pub note: BlockList,
        /// Who signs the note; without it, whoever holds the office that hands the document on.
        pub signature: Many<Signature>,
    }
}

/// A transmittal: who hands the document on, or a map that says more.
#[derive(Debug, Clone)]
pub struct Transmittal(pub Cover);

impl Decode for Transmittal {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        if let NodeKind::Map(_) = node.kind {
            return Cover::decode(node, report).map(Self);
        }
        let by = Many(vec![Party::decode(node, report)?]);
        Ok(Self(Cover { span: node.span, by, note: Many::default(), signature: Many::default() }))
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Cover::schema(schemas)] })
    }
}

impl Transmittal {
    /// Returns who hands the document on.
    pub fn by(&self) -> Many<Party> {
        if !self.0.by.is_empty() {
            return self.0.by.clone();
        }
        let name = Text::generated(Office::SecretaryGeneral.word(), self.0.span);
        Many(vec![Party(Representative { span: self.0.span, name, on_behalf_of: Many::default() })])
    }

    /// Returns the blocks of the note: the author's words or the usual sentence, and the signature.
    fn note(&self) -> BlockList {
        let mut note = self.0.note.clone();
        if note.is_empty() {
            let selection = Selection { span: self.0.span, ..Selection::default() };
            note.0.push(Block::Generated(Generated::Transmittal, Box::new(selection)));
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            note.0.push(Block::Signature(signatures, self.0.span));
        }
        note
    }

    /// Returns who signs: as the author says, or else those who hand the document on by office. The secretariat does not sign.
    fn signatures(&self) -> Vec<Signature> {
        if !self.0.signature.is_empty() {
            return self.0.signature.0.clone();
        }
        let by = self.by();
        let signing = by.iter().filter(|party| party.signs_by_office());
        let signature = |party: &Party| {
            let person = Some(party.name().clone());
            Signature(Signatory { span: party.0.span, person, name: None, office: None, organization: None })
        };
        signing.map(signature).collect()
    }
}

impl Submission {
    /// Returns a message that a document of this kind is not handed on by a note: a letter is one itself.
    pub fn untransmittable(&self, transmittal: &Transmittal) -> Option<Diagnostic> {
        let message = "a letter is not handed on with a note";
        let diagnostic = Diagnostic::new(catalogue::UNKNOWN_KEY, transmittal.0.span, message);
        self.special.letter().map(|_| diagnostic.hint("the letter itself says what is sent: in its text and in `enclosures:`"))
    }

    /// Returns the submission behind the note of a transmittal, as an annex of that note. `around` are the other annexes of the note: those in front of the
    /// document, and those behind it.
    pub fn transmitted(mut self, transmittal: &Transmittal, around: [&[Annex]; 2]) -> Self {
        let carried = std::mem::replace(&mut self.common.author, transmittal.by());
        cover(&mut self.common, &transmittal.note(), self.kind, around);
        Self { carried, covered: true, before: around[0].len(), ..self }
    }
}

/// Puts a note in front of the document, which becomes an annex of the note, with whom to ask about it and who signs it. The annexes of the document become
/// appendices to that annex. `around` are the other annexes of the note: those in front of the document, and those behind it.
pub fn cover(common: &mut Header, note: &BlockList, kind: &Kind, around: [&[Annex]; 2]) {
    let mut body = std::mem::replace(&mut common.body, note.clone());
    if let Some(first) = common.contact.first() {
        let span = first.0.span;
        body.0.insert(0, Block::Contact(std::mem::take(&mut common.contact).0, span));
    }
    if let Some(first) = common.signature.first() {
        let span = first.0.span;
        body.0.push(Block::Signature(std::mem::take(&mut common.signature).0, span));
    }
    let annex = Annex {
        span: common.title.span,
        id: None,
        heading: Some(common.title.clone()),
        label: None,
        numbered: Some(common.numbered.unwrap_or(kind.numbered)),
        prefix: None,
        landscape: None,
        run_on: None,
        each: None,
        lang: None,
        body,
        appendices: std::mem::take(&mut common.annexes),
    };
    let [before, behind] = around;
    common.annexes = [before, &[annex], behind].concat();
    common.numbered = Some(false);
    common.contents = Some(false);
}
