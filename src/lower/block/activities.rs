//! The block `activities`: the activities of the Union as paragraphs, by Action Line, Goal or Sector, or as a table.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, Selection};
use crate::document::{
    Align, Block, Cell, Clause, Column, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style, Table,
};
use crate::lower::party::Place;
use crate::lower::words::{Lowering, joined};
use crate::records::activity::{Activity, Indicator, Sector};
use crate::records::mapping::{ACTION_LINES, GOALS, is_of_line};
use crate::source::{Span, Text};
use serde_json::{Value, json};

/// The block `activities`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Activities,
    why_empty: |scope, selection| scope.selected_activities(selection).is_empty().then_some("the record has no such activity"),
    lower: |lowering, selection, out| lowering.list_activities(selection, out),
};

/// What activities are grouped by: an Action Line, a Goal or a Sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// An Action Line, by its name: `C2`.
    Line(&'static str),
    /// A Goal, by its number.
    Goal(u32),
    /// A Sector.
    Sector(Sector),
}

impl Group {
    /// Returns all groups of a sort, in their usual order.
    pub(super) fn all(by: By) -> Vec<Self> {
        match by {
            By::Goal => (1..=GOALS).map(Self::Goal).collect(),
            By::Sector => Sector::ALL.iter().copied().map(Self::Sector).collect(),
            _ => ACTION_LINES.into_iter().map(Self::Line).collect(),
        }
    }

    /// Says whether an activity belongs to the group.
    pub(super) fn has(self, activity: &Activity) -> bool {
        match self {
            Self::Line(line) => activity.action_lines.iter().any(|own| own.value == line),
            Self::Goal(goal) => activity.goals.iter().any(|own| own.value == goal),
            Self::Sector(sector) => activity.sectors.iter().any(|own| own.value == sector),
        }
    }

    /// Says whether a selection leaves the group in: it names none of its sort, or this one.
    pub(super) fn is_chosen(self, selection: &Selection) -> bool {
        match self {
            Self::Line(line) => {
                selection.action_lines.is_empty() || selection.action_lines.iter().any(|own| is_of_line(line, &own.value))
            }
            Self::Goal(goal) => selection.goals.is_empty() || selection.goals.iter().any(|own| own.value == goal),
            Self::Sector(sector) => selection.sectors.is_empty() || selection.sectors.iter().any(|own| own.value == sector),
        }
    }

    /// Returns the sentence that names the group: `C2: Information and communication infrastructure`.
    pub(super) fn name(self, span: Span) -> Inline {
        let value = match self {
            Self::Line(line) => ("line", json!(line)),
            Self::Goal(goal) => ("goal", json!(goal)),
            Self::Sector(sector) => ("sector", json!(sector.word())),
        };
        Inline::sentence("activity-group", span, vec![value])
    }
}

impl<'a> Lowering<'_, 'a, '_> {
    /// Appends the activities that a selection names.
    fn list_activities(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let all = self.scope.selected_activities(selection);
        match (selection.r#as, selection.by) {
            (Some(Form::Table), _) => out.push(Block::Table(self.activities_table(selection, &all, None))),
            (_, None) => all.iter().for_each(|(_, activity)| out.push(self.activity_paragraph(activity))),
            (_, Some(by)) => self.grouped_activities(selection, by, &all, out),
        }
        out.extend(self.number_of_activities(selection, &all));
    }

    fn grouped_activities(&mut self, selection: &Selection, by: By, all: &[(&Text, &'a Activity)], out: &mut Vec<Block>) {
        for group in Group::all(by).into_iter().filter(|group| group.is_chosen(selection)) {
            let of: Vec<&Activity> = all.iter().map(|(_, activity)| *activity).filter(|activity| group.has(activity)).collect();
            let Some(first) = of.first() else { continue };
            let span = first.span;
            let body = of.iter().map(|activity| self.activity_paragraph(activity)).collect();
            let heading = Some(vec![group.name(span)]);
            out.push(Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading, text: None, body, span }));
        }
    }

    /// Returns a numbered paragraph on an activity: its title, what is done, and in parentheses by whom, when and what for.
    fn activity_paragraph(&mut self, activity: &Activity) -> Block {
        let span = activity.span;
        let title = vec![Inline::Styled(Style::Strong, self.prose(&activity.title))];
        let mut texts = activity.text.iter();
        let said = texts.next().map(|text| self.prose(text)).unwrap_or_default();
        let lists = vec![("facts", self.activity_facts(activity)), ("documents", self.activity_documents(activity))];
        let texts_of = vec![("title", title), ("text", said)];
        let sentence = Sentence { texts: texts_of, lists, ..Sentence::new("activity", span, Vec::new()) };
        let mut body: Vec<Block> =
            texts.map(|text| Block::Paragraph(Paragraph { content: self.prose(text), span: text.span })).collect();
        body.extend(self.indicators_list(&activity.indicators));
        let text = Some(vec![sentence.into()]);
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: None, text, body, span })
    }

    /// Returns by whom an activity is done, when, and which Action Lines and Goals it serves.
    fn activity_facts(&mut self, activity: &Activity) -> Vec<Vec<Inline>> {
        let lead = self.parties(&activity.lead, Place::List);
        let lead = (!lead.is_empty()).then(|| {
            vec![Sentence { texts: vec![("lead", lead)], ..Sentence::new("activity-lead", activity.span, Vec::new()) }.into()]
        });
        let facts = [sectors(activity), lead.unwrap_or_default(), timeframe(activity), lines(activity), goals(activity, true)];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect()
    }

    fn activity_documents(&mut self, activity: &Activity) -> Vec<Vec<Inline>> {
        let symbols = activity.documents.iter().map(|short| vec![self.symbol(self.scope.symbol(&short.value, None), short.span)]);
        symbols.collect()
    }

    fn indicators_list(&mut self, indicators: &[Indicator]) -> Option<Block> {
        let first = indicators.first()?;
        let items = indicators.iter().map(|indicator| Item {
            content: self.indicator(indicator),
            span: indicator.span,
            ..Item::default()
        });
        Some(Block::List(List { kind: ListKind::Bullets, start: 1, items: items.collect(), span: first.span }))
    }

    fn indicator(&mut self, indicator: &Indicator) -> Vec<Inline> {
        let texts = [("text", Some(&indicator.text)), ("target", indicator.target.as_ref()), ("value", indicator.value.as_ref())];
        let texts = texts.map(|(key, text)| (key, text.map(|text| self.prose(text)).unwrap_or_default()));
        vec![Sentence { texts: texts.to_vec(), ..Sentence::new("indicator", indicator.span, Vec::new()) }.into()]
    }

    /// Returns a table of activities; in the table of a group the column that would say the same in each row is left out.
    pub(super) fn activities_table(&mut self, selection: &Selection, all: &[(&Text, &Activity)], group: Option<Group>) -> Table {
        let span = selection.span;
        let keys = ["activity", "sector", "timeframe", "lead", "action-lines", "goals", "indicators"];
        let is_shown = |key: &&str| match group {
            Some(Group::Line(_)) => *key != "action-lines",
            Some(Group::Goal(_)) => *key != "goals",
            Some(Group::Sector(_)) => *key != "sector",
            None => true,
        };
        let keys: Vec<&'static str> = keys.into_iter().filter(is_shown).collect();
        let columns: Vec<Column> = keys.iter().map(|key| column("activity-column", key, Align::Left, span)).collect();
        let rows: Vec<Vec<Cell>> =
            all.iter().map(|(_, activity)| keys.iter().map(|key| self.activity_cell(key, activity)).collect()).collect();
        Table { header_column: true, ..self.generated_table(selection, columns, rows) }
    }

    fn activity_cell(&mut self, key: &str, activity: &Activity) -> Cell {
        let content = match key {
            "activity" => {
                let mut content = vec![Inline::Styled(Style::Strong, self.prose(&activity.title))];
                let documents = self.activity_documents(activity);
                if !documents.is_empty() {
                    content.push(Inline::text(" (", activity.span));
                    content.extend(joined(documents, ", ", activity.span));
                    content.push(Inline::text(")", activity.span));
                }
                let body =
                    activity.text.iter().map(|text| Block::Paragraph(Paragraph { content: self.prose(text), span: text.span }));
                return Cell { body: body.collect(), ..Cell::from(content) };
            }
            "sector" => sectors(activity),
            "timeframe" => timeframe(activity),
            "lead" => self.parties(&activity.lead, Place::List),
            "action-lines" => joined(
                activity.action_lines.iter().map(|line| vec![Inline::text(line.value.clone(), line.span)]).collect(),
                ", ",
                activity.span,
            ),
            "goals" => goals(activity, false),
            _ => return Cell { body: self.indicators_list(&activity.indicators).into_iter().collect(), ..Cell::default() },
        };
        Cell::from(content)
    }

    /// Returns a paragraph that says how many activities there are, where some stand in several groups, so that nobody adds the groups up.
    pub(super) fn number_of_activities(&self, selection: &Selection, all: &[(&Text, &Activity)]) -> Option<Block> {
        let by = selection.by.filter(|_| selection.r#as != Some(Form::Table))?;
        let groups: Vec<Group> = Group::all(by).into_iter().filter(|group| group.is_chosen(selection)).collect();
        let several = all.iter().filter(|(_, activity)| groups.iter().filter(|group| group.has(activity)).count() > 1).count();
        let values = vec![("activities", json!(all.len())), ("several", json!(several))];
        let content = vec![Inline::sentence("activities-counted", selection.span, values)];
        (several > 0).then(|| Block::Paragraph(Paragraph { content, span: selection.span }))
    }
}

fn sectors(activity: &Activity) -> Vec<Inline> {
    let words: Vec<&str> = activity.sectors.iter().map(|sector| sector.value.word()).collect();
    let sentence = || Inline::sentence("sectors", activity.span, vec![("sectors", json!(words))]);
    if words.is_empty() { Vec::new() } else { vec![sentence()] }
}

fn timeframe(activity: &Activity) -> Vec<Inline> {
    let year = |date: crate::date::Date| -> Value { json!(date.year) };
    let (from, until) =
        (activity.from.map(|from| year(from.value.0.first)), activity.until.map(|until| year(until.value.0.last)));
    if from.is_none() && until.is_none() {
        return Vec::new();
    }
    vec![Inline::sentence("timeframe", activity.span, vec![("from", json!(from)), ("until", json!(until))])]
}

fn lines(activity: &Activity) -> Vec<Inline> {
    let lines: Vec<&str> = activity.action_lines.iter().map(|line| line.value.as_str()).collect();
    let sentence = || Inline::sentence("activity-lines", activity.span, vec![("lines", json!(lines))]);
    if lines.is_empty() { Vec::new() } else { vec![sentence()] }
}

/// Returns the Goals of an activity: `Goals 4 and 9`, or the numbers alone.
fn goals(activity: &Activity, named: bool) -> Vec<Inline> {
    let goals: Vec<String> = activity.goals.iter().map(|goal| goal.value.to_string()).collect();
    let sentence = || Inline::sentence("activity-goals", activity.span, vec![("goals", json!(goals)), ("named", json!(named))]);
    if goals.is_empty() { Vec::new() } else { vec![sentence()] }
}
