//! The front gets the masthead, symbol and date in the form of the house style, and the labels of the box.

use super::blocks::BlockContext;
use super::runs::Resolver;
use crate::date::{Date, Dates};
use crate::diagnostic::{Diagnostic, catalogue, listing};
use crate::document;
use crate::house::{AgendaForm, House, SymbolForm};
use crate::language::Language;
use crate::resolved::{BoxRow, Front, Masthead, Run, Symbol, plain_text};
use crate::source::Span;
use serde_json::{Value, json};

/// Resolves the front of a document.
pub(super) fn front(front: &document::Front, original: &OriginalWords, resolver: &mut Resolver) -> Front {
    let masthead = masthead(front, original, resolver);
    let date = front.date.filter(|_| resolver.house.masthead.is_none());
    Front {
        masthead,
        date: date.map(|date| resolver.text(day(resolver.language, date), front.span)).unwrap_or_default(),
        address: front.address.iter().map(|line| resolver.runs(line)).filter(|line| !line.is_empty()).collect(),
        author: resolver.runs(&front.author),
        title: resolver.runs(&front.title),
        title_span: front.title_span,
        subtitle: resolver.runs(&front.subtitle),
        summary_box: summary_box(front, resolver),
    }
}

fn masthead(front: &document::Front, original: &OriginalWords, resolver: &mut Resolver) -> Masthead {
    let house = resolver.house;
    let logo = front.logo.as_ref().map(|logo| resolver.picture(logo));
    let Some(form) = &house.masthead else { return Masthead { logo, ..Masthead::default() } };
    let event = front.event.iter().map(|line| resolver.runs(line)).collect();
    let mut agenda_item = resolver.runs(&front.agenda_item);
    if !agenda_item.is_empty() && form.agenda_item == AgendaForm::Labelled {
        agenda_item = line(resolver, "agenda_item", json!({ "item": plain_text(&agenda_item) }), front.span);
    }
    let supplement = supplement(front, resolver);
    let symbol = symbol(front, form.symbol, resolver);
    let date = front.date.map(|date| resolver.text(day(resolver.language, date), front.span));
    let shown = symbol.is_some() || date.is_some();
    let original = shown.then(|| original.line(resolver, front.span));
    let (date, original) = (date.unwrap_or_default(), original.unwrap_or_default());
    Masthead { event, agenda_item, supplement, symbol, date, original, logo }
}

/// Returns the labels of the supplements, the last one first and each on a line of its own: `Revision 2 to`, `Addendum 1 to`.
fn supplement(front: &document::Front, resolver: &mut Resolver) -> Vec<Run> {
    let mut out = Vec::new();
    for (at, (word, number)) in front.supplements.iter().rev().enumerate() {
        out.extend((at > 0).then_some(Run::Break));
        out.extend(resolver.label(word, json!({ "n": number }), front.span));
    }
    out
}

/// The languages of origin in words.
pub(super) struct OriginalWords {
    /// Their names: `Russian/English`.
    pub(super) languages: String,
    /// True if the document exists in these alone.
    only: bool,
}

impl OriginalWords {
    /// Returns the words for the properties of a document: `Russian/English`, `English only`.
    pub(super) fn property(&self, resolver: &mut Resolver, span: Span) -> String {
        if self.only { plain_text(&self.line(resolver, span)) } else { self.languages.clone() }
    }

    /// Returns the line of the masthead: `Original: Russian/English`, `English only`.
    fn line(&self, resolver: &mut Resolver, span: Span) -> Vec<Run> {
        let key = if self.only { "original_only" } else { "original" };
        line(resolver, key, json!({ "languages": self.languages }), span)
    }
}

/// Returns the names of the languages of origin; a code that the language has no name for is reported, and returned as it is.
pub(super) fn original(front: &document::Front, resolver: &mut Resolver) -> OriginalWords {
    let language = resolver.language;
    let Some(original) = &front.original else {
        return OriginalWords { languages: language.word("languages", &language.code).to_string(), only: false };
    };
    let known = language.keys("languages");
    for code in original.languages.iter().filter(|code| !known.contains(&code.value.as_str())) {
        let message = format!("there is no language with the code `{}`", code.value);
        let diagnostic =
            Diagnostic::new(catalogue::UNKNOWN_LANGUAGE, code.span, message).did_you_mean(&code.value, known.iter().copied());
        let forms = "`original: en`, a list of several, or `{only: en}`";
        resolver.faults.push(diagnostic.hint(format!("write {forms}; the languages are {}", listing(known.iter().copied()))));
    }
    let names: Vec<&str> = original.languages.iter().map(|code| language.word("languages", &code.value)).collect();
    OriginalWords { languages: names.join(language.word("labels", "languages_between")), only: original.only }
}

/// Returns a line that consists of a label of the language.
fn line(resolver: &mut Resolver, key: &str, values: Value, span: Span) -> Vec<Run> {
    resolver.label(key, values, span)
}

/// Resolves the line with the symbol, in three parts; returns `None` for a document without a symbol.
fn symbol(front: &document::Front, form: SymbolForm, resolver: &mut Resolver) -> Option<Symbol> {
    let given = front.symbol.as_ref()?;
    let shown = match form {
        SymbolForm::Full => front.base_symbol.as_str(),
        SymbolForm::Number => front.base_symbol.rsplit('/').next().unwrap_or_default(),
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

/// Returns the symbol for the running header, in the form of the house style; `None` for a document without a symbol.
pub(super) fn header(front: &document::Front, language: &Language, house: &House) -> Option<String> {
    let symbol = &front.symbol.as_ref()?.value;
    let form = house.masthead.as_ref().map_or("{symbol}-{suffix}", |masthead| &masthead.header.value);
    Some(form.replace("{symbol}", symbol).replace("{suffix}", language.property("suffix")))
}

fn summary_box(front: &document::Front, resolver: &mut Resolver) -> Vec<BoxRow> {
    let rows = front.summary_box.iter().map(|(key, blocks)| BoxRow {
        key: key.to_string(),
        label: resolver.language.word("labels", key).to_string(),
        body: resolver.blocks(blocks, &BlockContext::in_box(), &mut 0),
    });
    rows.collect()
}
