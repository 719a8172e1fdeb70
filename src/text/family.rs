//! Families of document symbols whose grammar does not depend on a dossier: those of the Council, of conferences, of other working groups, of the UN and of
//! UNESCO.

use super::symbol::FoundSymbol;
use crate::web::WebAddress;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The pattern of what may follow the number of a symbol: revisions, addenda, corrigenda and the letter of a language.
pub(super) const SUFFIX: &str = r"(?: ?\((?:Rev|Add|Corr?)\.? ?\d+\)|-Rev\.?\d+)*(?:-[EFSRCA]\b)?";

/// Returns the canonical form of a symbol's suffix: without spaces, `(Rev.1)` for `-Rev.1` and `(Rev1)`.
pub(super) fn suffix(written: &str) -> String {
    static SUPPLEMENT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:\(|-)(Rev|Add|Corr?)\.?(\d+)\)?"));
    let tight = written.replace(' ', "");
    SUPPLEMENT.replace_all(&tight, "($1.$2)").into_owned()
}

/// Compiles a pattern. Symbols are ASCII, and without the classes of Unicode a pattern compiles ten times as fast.
pub(super) fn regex(pattern: &str) -> Regex {
    regex::RegexBuilder::new(pattern)
        .unicode(false)
        .build()
        .expect("a fixed pattern, with escaped names; those of a dossier have bounds, in `records`")
}

/// A family of symbols with a grammar that does not depend on the dossier.
pub(super) struct Family {
    /// Whether the family has the documents of any working group: a body of the dossier then knows more of its own.
    pub(super) general: bool,
    pattern: Regex,
    canonical: fn(&Captures) -> String,
    url: fn(&Captures) -> Option<WebAddress>,
}

pub(super) static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    vec![
        Family {
            // C22/8-E, C22/INF/3, C17/130(Rev.1)-E
            general: false,
            pattern: regex(&format!(r"\bC(\d{{2}}|20\d{{2}})/(?:(INF|DT|DL|ADM|CA)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("C{}/{}{}{}", &c[1], family(c, 2), &c[3], suffix(&c[4])),
            url: |c| meeting_document("CL", &c[1], c.get(2).map(|m| m.as_str()), &c[3]),
        },
        Family {
            // PP-22/20, PP18/62(Add.1)-E
            general: false,
            pattern: regex(&format!(r"\bPP-?(\d{{2}})/(?:(INF|DT|DL|ADM)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("PP-{}/{}{}{}", &c[1], family(c, 2), &c[3], suffix(&c[4])),
            url: |c| meeting_document("PP", &c[1], c.get(2).map(|m| m.as_str()), &c[3]),
        },
        Family {
            // CWG-SFP-1/7, CWG-FHR 8/10: other working groups, whose pages we don't know
            general: true,
            pattern: regex(&format!(r"\b(C?WG-[A-Z]+(?:&[A-Z]+)*)[- ](\d+)/(?:(INF|DT)/)?(\d+)({SUFFIX})")),
            canonical: |c| format!("{}-{}/{}{}{}", &c[1], &c[2], family(c, 3), &c[4], suffix(&c[5])),
            url: |_| None,
        },
        Family {
            // A/RES/76/189, A/76/L.8/Rev.1, E/RES/2021/28, E/HLPF/2022/4
            general: false,
            pattern: regex(
                r"\b(?:A/RES/\d+/\d+[A-Z]?\b|E/RES/\d{4}/\d+|E/HLPF/\d{4}/\d+|E/\d{4}/\d+|A/\d{2,3}/(?:L\.)?\d+)(?:/(?:Rev|Add|Corr)\.\d+)*",
            ),
            canonical: |c| c[0].to_string(),
            url: |c| WebAddress::parse(&format!("https://undocs.org/{}", &c[0])).ok(),
        },
        Family {
            // UNESCO: 41 C/27
            general: false,
            pattern: regex(r"\b\d{2,3} (?:C|EX)/(?:INF\.)?\d+(?:\.\d+)?\b"),
            canonical: |c| c[0].to_string(),
            url: |_| None,
        },
    ]
});

impl Family {
    /// Returns all symbols of the family in a text.
    pub(super) fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = FoundSymbol> + 't {
        self.pattern.captures_iter(text).map(|captures| FoundSymbol {
            range: captures.get(0).expect("the match").range(),
            canonical: (self.canonical)(&captures),
            url: (self.url)(&captures),
        })
    }

    /// Says whether a text is one symbol of the family, and nothing else.
    pub(super) fn is_whole(&self, text: &str) -> bool {
        self.pattern.find(text).is_some_and(|found| found.range() == (0..text.len()))
    }
}

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
