//! Lowers what stands above the body: masthead, author line, title and box.

use super::apart::Apart;
use super::words::{Lowering, joined};
use crate::authored::SummaryBox;
use crate::document::{Block, Front, Inline, Paragraph};
use crate::files::picture;
use crate::records::series::Home;
use crate::source::Text;
use crate::text::designation::Designation;
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Returns the front of the document.
    pub fn front(&mut self) -> Front {
        let submission = self.scope.submission;
        let common = &submission.common;
        let designation = self.designation();
        Front {
            kind: submission.kind.name,
            span: common.span,
            symbol: common
                .symbol
                .as_ref()
                .zip(designation.as_ref())
                .map(|(symbol, whole)| Text::generated(whole.to_string(), symbol.span)),
            supplements: designation
                .iter()
                .flat_map(|whole| &whole.supplements)
                .map(|(kind, number)| (kind.key(), *number))
                .collect(),
            base_symbol: designation.map(|whole| whole.document).unwrap_or_default(),
            event: self.event(),
            agenda_item: self.optional(&common.agenda_item),
            date: common.date.map(|date| date.value),
            original: common.original.clone(),
            address: self.address(),
            author: self.author(),
            title: self.prose(&common.title),
            title_span: common.title.span,
            subtitle: self.optional(&common.subtitle),
            summary_box: common.r#box.as_ref().map(|summary| self.summary_box(summary)).unwrap_or_default(),
            logo: common
                .logo
                .as_ref()
                .and_then(|logo| picture::read(self.scope.attachments, &logo.file, &logo.alt, self.report).ok()),
            organization: self.organization_of_document(),
            acronyms: self.scope.registry.acronyms().map(|acronym| acronym.value.clone()).collect(),
            contents: common.contents,
            page_limit: common.page_limit,
        }
    }

    /// Returns the name of whoever submits the document, for the properties of the file: the submission's body, unless Member States submit it.
    fn organization_of_document(&mut self) -> Vec<Inline> {
        let own = self.own_name();
        match self.scope.body().filter(|_| own.is_empty()) {
            Some(body) => vec![Inline::text(body.name.value.clone(), body.name.span)],
            None => own,
        }
    }

    /// Returns the whole symbol in its parts. The short symbol of a document of the group is completed from the meeting to which the document is submitted.
    fn designation(&self) -> Option<Designation> {
        let common = &self.scope.submission.common;
        let symbol = self.scope.symbols.complete(common.symbol.as_ref()?.value.trim(), self.scope.home());
        Some(Designation::read(&symbol).with(common.supplements()))
    }

    /// Returns the lines of the masthead that say to which session or meeting the document is submitted.
    fn event(&mut self) -> Vec<Vec<Inline>> {
        let common = &self.scope.submission.common;
        if let Some(session) = self.scope.own_session() {
            let values = vec![("place", json!(session.place.value)), ("dates", json!(session.dates.value))];
            let second = Inline::sentence("event-place", session.span, values);
            return vec![vec![Inline::text(session.name.value.clone(), session.name.span)], vec![second]];
        }
        let meeting = common.meeting.as_ref().and_then(|name| self.scope.meeting(name));
        let Home { body, meeting: number } = self.scope.home();
        let (Some(meeting), Some(body)) = (meeting, self.scope.registry.bodies.get(body)) else { return Vec::new() };
        let values = vec![
            ("number", json!(number)),
            ("place", json!(meeting.place())),
            ("hybrid", json!(meeting.is_hybrid())),
            ("dates", json!(meeting.dates.value)),
        ];
        vec![
            vec![Inline::text(body.name.value.clone(), body.name.span)],
            vec![Inline::sentence("event-meeting", meeting.span, values)],
        ]
    }

    /// Returns the rows of the box that have a text, each with the key of its label.
    fn summary_box(&mut self, summary: &SummaryBox) -> Vec<(&'static str, Vec<Block>)> {
        let references: Vec<_> = summary.references.iter().map(|text| self.prose(text)).collect();
        let span = summary.span;
        let references = (!references.is_empty()).then(|| joined(references, "; ", span));
        let rows = [
            ("summary", self.apart(&summary.summary, Apart::Box)),
            ("action", self.apart(&summary.action, Apart::Box)),
            ("references", references.into_iter().map(|content| Block::Paragraph(Paragraph { content, span })).collect()),
        ];
        rows.into_iter().filter(|(_, blocks)| !blocks.is_empty()).collect()
    }
}
