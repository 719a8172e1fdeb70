//! What is left of a text when that is taken away which makes no difference in meaning.

/// Returns a text in which white space, the kind of hyphens, dashes and quotation marks, marks of emphasis, and the punctuation at its end make no
/// difference: two texts that differ in nothing else give the same.
pub fn bare(text: &str) -> String {
    let plain = text.chars().filter_map(|c| match c {
        '*' | '`' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{2018}'..='\u{201f}' | '«' | '»' | '"' => Some('\''),
        other => Some(other),
    });
    let plain: String = plain.collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").replace('…', "...").trim_end_matches(['.', ':', ';', ',', ' ']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_makes_no_difference_and_words_do() {
        for (one, other) in [
            ("explore  ways\nto raise", "explore ways to raise."),
            ("the “period” 2024–2027", "the \"period\" 2024-2027"),
            ("the group's *work*;", "the group’s work"),
            ("PP\u{2011}22 of Goal\u{a0}4", "PP-22 of Goal 4"),
        ] {
            assert_eq!(bare(one), bare(other));
        }
        for (one, other) in
            [("9 May", "8 May"), ("the Forum", "The Forum"), ("not done", "done"), ("reco-operate", "recooperate")]
        {
            assert_ne!(bare(one), bare(other));
        }
    }
}
