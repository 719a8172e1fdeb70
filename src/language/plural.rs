//! The plural forms of whole numbers, by the rules of the Unicode CLDR.

/// Returns the name of the form (`one`, `few`, `other` …) that a noun takes after `number` in the language with this code.
pub fn form(language: &str, number: u64) -> &'static str {
    let (ten, hundred) = (number % 10, number % 100);
    match language {
        "zh" => "other",
        "fr" if number <= 1 => "one",
        "ru" if ten == 1 && hundred != 11 => "one",
        "ru" if (2..=4).contains(&ten) && !(12..=14).contains(&hundred) => "few",
        "ru" => "many",
        "ar" => match number {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ if (3..=10).contains(&hundred) => "few",
            _ if hundred >= 11 => "many",
            _ => "other",
        },
        _ if number == 1 => "one",
        _ => "other",
    }
}

/// Returns the names of all forms of a noun in the language with this code, in the order of the CLDR.
pub fn forms(language: &str) -> &'static [&'static str] {
    match language {
        "zh" => &["other"],
        "ru" => &["one", "few", "many"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

#[cfg(test)]
mod tests {
    use super::{form, forms};

    #[test]
    fn each_form_is_one_of_the_language() {
        for language in ["en", "fr", "es", "ru", "zh", "ar"] {
            let seen: std::collections::BTreeSet<&str> = (0..200).map(|number| form(language, number)).collect();
            assert_eq!(seen, forms(language).iter().copied().collect(), "{language}");
        }
    }

    #[test]
    fn forms_are_those_of_the_cldr() {
        assert_eq!(["one", "other"], [form("en", 1), form("en", 0)]);
        assert_eq!(["one", "one", "other"], [form("fr", 0), form("fr", 1), form("fr", 2)]);
        assert_eq!(["one", "few", "many", "many"], [form("ru", 21), form("ru", 3), form("ru", 12), form("ru", 5)]);
        assert_eq!(["two", "few", "many", "other"], [form("ar", 2), form("ar", 103), form("ar", 11), form("ar", 100)]);
    }
}
