//! Same input, same bytes: in any folder, at any time, on any number of threads.

use crate::support::{Built, build, build_path, project, request};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::path::Path;

const FORMATS: [&str; 5] = ["pdf", "docx", "typ", "txt", "json"];

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

fn assert_same(one: &Built, other: &Built) {
    assert!(!one.outputs.is_empty());
    assert_eq!(one.outputs.len(), other.outputs.len());
    for (a, b) in one.outputs.iter().zip(&other.outputs) {
        assert_eq!(a.name, b.name);
        assert!(a.bytes == b.bytes, "{} differs", a.name);
    }
}

#[test]
fn folder_and_hour_make_no_difference() {
    let dossier = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let elsewhere = tempfile::tempdir().unwrap();
    copy(&dossier, &elsewhere.path().join("renamed"));
    let here = build_path(&dossier, &FORMATS);
    assert_same(&here, &build_path(&elsewhere.path().join("renamed"), &FORMATS));
    assert_eq!(here.outputs.len(), 11 * FORMATS.len());
    let mut one_by_one = build_path(&elsewhere.path().join("renamed/submissions/c19-8.yaml"), &FORMATS);
    let letters = ["hlpf-2022-letter-council", "hlpf-2022-letter-group", "hlpf-2022"];
    for name in ["c20-8", "c21-8", "c22-8", "four-year-report"].into_iter().chain(letters).chain(["meeting-38"]) {
        let submission = build_path(&elsewhere.path().join(format!("renamed/submissions/{name}.yaml")), &FORMATS);
        one_by_one.outputs.extend(submission.outputs);
    }
    assert_same(&here, &one_by_one);
}

#[test]
fn threads_make_no_difference() {
    let documents = project().join("fixtures/documents");
    let paths: Vec<_> = std::fs::read_dir(documents)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    for path in paths {
        let with = |threads| {
            let mut request = request(&FORMATS);
            request.threads = threads;
            build(&mut Workspace::default(), Input::Path(&path), &request)
        };
        assert_same(&with(1), &with(8));
    }
}
