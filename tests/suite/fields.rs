//! One gate for all texts: a character in any field of a file is the same in every format, or is refused at its place.

use crate::inert::is_refused;
use crate::pdf::{copied, descriptions};
use crate::support::{Built, build_path, build_text, docx_paragraphs, messages, output, part, plain, project};
use rapporteur::assets::Assets;
use rapporteur::writer::pdf::{FontChoice, Fonts};
use regex::Regex;

/// The fields that a format does not show: remarks to those who draft, the unit of a chart that has a description of the author's.
const LEFT_OUT: [(&str, &str); 3] = [("text", "comment"), ("PDF", "comment"), ("text", "unit")];

fn template() -> String {
    std::fs::read_to_string(project().join("fixtures/fields.yaml")).unwrap()
}

/// The names of the fields in order, with the offset at which each stands.
fn fields(template: &str) -> Vec<(usize, String)> {
    let field = Regex::new("@([a-z]+)").unwrap();
    field.captures_iter(template).map(|found| (found.get(0).unwrap().start(), found[1].to_string())).collect()
}

/// Builds the template with `words` around each field's name.
fn built(words: &dyn Fn(&str) -> String) -> Built {
    let template = template();
    let mut text = template.clone();
    for (at, name) in fields(&template).into_iter().rev() {
        text.replace_range(at..at + 1 + name.len(), &words(&name));
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(project().join("fixtures/documents/images/goals.png"), folder.path().join("goals.png")).unwrap();
    let path = folder.path().join("a.yaml");
    std::fs::write(&path, text).unwrap();
    build_path(&path, &["pdf", "docx", "txt"])
}

/// All texts of a DOCX: paragraphs, descriptions, charts, footnotes.
fn docx_text(bytes: &[u8]) -> String {
    let document = part(bytes, "word/document.xml");
    let entities = |xml: String| quick_xml::escape::unescape(&xml).unwrap().into_owned();
    let others = ["word/charts/chart1.xml", "word/footnotes.xml", "word/comments.xml"].map(|name| part(bytes, name)).concat();
    let elsewhere = format!("{document}{others}")
        .replace("<w:noBreakHyphen/>", "-")
        .replace("<w:br/>", " ")
        .replace("<w:softHyphen/>", "\u{ad}");
    let elsewhere = Regex::new("</?w:(t|r)( [^>]*)?>").unwrap().replace_all(&elsewhere, "").into_owned();
    format!("{}\n{}", docx_paragraphs(bytes).join("\n"), entities(elsewhere))
}

/// Asserts that each field is in all formats as `expected` says.
fn same_everywhere(outcome: &Built, expected: &dyn Fn(&str) -> String) {
    let pdf = output(outcome, ".pdf");
    let texts = [
        ("text", String::from_utf8(output(outcome, ".txt").to_vec()).unwrap()),
        ("Word", docx_text(output(outcome, ".docx"))),
        ("PDF", format!("{}\n{}", copied(pdf), descriptions(pdf))),
    ];
    for (format, text) in texts {
        let text = plain(&text).to_lowercase();
        for (_, name) in fields(&template()).into_iter().filter(|(_, name)| !LEFT_OUT.contains(&(format, name))) {
            let expected = plain(&expected(&name)).to_lowercase();
            assert!(text.contains(&expected), "{format} lacks {expected:?}:\n{text}");
        }
    }
}

#[test]
fn a_character_is_the_same_in_every_field_and_format() {
    let fonts = Fonts::new(&Assets::default(), &FontChoice::default());
    for c in ['a', 'é', 'ж', '&', '<', '\u{a0}', '\u{2003}', '\u{202f}', '\u{2011}', '\u{ad}', '€', '#'] {
        assert!(fonts.covers(c) || c.is_whitespace() || c == '\u{2011}' || c == '\u{ad}');
        let words = |name: &str| format!("q{name}{}z", c);
        let outcome = built(&words);
        assert_eq!(messages(&outcome), "", "{c:?}");
        same_everywhere(&outcome, &words);
    }
}

#[test]
fn white_space_is_a_space_in_every_field_and_format() {
    for space in ["\\t", "\\n", "\\r", " \n        ", "  "] {
        let outcome = built(&|name| format!(" q{name}{space}z\\n"));
        assert!(outcome.diagnostics.iter().all(|found| found.name == "leading-space"), "{space:?}: {}", messages(&outcome));
        same_everywhere(&outcome, &|name| format!("q{name} z"));
    }
}

#[test]
fn a_refused_character_has_a_message_at_its_place_in_every_field() {
    let escapes = [0x7, 0x1b, 0x85, 0x9b, 0x200b, 0x200e, 0x202e, 0x2028, 0x2066, 0xe000, 0xfeff, 0xffff, 0xe0041];
    for code in escapes {
        assert!(is_refused(char::from_u32(code).unwrap()));
        let outcome = built(&|name| format!("q{name}\\U{code:08x}z"));
        let refused = outcome.diagnostics.iter().filter(|found| found.name == "refused-character");
        let places: Vec<&str> = refused.map(|found| outcome.sources.written(found.primary.as_ref().unwrap().span)).collect();
        assert_eq!(places, vec![format!("\\U{code:08x}"); fields(&template()).len()], "U+{code:04X}");
        assert!(outcome.outputs.is_empty());
    }
}

/// The fields that are not read as markup, in which no line is broken by force.
const ONE_LINE: [&str; 19] = [
    "logoalt",
    "alt",
    "unit",
    "category",
    "series",
    "chartalt",
    "bodyname",
    "session",
    "short",
    "place",
    "ptitle",
    "given",
    "family",
    "name",
    "orgname",
    "termtitle",
    "role",
    "mplace",
    "thanks",
];

#[test]
fn a_forced_line_break_breaks_the_line_or_has_a_message_in_every_field() {
    for (_, field) in fields(&template()) {
        let outcome = built(&|name| if name == field { format!("q{name}\\\\\n        z") } else { format!("q{name} z") });
        let message = messages(&outcome);
        if ONE_LINE.contains(&field.as_str()) {
            assert!(message.contains("[line-break]: this text has no room"), "{field}: {message}");
        } else if field == "code" {
            assert!(output(&outcome, ".txt").windows(8).any(|part| part == b"qcode\\ z"), "code is shown as it is written");
        } else {
            assert_eq!(message, "", "{field}");
            same_everywhere(&outcome, &|name| format!("q{name} z"));
        }
    }
}

/// A forced line break between two words in each style of YAML, with further lines indented.
const STYLES: [&str; 5] = [
    "one\\BREAKtwo",
    "'one\\BREAKtwo'",
    "\"one\\\\BREAKtwo\"",
    ">\n              one\\BREAKtwo",
    "|\n              one\\BREAKtwo",
];

/// The places of texts, each with the scalar as `TEXT`.
const PLACES: [&str; 9] = [
    "kind: note\nbody: [x]\ntitle: TEXT\n",
    "kind: note\ntitle: T\nbody:\n  - TEXT\n",
    "kind: note\ntitle: T\nbody:\n  - heading: TEXT\n    body: x\n",
    "kind: note\ntitle: T\nbody:\n  - bullets:\n      - TEXT\n",
    "kind: note\ntitle: T\nbody:\n  - quote: TEXT\n",
    "kind: note\ntitle: T\nbox:\n  summary: TEXT\n",
    "kind: note\ntitle: T\nbody:\n  - table:\n      columns: [A]\n      caption: TEXT\n      rows: [[x]]\n",
    "kind: note\ntitle: T\nbody:\n  - table:\n      columns: [A]\n      rows:\n        - - TEXT\n",
    "kind: note\ntitle: T\nbody:\n  - text: TEXT\n    comment: x\n",
];

#[test]
fn a_forced_line_break_is_one_in_every_style_and_place() {
    for (place, style) in PLACES.iter().flat_map(|place| STYLES.map(|style| (place, style))) {
        for line_break in ["\n              ", " \n              ", "\n\n              "] {
            let text = place.replace("TEXT", &style.replace("BREAK", line_break));
            let outcome = build_text(&text, &["pdf", "docx", "txt"]);
            assert_eq!(messages(&outcome), "", "{text}");
            let word = part(output(&outcome, ".docx"), "word/document.xml");
            let (before, after) = word.split_once("<w:br/>").unwrap_or_else(|| panic!("no line break: {text}"));
            assert!(before.contains("one</w:t>") && after.contains("<w:t>two</w:t>"), "{text}");
            let plain_text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
            assert!(plain_text.contains("one two") && copied(output(&outcome, ".pdf")).contains("one two"), "{text}");
        }
        let end = if style.starts_with(['\'', '"']) { &style[..1] } else { "" };
        let at_the_end = style.replace("BREAKtwo", "").trim_end_matches(end).to_string() + end;
        let outcome = build_text(&place.replace("TEXT", &at_the_end), &["txt"]);
        assert!(messages(&outcome).contains("nothing follows this forced line break"), "{at_the_end}: {}", messages(&outcome));
    }
}

#[test]
fn footnotes_and_emphasis_hold_forced_line_breaks() {
    let text = "kind: note\ntitle: T\nbody:\n  - >\n    a^[one\\\n    two] **three\\\n    four**\n";
    let outcome = build_text(text, &["pdf", "docx", "txt"]);
    assert_eq!(messages(&outcome), "");
    assert!(part(output(&outcome, ".docx"), "word/footnotes.xml").contains("one</w:t></w:r><w:r><w:br/>"));
    let plain_text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
    assert!(plain_text.contains("[1]\tone two") && plain_text.contains("three four"));
}

#[test]
fn words_are_not_glued_together_in_double_quotes() {
    let outcome = build_text("kind: note\ntitle: \"draft budget\\\n  of the group\"\nbody: [x]\n", &["txt"]);
    assert_eq!(
        messages(&outcome),
        "<stdin>:2:21: error[line-break]: in double quotes a backslash joins the lines without a space; \
         write two backslashes for a forced line break, or none for a space\n"
    );
}
