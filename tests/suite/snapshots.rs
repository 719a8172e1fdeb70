//! What the writers make of each feature is held still: of each `fixtures/features/*.yaml` the Typst source, the plain text and the parts of
//! the DOCX are kept beside it (`.snap`), and the resolved document (`.json`).
//!
//! Of what the shortest document has as well, only the lines that differ are kept. `RAPPORTEUR_UPDATE=1 cargo test --release snapshots`
//! writes all anew, with `resolved_documents` at its end in place of `snapshots` the `.json` alone; look at the difference before you commit it.

use crate::support::{Built, build_path, indented_xml, messages, parts, project};
use rapporteur::project::Output;
use rapporteur::resolved::ResolvedDocument;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Lines shown before the first difference, and from there on at most of either side.
const CONTEXT: usize = 4;
const SHOWN: usize = 8;

/// The fixtures in the order of their names.
fn fixtures() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    paths
}

fn folder() -> PathBuf {
    project().join("fixtures/features")
}

fn built(path: &Path, formats: &[&str]) -> Built {
    let outcome = build_path(path, formats);
    assert_eq!(messages(&outcome), "", "{}", path.display());
    assert!(!outcome.outputs.is_empty(), "{}", path.display());
    outcome
}

#[test]
fn writers_make_what_they_made() {
    let formats = ["txt", "typ", "docx"];
    let shortest = pieces(&built(&folder().join("shortest.yaml"), &formats));
    compare("snap", |path| {
        let known: &[Piece] = if path.ends_with("shortest.yaml") { &[] } else { &shortest };
        let own = pieces(&built(path, &formats));
        let shown: String = own.iter().map(|piece| piece.beside(known)).collect();
        let gone = known.iter().filter(|known| !own.iter().any(|piece| piece.part == known.part));
        gone.fold(shown, |shown, piece| format!("{shown}==== no {}\n", piece.part))
    });
}

#[test]
fn resolved_documents_are_what_they_were() {
    compare("json", |path| {
        let outcome = built(path, &["json"]);
        outcome.outputs.iter().map(|output| String::from_utf8_lossy(&output.bytes) + "\n").collect()
    });
}

#[test]
fn resolved_documents_are_read_as_they_were_written() {
    for path in fixtures() {
        let outcome = built(&path, &["json"]);
        for output in &outcome.outputs {
            let read: ResolvedDocument = serde_json::from_slice(&output.bytes).unwrap();
            let written = serde_json::to_string_pretty(&read).unwrap() + "\n";
            assert_eq!(written, String::from_utf8_lossy(&output.bytes), "{}", path.display());
        }
    }
}

#[test]
fn snapshots_belong_to_fixtures() {
    for entry in std::fs::read_dir(folder()).unwrap().flatten() {
        let path = entry.path();
        assert!(path.is_dir() || path.with_extension("yaml").is_file(), "{} belongs to nothing", path.display());
    }
}

/// Compares what each fixture gives now with what is kept of it, and shows of all that differ where they first do.
fn compare(ending: &str, snapshot: impl Fn(&Path) -> String) {
    let mut changed = String::new();
    let paths = fixtures();
    assert!(paths.len() > 30, "there are fixtures");
    for path in paths {
        let (now, kept) = (snapshot(&path), path.with_extension(ending));
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            std::fs::write(&kept, &now).unwrap();
        }
        let then = std::fs::read_to_string(&kept).unwrap_or_default();
        if now != then {
            write!(changed, "\n{}:\n{}", kept.display(), difference(&then, &now)).unwrap();
        }
    }
    assert!(changed.is_empty(), "not as kept (see the head of this test):\n{changed}");
}

/// The first lines that differ, with those before them.
fn difference(then: &str, now: &str) -> String {
    let (then, now): (Vec<&str>, Vec<&str>) = (then.lines().collect(), now.lines().collect());
    let (first, last) = same_ends(&then, &now);
    let mut out = format!("  line {}\n", first + 1);
    let mut show =
        |sign: &str, lines: &[&str]| lines.iter().take(SHOWN).for_each(|line| writeln!(out, "  {sign} {line}").unwrap());
    show(" ", &then[first.saturating_sub(CONTEXT)..first]);
    show("-", &then[first..then.len() - last]);
    show("+", &now[first..now.len() - last]);
    out
}

/// How many lines at the beginning and how many of the others at the end are the same.
fn same_ends<T: PartialEq>(one: &[T], other: &[T]) -> (usize, usize) {
    let first = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let rest = one[first..].iter().rev().zip(other[first..].iter().rev());
    (first, rest.take_while(|(one, other)| one == other).count())
}

/// A part of what was made, as lines.
struct Piece {
    /// The file's name.
    file: String,
    /// The format, and the path in a package.
    part: String,
    lines: Vec<String>,
}

impl Piece {
    /// The piece, from the first line that differs from the same part of the shortest document to the last one; nothing if none does.
    fn beside(&self, shortest: &[Self]) -> String {
        let known = shortest.iter().find(|known| known.part == self.part).map_or(&[][..], |known| &known.lines);
        if known == self.lines {
            return String::new();
        }
        let (first, last) = same_ends(&self.lines, known);
        let own = &self.lines[first..self.lines.len() - last];
        let mut out = format!("==== {} {} (from line {}, {last} more as in the shortest)\n", self.file, self.part, first + 1);
        own.iter().for_each(|line| writeln!(out, "{line}").unwrap());
        out
    }
}

/// What is kept of all files that were made.
fn pieces(outcome: &Built) -> Vec<Piece> {
    outcome.outputs.iter().flat_map(pieces_of).collect()
}

fn pieces_of(output: &Output) -> Vec<Piece> {
    let (file, format) = output.name.rsplit_once('.').unwrap();
    let piece = |part: String, text: String| Piece { file: file.into(), part, lines: text.lines().map(str::to_string).collect() };
    if format == "docx" {
        return package(&output.bytes, format).into_iter().map(|(part, text)| piece(part, text)).collect();
    }
    let mut text = String::from_utf8(output.bytes.to_vec()).unwrap();
    for house in ["house.typ", "chart.typ"] {
        // the house's functions are a file of the project themselves
        let functions = std::fs::read_to_string(project().join("templates/typst").join(house)).unwrap();
        text = text.replacen(&functions, "", 1);
    }
    vec![piece(format.into(), text)]
}

/// The parts of a package, and of packages in it, by their paths.
fn package(bytes: &[u8], path: &str) -> Vec<(String, String)> {
    let one = |(name, bytes): (String, Vec<u8>)| {
        let path = format!("{path} {name}");
        match std::str::from_utf8(&bytes) {
            Ok(text) => vec![(path, indented_xml(text))],
            Err(_) if bytes.starts_with(b"PK") => package(&bytes, &path),
            Err(_) => vec![(path, format!("{} bytes", bytes.len()))],
        }
    };
    parts(bytes).into_iter().flat_map(one).collect()
}
