//! Scratch.
#![allow(clippy::all, missing_docs)]
use rapporteur::dossier::Input;
use rapporteur::project::{Request, Workspace};
use rapporteur::writer::WRITERS;
use std::path::{Path, PathBuf};
#[path = "../tests/suite/sample.rs"]
#[allow(dead_code)]
mod sample;
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn cpu() -> u64 {
    let s = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    s.split(' ').next().unwrap().parse().unwrap()
}
#[inline(never)]
#[unsafe(no_mangle)]
fn measured_check(workspace: &mut Workspace, path: &Path) {
    let request =
        Request { writers: WRITERS.iter().filter(|w| ["pdf", "docx"].contains(&w.name)).collect(), ..Request::default() };
    let outcome = workspace.check(Input::Path(path), &request).unwrap();
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics.first());
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let runs: usize = args[1].parse().unwrap();
    let large_dir;
    let root: PathBuf = if args[2] == "large" {
        large_dir = large();
        large_dir.path().into()
    } else {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/dossiers/cwg-wsis-sdg")
    };
    for path in &args[3..] {
        let mut workspace = Workspace::default();
        if path == "cold" {
            let mut t: Vec<u64> = (0..runs)
                .map(|_| {
                    let mut w = Workspace::default();
                    let b = cpu();
                    measured_check(&mut w, &root);
                    cpu() - b
                })
                .collect();
            t.sort();
            println!("{path}: mean {:.2} ms", t.iter().sum::<u64>() as f64 / 1e6 / runs as f64);
            continue;
        }
        let request =
            Request { writers: WRITERS.iter().filter(|w| ["pdf", "docx"].contains(&w.name)).collect(), ..Request::default() };
        workspace.check(Input::Path(&root), &request).unwrap();
        let file = root.join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        let mut t: Vec<u64> = (0..runs)
            .map(|at| {
                workspace.set_overlay(&file, if at % 2 == 0 { format!("\n{text}") } else { text.clone() });
                let b = cpu();
                measured_check(&mut workspace, &root);
                cpu() - b
            })
            .collect();
        t.sort();
        println!("{path}: mean {:.2} ms", t.iter().sum::<u64>() as f64 / 1e6 / runs as f64);
    }
}
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
