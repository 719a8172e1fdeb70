//! What is read and written on a disk: only what is a file, whole or not at all, and nothing of somebody else's.

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn program(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(arguments).current_dir(folder).env("CI", "true").stdin(Stdio::null());
    command
}

fn run(arguments: &[&str], folder: &Path) -> Output {
    program(arguments, folder).output().unwrap()
}

/// The exit code and the standard error.
fn ended(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const BUILD: [&str; 5] = ["build", "-q", "--to", "txt,json", "--format=short"];

fn build(path: &str, folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    ended(&run(&[&BUILD, &[path][..], more].concat(), folder))
}

#[test]
fn a_file_is_replaced_only_as_the_program_has_left_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let note = |title: &str| format!("kind: note\ntitle: {title}\nbody: [a]\n");
    write(folder, &[("a/note.yaml", &note("One")), ("b/note.yaml", &note("Other")), ("output/own.en.txt", "mine")]);
    assert_eq!(build("a/note.yaml", folder, &[]).0, Some(0));
    write(folder, &[("a/note.yaml", &note("Two")), ("own.yaml", &note("Own"))]);
    assert_eq!(build("a/note.yaml", folder, &[]), (Some(0), String::new()), "the usual loop");

    let refused = |path: &str, name: &str, why: &str| {
        let before = read(folder, &format!("output/{name}"));
        let (code, said) = build(path, folder, &[]);
        assert_eq!(code, Some(2), "{said}");
        let expected = format!("error[unsaved-document]: `output/{name}` is not replaced: {why}\n");
        assert!(said.starts_with(&expected), "{said}\n{expected}");
        assert_eq!(read(folder, &format!("output/{name}")), before);
    };
    refused("b/note.yaml", "note.en.txt", "it was made from another dossier, `../a/note.yaml`");
    refused("own.yaml", "own.en.txt", "it was not made by this program");
    assert!(!folder.join("output/own.en.json").exists(), "no format of it is saved");

    write(folder, &[("a/note.yaml", &note("Three")), ("output/note.en.txt", "edited by hand")]);
    refused("a/note.yaml", "note.en.txt", "it has been changed since it was made");
    assert!(read(folder, "output/note.en.json").contains("Two"), "all formats of a document say the same");
    assert_eq!(build("a/note.yaml", folder, &["--force"]), (Some(0), String::new()));
    assert!(read(folder, "output/note.en.txt").starts_with("Three"));
    assert_eq!(build("b/note.yaml", folder, &["--force"]), (Some(0), String::new()));
    refused("a/note.yaml", "note.en.txt", "it was made from another dossier, `../b/note.yaml`");

    // what would be the same bytes is nobody's loss, and then known
    std::fs::remove_file(folder.join("output/.rapporteur.jsonl")).unwrap();
    assert_eq!(build("b/note.yaml", folder, &[]), (Some(0), String::new()));
    write(folder, &[("b/note.yaml", &note("Later"))]);
    assert_eq!(build("b/note.yaml", folder, &[]), (Some(0), String::new()));
    // the dossier and its documents are moved together
    std::fs::create_dir(folder.join("c")).unwrap();
    ["b", "output"].iter().for_each(|name| std::fs::rename(folder.join(name), folder.join("c").join(name)).unwrap());
    write(folder, &[("c/b/note.yaml", &note("Last"))]);
    assert_eq!(build("b/note.yaml", &folder.join("c"), &[]), (Some(0), String::new()));
}

#[test]
fn names_are_safe_and_two_submissions_of_one_name_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let long = vec!["x".repeat(99); 3].join("-");
    let submission = |symbol: &str| format!("  - {{kind: note, title: T, symbol: \"{symbol}\", body: [a]}}\n");
    let list: String = ["..", &long, "con", "A*b?<c>", "C22/8"].map(submission).concat();
    let addendum = "  - {kind: note, title: T, symbol: C22/8, addendum: 1, body: [a]}\n";
    write(folder, &[("dossier.yaml", &format!("submissions:\n{list}{addendum}"))]);
    for jobs in ["1", "3"] {
        assert_eq!(build(".", folder, &["-j", jobs]), (Some(0), String::new()));
        let stems = ["_con", "a-b-c", "c22-8-add-1", "c22-8", "dossier-1", &long[..120]];
        let made: Vec<_> = stems.iter().flat_map(|stem| ["json", "txt"].map(|format| format!("{stem}.en.{format}"))).collect();
        assert_eq!(names(&folder.join("output"))[1..], made);
    }
    let dossier = "submissions:\n".to_string() + &submission("C22/9") + &submission("nul");
    let note = "kind: note\ntitle: T\nbody: [a]\n";
    write(folder, &[("dossier.yaml", &dossier), ("submissions/Nul.yaml", note), ("submissions/é.yaml", note)]);
    write(folder, &[("submissions/E\u{301}.yaml", note), ("submissions/c22-10.yaml", note)]);
    let (code, said) = build(".", folder, &["--force", "-o", "other"]);
    assert_eq!(code, Some(1));
    let places = ["dossier.yaml:3:5", "submissions/E\u{301}.yaml:1:1", "submissions/Nul.yaml:1:1", "submissions/é.yaml:1:1"];
    for (place, line) in places.iter().zip(said.lines()) {
        assert!(line.starts_with(&format!("{place}: error[duplicate-output]: another submission is saved as")), "{line}");
    }
    assert_eq!(said.lines().count(), 4, "{said}");
    assert_eq!(names(&folder.join("other"))[1..], ["c22-10.en.json", "c22-10.en.txt", "c22-9.en.json", "c22-9.en.txt"]);
    let (code, alone) = build("submissions/Nul.yaml", folder, &["-o", "other"]);
    assert!(code == Some(1) && alone.contains("duplicate-output"), "a choice of submissions changes nothing: {alone}");
}

#[test]
fn names_of_files_follow_the_pattern_of_the_dossier_and_of_the_session() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let itu = |series: &str| format!("\"S{{year}}-{series}-{{series}}-{{number:4}}!{{supplements}}!{{format}}-{{letter}}\"");
    let session =
        |id: &str, files: &str| format!("  {id}: {{name: N, short: S, place: P, dates: 2022-03-21/2022-03-31{files}}}\n");
    let sessions = session("c", "") + &session("pp", &format!(", files: {}", itu("PP")));
    let dossier = format!("files: {}\nsessions:\n{sessions}", itu("CL"));
    write(folder, &[("dossier.yaml", &dossier)]);
    let submission = |rest: &str| format!("kind: note\ntitle: T\nbody: [a]\n{rest}");
    let files = [
        ("submissions/a.yaml", submission("symbol: C22/8\nsession: c\n")),
        (
            "submissions/b.yaml",
            submission(
                "symbol: C22/INF/3(Rev1)\nsession: c\neditions: [{session: pp, symbol: PP-22/34, addendum: 2, revision: 1}]\n",
            ),
        ),
        ("submissions/without-symbol.yaml", submission("session: c\n")),
    ];
    files.iter().for_each(|(name, text)| write(folder, &[(name, text)]));
    let (code, said) = build(".", folder, &[]);
    assert_eq!(code, Some(0), "{said}");
    let ours = [
        "S22-CL-C-0008!!JSON-E.json",
        "S22-CL-C-0008!!TXT-E.txt",
        "S22-CL-INF-0003!R1!JSON-E.json",
        "S22-CL-INF-0003!R1!TXT-E.txt",
    ];
    let others =
        ["S22-PP-C-0034!A2-R1!JSON-E.json", "S22-PP-C-0034!A2-R1!TXT-E.txt", "without-symbol.en.json", "without-symbol.en.txt"];
    assert_eq!(names(&folder.join("output"))[1..], [ours, others].concat());

    // documents in two languages need the language, two documents of a day another name
    write(folder, &[("dossier.yaml", "files: \"of the day{symbl}\"\n")]);
    let (code, said) = build(".", folder, &[]);
    assert!(code == Some(1) && said.contains("no piece `{symbl}`") && said.contains("`symbol`"), "{said}");
    write(folder, &[("dossier.yaml", "files: \"of the day\"\n")]);
    let (code, said) = build(".", folder, &[]);
    assert!(
        code == Some(1) && said.contains("error[duplicate-output]: another submission is saved as `of the day.en`"),
        "{said}"
    );
}

#[test]
fn languages_and_styles_lead_to_no_other_folder() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let words = std::fs::read_to_string(crate::support::project().join("templates/languages/en.yaml")).unwrap();
    write(folder, &[("outside.yaml", &words), ("own/languages/xx.yaml", &words)]);
    write(folder, &[("a.yaml", "kind: note\ntitle: T\nlanguages: [../../outside, xx, xx]\nbody: [a]\n")]);
    let (code, said) = build("a.yaml", folder, &["--templates", "own"]);
    assert!(code == Some(1) && said.contains("error[unknown-language]"), "{said}");
    assert_eq!(names(&folder.join("output"))[1..], ["a.xx.json", "a.xx.txt"]);
}

#[test]
fn a_dossier_is_read_up_to_a_size() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("dossier.yaml", "languages: [en]\n")]);
    for at in 1..=6 {
        // a hole that takes no room on the disk
        std::fs::File::create(folder.join(format!("{at}.yaml"))).unwrap().set_len(15 << 20).unwrap();
    }
    let (code, said) = build(".", folder, &[]);
    assert_eq!(code, Some(1));
    let expected = "5.yaml:1:1: error[unreadable-file]: the files of this dossier have more than 64 MB together";
    assert!(said.contains(expected) && !said.contains("6.yaml"), "{said}");
}

#[cfg(target_os = "linux")]
mod unix {
    use super::*;
    use std::io::Read;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};

    const NOTE: &str = "kind: note\ntitle: T\nbody: [a]\n";

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    fn shell(line: &str, folder: &Path) -> (Option<i32>, String) {
        let line = line.replace("rapporteur", env!("CARGO_BIN_EXE_rapporteur"));
        ended(&Command::new("sh").args(["-c", &line]).current_dir(folder).output().unwrap())
    }

    #[test]
    fn what_is_no_file_is_told_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let dossier = folder.join("d");
        write(&dossier, &[("dossier.yaml", "languages: [en]\n"), ("submissions/a.yaml", NOTE), ("meetings/sub.yaml/x", "")]);
        pipe(&dossier.join("meetings/1.yaml"));
        pipe(&dossier.join("submissions/pipe.png"));
        std::os::unix::fs::symlink("/dev/zero", dossier.join("zero.yaml")).unwrap();
        std::os::unix::fs::symlink("nowhere", dossier.join("dangling.yaml")).unwrap();
        let (code, said) = build(".", &dossier, &[]);
        assert_eq!(code, Some(1));
        for line in [
            "meetings/1.yaml:1:1: error[unreadable-file]: this can't be read: it is no regular file but a pipe, a device or a socket",
            "meetings/sub.yaml:1:1: error[unreadable-file]: this can't be read: it is a folder",
            "zero.yaml:1:1: error[unreadable-file]: this link leads out of the dossier",
            "dangling.yaml:1:1: error[unreadable-file]: this file can't be read: No such file",
        ] {
            assert!(said.contains(line), "{line}\n{said}");
        }
        write(folder, &[("b/b.yaml", "kind: note\ntitle: T\nbody: [{figure: {file: p.png, alt: A}}]\nreference: p.png\n")]);
        pipe(&folder.join("b/p.png"));
        let (code, said) = build("b/b.yaml", folder, &["--to", "docx"]);
        assert!(code == Some(1) && said.contains("[unreadable-picture]") && said.contains("[unreadable-reference]"), "{said}");
        assert_eq!(build("b/p.png", folder, &[]).0, Some(2));
    }

    #[test]
    fn a_template_that_is_no_file_is_told_and_the_own_one_not_taken_for_it() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &[("c/c.yaml", NOTE), ("house.typ", ""), ("own/languages/fr/x", "")]);
        std::fs::create_dir_all(folder.join("own/typst")).unwrap();
        pipe(&folder.join("own/languages/en.yaml"));
        std::os::unix::fs::symlink("../../house.typ", folder.join("own/typst/house.typ")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.join("own/countries.yaml")).unwrap();
        let (code, said) = build("c/c.yaml", folder, &["--templates", "own", "--font-path", "c"]);
        assert_eq!(code, Some(1));
        for (path, why) in [
            ("languages/en.yaml", "it is no regular file but a pipe, a device or a socket"),
            ("typst/house.typ", "it leads out of the folder"),
            ("countries.yaml", "it leads out of the folder"),
        ] {
            let line = format!("error[unreadable-template]: `{path}` in the folder of templates can't be read: {why}");
            assert!(said.contains(&line), "{line}\n{said}");
        }
    }

    #[test]
    fn a_part_of_a_dossier_that_is_something_else_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &[("a/dossier.yaml", "languages: [en]\n"), ("b/dossier.yaml", "languages: [en]\n"), ("c/x", "")]);
        write(folder, &[("a/submissions", ""), ("d/submissions/d.yaml", NOTE)]);
        pipe(&folder.join("b/meetings"));
        std::os::unix::fs::symlink("nowhere", folder.join("c/dossier.yaml")).unwrap();
        pipe(&folder.join("d/dossier.yaml"));
        for (path, line) in [
            ("a", "`a/submissions` can't be read: "),
            ("b", "`b/meetings` can't be read: "),
            ("c", "c/dossier.yaml:1:1: error[unreadable-file]: this file can't be read: No such file"),
            ("d", "d/dossier.yaml:1:1: error[unreadable-file]: this can't be read: it is no regular file"),
            ("d/submissions/d.yaml", "d/dossier.yaml:1:1: error[unreadable-file]: this can't be read: it is no regular file"),
        ] {
            let (code, said) = build(path, folder, &[]);
            assert!(code != Some(0) && said.contains(line), "{path}: {line}\n{said}");
        }
    }

    #[test]
    fn pipes_and_devices_are_written_to_and_stay() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let dossier = crate::support::project().join("fixtures/dossiers/cwg-wsis-sdg").display().to_string();
        let list = |output: &str| program(&["recommendations", &dossier, "--to", "csv", "-o", output], folder);
        let expected = run(&["recommendations", &dossier, "--to", "csv"], folder).stdout;
        assert!(!expected.is_empty());
        for output in ["-", "/dev/stdout", "/dev/fd/1"] {
            assert_eq!(list(output).output().unwrap().stdout, expected, "{output}");
        }
        write(folder, &[("all.csv", "before\n")]);
        let all = std::fs::OpenOptions::new().append(true).open(folder.join("all.csv")).unwrap();
        assert!(list("/dev/stdout").stdout(all).status().unwrap().success());
        assert_eq!(read(folder, "all.csv").into_bytes(), [b"before\n", &expected[..]].concat());
        pipe(&folder.join("pipe"));
        let mut child = list("pipe").stdout(Stdio::null()).spawn().unwrap();
        let mut read = Vec::new();
        std::fs::File::open(folder.join("pipe")).unwrap().read_to_end(&mut read).unwrap();
        assert!(child.wait().unwrap().success() && read == expected);
        assert!(std::fs::metadata(folder.join("pipe")).unwrap().file_type().is_fifo());
        assert!(list("/dev/null").status().unwrap().success());
        assert!(std::fs::metadata("/dev/null").unwrap().file_type().is_char_device());
        assert_eq!(ended(&list("/dev/full").output().unwrap()).0, Some(2));
        std::os::unix::fs::symlink("all.csv", folder.join("link.csv")).unwrap();
        assert!(list("link.csv").status().unwrap().success());
        assert_eq!(super::read(folder, "all.csv").into_bytes(), expected, "a link is followed, and stays");
        assert!(std::fs::symlink_metadata(folder.join("link.csv")).unwrap().is_symlink());
    }

    #[test]
    fn streams_that_are_closed_or_full_are_no_panic_and_the_files_are_saved() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &[("a.yaml", NOTE), ("w.yaml", "kind: note\ntitle: T\nbody: [\"[a](javascript:b)\"]\n")]);
        for (line, code) in [
            ("rapporteur build w.yaml --to txt -o OUT 2>&-", 0),
            ("rapporteur build w.yaml --to txt -o OUT >&-", 0),
            ("rapporteur build w.yaml --to txt -o OUT 2>/dev/full", 2),
            ("rapporteur build w.yaml --to txt -o OUT >/dev/full", 2),
            ("rapporteur build w.yaml --to txt -o OUT >/dev/full 2>/dev/full", 2),
            ("rapporteur build w.yaml --to txt -o OUT --format json <&- >&- 2>&-", 0),
        ] {
            let ended = shell(line, folder);
            assert!(ended.0 == Some(code) && !ended.1.contains("panicked"), "{line}: {ended:?}");
            assert!(read(folder, "OUT/w.en.txt").starts_with('T'), "{line}");
            std::fs::remove_dir_all(folder.join("OUT")).unwrap();
        }
        write(folder, &[("bad.yaml", &"- :\n".repeat(9))]);
        for (arguments, code) in [
            (&["check", "bad.yaml"][..], 1),
            (&["explain"], 0),
            (&["--help"], 0),
            (&["frobnicate"], 2),
            (&["build", "nowhere"], 2),
        ] {
            for full in [false, true] {
                let mut child = program(arguments, folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
                drop((child.stdout.take(), child.stderr.take()));
                let broken = child.wait().unwrap().code();
                assert_eq!(broken, Some(code), "{arguments:?}");
                if full {
                    let device = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
                    let ended = program(arguments, folder).stdout(device()).stderr(device()).status().unwrap();
                    assert!([Some(0), Some(2)].contains(&ended.code()), "{arguments:?}: {ended}");
                }
            }
        }
    }

    #[test]
    fn a_signal_ends_a_run_without_a_trace_and_a_later_run_removes_what_a_kill_has_left() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let list: String =
            (0..3000).map(|at| format!("  - {{kind: note, title: T{at}, symbol: C22/{at}, body: [a]}}\n")).collect();
        write(folder, &[("d/dossier.yaml", &format!("submissions:\n{list}")), ("other/one.yaml", NOTE)]);
        let saving = |names: &[String]| names.iter().filter(|name| name.starts_with(".rapporteur-saving-")).count();
        for (signal, code) in [("INT", Some(130)), ("TERM", Some(143)), ("KILL", None)] {
            let output = folder.join(signal);
            let mut child =
                program(&["build", "d", "--to", "txt,json", "-o", signal], folder).stdout(Stdio::null()).spawn().unwrap();
            while std::fs::read_dir(&output).is_err() || names(&output).len() < 20 {
                assert!(child.try_wait().unwrap().is_none(), "the run is to be ended while it saves");
                std::thread::yield_now();
            }
            if signal == "KILL" {
                assert_eq!(build("other/one.yaml", folder, &["-o", signal]), (Some(0), String::new()));
            }
            assert_eq!(saving(&names(&output)), 1, "a run that lives is left alone");
            let id = child.id().to_string();
            assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
            assert_eq!(child.wait().unwrap().code(), code, "{signal}");
            let left = names(&output);
            assert_eq!(saving(&left), usize::from(signal == "KILL"), "{signal}");
            let documents: Vec<_> = left.iter().filter(|name| !name.starts_with('.')).collect();
            if signal != "KILL" {
                assert_eq!(documents.len() % 2, 0, "each document in both formats, or not at all");
            }
        }
        write(folder, &[("d/dossier.yaml", "submissions: [{kind: note, title: Other, symbol: C22/0, body: [b]}]\n")]);
        assert_eq!(build("d", folder, &["-o", "KILL"]), (Some(0), String::new()));
        assert_eq!(saving(&names(&folder.join("KILL"))), 0);
    }

    #[test]
    fn what_cannot_be_written_is_told_for_each_document_and_the_others_are_saved() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &[("dossier.yaml", "languages: [en]\n"), ("submissions/a.yaml", NOTE), ("submissions/b.yaml", NOTE)]);
        write(folder, &[("submissions/c.yaml", NOTE), ("submissions/d.yaml", NOTE), ("output/a.en.json/x", "a folder")]);
        pipe_and_link(folder);
        let (code, said) = build(".", folder, &["--force"]);
        assert_eq!(code, Some(2), "{said}");
        assert_eq!(said.matches("error[unsaved-document]").count(), 3, "{said}");
        assert_eq!(read(folder, "elsewhere.txt"), "somebody's");
        let left: Vec<_> = names(&folder.join("output"));
        assert_eq!(left, [".rapporteur.jsonl", "a.en.json", "b.en.txt", "c.en.json", "d.en.json", "d.en.txt"]);
        // read-only is a wish to keep it
        let mut permissions = std::fs::metadata(folder.join("output/d.en.txt")).unwrap().permissions();
        permissions.set_mode(0o444);
        std::fs::set_permissions(folder.join("output/d.en.txt"), permissions).unwrap();
        write(folder, &[("submissions/d.yaml", &NOTE.replace("[a]", "[changed]"))]);
        assert!(build("submissions/d.yaml", folder, &[]).1.contains("`output/d.en.txt` is not replaced: it is read-only"));
        assert_eq!(build("submissions/d.yaml", folder, &["--force"]).0, Some(0));
        write(folder, &[("file", "no folder")]);
        let (code, said) = build("submissions/d.yaml", folder, &["-o", "file"]);
        assert!(code == Some(2) && said.starts_with("error[unsaved-document]: `file` can't be written:"), "{said}");
    }

    /// Puts a link at the place of one output, and a pipe at that of another.
    fn pipe_and_link(folder: &Path) {
        write(folder, &[("elsewhere.txt", "somebody's")]);
        std::os::unix::fs::symlink("../elsewhere.txt", folder.join("output/b.en.txt")).unwrap();
        pipe(&folder.join("output/c.en.json"));
    }

    #[test]
    fn runs_at_the_same_time_leave_whole_files() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let list: String = (0..40).map(|at| format!("  - {{kind: note, title: T{at}, symbol: C22/{at}, body: [a]}}\n")).collect();
        write(folder, &[("dossier.yaml", &format!("submissions:\n{list}"))]);
        let runs: Vec<_> = (0..4).map(|_| program(&[&BUILD[..], &["."]].concat(), folder).spawn().unwrap()).collect();
        for mut run in runs {
            assert!(run.wait().unwrap().success());
        }
        assert_eq!(names(&folder.join("output")).len(), 81, "the documents, and what is remembered of them");
        write(folder, &[("dossier.yaml", &format!("submissions:\n{}", list.replace("[a]", "[b]")))]);
        assert_eq!(build(".", folder, &[]), (Some(0), String::new()));
    }
}
