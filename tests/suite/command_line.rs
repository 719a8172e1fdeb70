//! The program as a person calls it.

use crate::support::{manual, project, run};
use std::process::{Command, Stdio};

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn each_kind_has_its_schema_and_its_page_and_can_be_begun() {
    let folder = tempfile::tempdir().unwrap();
    let help = |command: &str| text(&run(&[command, "--help"], folder.path(), "").stdout);
    let values =
        help("new").split("[possible values: ").nth(1).unwrap().split(']').next().unwrap().replace(char::is_whitespace, " ");
    let kinds: Vec<&str> = values.split(',').map(str::trim).collect();
    assert!(kinds.len() >= 6, "{kinds:?}");
    let manual: String = manual().into_iter().map(|(_, page)| page).collect();
    for kind in kinds {
        assert!(manual.contains(&format!("kind: {kind}")), "docs/manual says nothing of `kind: {kind}`");
        let schema: serde_json::Value = serde_json::from_slice(&run(&["schema", kind], folder.path(), "").stdout).unwrap();
        assert_eq!(schema["properties"]["kind"]["const"], kind);
        assert!(run(&["new", kind, kind], folder.path(), "").status.success(), "{kind}");
        let checked = run(&["check", kind], folder.path(), "");
        assert_eq!((checked.status.code(), text(&checked.stderr)), (Some(0), String::new()), "{kind}");
    }
}

#[test]
fn a_new_dossier_builds_at_once() {
    for (kind, files) in [
        ("annual-report", 4),
        ("four-year-report", 4),
        ("meeting-summary", 2),
        ("hlpf-contribution", 4),
        ("letter", 2),
        ("note", 2),
        ("contribution", 2),
        ("roadmap", 2),
        ("activity-report", 2),
    ] {
        let folder = tempfile::tempdir().unwrap();
        assert!(run(&["new", kind, "d"], folder.path(), "").status.success());
        let built = run(&["build", "d"], folder.path(), "");
        assert_eq!((built.status.code(), text(&built.stderr)), (Some(0), String::new()));
        assert_eq!(text(&built.stdout).lines().count(), files);
        let name = if kind == "meeting-summary" { "summary-1" } else { kind };
        assert!(folder.path().join(format!("output/{name}.en.pdf")).is_file());
        assert!(folder.path().join("d/schemas/meeting.json").is_file());
        let again = run(&["new", kind, "d"], folder.path(), "");
        assert_eq!(again.status.code(), Some(2), "what is there is not written over");
    }
}

#[test]
fn the_status_is_that_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&["new", "hlpf-contribution", "d"], folder.path(), "").status.success());
    let shown = run(&["status", "d", "--day", "2025-02-27"], folder.path(), "");
    assert_eq!((shown.status.code(), text(&shown.stderr)), (Some(0), String::new()));
    let shown = text(&shown.stdout);
    assert!(shown.starts_with("HLPF 2025 (hlpf-2025): 2 days left before the deadline, 2025-03-01\n"), "{shown}");
    let row = |what: &str| {
        shown.lines().find(|line| line.contains(what)).unwrap().split_whitespace().map(str::to_string).collect::<Vec<_>>()
    };
    assert_eq!(row("answer to remarks")[3..], ["left", "out", "0"]);
    assert_eq!(row("finalized"), ["finalized", "late", "2025-02-21", "-6"]);
    assert_eq!(row("considered")[4..], ["done", "2025-01-21"]);
    let json = run(&["status", "d", "--day", "2025-02-27", "--to", "json"], folder.path(), "");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json[0]["days"], &json[0]["contributions"][0]["total"]["limit"]), (&2.into(), &800.into()));
    assert!(run(&["status", "d"], folder.path(), "").status.success(), "the clock gives the day");
    assert_eq!(run(&["status", "d", "--day", "27 February"], folder.path(), "").status.code(), Some(2));
}

#[test]
fn what_stands_stays_when_the_input_breaks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    std::fs::write(&file, "kind: note\ntitle: T\nbody: Good.\n").unwrap();
    assert!(run(&["build", "a.yaml", "-q"], folder.path(), "").status.success());
    let good = std::fs::read(folder.path().join("output/a.en.pdf")).unwrap();
    std::fs::write(&file, "kind: note\ntitle: T\nbody: [\"[](#nowhere)\"]\n").unwrap();
    let broken = run(&["build", "a.yaml"], folder.path(), "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(text(&broken.stderr).contains("a.yaml:3:9"), "{}", text(&broken.stderr));
    assert_eq!(std::fs::read(folder.path().join("output/a.en.pdf")).unwrap(), good);
    let names: Vec<_> =
        std::fs::read_dir(folder.path().join("output")).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 3, "the PDF, the Word document and what is remembered of them: {names:?}");
}

#[test]
fn the_standard_input_is_read_and_messages_take_three_forms() {
    let folder = tempfile::tempdir().unwrap();
    let good = run(&["build", "-", "--to", "text"], folder.path(), "kind: note\ntitle: T\nbody: Good.\n");
    assert_eq!(text(&good.stdout), "output/stdin.en.txt\n");
    let wrong = "kind: note\ntitel: T\nbody: Good.\n";
    let short = run(&["check", "-", "--format", "short"], folder.path(), wrong);
    assert_eq!(
        text(&short.stderr),
        "<stdin>:2:1: error[missing-key]: this submission has no `title`\n<stdin>:2:1: error[unknown-key]: a submission has no key `titel`; did you mean `title`?\n"
    );
    let json = run(&["check", "-", "--format", "json"], folder.path(), wrong);
    for line in text(&json.stderr).lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!((value["version"].as_i64(), value["place"]["line"].as_i64()), (Some(1), Some(2)));
    }
    let human = text(&run(&["check", "-"], folder.path(), wrong).stderr);
    assert!(
        human.contains("2 | titel: T")
            && human.contains("help: did you mean `title`?")
            && human.ends_with("2 errors and 0 warnings\n"),
        "{human}"
    );
}

#[test]
fn what_cannot_run_ends_with_two() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in
        [&["build", "nowhere"][..], &["build", "."], &["explain", "no-rule"], &["build", "--to", "rtf"], &["frobnicate"]]
    {
        let ended = run(arguments, folder.path(), "");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
        assert!(text(&ended.stderr).starts_with("error: "), "{arguments:?}: {}", text(&ended.stderr));
    }
}

#[test]
fn a_submission_is_built_within_its_dossier_from_any_folder() {
    let submissions = project().join("fixtures/dossiers/cwg-wsis-sdg/submissions");
    let output = tempfile::tempdir().unwrap();
    let built = run(&["build", "c22-8.yaml", "--to", "txt", "-o", output.path().to_str().unwrap()], &submissions, "");
    assert_eq!((built.status.code(), text(&built.stderr)), (Some(0), String::new()));
    assert!(output.path().join("c22-8.en.txt").is_file());
}

#[test]
fn any_folder_or_file_in_a_dossier_finds_the_dossier_above() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&["new", "annual-report", "d"], folder.path(), "").status.success());
    let built = |at: &str, path: &[&str]| {
        let arguments = [&["build", "--to", "txt", "-o", "out"], path].concat();
        let built = run(&arguments, &folder.path().join(at), "");
        (built.status.code(), text(&built.stdout), text(&built.stderr))
    };
    let both = "out/annual-report.en.txt\nout/summary-1.en.txt\n".to_string();
    for (at, path) in [
        ("", &["d/submissions"][..]),
        ("d", &["submissions"]),
        ("d/submissions", &[]),
        ("d/submissions", &["."]),
        ("d/meetings", &["../submissions/"]),
    ] {
        assert_eq!(built(at, path), (Some(0), both.clone(), String::new()), "{at} {path:?}");
    }
    assert_eq!(built("d/submissions", &["summary-1.yaml"]).1, "out/summary-1.en.txt\n");
    let refused = |path: &str, why: &str| {
        let (code, _, message) = built("", &[path]);
        assert!(code == Some(2) && message.contains(why), "{message}");
    };
    refused("d/meetings", "has no submissions");
    refused("d/schemas", "is not part of the dossier `d`");
    refused("nowhere", "can't be read");
    refused(".", "neither `.` nor a folder above it has a `dossier.yaml`");
    for (command, shown) in [("check", ""), ("explain", "annual-report.en"), ("recommendations", "more-examples")] {
        let arguments: &[&str] = if command == "explain" { &[command, "--paragraph", "3.1", "."] } else { &[command] };
        let done = run(arguments, &folder.path().join("d/submissions"), "");
        let (out, errors) = (text(&done.stdout), text(&done.stderr));
        assert!(done.status.success() && out.contains(shown), "{command}: {out}{errors}");
    }
    // a message shows the path from where one is
    std::fs::write(folder.path().join("d/meetings/1.yaml"), "number: one\n").unwrap();
    let checked = |at: &str, path: &str| text(&run(&["check", "--format", "short", path], &folder.path().join(at), "").stderr);
    assert!(checked("d", "submissions").starts_with("meetings/1.yaml:1:"), "{}", checked("d", "submissions"));
    assert!(checked("d/submissions", ".").starts_with("../meetings/1.yaml:1:"), "{}", checked("d/submissions", "."));
    let list = |path: &str| text(&run(&["recommendations", "--to", "csv", path], &project(), "").stdout);
    let sample = "fixtures/dossiers/cwg-wsis-sdg";
    assert_eq!(list(&format!("{sample}/submissions/c19-8.yaml")), list(sample), "the whole list, with all reports");
}

#[test]
fn schemas_completions_and_explanations_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["dossier", "meeting", "call", "annual-report", "hlpf-contribution", "letter", "note"] {
        let schema: serde_json::Value = serde_json::from_slice(&run(&["schema", kind], folder.path(), "").stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(
            schema["additionalProperties"],
            if schema["properties"].is_object() { false.into() } else { serde_json::Value::Null }
        );
    }
    assert!(text(&run(&["completions", "bash"], folder.path(), "").stdout).contains("rapporteur"));
    assert!(text(&run(&["explain", "unknown-person"], folder.path(), "").stdout).contains("Mend:"));
}

#[test]
fn a_reader_may_stop_reading() {
    for arguments in [&["schema", "dossier"][..], &["explain"], &["completions", "bash"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), text(&ended.stderr)), (Some(0), String::new()), "{arguments:?}");
    }
}

#[test]
fn a_paragraph_is_traced_to_the_lines_of_its_records() {
    let dossier = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let explained = run(&["explain", "--paragraph", "4.8.1", "submissions/four-year-report.yaml"], &dossier, "");
    let shown = text(&explained.stdout);
    for (meeting, id) in
        [(34, "stocktaking-contributions"), (36, "stocktaking-contributions-36"), (38, "stocktaking-good-practices")]
    {
        let line = shown.lines().find(|line| line.ends_with(&format!("- id: {id}"))).unwrap_or_else(|| panic!("{id}: {shown}"));
        assert!(line.contains(&format!("  meetings.{meeting}#{id}  ")), "{line}");
        let (file, rest) = line.trim().split_once(".yaml:").unwrap();
        assert!(file.ends_with(&format!("meetings/{meeting}")), "{line}");
        let number: usize = rest.split(':').next().unwrap().parse().unwrap();
        let source = std::fs::read_to_string(dossier.join(format!("meetings/{meeting}.yaml"))).unwrap();
        assert!(source.lines().nth(number - 1).unwrap().ends_with(&format!("- id: {id}")), "{line}");
    }
    let timeline = text(&run(&["explain", "--paragraph", "3.2", "submissions/four-year-report.yaml"], &dossier, "").stdout);
    for part in ["34.yaml:7:9  meetings.34.number  number: 34", "{symbol: 2,", "symbol: 3", "decisions of PP-18"] {
        assert!(timeline.contains(part), "{part}: {timeline}");
    }
    let missing = run(&["explain", "--paragraph", "4.8.99", "submissions/four-year-report.yaml"], &dossier, "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("no document of `submissions/four-year-report.yaml` has a paragraph `4.8.99`"));
}

#[test]
fn recommendations_are_listed_and_saved() {
    let dossier = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.xlsx");
    let saved = run(&["recommendations", ".", "--to", "xlsx", "-o", file.to_str().unwrap()], &dossier, "");
    assert_eq!((saved.status.code(), text(&saved.stderr)), (Some(0), String::new()));
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    let csv = run(&["recommendations", ".", "--to", "csv", "--status", "superseded", "--since", "council-20"], &dossier, "");
    // made after the session of 2020: that of the 36th meeting
    assert_eq!(text(&csv.stdout).lines().count(), 2, "{}", text(&csv.stdout));
    for (wrong, says) in [
        ("--topic=wsis-form", "did you mean `wsis-forum`?"),
        ("--since=council-2", "neither a day"),
        ("--meeting=38,99", "there is no meeting 99 (meetings: 34, 35, 36, 37, 38)"),
    ] {
        let ended = run(&["recommendations", ".", wrong], &dossier, "");
        assert!(ended.status.code() == Some(2) && text(&ended.stderr).contains(says), "{}", text(&ended.stderr));
    }
}

#[test]
fn a_filter_that_nothing_meets_is_said() {
    let dossier = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let listed = |filters: &[&str]| {
        let listed = run(&[&["recommendations", "."], filters].concat(), &dossier, "");
        assert_eq!(listed.status.code(), Some(0));
        (text(&listed.stdout), text(&listed.stderr))
    };
    let (none, warned) = listed(&["--since", "2030-01-01", "--status", "done"]);
    assert!(none.ends_with("\n0 recommendations\n"), "{none}");
    assert_eq!(warned, "warning: no recommendation meets `--since 2030-01-01`\n");
    let (some, warned) = listed(&["--addressee", "stakeholders,council", "--meeting", "37,38"]);
    assert!(!some.ends_with("\n0 recommendations\n") && warned.is_empty(), "{some}{warned}");
    let (_, warned) = listed(&["--status", "superseded", "--meeting", "37"]);
    assert_eq!(warned, "warning: no recommendation meets `--status superseded --meeting cwg-wsis-sdg:37`\n");
    let (all, _) = listed(&[]);
    assert!(all.ends_with("\n60 recommendations and 46 observations\n"));
    let empty = run(&["recommendations", "-"], &dossier, "kind: note\ntitle: A title\n");
    assert_eq!(text(&empty.stderr), "warning: the dossier has no recommendations\n");
}
