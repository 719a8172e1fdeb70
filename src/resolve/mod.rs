//! A document → a resolved document, in one pass before any writer, so that PDF and Word cannot disagree.
//!
//! 1. Blocks get their numbers; what has an id is remembered with its label ([`blocks`]).
//! 2. Inlines become runs: words of the language, dates, numbers, generated sentences ([`runs`]).
//! 3. References, which may lead forward, get the labels of their places.
//! 4. Blocks and runs get their identities ([`identify()`]), which do not move with an edit elsewhere.

mod blocks;
mod chart;
mod front;
mod identify;
mod runs;
mod table;

pub use identify::identify;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::Document;
use crate::house::House;
use crate::language::Language;
use crate::resolved::{LanguageTag, Properties, ResolvedDocument, VERSION, count, plain_text};
use runs::Resolver;

/// Resolves a document in a language and a house style; the name of the style is only noted.
///
/// Where a reference leads nowhere or a template fails, a message goes to the report and the words are left out.
pub fn resolve(
    document: &Document,
    language: &Language,
    house: &House,
    house_name: &str,
    report: &mut Diagnostics,
) -> ResolvedDocument {
    let front = &document.front;
    let mut resolver = Resolver::new(language, house, &front.acronyms);
    let mut resolved = ResolvedDocument {
        version: VERSION,
        kind: front.kind.into(),
        // who has read the files knows them
        sources: Vec::new(),
        house: house_name.into(),
        language: tag(language),
        properties: Properties {
            title: String::new(),
            author: String::new(),
            symbol: front.symbol.as_ref().map(|s| s.value.clone()),
            date: front.date,
        },
        front: front::front(front, &mut resolver),
        contents: front.contents.unwrap_or(house.contents).then(|| language.word("labels", "contents").to_string()),
        header: front::header(front, language, house),
        footer: house.footer.as_ref().map(|footer| footer.value.clone()),
        body: resolver.body(&document.body),
        annexes: resolver.annexes(&document.annexes),
        end_line: house.end_line,
        counts: None,
        page_limit: front.page_limit,
        span: front.span,
        records: Default::default(),
        made_from: Default::default(),
    };
    resolver.settle(&mut resolved);
    resolved.counts = document.questionnaire.as_ref().map(|questionnaire| count(questionnaire, &resolved));
    resolved.records = std::mem::take(&mut resolver.records);
    resolved.properties.title = plain_text(&resolved.front.title);
    let author = if front.organization.is_empty() { plain_text(&resolved.front.author) } else { front.organization.clone() };
    resolved.properties.author = author;
    report.extend(resolver.faults);
    resolved
}

fn tag(language: &Language) -> LanguageTag {
    let property = |key: &str| language.property(key).to_string();
    LanguageTag { code: language.code.clone(), region: property("region"), direction: property("direction") }
}

/// A fault of a template: shown at the record that it was filled from.
fn template_fault(span: crate::source::Span, key: &str, message: &str) -> Diagnostic {
    Diagnostic::new(catalogue::TEMPLATE, span, format!("the words for `{key}` could not be made: {message}"))
        .hint("the template stands in `languages/`, below `sentences` or `labels`")
}
