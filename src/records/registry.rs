//! [`Registry`]: all records of a dossier, merged from its files.

use super::acronym::{Acronym, Acronyms, MOST};
use super::activity::Activity;
use super::body::Body;
use super::call::Call;
use super::file_pattern::FilePattern;
use super::mapping::Mapping;
use super::meeting::Meeting;
use super::person::{Person, Term};
use super::recommendation::Words;
use super::session::Session;
use super::topic::Label;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Entries, Many, Shared};
use crate::{choice, record};

choice! {
    /// How seriously a message is taken.
    pub enum Level {
        /// The message is not shown.
        Off = "off",
        /// The message is shown, and the documents are written.
        Warning = "warning",
        /// The message is shown, and no document that it concerns is written.
        Error = "error",
    }
}

record! {
    /// Settings of the checks.
    pub struct Check as "check" {
        /// The level of each rule, by its name: `off`, `warning` or `error`.
        pub rules: Entries<Spanned<Level>>,
    }
}

record! {
    /// The records and settings of a dossier. Any of its files may hold any of these keys.
    pub struct Registry as "dossier", Default {
        /// The id of the body to which the dossier belongs.
        pub body: Option<Text>,
        /// The bodies, by id.
        pub bodies: Entries<Body>,
        /// The name of the house style of the documents.
        pub style: Option<Text>,
        /// The Word file whose styles, headers, footers and page the Word documents take.
        pub reference: Option<Text>,
        /// The pattern for the names of the files that are made: `{symbol}`.
        pub files: Option<FilePattern>,
        /// The codes of the languages in which the documents are made.
        pub languages: Many<Text>,
        /// Acronyms, each with the words for which it stands: the block `acronyms` lists them, and one with a hyphen or a space is kept on one line.
        pub acronyms: Acronyms,
        /// Which words of a recommendation are printed where it stands once and was made in different words: `first` or `latest` (default).
        pub words: Option<Spanned<Words>>,
        /// Settings of the checks.
        pub check: Option<Check>,
        /// The names of organizations that submit documents, by id.
        pub organizations: Entries<Label>,
        /// The people, by id.
        pub people: Entries<Person>,
        /// The terms of office: who held which office, and when.
        pub terms: Shared<Term>,
        /// The names of the topics, by id, in the order in which reports treat them.
        pub topics: Entries<Label>,
        /// The WSIS Action Lines and the Goals that each topic serves, by the id of the topic.
        pub mapping: Entries<Mapping>,
        /// The activities of the Union, by id, in the order in which documents list them.
        pub activities: Entries<Activity>,
        /// What the Union wants to reach: the objective of an Action Line (`C2`) or of a Goal (`4`).
        pub objectives: Entries<Text>,
        /// The sessions, by id.
        pub sessions: Entries<Session>,
        /// The meetings.
        pub meetings: Shared<Meeting>,
        /// The calls for contributions, by id.
        pub calls: Entries<Call>,
    }
}

impl Registry {
    /// Returns all acronyms: the present and earlier ones of the bodies, then the others.
    pub fn acronyms(&self) -> impl Iterator<Item = &Acronym> {
        let of_bodies = self.bodies.iter().flat_map(|(_, body)| std::iter::once(&body.acronym).chain(body.formerly.iter()));
        of_bodies.chain(self.acronyms.0.iter().map(|(acronym, _)| acronym))
    }

    /// Reports the first acronym beyond the most that a dossier may have; they are limited because each is sought in every text.
    pub fn check_bounds(&self, report: &mut Diagnostics) {
        if let Some(acronym) = self.acronyms().nth(MOST) {
            let message = format!("a dossier has at most {MOST} acronyms; `{}` is one too many", acronym.value);
            let hint = "keep those that are not to be broken at the end of a line, and the bodies whose documents are cited";
            report.push(Diagnostic::new(catalogue::INVALID_ACRONYM, acronym.span, message).hint(hint));
        }
    }

    /// Adds the records of another file. A setting that two files give differently is reported as an error at both places. Ids that occur twice are
    /// left to a lint rule.
    pub fn merge(&mut self, other: Self, report: &mut Diagnostics) {
        // every field is named, so that the compiler refuses one that is forgotten here
        let Self {
            span: _,
            body,
            bodies,
            style,
            reference,
            files,
            languages,
            acronyms,
            words,
            check,
            organizations,
            people,
            terms,
            topics,
            mapping,
            activities,
            objectives,
            sessions,
            meetings,
            calls,
        } = other;
        let text: fn(&Text) -> (&str, Span) = |text| (&text.value, text.span);
        self.body = single("body", self.body.take(), body, text, report);
        self.style = single("style", self.style.take(), style, text, report);
        self.reference = single("reference", self.reference.take(), reference, text, report);
        self.files = single("files", self.files.take(), files, |files| (&files.text.value, files.text.span), report);
        self.words = single("words", self.words.take(), words, |words| (words.value.word(), words.span), report);
        self.check = merged(self.check.take(), check, report);
        self.languages.0.extend(languages.0);
        self.bodies.0.extend(bodies.0);
        self.acronyms.0.extend(acronyms.0);
        self.organizations.0.extend(organizations.0);
        self.people.0.extend(people.0);
        self.terms.0.extend(terms.0);
        self.topics.0.extend(topics.0);
        self.mapping.0.extend(mapping.0);
        self.activities.0.extend(activities.0);
        self.objectives.0.extend(objectives.0);
        self.sessions.0.extend(sessions.0);
        self.meetings.0.extend(meetings.0);
        self.calls.0.extend(calls.0);
    }
}

/// Returns the value of a setting that only one file may give; a second value that differs is reported.
fn single<T>(key: &str, kept: Option<T>, other: Option<T>, said: fn(&T) -> (&str, Span), report: &mut Diagnostics) -> Option<T> {
    if let (Some(first), Some(second)) = (&kept, &other)
        && said(first).0 != said(second).0
    {
        report.push(twice(key, said(first), said(second)));
    }
    kept.or(other)
}

/// Returns the levels of both files; a rule with two different levels is reported.
fn merged(kept: Option<Check>, other: Option<Check>, report: &mut Diagnostics) -> Option<Check> {
    let (Some(mut kept), Some(other)) = (kept.clone(), other.clone()) else { return kept.or(other) };
    for rule in other.rules.0 {
        let (name, level) = &*rule;
        match kept.rules.get(&name.value) {
            Some(first) if first.value == level.value => {}
            Some(first) => {
                let (first, second) = ((first.value.word(), first.span), (level.value.word(), level.span));
                report.push(twice(&name.value, first, second));
            }
            None => kept.rules.0.push(rule),
        }
    }
    Some(kept)
}

/// Returns the message that two files give different values of `key`.
fn twice(key: &str, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let message = format!("`{key}` is `{}` here and `{}` in another file", second.0, first.0);
    Diagnostic::new(catalogue::DUPLICATE_SETTING, second.1, message).also(first.1, "first here").hint("take one of them out")
}
