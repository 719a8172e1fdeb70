//! What stands in itself, or goes in a circle, has an end: a message at its place, on a small stack.

use crate::support::{build_text, messages};

/// The size of the stack, in bytes: that of the threads on which documents are made.
const STACK: usize = 2 << 20;
/// The lengths of the circles and the depths of the nests that are tried.
const LENGTHS: [usize; 5] = [1, 2, 3, 70, 10_000];

/// Builds a text on a small stack, in all formats, and returns the messages.
#[track_caller]
fn built(text: String) -> String {
    let work = move || messages(&build_text(&text, &["pdf", "docx", "txt", "typ", "json"]));
    std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap().join().unwrap()
}

/// A note with this body, and with these texts.
fn note(body: &str, texts: &[String]) -> String {
    let texts: String = texts.iter().enumerate().map(|(at, text)| format!("    t{at}: [{text}]\n")).collect();
    format!("kind: note\ntitle: T\nbody: [{body}]\ndossier:\n  texts:\n    none: []\n{texts}")
}

/// A contribution with this answer to its only question, and with these texts.
fn contribution(answer: &str, texts: &[String]) -> String {
    let texts: String = texts.iter().enumerate().map(|(at, text)| format!("    t{at}: [{text}]\n")).collect();
    format!(
        "kind: hlpf-contribution\ntitle: T\ncall: c\nbody: [answers]\nanswers:\n  q: [{answer}]\ndossier:\n  calls:\n    c: {{forum: F, questions: [{{id: q, heading: Q}}]}}\n  texts:\n    none: []\n{texts}"
    )
}

/// The blocks in which others stand, around `inner`.
const AROUND: [fn(&str) -> String; 6] = [
    |inner| format!("{{heading: h, body: [{inner}]}}"),
    |inner| format!("{{text: h, body: [{inner}]}}"),
    |inner| format!("{{bullets: [{{text: a, body: [{inner}]}}]}}"),
    |inner| format!("{{quote: [{inner}]}}"),
    |inner| format!("{{table: {{columns: [a], rows: [[{{text: x, body: [{inner}]}}]]}}}}"),
    |inner| format!("{{letters: [{{text: a, body: [{{quote: [{inner}]}}]}}]}}"),
];

#[test]
fn a_block_that_shows_itself_is_a_message() {
    assert!(built(contribution("answers", &[])).contains("<stdin>:6:7: error[misplaced-block]: `answers` can't stand in what"));
    for around in AROUND {
        assert!(built(contribution(&around("answers"), &[])).contains("`answers` can't stand in what it shows itself"));
    }
    for length in LENGTHS {
        // the answer reuses a text that reuses a text … that has the answers
        let texts: Vec<String> =
            (1..=length).map(|next| if next == length { "answers".into() } else { format!("{{reuse: t{next}}}") }).collect();
        let found = built(contribution("{reuse: t0}", &texts));
        assert!(found.contains(if length <= 64 { "misplaced-block" } else { "too-much-reuse" }), "{length}: {found}");
    }
}

#[test]
fn texts_that_reuse_one_another_in_a_circle_are_a_message() {
    for length in LENGTHS {
        for around in [|inner: &str| inner.to_string(), AROUND[0], AROUND[4]] {
            let texts: Vec<String> = (1..=length).map(|next| around(&format!("{{reuse: t{}}}", next % length))).collect();
            let found = built(note("{reuse: t0}", &texts));
            let expected = if length <= 3 { "unknown-text" } else { "too-much-reuse" };
            assert!(found.contains(expected), "{length}: {found:.2000}");
        }
    }
}

#[test]
fn blocks_in_blocks_are_read_to_the_depth_that_word_has() {
    for around in AROUND {
        for depth in [1, 4, 9, 10, 20, 31, 70, 10_000] {
            let nested =
                (0..depth).fold("deepest".to_string(), |inner, _| if inner.len() < 1 << 20 { around(&inner) } else { inner });
            let found = built(note(&nested, &[]));
            let is_fine = if around("").contains("letters") { depth * 2 <= 9 } else { depth <= 9 };
            assert_eq!(found.is_empty(), is_fine, "{depth}: {found:.1000}");
            assert!(is_fine || found.contains("<stdin>:3:") && found.contains(" deep"), "{found:.1000}");
        }
        // the same depth through texts that reuse one another
        for depth in [9, 10, 31, 70] {
            let texts: Vec<String> = (1..=depth)
                .map(|next| around(&format!("{{reuse: {}}}", if next == depth { "none".into() } else { format!("t{next}") })))
                .collect();
            let found = built(note("{reuse: t0}", &texts));
            let is_fine = depth == 9 && !around("").contains("letters");
            assert_eq!(found.is_empty(), is_fine, "{depth}: {found:.1000}");
        }
    }
}

#[test]
fn what_a_box_a_note_an_annex_and_an_answer_hold_has_the_same_depth() {
    let nested = (0..10).fold("deepest".to_string(), |inner, at| AROUND[at % 2 + 2](&inner));
    for text in [
        format!("kind: note\ntitle: T\nbox: {{summary: [{nested}]}}\nbody: [a]\n"),
        format!("kind: note\ntitle: T\nbody: [a]\nannexes: [{{heading: h, body: [{nested}]}}]\n"),
        format!("kind: note\ntitle: T\nbody: [a]\neditions: [{{symbol: C22/8, note: [{nested}]}}]\n"),
        contribution(&nested, &[]),
    ] {
        let found = built(text);
        assert!(found.contains("too-deep"), "{found}");
    }
}

#[test]
fn nine_tables_in_one_another_are_set_wherever_they_stand() {
    let nested = |depth| (0..depth).fold("deepest".to_string(), |inner, _| AROUND[4](&inner));
    let text = format!(
        "kind: note\ntitle: T\nbody: [{0}]\nannexes: [{{heading: h, numbered: true, body: [{0}]}}]\neditions: [{{symbol: C22/8, note: [{0}]}}]\n",
        nested(9)
    );
    assert_eq!(built(text), "");
    assert_eq!(built(contribution(&nested(8), &[])), "");
}

#[test]
fn markup_and_aliases_go_no_deeper_than_is_read() {
    for length in LENGTHS {
        let emphasis = format!("\"{}a{}\"", "*a ".repeat(length), " a*".repeat(length));
        let links = format!("\"{}a{}\"", "*[a ".repeat(length), "](https://itu.int)*".repeat(length));
        for nested in [emphasis, links] {
            for text in [note(&nested, &[]), format!("kind: note\ntitle: {nested}\nbody: [{{heading: {nested}}}]\n")] {
                let found = built(text);
                assert!(length <= 3 || found.contains("too-deep"), "{length}: {found:.1000}");
            }
        }
        let notes = format!("\"a{}b{}\"", "^[c".repeat(length), "]".repeat(length));
        assert_eq!(built(note(&notes, &[])).contains("nested-note"), length > 1);
    }
    // each alias stands deeper than what it repeats
    let mut text = String::from("kind: note\ntitle: T\nbody:\n  - &a0 {quote: [a]}\n");
    (1..5_000).for_each(|level| text += &format!("  - &a{level} {{quote: [*a{}]}}\n", level - 1));
    assert!(built(text).contains("yaml-syntax"));
}

#[test]
fn recommendations_that_lead_to_one_another_have_an_end() {
    for link in ["repeats", "supersedes", "distinct_from"] {
        for length in LENGTHS {
            for is_circle in [true, false] {
                let made = |at: usize| {
                    let target = if is_circle { (at + 1) % length } else { at.saturating_sub(1) };
                    let link = if is_circle || at > 0 { format!(", {link}: r{target}") } else { String::new() };
                    format!("{{id: r{at}, actor: secretariat, action: requested, text: do {at}{link}}}")
                };
                let all: Vec<String> = (0..length).map(made).collect();
                let meetings =
                    format!("[{{number: 1, dates: 2022-01-19, items: [{{topic: t, recommendations: [{}]}}]}}]", all.join(", "));
                let body = "body: b\n  bodies: {b: {name: B, acronym: CWG-B}}\n  topics: {t: T}";
                let text = format!(
                    "kind: note\ntitle: T\nperiod: {{meetings: [1]}}\nbody: [{{recommendations: {{merged: true}}}}, {{recommendations: {{as: table, merged: true}}}}]\ndossier:\n  {body}\n  meetings: {meetings}\n"
                );
                let found = built(text);
                assert!(
                    link == "distinct_from"
                        || !is_circle
                        || found.contains("supersedes-cycle")
                        || found.contains("repeats-later"),
                    "{link} {length}: {found:.2000}"
                );
            }
        }
    }
    let parts = (0..10_000).fold("a".to_string(), |inner, at| {
        if at < 19 || inner.len() < 1 << 18 { format!("{{sentence: b, parts: [{inner}]}}") } else { inner }
    });
    let text = format!(
        "kind: note\ntitle: T\nbody: [a]\ndossier: {{meetings: [{{number: 1, dates: 2022-01-19, items: [{{topic: t, recommendations: [{parts}]}}]}}]}}\n"
    );
    assert!(built(text).contains("yaml-syntax"));
}
