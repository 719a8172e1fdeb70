//! The front gets the masthead, symbol and date in the form of the house style, and the labels of the box.

use super::blocks::BlockContext;
use super::runs::Resolver;
use crate::date::{Date, Dates};
use crate::document;
use crate::house::{AgendaForm, House, SymbolForm};
use crate::language::Language;
use crate::resolved::{BoxRow, Front, Masthead, Run, Symbol, plain_text};
use crate::source::Span;
use serde_json::{Value, json};

/// Resolves the front of a document.
pub(super) fn front(front: &document::Front, resolver: &mut Resolver) -> Front {
    let masthead = masthead(front, resolver);
    let date = front.date.filter(|_| resolver.house.masthead.is_none());
    Front {
        masthead,
        date: date.map(|date| resolver.text(day(resolver.language, date), front.span)).unwrap_or_default(),
        address: front.address.iter().map(|line| resolver.runs(line)).filter(|line| !line.is_empty()).collect(),
        author: resolver.runs(&front.author),
        title: resolver.runs(&front.title),
        subtitle: resolver.runs(&front.subtitle),
        summary_box: summary_box(front, resolver),
    }
}

fn masthead(front: &document::Front, resolver: &mut Resolver) -> Masthead {
    let house = resolver.house;
    let logo = front.logo.clone();
    let Some(form) = &house.masthead else { return Masthead { logo, ..Masthead::default() } };
    let event = front.event.iter().map(|line| resolver.runs(line)).collect();
    let mut agenda_item = resolver.runs(&front.agenda_item);
    if !agenda_item.is_empty() && form.agenda_item == AgendaForm::Labelled {
        agenda_item = line(resolver, "agenda_item", json!({ "item": plain_text(&agenda_item) }), front.span);
    }
    let supplement = front.supplement.map(|(word, number)| line(resolver, word, json!({ "n": number }), front.span));
    let symbol = symbol(front, form.symbol, resolver);
    let date = front.date.map(|date| resolver.text(day(resolver.language, date), front.span));
    let original = (symbol.is_some() || date.is_some()).then(|| {
        let original = resolver.language.word("languages", &front.original).to_string();
        line(resolver, "original", json!({ "language": original }), front.span)
    });
    let (supplement, date, original) = (supplement.unwrap_or_default(), date.unwrap_or_default(), original.unwrap_or_default());
    Masthead { event, agenda_item, supplement, symbol, date, original, logo }
}

/// Returns a line that consists of a label of the language.
fn line(resolver: &mut Resolver, key: &str, values: Value, span: Span) -> Vec<Run> {
    resolver.label(key, values, span)
}

/// Resolves the line with the symbol, in three parts; returns `None` for a document without a symbol.
fn symbol(front: &document::Front, form: SymbolForm, resolver: &mut Resolver) -> Option<Symbol> {
    let given = front.symbol.as_ref()?;
    let shown = match form {
        SymbolForm::Full => bare(&given.value),
        SymbolForm::Number => bare(&given.value).rsplit('/').next().unwrap_or_default(),
    };
    let symbol = format!("{shown}-{}", resolver.language.property("suffix"));
    let words = plain_text(&line(resolver, "document", json!({ "symbol": symbol }), given.span));
    // if the language's template leaves the symbol out, the line is the words of the template alone
    let (before, symbol, after) = match words.rsplit_once(&symbol) {
        Some((before, after)) => (before.to_string(), symbol, after.to_string()),
        None => (words, String::new(), String::new()),
    };
    Some(Symbol { before, symbol, after, span: given.span })
}

fn day(language: &Language, date: Date) -> String {
    language.dates(Dates { first: date, last: date })
}

/// Returns a symbol without the letter of a language.
fn bare(symbol: &str) -> &str {
    match symbol.rsplit_once('-') {
        Some((before, "E" | "F" | "S" | "R" | "C" | "A")) => before,
        _ => symbol,
    }
}

/// Returns the symbol for the running header, in the form of the house style; `None` for a document without a symbol.
pub(super) fn header(front: &document::Front, language: &Language, house: &House) -> Option<String> {
    let symbol = bare(&front.symbol.as_ref()?.value);
    let short = front.supplement.map(|(word, number)| {
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

fn summary_box(front: &document::Front, resolver: &mut Resolver) -> Vec<BoxRow> {
    let rows = front.summary_box.iter().map(|(key, blocks)| BoxRow {
        key: key.to_string(),
        label: resolver.language.word("labels", key).to_string(),
        body: resolver.blocks(blocks, &BlockContext::in_box(), &mut 0),
    });
    rows.collect()
}
