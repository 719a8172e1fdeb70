//! What it costs to check a dossier: `cargo bench --bench check`.
//!
//! 1. The sample dossier, cold: everything is loaded, read and checked. By time in this process, and by instructions of the whole program.
//! 2. The same workspace again, after one character of a file has changed: of a submission, and of a meeting.
//! 3. The same for a four-year report on 5,000 records.
//!
//! Documents are checked on as many threads as the machine has cores, as on the command line. Instructions are counted by `valgrind`; without it on the `PATH` they are left out with a line. Medians of so many runs are shown, and the range.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, missing_docs, reason = "a benchmark")]

#[path = "../tests/suite/sample.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod sample;

use rapporteur::dossier::Input;
use rapporteur::project::{Request, Workspace};
use rapporteur::writer::WRITERS;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 21;

fn main() {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/dossiers/cwg-wsis-sdg");
    instructions("check", &["check"], &sample);
    instructions("prepare, with the resolved documents as JSON", &["build", "-q", "-j", "1", "--to", "json"], &sample);
    shown("prepare the sample dossier, cold", || prepare(&mut Workspace::default(), &sample));
    shown("check the sample dossier, cold", || check(&mut Workspace::default(), &sample));
    changes("sample dossier", &sample, &["submissions/c22-8.yaml", "submissions/four-year-report.yaml", "meetings/38.yaml"]);
    let folder = large();
    shown("check 5,000 records, cold", || check(&mut Workspace::default(), folder.path()));
    changes("5,000 records", folder.path(), &["submissions/report.yaml", "meetings/7.yaml"]);
}

fn request() -> Request {
    let writers = WRITERS.iter().filter(|writer| ["pdf", "docx"].contains(&writer.name)).collect();
    Request { writers, threads: std::thread::available_parallelism().map_or(1, usize::from), ..Request::default() }
}

fn prepare(workspace: &mut Workspace, path: &Path) {
    assert!(workspace.prepare(Input::Path(path), &Request::default()).unwrap().report.is_empty());
}

fn check(workspace: &mut Workspace, path: &Path) {
    let outcome = workspace.check(Input::Path(path), &request()).unwrap();
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics.first());
}

/// Checks again after a line end has been added before all that is in a file, and taken away: every place in it moves.
fn changes(what: &str, root: &Path, paths: &[&str]) {
    let mut workspace = Workspace::default();
    check(&mut workspace, root);
    for path in paths {
        let file = root.join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        let mut changed = false;
        shown(&format!("{what}, checked again after a change of {path}"), || {
            changed = !changed;
            workspace.set_overlay(&file, if changed { format!("\n{text}") } else { text.clone() });
            check(&mut workspace, root);
        });
        workspace.clear_overlay(&file);
    }
}

/// The median and the range of the time that something takes.
fn shown(what: &str, mut run: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what}: {:.2} ms ({:.2} to {:.2})", times[RUNS / 2], times[0], times[RUNS - 1]);
}

fn instructions(what: &str, arguments: &[&str], path: &Path) {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_rapporteur")]);
    let Ok(output) = valgrind.args(arguments).arg(path).stdout(Stdio::null()).output() else {
        return println!("valgrind is not here: instructions are left out");
    };
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = report.lines().find_map(|line| line.split_once("refs:"));
    println!("{what}, the whole program: {} instructions", counted.map_or("?", |(_, count)| count.trim()));
}

/// A dossier with 40 meetings of 50 documents and 75 recommendations each, a file a meeting, and a four-year report on them.
fn large() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut record: serde_json::Value = serde_json::from_str(&sample::record(40, 50, 75)).unwrap();
    let write = |path: &str, value: &serde_json::Value| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, value.to_string()).unwrap();
    };
    let object = record.as_object_mut().unwrap();
    let submissions = object.remove("submissions").unwrap();
    write("submissions/report.yaml", submissions.as_array().unwrap().last().unwrap());
    for (at, meeting) in object.remove("meetings").unwrap().as_array().unwrap().iter().enumerate() {
        write(&format!("meetings/{}.yaml", at + 1), meeting);
    }
    write("dossier.yaml", &record);
    folder
}
