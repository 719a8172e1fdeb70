//! Designations: the whole symbol of a document, with the addenda, revisions and corrigenda that it is of: `C22/8(Add.1)(Rev.2)`. Whatever shows, compares or files
//! a submission's symbol takes it from here.

use regex::Regex;
use std::sync::LazyLock;

/// What a document may be of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SupplementKind {
    /// It adds something.
    Addendum,
    /// It takes the other's place.
    Revision,
    /// It corrects the other.
    Corrigendum,
}

impl SupplementKind {
    /// The kinds in the order in which the keys of a submission apply: a revision is one of the addendum, a corrigendum one of the revision.
    pub const ALL: [Self; 3] = [Self::Addendum, Self::Revision, Self::Corrigendum];

    /// Returns the key of a submission, which is also that of the label in the language's file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Addendum => "addendum",
            Self::Revision => "revision",
            Self::Corrigendum => "corrigendum",
        }
    }

    /// Returns the abbreviation in symbols, without its stop.
    fn short(self) -> &'static str {
        match self {
            Self::Addendum => "Add",
            Self::Revision => "Rev",
            Self::Corrigendum => "Corr",
        }
    }
}

/// An addendum, revision or corrigendum, with its number.
pub type Supplement = (SupplementKind, u32);

/// The symbol of a document in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Designation {
    /// The symbol of the document that has supplements, without the letter of a language: `C22/8`.
    pub document: String,
    /// The supplements, each one of all before it.
    pub supplements: Vec<Supplement>,
}

impl Designation {
    /// Reads a full symbol.
    pub fn read(symbol: &str) -> Self {
        // in parentheses; behind a stroke, a hyphen or nothing; as the names of files have it
        static SUPPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(concat!(
                r"(?i)^(.*[\d)] ?)(?:\((Add|Rev|Corr?)\.? ?(\d{1,9})\)|[/-]?(Add|Rev|Corr?)\.? ?(\d{1,9}))$|",
                r"^(.+)!([ARC])(\d{1,9})$|^(.+![ARC]\d{1,9}(?:-[ARC]\d{1,9})*)-([ARC])(\d{1,9})$"
            ))
            .expect("a fixed pattern")
        });
        let mut rest = without_language(symbol);
        let mut supplements = Vec::new();
        while let Some(found) = SUPPLEMENT.captures(rest) {
            let group = |at: usize| found.get(at).map_or("", |found| found.as_str());
            let word = [2, 4, 7, 10].map(group).concat().to_lowercase();
            let kind =
                SupplementKind::ALL.into_iter().find(|kind| kind.key().starts_with(&word) || word == kind.short().to_lowercase());
            let number = [3, 5, 8, 11].map(group).concat().parse();
            let (Some(kind), Ok(number)) = (kind, number) else { break };
            supplements.insert(0, (kind, number));
            rest = rest[..[1, 6, 9].map(group).concat().len()].trim_end();
        }
        Self { document: rest.into(), supplements }
    }

    /// Returns the supplements as the names of ITU's files have them: `A1-R2`; empty if there are none.
    pub fn letters(&self) -> String {
        let letters = self.supplements.iter().map(|(kind, number)| format!("{}{number}", &kind.short()[..1]));
        letters.collect::<Vec<_>>().join("-")
    }

    /// Adds the supplements that the keys `addendum`, `revision` and `corrigendum` of a submission give, after those of the symbol. What the symbol says already is not
    /// said again; the rule `contradictory-symbol` reports it.
    pub fn with(mut self, numbers: [Option<u32>; 3]) -> Self {
        for (kind, number) in SupplementKind::ALL.into_iter().zip(numbers) {
            let said = self.supplements.iter().any(|(known, _)| *known == kind);
            self.supplements.extend(number.filter(|_| !said).map(|number| (kind, number)));
        }
        self
    }
}

impl std::fmt::Display for Designation {
    /// Writes the symbol, as ITU does, or, for a document of the United Nations, as they do: `A/76/L.8/Rev.1`.
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let of_the_un = ["A/", "E/", "S/"].iter().any(|organ| self.document.starts_with(organ));
        f.write_str(&self.document)?;
        for (kind, number) in &self.supplements {
            let short = kind.short();
            if of_the_un { write!(f, "/{short}.{number}")? } else { write!(f, "({short}.{number})")? }
        }
        Ok(())
    }
}

/// Returns a symbol without the letter of a language at its end: `C22/8-E` and `C22/8-F` are the same document.
pub fn without_language(symbol: &str) -> &str {
    match symbol.rsplit_once('-') {
        Some((before, "E" | "F" | "S" | "R" | "C" | "A")) => before,
        _ => symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_the_same_however_it_is_given() {
        let numbers = |add, rev, corr| [add, rev, corr];
        let cases = [
            ("C22/8", numbers(None, None, None), "C22/8"),
            ("C22/8-E", numbers(None, Some(1), None), "C22/8(Rev.1)"),
            ("C22/8", numbers(Some(1), Some(2), None), "C22/8(Add.1)(Rev.2)"),
            ("C22/8", numbers(Some(1), None, Some(3)), "C22/8(Add.1)(Corr.3)"),
            ("C22/8", numbers(Some(1), Some(2), Some(3)), "C22/8(Add.1)(Rev.2)(Corr.3)"),
            ("C22/8(Rev.1)-E", numbers(None, None, None), "C22/8(Rev.1)"),
            ("C22/8 (Rev. 1)", numbers(None, None, None), "C22/8(Rev.1)"),
            ("C22/8(Rev.1)", numbers(None, Some(1), None), "C22/8(Rev.1)"),
            ("C22/8(Rev.1)", numbers(Some(2), None, None), "C22/8(Rev.1)(Add.2)"),
            ("C22/8(Add.1)(Rev.1)", numbers(None, None, None), "C22/8(Add.1)(Rev.1)"),
            ("C22/8(Cor.1)", numbers(None, None, None), "C22/8(Corr.1)"),
            ("CWG-WSIS&SDG-37/7-Rev.1", numbers(None, None, None), "CWG-WSIS&SDG-37/7(Rev.1)"),
            ("A/76/L.8", numbers(None, Some(1), None), "A/76/L.8/Rev.1"),
            ("A/76/L.8/Rev.1", numbers(None, None, None), "A/76/L.8/Rev.1"),
            ("C22/8 Rev1", numbers(None, None, None), "C22/8(Rev.1)"),
            ("C22/8(Add2)(rev 1)", numbers(None, None, None), "C22/8(Add.2)(Rev.1)"),
            ("C22/8(Add.2) (Rev.1)-E", numbers(None, None, None), "C22/8(Add.2)(Rev.1)"),
            ("C22/8-Corr1", numbers(None, None, None), "C22/8(Corr.1)"),
            ("C22/8!A2-R1", numbers(None, None, None), "C22/8(Add.2)(Rev.1)"),
            ("C22/8!R1", numbers(None, Some(1), None), "C22/8(Rev.1)"),
            ("2 (Rev. 1)", numbers(None, None, None), "2(Rev.1)"),
            ("C17/10 + Add.1", numbers(None, None, None), "C17/10 + Add.1"),
            ("S22-C-0008-R1", numbers(None, None, None), "S22-C-0008-R1"),
            ("Prev1", numbers(None, None, None), "Prev1"),
            ("(Rev.1)", numbers(None, None, None), "(Rev.1)"),
            ("C22/8(Foo.1)", numbers(Some(1), None, None), "C22/8(Foo.1)(Add.1)"),
        ];
        for (symbol, numbers, whole) in cases {
            let designation = Designation::read(symbol).with(numbers);
            assert_eq!(designation.to_string(), whole);
            assert_eq!(Designation::read(whole), designation, "{whole} is read as it is written");
        }
    }
}
