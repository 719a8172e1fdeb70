//! Turns a document into a resolved document, in one pass before any writer, so that PDF and Word cannot disagree.
//!
//! 1. Blocks get their numbers; the label of each block with an id is remembered ([`blocks`]).
//! 2. Inlines become runs: words of the language, dates, numbers, generated sentences ([`runs`]).
//! 3. Names and descriptions become lines ([`tidy`]).
//! 4. References get the labels, numbers and titles of their targets, which may stand further on in the document ([`references`]).
//! 5. The words of answers are counted ([`count`]).
//! 6. Blocks and runs get their identities, which edits in other blocks do not change ([`identify()`]; callers do this step,
//!    since it needs the dossier).

mod aim;
mod annex;
mod blocks;
mod chart;
mod front;
mod identify;
mod references;
mod runs;
mod sentence;
mod table;
mod tidy;

pub use aim::{Aim, LETTERS};
pub use identify::identify;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::Document;
use crate::house::House;
use crate::language::Language;
use crate::resolved::{LanguageTag, Properties, ResolvedDocument, VERSION, count, heading_text, plain_text};
use runs::Resolver;

/// Resolves a document in a language and a house style; `house_name` is only noted in the result. `aim` says whether all words are wanted.
///
/// If a reference has no target or a template fails, a message is added to `report` and the words are left out.
pub fn resolve(
    document: &Document,
    language: &Language,
    house: &House,
    house_name: &str,
    aim: Aim,
    report: &mut Diagnostics,
) -> ResolvedDocument {
    let front = &document.front;
    let mut resolver = Resolver::new(language, house, &front.acronyms, aim);
    if !document.numbers.is_empty() {
        resolver.numbers.clone_from(&document.numbers);
    }
    // the codes are checked also where no masthead shows the languages
    let original = front::original(front, &mut resolver);
    let mut resolved = ResolvedDocument {
        version: VERSION,
        kind: front.kind.into(),
        // the caller, who has read the files, fills them in
        sources: Vec::new(),
        house: house_name.into(),
        language: tag(language),
        properties: Properties {
            title: String::new(),
            author: String::new(),
            symbol: front.symbol.as_ref().map(|symbol| resolver.line_of(&symbol.value, symbol.span)),
            date: front.date,
            original: front.original.as_ref().map(|_| original.property(&mut resolver, front.span)),
        },
        front: front::front(front, &original, &mut resolver),
        contents: front.contents.unwrap_or(house.contents).then(|| language.word("labels", "contents").to_string()),
        header: front::header(front, language, house),
        footer: house.footer.as_ref().map(|footer| footer.value.clone()),
        numbers: resolver.numbers.iter().map(|pattern| pattern.text.value.clone()).collect(),
        body: resolver.body(&document.body),
        annexes: resolver.annexes(&document.annexes),
        end_line: house.end_line,
        counts: None,
        page_limit: front.page_limit,
        span: front.span,
        made_from: Default::default(),
    };
    resolver.tidy(&mut resolved);
    resolver.fill_in_references(&mut resolved);
    resolved.counts = document.questionnaire.as_ref().map(|questionnaire| count(questionnaire, &resolved));
    resolved.properties.title = heading_text(&resolved.front.title);
    let organization = plain_text(&resolver.runs(&front.organization));
    resolved.properties.author = match organization.as_str() {
        "" => plain_text(&resolved.front.author),
        organization => resolver.line_of(organization, front.span),
    };
    report.extend(resolver.faults);
    resolved
}

fn tag(language: &Language) -> LanguageTag {
    let property = |key: &str| language.property(key).to_string();
    LanguageTag {
        code: language.code.clone(),
        region: property("region"),
        direction: property("direction"),
        decimal_sign: property("decimal_sign"),
    }
}

/// Returns a message about a template that fails, at the record whose values it was given.
fn template_fault(span: crate::source::Span, key: &str, message: &str) -> Diagnostic {
    Diagnostic::new(catalogue::TEMPLATE, span, format!("the words for `{key}` could not be made: {message}"))
        .hint("the template stands in `languages/`, below `sentences` or `labels`")
}
