//! What stands in the registers of all meetings, and how its symbols are spelt.

use super::walk::entries;
use crate::records::meeting::Meeting;
use crate::records::registry::Registry;
use crate::text::symbol::SymbolReader;
use std::collections::{HashMap, HashSet};

/// The documents of all registers, by symbol.
pub struct Registers<'a> {
    symbols: &'a SymbolReader,
    /// `CWG-WSIS&SDG-`, with which full symbols of the dossier's own series begin.
    own: String,
    full: HashSet<String>,
    /// By the symbol without revision: the symbol as registered. Of several revisions the last entry.
    revised: HashMap<String, String>,
}

impl<'a> Registers<'a> {
    /// Reads all registers; none if the dossier has no body: then no symbol can be said to be its own.
    pub fn read(registry: &Registry, symbols: &'a SymbolReader) -> Option<Self> {
        let own = format!("{}-", symbols.series.first()?.acronym);
        let mut registers = Self { symbols, own, full: HashSet::new(), revised: HashMap::new() };
        for (meeting, entry) in entries(registry) {
            let full = registers.full(&entry.symbol.value, Some(meeting));
            registers.revised.insert(registers.bare(&full).into(), full.clone());
            registers.full.insert(full);
        }
        Some(registers)
    }

    /// Whether `written` has to be in a register, and is not.
    pub fn lacks(&self, written: &str, meeting: Option<&Meeting>) -> bool {
        let full = self.full(written, meeting);
        (full.starts_with(&self.own) || is_short(written)) && !self.full.contains(&full)
    }

    /// The full symbol in its canonical form, without the letter of a language.
    pub fn full(&self, written: &str, meeting: Option<&Meeting>) -> String {
        let completed = self.symbols.complete(written, meeting.map(|meeting| meeting.number.value));
        if completed != written {
            return completed;
        }
        let canonical = self.canonical(written).or_else(|| self.canonical(&self.candidate(written, meeting)?));
        without_language(&canonical.unwrap_or(completed)).into()
    }

    /// How a symbol of a list should have been written, if it is written otherwise.
    pub fn correction(&self, written: &str, meeting: Option<&Meeting>) -> Option<String> {
        if self.symbols.complete(written, meeting.map(|meeting| meeting.number.value)) != written {
            return None;
        }
        let correct = self.canonical(written).or_else(|| {
            let candidate = self.candidate(written, meeting)?;
            let before = candidate.len() - written.len();
            self.canonical(&candidate)?.strip_prefix(&candidate[..before]).map(String::from)
        });
        correct.filter(|correct| correct != written)
    }

    /// The document that was perhaps meant: the same number with another revision, as short as `written` is.
    pub fn other_revision(&self, written: &str, full: &str) -> Option<&str> {
        let registered = self.revised.get(self.bare(full))?;
        let before = full.strip_suffix(written).map_or(0, str::len);
        registered.get(before..)
    }

    /// The number of the meeting in a full symbol of the dossier's own series.
    pub fn meeting(&self, full: &str) -> Option<u32> {
        full.strip_prefix(&self.own)?.split('/').next()?.parse().ok()
    }

    /// A short symbol that can't be completed because of how it is spelt, completed all the same: `37/7-Rev.1`.
    fn candidate(&self, written: &str, meeting: Option<&Meeting>) -> Option<String> {
        if !is_short(written) {
            return None;
        }
        match (names_meeting(written), meeting) {
            (true, _) => Some(format!("{}{written}", self.own)),
            (false, Some(meeting)) => Some(format!("{}{}/{written}", self.own, meeting.number.value)),
            (false, None) => None,
        }
    }

    fn canonical(&self, symbol: &str) -> Option<String> {
        let found = self.symbols.find(symbol).into_iter().next()?;
        (found.range == (0..symbol.len())).then_some(found.canonical)
    }

    /// A symbol of the dossier's own series without its revision.
    fn bare<'s>(&self, full: &'s str) -> &'s str {
        let end = full.rfind('/').map(|slash| number_end(full, slash + 1));
        end.filter(|_| full.starts_with(&self.own)).map_or(full, |end| &full[..end])
    }
}

/// Whether it can only be completed from a meeting, as `2`, `INF/1`, `37/2` or `7-Rev.1`: full symbols do not begin with a bare number.
pub fn is_short(symbol: &str) -> bool {
    let number = number_end(symbol, 0);
    let family = ["INF/", "DT/"].iter().any(|family| symbol.starts_with(family));
    family || number > 0 && symbol[number..].chars().next().is_none_or(|next| "/(-".contains(next))
}

/// Whether a short symbol begins with the number of a meeting.
pub fn names_meeting(short: &str) -> bool {
    let number = number_end(short, 0);
    number > 0 && short[number..].starts_with('/')
}

/// The letter of a language at the end of a symbol is not part of its name.
pub fn without_language(symbol: &str) -> &str {
    match symbol.rsplit_once('-') {
        Some((before, "E" | "F" | "S" | "R" | "C" | "A")) => before,
        _ => symbol,
    }
}

fn number_end(text: &str, from: usize) -> usize {
    text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| from + length)
}
