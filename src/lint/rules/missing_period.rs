//! Finds reports that do not say which meetings they report.

use crate::authored::Coverage;
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `missing-period`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-period",
        Severity::Error,
        "A report has no `period:`, or an empty one; or the summary of a meeting has no `meeting:`.",
        "It would report all meetings on record, those of earlier years included.",
        "`period: {after: council-21}` for the meetings since a session, or `period: {meetings: [37, 38]}`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let hint = "`period: {after: SESSION}` or `period: {meetings: [37, 38]}`";
    let submission = scope.submission;
    match &submission.common.period {
        None if submission.kind.coverage.has_period() => {
            let message = format!("a submission of the kind `{}` needs a `period`", submission.kind.name);
            findings.add(submission.kind_span, message).advise(hint);
        }
        None if submission.kind.coverage == Coverage::Meeting && submission.common.meeting.is_none() => {
            let message = format!("a submission of the kind `{}` needs a `meeting`", submission.kind.name);
            findings.add(submission.kind_span, message).advise("`meeting: 38`, the number of the meeting");
        }
        _ => {}
    }
    for period in walk::periods(submission).filter(|period| period.is_empty()) {
        findings.add(period.span, "this period names neither a session nor meetings").advise(hint);
    }
}
