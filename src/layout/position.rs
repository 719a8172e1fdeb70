//! The surroundings of a block of the flow: what it stands in, and how much room that leaves.

use super::fit::Place;
use crate::house::House;

/// The surroundings of a block, on which its indent and its level depend.
#[derive(Clone, Copy)]
pub struct FlowPosition {
    /// The width of the text around the block, in twips.
    pub room: u32,
    /// True if a clause around the block has a number.
    pub indented: bool,
    /// The number of lists and quotations around the block.
    pub lists: u8,
    /// True if the block stands in a quotation, and not in a list in it.
    pub quote: bool,
    /// True if the block stands in the box, a cell or a quotation.
    pub apart: bool,
    /// True if the block stands in an item, whose text is indented already.
    pub nested: bool,
    /// True if a wide table here may stand on a landscape page of its own.
    pub landscape_allowed: bool,
}

impl FlowPosition {
    /// Returns the surroundings of a block that stands in nothing else, with a text of this width.
    pub fn of_width(room: u32) -> Self {
        Self { room, indented: false, lists: 0, quote: false, apart: false, nested: false, landscape_allowed: false }
    }

    /// Says whether a paragraph is indented as far as the text of numbered paragraphs by itself.
    pub fn is_indented(self) -> bool {
        self.indented && (self.quote || !self.nested)
    }

    /// Returns the same surroundings, indented by `steps` steps of the house style, and as far as the text of numbered paragraphs.
    pub fn narrowed(self, house: &House, steps: u32) -> Self {
        let indent = steps * house.step + if self.indented && self.lists == 0 { house.hanging } else { 0 };
        Self { room: self.room.saturating_sub(indent), ..self }
    }

    /// Returns the place of a table that stands here.
    pub fn of_table(self, house: &House) -> Place {
        Place { room: self.room, landscape: self.landscape_allowed.then(|| house.page.landscape_width()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn lists_and_quotations_leave_less_room() {
        let house = House::load(&Assets::default(), "itu-council").expect("a house style of ours");
        let page = FlowPosition { landscape_allowed: true, ..FlowPosition::of_width(house.page.text_width()) };
        assert_eq!(page.of_table(&house).landscape, Some(house.page.landscape_width()));
        assert_eq!(page.narrowed(&house, 2).of_table(&house).room, house.page.text_width() - 2 * house.step);
        let numbered = FlowPosition { indented: true, ..page };
        assert_eq!(numbered.of_table(&house).room, house.page.text_width(), "tables begin at the margin");
        assert_eq!(numbered.narrowed(&house, 1).room, house.page.text_width() - house.step - house.hanging);
    }
}
