//! The language of a passage that is in another language than its document.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use icu_locale::subtags::{Language, Region, Script, region, script};
use icu_locale::{LanguageIdentifier, LocaleDirectionality, LocaleExpander};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What an author may write for a language.
pub const LANGUAGES: &str =
    "the languages of the Union are `ar`, `zh`, `en`, `fr`, `ru` and `es`; any other has its code of ISO 639, as `de`";

/// A language that has a code of ISO 639, with the region and the script in which it is usually written (Unicode CLDR).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Locale {
    language: Language,
    region: Option<Region>,
    script: Script,
}

impl Locale {
    /// Reads the code of a language, in small letters: `fr`. `None` if there is no such language.
    pub fn parse(code: &str) -> Option<Self> {
        let language: Language = code.parse().ok().filter(|language: &Language| language.as_str() == code)?;
        let mut usual = LanguageIdentifier::from(language);
        LocaleExpander::new_extended().maximize(&mut usual);
        // the Union writes British English
        let region = if code == "en" { Some(region!("GB")) } else { usual.region };
        usual.script.filter(|_| !language.is_unknown()).map(|script| Self { language, region, script })
    }

    /// Returns the code of the language: `fr`.
    pub fn code(&self) -> &str {
        self.language.as_str()
    }

    /// Returns the region in which the language is usually written: `FR`.
    pub fn region(&self) -> Option<&str> {
        self.region.as_ref().map(Region::as_str)
    }

    /// Says whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        LocaleDirectionality::new_extended().is_right_to_left(&self.language.into())
    }

    /// Says whether the language is written in Chinese, Japanese or Korean characters.
    pub fn is_east_asian(&self) -> bool {
        [script!("Hans"), script!("Hant"), script!("Jpan"), script!("Kore")].contains(&self.script)
    }

    /// Returns the message that there is no language with the code `text`.
    pub fn unknown(text: &str, span: crate::source::Span) -> Diagnostic {
        Diagnostic::new(catalogue::WRONG_TYPE, span, format!("there is no language `{text}`")).hint(LANGUAGES)
    }
}

impl TryFrom<String> for Locale {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::parse(&code).ok_or_else(|| format!("there is no language `{code}`"))
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.code().into()
    }
}

impl Decode for Locale {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        Self::parse(&text.value).ok_or_else(|| report.push(Self::unknown(&text.value, text.span)))
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[a-z]{2,3}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_their_usual_region_and_direction() {
        let tag = |code: &str| {
            Locale::parse(code).map(|locale| (locale.region().unwrap_or_default().to_string(), locale.is_right_to_left()))
        };
        let expected = [("fr", "FR"), ("en", "GB"), ("zh", "CN"), ("ru", "RU"), ("es", "ES"), ("de", "DE")];
        for (code, region) in expected {
            assert_eq!(tag(code), Some((region.into(), false)), "{code}");
        }
        assert!(Locale::parse("ar").is_some_and(|arabic| arabic.is_right_to_left() && !arabic.is_east_asian()));
        assert!(Locale::parse("zh").is_some_and(|chinese| chinese.is_east_asian()));
    }

    #[test]
    fn what_is_no_code_of_a_language_is_none() {
        for code in ["", "xx", "qqq", "FR", "french", "fr-FR", "und", "f", "12", "fr "] {
            assert_eq!(Locale::parse(code), None, "{code}");
        }
    }
}
