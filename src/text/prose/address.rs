//! Addresses that stand in a text without markup: of pages, and of mailboxes.

use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Signs that belong to the sentence, not to the address before them.
const CLOSING: [char; 13] = ['.', ',', ';', ':', '!', '?', '\'', ']', '*', '_', '~', '^', '…'];

/// Returns the addresses in a text, in order: where each stands, and the address whole, from `https://` or `mailto:` on.
pub fn addresses(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        let page = r#"\b(?:https?://|www\.)[^\s<>"“”„«»‘’—\x01-\x03]+"#;
        let mailbox = r"(?:mailto:)?[A-Za-z0-9][A-Za-z0-9._+'-]*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}";
        Regex::new(&format!("(?<page>{page})|(?<mailbox>{mailbox})")).expect("fixed")
    });
    ADDRESS.captures_iter(text).filter_map(|found| match (found.name("page"), found.name("mailbox")) {
        (Some(page), _) => {
            let written = without_closing(page.as_str());
            let scheme = if written.starts_with("www.") { "https://" } else { "" };
            let is_whole = !["www", "http://", "https://"].contains(&written);
            is_whole.then(|| (page.start()..page.start() + written.len(), format!("{scheme}{written}")))
        }
        (_, Some(mailbox)) => {
            let written = mailbox.as_str();
            let (before, after) = (text[..mailbox.start()].chars().next_back(), text[mailbox.end()..].chars().next());
            let scheme = if written.starts_with("mailto:") { "" } else { "mailto:" };
            let joins = |c: char| c.is_alphanumeric() || "@!#$%&/=?`{|}.+-".contains(c);
            let stands_alone = !before.is_some_and(joins) && !after.is_some_and(|c| c.is_alphanumeric() || "@_".contains(c));
            stands_alone.then(|| (mailbox.range(), format!("{scheme}{written}")))
        }
        (None, None) => None,
    })
}

/// Returns an address without the signs of the sentence at its end; a parenthesis that is not opened in the address ends it.
fn without_closing(address: &str) -> &str {
    let mut depth = 0;
    let ends = |(_, c): &(usize, char)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth < 0
    };
    let end = address.char_indices().find(ends).map_or(address.len(), |(at, _)| at);
    let address = address[..end].trim_end_matches(CLOSING);
    // `(` alone at the end opens nothing of the address
    let is_open = address.ends_with('(');
    if is_open { address.trim_end_matches('(').trim_end_matches(CLOSING) } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        addresses(text).map(|(range, address)| (&text[range], address)).collect()
    }

    #[test]
    fn the_signs_of_the_sentence_are_no_part_of_an_address() {
        for (text, expected) in [
            ("(see https://www.itu.int/x).", "https://www.itu.int/x"),
            ("“https://itu.int/a/”, and", "https://itu.int/a/"),
            ("https://e.int/Rome_(city), and", "https://e.int/Rome_(city)"),
            ("(https://e.int/Rome_(city)).", "https://e.int/Rome_(city)"),
            ("https://itu.int/?a=1&b=2!", "https://itu.int/?a=1&b=2"),
            ("https://itu.int/~x/a~b^c.", "https://itu.int/~x/a~b^c"),
            ("https://itu.int — there", "https://itu.int"),
        ] {
            assert_eq!(found(text), [(expected, expected.to_string())], "{text}");
        }
        assert_eq!(found("at www.itu.int."), [("www.itu.int", "https://www.itu.int".to_string())]);
    }

    #[test]
    fn mailboxes_are_addresses() {
        for text in ["write to council@itu.int.", "(council@itu.int)", "e-mail: council@itu.int;", "“council@itu.int”"] {
            assert_eq!(found(text), [("council@itu.int", "mailto:council@itu.int".to_string())], "{text}");
        }
        assert_eq!(found("mailto:a.b@itu.int"), [("mailto:a.b@itu.int", "mailto:a.b@itu.int".to_string())]);
        for text in ["@itu", "a@b", "user@@itu.int", "a@itu.int@b", "x/a@itu.int", "www.", "5 @ 3.2", "https:// x"] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
