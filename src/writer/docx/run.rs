//! Runs of a paragraph: text, links, references, marks of footnotes and line breaks.

use super::bookmark::Bookmarks;
use super::comment::Comments;
use super::link::Links;
use super::math;
use super::note::Notes;
use super::paragraph::{field, push};
use crate::document::Script;
use crate::locale::Locale;
use crate::resolved::{Link, Note, Run, Text, plain_text, shown_text};
use crate::template::xml;

/// What is needed to write the runs of a paragraph.
pub struct RunWriter<'w> {
    /// The bookmarks, to which references lead.
    pub bookmarks: &'w Bookmarks,
    /// The links of the part that is written.
    pub links: &'w mut Links,
    /// The footnotes; none inside a footnote or comment, where Word allows no footnote.
    pub notes: Option<&'w mut Notes>,
    /// The comments; none where Word allows no comment.
    pub comments: Option<&'w mut Comments>,
    /// True if the script of the document runs from right to left.
    pub rtl: bool,
    /// True if the style of the paragraph is bold: a bold character style would then be regular (ISO/IEC 29500-1, 17.7.3).
    pub bold: bool,
}

impl RunWriter<'_> {
    /// Returns the XML of runs.
    pub fn write(&mut self, runs: &[Run]) -> String {
        let mut out = String::new();
        let mut rest = runs;
        while let Some(first) = rest.first() {
            let link = link_of(first);
            // runs with the same link become one link, though they may have several looks
            let same = rest.iter().take_while(|run| link_of(run) == link).count();
            self.stretch(link, &rest[..same], &mut out);
            rest = &rest[same..];
        }
        out
    }

    fn stretch(&mut self, link: Option<&Link>, runs: &[Run], out: &mut String) {
        let rtl = self.rtl;
        let alike = runs.chunk_by(|one, next| !rtl && look_alike(one, next));
        let content = |ink: &mut Self, linked| alike.clone().map(|runs| ink.run(runs, linked)).collect::<String>();
        match link {
            Some(Link::Url(url)) => {
                let (id, content) = (self.links.id(url), content(self, true));
                push(out, format_args!(r#"<w:hyperlink r:id="{id}" w:history="1">{content}</w:hyperlink>"#));
            }
            Some(Link::Place { anchor, number, part }) => match self.bookmarks.place(anchor).cloned() {
                Some(place) => match place.field(*part).filter(|_| *number) {
                    Some(instruction) => out.push_str(&reference(&instruction, &content(self, false))),
                    None => {
                        let content = content(self, true);
                        push(
                            out,
                            format_args!(r#"<w:hyperlink w:anchor="{}" w:history="1">{content}</w:hyperlink>"#, place.bookmark),
                        );
                    }
                },
                None => out.push_str(&content(self, false)),
            },
            None => out.push_str(&content(self, false)),
        }
    }

    /// Returns the XML of runs of one look: several texts, or a single run.
    fn run(&mut self, runs: &[Run], linked: bool) -> String {
        match &runs[0] {
            Run::Text(first) => self.text(first, &shown_text(runs), linked),
            Run::Note(note) => self.note(note),
            Run::Comment(comment) => {
                self.comments.iter_mut().for_each(|comments| comments.add(comment, self.bookmarks, self.rtl));
                String::new()
            }
            Run::Equation(equation) => math::equation(&equation.math),
            Run::Break => "<w:r><w:br/></w:r>".into(),
        }
    }

    fn text(&self, look: &Text, text: &str, linked: bool) -> String {
        if text.is_empty() { String::new() } else { format!("<w:r>{}{}</w:r>", self.properties(look, linked), words(text)) }
    }

    /// Returns the properties of a run: a character style for the first look; other looks are written directly, since a run has
    /// only one character style.
    fn properties(&self, text: &Text, linked: bool) -> String {
        let strong = text.strong && !self.bold;
        let style = match (linked, text.code, strong, text.emphasis) {
            (true, ..) => "Hyperlink",
            (_, true, ..) => "HTMLCode",
            (_, _, true, _) => "Strong",
            (_, _, _, true) => "Emphasis",
            _ => "",
        };
        let mut out = if style.is_empty() { String::new() } else { format!(r#"<w:rStyle w:val="{style}"/>"#) };
        if strong && style != "Strong" {
            out.push_str("<w:b/><w:bCs/>");
        }
        if text.emphasis && style != "Emphasis" {
            out.push_str("<w:i/><w:iCs/>");
        }
        if text.struck {
            out.push_str("<w:strike/>");
        }
        // a link is underlined by its style
        if text.underlined && style != "Hyperlink" {
            out.push_str(r#"<w:u w:val="single"/>"#);
        }
        if let Some(script) = text.script {
            let place = if script == Script::Subscript { "subscript" } else { "superscript" };
            push(&mut out, format_args!(r#"<w:vertAlign w:val="{place}"/>"#));
        }
        let rtl = text.lang.map_or(self.rtl, |locale| locale.is_right_to_left());
        if rtl && is_rtl(&text.text) {
            out.push_str("<w:rtl/>");
        }
        out.push_str(&text.lang.map(language).unwrap_or_default());
        if out.is_empty() { out } else { format!("<w:rPr>{out}</w:rPr>") }
    }

    fn note(&mut self, note: &Note) -> String {
        match self.notes.as_deref_mut() {
            Some(notes) => notes.add(note, self.bookmarks, self.rtl),
            None => format!("<w:r>{}</w:r>", words(&format!(" ({})", plain_text(&note.content)))),
        }
    }
}

/// Says whether Word shows two texts alike. Where a line must not end matters to the PDF only.
fn look_alike(one: &Run, next: &Run) -> bool {
    let look = |run: &Run| match run {
        Run::Text(text) => Some((text.strong, text.emphasis, text.code, text.struck, text.underlined, text.script, text.lang)),
        Run::Note(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => None,
    };
    look(one).is_some() && look(one) == look(next)
}

fn link_of(run: &Run) -> Option<&Link> {
    match run {
        Run::Text(text) => text.link.as_ref(),
        Run::Note(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => None,
    }
}

/// Returns the field of a reference. Without a stored result there is nothing to show.
fn reference(instruction: &str, result: &str) -> String {
    if result.is_empty() { String::new() } else { field(instruction, result) }
}

/// Returns the language of a run, which Word knows by the kind of its characters.
fn language(locale: Locale) -> String {
    let kind = match () {
        () if locale.is_right_to_left() => "bidi",
        () if locale.is_east_asian() => "eastAsia",
        () => "val",
    };
    let region = locale.region().map(|region| format!("-{region}")).unwrap_or_default();
    format!(r#"<w:lang w:{kind}="{}{region}"/>"#, locale.code())
}

/// Says whether a run is marked as right to left in a right-to-left document: if it has letters of such a script, or no letters
/// and digits at all.
fn is_rtl(text: &str) -> bool {
    let strong = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    text.chars().any(strong) || !text.chars().any(char::is_alphanumeric)
}

/// Returns text as `w:t` elements, with elements of their own for the hyphens of an author that Word treats specially.
///
/// Where a line must not end, as in `PP-22`, the text has plain hyphens and spaces all the same: Word finds `PP-22` only if it has
/// no no-break hyphen.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 12);
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let element = match c {
            '\u{2011}' => "<w:noBreakHyphen/>",
            '\u{ad}' => "<w:softHyphen/>",
            _ => continue,
        };
        out.push_str(&plain_words(&text[start..at]));
        out.push_str(element);
        start = at + c.len_utf8();
    }
    out.push_str(&plain_words(&text[start..]));
    out
}

fn plain_words(text: &str) -> String {
    let text = xml(text);
    match text.is_empty() {
        true => text,
        // a reader may drop spaces at the ends of `w:t`, and make one space of several
        false if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") || text.contains("&#") => {
            format!(r#"<w:t xml:space="preserve">{text}</w:t>"#)
        }
        false => format!("<w:t>{text}</w:t>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_spaces_and_hyphens() {
        assert_eq!(words("a-b c"), "<w:t>a-b c</w:t>");
        assert_eq!(words("a\u{2011}b\u{a0}c"), "<w:t>a</w:t><w:noBreakHyphen/><w:t>b\u{a0}c</w:t>");
        assert_eq!(words(" <&"), r#"<w:t xml:space="preserve"> &lt;&amp;</w:t>"#);
        assert_eq!(words(""), "");
    }

    #[test]
    fn latin_words_run_from_left_to_right() {
        assert!(is_rtl("تقرير") && is_rtl(": "));
        assert!(!is_rtl("A/RES/70/125"));
    }
}
