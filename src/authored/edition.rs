//! Editions: the same document submitted once more, for instance to the Plenipotentiary Conference, behind a note, after the Council, or to the
//! United Nations after the group.

use super::Submission;
use super::annex::{Annex, Attachment};
use super::block::BlockList;
use super::front::{Header, SummaryBox};
use super::signature::Signature;
use super::transmittal::{Transmittal, cover};
use crate::date::Date;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::record;
use crate::records::party::Party;
use crate::records::series::MeetingName;
use crate::source::{Spanned, Text};
use crate::yaml::Many;

record! {
    /// An edition: the same document as it is submitted elsewhere. Keys that are not given here keep the values of the submission.
    pub struct Edition as "edition" {
        /// The symbol of the edition.
        pub symbol: Option<Text>,
        /// The id of the session to which the edition is submitted.
        pub session: Option<Text>,
        /// The meeting to which the edition is submitted: its number, or `cwg-b:38` for a meeting of another body.
        pub meeting: Option<MeetingName>,
        /// The agenda item.
        pub agenda_item: Option<Text>,
        /// The date of the edition.
        pub date: Option<Spanned<Date>>,
        /// Who submits the edition, one or several, as in a submission.
        pub author: Many<Party>,
        /// The title of the edition.
        pub title: Option<Text>,
        /// A line below the title.
        pub subtitle: Option<Text>,
        /// The number of the addendum, if the edition is an addendum to the document with the symbol.
        pub addendum: Option<Spanned<u32>>,
        /// The number of the revision, if the edition is a revision of the document with the symbol.
        pub revision: Option<Spanned<u32>>,
        /// The number of the corrigendum, if the edition is a corrigendum to the document with the symbol.
        pub corrigendum: Option<Spanned<u32>>,
        /// The name of the house style; without it, that of the edition's session, or of the dossier.
        pub style: Option<Text>,
        /// The box on the first page. An edition with a note has no box unless it is given here.
        pub r#box: Option<SummaryBox>,
        /// The body of the edition, in place of that of the document.
        pub body: BlockList,
        /// A note by the edition's author that stands in front; the document follows as its annex.
        pub note: BlockList,
        /// Who signs: the note, if there is one, or else the document.
        pub signature: Many<Signature>,
        /// Who hands the document on: a note in the usual words stands in front, and the document follows as its annex.
        pub transmittal: Option<Transmittal>,
        /// Annexes of the note in front of the document, such as the extract of the summary record.
        pub before: Vec<Annex>,
        /// Annexes of the edition behind those that the document has, or behind the document itself if a note stands in front of it.
        pub annexes: Vec<Annex>,
        /// The files that go with the edition, in place of those of the document.
        pub attachments: Vec<Attachment>,
    }
}

impl Edition {
    /// Returns the submission as this edition has it. Its period stays that of the submission `first`, since it is the same document.
    pub fn of(&self, first: &Submission) -> Submission {
        let mut common = first.common.clone();
        common.span = self.span;
        self.address(&mut common);
        replace(&mut common.symbol, &self.symbol);
        replace(&mut common.agenda_item, &self.agenda_item);
        replace(&mut common.date, &self.date);
        if !self.author.is_empty() {
            common.author.clone_from(&self.author);
        }
        replace(&mut common.subtitle, &self.subtitle);
        replace(&mut common.r#box, &self.r#box);
        (common.addendum, common.revision, common.corrigendum) = (self.addendum, self.revision, self.corrigendum);
        if !self.body.is_empty() {
            common.body.clone_from(&self.body);
        }
        if !self.attachments.is_empty() {
            common.attachments.clone_from(&self.attachments);
        }
        let around = [&self.before[..], &self.annexes];
        let covered = !self.note.is_empty();
        if covered {
            cover(&mut common, &self.note, first.kind, around);
            common.r#box.clone_from(&self.r#box);
        } else if self.transmittal.is_none() {
            common.annexes.extend_from_slice(&self.annexes);
        }
        if !self.signature.is_empty() {
            common.signature.clone_from(&self.signature);
        }
        if let Some(title) = &self.title {
            common.title.clone_from(title);
        }
        let edited = Submission {
            common,
            first: Some(Box::new(first.common.clone())),
            covered,
            before: self.before.len(),
            ..first.clone()
        };
        match &self.transmittal {
            Some(transmittal) => edited.transmitted(transmittal, around),
            None => edited,
        }
    }

    /// Returns the faults of keys that do not go together; `first` is the document of which this is an edition.
    pub fn faults(&self, first: &Submission) -> Vec<Diagnostic> {
        let mut faults: Vec<_> = self.before.iter().chain(&self.annexes).flat_map(Annex::faults).collect();
        let fault = |span, message: &str, hint: &str| Diagnostic::new(catalogue::UNKNOWN_KEY, span, message).hint(hint);
        match &self.transmittal {
            Some(transmittal) if self.note.is_empty() => faults.extend(first.untransmittable(transmittal)),
            Some(transmittal) => {
                let message = "`transmittal` does not go together with `note` in one edition";
                faults.push(fault(transmittal.0.span, message, "the words of the note stand in `transmittal: {note: …}`"));
            }
            None => {}
        }
        if let Some(first) = self.before.first().filter(|_| self.note.is_empty() && self.transmittal.is_none()) {
            let message = "nothing can stand in front of a document that is no annex";
            let hint = "give the edition a `note` or a `transmittal`, or write these annexes as `annexes`";
            faults.push(fault(first.span, message, hint));
        }
        faults
    }

    /// Changes the session or meeting to which the document is submitted, and the house style that depends on it.
    fn address(&self, common: &mut Header) {
        if self.session.is_some() || self.meeting.is_some() {
            (common.session, common.meeting) = (self.session.clone(), self.meeting.clone());
            common.style = None;
            common.agenda_item = None;
        }
        replace(&mut common.style, &self.style);
    }
}

/// Replaces `value` if the edition gives another one.
fn replace<T: Clone>(value: &mut Option<T>, by: &Option<T>) {
    if by.is_some() {
        value.clone_from(by);
    }
}
