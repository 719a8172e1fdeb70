//! A document → a resolved document, in one pass before any writer, so that PDF and Word cannot disagree.
//!
//! 1. Blocks get their numbers; what has an id is remembered with its label ([`blocks`]).
//! 2. Inlines become runs: words of the language, dates, numbers, generated sentences ([`runs`]).
//! 3. References, which may lead forward, get the labels of their places.

mod blocks;
mod chart;
mod runs;
mod table;

use crate::date::{Date, Dates};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::{Document, Front};
use crate::house::{AgendaForm, House, SymbolForm};
use crate::language::Language;
use crate::resolved::{BoxRow, LanguageTag, Masthead, Properties, ResolvedDocument, Run, count, plain_text};
use runs::Resolver;
use serde_json::json;

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
        kind: front.kind,
        // who has read the files knows them
        sources: Vec::new(),
        house: house_name.into(),
        language: tag(language),
        masthead: masthead(front, &mut resolver),
        header: header(front, language, house),
        opening: opening(front, &mut resolver),
        footer: house.footer.as_ref().map(|footer| footer.value.clone()),
        author: resolver.runs(&front.author),
        title: resolver.runs(&front.title),
        subtitle: resolver.runs(&front.subtitle),
        summary_box: summary_box(front, &mut resolver),
        contents: front.contents.unwrap_or(house.contents).then(|| language.word("labels", "contents").to_string()),
        body: resolver.body(&document.body),
        annexes: resolver.annexes(&document.annexes),
        end_line: house.end_line,
        page_limit: front.page_limit,
        span: front.span,
        records: Default::default(),
        counts: None,
        properties: Properties {
            title: String::new(),
            author: String::new(),
            symbol: front.symbol.as_ref().map(|s| s.value.clone()),
            date: front.date,
        },
    };
    resolver.settle(&mut resolved);
    resolved.counts = document.questionnaire.as_ref().map(|questionnaire| count(questionnaire, &resolved));
    resolved.records = std::mem::take(&mut resolver.records);
    resolved.properties.title = plain_text(&resolved.title);
    let author = if front.organization.is_empty() { plain_text(&resolved.author) } else { front.organization.clone() };
    resolved.properties.author = author;
    report.extend(resolver.faults);
    resolved
}

fn tag(language: &Language) -> LanguageTag {
    let property = |key: &str| language.property(key).to_string();
    LanguageTag { code: language.code.clone(), region: property("region"), direction: property("direction") }
}

/// What stands above the title: the date, where no masthead gives it, and what a letter has there.
fn opening(front: &Front, resolver: &mut Resolver) -> Vec<Vec<Run>> {
    let date = front.date.filter(|_| resolver.house.masthead.is_none());
    let date = date.map(|date| vec![resolver.text(day(resolver.language, date), front.span)]);
    let address = front.address.iter().map(|line| resolver.runs(line));
    date.into_iter().chain(address).filter(|line| !line.is_empty()).collect()
}

fn masthead(front: &Front, resolver: &mut Resolver) -> Masthead {
    let house = resolver.house;
    let Some(form) = &house.masthead else {
        return Masthead { left: Vec::new(), agenda_item: Vec::new(), right: Vec::new(), logo: front.logo.clone() };
    };
    let left = front.event.iter().map(|line| resolver.runs(line)).collect();
    let mut agenda_item = resolver.runs(&front.agenda_item);
    if !agenda_item.is_empty() && form.agenda_item == AgendaForm::Labelled {
        let item = plain_text(&agenda_item);
        agenda_item = vec![resolver.label("agenda_item", json!({ "item": item }), front.span)];
    }
    let mut right = Vec::new();
    if let Some((word, number)) = front.carrier {
        right.push(vec![resolver.label(word, json!({ "n": number }), front.span)]);
    }
    if let Some(symbol) = &front.symbol {
        let shown = match form.symbol {
            SymbolForm::Full => bare(&symbol.value),
            SymbolForm::Number => bare(&symbol.value).rsplit('/').next().unwrap_or_default(),
        };
        let shown = format!("{shown}-{}", resolver.language.property("suffix"));
        let mut run = resolver.label("document", json!({ "symbol": shown }), symbol.span);
        if let Run::Text(text) = &mut run {
            text.unbroken = true;
        }
        right.push(vec![run]);
    }
    right.extend(front.date.map(|date| vec![resolver.text(day(resolver.language, date), front.span)]));
    if front.symbol.is_some() || front.date.is_some() {
        let original = resolver.language.word("languages", &front.original).to_string();
        right.push(vec![resolver.label("original", json!({ "language": original }), front.span)]);
    }
    Masthead { left, agenda_item, right, logo: front.logo.clone() }
}

fn day(language: &Language, date: Date) -> String {
    language.dates(Dates { first: date, last: date })
}

/// The symbol without the letter of a language.
fn bare(symbol: &str) -> &str {
    match symbol.rsplit_once('-') {
        Some((before, "E" | "F" | "S" | "R" | "C" | "A")) => before,
        _ => symbol,
    }
}

fn header(front: &Front, language: &Language, house: &House) -> Option<String> {
    let symbol = bare(&front.symbol.as_ref()?.value);
    let short = front.carrier.map(|(word, number)| {
        let word = match word {
            "addendum" => "Add",
            "revision" => "Rev",
            _ => "Corr",
        };
        format!("({word}.{number})")
    });
    let symbol = format!("{symbol}{}", short.unwrap_or_default());
    let form = house.masthead.as_ref().map_or("{symbol}-{suffix}", |masthead| &masthead.header.value);
    Some(form.replace("{symbol}", &symbol).replace("{suffix}", language.property("suffix")))
}

fn summary_box(front: &Front, resolver: &mut Resolver) -> Vec<BoxRow> {
    let rows = front.summary_box.iter().map(|(key, paragraphs)| BoxRow {
        key,
        label: resolver.language.word("labels", key).to_string(),
        paragraphs: paragraphs.iter().map(|paragraph| resolver.runs(paragraph)).collect(),
    });
    rows.collect()
}

/// A fault of a template: shown at the record that it was filled from.
fn template_fault(span: crate::source::Span, key: &str, message: &str) -> Diagnostic {
    Diagnostic::new(catalogue::TEMPLATE, span, format!("the words for `{key}` could not be made: {message}"))
        .hint("the template stands in `languages/`, below `sentences` or `labels`")
}
