//! Finds texts to be reused that the dossier does not have, or that contain themselves.

use crate::authored::{Block, Submission};
use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `unknown-text`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-text",
        Severity::Error,
        "`reuse:` names a text that the dossier does not have, or one that contains itself.",
        "Nothing would be printed in its place.",
        "Correct the id, take the text out of itself, or write it as a list of blocks in `texts/<id>.yaml`.",
    ),
    check: Check::Submission(check),
};

fn check(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    unknown(scope.submission, &Known::keys("text", subject.dossier.texts.iter()), findings);
}

/// Reports the `reuse:` blocks that are left. A text that the dossier has was put in its place when the dossier was read, unless it would contain itself.
fn unknown(submission: &Submission, texts: &Known, findings: &mut Findings) {
    for block in walk::blocks(submission) {
        let Block::Reuse(id) = block else { continue };
        let name = &id.value;
        let of_the_author = submission.is_of_the_author(id.span);
        let (span, origin) = if of_the_author { (id.span, "") } else { (submission.kind_span, ", which the usual body reuses") };
        if texts.has(name) {
            findings.add(span, format!("the text `{name}` contains itself"));
            continue;
        }
        let guesses = texts.guesses(name, findings);
        let finding = findings.add(span, format!("there is no text `{name}`{origin}"));
        finding.suggest(name, guesses).advise(format!("it is looked for in `texts/{name}.yaml`"));
    }
}
