//! What can be known of an English word by its form alone: whether it can be the verb after "to", and whether it can begin what was noted or agreed.
//!
//! There is no dictionary. A word is refused only if its form or a short list says that it can't stand there, so an unknown word always passes.

/// Words that are never the verb after "to": articles, pronouns, prepositions, conjunctions, and forms of "be", "have" and the like.
const NEVER_A_VERB: &[&str] = &[
    "a", "about", "after", "all", "an", "and", "any", "are", "at", "because", "before", "between", "but", "by", "can", "could",
    "during", "each", "every", "for", "from", "had", "has", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "many", "may", "might", "must", "my", "no", "of", "on", "or", "our", "over", "several", "shall", "she", "should",
    "since", "some", "such", "than", "that", "the", "their", "these", "they", "this", "those", "through", "to", "under", "upon",
    "was", "we", "were", "what", "when", "where", "whether", "which", "who", "why", "will", "with", "within", "without", "would",
    "you", "your",
];

/// Words that end as other forms do and are verbs, or may stand before the verb, all the same.
const VERBS_ALL_THE_SAME: &[&str] = &[
    // in -s
    "always",
    "as",
    "bias",
    "canvas",
    "focus",
    "perhaps",
    "refocus",
    "sometimes",
    "thus",
    // in -ing
    "bring",
    "cling",
    "fling",
    "ping",
    "ring",
    "sing",
    "sling",
    "spring",
    "sting",
    "string",
    "swing",
    "wring",
    // in -ed
    "embed",
    "shed",
    "shred",
    "wed",
    // in -tion, -sion, -ment, -ness, -ity
    "audition",
    "augment",
    "caution",
    "cement",
    "comment",
    "commission",
    "complement",
    "compliment",
    "condition",
    "document",
    "envision",
    "experiment",
    "function",
    "harness",
    "implement",
    "lament",
    "mention",
    "motion",
    "partition",
    "petition",
    "pity",
    "position",
    "provision",
    "question",
    "ration",
    "reposition",
    "section",
    "segment",
    "station",
    "supplement",
    "transition",
    "witness",
];

/// Verbs that are no nouns, as far as reports of meetings use them: after "noted" or "the group thanked" they can't stand.
const NEVER_A_NOUN: &[&str] = &[
    "adapt",
    "adopt",
    "allow",
    "apply",
    "approve",
    "arrange",
    "ask",
    "assist",
    "avoid",
    "be",
    "become",
    "begin",
    "bring",
    "coordinate",
    "collaborate",
    "collect",
    "consider",
    "consult",
    "continue",
    "contribute",
    "convene",
    "cooperate",
    "create",
    "develop",
    "discuss",
    "disseminate",
    "do",
    "encourage",
    "endorse",
    "enhance",
    "ensure",
    "enter",
    "establish",
    "examine",
    "explain",
    "explore",
    "facilitate",
    "find",
    "gather",
    "give",
    "have",
    "hold",
    "identify",
    "improve",
    "include",
    "inform",
    "intensify",
    "invite",
    "keep",
    "let",
    "maintain",
    "make",
    "obtain",
    "organize",
    "participate",
    "prepare",
    "promote",
    "propose",
    "provide",
    "publish",
    "pursue",
    "recognize",
    "recommend",
    "send",
    "strengthen",
    "submit",
    "supply",
    "take",
    "transmit",
    "undertake",
    "write",
];

/// Nouns that take an article when they are singular: "noted report on progress" lacks one.
const WITH_ARTICLE: &[&str] = &[
    "briefing",
    "contribution",
    "decision",
    "document",
    "draft",
    "fact",
    "importance",
    "invitation",
    "letter",
    "need",
    "offer",
    "outcome",
    "presentation",
    "proposal",
    "report",
    "request",
    "result",
    "role",
    "statement",
    "suggestion",
    "summary",
    "update",
];

/// Nouns that have no capital and need no article.
const WITHOUT_CAPITAL: &[&str] = &[
    "contributions",
    "efforts",
    "information",
    "ongoing",
    "preparations",
    "progress",
    "proposals",
    "reports",
    "support",
    "work",
];

/// Words that can't begin what was noted, considered, thanked.
const NEVER_AN_OBJECT: &[&str] = &[
    "about", "and", "are", "be", "but", "for", "from", "is", "of", "or", "shall", "should", "to", "was", "were", "will", "would",
];

/// Says whether a word, in small letters, can't be the verb that follows "to".
pub fn is_no_verb(word: &str) -> bool {
    if VERBS_ALL_THE_SAME.contains(&word) {
        return false;
    }
    let another_form = word.len() > 3 && (word.ends_with("ing") || word.ends_with("ed") && !word.ends_with("eed"));
    let plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    let noun = ["tion", "sion", "ment", "ness", "ity"].iter().any(|ending| word.ends_with(ending));
    NEVER_A_VERB.contains(&word) || another_form || plural || noun
}

/// Says whether a word, in small letters, can't begin the object of a verb such as "noted".
pub fn is_no_object(word: &str) -> bool {
    NEVER_AN_OBJECT.contains(&word) || NEVER_A_NOUN.contains(&word)
}

/// Says whether a word has a capital although it is none of those that keep one in the middle of a sentence.
pub fn is_capital_in_vain(word: &str) -> bool {
    let small = word.to_lowercase();
    let common = [NEVER_A_VERB, NEVER_A_NOUN, WITHOUT_CAPITAL].into_iter().any(|words| words.contains(&small.as_str()));
    small != word && word != "I" && common
}

/// Says whether a text begins with a noun that lacks its article: `report on progress`, but not `document C22/8` and `“Report on progress”`.
pub fn lacks_article(text: &str, word: &str) -> bool {
    let Some(rest) = text.strip_prefix(word) else { return false };
    let named = rest.trim_start().chars().next().is_some_and(|next| !next.is_lowercase());
    WITH_ARTICLE.contains(&word.to_lowercase().as_str()) && !named
}

/// Returns the first word of a text and the offset, in bytes, at which it begins; marks of emphasis, brackets and quotation marks before it are passed over. The word
/// is empty if the text begins with something else than a letter.
pub fn first_word(text: &str) -> (usize, &str) {
    let at = text.find(|c: char| !c.is_whitespace() && !"*_`[(\"'“‘«".contains(c)).unwrap_or(text.len());
    let rest = &text[at..];
    if !rest.starts_with(char::is_alphabetic) {
        return (at, "");
    }
    // a symbol such as A/RES/70/125 is one word
    let end = rest.find(|c: char| !c.is_alphanumeric() && !"-’'/&".contains(c)).unwrap_or(rest.len());
    (at, &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_look_like_other_words_are_verbs() {
        let verbs = [
            "report",
            "focus",
            "discuss",
            "process",
            "address",
            "bring",
            "proceed",
            "need",
            "document",
            "supplement",
            "question",
            "further",
            "not",
            "be",
            "always",
            "analyse",
            "express",
            "as",
            "feed",
            "use",
        ];
        for verb in verbs {
            assert!(!is_no_verb(verb), "{verb}");
        }
        for other in [
            "reports",
            "exploring",
            "explored",
            "the",
            "that",
            "to",
            "information",
            "development",
            "proposals",
            "its",
            "activity",
        ] {
            assert!(is_no_verb(other), "{other}");
        }
    }

    #[test]
    fn nouns_need_their_article_and_no_capital() {
        assert!(
            lacks_article("report on progress", "report")
                && lacks_article("Report by Kenya", "Report")
                && lacks_article("proposal", "proposal")
        );
        for text in ["document C22/8", "“Report on progress”", "progress made", "reports on progress"] {
            assert!(!lacks_article(text, first_word(text).1), "{text}");
        }
        assert!(
            is_capital_in_vain("The")
                && is_capital_in_vain("Progress")
                && !is_capital_in_vain("Kenya")
                && !is_capital_in_vain("the")
        );
    }

    #[test]
    fn the_first_word_is_found_behind_marks() {
        assert_eq!(first_word("**bring** it"), (2, "bring"));
        assert_eq!(first_word("[the list](https://itu.int)"), (1, "the"));
        assert_eq!(first_word("“Our Agenda”"), (3, "Our"));
        assert_eq!(first_word("A/RES/70/125 and"), (0, "A/RES/70/125"));
        assert_eq!(first_word("3 reports"), (0, ""));
        assert_eq!(first_word("{documents.count} documents").1, "");
        assert_eq!(first_word(" "), (1, ""));
    }
}
