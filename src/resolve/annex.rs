//! Annexes and appendices get their labels: the methods of [`Resolver`] for annexes.

use super::blocks::BlockContext;
use super::references::Target;
use super::runs::Resolver;
use crate::document::{self, AnnexLabel};
use crate::resolved::{Annex, Label, plain_text};
use crate::source::BlockId;
use serde_json::json;

impl Resolver<'_> {
    /// Resolves the annexes, each of which is followed by its appendices; clauses are counted from 1 in each.
    pub fn annexes(&mut self, annexes: &[document::Annex]) -> Vec<Annex> {
        let labels = self.annex_labels(annexes);
        annexes.iter().zip(labels).map(|(annex, label)| self.annex(annex, label)).collect()
    }

    fn annex(&mut self, annex: &document::Annex, label: Label) -> Annex {
        let title = self.runs(&annex.title);
        // an annex without a label is referred to by its title
        let name = if label.word.is_empty() { plain_text(&title) } else { label.text() };
        let target = Target { label: name, number: label.number.map(|number| number.to_string()) };
        let anchor = self.anchor(annex.id.as_ref(), target);
        let level = annex.depth.saturating_add(1);
        let body = self.blocks(&annex.body, &BlockContext::in_annex(level, &annex.prefix), &mut 0);
        let run_on = annex.run_on.unwrap_or(self.house.annexes_run_on == Some(true)) && !annex.landscape;
        let document::Annex { depth, landscape, span, .. } = *annex;
        Annex { id: BlockId::default(), depth, label, landscape, run_on, anchor, title, body, span }
    }

    /// Returns the labels of all annexes and appendices. They are counted among those of the same annex, and a single one has no number.
    fn annex_labels(&mut self, annexes: &[document::Annex]) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        // the annexes around the present one, as their places in the list
        let mut around: Vec<usize> = Vec::new();
        // for each depth, the last number that was given
        let mut counts: Vec<u32> = Vec::new();
        for (at, annex) in annexes.iter().enumerate() {
            let depth = usize::from(annex.depth);
            around.truncate(depth);
            counts.truncate(depth + 1);
            counts.resize(depth + 1, 0);
            let of = around.last().and_then(|parent| self.belonging(&labels[*parent], annex));
            labels.push(match &annex.label {
                AnnexLabel::None => Label::default(),
                AnnexLabel::Given(given) => Label { word: given.value.clone(), number: None, of: None },
                AnnexLabel::Counted => {
                    counts[depth] += 1;
                    let word = self.language.word("labels", if depth == 0 { "annex" } else { "appendix" }).into();
                    let number = (!is_alone(annexes, at)).then_some(counts[depth]);
                    Label { word, number, of: of.map(Box::new) }
                }
            });
            around.push(at);
        }
        labels
    }

    /// Returns the end of the label of an appendix to what has this label: `to Annex 2`; `None` if that is shown without one.
    fn belonging(&mut self, parent: &Label, appendix: &document::Annex) -> Option<Label> {
        if parent.word.is_empty() {
            return None;
        }
        let counted = [self.language.word("labels", "annex"), self.language.word("labels", "appendix")].contains(&&*parent.word);
        let values = json!({ "label": parent.word, "alone": counted && parent.number.is_none() });
        let word = plain_text(&self.label("appendix_to", values, appendix.span));
        Some(Label { word, ..parent.clone() })
    }
}

/// Says whether no other annex is counted with the one at this place: none at its depth below the same annex.
fn is_alone(annexes: &[document::Annex], at: usize) -> bool {
    let depth = annexes[at].depth;
    let counted = |annex: &&document::Annex| annex.depth == depth && annex.label == AnnexLabel::Counted;
    let before = annexes[..at].iter().rev().take_while(|annex| annex.depth >= depth).filter(counted).count();
    let after = annexes[at + 1..].iter().take_while(|annex| annex.depth >= depth).filter(counted).count();
    before + after == 0
}
