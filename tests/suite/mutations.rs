//! Damaged copies of all fixtures, the whole way in process: no panic, every message at a place inside its file, every output whole.
//!
//! Twenty thousand of them by default; `RAPPORTEUR_MUTATIONS` gives another number, and `RAPPORTEUR_SEED` other damage. What fails is printed with
//! its number, the fixture and the damaged text.

use crate::random::Random;
use crate::support::{Built, build, build_text, messages, output, parts, project, request};
use rapporteur::diagnostic::Severity;
use rapporteur::diagnostic::render::{Format, render};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use rapporteur::source::Span;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// What an attacker, a careless hand or a broken editor puts into a file.
const PIECES: [&str; 48] = [
    "\0",
    "\u{7f}",
    "\u{9b}31m",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{301}",
    "\u{10ffff}",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\n  ",
    "\n- ",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "<<: *a",
    "!!binary ",
    "!x ",
    "|\n",
    ">-\n",
    "\"",
    "'",
    "#",
    " #",
    "{",
    "}",
    "[",
    "]",
    "[](#x)",
    "[^n]",
    "{meetings.count}",
    "**",
    "\\",
    "<b>",
    "~",
    "-1",
    "0",
    "99999999999999999999",
    "1e999",
    "2022-02-30",
    "null",
    "Ⅷ",
];

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// All files of YAML below a folder, sorted.
fn fixtures(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(fixtures(&path)) } else { found.push(path) }
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    found.sort();
    found
}

/// A fixture with its text and the dossier that it is a part of, if any.
struct Fixture {
    path: PathBuf,
    text: String,
    dossier: Option<PathBuf>,
}

fn all_fixtures() -> Vec<Fixture> {
    let read = |path: PathBuf| {
        let dossier = path.ancestors().find(|folder| folder.join("dossier.yaml").is_file()).map(Path::to_path_buf);
        Fixture { text: std::fs::read_to_string(&path).expect("a fixture"), dossier, path }
    };
    fixtures(&project().join("fixtures")).into_iter().map(read).collect()
}

/// A place in `text` between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    text.floor_char_boundary(random.below(text.len() + 1))
}

/// The bytes of a line of `text`, with its break.
fn line(text: &str, random: &mut Random) -> std::ops::Range<usize> {
    let at = place(text, random);
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    start..text[at..].find('\n').map_or(text.len(), |found| at + found + 1)
}

/// A word of `text`: what stands between spaces and signs of YAML.
fn word(text: &str, random: &mut Random) -> std::ops::Range<usize> {
    let is_edge = |c: char| c.is_whitespace() || "[]{},:\"'".contains(c);
    let at = place(text, random);
    let start = text[..at].rfind(is_edge).map_or(0, |found| text.ceil_char_boundary(found + 1));
    start..text[at..].find(is_edge).map_or(text.len(), |found| at + found)
}

/// Does one damage to `text`; `other` is a text from which lines and words are taken.
fn damage(text: &mut String, other: &str, random: &mut Random) {
    let piece = random.pick(&PIECES);
    let at = place(text, random);
    match random.below(12) {
        0 => text.insert_str(at, piece),
        1 => text.truncate(at),
        2 => drop(text.drain(line(text, random))),
        3 => text.replace_range(word(text, random), piece),
        4 => text.replace_range(word(text, random), &other[word(other, random)]),
        5 => text.replace_range(line(text, random), &other[line(other, random)]),
        6 => text.insert_str(line(text, random).start, &other[line(other, random)]),
        7 => text.insert_str(line(text, random).start, random.pick(&["  ", "    ", "- ", "\t", " "])),
        8 => drop(text.drain(word(text, random))),
        9 => {
            let (from, to) = (at, place(text, random));
            let (from, to) = (from.min(to), from.max(to));
            text.drain(from..text.floor_char_boundary(to.min(from + 200)));
        }
        10 => {
            let again = text[line(text, random)].repeat(2 + random.below(3));
            text.insert_str(line(text, random).start, &again);
        }
        _ => {
            let long = piece.repeat(1 + random.below(300));
            text.insert_str(at, &long);
        }
    }
    if text.len() > 100_000 {
        text.truncate(text.floor_char_boundary(100_000));
    }
}

/// The damaged text number `number`, with its fixture.
fn damaged(all: &[Fixture], number: u64) -> (&Fixture, String) {
    let mut random = Random::new(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let fixture = &all[random.below(all.len())];
    let mut text = fixture.text.clone();
    for _ in 0..1 + random.below(4) {
        let other = &all[random.below(all.len())].text;
        damage(&mut text, other, &mut random);
    }
    (fixture, text)
}

/// Builds a damaged fixture: a file alone, or the submissions of its dossier with the text in its place.
fn made(workspace: &mut Workspace, fixture: &Fixture, text: &str, number: u64) -> Built {
    let Some(dossier) = &fixture.dossier else {
        let formats: &[&str] = if number.is_multiple_of(PAGES) { &["pdf", "docx"] } else { &["docx", "txt", "typ", "json"] };
        return build(workspace, Input::Text(text.into(), fixture.path.parent().expect("a folder")), &request(formats));
    };
    workspace.set_overlay(&fixture.path, text);
    // the documents of a dossier depend on all its files, so that one that is damaged changes many
    let built = if number.is_multiple_of(PAGES) {
        build(workspace, Input::Path(dossier), &request(&["docx", "txt"]))
    } else {
        let outcome = workspace.check(Input::Path(dossier), &request(&["docx", "pdf"])).expect("there is something to read");
        Built { sources: outcome.sources, diagnostics: outcome.diagnostics.into_iter().collect(), outputs: Vec::new() }
    };
    workspace.clear_overlay(&fixture.path);
    built
}

/// Holds what every result has to be.
fn hold(built: &Built) {
    for diagnostic in &built.diagnostics {
        assert_ne!(diagnostic.name, "internal", "{}", diagnostic.message);
        assert!(diagnostic.primary.is_some(), "no place: {}: {}", diagnostic.name, diagnostic.message);
        for label in diagnostic.primary.iter().chain(&diagnostic.secondary) {
            hold_place(built, label.span, &diagnostic.message);
        }
    }
    for format in [Format::Human, Format::Short, Format::Json] {
        let shown = render(&built.diagnostics, &built.sources, format, false, false);
        assert_eq!(shown.is_empty(), built.diagnostics.is_empty());
        let is_bare = |c: char| {
            c.is_control() && !matches!(c, '\n' | '\t')
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!shown.contains(is_bare), "a control character is shown: {shown:?}");
    }
    for output in &built.outputs {
        hold_output(&output.name, &output.bytes);
    }
}

fn hold_place(built: &Built, span: Span, message: &str) {
    let file = built.sources.get(span).unwrap_or_else(|| panic!("a place in no file: {message}"));
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= file.text.len(), "{start}..{end} of {}: {message}", file.text.len());
    assert!(file.text.is_char_boundary(start) && file.text.is_char_boundary(end), "{start}..{end} cuts a character: {message}");
}

fn hold_output(name: &str, bytes: &[u8]) {
    match name.rsplit('.').next().expect("an ending") {
        "docx" => parts(bytes)
            .iter()
            .filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
            .for_each(|(name, xml)| hold_xml(name, xml)),
        "json" => drop(serde_json::from_slice::<serde_json::Value>(bytes).expect("JSON")),
        "pdf" => assert!(bytes.starts_with(b"%PDF") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name}"),
        _ => drop(std::str::from_utf8(bytes).expect("UTF-8")),
    }
}

fn hold_xml(name: &str, xml: &[u8]) {
    let mut reader = quick_xml::Reader::from_reader(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return,
            Ok(_) => {}
            Err(fault) => panic!("{name}: {fault}"),
        }
    }
}

/// One in so many is made as a PDF too: pages take longer than all else.
const PAGES: u64 = 40;

/// Tries one damaged fixture; returns what went wrong, if anything.
fn tried(workspace: &mut Workspace, all: &[Fixture], number: u64) -> Option<String> {
    let (fixture, text) = damaged(all, number);
    let held = catch_unwind(AssertUnwindSafe(|| hold(&made(workspace, fixture, &text, number))));
    let payload = held.err()?;
    let literal = payload.downcast_ref::<&str>().map(|text| (*text).to_string());
    let said = literal.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
    *workspace = Workspace::default();
    Some(format!("number {number}, {}: {said}\n{text}\n", fixture.path.display()))
}

/// Tries the numbers that `next` gives out, below `end`; returns what went wrong.
fn worker(all: &[Fixture], next: &AtomicU64, end: u64) -> Vec<String> {
    // what a workspace keeps between runs may bring nothing down either
    let (mut workspace, mut failures) = (Workspace::default(), Vec::new());
    while failures.len() < MOST_FAILURES {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= end {
            break;
        }
        failures.extend(tried(&mut workspace, all, number));
    }
    failures
}

/// After so many failures a worker stops.
const MOST_FAILURES: usize = 20;

#[test]
fn damaged_fixtures_bring_nothing_down() {
    let all = all_fixtures();
    let (count, seed) = (setting("RAPPORTEUR_MUTATIONS", 20_000), setting("RAPPORTEUR_SEED", 0));
    let first = seed * 1_000_000_007;
    let next = AtomicU64::new(first);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| worker(&all, &next, first + count))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a panic is caught")).collect()
    });
    assert!(failures.is_empty(), "{} of {count} failed\n{}", failures.len(), failures.concat());
}

#[test]
fn what_a_damaged_file_may_not_do_is_found() {
    let built = build_text("kind: note\ntitle: A\nbody: B\nx: 1\n", &["txt"]);
    assert!(built.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error), "{}", messages(&built));
    let outside = catch_unwind(AssertUnwindSafe(|| {
        hold_place(&built, built.diagnostics[0].primary.as_ref().unwrap().span.within(0..9_999), "")
    }));
    assert!(outside.is_err());
    assert!(catch_unwind(|| hold_output("a.pdf", b"%PDF-1.7 torn")).is_err());
    assert!(catch_unwind(|| hold_xml("a.xml", b"<a><b></a>")).is_err());
    let built = build_text("kind: note\ntitle: A\nbody: B\n", &["docx"]);
    hold_output("a.docx", output(&built, ".docx"));
}
