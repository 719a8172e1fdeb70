//! The registers of all meetings: which documents they contain, and how symbols of the dossier's own series have to be spelt.

use super::walk::entries;
use crate::kept::{QuickMap, QuickSet};
use crate::records::meeting::Meeting;
use crate::records::registry::Registry;
use crate::text::symbol::SymbolReader;

/// The documents of all registers, by symbol.
pub struct SymbolIndex<'a> {
    symbols: &'a SymbolReader,
    /// The beginning of all full symbols of the dossier's own series: `CWG-WSIS&SDG-`.
    own: String,
    /// The full symbols of all registered documents.
    full: QuickSet<String>,
    /// The registered full symbol for each symbol without revision. If several revisions are registered, the last entry counts.
    revised: QuickMap<String, String>,
}

impl<'a> SymbolIndex<'a> {
    /// Reads all registers. Returns `None` if the dossier has no body, because then no symbol can be recognised as the dossier's own.
    pub fn read(registry: &Registry, symbols: &'a SymbolReader) -> Option<Self> {
        let own = format!("{}-", symbols.series.first()?.acronym);
        let mut registers = Self { symbols, own, full: QuickSet::default(), revised: QuickMap::default() };
        for (meeting, entry) in entries(registry) {
            let full = registers.full(&entry.symbol.value, Some(meeting));
            registers.revised.insert(registers.without_revision(&full).into(), full.clone());
            registers.full.insert(full);
        }
        Some(registers)
    }

    /// Says whether `written` is a symbol of the dossier's own series, or a short one, and is in no register. A short symbol is completed from `meeting`.
    pub fn lacks(&self, written: &str, meeting: Option<&Meeting>) -> bool {
        let full = self.full(written, meeting);
        (full.starts_with(&self.own) || is_short(written)) && !self.full.contains(&full)
    }

    /// Returns the full symbol in its canonical form, without the letter of a language; a symbol that can't be recognised is returned as written.
    pub fn full(&self, written: &str, meeting: Option<&Meeting>) -> String {
        let completed = self.symbols.complete(written, meeting.map(|meeting| meeting.number.value));
        if completed != written {
            return completed;
        }
        let canonical = self.canonical(written).or_else(|| self.canonical(&self.with_beginning(written, meeting)?));
        without_language(&canonical.unwrap_or(completed)).into()
    }

    /// Returns how a symbol in a list should be written, short if `written` is short; `None` if `written` is correct or can't be recognised.
    pub fn correction(&self, written: &str, meeting: Option<&Meeting>) -> Option<String> {
        if self.symbols.is_short(written, meeting.map(|meeting| meeting.number.value)) {
            return None;
        }
        let correct = self.canonical(written).or_else(|| {
            let candidate = self.with_beginning(written, meeting)?;
            let before = candidate.len() - written.len();
            self.canonical(&candidate)?.strip_prefix(&candidate[..before]).map(String::from)
        });
        correct.filter(|correct| correct != written)
    }

    /// Returns the registered document that was perhaps meant: the one with the same number and another revision, as short as `written` is.
    pub fn other_revision(&self, written: &str, full: &str) -> Option<&str> {
        let registered = self.revised.get(self.without_revision(full))?;
        let before = full.strip_suffix(written).map_or(0, str::len);
        registered.get(before..)
    }

    /// Returns the number of the meeting in a full symbol of the dossier's own series.
    pub fn meeting(&self, full: &str) -> Option<u32> {
        full.strip_prefix(&self.own)?.split('/').next()?.parse().ok()
    }

    /// Puts the missing beginning before a short symbol that is misspelt, such as `37/7-Rev.1`, and so can't be completed in the usual way. `None` for a
    /// full symbol, or if the meeting is unknown.
    fn with_beginning(&self, written: &str, meeting: Option<&Meeting>) -> Option<String> {
        if !is_short(written) {
            return None;
        }
        match (names_meeting(written), meeting) {
            (true, _) => Some(format!("{}{written}", self.own)),
            (false, Some(meeting)) => Some(format!("{}{}/{written}", self.own, meeting.number.value)),
            (false, None) => None,
        }
    }

    /// Returns the canonical form of a text that is one symbol as a whole.
    fn canonical(&self, symbol: &str) -> Option<String> {
        let found = self.symbols.find(symbol).into_iter().next()?;
        (found.range == (0..symbol.len())).then_some(found.canonical)
    }

    /// Returns a symbol of the dossier's own series without its revision; any other symbol is returned unchanged.
    fn without_revision<'s>(&self, full: &'s str) -> &'s str {
        let end = full.rfind('/').map(|slash| number_end(full, slash + 1));
        end.filter(|_| full.starts_with(&self.own)).map_or(full, |end| &full[..end])
    }
}

/// Says whether a symbol is short, that is, has to be completed from a meeting: `2`, `INF/1`, `37/2`, `7-Rev.1`. Full symbols do not begin with a
/// bare number.
pub fn is_short(symbol: &str) -> bool {
    let number = number_end(symbol, 0);
    let family = ["INF/", "DT/"].iter().any(|family| symbol.starts_with(family));
    family || number > 0 && symbol[number..].chars().next().is_none_or(|next| "/(-".contains(next))
}

/// Says whether a short symbol begins with the number of a meeting.
pub fn names_meeting(short: &str) -> bool {
    let number = number_end(short, 0);
    number > 0 && short[number..].starts_with('/')
}

/// Returns a symbol without the letter of a language at its end: `C22/8-E` and `C22/8-F` are the same document.
pub fn without_language(symbol: &str) -> &str {
    match symbol.rsplit_once('-') {
        Some((before, "E" | "F" | "S" | "R" | "C" | "A")) => before,
        _ => symbol,
    }
}

/// Returns the position, in bytes, of the first character from `from` on that is not a digit.
fn number_end(text: &str, from: usize) -> usize {
    text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| from + length)
}
