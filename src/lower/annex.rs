//! Lowers annexes with their appendices, and the list of the attachments.

use super::body::paragraph;
use super::signature::with_breaks;
use super::words::Lowering;
use crate::authored;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::{Annex, AnnexLabel, Block, Inline, Item, List, ListKind, Numbered, Sentence};
use crate::files::attachment;
use crate::source::Span;
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Lowers the annexes of a submission. The one of a transmittal that is the document itself says whose it is.
    pub fn all_annexes(&mut self, annexes: &[authored::Annex]) -> Vec<Annex> {
        let mut all = Vec::new();
        let carried_at = self.scope.submission.before;
        for (at, annex) in annexes.iter().enumerate() {
            let first = all.len();
            self.in_language(annex.lang, |lowering| lowering.annexes(annex, 0, &mut all));
            let author = if at == carried_at { self.carried_author() } else { Vec::new() };
            if let Some(carried) = all.get_mut(first).filter(|_| !author.is_empty()) {
                let title = std::mem::take(&mut carried.title);
                carried.title = with_breaks(vec![author, title]);
            }
        }
        all
    }

    /// Lowers an annex and its appendices. An annex with `each:` is repeated for each Goal under review for which the record has something to show.
    fn annexes(&mut self, annex: &authored::Annex, depth: u8, out: &mut Vec<Annex>) {
        let heading = annex.heading.as_ref().map(|heading| self.prose(heading)).unwrap_or_default();
        if annex.each.is_none() {
            return self.annex(annex, heading, depth, out);
        }
        let goals = self.scope.call().map(|call| call.goals.0.as_slice()).unwrap_or_default();
        for goal in goals {
            let texts = vec![("heading", heading.clone())];
            let values = vec![("goal", json!(goal.value))];
            let title = vec![Sentence { texts, ..Sentence::new("annex-of-goal", annex.span, values) }.into()];
            let first = out.len();
            self.goal = Some(goal.value);
            self.annex(annex, title, depth, out);
            self.goal = None;
            if out[first..].iter().all(|made| made.body.is_empty()) {
                out.truncate(first);
            }
        }
    }

    /// Lowers one annex, with this title, and its appendices.
    fn annex(&mut self, annex: &authored::Annex, title: Vec<Inline>, depth: u8, out: &mut Vec<Annex>) {
        let label = match &annex.label {
            None => AnnexLabel::Counted,
            Some(authored::AnnexLabel(Some(label))) => AnnexLabel::Given(label.clone()),
            Some(authored::AnnexLabel(None)) => AnnexLabel::None,
        };
        let numbered = annex.numbered.unwrap_or(false);
        self.is_running = numbered && self.numbered == Numbered::Paragraphs;
        let body = self.body(&annex.body, numbered, false);
        out.push(Annex {
            id: annex.id.clone(),
            depth,
            label,
            prefix: annex.prefix.as_ref().map(|prefix| prefix.value.trim().to_string()).unwrap_or_default(),
            landscape: annex.landscape.unwrap_or(false),
            run_on: annex.run_on,
            title,
            body,
            span: annex.span,
        });
        for appendix in &annex.appendices {
            self.in_language(appendix.lang, |lowering| lowering.annexes(appendix, depth.saturating_add(1), out));
        }
    }

    /// Adds the list of the attachments, each with its title, and with the name of its file and its symbol where it has them.
    pub fn attachments(&mut self, attachments: &[authored::Attachment], out: &mut Vec<Block>) {
        let Some(first) = attachments.first() else { return };
        let lead = Inline::sentence("attachments", first.span, vec![("number", json!(attachments.len()))]);
        out.push(paragraph(vec![lead], first.span));
        let items = attachments.iter().map(|attachment| Item {
            content: self.attachment(attachment),
            span: attachment.span,
            ..Item::default()
        });
        out.push(Block::List(List { kind: ListKind::Dashes, start: 1, items: items.collect(), span: first.span }));
    }

    fn attachment(&mut self, attachment: &authored::Attachment) -> Vec<Inline> {
        let mut content = self.prose(&attachment.title);
        let mut names = Vec::new();
        if let Some(symbol) = &attachment.symbol {
            let full = self.scope.symbols.complete(symbol.value.trim(), self.scope.home());
            names.push(vec![self.symbol(full, symbol.span)]);
        }
        if let Some(file) = &attachment.file {
            if let Err((message, hint)) = attachment::find(self.scope.attachments, file) {
                self.report.push(Diagnostic::new(catalogue::UNREADABLE_FILE, file.span, message).hint(hint));
            }
            let name = file.value.rsplit('/').next().unwrap_or(&file.value);
            names.push(vec![Inline::text(name.to_string(), file.span)]);
        }
        if !names.is_empty() {
            let text = |text: &str| Inline::text(text.to_string(), Span::NONE);
            content.push(text(" ("));
            for (at, name) in names.into_iter().enumerate() {
                content.extend((at > 0).then(|| text(", ")));
                content.extend(name);
            }
            content.push(text(")"));
        }
        content
    }
}
