//! The block `roadmap`: for each Action Line, or each Goal, its objective and a table of the activities that serve it.

use super::GeneratedBlock;
use super::activities::Group;
use crate::authored::{By, Generated, Selection};
use crate::document::{Block, Clause, Numbering, Paragraph, Sentence};
use crate::lower::words::Lowering;
use crate::records::activity::Activity;
use crate::source::Text;

/// The block `roadmap`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Roadmap,
    why_empty: |scope, selection| {
        let all = scope.selected_activities(selection);
        let mut groups =
            Group::all(selection.by.unwrap_or(By::ActionLine)).into_iter().filter(|group| group.is_chosen(selection));
        let is_served = |group: Group| all.iter().any(|(_, activity)| group.has(activity));
        (!groups.any(is_served)).then_some("the record has no such activity")
    },
    lower: |lowering, selection, out| lowering.roadmap(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a clause for each Action Line, or Goal, that an activity of the selection serves, or that has an objective and is named by the selection.
    fn roadmap(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let all = self.scope.selected_activities(selection);
        let by = selection.by.unwrap_or(By::ActionLine);
        for group in Group::all(by).into_iter().filter(|group| group.is_chosen(selection)) {
            let of: Vec<(&Text, &Activity)> = all.iter().filter(|(_, activity)| group.has(activity)).copied().collect();
            let Some((_, first)) = of.first() else { continue };
            let span = first.span;
            let mut body: Vec<Block> = self.objective(group).into_iter().collect();
            body.push(Block::Table(self.activities_table(selection, &of, Some(group))));
            let heading = Some(vec![group.name(span)]);
            out.push(Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading, text: None, body, span }));
        }
        out.extend(self.number_of_activities(&Selection { by: Some(by), ..selection.clone() }, &all));
    }

    /// Returns the paragraph with the objective that the record has for an Action Line or a Goal.
    fn objective(&mut self, group: Group) -> Option<Block> {
        let key = match group {
            Group::Line(line) => line.to_string(),
            Group::Goal(goal) => goal.to_string(),
            Group::Sector(_) => return None,
        };
        let text = self.scope.registry.objectives.get(&key)?;
        let sentence =
            Sentence { texts: vec![("objective", self.prose(text))], ..Sentence::new("objective", text.span, Vec::new()) };
        Some(Block::Paragraph(Paragraph { content: vec![sentence.into()], span: text.span }))
    }
}
