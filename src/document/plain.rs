//! Text without markup, for readers and programs that see nothing but characters. What is raised, lowered or struck has signs, so that 10³ does not become
//! 103: `10^3`, `x_i`, `~~four~~`.

use super::{Script, Style};
use std::borrow::Cow;

/// The endings of ordinal numbers, which are raised only for the eye.
const ORDINALS: [&str; 8] = ["st", "nd", "rd", "th", "er", "re", "ère", "ème"];

/// Words of one look, as far as it matters to their meaning.
#[derive(Debug, Clone, Default)]
pub struct Piece<'t> {
    /// The words.
    pub words: Cow<'t, str>,
    /// Whether the words are struck.
    pub struck: bool,
    /// Whether the words are lowered or raised.
    pub script: Option<Script>,
}

impl Piece<'_> {
    /// Returns the piece set off in this way too.
    pub(super) fn within(mut self, style: Style) -> Self {
        match style {
            Style::Struck => self.struck = true,
            Style::Script(script) => self.script = Some(script),
            Style::Emphasis | Style::Strong | Style::Code | Style::Underlined | Style::Language(_) => {}
        }
        self
    }
}

/// Returns the words of pieces that follow one another, with signs for what is struck, raised or lowered. What would be read with its neighbours otherwise
/// stands in parentheses: `10^(3)4`.
pub fn plain(pieces: &[Piece]) -> String {
    let mut out = String::new();
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|piece| piece.struck == first.struck).count();
        let sign = if first.struck { "~~" } else { "" };
        out.push_str(sign);
        add_scripts(&rest[..same], rest.get(same), &mut out);
        out.push_str(sign);
        rest = &rest[same..];
    }
    out
}

fn add_scripts(pieces: &[Piece], after: Option<&Piece>, out: &mut String) {
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|piece| piece.script == first.script).count();
        let words: String = rest[..same].iter().map(|piece| piece.words.as_ref()).collect();
        let next = rest.get(same).or(after).and_then(|piece| piece.words.chars().next());
        match first.script {
            None => out.push_str(&words),
            Some(script) => add_script(script, &words, next, out),
        }
        rest = &rest[same..];
    }
}

/// Adds words that are raised or lowered; `next` is the character that follows them.
fn add_script(script: Script, words: &str, next: Option<char>, out: &mut String) {
    let before = out.chars().next_back();
    let is_figure = |c: Option<char>| c.is_some_and(char::is_numeric);
    let figures = words.chars().all(char::is_numeric);
    let told = match script {
        // H2O
        Script::Subscript => figures && before.is_some_and(char::is_alphabetic) && !is_figure(next),
        // 20th
        Script::Superscript => ORDINALS.contains(&words) && is_figure(before),
    };
    if told || words.is_empty() {
        out.push_str(words);
        return;
    }
    out.push(if script == Script::Subscript { '_' } else { '^' });
    let alone = words.chars().all(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric);
    out.push_str(&if alone { words.into() } else { format!("({words})") });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_read_otherwise() {
        let piece = |words: &'static str, script| Piece { words: words.into(), script, struck: false };
        let of = |before, script, words, after| plain(&[piece(before, None), piece(words, Some(script)), piece(after, None)]);
        use Script::{Subscript, Superscript};
        assert_eq!(of("10", Superscript, "3", " km"), "10^3 km");
        assert_eq!(of("10", Superscript, "3", "4"), "10^(3)4");
        assert_eq!(of("10", Superscript, "-3", ""), "10^(-3)");
        assert_eq!(of("20", Superscript, "th", " century"), "20th century");
        assert_eq!(of("2", Superscript, "n", ""), "2^n");
        assert_eq!(of("H", Subscript, "2", "O"), "H2O");
        assert_eq!(of("H", Subscript, "2", "3"), "H_(2)3");
        assert_eq!(of("(1)", Subscript, "2", ""), "(1)_2");
        assert_eq!(of("x", Subscript, "i", " and"), "x_i and");
    }

    #[test]
    fn struck_words_keep_their_marks() {
        let pieces = [("of ", false), ("four", true), (" five", false)];
        let pieces = pieces.map(|(words, struck)| Piece { words: words.into(), struck, script: None });
        assert_eq!(plain(&pieces), "of ~~four~~ five");
    }
}
