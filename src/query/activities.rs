//! The activities of the record that a selection names.

use super::Scope;
use crate::authored::Selection;
use crate::records::activity::Activity;
use crate::source::Text;

impl<'a> Scope<'a> {
    /// Returns the activities that a selection names, each with its id, in the order of the record: those that go on in the period of the submission, and serve
    /// one of the topics, Goals and Action Lines, and belong to one of the Sectors, that are named.
    pub fn selected_activities(&self, selection: &Selection) -> Vec<(&'a Text, &'a Activity)> {
        let period = self.submission.common.period.as_ref().and_then(|_| self.reported());
        // the Goals are those of the activity, not of its topics
        let any_goal = Selection { goals: Default::default(), ..selection.clone() };
        let topics = self.selected_topics(&any_goal);
        let of_topics = selection.topic.is_some() || !selection.topics.is_empty() || !selection.except.is_empty();
        let is_named = |activity: &Activity| {
            period.is_none_or(|period| activity.overlaps(period))
                && (!of_topics || activity.topics.iter().any(|own| topics.contains(&own.value.as_str())))
                && (selection.goals.is_empty()
                    || activity.goals.iter().any(|own| selection.goals.iter().any(|goal| goal.value == own.value)))
                && (selection.action_lines.is_empty() || selection.action_lines.iter().any(|line| activity.serves(&line.value)))
                && (selection.sectors.is_empty()
                    || activity.sectors.iter().any(|own| selection.sectors.iter().any(|sector| sector.value == own.value)))
        };
        self.registry.activities.iter().filter(|(_, activity)| is_named(activity)).map(|(id, activity)| (id, activity)).collect()
    }
}
