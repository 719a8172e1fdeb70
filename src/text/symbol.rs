//! Document symbols: finds them in a text, completes short ones, and gives the addresses of their documents.
//!
//! The grammars and addresses are those seen in public documents of ITU and the UN. A symbol is never changed: it is printed as the author wrote it.
//! A damaged symbol is recognised all the same, so that it is kept on one line and a rule can propose its canonical form.

use super::readings::Readings;
use crate::kept::Kept;
use crate::records::body::Body;
use crate::records::registry::Registry;
use crate::web::WebAddress;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::{Arc, LazyLock};

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
    /// The acronym of the body: `CWG-WSIS&SDG`.
    pub acronym: String,
    /// The address of the body's page on the web.
    pub page: Option<WebAddress>,
    pattern: Regex,
}

/// The pattern of what may follow the number of a symbol: revisions, addenda, corrigenda and the letter of a language.
const SUFFIX: &str = r"(?: ?\((?:Rev|Add|Corr)\. ?\d+\)|-Rev\.\d+)*(?:-[EFSRCA]\b)?";

impl Series {
    /// Makes the series of a body.
    pub fn of(body: &Body) -> Self {
        let formerly: Vec<&str> = body.formerly.iter().map(|name| name.value.as_str()).collect();
        Self::new(&body.acronym.value, &formerly, body.page.clone())
    }

    /// Makes the series of the body with this acronym; `formerly` are its earlier acronyms, `page` is the address of its page.
    pub fn new(acronym: &str, formerly: &[&str], page: Option<WebAddress>) -> Self {
        let names = std::iter::once(acronym).chain(formerly.iter().copied());
        // hyphens go missing when a text passes through many hands
        let alternatives: Vec<_> = names.map(|name| regex::escape(name).replace(r"\-", "-?")).collect();
        let number = r"(?:-?(\d+)/(?:(INF|DT)/)?(\d+)|/(\d+)\b)";
        let pattern = format!(r"\b({})(?:{number})({SUFFIX})", alternatives.join("|"));
        let pattern = regex(&pattern);
        Self { acronym: acronym.into(), page, pattern }
    }

    /// Returns the full symbol of a short one: `2` in meeting 38 → `CWG-WSIS&SDG-38/2`, `37/2` → `CWG-WSIS&SDG-37/2`. Other symbols are
    /// returned as they are.
    pub fn complete(&self, short: &str, meeting: Option<u32>) -> String {
        match meeting {
            Some(meeting) if is_in_meeting(short) => [&self.acronym, "-", &meeting.to_string(), "/", short].concat(),
            _ if is_with_meeting(short) => [&self.acronym, "-", short].concat(),
            _ => short.into(),
        }
    }

    /// Makes the symbol from a match of the series' pattern.
    fn found(&self, captures: &Captures) -> FoundSymbol {
        let group = |at: usize| captures.get(at).map(|m| m.as_str());
        let as_written = group(1).unwrap_or_default();
        // an earlier acronym is kept; one that has lost its hyphens is replaced by that of today
        let name = if as_written.contains('-') { as_written } else { &self.acronym };
        let canonical = match (group(2), group(4)) {
            (Some(meeting), number) => {
                let family = group(3).map(|family| format!("{family}/")).unwrap_or_default();
                let suffix = suffix(group(6).unwrap_or_default());
                format!("{name}-{meeting}/{family}{}{suffix}", number.unwrap_or_default())
            }
            _ => captures[0].to_string(), // `CWG-WSIS&SDG/38` names a meeting, not a document
        };
        FoundSymbol { range: captures.get(0).expect("the match").range(), canonical, url: self.page.clone() }
    }
}

/// Says whether a symbol is a number in a meeting: `2`, `INF/1`, `7(Rev.1)`.
fn is_in_meeting(short: &str) -> bool {
    let number = short.strip_prefix("INF/").or_else(|| short.strip_prefix("DT/")).unwrap_or(short);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let within = |suffix: &str| {
        let (kind, number) = suffix.strip_prefix('(')?.strip_suffix(')')?.split_once('.')?;
        Some(["Rev", "Add", "Corr"].contains(&kind) && is_number(number))
    };
    after.len() < number.len() && (after.is_empty() || within(after) == Some(true))
}

/// Says whether a symbol is the number of a meeting with a number in it: `37/2`.
fn is_with_meeting(short: &str) -> bool {
    short.split_once('/').is_some_and(|(meeting, number)| is_number(meeting) && is_in_meeting(number))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the canonical form of a symbol's suffix: without spaces, `(Rev.1)` for `-Rev.1`.
fn suffix(written: &str) -> String {
    static REVISION: LazyLock<Regex> = LazyLock::new(|| regex(r"^-Rev\.(\d+)"));
    let tight = written.replace(' ', "");
    REVISION.replace(&tight, "(Rev.$1)").into_owned()
}

/// Compiles a pattern. Symbols are ASCII, and without the classes of Unicode a pattern compiles ten times as fast.
fn regex(pattern: &str) -> Regex {
    regex::RegexBuilder::new(pattern)
        .unicode(false)
        .build()
        .expect("a fixed pattern, with escaped names; those of a dossier have bounds, in `records`")
}

/// A family of symbols with a grammar that does not depend on the dossier.
struct Family {
    pattern: Regex,
    canonical: fn(&Captures) -> String,
    url: fn(&Captures) -> Option<WebAddress>,
}

static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    vec![
        Family {
            // C22/8-E, C22/INF/3, C17/130(Rev.1)-E
            pattern: regex(&format!(r"\bC(\d{{2}}|20\d{{2}})/(?:(INF|DT|DL|ADM|CA)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("C{}/{}{}{}", &c[1], family(c, 2), &c[3], suffix(&c[4])),
            url: |c| meeting_document("CL", &c[1], c.get(2).map(|m| m.as_str()), &c[3]),
        },
        Family {
            // PP-22/20, PP18/62(Add.1)-E
            pattern: regex(&format!(r"\bPP-?(\d{{2}})/(?:(INF|DT|DL|ADM)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("PP-{}/{}{}{}", &c[1], family(c, 2), &c[3], suffix(&c[4])),
            url: |c| meeting_document("PP", &c[1], c.get(2).map(|m| m.as_str()), &c[3]),
        },
        Family {
            // CWG-SFP-1/7, CWG-FHR 8/10: other working groups, whose pages we don't know
            pattern: regex(&format!(r"\b(C?WG-[A-Z]+(?:&[A-Z]+)*)[- ](\d+)/(?:(INF|DT)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("{}-{}/{}{}{}", &c[1], &c[2], family(c, 3), &c[4], suffix(&c[5])),
            url: |_| None,
        },
        Family {
            // A/RES/76/189, A/76/L.8/Rev.1, E/RES/2021/28, E/HLPF/2022/4
            pattern: regex(
                r"\b(?:A/RES/\d+/\d+[A-Z]?\b|E/RES/\d{4}/\d+|E/HLPF/\d{4}/\d+|E/\d{4}/\d+|A/\d{2,3}/(?:L\.)?\d+)(?:/(?:Rev|Add|Corr)\.\d+)*",
            ),
            canonical: |c| c[0].to_string(),
            url: |c| WebAddress::parse(&format!("https://undocs.org/{}", &c[0])).ok(),
        },
        Family {
            // UNESCO: 41 C/27
            pattern: regex(r"\b\d{2,3} (?:C|EX)/(?:INF\.)?\d+(?:\.\d+)?\b"),
            canonical: |c| c[0].to_string(),
            url: |_| None,
        },
    ]
});

/// Returns the type of document in a symbol with a slash: `INF/`; nothing if the symbol has none.
fn family(captures: &Captures, group: usize) -> String {
    captures.get(group).map(|family| format!("{}/", family.as_str())).unwrap_or_default()
}

/// Returns the address of an ITU meeting document: `https://www.itu.int/md/S22-CL-C-0008/en`.
fn meeting_document(meeting: &str, year: &str, family: Option<&str>, number: &str) -> Option<WebAddress> {
    let year = &year[year.len() - 2..];
    let number: u32 = number.parse().ok()?;
    WebAddress::parse(&format!("https://www.itu.int/md/S{year}-{meeting}-{}-{number:04}/en", family.unwrap_or("C"))).ok()
}

/// A reader that finds the symbols in texts.
#[derive(Debug, Clone, Default)]
pub struct SymbolReader {
    /// The series of the bodies of the dossier; the first is that of the dossier's own body.
    pub series: Vec<Series>,
    /// The addresses of symbols for which [`SymbolReader::url`] was called before.
    urls: Arc<Kept<String, Option<WebAddress>>>,
    /// Texts that were read before: which symbols are in them depends on the series.
    pub readings: Arc<Readings>,
}

impl SymbolReader {
    /// Makes the reader for the bodies of a dossier.
    pub fn of(registry: &Registry) -> Self {
        let own = registry.body.as_ref().map(|body| body.value.as_str());
        let mut bodies: Vec<_> = registry.bodies.iter().collect();
        bodies.sort_by_key(|(id, _)| Some(id.value.as_str()) != own);
        Self { series: bodies.into_iter().map(|(_, body)| Series::of(body)).collect(), ..Self::default() }
    }

    /// Returns all symbols in `text`, in order, without those that overlap an earlier one.
    pub fn find(&self, text: &str) -> Vec<FoundSymbol> {
        if !text.contains('/') {
            return Vec::new();
        }
        let own = self.series.iter().flat_map(|series| series.pattern.captures_iter(text).map(|c| series.found(&c)));
        let fixed = FAMILIES.iter().flat_map(|family| {
            family.pattern.captures_iter(text).map(|captures| FoundSymbol {
                range: captures.get(0).expect("the match").range(),
                canonical: (family.canonical)(&captures),
                url: (family.url)(&captures),
            })
        });
        let mut found: Vec<FoundSymbol> = own.chain(fixed).collect();
        found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
        let mut end = 0;
        found.retain(|found| {
            let apart = found.range.start >= end;
            end = end.max(found.range.end);
            apart
        });
        found
    }

    /// Returns the full form of a short symbol of the dossier's own body, as [`Series::complete`] does.
    pub fn complete(&self, short: &str, meeting: Option<u32>) -> String {
        self.series.first().map_or_else(|| short.into(), |series| series.complete(short, meeting))
    }

    /// Says whether [`Self::complete`] adds to a symbol.
    pub fn is_short(&self, symbol: &str, meeting: Option<u32>) -> bool {
        !self.series.is_empty() && (meeting.is_some() && is_in_meeting(symbol) || is_with_meeting(symbol))
    }

    /// Returns the address of the document with this symbol, if it is known.
    pub fn url(&self, symbol: &str) -> Option<WebAddress> {
        if let Some(url) = self.urls.get(symbol) {
            return url;
        }
        let found = self.find(symbol).into_iter().next().filter(|found| found.range == (0..symbol.len()));
        let url = found.and_then(|found| found.url);
        self.urls.keep(symbol.into(), url.clone());
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader() -> SymbolReader {
        let page = WebAddress::parse("https://example.int/cwg").ok();
        SymbolReader { series: vec![Series::new("CWG-WSIS&SDG", &["CWG-WSIS", "WG-WSIS"], page)], ..SymbolReader::default() }
    }

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
        assert_eq!(reader.complete("2", Some(38)), "CWG-WSIS&SDG-38/2");
        assert_eq!(reader.complete("INF/1", Some(38)), "CWG-WSIS&SDG-38/INF/1");
        for other in ["", "x", "2-E", "(Rev.1)", "7(Rev.)", "7(Foo.1)", "7(Rev.1", "INF/", "37/", "/7", "37/x"] {
            assert_eq!(reader.complete(other, Some(38)), other);
        }
        assert_eq!(reader.complete("37/7(Rev.1)", Some(38)), "CWG-WSIS&SDG-37/7(Rev.1)");
        assert_eq!(reader.complete("A/RES/76/189", Some(38)), "A/RES/76/189");
    }

    #[test]
    fn as_many_and_as_long_names_as_a_dossier_may_have_are_found() {
        let names: Vec<String> = (0..1000).map(|at| format!("{}-{at:04}", "\u{10400}".repeat(35))).collect();
        let formerly: Vec<&str> = names.iter().map(String::as_str).collect();
        let reader = SymbolReader { series: vec![Series::new("A&B-C", &formerly, None)], ..SymbolReader::default() };
        assert_eq!(reader.find("A&BC7/2 and A&B-C-7/2").len(), 2);
    }

    #[test]
    fn addresses_have_the_form_that_the_unions_site_uses() {
        assert_eq!(reader().url("C22/8-E").unwrap().as_str(), "https://www.itu.int/md/S22-CL-C-0008/en");
        assert_eq!(reader().url("A/RES/70/125").unwrap().as_str(), "https://undocs.org/A/RES/70/125");
    }
}
