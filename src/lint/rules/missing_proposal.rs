//! Finds four-year reports that propose nothing for the future of the group, or do not show the proposal.

use crate::authored::{Coverage, Generated};
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `missing-proposal`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-proposal",
        Severity::Warning,
        "A four-year report has no `proposal:`; or a submission has one, but no block `future` that shows it.",
        "PP Decision 11 asks each group for a recommendation on the need to maintain, modify, terminate or establish it for the next period.",
        "`proposal: {future: maintain, reasons: Why the group goes on}`, and `future` in a clause of the body.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let submission = scope.submission;
    let shown = walk::selections(submission).any(|(generated, _)| generated == Generated::Future);
    match &submission.common.proposal {
        None if shown || submission.kind.coverage == Coverage::PeriodWithCitations => {
            let finding = findings.add(submission.kind_span, "this report proposes nothing for the future of the group");
            finding.advise("`proposal: {future: maintain, reasons: …}`; or `modify`, `terminate`, `establish`");
        }
        Some(proposal) if !shown => {
            let finding = findings.add(proposal.span, "this proposal is not shown: the body has no block `future`");
            finding.advise("put `- future` into a clause of the body");
        }
        _ => {}
    }
}
