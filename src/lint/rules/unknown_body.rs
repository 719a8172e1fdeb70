//! Finds ids of bodies of which there is no record.

use crate::authored::Block;
use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::series::MeetingName;
use crate::source::Text;

/// The rule `unknown-body`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-body",
        Severity::Error,
        "The dossier, a submission, a term of office, a meeting, the name of a meeting or a symbol names a body that is not in `bodies:`; or the `body:` of a submission is the id of a body.",
        "The name of the body, its officers and the symbols of its documents are taken from that record; the body of a submission is its text.",
        "Correct the id, or add the body to `bodies:` in `dossier.yaml`; whose document a submission is, says `of:`.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let bodies = Known::keys("body", registry.bodies.iter());
    bodies.expect(&registry.body, findings);
    bodies.expect(registry.terms.iter().filter_map(|term| term.of.as_ref()), findings);
    bodies.expect(registry.meetings.iter().flat_map(|meeting| meeting.of.iter()).map(|host| &host.body), findings);
    let closed = walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.closed_at.as_ref());
    let steps = registry.calls.iter().flat_map(|(_, call)| &call.way).filter_map(|step| step.meeting.as_ref());
    in_names(&bodies, closed.chain(steps), findings);
    in_symbols(&bodies, walk::entries(registry).map(|(_, entry)| &entry.symbol), findings);
    in_symbols(&bodies, walk::citations_of_records(registry).into_iter().map(|(symbol, _)| symbol), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let (submission, common) = (scope.submission, &scope.submission.common);
    let bodies = Known::keys("body", subject.dossier.registry.bodies.iter());
    // an edition has the body of its submission, where it is reported
    bodies.expect(common.of.iter().filter(|_| submission.first.is_none()), findings);
    in_names(&bodies, common.meeting.iter().chain(walk::own_meetings(submission)), findings);
    in_symbols(&bodies, walk::citations(submission).chain(&common.symbol), findings);
    if let [Block::Text(text)] = &*common.body
        && bodies.has(&text.value)
    {
        let finding = findings.add(text.span, format!("the text of this document is `{}`, the id of a body", text.value));
        finding.advise(format!("`of: {}` says whose document it is; `body:` is its text", text.value));
    }
}

fn in_names<'t>(bodies: &Known, names: impl Iterator<Item = &'t MeetingName>, findings: &mut Findings) {
    bodies.expect(names.filter_map(|name| name.body.as_ref()), findings);
}

/// Reports the bodies that symbols in lists name before a colon.
fn in_symbols<'t>(bodies: &Known, symbols: impl Iterator<Item = &'t Text>, findings: &mut Findings) {
    let body = |symbol: &Text| {
        let (body, _) = symbol.value.rsplit_once(':')?;
        Some(Text::generated(body, symbol.span_of(0..body.len())))
    };
    let named: Vec<Text> = symbols.filter_map(body).collect();
    bodies.expect(&named, findings);
}
