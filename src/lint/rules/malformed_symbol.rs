//! Finds document symbols that are recognised, but not written in their canonical form.

use crate::diagnostic::{Diagnostics, Entry, Severity};
use crate::document::Inline;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::series::Home;
use crate::source::{Span, Text};
use crate::text::prose::Prose;
use crate::text::symbol::SymbolReader;

/// The rule `malformed-symbol`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "malformed-symbol",
        Severity::Warning,
        "A symbol is recognised, but not written in its canonical form: `CWGWSIS&SDG37/2`, `C17/80 (Rev.1)`, `PP18/62`.",
        "A symbol is printed as it is written; in a damaged form neither search engines nor the Union's own site find the document.",
        "Write the form that the message gives.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    walk::record_texts(registry).into_iter().for_each(|text| in_text(subject.symbols, text, findings));
    let registered = walk::entries(registry).map(|(meeting, entry)| (&entry.symbol, registry.home(meeting)));
    for (symbol, home) in registered.chain(walk::citations_of_records(registry)) {
        in_list(subject, symbol, home, findings);
    }
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let texts = walk::texts(scope.submission).into_iter().chain(&scope.submission.common.symbol);
    texts.for_each(|text| in_text(subject.symbols, text, findings));
    let home = Home { body: scope.body_id(), meeting: None };
    walk::citations(scope.submission).for_each(|symbol| in_list(subject, symbol, home, findings));
}

fn in_list(subject: &Subject, symbol: &Text, home: Home, findings: &mut Findings) {
    if let Some(correct) = subject.registers().correction(&symbol.value, home) {
        report(&symbol.value, &correct, symbol.span, findings);
    }
}

fn in_text(symbols: &SymbolReader, text: &Text, findings: &mut Findings) {
    let is_damaged = |found: &crate::text::symbol::FoundSymbol| text.value[found.range.clone()] != *found.canonical;
    if symbols.find(&text.value).iter().any(is_damaged) {
        // the text is read as it will be printed, so that nothing is reported in addresses and code
        let prose = Prose { symbols, values: &|_| Some(0), names: &[] };
        let shown = prose.read(text, &mut Diagnostics::new());
        damaged(symbols, &shown, findings);
    }
}

/// Reports the symbols among these inlines, at any depth, that are not in their canonical form.
fn damaged(symbols: &SymbolReader, inlines: &[Inline], findings: &mut Findings) {
    for inline in inlines {
        match inline {
            Inline::Symbol { text, span, .. } => {
                if let Some(found) = symbols.find(text).first().filter(|found| found.canonical != *text) {
                    report(text, &found.canonical, *span, findings);
                }
            }
            Inline::Styled(_, content)
            | Inline::Note(content, _)
            | Inline::Link { content, .. }
            | Inline::Reference { content, .. }
            | Inline::Comment { content, .. } => {
                damaged(symbols, content, findings);
            }
            Inline::Text(_) | Inline::Part(..) | Inline::Equation(..) | Inline::Break => {}
            Inline::Number(..) | Inline::Dates(..) | Inline::Sentence(_) => {}
        }
    }
}

fn report(written: &str, correct: &str, span: Span, findings: &mut Findings) {
    findings.add(span, format!("the symbol `{written}` is not written correctly")).advise(format!("write `{correct}`"));
}
