//! The block `participants`: who took part in a meeting, by delegation, as a table.

use super::{GeneratedBlock, column};
use crate::authored::{Generated, Selection};
use crate::document::{Align, Block, Cell, Extent, Inline, Row, RowKind, Table};
use crate::lower::party::Place;
use crate::lower::words::Lowering;
use crate::records::attendance::AttendeeEntry;
use crate::source::Text;

/// The block `participants`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Participants,
    why_empty: |scope, selection| {
        let nobody = scope.chosen(selection).all(|meeting| meeting.attendance.is_empty());
        nobody.then_some("no meeting that it names has an `attendance:`")
    },
    lower: |lowering, selection, out| out.push(Block::Table(lowering.participants(selection))),
};

/// The columns of the table.
const HEADS: [&str; 2] = ["name", "role"];

/// A delegation, if it is known for whom its members took part, with the members.
type Delegation<'a> = (Option<&'a Text>, Vec<&'a AttendeeEntry>);

impl<'a> Lowering<'_, 'a, '_> {
    /// Returns the table: a section for each delegation, with a row for each of its members.
    fn participants(&mut self, selection: &Selection) -> Table {
        let columns = HEADS.map(|key| column("register-column", key, Align::Left, selection.span));
        let mut rows = Vec::new();
        for (delegation, members) in self.delegations(selection) {
            if let Some(delegation) = delegation {
                let name = self.named_party(delegation, Place::List, true);
                let extent = Extent { columns: HEADS.len() as u32, rows: 1 };
                rows.push(Row { kind: RowKind::Section, ..Row::from(vec![Cell { extent, ..Cell::from(name) }]) });
            }
            rows.extend(members.into_iter().map(|member| self.member(member)));
        }
        self.generated_table(selection, columns.to_vec(), rows)
    }

    /// Returns the delegations to the meetings that a selection names: first those of whom it is not known for whom they took part, who
    /// stand above all sections; then countries in the neutral order, and others as they are written. A person who attended several of
    /// the meetings in one capacity is listed once.
    fn delegations(&self, selection: &Selection) -> Vec<Delegation<'a>> {
        let mut all: Vec<Delegation> = Vec::new();
        for attendee in self.scope.chosen(selection).flat_map(|meeting| &meeting.attendance) {
            let entry = &attendee.0;
            let person = self.person(&entry.person);
            let own = || person.and_then(|person| person.country.as_ref().or(person.organization.as_ref()));
            let delegation = entry.r#for.as_ref().or_else(own);
            let key = |text: Option<&'a Text>| text.map(|text| text.value.as_str());
            let at = all.iter().position(|(known, _)| key(*known) == key(delegation)).unwrap_or_else(|| {
                all.push((delegation, Vec::new()));
                all.len() - 1
            });
            let role = |one: &AttendeeEntry| one.role.as_ref().map(|role| role.value.clone());
            let is_same = |other: &AttendeeEntry| other.person.value == entry.person.value && role(other) == role(entry);
            if !all[at].1.iter().any(|other| is_same(other)) {
                all[at].1.push(entry);
            }
        }
        all.sort_by_key(|(delegation, _)| {
            (delegation.is_some(), self.scope.countries.order(delegation.map(|own| own.value.as_str())))
        });
        all
    }

    fn member(&mut self, member: &AttendeeEntry) -> Row {
        let person = self.person(&member.person);
        let name = person.map(|person| Inline::text(person.full_name(None), member.span)).into_iter().collect::<Vec<_>>();
        Row::from(vec![Cell::from(name), Cell::from(self.optional(&member.role))])
    }
}
