//! Which keys of a selection each generated block takes. A key that would have no effect is refused.

use super::selection::{By, Form, Generated, MatrixOf, Selection};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue, listing};
use crate::yaml::{Kind, Node};

/// The keys that choose meetings.
const OF_MEETINGS: [&str; 2] = ["meetings", "period"];
/// The keys that choose topics.
const OF_TOPICS: [&str; 4] = ["topic", "topics", "except", "goals"];
/// The keys that choose activities, besides topics and Goals.
const OF_ACTIVITIES: [&str; 2] = ["action_lines", "sectors"];
/// The keys that name a table or a chart.
const OF_CAPTION: [&str; 2] = ["caption", "id"];

impl Generated {
    /// Returns the forms that the block has besides its usual one, or by name.
    fn forms(self) -> &'static [Form] {
        match self {
            Self::Officers | Self::Activities => &[Form::Table],
            Self::Register => &[Form::Bullets, Form::Headings, Form::Table],
            Self::Meetings | Self::Recommendations | Self::Matrix => &[Form::Table, Form::Chart],
            Self::Mandate
            | Self::Opening
            | Self::Agenda
            | Self::DraftAgenda
            | Self::Actions
            | Self::Participants
            | Self::Summary
            | Self::Timeline
            | Self::Future
            | Self::Roadmap => &[],
            Self::Theme | Self::Answers | Self::Evidence | Self::Acknowledgements | Self::Acronyms | Self::Transmittal => &[],
        }
    }

    /// Returns the properties by which the block can be grouped.
    fn groups(self) -> &'static [By] {
        match self {
            Self::Meetings => &[By::Year],
            Self::Register => &[By::Source],
            Self::Activities => &[By::ActionLine, By::Goal, By::Sector],
            Self::Roadmap => &[By::ActionLine, By::Goal],
            Self::Recommendations => &[By::Topic, By::Year, By::Status],
            Self::DraftAgenda
            | Self::Actions
            | Self::Participants
            | Self::Mandate
            | Self::Officers
            | Self::Opening
            | Self::Agenda
            | Self::Summary
            | Self::Timeline
            | Self::Matrix => &[],
            Self::Future
            | Self::Theme
            | Self::Answers
            | Self::Evidence
            | Self::Acknowledgements
            | Self::Acronyms
            | Self::Transmittal => &[],
        }
    }

    /// Returns the other keys that the block takes in some form.
    fn keys(self) -> Vec<&'static str> {
        let keys: &[&[&'static str]] = match self {
            Self::Mandate | Self::Future | Self::Theme | Self::Answers | Self::Transmittal => &[],
            Self::Officers | Self::Acronyms => &[&OF_CAPTION],
            Self::Opening => &[&OF_MEETINGS],
            Self::Agenda | Self::Summary | Self::Timeline => &[&OF_MEETINGS, &OF_TOPICS],
            Self::Meetings | Self::DraftAgenda | Self::Participants => &[&OF_MEETINGS, &OF_CAPTION],
            Self::Actions => &[&OF_MEETINGS, &OF_TOPICS, &OF_CAPTION],
            Self::Matrix => &[&OF_MEETINGS, &OF_TOPICS, &OF_CAPTION, &["of"]],
            Self::Activities => &[&OF_TOPICS, &OF_CAPTION, &OF_ACTIVITIES],
            Self::Roadmap => &[&OF_TOPICS, &OF_ACTIVITIES],
            Self::Register => &[&OF_MEETINGS, &OF_TOPICS, &OF_CAPTION, &["columns", "from", "documents"]],
            Self::Recommendations => &[&OF_MEETINGS, &OF_TOPICS, &OF_CAPTION, &["merged"]],
            Self::Evidence => &[&OF_MEETINGS, &OF_TOPICS, &["what"]],
            Self::Acknowledgements => &[&["to", "since"]],
        };
        keys.concat()
    }

    /// Says whether the selection makes a table or a chart of the block, which may have a caption.
    fn is_captioned(self, selection: &Selection) -> bool {
        let form = matches!(selection.r#as, Some(Form::Table | Form::Chart));
        form || matches!(self, Self::Matrix | Self::Acronyms | Self::DraftAgenda | Self::Actions | Self::Participants)
            || self == Self::Meetings && selection.by == Some(By::Year)
    }

    /// Reports the keys of a selection, written at `node`, that would have no effect on this block.
    pub fn refuse(self, selection: &Selection, node: &Node, report: &mut Diagnostics) {
        let Kind::Map(entries) = &node.kind else { return };
        for (key, value) in entries.iter() {
            let why = self.why_in_vain(&key.value, value, selection);
            report.extend(why.map(|(message, hint)| Diagnostic::new(catalogue::UNKNOWN_KEY, key.span, message).hint(hint)));
        }
    }

    /// Returns why a key would have no effect, with the advice; `None` if it has one.
    fn why_in_vain(self, key: &str, value: &Node, selection: &Selection) -> Option<(String, String)> {
        let block = self.word();
        let written = value.text().map_or("…", |text| text.value.as_str());
        let none =
            |condition: &str, hint: String| Some((format!("`{key}: {written}` has no effect on `{block}`{condition}"), hint));
        match key {
            "as" if selection.r#as.is_some_and(|form| !self.forms().contains(&form)) => {
                none("", format!("its forms: {}", listing(self.forms().iter().map(|form| form.word()))))
            }
            "by" if selection.by.is_some_and(|by| !self.groups().contains(&by)) => {
                none("", format!("it can be grouped by {}", listing(self.groups().iter().map(|by| by.word()))))
            }
            "by" if !self.is_grouped(selection) => {
                none(" in this form", "`year` and `status` group a chart, all others group paragraphs".into())
            }
            // the rule `idle-words` says more of `words`
            "as" | "by" | "words" => None,
            _ if !self.keys().contains(&key) => none("", format!("keys of `{block}`: {}", listing(self.keys()))),
            _ if OF_CAPTION.contains(&key) && !self.is_captioned(selection) => {
                none(" without a table or chart", "add `as: table`, or leave the key out".into())
            }
            _ if OF_MEETINGS.contains(&key) && selection.of == Some(MatrixOf::Activities) => {
                none(" beside `of: activities`", "activities are no matter of a meeting".into())
            }
            "columns" if selection.r#as != Some(Form::Table) => none(" without a table", "add `as: table`".into()),
            "merged" if selection.merged == Some(false) && self.is_captioned(selection) => {
                none(" as a table or chart", "these show each recommendation once".into())
            }
            _ if !selection.documents.is_empty() && self.is_overruled(key, selection) => {
                none(" beside `documents`", "the documents are those that are named".into())
            }
            _ => None,
        }
    }

    /// Says whether the selection's grouping is used in the selection's form.
    fn is_grouped(self, selection: &Selection) -> bool {
        let chart = selection.r#as == Some(Form::Chart);
        match selection.by {
            Some(By::Status) => chart,
            Some(By::Year) => chart || self == Self::Meetings,
            Some(By::Topic | By::ActionLine | By::Goal | By::Sector) => selection.r#as != Some(Form::Table),
            Some(By::Source) => matches!(selection.r#as, None | Some(Form::Bullets)),
            None => true,
        }
    }

    /// Says whether a key chooses documents, which `documents` does already. Headings are made of the topics all the same.
    fn is_overruled(self, key: &str, selection: &Selection) -> bool {
        let topics = OF_TOPICS.contains(&key) && selection.r#as != Some(Form::Headings);
        topics || OF_MEETINGS.contains(&key) || key == "from"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::schema::Schemas;

    #[test]
    fn every_key_of_a_selection_belongs_to_a_block() {
        let taken: Vec<&str> = Generated::ALL.iter().flat_map(|block| block.keys()).collect();
        for property in Selection::properties(&mut Schemas::default()) {
            let name = property.name();
            assert!(["as", "by", "words"].contains(&name) || taken.contains(&name), "no block takes `{name}`");
        }
        for form in Form::ALL {
            assert!(Generated::ALL.iter().any(|block| block.forms().contains(form)), "{}", form.word());
        }
        for by in By::ALL {
            assert!(Generated::ALL.iter().any(|block| block.groups().contains(by)), "{}", by.word());
        }
    }
}
