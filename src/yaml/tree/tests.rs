//! What the tree of a file keeps, and what is refused.

use super::*;

fn messages(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add("t.yaml", text);
    let mut diagnostics = Diagnostics::new();
    let _ = parse(&sources, file, &mut diagnostics);
    let show = |d: &Diagnostic| format!("{} {}", sources.position(d.primary.as_ref().unwrap().span), d.message);
    diagnostics.iter().map(show).collect()
}

#[test]
fn scalars_keep_their_spelling() {
    let mut sources = Sources::default();
    let file = sources.add("t.yaml", "a: 22.10\nb: NO\nc: ~\n");
    let node = parse(&sources, file, &mut Diagnostics::new()).unwrap();
    let Kind::Map(entries) = node.kind else { panic!("a map") };
    let text = |at: usize| match &entries[at].1.kind {
        Kind::Scalar(text) => text.value.clone(),
        other => other.describe().into(),
    };
    assert_eq!((text(0), text(1), text(2)), ("22.10".into(), "NO".into(), "nothing".into()));
}

#[test]
fn a_bomb_of_aliases_is_refused() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{items}]\n");
    }
    assert!(messages(&text)[0].contains("through aliases"));
}

#[test]
fn depth_is_bounded() {
    assert!(messages(&"[".repeat(100_000))[0].contains("1:"));
    assert!(messages(&format!("a: {}{}", "[".repeat(80), "]".repeat(80)))[0].contains("too deeply"));
}

#[test]
fn depth_is_bounded_through_aliases() {
    let nested = |inner: &str, depth| format!("{}{inner}{}", "[".repeat(depth), "]".repeat(depth));
    for (depth, levels, fits) in [(30, 2, true), (31, 2, true), (32, 2, false), (10, 6, true), (10, 7, false), (60, 150, false)] {
        let mut text = format!("a0: &a0 {}\n", nested("x", depth));
        (1..levels).for_each(|level| text += &format!("a{level}: &a{level} {}\n", nested(&format!("*a{}", level - 1), depth)));
        let found = messages(&text);
        assert_eq!(found.is_empty(), fits, "{depth} {levels} {found:?}");
        assert!(fits || found[0].contains("nested too deeply"), "{found:?}");
    }
}

#[test]
fn a_second_key_of_one_name_is_an_error() {
    assert_eq!(messages("a: 1\na: 2\n"), ["t.yaml:2:1 the key `a` stands here twice"]);
    for many in [MANY_KEYS - 1, MANY_KEYS, MANY_KEYS + 1, 1000] {
        let keys: String = (0..many).map(|number| format!("k{number}: 1\n")).collect();
        let last = many - 1;
        assert_eq!(messages(&format!("{keys}k0: 2\n")), [format!("t.yaml:{}:1 the key `k0` stands here twice", many + 1)]);
        assert_eq!(messages(&format!("{keys}k{last}: 2\n")).len(), 1);
    }
}
