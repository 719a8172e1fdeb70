//! Input that wants to do harm gets a message, quickly and in little memory.

use crate::support::{build, build_path, build_text, messages, output, pdf_text, project, request};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::io::Write;
use std::path::Path;

fn note(figure: &str) -> String {
    format!("kind: note\ntitle: T\nbody:\n  - figure: {{file: \"{figure}\", alt: x}}\n")
}

/// A dossier of one note with a figure; `prepare` may put files beside it.
fn with_figure(figure: &str, prepare: impl FnOnce(&Path)) -> String {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossier");
    std::fs::create_dir_all(root.join("submissions")).unwrap();
    std::fs::write(root.join("dossier.yaml"), "languages: [en]\n").unwrap();
    std::fs::write(root.join("submissions/a.yaml"), note(figure)).unwrap();
    std::fs::write(folder.path().join("secret.png"), "secret").unwrap();
    prepare(&root);
    let outcome = build_path(&root, &["pdf", "docx", "typ"]);
    assert!(outcome.outputs.is_empty());
    messages(&outcome)
}

/// The first bytes of a PNG of this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn pictures_come_from_inside_the_dossier_only() {
    for path in ["../secret.png", "/etc/passwd", "a/../../secret.png"] {
        assert!(with_figure(path, |_| ()).contains("leads out of the dossier"), "{path}");
    }
    #[cfg(unix)]
    {
        let link = |root: &Path| std::os::unix::fs::symlink("../secret.png", root.join("link.png")).unwrap();
        assert!(with_figure("link.png", link).contains("leads out of the dossier"));
    }
}

#[test]
fn pictures_are_pictures_of_a_bearable_size() {
    let huge = |root: &Path| std::fs::write(root.join("huge.png"), png(50_000, 50_000)).unwrap();
    assert!(with_figure("huge.png", huge).contains("50000 × 50000 pixels"));
    let text = |root: &Path| std::fs::write(root.join("a.png"), "no picture").unwrap();
    assert!(with_figure("a.png", text).contains("neither PNG nor JPEG"));
    let damaged = |root: &Path| std::fs::write(root.join("a.png"), png(10, 10)).unwrap();
    assert!(with_figure("a.png", damaged).contains("a.yaml:4:20"), "the fault is at the author's line");
    assert!(with_figure("missing.png", |_| ()).contains("can't be read"));
}

#[cfg(unix)]
#[test]
fn files_that_lead_out_of_the_dossier_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossier");
    std::fs::create_dir_all(root.join("meetings")).unwrap();
    std::fs::write(root.join("dossier.yaml"), "languages: [en]\n").unwrap();
    std::fs::write(folder.path().join("secret.yaml"), "number: 1\n").unwrap();
    std::os::unix::fs::symlink("../../secret.yaml", root.join("meetings/1.yaml")).unwrap();
    assert!(messages(&build_path(&root, &["txt"])).contains("this link leads out of the dossier"));
}

#[test]
fn files_of_a_hundred_megabytes_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.yaml");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(100 << 20).unwrap();
    assert!(messages(&build_path(&path, &["txt"])).contains("more than 16 MB"));
}

#[test]
fn bombs_of_aliases_and_deep_nesting_are_refused() {
    let mut bomb = String::from("kind: note\ntitle: T\nbody:\n  - &a0 x\n");
    for level in 1..30 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln(&mut bomb, &format!("  - bullets: &a{level} [{items}]"));
    }
    assert!(messages(&build_text(&bomb, &["txt"])).contains("error"));
    let deep = format!("kind: note\ntitle: T\nbody: {}x{}\n", "[".repeat(50_000), "]".repeat(50_000));
    assert!(messages(&build_text(&deep, &["txt"])).contains("yaml-syntax"));
    let clauses: String =
        (0..40).map(|level| format!("{}- heading: x\n{}  body:\n", "  ".repeat(level), "  ".repeat(level))).collect();
    assert!(messages(&build_text(&format!("kind: note\ntitle: T\nbody:\n{clauses}"), &["txt"])).contains("too deeply"));
}

#[test]
fn long_lines_do_not_flood_the_terminal() {
    let text = format!("kind: note\ntitle: T\nwrong: {}\n", "x".repeat(1_000_000));
    let outcome = build_text(&text, &["txt"]);
    let shown = rapporteur::diagnostic::render::render(&outcome.diagnostics, &outcome.sources, Default::default(), false, false);
    assert!(shown.len() < 2_000, "{} bytes", shown.len());
    // two places that belong together, far from each other in one line
    let filler = "x".repeat(100_000);
    let documents = format!("[{{symbol: 1, title: A}}, {{symbol: 2, title: {filler}}}, {{symbol: 1, title: B}}]");
    let text =
        format!("kind: note\ntitle: T\ndossier: {{meetings: [{{number: 1, dates: 2022-01-19, documents: {documents}}}]}}\n");
    let outcome = build_text(&text, &["txt"]);
    let shown = rapporteur::diagnostic::render::render(&outcome.diagnostics, &outcome.sources, Default::default(), false, false);
    assert!(shown.contains("twice") && shown.contains("note: first here: <stdin>:3:") && shown.len() < 2_000, "{shown:.3000}");
}

#[test]
fn what_has_no_room_is_a_message_at_its_line() {
    let body = |text: &str| format!("kind: note\ntitle: T\nbody:\n  - {text}\n");
    let (word, line) = ("x".repeat(60_000), "ab ".repeat(12_000));
    let columns = |count: usize| vec!["a"; count].join(", ");
    let table = |count| body(&format!("{{table: {{columns: [{}], rows: [[{}]]}}}}", columns(count), columns(count)));
    let goals = "fixtures/documents/images/goals.png";
    let cases = [
        (body(&format!("begin {word} end")), "<stdin>:4:11: error[too-long]: a word of 60000 letters, `xxxxxxxxxxxxxxxxxxxx…`,"),
        (body(&format!("\"**{word}**\u{a0}x\"")), "a word of 60002 letters"),
        (body(&format!("{{heading: {word}, body: [x]}}")), "<stdin>:4:15: error[too-long]: a word of 60000 letters"),
        (
            body(&format!("{{heading: {line}, body: [x]}}")),
            "<stdin>:4:15: error[too-long]: the heading has 35999 characters; at most 2000",
        ),
        (
            body(&format!("{{table: {{columns: [{line}], rows: [[a]]}}}}")),
            "error[too-long]: the heading of the column has 35999 characters",
        ),
        (
            body(&format!("{{table: {{caption: {line}, columns: [a], rows: [[a]]}}}}")),
            "error[too-long]: the caption has 35999 characters",
        ),
        (
            body(&format!("{{figure: {{file: {goals}, alt: {line}}}}}")),
            "error[too-long]: the alternative text has 35999 characters",
        ),
        (table(64), "<stdin>:4:5: error[too-long]: the table has 64 columns"),
        (format!("kind: note\ntitle: {line}\nbody: [x]\n"), "<stdin>:2:8: error[too-long]: the title has 35999 characters"),
        (format!("kind: note\ntitle: T\nauthor: {line}\nbody: [x]\n"), "error[too-long]: the author has 35999 characters"),
    ];
    let build =
        |text: &str| build(&mut Workspace::default(), Input::Text(text.into(), &project()), &request(&["pdf", "docx", "txt"]));
    for (text, expected) in cases {
        let outcome = build(&text);
        assert!(messages(&outcome).contains(expected) && outcome.outputs.is_empty(), "{expected}\n{:.600}", messages(&outcome));
    }
    let address = format!("see https://example.org/{}?a={}", "ab1/".repeat(100), "c2&d".repeat(100));
    for text in [table(63), body(&format!("{} {address}", "x".repeat(100))), body(&"文".repeat(3_000))] {
        let outcome = build(&text);
        assert!(!messages(&outcome).contains("too-long"), "{:.600}", messages(&outcome));
    }
}

#[test]
fn a_cell_of_several_pages_is_whole() {
    let words: Vec<String> = (0..3_000).map(|at| format!("w{at:04}")).collect();
    let text = format!("kind: note\ntitle: T\nbody:\n  - {{table: {{columns: [a, b], rows: [[a, {}]]}}}}\n", words.join(" "));
    let shown = pdf_text(output(&build_text(&text, &["pdf"]), ".pdf"));
    assert_eq!(words.iter().filter(|word| !shown.contains(word.as_str())).count(), 0);
}

#[test]
fn text_of_every_kind_is_no_panic() {
    let mut bytes = Vec::new();
    for seed in 0u32..400 {
        bytes.clear();
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
        for _ in 0..200 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let piece = [
                ": ", "- ", "\n", "  ", "body", "kind", "note", "[", "]", "{", "}", "&a ", "*a ", "|", ">", "\"", "'", "#",
                "title", "text", "é",
            ];
            bytes.write_all(piece[(state >> 24) as usize % piece.len()].as_bytes()).unwrap();
        }
        build_text(std::str::from_utf8(&bytes).unwrap(), &["txt"]);
    }
}

fn writeln(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
