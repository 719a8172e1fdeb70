//! Annexes with their appendices, and attachments, which are files of their own.

use super::block::BlockList;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::locale::Locale;
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use crate::{choice, record};
use serde_json::{Value, json};

choice! {
    /// The things for each of which an annex is repeated.
    pub enum Each {
        /// The annex is repeated for each Goal under review; its generated blocks show only records that serve that Goal.
        Goal = "goal",
    }
}

record! {
    /// An annex of a document, or an appendix of an annex.
    pub struct Annex as "annex" {
        /// The id by which texts refer to the annex: `[](#id)`.
        pub id: Option<Text>,
        /// The title of the annex. An annex without a label has a title.
        pub heading: Option<Text>,
        /// `false` for an annex without the word and the number; or the label that stands in their place: `Annex A`.
        pub label: Option<AnnexLabel>,
        /// Whether the paragraphs at the top level of the annex are numbered.
        pub numbered: Option<bool>,
        /// What stands before the numbers in the annex: `A1` makes A1.1, A1.2.
        pub prefix: Option<Text>,
        /// Whether the whole annex stands on landscape pages.
        pub landscape: Option<bool>,
        /// Whether the annex begins below what is before it, not on a page of its own; without it, the house style decides.
        pub run_on: Option<bool>,
        /// Whether the annex is repeated: `goal` makes one for each Goal under review.
        pub each: Option<Spanned<Each>>,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
        /// The body of the annex.
        pub body: BlockList,
        /// The appendices to the annex, which are written as annexes are.
        pub appendices: Vec<Annex>,
    }
}

/// What an annex has in place of the counted label: a text, or nothing.
#[derive(Debug, Clone)]
pub struct AnnexLabel(pub Option<Text>);

impl Decode for AnnexLabel {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        match text.value.trim() {
            "false" => Ok(Self(None)),
            "true" | "" => {
                let message = "`label` is `false`, or the label itself: `Annex A`";
                Err(report.push(
                    Diagnostic::new(catalogue::WRONG_TYPE, text.span, message).hint("without `label`, annexes are counted"),
                ))
            }
            _ => Ok(Self(Some(text))),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [{ "const": false }, Text::schema(schemas)] })
    }
}

impl Annex {
    /// Returns the annex with all its appendices, in the order of the page.
    pub fn with_appendices(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.appendices.iter().flat_map(Self::with_appendices)).collect()
    }

    /// Returns the texts of the annex itself: its title, and its label where an author gives it.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.heading.iter().chain(self.label.iter().filter_map(|label| label.0.as_ref())).chain(&self.prefix)
    }

    /// Calls `change` for the bodies of the annex and of all its appendices.
    pub fn each_body(&mut self, change: &mut impl FnMut(&mut BlockList)) {
        change(&mut self.body);
        self.appendices.iter_mut().for_each(|appendix| appendix.each_body(change));
    }

    /// Returns the faults of keys that do not go together, in the annex and in its appendices.
    pub fn faults(&self) -> Vec<Diagnostic> {
        self.with_appendices().into_iter().flat_map(Self::own_faults).collect()
    }

    fn own_faults(&self) -> Vec<Diagnostic> {
        let is_empty = self.heading.as_ref().is_some_and(|heading| heading.value.trim().is_empty());
        let empty = || {
            let message = "the heading of this annex has no words";
            Diagnostic::new(catalogue::EMPTY_HEADING, self.span, message).hint("write the words, or leave the whole heading out")
        };
        let mut faults: Vec<_> = is_empty.then(empty).into_iter().collect();
        let mut fault = |message: &str, hint: &str| {
            faults.push(Diagnostic::new(catalogue::UNKNOWN_KEY, self.span, message).hint(hint));
        };
        if matches!(self.label, Some(AnnexLabel(None))) && self.heading.is_none() {
            fault("an annex with neither label nor heading can't be found", "give it a `heading`, or leave `label: false` out");
        }
        if self.landscape == Some(true) && self.run_on == Some(true) {
            fault("`landscape` does not go together with `run_on`", "landscape pages always begin anew");
        }
        faults
    }
}

record! {
    /// A file of its own that goes with the document, and is named in a list below the document's text. It is not part of the PDF or the Word document.
    pub struct Attachment as "attachment" {
        /// What the attachment is called.
        pub title: Text,
        /// The file, from the folder of the dossier.
        pub file: Option<Text>,
        /// The symbol of the attachment, if it is a document with one.
        pub symbol: Option<Text>,
    }
}
