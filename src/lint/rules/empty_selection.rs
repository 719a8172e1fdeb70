//! Finds generated blocks that select no record.

use crate::authored::{Generated, Selection, Submission};
use crate::diagnostic::{Entry, Severity};
use crate::kept::QuickSet;
use crate::lint::known::Known;
use crate::lint::registers::SymbolIndex;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::lower::GeneratedBlock;
use crate::query::Scope;
use crate::records::series::Home;
use crate::source::Span;

/// The rule `empty-selection`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "empty-selection",
        Severity::Warning,
        "A generated block selects no record of the submission's period, or names a document that no register of the period has.",
        "Nothing is printed in its place; a heading may stay behind without text, or a list may be shorter than it was meant.",
        "Correct the topics, meetings or documents that it names, record what is missing, or delete the block.",
    ),
    check: Check::Submission(check),
};

fn check(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let records = Records::of(subject);
    goals_without_annex(scope, findings);
    let each = of_each_goal(scope.submission);
    for (generated, selection) in walk::selections(scope.submission) {
        if generated == Generated::Register && !selection.documents.is_empty() {
            documents(scope, subject.registers(), selection, findings);
        } else if each.contains(&selection.span) {
            // blocks of an annex for each Goal are reported Goal by Goal, in `goals_without_annex`
        } else if records.have_all(scope, selection)
            && let Some(nothing) = why_empty(scope, generated, selection)
        {
            report(scope, generated, selection, nothing, findings);
        }
        if selection.since.is_none() || scope.session(selection.since.as_ref()).is_some() {
            unknown_thanks(scope, selection, findings);
        }
    }
}

/// Reports those whom a block of acknowledgements is to thank, but of whom no holder of the office is on record for the time.
fn unknown_thanks(scope: &Scope, selection: &Selection, findings: &mut Findings) {
    for to in selection.to.iter().filter(|to| !to.value.offices().is_empty()) {
        let dates = scope.time(selection.since.as_ref());
        let held = |dates| to.value.offices().iter().any(|office| !scope.terms(*office, Some(dates)).is_empty());
        if !dates.is_some_and(held) {
            let message = format!("no {} are thanked: nobody on record was in office at the time", to.value.word());
            findings.add(to.span, message).advise("`terms:` says who held which office, `from:` when and `until:` when");
        }
    }
}

/// Returns the spans of the generated blocks in annexes that are repeated for each Goal.
fn of_each_goal(submission: &Submission) -> QuickSet<Span> {
    let repeated = submission.common.all_annexes().into_iter().filter(|annex| annex.each.is_some());
    repeated.flat_map(|annex| walk::selections_in(&annex.body)).map(|(_, selection)| selection.span).collect()
}

/// Reports the Goals under review that get no annex, because the record has nothing for them.
fn goals_without_annex(scope: &Scope, findings: &mut Findings) {
    let goals = scope.call().map(|call| call.goals.0.as_slice()).unwrap_or_default();
    let unknown = scope.submission.special.call().is_some() && scope.call().is_none();
    for annex in scope.submission.common.all_annexes().into_iter().filter(|annex| annex.each.is_some()) {
        if goals.is_empty() && !unknown && scope.submission.is_of_the_author(annex.span) {
            findings.add(annex.span, "there is no annex for any Goal: no call puts Goals under review");
        }
        let blocks: Vec<_> = walk::selections_in(&annex.body).collect();
        let nothing = |goal: u32| {
            let of_goal = |(generated, selection): &(Generated, &Selection)| {
                selection.for_goal(goal).is_none_or(|selection| why_empty(scope, *generated, &selection).is_some())
            };
            !blocks.is_empty() && blocks.iter().all(of_goal)
        };
        for goal in goals.iter().filter(|goal| nothing(goal.value)) {
            let (span, origin) = place(scope, annex.span);
            let message =
                format!("there is no annex{origin} for Goal {}: the record of the period has nothing for it", goal.value);
            findings.add(span, message).mark(goal.span, "under review").advise("`mapping:` says which topics serve which Goals");
        }
    }
}

/// The records that a selection may name. A selection that names something else selects nothing, but is not reported here: other rules report the name.
struct Records<'a> {
    topics: Known<'a>,
    sources: &'a Known<'a>,
}

impl<'a> Records<'a> {
    fn of(subject: &'a Subject) -> Self {
        Self { topics: Known::keys("topic", subject.dossier.registry.topics.iter()), sources: subject.sources() }
    }

    /// Says whether everything that a selection names is on record.
    fn have_all(&self, scope: &Scope, selection: &Selection) -> bool {
        selection.topic.iter().chain(selection.topics.iter()).all(|topic| self.topics.has(&topic.value))
            && selection.from.iter().all(|from| self.sources.has(&from.value))
            && selection.meetings.iter().all(|name| scope.meeting(name).is_some())
    }
}

/// Reports the documents of a selection that no register of the period has. The block leaves out only these, and so each has a message of its own.
fn documents(scope: &Scope, registers: &SymbolIndex, selection: &Selection, findings: &mut Findings) {
    let known = scope.by_symbol();
    for symbol in selection.documents.iter() {
        let unknown = registers.lacks(&symbol.value, Home { body: scope.body_id(), meeting: None });
        let full = scope.symbol(&symbol.value, None);
        if unknown || known.contains_key(&full) {
            continue;
        }
        let message = format!("`{}` is in no register of the period and is left out", symbol.value);
        findings.add(symbol.span, message).advise(match registers.meeting(&full) {
            Some((body, meeting)) if body == scope.body_id() => {
                format!("meeting {meeting} is not in the period of this submission")
            }
            Some((body, meeting)) => format!("meeting {body}:{meeting} is not one of the body of this submission"),
            None => "documents of others are registered in `also:` of a meeting".into(),
        });
    }
}

fn report(scope: &Scope, generated: Generated, selection: &Selection, nothing: &str, findings: &mut Findings) {
    let (span, origin) = place(scope, selection.span);
    findings.add(span, format!("the block `{}`{origin} is empty: {nothing}", generated.word()));
}

/// Returns the reason why a block is empty; `None` if it has something to show.
fn why_empty(scope: &Scope, generated: Generated, selection: &Selection) -> Option<&'static str> {
    (GeneratedBlock::of(generated).why_empty)(scope, selection)
}

/// Returns where to report a block, and a supplement for the message. A block of the usual body is in no file of the author's, and so is reported at the
/// `kind:` of the submission.
fn place(scope: &Scope, span: Span) -> (Span, &'static str) {
    if scope.submission.is_of_the_author(span) { (span, "") } else { (scope.submission.kind_span, " of the usual body") }
}
