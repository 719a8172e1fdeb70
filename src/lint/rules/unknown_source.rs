//! Finds documents and calls from, or to, somebody of whom there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::parties::{are_codes, of_call, word_for};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::party::Party;
use crate::source::Text;

/// The rule `unknown-source`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-source",
        Severity::Error,
        "`from:` of a document, of a generated block, of a call or of a step on its way, `to:` of such a step, or `lead:` of an activity, is a word that names nobody: no country, no regional group, no office, no person, organization or body on record. Or it is the name of a party that has a code or an id.",
        "The table of documents names who submitted each; the bare id would be printed there, and a name beside the code would count as another source.",
        "Write the ISO code of the country (`BRA`), or add the organization to `organizations:` and use its id; several stand in a list. Words of your own, of which there is no record, are a text of two words or more.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let registered = walk::entries(registry).flat_map(|(_, entry)| entry.from.iter());
    let called = registry.calls.iter().flat_map(|(_, call)| of_call(call)).flatten();
    let leading = registry.activities.iter().flat_map(|(_, activity)| activity.lead.iter());
    let planned = registry.meetings.iter().flat_map(|meeting| &meeting.agenda).flat_map(|item| item.by.iter());
    let attending = registry.meetings.iter().flat_map(|meeting| &meeting.attendance);
    let delegations = attending.filter_map(|attendee| attendee.0.r#for.as_ref());
    let recommendations = walk::recommendations(registry);
    let owners = recommendations.iter().flat_map(|(_, made)| made.owner.iter());
    expect(
        subject,
        registered.chain(planned).chain(owners).chain(leading).chain(called).flat_map(Party::names).chain(delegations),
        findings,
    );
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    expect(subject, walk::selections(scope.submission).flat_map(|(_, selection)| selection.from.iter()), findings);
}

fn expect<'a>(subject: &Subject, named: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    let sources = subject.sources();
    for from in named.filter(|from| !sources.has(&from.value)) {
        let written = from.value.as_str();
        if are_codes(subject, written) {
            let finding = findings.add(from.span, format!("`{written}` would be one source of this name"));
            finding.advise("write several in a list: `[RUS, BLR]`");
            continue;
        }
        let word = word_for(subject, written);
        if word.is_none() && written.trim().contains(' ') {
            continue;
        }
        let hint = "documents are from a country's ISO code, a regional group, `secretariat`, `chair` or another office, a person, an organization or a body of the record";
        let guesses = sources.guesses(written, findings);
        let finding = findings.add(from.span, format!("`{written}` names nobody on record"));
        // codes of countries that merely look alike belong to quite different countries, and are not suggested
        let near = |id: &&str| id.eq_ignore_ascii_case(written) || subject.countries.name(id, "en").is_none();
        match word {
            Some(word) => finding.advise(format!("did you mean `{word}`?")).advise(hint),
            None => finding.suggest(written, guesses.into_iter().filter(near)).advise(hint),
        };
    }
}
