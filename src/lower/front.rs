//! Lowers what stands above the body: masthead, author line, title and box.

use super::apart::Apart;
use super::words::{Lowering, joined};
use crate::authored::SummaryBox;
use crate::document::{Block, Front, Inline, Paragraph};
use crate::files::picture;
use crate::source::Text;
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Returns the front of the document.
    pub fn front(&mut self) -> Front {
        let submission = self.scope.submission;
        let common = &submission.common;
        let supplements = [("addendum", common.addendum), ("revision", common.revision), ("corrigendum", common.corrigendum)];
        Front {
            kind: submission.kind.name,
            span: common.span,
            symbol: common.symbol.as_ref().map(|symbol| self.qualified_symbol(symbol)),
            supplement: supplements.into_iter().find_map(|(word, number)| Some((word, number?.value))),
            event: self.event(),
            agenda_item: self.optional(&common.agenda_item),
            date: common.date.map(|date| date.value),
            original: common.original.as_ref().map_or_else(|| self.scope.language.into(), |original| original.value.clone()),
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
            organization: self.scope.body().map(|body| body.name.value.clone()).unwrap_or_default(),
            acronyms: self.scope.registry.acronyms().map(|acronym| acronym.value.clone()).collect(),
            contents: common.contents,
            page_limit: common.page_limit,
        }
    }

    /// Returns the full symbol. The short symbol of a document of the group is completed from the meeting to which the document is submitted.
    fn qualified_symbol(&self, symbol: &Text) -> Text {
        let meeting = self.scope.submission.common.meeting.map(|meeting| meeting.value);
        Text::generated(self.scope.symbols.complete(symbol.value.trim(), meeting), symbol.span)
    }

    /// Returns the lines of the masthead that say to which session or meeting the document is submitted.
    fn event(&mut self) -> Vec<Vec<Inline>> {
        let common = &self.scope.submission.common;
        if let Some(session) = self.scope.own_session() {
            let values = vec![("place", json!(session.place.value)), ("dates", json!(session.dates.value))];
            let second = Inline::sentence("event-place", session.span, values);
            return vec![vec![Inline::text(session.name.value.clone(), session.name.span)], vec![second]];
        }
        let number = common.meeting.map(|number| number.value);
        let meeting = self.scope.registry.meetings.iter().find(|meeting| Some(meeting.number.value) == number);
        let (Some(meeting), Some(body)) = (meeting, self.scope.body()) else { return Vec::new() };
        let place = meeting.place.as_ref().map_or("virtual", |place| place.value.as_str());
        let values = vec![("number", json!(number)), ("place", json!(place)), ("dates", json!(meeting.dates.value))];
        vec![
            vec![Inline::text(body.name.value.clone(), body.name.span)],
            vec![Inline::sentence("event-meeting", meeting.span, values)],
        ]
    }

    /// Returns the author line. `chair` and `secretary-general` stand for sentences of the language; any other text is printed as it is.
    fn author(&mut self) -> Vec<Inline> {
        let Some(author) = &self.scope.submission.common.author else { return Vec::new() };
        let body = self.scope.body();
        let submission = self.scope.submission;
        let kind = ("kind", json!(if submission.covered { "note" } else { submission.kind.name }));
        match (author.value.as_str(), body) {
            ("chair", Some(body)) => {
                let values = vec![kind, ("name", json!(body.name.value)), ("acronym", json!(body.acronym.value))];
                vec![Inline::sentence("author-chair", author.span, values)]
            }
            ("secretary-general", _) => vec![Inline::sentence("author-secretary-general", author.span, vec![kind])],
            _ => self.prose(author),
        }
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
