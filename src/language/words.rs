//! The words of a language, and the template filters by which sentences ask for them.

use super::plural;
use crate::records::country::Countries;
use minijinja::value::Serde;
use minijinja::{Environment, Error, State};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// The name of the template of an ordinal in figures.
pub const ORDINAL: &str = "word/ordinal";
/// The name of the template of a month with its year.
pub const MONTH: &str = "word/month";

/// The name of the template of days with their preposition.
pub const WHEN: &str = "word/when";

/// The words of a language.
pub struct Words {
    /// The contents of the language's file, as JSON.
    pub tree: Value,
    /// The code of the language.
    pub code: String,
    /// The names of countries in all languages.
    pub countries: Arc<Countries>,
}

/// A person, as lowering hands one to a sentence.
#[derive(Deserialize)]
struct Named {
    name: String,
    country: Option<String>,
    organization: Option<String>,
    /// The reasons why the person is thanked.
    #[serde(default)]
    reasons: Vec<String>,
    office: Option<String>,
    role: Option<String>,
}

/// The month in which a term of office begins or ends.
#[derive(Deserialize)]
struct Month {
    year: i16,
    month: usize,
}

impl Words {
    /// Adds the filters by which the sentences of `environment` ask for these words.
    pub fn add_filters(self: &Arc<Self>, environment: &mut Environment<'static>) {
        environment.add_filter("capital", |text: String| capital(&text));
        let words = self.clone();
        environment.add_filter("word", move |key: String, table: String| words.word(&table, &key));
        environment.add_filter("when", |state: &State, dates: String| Words::when(state, &dates));
        environment.add_filter("ordinal", |state: &State, number: u64| Words::ordinal(state, number));
        let words = self.clone();
        environment.add_filter("nth", move |state: &State, number: u64| words.nth(state, number));
        let words = self.clone();
        environment.add_filter("month", move |state: &State, month: Serde<Month>| words.month(state, &month.0));
        let words = self.clone();
        environment.add_filter("number", move |number: u64| words.number(number));
        let words = self.clone();
        environment.add_filter("count", move |number: u64, noun: String| words.count(number, &noun));
        let words = self.clone();
        environment.add_filter("list", move |items: Vec<String>, long: Option<bool>| words.join(&items, long));
        let words = self.clone();
        environment.add_filter("actors", move |keys: Vec<String>| words.actors(&keys));
        let words = self.clone();
        environment.add_filter("many", move |keys: Vec<String>| words.many(&keys));
        let words = self.clone();
        environment.add_filter("country", move |code: String| words.country(&code));
        let words = self.clone();
        environment.add_filter("formal", move |code: String| words.formal(&code));
        let words = self.clone();
        environment.add_filter("group", move |acronym: String| words.group(&acronym));
        let words = self.clone();
        environment.add_filter("people", move |people: Serde<Vec<Named>>| words.people(&people.0));
        let words = self.clone();
        environment.add_filter("thanked", move |people: Serde<Vec<Named>>| words.thanked(&people.0));
        let words = self.clone();
        environment.add_filter("officials", move |people: Serde<Vec<Named>>| words.officials(&people.0));
    }

    /// Returns the word `key` of a table; the key itself if the table does not have it.
    fn word(&self, table: &str, key: &str) -> String {
        self.tree[table][key].as_str().unwrap_or(key).to_string()
    }

    /// Returns a number in words if the language has a word for it, or else in figures.
    pub fn number(&self, number: u64) -> String {
        let word = usize::try_from(number).ok().and_then(|at| self.tree["numbers"].get(at)?.as_str());
        word.map_or_else(|| number.to_string(), str::to_string)
    }

    /// Returns an ordinal in figures: `38th`
    fn ordinal(state: &State, number: u64) -> Result<String, Error> {
        state.env().get_template(ORDINAL)?.render(minijinja::context! { n => number })
    }

    /// Returns days with their preposition: `on 22-23 September 2021`
    fn when(state: &State, dates: &str) -> Result<String, Error> {
        state.env().get_template(WHEN)?.render(minijinja::context! { dates })
    }

    /// Returns an ordinal in words if the language has a word for it, or else in figures.
    fn nth(&self, state: &State, number: u64) -> Result<String, Error> {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let word = at.and_then(|at| self.tree["ordinals"].get(at)?.as_str());
        word.map_or_else(|| Self::ordinal(state, number), |word| Ok(word.to_string()))
    }

    /// Returns a month with its year: `January 2019`
    fn month(&self, state: &State, month: &Month) -> Result<String, Error> {
        let name = self.tree["months"][month.month.saturating_sub(1)].as_str().unwrap_or_default();
        state.env().get_template(MONTH)?.render(minijinja::context! { month_name => name, year => month.year })
    }

    /// Returns a number with the noun in the plural form that the number takes: `two meetings`, `no meetings`
    fn count(&self, number: u64, noun: &str) -> String {
        let forms = &self.tree["nouns"][noun];
        let form = forms[plural::form(&self.code, number)].as_str().or(forms["other"].as_str());
        self.with_noun(number, form.unwrap_or(noun))
    }

    /// Returns a number before words that name what is counted: `two meetings`, `no meetings`
    fn with_noun(&self, number: u64, noun: &str) -> String {
        let none = self.tree["none"].as_str().filter(|_| number == 0);
        format!("{} {noun}", none.map_or_else(|| self.number(number), str::to_string))
    }

    /// Returns a number with what is counted: one form is a noun of the language's table, several are those for the plural forms of the language in the order of the
    /// Unicode CLDR. `None` if the table does not have the noun, or the language has another number of forms.
    pub fn counted(&self, number: u64, forms: &[String]) -> Option<String> {
        match forms {
            [] => Some(self.number(number)),
            [noun] => self.tree["nouns"].get(noun).map(|_| self.count(number, noun)),
            forms => {
                let names = plural::forms(&self.code);
                let at = names.iter().position(|name| *name == plural::form(&self.code, number))?;
                (names.len() == forms.len()).then(|| self.with_noun(number, &forms[at]))
            }
        }
    }

    /// Joins items to a list: `a, b and c`. Items that contain commas are separated as the language separates long items; `long` says whether they do, where
    /// they are not words yet.
    fn join(&self, items: &[String], long: Option<bool>) -> String {
        let long = long.unwrap_or_else(|| items.iter().any(|item| item.contains(',')));
        let table = &self.tree[if long { "long_list" } else { "list" }];
        let separator = |key: &str| table[key].as_str().unwrap_or(", ");
        match items.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{}{last}", rest.join(separator("between")), separator("last")),
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }

    /// Returns the actors of a recommendation, given by key: `the group and the secretariat`
    fn actors(&self, keys: &[String]) -> String {
        self.join(&keys.iter().map(|key| self.word("actors", key)).collect::<Vec<_>>(), None)
    }

    /// Says whether actors, given by key, take a verb in the plural.
    fn many(&self, keys: &[String]) -> bool {
        let plural = self.tree["plural_actors"].as_array();
        keys.len() > 1 || keys.iter().any(|key| plural.is_some_and(|plural| plural.contains(&Value::String(key.clone()))))
    }

    /// Returns the name of a country; the code itself if it is not that of a country.
    fn country(&self, code: &str) -> String {
        self.countries.name(code, &self.code).unwrap_or(code).to_string()
    }

    /// Returns the name of a country for formal places: `the Republic of Belarus`; the code itself if it is not that of a country.
    fn formal(&self, code: &str) -> String {
        self.countries.formal_name(code, &self.code).unwrap_or(code).to_string()
    }

    /// Returns the name of a regional group; the acronym itself if it is not that of a group.
    fn group(&self, acronym: &str) -> String {
        self.countries.group(acronym, &self.code).unwrap_or(acronym).to_string()
    }

    /// Returns people with their countries or organizations: `Ms Renata Santoyo (Brazil)`. The name of a country is written once for people of the same
    /// country who follow each other.
    fn people(&self, people: &[Named]) -> String {
        let same = |a: &Named, b: &Named| a.country == b.country && a.country.is_some();
        let groups = people.chunk_by(same).map(|group| {
            let names: Vec<String> = group.iter().map(|person| person.name.clone()).collect();
            let Named { country, organization, .. } = &group[0];
            let from = country.as_ref().map(|code| self.country(code)).or_else(|| organization.clone());
            format!("{}{}", self.join(&names, None), from.map(|from| format!(" ({from})")).unwrap_or_default())
        });
        self.join(&groups.collect::<Vec<_>>(), None)
    }

    /// Returns people with the reasons, if there are any, why they are thanked: `Ms Renata Santoyo (Brazil) for her advice`
    fn thanked(&self, people: &[Named]) -> String {
        let pattern = self.tree["thanked_for"].as_str().unwrap_or("{person}: {reasons}");
        let one = |person: &Named| {
            let name = self.people(std::slice::from_ref(person));
            match person.reasons.is_empty() {
                true => name,
                false => pattern.replace("{person}", &name).replace("{reasons}", &self.join(&person.reasons, None)),
            }
        };
        self.join(&people.iter().map(one).collect::<Vec<_>>(), None)
    }

    /// Returns people with their offices: `Mr Houlin Zhao, Secretary-General`
    fn officials(&self, people: &[Named]) -> String {
        let named = people.iter().map(|person| {
            let office = person.office.as_deref().and_then(|office| self.tree["offices"][office].as_str());
            match person.role.as_deref().or(office) {
                Some(office) => format!("{}, {office}", person.name),
                None => person.name.clone(),
            }
        });
        self.join(&named.collect::<Vec<_>>(), None)
    }
}

/// Returns a text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
