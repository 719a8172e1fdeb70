//! A document from somebody of whom there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Findings, Rule, Subject, walk};
use crate::source::Text;

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-source",
        Severity::Error,
        "`from:` of a document, of a generated block, of a call or of a step on its way, or `to:` of such a step, is neither `secretariat`, `chair`, the code of a country, a person nor an organization.",
        "The table of documents names who submitted each; the bare id would be printed there.",
        "Write the ISO code of the country (`BRA`), or add the organization to `organizations:` and use its id.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let sources = Known::sources(subject);
    let mut expect = |from: &Text| {
        if !sources.has(&from.value) {
            let hint =
                "documents are from `secretariat`, `chair`, a country's ISO code, a person or an organization of the record";
            let finding = findings.add(from.span, format!("nobody on record submits documents as `{}`", from.value));
            // codes of countries that look alike are of quite other countries
            let near = |id: &&str| id.eq_ignore_ascii_case(&from.value) || subject.countries.name(id, "en").is_none();
            finding.suggest(&from.value, sources.ids().filter(near)).advise(hint);
        }
    };
    walk::entries(&subject.dossier.registry).filter_map(|(_, entry)| entry.from.as_ref()).for_each(&mut expect);
    for (_, call) in subject.dossier.registry.calls.iter() {
        call.from.iter().chain(call.way.iter().flat_map(|step| step.from.iter().chain(&step.to))).for_each(&mut expect);
    }
    for loaded in &subject.dossier.submissions {
        walk::selections(&loaded.submission).filter_map(|(_, selection)| selection.from.as_ref()).for_each(&mut expect);
    }
}
