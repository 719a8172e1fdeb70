//! Document symbols: finds them in a text, completes short ones, and gives the addresses of their documents.
//!
//! The grammars and addresses are those seen in public documents of ITU and the UN. A symbol is never changed: it is printed as the author wrote it.
//! A damaged symbol is recognised all the same, so that it is kept on one line and a rule can propose its canonical form.

use super::designation::without_language;
use super::family::{FAMILIES, SUFFIX, regex, suffix};
use super::readings::Readings;
use crate::kept::Kept;
use crate::records::body::Body;
use crate::records::registry::Registry;
use crate::records::series::Home;
use crate::web::WebAddress;
use regex::{Captures, Regex};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A symbol that was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundSymbol {
    /// The place of the symbol in the text, in bytes.
    pub range: Range<usize>,
    /// The symbol as it is written correctly.
    pub canonical: String,
    /// The address at which the document can be read, if it is known.
    pub url: Option<WebAddress>,
}

/// The series of the documents of one body, whose symbols have the form `ACRONYM-meeting/number`.
#[derive(Debug, Clone)]
pub struct Series {
    /// The id of the body: `cwg-wsis-sdg`.
    pub body: String,
    /// The acronym of the body: `CWG-WSIS&SDG`.
    pub acronym: String,
    /// The address of the body's page on the web.
    pub page: Option<WebAddress>,
    /// The acronyms of the body that have no hyphen.
    words: Vec<String>,
    pattern: Regex,
}

impl Series {
    /// Makes the series of the body with this id.
    pub fn of(id: &str, body: &Body) -> Self {
        let formerly: Vec<&str> = body.formerly.iter().map(|name| name.value.as_str()).collect();
        Self::new(id, &body.acronym.value, &formerly, body.page.clone())
    }

    /// Makes the series of the body with this id and acronym; `formerly` are its earlier acronyms, `page` is the address of its page.
    pub fn new(id: &str, acronym: &str, formerly: &[&str], page: Option<WebAddress>) -> Self {
        let names = || std::iter::once(acronym).chain(formerly.iter().copied());
        // hyphens go missing when a text passes through many hands
        let alternatives: Vec<_> = names().map(|name| regex::escape(name).replace(r"\-", "-?")).collect();
        let number = r"(?:(-?)(\d+)/(?:(INF|DT)/)?(\d+)|/\d+\b)";
        let pattern = regex(&format!(r"\b({}){number}({SUFFIX})", alternatives.join("|")));
        let words = names().filter(|name| !name.contains('-')).map(String::from).collect();
        Self { body: id.into(), acronym: acronym.into(), words, page, pattern }
    }

    /// Returns the number of the meeting in a full symbol of the series: 38 of `CWG-WSIS&SDG-38/2`; `None` for any other symbol.
    pub fn meeting_in(&self, full: &str) -> Option<u32> {
        let number = full.strip_prefix(self.acronym.as_str())?.strip_prefix('-')?.split_once('/')?.0;
        number.parse().ok().filter(|_| is_number(number))
    }

    /// Returns all symbols of the series in a text.
    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = FoundSymbol> + 't {
        self.pattern.captures_iter(text).filter_map(move |captures| self.found(text, &captures))
    }

    /// Makes the symbol from a match of the series' pattern; `None` if the match only looks like one.
    fn found(&self, text: &str, captures: &Captures) -> Option<FoundSymbol> {
        let group = |at: usize| captures.get(at).map_or("", |m| m.as_str());
        let range = captures.get(0)?.range();
        let (as_written, meeting) = (group(1), group(3));
        // before a figure an acronym without hyphens may be a word (`G20/2`), and behind another acronym the end of a longer one (`EG-SDG-3/2`)
        let is_word = !meeting.is_empty() && group(2).is_empty() && self.words.iter().any(|word| word == as_written);
        if is_word || is_joined(&text[..range.start]) {
            return None;
        }
        // an earlier acronym is kept; one that has lost its hyphens is replaced by that of today
        let is_whole = as_written.contains('-') || self.words.iter().any(|word| word == as_written);
        let name = if is_whole { as_written } else { &self.acronym };
        let family = if group(4).is_empty() { String::new() } else { format!("{}/", group(4)) };
        let canonical = match meeting {
            "" => captures[0].to_string(), // `CWG-WSIS&SDG/38` names a meeting, not a document
            meeting => format!("{name}-{meeting}/{family}{}{}", group(5), suffix(group(6))),
        };
        Some(FoundSymbol { range, canonical, url: self.page.clone() })
    }
}

/// Says whether a text ends with a letter and a sign that joins it to what follows, as acronyms have them.
fn is_joined(before: &str) -> bool {
    let rest = before.strip_suffix(['-', '&', '+']);
    rest.is_some_and(|rest| rest.ends_with(|c: char| c.is_alphabetic()))
}

/// Says whether a symbol is a number in a meeting: `2`, `INF/1`, `7(Rev.1)`.
fn is_in_meeting(short: &str) -> bool {
    let number = short.strip_prefix("INF/").or_else(|| short.strip_prefix("DT/")).unwrap_or(short);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let within = |suffix: &str| {
        let (kind, number) = suffix.strip_suffix(')')?.split_once('.')?;
        Some(["Rev", "Add", "Corr", "Cor"].contains(&kind) && is_number(number))
    };
    // each suffix begins with a parenthesis: `7(Add.1)(Rev.2)`
    let mut suffixes = after.split('(');
    after.len() < number.len() && suffixes.next() == Some("") && suffixes.all(|suffix| within(suffix) == Some(true))
}

/// Says whether a symbol is the number of a meeting with a number in it: `37/2`.
fn is_with_meeting(short: &str) -> bool {
    short.split_once('/').is_some_and(|(meeting, number)| is_number(meeting) && is_in_meeting(number))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A reader that finds the symbols in texts.
#[derive(Debug, Clone, Default)]
pub struct SymbolReader {
    /// The series of the bodies of the dossier; the first is that of the dossier's own body.
    pub series: Vec<Series>,
    /// The addresses that registers give, by the full symbols of the documents.
    recorded: HashMap<String, WebAddress>,
    /// The addresses of symbols for which [`SymbolReader::url`] was called before.
    urls: Arc<Kept<String, Option<WebAddress>>>,
    /// Texts that were read before: which symbols are in them depends on the series.
    pub readings: Arc<Readings>,
}

impl SymbolReader {
    /// Makes the reader for the bodies of a dossier.
    pub fn of(registry: &Registry) -> Self {
        let mut bodies: Vec<_> = registry.bodies.iter().collect();
        bodies.sort_by_key(|(id, _)| id.value != registry.own_id());
        let series = bodies.into_iter().map(|(id, body)| Series::of(&id.value, body)).collect();
        let mut reader = Self { series, ..Self::default() };
        for (home, symbol, url) in recorded(registry) {
            reader.recorded.insert(reader.complete(symbol, home), url.clone());
        }
        reader
    }

    /// Returns all symbols in `text`, in order, without those that overlap an earlier one. Of two readings of the same characters that of the Council's, the
    /// conferences' and others' documents counts: `C22/8` is never a damaged symbol of a body with the acronym `C`.
    pub fn find(&self, text: &str) -> Vec<FoundSymbol> {
        if !text.contains('/') {
            return Vec::new();
        }
        let own = self.series.iter().flat_map(|series| series.find(text));
        let fixed =
            |general: bool| FAMILIES.iter().filter(move |family| family.general == general).flat_map(|family| family.find(text));
        let mut found: Vec<FoundSymbol> = fixed(false).chain(own).chain(fixed(true)).collect();
        found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
        let mut end = 0;
        found.retain(|found| {
            let apart = found.range.start >= end;
            end = end.max(found.range.end);
            apart
        });
        for found in &mut found {
            let recorded = self.recorded.get(without_language(&found.canonical));
            found.url = recorded.cloned().or(found.url.take());
        }
        found
    }

    /// Returns the series of the body with this id.
    pub fn series_of(&self, body: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.body == body)
    }

    /// Returns the series to which a full symbol belongs, and the number of the meeting in it. `None` for any other text, and for the symbols that the Council,
    /// the conferences and others give their documents.
    pub fn series_in(&self, full: &str) -> Option<(&Series, u32)> {
        let found = self.series.iter().find_map(|series| Some((series, series.meeting_in(full)?)));
        let of_others = || FAMILIES.iter().filter(|family| !family.general).any(|family| family.is_whole(full));
        found.filter(|_| !of_others())
    }

    /// Returns the full form of a short symbol: `2` of meeting 38 → `CWG-WSIS&SDG-38/2`, `37/2` → `CWG-WSIS&SDG-37/2`, both in the series of the body at home;
    /// `cwg-b:37/2` in that of the body `cwg-b`. Other symbols are returned as they are.
    pub fn complete(&self, short: &str, home: Home) -> String {
        let (body, rest) = short.rsplit_once(':').unwrap_or((home.body, short));
        let Some(series) = self.series_of(body) else { return short.into() };
        match home.meeting {
            // pieces put together: this is done for each symbol of the record, and `format!` takes three times as long
            Some(meeting) if is_in_meeting(short) => [&series.acronym, "-", &meeting.to_string(), "/", short].concat(),
            _ if is_with_meeting(rest) => [&series.acronym, "-", rest].concat(),
            _ => short.into(),
        }
    }

    /// Returns the address of the document with this symbol, if it is known.
    pub fn url(&self, symbol: &str) -> Option<WebAddress> {
        if let Some(url) = self.urls.get(symbol) {
            return url;
        }
        let found = self.find(symbol).into_iter().next().filter(|found| found.range == (0..symbol.len()));
        let url = self.recorded.get(symbol).cloned().or_else(|| found?.url);
        self.urls.keep(symbol.into(), url.clone());
        url
    }
}

/// Returns the documents whose address a register gives: from where their symbols are completed, the symbol as it is written, and the address.
pub fn recorded(registry: &Registry) -> impl Iterator<Item = (Home<'_>, &str, &WebAddress)> {
    registry.meetings.iter().flat_map(|meeting| {
        let home = registry.home(meeting);
        let entries = meeting.documents.iter().chain(&meeting.also);
        entries.filter_map(move |entry| Some((home, entry.symbol.value.as_str(), entry.url.as_ref()?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader() -> SymbolReader {
        let page = WebAddress::parse("https://example.int/cwg").ok();
        let series =
            vec![Series::new("own", "CWG-WSIS&SDG", &["CWG-WSIS", "WG-WSIS"], page), Series::new("b", "CWG-B", &[], None)];
        SymbolReader { series, ..SymbolReader::default() }
    }

    const AT_38: Home = Home { body: "own", meeting: Some(38) };

    fn canonical(text: &str) -> Vec<String> {
        reader().find(text).into_iter().map(|found| found.canonical).collect()
    }

    #[test]
    fn canonical_forms_are_found_as_they_are() {
        for symbol in [
            "C22/8",
            "C22/8-E",
            "C22/INF/3",
            "C17/130(Rev.1)-E",
            "CWG-WSIS&SDG-38/13",
            "CWG-WSIS&SDG-37/7(Rev.1)",
            "WG-WSIS-32/18-E",
            "CWG-SFP-1/7",
            "PP-22/20",
            "A/RES/76/189",
            "A/76/L.8/Rev.1",
            "E/RES/2021/28",
            "E/HLPF/2022/4",
            "41 C/27",
        ] {
            assert_eq!(canonical(&format!("see {symbol}, and")), [symbol]);
        }
    }

    #[test]
    fn damaged_forms_are_recognised() {
        assert_eq!(canonical("(CWGWSIS&SDG37/2)"), ["CWG-WSIS&SDG-37/2"]);
        assert_eq!(canonical("CWGWSIS&SDG37/7-Rev.1"), ["CWG-WSIS&SDG-37/7(Rev.1)"]);
        assert_eq!(canonical("C17/80 (Rev.1)"), ["C17/80(Rev.1)"]);
        assert_eq!(canonical("CWG-WSIS&SDG/38"), ["CWG-WSIS&SDG/38"]);
    }

    #[test]
    fn what_only_looks_like_a_symbol_is_left_alone() {
        assert!(canonical("and/or, 1/2, ITU/UNESCO, 2021/22, www.itu.int/en/wtisd/2022").is_empty());
    }

    #[test]
    fn short_symbols_are_completed_from_the_meeting() {
        let reader = reader();
        assert_eq!(reader.complete("2", AT_38), "CWG-WSIS&SDG-38/2");
        assert_eq!(reader.complete("INF/1", AT_38), "CWG-WSIS&SDG-38/INF/1");
        assert_eq!(reader.complete("7(Add.1)(Rev.2)", AT_38), "CWG-WSIS&SDG-38/7(Add.1)(Rev.2)");
        for other in ["", "x", "2-E", "(Rev.1)", "7(Rev.)", "7(Foo.1)", "7(Rev.1", "INF/", "37/", "/7", "37/x"] {
            assert_eq!(reader.complete(other, AT_38), other);
        }
        assert_eq!(reader.complete("37/7(Rev.1)", AT_38), "CWG-WSIS&SDG-37/7(Rev.1)");
        assert_eq!(reader.complete("A/RES/76/189", AT_38), "A/RES/76/189");
        assert_eq!(reader.complete("2", Home { body: "b", meeting: Some(3) }), "CWG-B-3/2");
        for home in [AT_38, Home { body: "b", meeting: None }] {
            assert_eq!(reader.complete("b:3/INF/2", home), "CWG-B-3/INF/2");
            for other in ["b:2", "c:3/2", ":3/2", "b:", "b:C22/8"] {
                assert_eq!(reader.complete(other, home), other);
            }
        }
    }

    #[test]
    fn an_acronym_makes_no_symbol_of_others_wrong() {
        let others = [
            "C18/9",
            "C22/INF/3",
            "C17/130(Rev.1)-E",
            "PP-22/20",
            "A/RES/76/189",
            "A/76/L.8/Rev.1",
            "E/2021/28",
            "E/HLPF/2022/4",
            "41 C/27",
            "CWG-SFP-1/7",
            "CWG-WSIS&SDG-38/2",
            "EG-SDG-3/2",
            "WG-R&D-4/5",
        ];
        for acronym in
            ["C", "C18", "C2", "C-1", "PP", "P-P", "A", "E", "A/RES", "CWG", "WG", "CWG-SFP", "SDG", "R&D", "D", "CWG-WSIS", "2"]
        {
            let series = vec![Series::new("odd", acronym, &[], WebAddress::parse("https://example.int").ok())];
            let odd = SymbolReader { series, ..SymbolReader::default() };
            for symbol in others {
                let found = odd.find(symbol);
                assert!(found.iter().all(|found| found.canonical == symbol[found.range.clone()]), "{acronym}: {found:?}");
                // a link is that of the whole symbol, or none
                let known = SymbolReader::default().url(symbol);
                assert!(odd.url(symbol) == known || known.is_none(), "{acronym} {symbol}");
            }
            let own = format!("{acronym}-38/2");
            assert_eq!(odd.complete("2", Home { body: "odd", meeting: Some(38) }), own);
            assert_eq!(odd.find(&format!("see {own}, and")).len(), 1, "{own}");
            let series = odd.series_in(&own).map(|(_, meeting)| meeting);
            assert_eq!(series, (!own.starts_with("PP-")).then_some(38), "{own}");
        }
    }

    #[test]
    fn before_a_figure_an_acronym_without_hyphens_may_be_a_word() {
        let series = vec![Series::new("g", "G", &["IRG"], None)];
        let reader = SymbolReader { series, ..SymbolReader::default() };
        assert!(reader.find("the G20/2021 and 5G/6, IRG3/2").is_empty());
        assert_eq!(reader.find("G-20/2021 and IRG-3/2(Rev.1)").len(), 2);
    }

    #[test]
    fn as_many_and_as_long_names_as_a_dossier_may_have_are_found() {
        let names: Vec<String> = (0..1000).map(|at| format!("{}-{at:04}", "\u{10400}".repeat(35))).collect();
        let formerly: Vec<&str> = names.iter().map(String::as_str).collect();
        let reader = SymbolReader { series: vec![Series::new("a", "A&B-C", &formerly, None)], ..SymbolReader::default() };
        assert_eq!(reader.find("A&BC7/2 and A&B-C-7/2").len(), 2);
    }

    #[test]
    fn addresses_have_the_form_that_the_unions_site_uses() {
        assert_eq!(reader().url("C22/8-E").unwrap().as_str(), "https://www.itu.int/md/S22-CL-C-0008/en");
        assert_eq!(reader().url("A/RES/70/125").unwrap().as_str(), "https://undocs.org/A/RES/70/125");
    }
}
