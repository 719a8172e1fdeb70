//! Kinds of submissions: one file per kind, which says what it accepts and what it reports on.

mod annual_report;
mod four_year_report;
mod hlpf_contribution;
mod letter;
mod meeting_summary;
mod note;

use super::Own;

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
    /// The folders of `templates/new/` whose files begin a dossier with a submission of this kind.
    pub begins_with: &'static [&'static str],
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
