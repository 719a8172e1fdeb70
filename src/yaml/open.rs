//! Lists and maps that are being read.

use super::tree::Node;
use crate::source::Text;
use std::collections::HashMap;

/// The number of keys from which on the keys of a map are looked up in a hash table.
pub const MANY_KEYS: usize = 16;

/// A list or map whose end has not been read yet.
pub struct Open {
    /// The offset at which it begins.
    pub start: usize,
    /// The number of its anchor; 0 if it has none.
    pub anchor: usize,
    /// Whether the list or map is written in brackets or braces, or is within one that is.
    pub flow: bool,
    /// The items of a list that have been read.
    pub items: Vec<Node>,
    /// The entries of a map; `None` for a list.
    pub map: Option<OpenMap>,
    /// How many lists and maps stand in one another below this one.
    pub depth: usize,
}

/// The complete entries of a map, and the key that waits for its value.
#[derive(Default)]
pub struct OpenMap {
    /// The complete entries.
    pub entries: Vec<(Text, Node)>,
    /// The key that waits for its value.
    pub key: Option<Text>,
    /// The index of each entry by its key, once there are [`MANY_KEYS`].
    numbers: HashMap<String, usize>,
}

impl OpenMap {
    /// Returns the entry with this key. A file may have half a million keys, so the time must not grow with their number.
    pub fn get(&self, key: &str) -> Option<&(Text, Node)> {
        if self.entries.len() < MANY_KEYS {
            return self.entries.iter().find(|(known, _)| known.value == key);
        }
        self.numbers.get(key).map(|&number| &self.entries[number])
    }

    /// Adds an entry.
    pub fn push(&mut self, key: Text, value: Node) {
        self.entries.push((key, value));
        let count = self.entries.len();
        let missing = if count > MANY_KEYS { count - 1..count } else { 0..count };
        for number in missing.filter(|_| count >= MANY_KEYS) {
            self.numbers.entry(self.entries[number].0.value.clone()).or_insert(number);
        }
    }
}
