//! Texts as calls of Typst: the words as string literals, inside the calls for their link, their language and their look.

use crate::document::Script;
use crate::layout::is_figure;
use crate::resolved::{Link, Text};
use crate::template::typst_literal;
use crate::writer::pages::page_of;
use regex::Regex;
use std::sync::LazyLock;

/// Returns a text as a string literal, which Typst never reads as markup, inside the calls for its link, its language and its look.
pub fn call(text: &Text) -> String {
    let link = match &text.link {
        Some(Link::Url(url)) => format!("#link({})[", typst_literal(url.as_str())),
        Some(Link::Place { anchor, .. }) => format!("#link(label({}))[", typst_literal(anchor)),
        None => String::new(),
    };
    let around = looks(text);
    let closing = "];".repeat(around.matches('[').count() + usize::from(!link.is_empty()));
    let words = match page_of(text) {
        Some(anchor) => format!("#page-of({});", typst_literal(anchor)),
        None if text.unbroken => literal(&text.text),
        None => literals(&text.text),
    };
    format!("{link}{around}{words}{closing}")
}

/// Returns the beginnings of the calls that give a text its look and its language, each with its bracket.
fn looks(text: &Text) -> String {
    let language = text.lang.map(|locale| match locale.region() {
        Some(region) => format!("#text(lang: \"{}\", region: \"{region}\")[", locale.code()),
        None => format!("#text(lang: \"{}\", region: none)[", locale.code()),
    });
    let script = text.script.map_or("", |script| match script {
        Script::Subscript => "#sub[",
        Script::Superscript => "#superscript[",
    });
    let looks = [
        ("#strong[", text.strong),
        ("#emph[", text.emphasis),
        ("#code[", text.code),
        ("#strike[", text.struck),
        ("#underline[", text.underlined && !text.struck),
        // the tags of a PDF have one line a text
        ("#line-below[", text.underlined && text.struck),
        (unbroken(&text.text), text.unbroken),
    ];
    let calls = looks.iter().filter(|(_, applies)| *applies).map(|(call, _)| *call);
    language.as_deref().into_iter().chain(calls).chain([script]).collect()
}

/// Returns a text that is shown as a string literal. No-break spaces and hyphens have no glyphs of their own in most fonts, so they
/// are plain ones; [`literals`] keeps them on one line.
pub fn visible(text: &str) -> String {
    typst_literal(&text.replace('\u{a0}', " ").replace('\u{2011}', "-"))
}

/// Returns the call that shows a text as it is.
pub fn literal(text: &str) -> String {
    format!("#{};", visible(text))
}

/// Returns the beginning of the call that keeps a text on one line: a figure everywhere, words where there is room.
pub fn unbroken(text: &str) -> &'static str {
    if is_figure(text) && text.contains([' ', '\u{a0}', '-', '\u{2011}']) { "#amount[" } else { "#unbroken[" }
}

/// Returns a text as literals. Words with no-break spaces or hyphens are kept on one line with plain ones, so that a reader of the
/// PDF finds "Resolution 140" as it is typed, and programs that read the structure find no replaced text.
pub fn literals(text: &str) -> String {
    static JOINED: LazyLock<Regex> = LazyLock::new(|| Regex::new("[^ ]*[\u{a0}\u{2011}][^ ]*").expect("a fixed pattern"));
    let mut out = String::new();
    let mut at = 0;
    for found in JOINED.find_iter(text) {
        if at < found.start() {
            out += &literal(&text[at..found.start()]);
        }
        out += &format!("{}{}];", unbroken(found.as_str()), literal(found.as_str()));
        at = found.end();
    }
    if at < text.len() || text.is_empty() { out + &literal(&text[at..]) } else { out }
}
