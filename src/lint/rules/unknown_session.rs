//! A session of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Findings, Rule, Subject, walk};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-session",
        Severity::Error,
        "A submission or one of its generated blocks names a session, in `session`, `period` or `since`, that is not in `sessions:`.",
        "The masthead, and which meetings are reported, follow from the dates of the session.",
        "Correct the id, or add the session to `sessions.yaml` with its dates.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let sessions = Known::keys("session", subject.dossier.registry.sessions.iter());
    for loaded in &subject.dossier.submissions {
        sessions.expect(&loaded.submission.common.session, findings);
        let periods = walk::periods(&loaded.submission);
        sessions.expect(periods.flat_map(|period| period.after.iter().chain(&period.until)), findings);
        sessions.expect(walk::selections(&loaded.submission).filter_map(|(_, selection)| selection.since.as_ref()), findings);
    }
}
