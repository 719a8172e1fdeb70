//! Finds characters that no font has, before Typst would draw an empty box for them or refuse the document without a place.

use super::fonts::Fonts;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Role, Run, Visitor, walk};
use crate::source::Span;
use crate::writer::Job;
use std::collections::{BTreeMap, BTreeSet};

/// The Debian packages with fonts for some ranges of characters.
const PACKAGES: [(std::ops::RangeInclusive<u32>, &str); 12] = [
    (0x0590..=0x05ff, "fonts-noto-core (Noto Sans Hebrew)"),
    (0x0600..=0x08ff, "fonts-noto-core (Noto Sans Arabic)"),
    (0xfb50..=0xfeff, "fonts-noto-core (Noto Sans Arabic)"),
    (0x0900..=0x1cff, "fonts-noto-core (Noto Sans of that script)"),
    (0x2190..=0x2bff, "fonts-noto-core (Noto Sans Symbols, Noto Sans Math)"),
    (0x2e80..=0x33ff, "fonts-noto-cjk (Noto Sans CJK)"),
    (0x3400..=0x9fff, "fonts-noto-cjk (Noto Sans CJK)"),
    (0xac00..=0xd7ff, "fonts-noto-cjk (Noto Sans CJK)"),
    (0xf900..=0xfaff, "fonts-noto-cjk (Noto Sans CJK)"),
    (0xff00..=0xffef, "fonts-noto-cjk (Noto Sans CJK)"),
    (0x1f000..=0x1ffff, "fonts-noto-color-emoji or fonts-symbola"),
    (0x20000..=0x3ffff, "fonts-noto-cjk (Noto Sans CJK)"),
];

/// Returns a message for each text with characters that no font has.
pub fn missing(job: &Job) -> Vec<Diagnostic> {
    let mut search = Search { fonts: job.fonts, known: BTreeMap::new(), found: BTreeMap::new() };
    walk(job.document, &mut search);
    let place = |span, characters: &BTreeSet<char>| {
        let each = characters.iter().map(|&c| job.sources.character(span, c));
        each.min().unwrap_or(span)
    };
    search.found.into_iter().map(|(span, characters)| diagnostic(place(span, &characters), &characters)).collect()
}

struct Search<'a> {
    fonts: &'a Fonts,
    known: BTreeMap<(char, bool), bool>,
    found: BTreeMap<Span, BTreeSet<char>>,
}

impl<'d> Visitor<'d> for Search<'_> {
    fn line(&mut self, role: Role, runs: &'d [Run]) {
        let texts = runs.iter().filter(|_| role != Role::Comment);
        texts.for_each(|run| match run {
            Run::Text(text) => self.text(&text.text, text.span, false),
            Run::Equation(equation) => self.text(&equation.math.linear(), equation.span, true),
            Run::Note(_) | Run::Comment(_) | Run::Break => {}
        });
    }

    fn words(&mut self, _: Role, words: &'d str, span: Span) {
        self.text(words, span, false);
    }
}

impl Search<'_> {
    fn text(&mut self, text: &str, span: Span, in_equation: bool) {
        if text.is_ascii() {
            return;
        }
        for c in text.chars().filter(|c| !c.is_ascii() && !is_drawn_otherwise(*c)) {
            let fonts = self.fonts;
            if !*self
                .known
                .entry((c, in_equation))
                .or_insert_with(|| if in_equation { fonts.covers_in_equation(c) } else { fonts.covers(c) })
            {
                self.found.entry(span).or_default().insert(c);
            }
        }
    }
}

/// Says whether a character needs no glyph of its own. Joiners, marks of direction and variation selectors are not drawn; for
/// spaces and the no-break hyphen the shaper uses other glyphs.
fn is_drawn_otherwise(c: char) -> bool {
    // the space of Ogham is a line
    c.is_whitespace() && c != '\u{1680}'
        || c == '\u{2011}'
        || matches!(c as u32, 0xad | 0x34f | 0x61c | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

fn diagnostic(span: Span, characters: &BTreeSet<char>) -> Diagnostic {
    let listed: Vec<String> = characters.iter().take(12).map(|&c| format!("{c} (U+{:04X})", c as u32)).collect();
    let more = if characters.len() > 12 { format!(" and {} more", characters.len() - 12) } else { String::new() };
    let message = format!("no font has {}{more}", listed.join(", "));
    let packages: BTreeSet<&str> = characters.iter().filter_map(|&c| package(c)).collect();
    let mut diagnostic = Diagnostic::new(catalogue::MISSING_GLYPH, span, message);
    for package in packages {
        diagnostic = diagnostic.hint(format!("Debian's package {package} brings one; name its folder with `--font-path`"));
    }
    if characters.iter().any(|&c| package(c).is_none()) {
        diagnostic = diagnostic.hint("name the folder of a font that has it with `--font-path`, or write it otherwise");
    }
    diagnostic
}

fn package(c: char) -> Option<&'static str> {
    PACKAGES.iter().find(|(range, _)| range.contains(&(c as u32))).map(|(_, package)| *package)
}
