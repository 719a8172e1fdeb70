//! A document symbol that is not written as it should be.

use crate::diagnostic::Severity;
use crate::document::Inline;
use crate::lint::registers::Registers;
use crate::lint::{Findings, Rule, Subject, walk};
use crate::source::{Span, Text};
use crate::text::prose::Prose;
use crate::text::symbol::SymbolReader;

/// The rule.
pub static RULE: Rule = Rule {
    name: "malformed-symbol",
    severity: Severity::Warning,
    about: "\
A symbol is recognised, but not written in its canonical form: `CWGWSIS&SDG37/2`, `C17/80 (Rev.1)`, `PP18/62`.

Why: a symbol is printed as it is written; in a damaged form neither search engines nor the Union's own site find the document.
Mend: write the form that the message gives.",
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let submissions = subject.dossier.submissions.iter().map(|loaded| &loaded.submission);
    let texts = submissions.flat_map(walk::texts).chain(walk::record_texts(&subject.dossier.registry));
    for text in texts {
        in_text(subject.symbols, text, findings);
    }
    for symbol in subject.dossier.submissions.iter().filter_map(|loaded| loaded.submission.common.symbol.as_ref()) {
        in_text(subject.symbols, symbol, findings);
    }
    let Some(registers) = Registers::read(subject) else { return };
    let registered = walk::entries(&subject.dossier.registry).map(|(meeting, entry)| (&entry.symbol, Some(meeting)));
    for (symbol, meeting) in registered.chain(walk::citations(subject.dossier)) {
        if let Some(correct) = registers.correction(&symbol.value, meeting) {
            report(&symbol.value, &correct, symbol.span, findings);
        }
    }
}

fn in_text(symbols: &SymbolReader, text: &Text, findings: &mut Findings) {
    let is_damaged = |found: &crate::text::symbol::Found| text.value[found.range.clone()] != *found.canonical;
    if symbols.find(&text.value).iter().any(is_damaged) {
        // only what is shown as a symbol: not addresses, not code
        let prose = Prose { symbols, values: &|_| Some(0), names: &[] };
        let shown = prose.read(text, &mut Vec::new());
        damaged(symbols, &shown, findings);
    }
}

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
            | Inline::Comment { content, .. } => {
                damaged(symbols, content, findings);
            }
            Inline::Reference { content: Some(content), .. } => damaged(symbols, content, findings),
            _ => {}
        }
    }
}

fn report(written: &str, correct: &str, span: Span, findings: &mut Findings) {
    findings.add(span, format!("the symbol `{written}` is not written correctly")).advise(format!("write `{correct}`"));
}
