//! Finds submissions whose symbol and keys do not say together which addendum, revision or corrigendum they are.

use crate::authored::Header;
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;
use crate::source::Spanned;
use crate::text::designation::{Designation, SupplementKind};

/// The rule `contradictory-symbol`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "contradictory-symbol",
        Severity::Error,
        "`addendum`, `revision` or `corrigendum` says again what the symbol says (`C22/8(Rev.1)` and `revision: 1`), has no symbol to belong to, or is 0.",
        "The symbol is what the document is filed and cited by; of two numbers only one can be meant, and half of a symbol names no document.",
        "Give each number once: in the symbol, or by its key beside the symbol without it.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let common = &scope.submission.common;
    for (kind, number) in SupplementKind::ALL.into_iter().zip([common.addendum, common.revision, common.corrigendum]) {
        if let Some(number) = number {
            inspect(common, kind, number, findings);
        }
    }
}

fn inspect(common: &Header, kind: SupplementKind, number: Spanned<u32>, findings: &mut Findings) {
    let key = kind.key();
    let Some(symbol) = &common.symbol else {
        let finding = findings.add(number.span, format!("this {key} has no symbol"));
        finding.advise(format!("give the symbol of the document of which it is the {key}, `symbol: C22/8`"));
        return;
    };
    if number.value == 0 {
        findings.add(number.span, format!("there is no {key} 0")).advise(format!("without `{key}` it is the document itself"));
    }
    let said = Designation::read(&symbol.value);
    if let Some((_, known)) = said.supplements.iter().find(|(known, _)| *known == kind) {
        let finding = findings.add(number.span, format!("the symbol says already that this is {key} {known}"));
        finding.mark(symbol.span, "said here").advise(format!("leave out `{key}`, or write the symbol `{}`", said.document));
    }
}
