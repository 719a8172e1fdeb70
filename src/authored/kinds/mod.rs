//! The kinds of submissions: each has a file, which says what the kind accepts and what it reports on.

mod activity_report;
mod agenda;
mod annual_report;
mod contribution;
mod four_year_report;
mod hlpf_contribution;
mod letter;
mod liaison;
mod meeting_summary;
mod note;
mod roadmap;

use super::KindFields;

/// A kind of submission.
pub struct Kind {
    /// The name of the kind, as authors write it: `annual-report`.
    pub name: &'static str,
    /// A sentence that says what the kind is, for authors.
    pub about: &'static str,
    /// The body and annexes for a submission whose author gives no body, as YAML; `None` if the kind has none.
    pub usual: Option<&'static str>,
    /// The meetings on which the kind reports, and so whether `period` or `meeting` is obligatory.
    pub coverage: Coverage,
    /// The keys that only this kind has.
    pub own: KindFields,
    /// Whether the paragraphs at the top level of the body are numbered unless the author says otherwise.
    pub numbered: bool,
    /// Whether a document of this kind has a box, in a house style that has one.
    pub boxed: bool,
    /// Whether the line of the author always says what the document is and by whom: `Contribution by Japan`. Without it, only offices are named so.
    pub names_author: bool,
    /// The folders of `templates/new/` whose files begin a dossier with a submission of this kind.
    pub begins_with: &'static [&'static str],
}

/// The meetings on which a kind of submission reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// The kind does not report on particular meetings.
    Nothing,
    /// The kind reports on the meetings of its `period`.
    Period,
    /// The kind reports on the meetings of its `period`, and cites the reports that were made of them.
    PeriodWithCitations,
    /// The kind reports on the meeting to which it is submitted.
    Meeting,
}

impl Coverage {
    /// Says whether a submission of this kind needs a `period`.
    pub fn has_period(self) -> bool {
        matches!(self, Self::Period | Self::PeriodWithCitations)
    }
}

/// All kinds of submissions.
pub static KINDS: &[&Kind] = &[
    &annual_report::KIND,
    &four_year_report::KIND,
    &meeting_summary::KIND,
    &agenda::KIND,
    &liaison::KIND,
    &contribution::KIND,
    &hlpf_contribution::KIND,
    &letter::KIND,
    &roadmap::KIND,
    &activity_report::KIND,
    &note::KIND,
];
