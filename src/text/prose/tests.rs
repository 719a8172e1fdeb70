//! What a text of an author means.

use super::*;

fn show(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(words) => words.text.clone(),
        Inline::Styled(style, content) => format!("<{style:?} {}>", show(content)),
        Inline::Symbol { text, .. } => format!("<Symbol {text}>"),
        Inline::Reference { target, content, .. } => {
            format!("<Reference {target} {}>", show(content.as_deref().unwrap_or_default()))
        }
        Inline::Link { url, content, .. } => format!("<Link {url} {}>", show(content)),
        Inline::Note(content, _) => format!("<Note {}>", show(content)),
        Inline::Break => "<Break>".into(),
        Inline::Number(number, _) => format!("<{} {:?} {}>", number.value, number.forms, number.begins),
        Inline::Equation(math, _) => format!("<{}>", math.linear()),
        Inline::Comment { .. } | Inline::Dates(..) | Inline::Sentence(_) => "<…>".into(),
    };
    inlines.iter().map(one).collect()
}

fn read(text: &str) -> (String, Vec<String>) {
    let values = |name: &str| (name == "documents.count").then_some(34);
    let prose = Prose { symbols: &SymbolReader::default(), values: &values, names: &["documents.count"] };
    let mut report = Diagnostics::new();
    let text = Text::generated(text, Span::NONE);
    let inlines = prose.read(&text, &mut report);
    (show(&inlines), report.into_iter().map(|d| d.message).collect())
}

#[test]
fn what_a_text_says_anew_each_time_is_read_anew() {
    let symbols = SymbolReader::default();
    let read = |text: &str, count| {
        let mut report = Diagnostics::new();
        let prose = Prose { symbols: &symbols, values: &|_| Some(count), names: &[] };
        (show(&prose.read(&Text::generated(text, Span::NONE), &mut report)), report.len())
    };
    assert_eq!([1, 2].map(|count| read("{documents.count}", count).0), ["<1 [] true>", "<2 [] true>"]);
    assert_eq!([1, 2].map(|count| read("[a](javascript:x)", count).1), [1, 1]);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(read(text).0, expected);
}

#[test]
fn the_inline_part_of_commonmark_is_read() {
    check("a *b* **c** `d`", "a <Emphasis b> <Strong c> <Code d>");
    check("**a *b* c**", "<Strong a <Emphasis b> c>");
    check("[x](https://itu.int) <https://un.org>", "<Link https://itu.int/ x> <Link https://un.org/ https://un.org>");
    check("see [](#forum), [the forum](#forum)", "see <Reference forum >, <Reference forum the forum>");
    check(r"\*a\* b\\c", r"*a* b\c");
    check("a\\\nb", "a<Break>b");
}

#[test]
fn code_between_dollar_signs_is_an_equation() {
    check("a $`x^2`$ b", "a <x^2> b");
    check("$`x`$$`y`$", "<x><y>");
    check("*$`x`$*", "<Emphasis <x>>");
    check("$5 `x` and $`x` and `x`$ and $x$", "$5 <Code x> and $<Code x> and <Code x>$ and $x$");
    check(r"\$`x`$", "$<Code x>$");
    let (shown, messages) = read("a $`foo + 1`$");
    assert_eq!(shown, "a <Code foo + 1>");
    assert_eq!(messages.len(), 1);
}

#[test]
fn everything_else_is_shown_as_written() {
    for text in [
        "# a",
        "- a",
        "1. a",
        "> a",
        "<b>a</b>",
        "![a](b.png)",
        "&copy; &amp;",
        "[a]",
        "[a]: b",
        "| a |",
        "#$@{{ x }}",
        "a_b_c",
        "~~~",
        "    a",
        "---",
        "^a",
        "{a}",
        "***",
    ] {
        check(text, text.trim_start());
    }
    check("[a](javascript:x)", "[a](javascript:x)");
}

#[test]
fn footnotes_may_hold_markup_and_stand_anywhere() {
    check("a^[b *c* [d](https://e.int)] f", "a<Note b <Emphasis c> <Link https://e.int/ d>> f");
    check("**a^[b]**", "<Strong a<Note b>>");
    check(r"a\^[b]", "a^[b]");
    check("a^[b", "a^[b");
    check("a^[b [c", "a^[b [c");
    check("^[a ^[b] c", "^[a <Note b> c");
    check(r"a^[b \] [c]]", "a<Note b ] [c]>");
}

#[test]
fn a_footnote_in_a_footnote_is_left_out_however_it_is_written() {
    for text in ["a^[b^[c]]", "a^[b *d^[c]*]", "a^[[d^[c]](https://e.int)]", "a^[b^[c^[d^[e]]]]"] {
        let (shown, messages) = read(text);
        assert_eq!((shown.contains('c'), messages.len()), (false, 1), "{text}: {shown} {messages:?}");
    }
}

#[test]
fn only_addresses_that_all_programs_read_alike_are_linked() {
    for text in [
        "https://user@itu.int/",
        "https://itu.int:99999/",
        "http://[::1]/a",
        "https://itu.int\\\\@e.int",
        "[a](mailto:a@itu.int?subject=b)",
        "[a](//itu.int)",
        "[a](md/1)",
        "[a](<https://itu.int/a b>)",
        "[a](JavaScript:alert%281%29)",
        "<javascript:alert>",
    ] {
        let (shown, messages) = read(text);
        assert!(!shown.contains("<Link"), "{text}: {shown}");
        assert!(text.starts_with("[a](md") || messages[0].contains("can't be linked"), "{text}: {messages:?}");
    }
}

#[test]
fn markup_is_read_to_a_bounded_depth_and_in_one_pass() {
    let deep = |depth: usize| format!("{}a{}", "*a ".repeat(depth), " a*".repeat(depth));
    assert_eq!(read(&deep(DEEPEST)).1.len(), 0);
    for depth in [DEEPEST + 1, 100, 10_000] {
        assert_eq!(read(&deep(depth)).1, ["emphasis and links stand in one another more than 16 deep"], "{depth}");
    }
    for open in ["^[", "[", "*", "_", "**", "`", "^[*", "![", "<"] {
        let many = open.repeat(50_000);
        assert!(read(&many).0.len() >= many.len(), "{open}");
    }
    let notes = format!("a{}b{}", "^[".repeat(50_000), "]".repeat(50_000));
    assert_eq!(read(&notes).1, ["a footnote can't have a footnote"]);
}

#[test]
fn symbols_addresses_and_values_are_recognised() {
    check("(C22/8-E), A/RES/70/125.", "(<Symbol C22/8-E>), <Symbol A/RES/70/125>.");
    check("**C22/8**", "<Strong <Symbol C22/8>>");
    check("at www.wsis.org/stocktaking. All", "at <Link https://www.wsis.org/stocktaking www.wsis.org/stocktaking>. All");
    check("{documents.count} documents", "<34 [] true> documents");
    check(
        "Of {documents.count|paper|papers} *{documents.count}*",
        "Of <34 [\"paper\", \"papers\"] false> <Emphasis <34 [] false>>",
    );
    check("All. **{documents.count|document}**", "All. <Strong <34 [\"document\"] true>>");
    assert_eq!(read("{document.count}").1, ["there is no value `document.count`"]);
}

#[test]
fn white_space_in_a_row_is_a_space() {
    check(" a \n  b\t\n\nc ", "a b c");
}

#[test]
fn a_forced_line_break_stands_between_words() {
    check("a\\  \nb\\\n\nc", "a<Break>b<Break>c");
    check("`a\\\nb` c", "<Code a\\ b> c");
    check("a\\\\\nb", "a\\ b");
    let before = "nothing stands before this forced line break";
    let after = "nothing follows this forced line break";
    for (text, messages) in [
        ("a\\\n", vec![after]),
        ("a\\", vec![after]),
        ("\\\na", vec![before]),
        ("\\\n", vec![after]),
        ("^[a\\\n] b", vec![after]),
        ("a\\\nb\\\\", vec![]),
    ] {
        assert_eq!(read(text).1, messages, "{text:?}");
    }
}
