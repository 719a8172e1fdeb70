//! How long it takes, as a ratio against a peer in the same run: `cargo bench`.
//!
//! 1. The whole program, cold, on the sample dossier, against the `typst` command line on the very source that `--to typ` wrote.
//! 2. Writing the DOCX against laying out the PDF, in this process, for reports of about 12, 40 and 160 pages.
//! 3. Writing the DOCX against `pandoc` on the same text: whole processes, and without the start of ours.
//! 4. A four-year report on 40 meetings, 2,000 documents and 3,000 recommendations against one on a quarter of them, both as PDF and DOCX, for each record.
//!
//! A peer that is not on the `PATH` is left out with a line. Runs alternate; medians are shown, and the range.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, missing_docs, reason = "a benchmark")]

#[path = "../tests/suite/sample.rs"]
mod sample;

use rapporteur::dossier::Input;
use rapporteur::project::{Memory, Request, Workspace};
use rapporteur::writer::WRITERS;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 15;

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    against_typst(&root, folder.path());
    word_against_pages();
    against_pandoc(folder.path());
    per_record();
}

/// Medians and ranges of two things done in turns.
fn turns(name: &str, one: &mut dyn FnMut() -> Duration, other: &mut dyn FnMut() -> Duration) {
    one();
    other();
    let mut pairs: Vec<(f64, f64)> = (0..RUNS).map(|_| (one().as_secs_f64() * 1e3, other().as_secs_f64() * 1e3)).collect();
    let mut ratios: Vec<f64> = pairs.iter().map(|(a, b)| a / b).collect();
    ratios.sort_by(f64::total_cmp);
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ours = pairs[RUNS / 2].0;
    pairs.sort_by(|a, b| a.1.total_cmp(&b.1));
    let theirs = pairs[RUNS / 2].1;
    println!(
        "{name}: {ours:.1} ms against {theirs:.1} ms, ratio {:.3} ({:.3} to {:.3})",
        ratios[RUNS / 2],
        ratios[0],
        ratios[RUNS - 1]
    );
}

fn timed(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}");
    start.elapsed()
}

fn is_there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        println!("{program} is not here: left out");
    }
    found
}

fn against_typst(root: &Path, folder: &Path) {
    let program = env!("CARGO_BIN_EXE_rapporteur");
    let dossier = root.join("fixtures/dossiers/cwg-wsis-sdg/submissions/c22-8.yaml");
    timed(Command::new(program).arg("build").arg(&dossier).args(["-q", "--to", "typ", "-o"]).arg(folder));
    if !is_there("typst") {
        return;
    }
    let source = folder.join("c22-8.en.typ");
    let mut ours =
        || timed(Command::new(program).arg("build").arg(&dossier).args(["-q", "-j", "1", "--to", "pdf,docx", "-o"]).arg(folder));
    let mut typst = || {
        let mut command = Command::new("typst");
        command.arg("compile").args(["--ignore-system-fonts", "--font-path"]).arg(root.join("templates/fonts"));
        timed(command.args(["--pdf-standard", "a-2a,ua-1"]).arg(&source).arg(folder.join("peer.pdf")))
    };
    turns("PDF and DOCX of the sample report against the typst command line on its source", &mut ours, &mut typst);
}

/// How long it takes in this process, and the pages of the last of so many outputs.
fn made(text: &str, formats: &[&str], outputs: usize) -> (Duration, Option<usize>) {
    let request =
        Request { writers: WRITERS.iter().filter(|writer| formats.contains(&writer.name)).collect(), ..Request::default() };
    let start = Instant::now();
    let memory = Memory::default();
    let outcome = Workspace::default().build(Input::Text(text.into(), Path::new(".")), &request, &memory).unwrap();
    assert_eq!(outcome.saved.len(), outputs, "{:?}", outcome.diagnostics);
    (start.elapsed(), outcome.saved.iter().filter_map(|saved| saved.pages).next_back())
}

/// The annual reports are left out: a four-year report alone is built.
fn per_record() {
    let report = |meetings: usize| {
        let mut record: serde_json::Value = serde_json::from_str(&sample::record(meetings, 50, 75)).unwrap();
        let whole = record["submissions"].as_array_mut().unwrap().split_off(meetings.div_ceil(10));
        record["submissions"] = whole.into();
        record.to_string()
    };
    let (all, quarter) = (report(40), report(10));
    let (time, pages) = made(&all, &["pdf", "docx"], 2);
    println!("a four-year report on 5,000 records: {:.1} s, {} pages", time.as_secs_f64(), pages.unwrap_or_default());
    let each = |text: &str, part: u32| made(text, &["pdf", "docx"], 2).0 / part;
    turns("for each record, 5,000 records against 1,250", &mut || each(&all, 4), &mut || each(&quarter, 1));
}

fn word_against_pages() {
    for clauses in [8, 26, 104] {
        let text = sample::report(clauses);
        let make = |format: &str| made(&text, &[format], 1);
        let pages = make("pdf").1.unwrap_or_default();
        turns(&format!("DOCX against PDF, {pages} pages, reading included"), &mut || make("docx").0, &mut || make("pdf").0);
    }
}

fn against_pandoc(folder: &Path) {
    if !is_there("pandoc") {
        return;
    }
    let (yaml, markdown) = (folder.join("report.yaml"), folder.join("report.md"));
    std::fs::write(&yaml, sample::report(20)).unwrap();
    let program = env!("CARGO_BIN_EXE_rapporteur");
    timed(Command::new(program).arg("build").arg(&yaml).args(["-q", "--to", "txt", "-o"]).arg(folder));
    let text = std::fs::read_to_string(folder.join("report.en.txt")).unwrap();
    std::fs::write(&markdown, text.replace('\n', "\n\n").replace('\t', " ")).unwrap();
    let mut ours = || timed(Command::new(program).arg("build").arg(&yaml).args(["-q", "--to", "docx", "-o"]).arg(folder));
    let mut pandoc = || timed(Command::new("pandoc").arg(&markdown).arg("-o").arg(folder.join("peer.docx")));
    turns("DOCX of about 30 pages, whole process, against pandoc on the same text", &mut ours, &mut pandoc);
    let text = sample::report(20);
    turns("the same, reading and writing in this process", &mut || made(&text, &["docx"], 1).0, &mut pandoc);
}
