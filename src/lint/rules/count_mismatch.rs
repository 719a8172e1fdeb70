//! Finds numbers of documents or meetings that differ from what the record counts.

use crate::authored::Submission;
use crate::diagnostic::{Entry, Severity};
use crate::dossier::Dossier;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// The rule `count-mismatch`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "count-mismatch",
        Severity::Warning,
        "`considered:` of a meeting, or a number typed in a report (`the group held two meetings`), is not what the record of the period counts.",
        "A number that is typed goes wrong when a document is added, and the Council sees a report that disagrees with its own annex.",
        "Complete the register or correct the number; in a text write `{documents.count}` or `{meetings.count}`, which are counted.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    for meeting in &subject.dossier.registry.meetings {
        let registered = meeting.documents.len();
        if let Some(considered) = meeting.considered.filter(|considered| considered.value as usize != registered) {
            let message = format!("{} documents considered, but {registered} in the register", considered.value);
            findings.add(considered.span, message).advise("documents of others, listed in `also:`, are not counted");
        }
    }
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    if scope.submission.common.period.is_some() && is_english(subject.dossier, scope.submission) {
        let counts = Counts::of(scope);
        walk::texts(scope.submission).into_iter().for_each(|text| counts.compare(text, findings));
    }
}

/// Says whether the author writes in English, the only language whose sentences the patterns below know.
fn is_english(dossier: &Dossier, submission: &Submission) -> bool {
    let common = &submission.common;
    let first = common.languages.iter().chain(dossier.registry.languages.iter()).next();
    let is_english = |code: &Text| code.value == "en";
    match &common.original {
        Some(original) => original.languages.iter().any(is_english),
        None => first.is_none_or(is_english),
    }
}

/// The numbers that the record of a period counts.
struct Counts<'a> {
    meetings: usize,
    documents: usize,
    /// The number of documents of each meeting, because a sentence may speak of one meeting alone.
    each: Vec<usize>,
    /// The acronym of the group, which may be the subject of a sentence such as "CWG-WSIS&SDG considered 33 documents".
    acronym: Option<&'a str>,
}

/// A number of documents or meetings that an author typed in a text.
struct Typed {
    /// The position of the number in the text, in bytes.
    range: Range<usize>,
    number: usize,
    /// What is counted: `documents` or `meetings`.
    noun: &'static str,
}

impl<'a> Counts<'a> {
    fn of(scope: &Scope<'a>) -> Self {
        let each = scope.meetings.iter().map(|meeting| scope.considered(&[meeting]).len()).collect();
        let (all, acronym) = (scope.tally_of_period(), scope.body().map(|body| body.acronym.value.as_str()));
        Self { meetings: all.meetings, documents: all.documents, each, acronym }
    }

    fn compare(&self, text: &Text, findings: &mut Findings) {
        for typed in self.typed(&text.value) {
            let (counted, may_be_one) = match typed.noun {
                "documents" => (self.documents, self.each.contains(&typed.number)),
                _ => (self.meetings, false),
            };
            if typed.number != counted && !may_be_one {
                let noun = if counted == 1 { typed.noun.trim_end_matches('s') } else { typed.noun };
                let message = format!("the record of the period has {counted} {noun}, not {}", typed.number);
                let hint = format!("write `{{{}.count}}`, which is counted", typed.noun);
                findings.add(text.span_of(typed.range), message).advise(hint);
            }
        }
    }

    /// Returns the numbers in sentences which say that the group considered so many documents, or held so many meetings, without any restriction.
    fn typed(&self, text: &str) -> Vec<Typed> {
        if !text.contains("meeting") && !text.contains("document") {
            return Vec::new();
        }
        let active = ACTIVE.captures_iter(text).filter(|found| self.is_the_group(&found["who"]));
        let passive = PASSIVE.captures_iter(text);
        active.chain(passive).filter(|found| is_whole(text, found)).filter_map(|found| typed(&found)).collect()
    }

    fn is_the_group(&self, subject: &str) -> bool {
        ["group", "it", "which", "that", "meetings"].iter().any(|word| word.eq_ignore_ascii_case(subject))
            || self.acronym == Some(subject)
    }
}

const NUMBER: &str = r"(?P<number>\d{1,5}|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

/// Matches `the group considered 33 documents`, `it has held two meetings`.
static ACTIVE: LazyLock<Regex> = LazyLock::new(|| {
    let held = r"(?:(?:has|have|had|also|then)\s+)*(?:(?P<held>held)|considered|examined)\s+(?:(?:a\s+total\s+of|all|the)\s+)*";
    fixed(&format!(r"(?i)(?P<who>[\w&-]+)\s+{held}{NUMBER}\s+(?P<noun>meetings?|documents?)\b"))
});

/// Matches `33 documents were considered`, `two meetings have been held`.
static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    let held = r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:(?P<held>held)|considered|examined)";
    fixed(&format!(r"(?i)\b{NUMBER}\s+(?P<noun>meetings?|documents?)\s+{held}\b"))
});

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// Says whether the sentence speaks of all documents or meetings: nothing restricts the number, as `on the Forum` does in `considered 5 documents on
/// the Forum`.
fn is_whole(text: &str, found: &Captures) -> bool {
    static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
        fixed(
            r"^\s*(?:$|[.,;:()!?\\^]|(?:since|and|during|altogether|in\s+(?:all|total|the\s+(?:reporting\s+)?period|this\s+period)|by\s+the\s+group)\b)",
        )
    });
    let end = found.get(0).map_or(0, |all| all.end());
    WHOLE.is_match(&text[end..])
}

/// Returns the number of a match; `None` if the verb and the noun do not belong together.
fn typed(found: &Captures) -> Option<Typed> {
    let number = found.name("number")?;
    let noun = if found["noun"].to_lowercase().starts_with("meeting") { "meetings" } else { "documents" };
    // a group holds meetings and considers documents; anything else is another statement
    if found.name("held").is_some() != (noun == "meetings") {
        return None;
    }
    Some(Typed { range: number.range(), number: value(number.as_str())?, noun })
}

/// Reads a number in figures or in words up to twelve.
fn value(number: &str) -> Option<usize> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let number = number.to_lowercase();
    let word = WORDS.iter().position(|word| *word == number).or_else(|| (number == "no").then_some(0));
    word.or_else(|| number.parse().ok())
}
