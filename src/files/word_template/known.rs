//! What is taken over from a Word template: the list in `known.txt`, whose head says how it is written.

use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What is known of an element: its attributes, and what stands in it.
#[derive(Debug)]
pub struct Rule {
    /// The attributes.
    pub attributes: Vec<Attribute>,
    /// The places in the element, in order, each for some elements.
    pub places: Vec<Place>,
    /// What the text in the element may be; `None` if it has no text.
    pub text: Option<Value>,
}

/// An attribute that is known.
#[derive(Debug)]
pub struct Attribute {
    /// The name, with its prefix.
    pub name: &'static str,
    /// Whether the element can't be without it.
    pub required: bool,
    /// What the value may be.
    pub value: Value,
}

/// A place for elements in another one.
#[derive(Debug)]
pub struct Place {
    /// The names of the elements in the list, one of which may stand here.
    pub names: Vec<&'static str>,
    /// Whether one has to stand here.
    pub required: bool,
    /// Whether several may stand here.
    pub many: bool,
}

/// What a value may be.
#[derive(Debug, Clone)]
pub enum Value {
    /// A whole number in this range.
    Whole(i64, i64),
    /// A text that fits the whole pattern.
    Pattern(&'static Regex),
    /// A text of at most so many characters.
    Text(usize),
    /// One of these words.
    Word(Vec<&'static str>),
    /// The id of a relationship.
    Relation,
}

impl Value {
    /// Says whether `text` is such a value.
    pub fn allows(&self, text: &str) -> bool {
        match self {
            Self::Whole(low, high) => text.parse().is_ok_and(|number: i64| (low..=high).contains(&&number)),
            Self::Pattern(pattern) => pattern.is_match(text),
            Self::Text(most) => text.chars().count() <= *most,
            Self::Word(words) => words.contains(&text),
            Self::Relation => true,
        }
    }
}

/// Returns the rule of an element by its name in the list: its own name, or with a number behind a full stop.
pub fn rule(name: &str) -> &'static Rule {
    static RULES: LazyLock<HashMap<&str, &Rule>> = LazyLock::new(|| rules(include_str!("known.txt")));
    RULES.get(name).copied().expect("a test reads the whole list")
}

/// Returns the name of an element without the number that it may have in the list.
pub fn element(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Reads the list.
fn rules(text: &'static str) -> HashMap<&'static str, &'static Rule> {
    let mut entries: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match entries.last_mut().filter(|_| line.starts_with(' ')) {
            Some(entry) => entry.extend(line.split_whitespace()),
            None => entries.push(line.split_whitespace().collect()),
        }
    }
    let (lists, elements): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.get(1) == Some(&"="));
    let lists: HashMap<&str, Vec<&str>> = lists.into_iter().map(|entry| (entry[0], entry[2..].to_vec())).collect();
    let mut rules = HashMap::new();
    for entry in elements {
        let start = entry.iter().position(|word| word.starts_with('[')).unwrap_or(entry.len());
        // the list is read once, and lives as long as the program
        let rule: &Rule = Box::leak(Box::new(one(&entry[start..], &lists)));
        rules.extend(entry[..start].iter().map(|name| (*name, rule)));
    }
    rules
}

/// Reads a rule behind the names of its elements.
fn one(words: &[&'static str], lists: &HashMap<&str, Vec<&'static str>>) -> Rule {
    let end = words.iter().position(|word| word.ends_with(']')).map_or(words.len(), |at| at + 1);
    let attributes = words[..end].iter().map(|word| word.trim_matches(['[', ']'])).filter(|word| !word.is_empty());
    let attribute = |word: &'static str| {
        let (name, value) = word.rsplit_once(':').unwrap_or((word, ""));
        let required = name.ends_with('!');
        Attribute { name: name.trim_end_matches('!'), required, value: self::value(value, lists) }
    };
    let place = |word: &&'static str| Place {
        names: word.trim_end_matches(['?', '+', '*']).trim_matches(['(', ')']).split('|').collect(),
        required: !word.ends_with(['?', '*']),
        many: word.ends_with(['+', '*']),
    };
    let (text, places): (Vec<&str>, Vec<&str>) = words[end..].iter().partition(|word| word.starts_with('#'));
    Rule {
        attributes: attributes.map(attribute).collect(),
        places: places.iter().map(place).collect(),
        text: text.first().map(|word| value(&word[1..], lists)),
    }
}

/// Reads a type.
fn value(word: &str, lists: &HashMap<&str, Vec<&'static str>>) -> Value {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^-?[0-9]{1,9}(\.[0-9]{1,9})?$").expect("a fixed pattern"));
    static MEASURE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(-?[0-9]{1,9}(\.[0-9]{1,9})?(mm|cm|in|pt|pc|pi|%)?|auto)$").expect("a fixed pattern"));
    static COLOUR: LazyLock<Regex> = LazyLock::new(|| Regex::new("^([0-9A-Fa-f]{6}|auto)$").expect("a fixed pattern"));
    // no parentheses, and so no `url(…)`
    static STYLE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[-A-Za-z0-9:;., %#']{0,1000}$").expect("a fixed pattern"));
    static HEX: LazyLock<[Regex; 11]> = LazyLock::new(|| {
        std::array::from_fn(|pairs| Regex::new(&format!("^([0-9A-Fa-f]{{2}}){{{pairs}}}$")).expect("a fixed pattern"))
    });
    match word {
        "switch" => Value::Word(vec!["0", "1", "true", "false", "on", "off", "t", "f"]),
        "whole" => Value::Whole(i32::MIN.into(), i32::MAX.into()),
        "count" => Value::Whole(0, u32::MAX.into()),
        "number" => Value::Pattern(&NUMBER),
        "measure" => Value::Pattern(&MEASURE),
        "colour" => Value::Pattern(&COLOUR),
        "style" => Value::Pattern(&STYLE),
        "relation" => Value::Relation,
        "text" => Value::Text(255),
        "words" => Value::Text(4000),
        _ => {
            let digits = word.strip_prefix("hex").and_then(|digits| digits.parse::<usize>().ok());
            let range = word.split_once("..").and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
            match (digits, range) {
                (Some(digits), _) => Value::Pattern(&HEX[digits / 2]),
                (None, Some((low, high))) => Value::Whole(low, high),
                (None, None) => Value::Word(lists.get(word).expect("a test reads the whole list").clone()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let rules = rules(include_str!("known.txt"));
        assert!(rules.len() > 250);
        for (name, rule) in &rules {
            assert!(name.contains(':'), "{name}");
            for place in rule.places.iter().flat_map(|place| &place.names) {
                assert!(rules.contains_key(place), "{place} in {name}");
            }
        }
    }

    #[test]
    fn values_are_of_their_types() {
        let is = |word: &str, text: &str| value(word, &HashMap::from([("List", vec!["a", "b"])])).allows(text);
        for (word, good, bad) in [
            ("switch", "on", "yes"),
            ("whole", "-12", "1.5"),
            ("0..9", "9", "10"),
            ("measure", "-1.5cm", "1 cm"),
            ("colour", "A1b2C3", "red"),
            ("hex4", "00ff", "0ff"),
            ("style", "width:50pt;height:2.5cm", "a:url(b)"),
            ("List", "a", "c"),
        ] {
            assert!(is(word, good) && !is(word, bad), "{word}");
        }
        assert!(is("text", &"é".repeat(255)) && !is("text", &"é".repeat(256)));
    }
}
