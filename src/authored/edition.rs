//! The same document submitted twice: to the Council and, behind a note, to the Plenipotentiary Conference; to the group and then to the United Nations.

use super::Submission;
use super::block::{Annex, BlockList};
use super::front::{Common, SummaryBox};
use crate::date::Date;
use crate::record;
use crate::source::{Spanned, Text};

record! {
    /// The same document as it is submitted elsewhere: what is not given here stays as it is.
    pub struct Edition as "edition" {
        /// Its symbol.
        pub symbol: Option<Text>,
        /// The session to which it is submitted.
        pub session: Option<Text>,
        /// The number of the meeting to which it is submitted.
        pub meeting: Option<Spanned<u32>>,
        /// The agenda item.
        pub agenda_item: Option<Text>,
        /// Its date.
        pub date: Option<Spanned<Date>>,
        /// Who submits it.
        pub author: Option<Text>,
        /// Its title.
        pub title: Option<Text>,
        /// A line below the title.
        pub subtitle: Option<Text>,
        /// It is this addendum to the document with the symbol.
        pub addendum: Option<Spanned<u32>>,
        /// It is this revision of the document with the symbol.
        pub revision: Option<Spanned<u32>>,
        /// It is this corrigendum to the document with the symbol.
        pub corrigendum: Option<Spanned<u32>>,
        /// The house style; without it that of its own session, or the dossier's.
        pub style: Option<Text>,
        /// The box on its first page; behind a note there is none unless it is given.
        pub r#box: Option<SummaryBox>,
        /// A note in front, by its author; what it covers then follows as an annex.
        pub note: BlockList,
    }
}

impl Edition {
    /// The submission as it is in this edition. What it reports stays that of the first one: it is the same document.
    pub fn of(&self, first: &Submission) -> Submission {
        let mut common = first.common.clone();
        common.editions.clear();
        common.span = self.span;
        self.address(&mut common);
        replace(&mut common.symbol, &self.symbol);
        replace(&mut common.agenda_item, &self.agenda_item);
        replace(&mut common.date, &self.date);
        replace(&mut common.author, &self.author);
        replace(&mut common.subtitle, &self.subtitle);
        replace(&mut common.r#box, &self.r#box);
        (common.addendum, common.revision, common.corrigendum) = (self.addendum, self.revision, self.corrigendum);
        if !self.note.is_empty() {
            cover(&mut common, &self.note, first.kind.numbered);
            common.r#box.clone_from(&self.r#box);
            common.contents = Some(false);
        }
        if let Some(title) = &self.title {
            common.title.clone_from(title);
        }
        let covered = !self.note.is_empty();
        Submission { common, first: Some(Box::new(first.common.clone())), covered, ..first.clone() }
    }

    /// To whom it is submitted: to a session or to a meeting, in a style that goes with it.
    fn address(&self, common: &mut Common) {
        if self.session.is_some() || self.meeting.is_some() {
            (common.session, common.meeting) = (self.session.clone(), self.meeting);
            common.style = None;
            common.agenda_item = None;
        }
        replace(&mut common.style, &self.style);
    }
}

/// The document becomes the first annex of a note.
fn cover(common: &mut Common, note: &BlockList, numbered: bool) {
    let annex = Annex {
        span: common.title.span,
        id: None,
        heading: common.title.clone(),
        numbered: Some(common.numbered.unwrap_or(numbered)),
        each: None,
        body: std::mem::replace(&mut common.body, note.clone()),
    };
    common.annexes.insert(0, annex);
    common.numbered = Some(false);
}

fn replace<T: Clone>(value: &mut Option<T>, by: &Option<T>) {
    if by.is_some() {
        value.clone_from(by);
    }
}
