//! The registers of all meetings: which documents they contain, and how symbols in the series of the dossier's bodies have to be spelt.

use super::walk::entries;
use crate::kept::{QuickMap, QuickSet};
use crate::records::registry::Registry;
use crate::records::series::Home;
use crate::text::designation::without_language;
use crate::text::symbol::SymbolReader;

/// The documents of all registers, by symbol.
pub struct SymbolIndex<'a> {
    symbols: &'a SymbolReader,
    /// The id of the dossier's own body.
    own: &'a str,
    /// The bodies and numbers of all meetings on record.
    meetings: QuickSet<(&'a str, u32)>,
    /// The full symbols of all registered documents.
    full: QuickSet<String>,
    /// The registered full symbol for each symbol without revision. If several revisions are registered, the last entry counts.
    revised: QuickMap<String, String>,
}

impl<'a> SymbolIndex<'a> {
    /// Reads all registers.
    pub fn read(registry: &'a Registry, symbols: &'a SymbolReader) -> Self {
        let meetings = registry.meetings.iter().flat_map(|meeting| registry.hosts(meeting)).collect();
        let (full, revised) = (QuickSet::default(), QuickMap::default());
        let mut registers = Self { symbols, own: registry.own_id(), meetings, full, revised };
        for (meeting, entry) in entries(registry) {
            let full = registers.full(&entry.symbol.value, registry.home(meeting));
            registers.revised.insert(registers.without_revision(&full).into(), full.clone());
            registers.full.insert(full);
        }
        registers
    }

    /// Says whether `written`, which is completed from `home`, is in no register although it is a short symbol, or one of a body whose registers are on record:
    /// the dossier's own body, the body at home, or another one if the meeting is on record.
    pub fn lacks(&self, written: &str, home: Home) -> bool {
        let full = self.full(written, home);
        let is_on_record = |(body, number)| body == self.own || body == home.body || self.meetings.contains(&(body, number));
        // without a body no short symbol can be completed
        let is_short = is_short(written) && (written.contains(':') || self.symbols.series_of(home.body).is_some());
        (is_short || self.meeting(&full).is_some_and(is_on_record)) && !self.full.contains(&full)
    }

    /// Returns the full symbol in its canonical form, without the letter of a language; a symbol that can't be recognised is returned as written.
    pub fn full(&self, written: &str, home: Home) -> String {
        let completed = self.symbols.complete(written, home);
        if completed != written {
            return completed;
        }
        let beginning = |(before, rest): (String, &str)| self.canonical(&format!("{before}{rest}"));
        let canonical = self.canonical(written).or_else(|| beginning(self.beginning(written, home)?));
        without_language(&canonical.unwrap_or(completed)).into()
    }

    /// Returns how a symbol in a list should be written, short if `written` is short; `None` if `written` is correct or can't be recognised.
    pub fn correction(&self, written: &str, home: Home) -> Option<String> {
        if self.symbols.complete(written, home) != written {
            return None;
        }
        let correct = self.canonical(written).or_else(|| {
            let (before, rest) = self.beginning(written, home)?;
            let canonical = self.canonical(&format!("{before}{rest}"))?;
            Some(format!("{}{}", written.strip_suffix(rest)?, canonical.strip_prefix(&before)?))
        });
        correct.filter(|correct| correct != written)
    }

    /// Returns the registered document that was perhaps meant: the one with the same number and another revision, as short as `written` is.
    pub fn other_revision(&self, written: &str, full: &str) -> Option<String> {
        let registered = self.revised.get(self.without_revision(full))?;
        let (body, rest) = written.split_at(written.rfind(':').map_or(0, |colon| colon + 1));
        let before = full.strip_suffix(rest).map_or(0, str::len);
        Some(format!("{body}{}", registered.get(before..)?))
    }

    /// Returns the id of the body and the number of the meeting in a full symbol of a body of the dossier.
    pub fn meeting(&self, full: &str) -> Option<(&str, u32)> {
        self.symbols.series_in(full).map(|(series, number)| (series.body.as_str(), number))
    }

    /// Returns the missing beginning of a short symbol that is misspelt, such as `37/7-Rev.1`, and so can't be completed in the usual way, and the rest of the
    /// symbol, behind the id of a body. `None` for a full symbol, or if the meeting is unknown.
    fn beginning<'s>(&self, written: &'s str, home: Home) -> Option<(String, &'s str)> {
        let (body, rest) = written.rsplit_once(':').unwrap_or((home.body, written));
        let acronym = &self.symbols.series_of(body).filter(|_| is_short(written))?.acronym;
        match (names_meeting(rest), home.meeting.filter(|_| rest == written)) {
            (true, _) => Some((format!("{acronym}-"), rest)),
            (false, Some(meeting)) => Some((format!("{acronym}-{meeting}/"), rest)),
            (false, None) => None,
        }
    }

    /// Returns the canonical form of a text that is one symbol as a whole.
    fn canonical(&self, symbol: &str) -> Option<String> {
        let found = self.symbols.find(symbol).into_iter().next()?;
        (found.range == (0..symbol.len())).then_some(found.canonical)
    }

    /// Returns a symbol of a body of the dossier without its revision; any other symbol is returned unchanged.
    fn without_revision<'s>(&self, full: &'s str) -> &'s str {
        let end = full.rfind('/').map(|slash| number_end(full, slash + 1));
        end.filter(|_| self.meeting(full).is_some()).map_or(full, |end| &full[..end])
    }
}

/// Says whether a symbol is short, that is, has to be completed: `2`, `INF/1`, `37/2`, `7-Rev.1`, `cwg-b:37/2`. Full symbols do not begin with a bare number.
pub fn is_short(symbol: &str) -> bool {
    let symbol = symbol.rsplit_once(':').map_or(symbol, |(_, rest)| rest);
    let number = number_end(symbol, 0);
    let family = ["INF/", "DT/"].iter().any(|family| symbol.starts_with(family));
    family || number > 0 && symbol[number..].chars().next().is_none_or(|next| "/(-".contains(next))
}

/// Says whether a short symbol begins with the number of a meeting, behind the id of a body if there is one.
pub fn names_meeting(short: &str) -> bool {
    let short = short.rsplit_once(':').map_or(short, |(_, rest)| rest);
    let number = number_end(short, 0);
    number > 0 && short[number..].starts_with('/')
}

/// Returns the position, in bytes, of the first character from `from` on that is not a digit.
fn number_end(text: &str, from: usize) -> usize {
    text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| from + length)
}
