//! Finds documents and calls from, or to, somebody of whom there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::call::Call;
use crate::source::Text;

/// The rule `unknown-source`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-source",
        Severity::Error,
        "`from:` of a document, of a generated block, of a call or of a step on its way, or `to:` of such a step, is neither `secretariat`, `chair`, the code of a country, a person nor an organization.",
        "The table of documents names who submitted each; the bare id would be printed there.",
        "Write the ISO code of the country (`BRA`), or add the organization to `organizations:` and use its id.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let registered = walk::entries(registry).filter_map(|(_, entry)| entry.from.as_ref());
    expect(subject, registered.chain(registry.calls.iter().flat_map(|(_, call)| parties_of(call))), findings);
}

/// Returns the ids of all that a call names as sender or addressee.
fn parties_of(call: &Call) -> impl Iterator<Item = &Text> {
    call.from.iter().chain(call.way.iter().flat_map(|step| step.from.iter().chain(&step.to)))
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    expect(subject, walk::selections(scope.submission).filter_map(|(_, selection)| selection.from.as_ref()), findings);
}

fn expect<'a>(subject: &Subject, named: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    let sources = subject.sources();
    for from in named.filter(|from| !sources.has(&from.value)) {
        let hint = "documents are from `secretariat`, `chair`, a country's ISO code, a person or an organization of the record";
        let guesses = sources.guesses(&from.value, findings);
        let finding = findings.add(from.span, format!("nobody on record submits documents as `{}`", from.value));
        // codes of countries that merely look alike belong to quite different countries, and are not suggested
        let near = |id: &&str| id.eq_ignore_ascii_case(&from.value) || subject.countries.name(id, "en").is_none();
        finding.suggest(&from.value, guesses.into_iter().filter(near)).advise(hint);
    }
}
