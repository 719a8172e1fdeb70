//! What the files of a dossier may hold.

use super::acronym::{Acronym, Acronyms, MOST};
use super::body::Body;
use super::call::Call;
use super::mapping::Mapping;
use super::meeting::Meeting;
use super::person::{Person, Term};
use super::session::Session;
use super::topic::Label;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Entries, Many, Shared};
use crate::{choice, record};

choice! {
    /// How much a rule's finding matters.
    pub enum Level {
        /// It is not shown.
        Off = "off",
        /// It is shown.
        Warning = "warning",
        /// It ends the build.
        Error = "error",
    }
}

record! {
    /// How the dossier is checked.
    pub struct Check as "check" {
        /// By the rule's name: `off`, `warning` or `error`.
        pub rules: Entries<Spanned<Level>>,
    }
}

record! {
    /// Records of a dossier: any file beside `dossier.yaml` may hold any of these.
    pub struct Registry as "dossier", Default {
        /// The id of the body whose dossier this is.
        pub body: Option<Text>,
        /// Bodies by id.
        pub bodies: Entries<Body>,
        /// The house style of its documents.
        pub style: Option<Text>,
        /// The Word file whose styles, headers and page its Word documents take.
        pub reference: Option<Text>,
        /// The languages in which its documents are made.
        pub languages: Many<Text>,
        /// Acronyms with a hyphen or a space that are kept on one line, and what they stand for, for those who write.
        pub acronyms: Acronyms,
        /// How it is checked.
        pub check: Option<Check>,
        /// Organizations that submit documents, by id.
        pub organizations: Entries<Label>,
        /// People by id.
        pub people: Entries<Person>,
        /// Who held which office, and when.
        pub terms: Shared<Term>,
        /// Topics by id, in the order in which reports treat them.
        pub topics: Entries<Label>,
        /// By the topic's id: the WSIS Action Lines and the Goals that it serves.
        pub mapping: Entries<Mapping>,
        /// Sessions by id.
        pub sessions: Entries<Session>,
        /// Meetings.
        pub meetings: Shared<Meeting>,
        /// Calls for contributions, by id.
        pub calls: Entries<Call>,
    }
}

impl Registry {
    /// Returns the body whose dossier it is; none if no file names one that is on record.
    pub fn own_body(&self) -> Option<&Body> {
        self.bodies.get(&self.body.as_ref()?.value)
    }

    /// All acronyms: of the bodies, those of today and earlier ones, and others.
    pub fn acronyms(&self) -> impl Iterator<Item = &Acronym> {
        let of_bodies = self.bodies.iter().flat_map(|(_, body)| std::iter::once(&body.acronym).chain(body.formerly.iter()));
        of_bodies.chain(self.acronyms.0.iter().map(|(acronym, _)| acronym))
    }

    /// Reports the first acronym that is one too many: each is sought in every text.
    pub fn check_bounds(&self, report: &mut Diagnostics) {
        if let Some(acronym) = self.acronyms().nth(MOST) {
            let message = format!("a dossier has at most {MOST} acronyms; `{}` is one too many", acronym.value);
            let hint = "keep those that are not to be broken at the end of a line, and the bodies whose documents are cited";
            report.push(Diagnostic::new(catalogue::INVALID_ACRONYM, acronym.span, message).hint(hint));
        }
    }

    /// Adds the records of another file. A single value that is there already with other words is an error at both places; ids that occur twice
    /// are a matter for a rule.
    pub fn merge(&mut self, other: Self, report: &mut Diagnostics) {
        // every key by name: one that is forgotten here does not compile
        let Self {
            span: _,
            body,
            bodies,
            style,
            reference,
            languages,
            acronyms,
            check,
            organizations,
            people,
            terms,
            topics,
            mapping,
            sessions,
            meetings,
            calls,
        } = other;
        self.body = single("body", self.body.take(), body, report);
        self.style = single("style", self.style.take(), style, report);
        self.reference = single("reference", self.reference.take(), reference, report);
        self.check = merged(self.check.take(), check, report);
        self.languages.0.extend(languages.0);
        self.bodies.0.extend(bodies.0);
        self.acronyms.0.extend(acronyms.0);
        self.organizations.0.extend(organizations.0);
        self.people.0.extend(people.0);
        self.terms.0.extend(terms.0);
        self.topics.0.extend(topics.0);
        self.mapping.0.extend(mapping.0);
        self.sessions.0.extend(sessions.0);
        self.meetings.0.extend(meetings.0);
        self.calls.0.extend(calls.0);
    }
}

/// The one value of a key that any file may give, once; a second one that differs is reported.
fn single(key: &str, kept: Option<Text>, other: Option<Text>, report: &mut Diagnostics) -> Option<Text> {
    if let (Some(first), Some(second)) = (&kept, &other)
        && first.value != second.value
    {
        report.push(twice(key, (&first.value, first.span), (&second.value, second.span)));
    }
    kept.or(other)
}

/// The levels of both files; a rule that has two is reported.
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

fn twice(key: &str, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let message = format!("`{key}` is `{}` here and `{}` in another file", second.0, first.0);
    Diagnostic::new(catalogue::DUPLICATE_SETTING, second.1, message).also(first.1, "first here").hint("take one of them out")
}
