//! Inlines become runs: words of the language, dates, numbers, references. The methods of [`Resolver`] for generated sentences,
//! blocks, tables and charts are in the files of these names; sentences contain inlines again.

use super::references::Target;
use super::{Aim, template_fault};
use crate::diagnostic::{Diagnostic, catalogue, listing};
use crate::document::{Inline, LocatedText, Number, NumberPattern, Part, Script, Style};
use crate::house::House;
use crate::kept::QuickMap;
use crate::language::{Language, Typography};
use crate::locale::Locale;
use crate::resolved::{Comment, Equation, Link, MadeFrom, Note, Run, Text, Written};
use crate::source::Span;
use serde_json::Value;
use std::sync::Arc;

/// What is known while a document is resolved: the words of the language, the forms of the house, the counts so far.
pub struct Resolver<'a> {
    /// The language of the document.
    pub language: &'a Language,
    /// The house style.
    pub house: &'a House,
    /// What numbers look like at each level.
    pub numbers: Vec<NumberPattern>,
    /// What the document is resolved for.
    pub aim: Aim,
    /// What references can say of each block and annex with an id.
    pub targets: QuickMap<String, Target>,
    /// Messages about templates that fail and references without a target.
    pub faults: Vec<Diagnostic>,
    /// The number of captions of tables so far.
    pub tables: u32,
    /// The number of captions of pictures and charts so far.
    pub figures: u32,
    /// The number of equations with a number so far.
    pub equations: u32,
    typography: Arc<Typography>,
}

/// What a run takes from the inlines around it: its look, and the records from which the sentence is generated.
#[derive(Clone, Default)]
pub(super) struct RunStyle {
    strong: bool,
    emphasis: bool,
    code: bool,
    struck: bool,
    underlined: bool,
    script: Option<Script>,
    lang: Option<Locale>,
    link: Option<Link>,
    pub(super) made_from: Option<Arc<MadeFrom>>,
}

impl<'a> Resolver<'a> {
    /// Returns a resolver that has counted nothing yet; `acronyms` are kept on one line.
    pub fn new(language: &'a Language, house: &'a House, acronyms: &[String], aim: Aim) -> Self {
        Self {
            language,
            house,
            numbers: house.numbers.clone(),
            aim,
            targets: QuickMap::default(),
            faults: Vec::new(),
            tables: 0,
            figures: 0,
            equations: 0,
            typography: language.typography(acronyms),
        }
    }

    /// Resolves a line.
    pub fn runs(&mut self, inlines: &[Inline]) -> Vec<Run> {
        let mut out = Vec::new();
        self.add(inlines, &RunStyle::default(), &mut out);
        out
    }

    /// Returns plain text as a line.
    pub fn text(&self, text: String, span: Span) -> Vec<Run> {
        let mut out = Vec::new();
        self.generated(text, &RunStyle::default(), span, &mut out);
        out
    }

    /// Returns a label of the language as a line; if its template fails, the line is empty and a message is kept.
    pub fn label(&mut self, key: &str, values: Value, span: Span) -> Vec<Run> {
        let label = self.language.label(key, values).unwrap_or_else(|message| {
            self.faults.push(template_fault(span, key, &message));
            String::new()
        });
        self.text(label, span)
    }

    pub(super) fn add(&mut self, inlines: &[Inline], look: &RunStyle, out: &mut Vec<Run>) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.push(words, look, out),
                Inline::Styled(style, content) => self.add(content, &styled(look, *style), out),
                Inline::Symbol { text, url, span } => {
                    let link = url.clone().map(Link::Url).or(look.link.clone());
                    out.push(Run::Text(Text { unbroken: true, link, ..styled_text(text.clone(), look, *span) }));
                }
                Inline::Reference { target, content } => self.reference(target, content, look, out),
                Inline::Part(part, span) => self.part(*part, look, *span, out),
                Inline::Link { url, content, .. } => {
                    self.add(content, &RunStyle { link: Some(Link::Url(url.clone())), ..look.clone() }, out)
                }
                Inline::Note(content, span) => {
                    let content = self.runs(content);
                    out.push(Run::Note(Note { number: 0, content, span: *span }));
                }
                Inline::Comment { author, content, span } => {
                    let (author, content) = (author.clone(), self.runs(content));
                    out.push(Run::Comment(Comment { author, content, span: *span }));
                }
                Inline::Equation(math, span) => {
                    let (math, alt) = (math.as_ref().clone(), math.linear());
                    out.push(Run::Equation(Equation { math, alt, number: None, span: *span }));
                }
                Inline::Break => out.push(Run::Break),
                Inline::Number(number, span) => self.number(number, look, *span, out),
                Inline::Dates(dates, span) => self.generated(self.language.dates(*dates), look, *span, out),
                Inline::Sentence(sentence) => self.sentence(sentence, look, out),
            }
        }
    }

    /// Adds a counted number; a noun that the language can't write after a number is reported and left out.
    fn number(&mut self, number: &Number, look: &RunStyle, span: Span, out: &mut Vec<Run>) {
        let written = self.language.number(number).unwrap_or_else(|| {
            let message = match number.forms.as_slice() {
                [noun] => format!("the plural of `{noun}` is not known"),
                forms => format!("a noun has not {} forms in the language `{}`", forms.len(), self.language.code),
            };
            let nouns = listing(self.language.keys("nouns"));
            self.faults.push(Diagnostic::new(catalogue::UNKNOWN_VALUE, span, message).hint(format!(
                "after `|` stands one of {nouns}, or both forms of any other noun: `{{documents.count|paper|papers}}`"
            )));
            number.value.to_string()
        });
        self.generated(written, look, span, out);
    }

    /// Adds a text, with the parts that must not be broken as runs of their own.
    pub(super) fn push(&self, words: &Arc<LocatedText>, look: &RunStyle, out: &mut Vec<Run>) {
        let unbroken = self.typography.unbroken(&words.text);
        let whole = Text { written: Some(Written::whole(words.clone())), ..styled_text(words.text.clone(), look, words.span) };
        if unbroken.is_empty() && !words.text.is_empty() {
            out.push(Run::Text(Text { span: words.span_of(0..words.text.len()), ..whole }));
            return;
        }
        let mut part = |range, unbroken| out.push(Run::Text(Text { unbroken, ..whole.part(range) }));
        let mut at = 0;
        for found in unbroken.iter() {
            if at < found.start {
                part(at..found.start, false);
            }
            part(found.clone(), true);
            at = found.end;
        }
        if at < words.text.len() {
            part(at..words.text.len(), false);
        }
    }

    fn generated(&self, text: String, look: &RunStyle, span: Span, out: &mut Vec<Run>) {
        self.push(&LocatedText::generated(text, span).into(), look, out);
    }

    fn reference(&mut self, target: &str, content: &[Inline], look: &RunStyle, out: &mut Vec<Run>) {
        if let Some(Run::Text(before)) = out.pop_if(|before| self.leads_to_figure(before)) {
            let last = before.text.trim_end().rfind(' ').map_or(0, |at| at + 1);
            out.extend((last > 0).then(|| Run::Text(before.part(0..last))));
            out.push(Run::Text(Text { unbroken: true, ..before.part(last..before.text.len()) }));
        }
        let link = Link::Place { anchor: target.into(), number: false, part: Part::Label };
        self.add(content, &RunStyle { link: Some(link), ..look.clone() }, out);
    }

    /// Adds what the reference around it says of its target, which may stand further on: `fill_in_references` writes the words.
    fn part(&self, part: Part, look: &RunStyle, span: Span, out: &mut Vec<Run>) {
        if let Some(Link::Place { anchor, .. }) = &look.link {
            let link = Some(Link::Place { anchor: anchor.clone(), number: true, part });
            let unbroken = part != Part::Title;
            out.push(Run::Text(Text { link, unbroken, ..styled_text(String::new(), look, span) }));
        }
    }

    /// Says whether a run ends with words that stay on one line with a number that follows.
    fn leads_to_figure(&self, run: &Run) -> bool {
        matches!(run, Run::Text(text) if self.typography.before_figure.is_match(&text.text))
    }
}

fn styled_text(text: String, look: &RunStyle, span: Span) -> Text {
    let RunStyle { strong, emphasis, code, struck, underlined, script, lang, link, made_from } = look.clone();
    Text { text, strong, emphasis, code, struck, underlined, script, lang, link, made_from, span, ..Text::default() }
}

fn styled(look: &RunStyle, style: Style) -> RunStyle {
    let mut look = look.clone();
    match style {
        Style::Emphasis => look.emphasis = true,
        Style::Strong => look.strong = true,
        Style::Code => look.code = true,
        Style::Struck => look.struck = true,
        Style::Underlined => look.underlined = true,
        Style::Script(script) => look.script = Some(script),
        Style::Language(locale) => look.lang = Some(locale),
    }
    look
}
