//! Blocks that are made from the record. Their words are in the language's file; here is only what they say.

use super::body::{Form, Generated, RegisterColumn, Selection};
use super::lower::{Lowering, lone_paragraph, paragraph_clause};
use super::scope::{Made, Registered};
use crate::date::Dates;
use crate::document::{Align, Block, Clause, Column, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Table};
use crate::model::meeting::Meeting;
use crate::model::person::{Office, Person, Term};
use crate::model::recommendation::{Actor, Part, Recommendation};
use crate::source::{Span, Text};
use serde_json::{Value, json};

impl<'a> Lowering<'a, '_> {
    /// Adds what one generated block makes.
    pub fn generated(&mut self, generated: Generated, selection: &Selection, out: &mut Vec<Block>) {
        match generated {
            Generated::Officers => out.extend(self.officers(selection)),
            Generated::Meetings => out.push(self.meetings(selection)),
            Generated::Register => self.register(selection, out),
            Generated::Recommendations => self.recommendations(selection, out),
            Generated::Summary => self.summary(selection, out),
            Generated::Acknowledgements => out.push(self.acknowledgements(selection)),
        }
    }

    /// Nothing where nobody holds an office: a rule says so.
    fn officers(&mut self, selection: &Selection) -> Option<Block> {
        let today = self.scope.day().map(|day| Dates { first: day, last: day });
        let name = self.scope.body().map(|body| body.acronym.value.clone());
        let chair = self.holders(Office::Chair, today);
        if chair.is_empty() {
            return None;
        }
        let values =
            vec![("body", json!(name)), ("chair", json!(chair)), ("vice_chairs", json!(self.holders(Office::ViceChair, today)))];
        Some(paragraph_clause(vec![Inline::sentence("officers", selection.span, values)], selection.span))
    }

    /// Who held an office of the dossier's body on any of the days, in the neutral order of their countries.
    fn holders(&self, office: Office, dates: Option<Dates>) -> Vec<Value> {
        let own = self.scope.registry.body.as_ref().map(|body| body.value.as_str());
        let mut terms: Vec<&Term> =
            self.terms(office, dates).filter(|term| term.of.as_ref().is_none_or(|of| Some(of.value.as_str()) == own)).collect();
        let country = |term: &&Term| {
            let code = self.person(&term.person).and_then(|person| person.country.as_ref());
            self.scope.countries.order(code.map(|code| code.value.as_str()))
        };
        terms.sort_by_key(country);
        let mut seen = Vec::new();
        terms.retain(|term| {
            !seen.contains(&&term.person.value) && {
                seen.push(&term.person.value);
                true
            }
        });
        terms.into_iter().filter_map(|term| self.person(&term.person).map(|person| self.named(person, Some(term)))).collect()
    }

    fn terms(&self, office: Office, dates: Option<Dates>) -> impl Iterator<Item = &'a Term> + use<'a> {
        let terms = self.scope.registry.terms.iter();
        terms.filter(move |term| term.office == office && dates.is_none_or(|dates| term.overlaps(dates)))
    }

    fn person(&self, id: &Text) -> Option<&'a Person> {
        self.scope.registry.people.get(&id.value)
    }

    fn named(&self, person: &Person, term: Option<&Term>) -> Value {
        json!({
            "name": person.full_name(),
            "country": person.country.as_ref().map(|country| &country.value),
            "office": term.map(|term| term.office.word()),
            "role": term.and_then(|term| term.role.as_ref()).map(|role| &role.value),
        })
    }

    fn meetings(&mut self, selection: &Selection) -> Block {
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
        let after = self.scope.submission.common.period.as_ref().and_then(|period| period.after.as_ref());
        let values = vec![
            ("since", json!(self.scope.session(after).map(|session| &session.short.value))),
            ("meetings", json!(meetings.len())),
            ("documents", json!(meetings.iter().map(|meeting| meeting.documents.len()).sum::<usize>())),
        ];
        let each = meetings.iter().map(|meeting| {
            let values = vec![
                ("number", json!(meeting.number.value)),
                ("dates", json!(meeting.dates.value)),
                ("place", json!(meeting.place.as_ref().map(|place| &place.value))),
                ("documents", json!(meeting.documents.len())),
                ("last", json!(std::ptr::eq(*meeting, *meetings.last().expect("at least this one")))),
            ];
            paragraph_clause(vec![Inline::sentence("meeting-held", meeting.span, values)], meeting.span)
        });
        let body = each.collect();
        let text = Some(vec![Inline::sentence("meetings-held", selection.span, values)]);
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: None, text, body, span: selection.span })
    }

    fn register(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let documents = self.scope.selected_documents(selection);
        match selection.r#as.unwrap_or(Form::Bullets) {
            Form::Bullets => {
                let items = documents.iter().map(|document| Item {
                    content: self.entry(document),
                    body: Vec::new(),
                    span: document.entry.span,
                });
                let items = items.collect();
                out.push(Block::List(List { kind: ListKind::Bullets, items, span: selection.span }));
            }
            Form::Headings => out.extend(self.by_topic(selection, &documents)),
            Form::Table => out.push(Block::Table(self.register_table(selection, &documents))),
        }
    }

    /// `Title (symbol)`.
    fn entry(&mut self, document: &Registered) -> Vec<Inline> {
        let mut content = self.prose(&document.entry.title);
        content.extend(self.symbols_after(&[(&document.entry.symbol, Some(document.meeting))], document.entry.span));
        content
    }

    fn by_topic(&mut self, selection: &Selection, documents: &[Registered]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for topic in self.scope.selected_topics(selection) {
            let of_topic =
                documents.iter().filter(|document| document.entry.topic.as_ref().is_some_and(|own| own.value == topic));
            let symbols: Vec<_> = of_topic.map(|document| (&document.entry.symbol, Some(document.meeting))).collect();
            if let Some((first, _)) = symbols.first() {
                let span = first.span;
                let mut content = self.topic_label(topic, span);
                content.extend(self.symbols_after(&symbols, span));
                blocks.push(paragraph_clause(content, span));
            }
        }
        blocks
    }

    fn topic_label(&mut self, topic: &str, span: Span) -> Vec<Inline> {
        match self.scope.registry.topics.get(topic) {
            Some(label) => self.prose(&label.in_language(self.scope.language).clone()),
            None => vec![Inline::text(topic, span)],
        }
    }

    fn register_table(&mut self, selection: &Selection, documents: &[Registered]) -> Table {
        use RegisterColumn::{Date, From, Meeting, Symbol, Title, Topic};
        let default = [Symbol, Title, From, Topic];
        let columns = if selection.columns.is_empty() { &default[..] } else { &selection.columns };
        let widths = |column: &RegisterColumn| match column {
            Symbol => 8,
            Title => 10,
            From => 5,
            Topic => 7,
            Meeting => 4,
            Date => 5,
        };
        let heads = columns.iter().map(|column| Column {
            label: vec![Inline::sentence("register-column", selection.span, vec![("column", json!(column.word()))])],
            width: widths(column),
            align: Align::Left,
        });
        let heads = heads.collect();
        let rows = documents.iter().map(|document| columns.iter().map(|column| self.cell(*column, document)).collect()).collect();
        Table { id: None, caption: None, columns: heads, wide: None, rows, span: selection.span }
    }

    fn cell(&mut self, column: RegisterColumn, document: &Registered) -> Vec<Inline> {
        let entry = document.entry;
        match column {
            RegisterColumn::Symbol => {
                vec![self.symbol(self.scope.symbol(&entry.symbol.value, Some(document.meeting)), entry.symbol.span)]
            }
            RegisterColumn::Title => self.prose(&entry.title),
            RegisterColumn::From => entry.from.as_ref().map(|from| self.source(from)).unwrap_or_default(),
            RegisterColumn::Topic => {
                entry.topic.as_ref().map(|topic| self.topic_label(&topic.value, topic.span)).unwrap_or_default()
            }
            RegisterColumn::Meeting => vec![Inline::text(document.meeting.number.value.to_string(), entry.span)],
            RegisterColumn::Date => {
                let dates = entry.date.map(|date| Dates { first: date.value, last: date.value });
                dates.map(Inline::Dates).into_iter().collect()
            }
        }
    }

    /// Who submitted a document.
    fn source(&mut self, from: &Text) -> Vec<Inline> {
        let registry = self.scope.registry;
        if let Some(person) = registry.people.get(&from.value) {
            return vec![Inline::text(person.full_name(), from.span)];
        }
        if let Some(organization) = registry.organizations.get(&from.value) {
            return self.prose(&organization.in_language(self.scope.language).clone());
        }
        vec![Inline::sentence("submitted-by", from.span, vec![("source", json!(from.value))])]
    }

    fn recommendations(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let all: Vec<Made> = self.scope.selected_recommendations(selection).collect();
        for topic in self.scope.selected_topics(selection) {
            let of_topic: Vec<&Made> = all.iter().filter(|made| made.topic.value == topic).collect();
            let Some(first) = of_topic.first() else { continue };
            let span = first.topic.span;
            let paragraphs: Vec<Block> = of_topic.iter().map(|made| self.recommendation(made)).collect();
            if selection.by.is_none() {
                out.extend(paragraphs);
                continue;
            }
            let heading = Some(self.topic_label(topic, span));
            let body = lone_paragraph(paragraphs);
            out.push(Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading, text: None, body, span }));
        }
    }

    /// A numbered paragraph, with its parts as bullets inside it.
    fn recommendation(&mut self, made: &Made) -> Block {
        let recommendation = made.recommendation;
        let ends = if recommendation.parts.is_empty() { "." } else { ":" };
        let text = Some(self.stated(recommendation, made.meeting, ends));
        let mut body = Vec::new();
        if !recommendation.parts.is_empty() {
            let items = recommendation.parts.iter().map(|part| self.part(part, made.meeting)).collect();
            body.push(Block::List(List { kind: ListKind::Bullets, items, span: recommendation.span }));
        }
        let id = recommendation.id.clone();
        Block::Clause(Clause { id, numbering: Numbering::Usual, heading: None, text, body, span: recommendation.span })
    }

    fn part(&mut self, part: &Part, meeting: &Meeting) -> Item {
        match part {
            Part::Text(text) => Item { content: self.prose(text), body: Vec::new(), span: text.span },
            Part::Recommendation(recommendation) => Item {
                content: self.stated(recommendation, meeting, "."),
                body: recommendation.parts.iter().map(|part| self.part(part, meeting)).map(nested).collect(),
                span: recommendation.span,
            },
        }
    }

    /// The sentence of a recommendation, with its documents in parentheses, ended as said.
    fn stated(&mut self, recommendation: &Recommendation, meeting: &Meeting, ends: &'static str) -> Vec<Inline> {
        let documents: Vec<_> = recommendation.documents.iter().map(|short| (short, Some(meeting))).collect();
        let documents = self.symbols_after(&documents, recommendation.span);
        let (key, words) = match &recommendation.sentence {
            Some(sentence) => ("recommendation-own", Some(sentence)),
            None => ("recommendation", recommendation.text.as_ref()),
        };
        let mut text = words.map(|words| self.prose(words)).unwrap_or_default();
        strip_end(&mut text);
        let actors: Vec<&str> = recommendation.actor.iter().map(|actor| actor.word()).collect();
        let action = recommendation.action.map(|action| action.value);
        let group_acts = recommendation.actor.iter().eq([&Actor::Group]) && !action.is_some_and(|action| action.asks());
        let values = vec![
            ("actors", json!(actors)),
            ("action", json!(action.map(|action| action.word()))),
            ("acts", json!(group_acts)),
            ("end", json!(ends)),
        ];
        let texts = vec![("text", text), ("documents", documents)];
        vec![Inline::Sentence(Box::new(Sentence { key, values, texts, span: recommendation.span }))]
    }

    fn summary(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        for text in self.scope.selected_summaries(selection) {
            let content = self.prose(text);
            out.push(paragraph_clause(content, text.span));
        }
    }

    fn acknowledgements(&mut self, selection: &Selection) -> Block {
        let dates = self.scope.since(selection.since.as_ref());
        let elected = Office::ELECTED.iter().flat_map(|office| self.holders(*office, dates));
        let elected: Vec<Value> = elected.collect();
        let values = vec![
            ("body", json!(self.scope.body().map(|body| &body.acronym.value))),
            ("since", json!(self.scope.session(selection.since.as_ref()).map(|session| &session.short.value))),
            ("vice_chairs", json!(self.holders(Office::ViceChair, dates))),
            ("elected", json!(elected)),
            ("officials", json!(self.holders(Office::Official, dates))),
            ("secretariat", json!(self.holders(Office::Secretariat, dates))),
            ("others", json!(self.others_thanked(dates))),
        ];
        paragraph_clause(vec![Inline::sentence("acknowledgements", selection.span, values)], selection.span)
    }

    /// Those whom the meetings of the time thanked and who hold none of the offices that are thanked anyway.
    fn others_thanked(&self, dates: Option<Dates>) -> Vec<Value> {
        let within = |meeting: &&Meeting| {
            dates.is_none_or(|dates| dates.first <= meeting.dates.value.last && meeting.dates.value.first <= dates.last)
        };
        let meetings = self.scope.registry.meetings.iter().filter(within);
        let mut seen: Vec<&str> = Vec::new();
        let mut others = Vec::new();
        for thanks in meetings.flat_map(|meeting| &meeting.acknowledgements) {
            let id = thanks.person.value.as_str();
            let in_office = self
                .scope
                .registry
                .terms
                .iter()
                .any(|term| term.person.value == id && dates.is_none_or(|dates| term.overlaps(dates)));
            if in_office || seen.contains(&id) {
                continue;
            }
            seen.push(id);
            others.extend(self.person(&thanks.person).map(|person| self.named(person, None)));
        }
        others
    }
}

/// A part of a part.
fn nested(item: Item) -> Block {
    Block::Paragraph(Paragraph { content: item.content, span: item.span })
}

/// Takes off what the sentence will end with anyway.
fn strip_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
        text.truncate(text.trim_end_matches(['.', ':', ';', ',', ' ']).len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}
