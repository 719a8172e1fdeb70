//! Lists the parts of what authors wrote: the blocks and texts of a submission, and the records of all meetings.

use crate::authored::{
    Annex, Block, BlockList, Clause, ContactEntry, Coverage, Generated, Period, Selection, Signatory, Submission, Table,
};
use crate::records::meeting::{Entry, Meeting};
use crate::records::recommendation::{Part, Recommendation};
use crate::records::registry::Registry;
use crate::records::series::{Home, MeetingName};
use crate::source::Text;

/// Returns all blocks of a submission at any depth, in the order in which they stand: the box, the body, the answers, then the annexes.
pub fn blocks(submission: &Submission) -> Vec<&Block> {
    let mut all = Vec::new();
    if let Some(summary) = &submission.common.r#box {
        gather(&summary.summary, &mut all);
        gather(&summary.action, &mut all);
    }
    gather(&submission.common.body, &mut all);
    answers(submission).for_each(|(_, answer)| gather(answer, &mut all));
    submission.common.all_annexes().into_iter().for_each(|annex| gather(&annex.body, &mut all));
    all
}

/// Appends these blocks, and the blocks in them at any depth, to `all`.
fn gather<'a>(blocks: &'a [Block], all: &mut Vec<&'a Block>) {
    for block in blocks {
        all.push(block);
        block.bodies().into_iter().for_each(|body| gather(body, all));
    }
}

/// Returns the answers of a contribution, each with the id of the question; none for any other submission.
pub fn answers(submission: &Submission) -> impl Iterator<Item = &(Text, BlockList)> {
    submission.special.contribution().into_iter().flat_map(|contribution| contribution.answers.iter())
}

/// Returns all signatures of a submission: the one below it, and those among its blocks.
pub fn signatures(submission: &Submission) -> impl Iterator<Item = &Signatory> {
    let among = blocks(submission).into_iter().flat_map(Block::signatures);
    submission.common.signature.iter().chain(among).map(|signature| &signature.0)
}

/// Returns all contacts of a submission: those above it, and those among its blocks.
pub fn contacts(submission: &Submission) -> impl Iterator<Item = &ContactEntry> {
    let among = blocks(submission).into_iter().flat_map(Block::contacts);
    submission.common.contact.iter().chain(among).map(|contact| &contact.0)
}

/// Returns all clauses of a submission, at any depth.
pub fn clauses(submission: &Submission) -> impl Iterator<Item = &Clause> {
    blocks(submission).into_iter().filter_map(|block| match block {
        Block::Clause(clause) => Some(&**clause),
        _ => None,
    })
}

/// Returns all generated blocks of a submission, at any depth.
pub fn selections(submission: &Submission) -> impl Iterator<Item = (Generated, &Selection)> {
    blocks(submission).into_iter().filter_map(generated)
}

/// Returns all generated blocks among these blocks, at any depth.
pub fn selections_in(blocks: &[Block]) -> impl Iterator<Item = (Generated, &Selection)> {
    let mut all = Vec::new();
    gather(blocks, &mut all);
    all.into_iter().filter_map(generated)
}

fn generated(block: &Block) -> Option<(Generated, &Selection)> {
    if let Block::Generated(generated, selection) = block { Some((*generated, selection)) } else { None }
}

/// Returns all periods of a submission: its own, and those of its generated blocks.
pub fn periods(submission: &Submission) -> impl Iterator<Item = &Period> {
    let parts = selections(submission).filter_map(|(_, selection)| selection.period.as_ref());
    submission.common.period.iter().chain(parts)
}

/// Returns the headings, paragraphs and captions of one block itself, not those of the blocks in it.
pub fn paragraphs(block: &Block) -> Vec<&Text> {
    match block {
        Block::Text(text) | Block::Unnumbered(text) => vec![text],
        Block::Clause(clause) => clause.heading.iter().chain(&clause.text).chain(&clause.intro).collect(),
        Block::List(list) => list.items.iter().flat_map(|item| item.texts()).collect(),
        Block::Table(table) => table.caption.iter().chain(&table.unit).chain(table.notes.iter()).chain(&table.source).collect(),
        Block::Figure(figure) => figure.caption.iter().collect(),
        Block::Chart(chart) => chart.caption.iter().collect(),
        Block::Generated(_, selection) => selection.caption.iter().collect(),
        Block::Equation(_) | Block::Quote(..) | Block::PageBreak(_) | Block::Reuse(_) => Vec::new(),
        Block::Signature(signatures, _) => signatures.iter().flat_map(|signature| signature.0.words()).collect(),
        Block::Contact(contacts, _) => contacts.iter().flat_map(|contact| contact.0.words()).collect(),
    }
}

/// Returns the headings of a table's columns and the texts of its cells.
fn cells(table: &Table) -> impl Iterator<Item = &Text> {
    table.headings().into_iter().chain(table.cells().filter_map(|cell| cell.text.as_ref()))
}

/// Returns the remarks to those who draft on one block itself, not those on the blocks in it.
fn comments(block: &Block) -> Vec<&Text> {
    match block {
        Block::Clause(clause) => clause.comment.iter().collect(),
        Block::List(list) => list.items.iter().flat_map(|item| item.comment.iter()).collect(),
        _ => Vec::new(),
    }
}

/// Returns all texts of a submission: front, box, letter, body, annexes, and the remarks on them.
pub fn texts(submission: &Submission) -> Vec<&Text> {
    let common = &submission.common;
    let mut texts: Vec<&Text> = [&common.title].into_iter().chain(&common.subtitle).collect();
    if let Some(summary) = &common.r#box {
        texts.extend(summary.references.iter());
    }
    texts.extend(common.all_annexes().into_iter().flat_map(Annex::texts));
    texts.extend(common.attachments.iter().map(|attachment| &attachment.title));
    if let Some(letter) = submission.special.letter() {
        texts.extend(letter.to.iter().chain(&letter.salutation).chain(&letter.closing).chain(letter.enclosures.iter()));
    }
    if let Some(liaison) = submission.special.liaison() {
        texts.extend(liaison.approval.iter().chain(liaison.forwards.iter()));
    }
    texts.extend(common.signature.iter().flat_map(|signature| signature.0.words()));
    texts.extend(common.contact.iter().flat_map(|contact| contact.0.words()));
    blocks(submission).into_iter().for_each(|block| add_texts(block, &mut texts));
    texts
}

/// Returns the texts of an annex itself, not those of its appendices.
pub fn texts_of_annex(annex: &Annex) -> Vec<&Text> {
    let (mut blocks, mut texts) = (Vec::new(), annex.texts().collect());
    gather(&annex.body, &mut blocks);
    blocks.into_iter().for_each(|block| add_texts(block, &mut texts));
    texts
}

/// Appends the texts of one block itself.
fn add_texts<'a>(block: &'a Block, texts: &mut Vec<&'a Text>) {
    texts.extend(paragraphs(block));
    texts.extend(comments(block));
    if let Block::Table(table) = block {
        texts.extend(cells(table));
    }
}

/// Returns all entries of all registers, each with its meeting.
pub fn entries(registry: &Registry) -> impl Iterator<Item = (&Meeting, &Entry)> {
    let of = |meeting| move |entry| (meeting, entry);
    registry.meetings.iter().flat_map(move |meeting| meeting.documents.iter().chain(&meeting.also).map(of(meeting)))
}

/// Returns all recommendations, each with its meeting. Parts that are recommendations of their own follow the recommendation that they are parts of.
pub fn recommendations(registry: &Registry) -> Vec<(&Meeting, &Recommendation)> {
    let mut all = Vec::new();
    for meeting in &registry.meetings {
        let made = meeting.items.iter().flat_map(|item| &item.recommendations);
        made.for_each(|recommendation| with_parts(meeting, recommendation, &mut all));
    }
    all
}

fn with_parts<'a>(meeting: &'a Meeting, recommendation: &'a Recommendation, all: &mut Vec<(&'a Meeting, &'a Recommendation)>) {
    all.push((meeting, recommendation));
    for part in &recommendation.parts {
        if let Part::Recommendation(part) = part {
            with_parts(meeting, part, all);
        }
    }
}

/// Returns all texts of the records: titles of documents, summaries, recommendations, activities and objectives.
pub fn record_texts(registry: &Registry) -> Vec<&Text> {
    let mut texts: Vec<&Text> = entries(registry).map(|(_, entry)| &entry.title).collect();
    texts.extend(registry.meetings.iter().flat_map(|meeting| &meeting.attendance).filter_map(|one| one.0.role.as_ref()));
    texts.extend(registry.meetings.iter().flat_map(|meeting| &meeting.agenda).filter_map(|item| item.title.as_ref()));
    texts.extend(registry.meetings.iter().flat_map(|meeting| &meeting.items).flat_map(|item| item.summary.iter()));
    for (_, recommendation) in recommendations(registry) {
        texts.extend(recommendation.text.iter().chain(&recommendation.sentence));
        texts.extend(recommendation.parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text),
            Part::Recommendation(_) => None,
        }));
    }
    texts.extend(registry.activities.iter().flat_map(|(_, activity)| activity.texts()));
    texts.extend(registry.objectives.iter().map(|(_, text)| text));
    texts
}

/// Returns all symbols that records, apart from the registers, give in a list of documents, each with the home from which a short symbol is completed.
pub fn citations_of_records(registry: &Registry) -> Vec<(&Text, Home<'_>)> {
    let mut all = Vec::new();
    for (meeting, recommendation) in recommendations(registry) {
        all.extend(recommendation.documents.iter().map(|document| (document, registry.home(meeting))));
    }
    for meeting in &registry.meetings {
        let planned = meeting.agenda.iter().flat_map(|item| item.documents.iter());
        all.extend(planned.map(|document| (document, registry.home(meeting))));
    }
    let letters = registry.calls.iter().filter_map(|(_, call)| call.letter.as_ref());
    let of_the_dossier = Home { body: registry.own_id(), meeting: None };
    let of_activities = registry.activities.iter().flat_map(|(_, activity)| activity.documents.iter());
    all.extend(of_activities.map(|symbol| (symbol, of_the_dossier)));
    all.extend(letters.filter_map(|letter| letter.symbol.as_ref()).map(|symbol| (symbol, of_the_dossier)));
    all
}

/// Returns all names of meetings in a submission that have to be of its own body: those of periods and generated blocks, and of the meeting that it sums up.
pub fn own_meetings(submission: &Submission) -> impl Iterator<Item = &MeetingName> {
    let selected = selections(submission).flat_map(|(_, selection)| selection.meetings.iter());
    let summed_up = submission.common.meeting.iter().filter(|_| submission.kind.coverage == Coverage::Meeting);
    periods(submission).flat_map(|period| period.meetings.iter()).chain(selected).chain(summed_up)
}

/// Returns all symbols that a submission gives in a list of documents.
pub fn citations(submission: &Submission) -> impl Iterator<Item = &Text> {
    let headed = clauses(submission).flat_map(|clause| clause.documents.iter());
    headed.chain(selections(submission).flat_map(|(_, selection)| selection.documents.iter()))
}
