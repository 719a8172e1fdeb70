//! The agenda of a meeting as it is planned: what is treated when, from which documents, and who presents it.

use super::party::Party;
use crate::date::{Date, Times};
use crate::record;
use crate::source::{Spanned, Text};
use crate::yaml::Many;

record! {
    /// An item of the agenda of a meeting, as it is planned.
    pub struct PlannedItem as "planned item" {
        /// The day on which this item and those after it are treated, up to the next one that has a day.
        pub day: Option<Spanned<Date>>,
        /// When the item begins, and perhaps ends: `09:30`, `09:30-10:15`.
        pub time: Option<Spanned<Times>>,
        /// The words of the item; without them, those of the topic.
        pub title: Option<Text>,
        /// The id of the item's topic; without `documents`, the item has all documents of the register that are on it.
        pub topic: Option<Text>,
        /// The symbols of the documents of the item: `2` for a document of this meeting, `37/2` of another one, or full symbols.
        pub documents: Many<Text>,
        /// Who presents the item, one or several, as in `from:` of a document.
        pub by: Many<Party>,
    }
}
