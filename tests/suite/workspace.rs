//! Runs of a workspace: what is looked through, what is held back and what is saved all the same.

use crate::support::{Built, build, build_path, build_text, findings, messages, project, request};
use rapporteur::diagnostic::Severity;
use rapporteur::dossier::Input;
use rapporteur::project::{Request, Workspace};
use rapporteur::writer::{Job, WRITERS, Writer};
use std::path::Path;

/// A dossier with these files.
fn dossier(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dossier.yaml"), "languages: [en]\n").unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn names(built: &Built) -> Vec<&str> {
    built.outputs.iter().map(|output| output.name.as_str()).collect()
}

const NOTE: (&str, &str) = ("submissions/note.yaml", "kind: note\ntitle: Note\nbody: Good.\n");
/// It has no `period`, which is an error, and an empty heading, which is a warning.
const ANNUAL: (&str, &str) =
    ("submissions/annual.yaml", "kind: annual-report\ntitle: Report\nbody: [{heading: Nothing below}]\n");

#[test]
fn a_submission_is_not_held_back_by_another_one_that_is_not_wanted() {
    let folder = dossier(&[NOTE, ANNUAL]);
    let built = build_path(&folder.path().join(NOTE.0), &["txt"]);
    assert_eq!((messages(&built).as_str(), names(&built)), ("", vec!["note.en.txt"]));
}

#[test]
fn of_two_submissions_only_the_one_with_errors_is_held_back() {
    let folder = dossier(&[NOTE, ANNUAL]);
    let built = build_path(folder.path(), &["txt"]);
    assert_eq!(names(&built), ["note.en.txt"]);
    assert!(messages(&built).contains("missing-period") && messages(&built).contains("empty-clause"), "{}", messages(&built));
}

#[test]
fn an_error_in_the_records_holds_back_every_submission() {
    let people = ("people.yaml", "people: {a: {given: A, family: B, country: XXX}}\n");
    let folder = dossier(&[NOTE, people]);
    let built = build_path(&folder.path().join(NOTE.0), &["txt"]);
    assert!(names(&built).is_empty() && messages(&built).contains("unknown-country"), "{}", messages(&built));
}

#[test]
fn a_warning_that_is_raised_to_an_error_holds_the_document_back() {
    let link = r#"["[a](ftp://a.b)"]"#;
    for (name, body) in [("page-limit", "[a, page_break, b]"), ("link-scheme", link)] {
        let text = |level: &str| {
            let check = format!("dossier: {{check: {{rules: {{{name}: {level}}}}}}}\n");
            format!("kind: note\ntitle: T\npage_limit: 1\nbody: {body}\n{check}")
        };
        for (level, files) in [("warning", 2), ("error", 0), ("off", 2)] {
            let built = build_text(&text(level), &["pdf", "docx"]);
            assert_eq!(built.outputs.len(), files, "{name}: {level}: {}", messages(&built));
            let severities: Vec<_> =
                built.diagnostics.iter().filter(|found| found.name == name).map(|found| found.severity).collect();
            let expected = match level {
                "warning" => vec![Severity::Warning],
                "error" => vec![Severity::Error],
                _ => Vec::new(),
            };
            assert_eq!(severities, expected, "{name}: {level}");
        }
    }
}

/// Fails on one document as no writer should.
static FRAGILE: Writer = Writer { name: "fragile", about: "a writer that panics", write: fragile, check: |_| Vec::new() };

fn fragile(job: &Job) -> rapporteur::diagnostic::SourceResult<rapporteur::writer::Written> {
    assert!(job.document.properties.title != "Fragile", "it breaks");
    (WRITERS[3].write)(job)
}

#[test]
fn a_panic_in_one_document_is_an_error_that_names_it_and_the_rest_is_built() {
    let fragile = ("submissions/fragile.yaml", "kind: note\ntitle: Fragile\nbody: Bad.\n");
    let folder = dossier(&[NOTE, fragile]);
    for threads in [1, 2] {
        let request = Request { writers: vec![&FRAGILE, &WRITERS[3]], threads, ..Request::default() };
        let built = build(&mut Workspace::default(), Input::Path(folder.path()), &request);
        assert_eq!(names(&built), ["note.en.fragile", "note.en.txt"]);
        assert_eq!(built.diagnostics.len(), 1);
        let error = &built.diagnostics[0];
        assert_eq!((error.name, error.severity), ("internal", Severity::Error));
        assert!(error.message.contains("`fragile.en.fragile`") && error.message.contains("it breaks"), "{}", error.message);
    }
}

#[test]
fn a_check_says_all_that_a_build_says() {
    let mut seen = 0;
    for folder in ["errors", "lint", "documents"] {
        for entry in std::fs::read_dir(project().join("fixtures").join(folder)).unwrap().flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|ending| ending != "yaml") {
                continue;
            }
            seen += 1;
            let request = request(&["pdf", "docx"]);
            let built = build(&mut Workspace::default(), Input::Path(&path), &request);
            let checked = Workspace::default().check(Input::Path(&path), &request).unwrap();
            assert_eq!(checked.diagnostics.to_vec(), built.diagnostics, "{}", path.display());
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_title_or_heading_without_words_is_shown_at_its_place() {
    let text = "kind: note\ntitle: \" \"\nbody: [{heading: \" \", body: [a]}]\n";
    for line in ["<stdin>:3:8: error[empty-heading]", "<stdin>:2:8: error[empty-heading]"] {
        let built = build_text(text, &["pdf"]);
        assert!(built.outputs.is_empty() && messages(&built).contains(line), "{}", messages(&built));
    }
}

#[test]
fn a_document_that_cannot_be_saved_is_a_message_and_the_others_are_saved() {
    /// Refuses the second document.
    #[derive(Default)]
    struct Full(std::sync::Mutex<Vec<Vec<String>>>);
    impl rapporteur::project::Sink for Full {
        fn save(&self, dossier: &Path, files: Vec<rapporteur::project::Output>) -> Result<(), String> {
            assert_eq!(dossier, Path::new("-"));
            let mut asked = self.0.lock().unwrap();
            asked.push(files.into_iter().map(|file| file.name).collect());
            if asked.len() == 2 { Err("the disk is full".into()) } else { Ok(()) }
        }
    }
    let text =
        "submissions: [{kind: note, title: A, body: a}, {kind: note, title: B, body: b}, {kind: note, title: C, body: c}]\n";
    let full = Full::default();
    let built = Workspace::default().build(Input::Text(text.into(), Path::new(".")), &request(&["txt", "json"]), &full).unwrap();
    assert_eq!(findings(&built.diagnostics, &built.sources), ["0:0 unsaved-document: the disk is full"]);
    let names: Vec<_> = built.saved.iter().map(|saved| saved.name.as_str()).collect();
    assert_eq!(names, ["stdin-1.en.txt", "stdin-1.en.json", "stdin-3.en.txt", "stdin-3.en.json"]);
    let sets = full.0.into_inner().unwrap();
    assert_eq!(sets[1], ["stdin-2.en.txt", "stdin-2.en.json"], "all formats of a document come together");
}

#[test]
fn an_unsaved_text_takes_the_place_of_its_file_and_only_that_file_is_decoded_again() {
    let folder = dossier(&[NOTE, ("texts/a.yaml", "- Common.\n"), ("submissions/other.yaml", "kind: note\ntitle: O\nbody: o\n")]);
    let note = folder.path().join(NOTE.0);
    let mut workspace = Workspace::default();
    let check = |workspace: &mut Workspace| {
        let outcome = workspace.check(Input::Path(folder.path()), &request(&["pdf"])).unwrap();
        rapporteur::diagnostic::render::render(&outcome.diagnostics, &outcome.sources, Default::default(), false, false)
    };
    assert_eq!((check(&mut workspace).as_str(), workspace.decodings()), ("", 4));
    assert_eq!((check(&mut workspace).as_str(), workspace.decodings()), ("", 4));
    workspace.set_overlay(&note, "kind: note\ntitle: Note\nbody: [a, \"[](#nowhere)\"]\n");
    let found = check(&mut workspace);
    assert!(found.contains("dangling-reference") && found.contains("3 | body: [a"), "{found}");
    assert_eq!(workspace.decodings(), 5);
    workspace.set_overlay(&note, "kind: note\ntitle: Note\nbody: [a, {reuse: a}]\n");
    assert_eq!((check(&mut workspace).as_str(), workspace.decodings()), ("", 6));
    workspace.set_overlay(&folder.path().join("submissions/new.yaml"), "kind: note\ntitel: New\n");
    assert!(check(&mut workspace).contains("missing-key"), "a file that is not on disk yet is read");
    workspace.clear_overlay(&folder.path().join("submissions/new.yaml"));
    workspace.clear_overlay(&note);
    assert_eq!(check(&mut workspace), "");
}

#[test]
fn a_run_tells_what_it_has_read() {
    let folder = dossier(&[("submissions/note.yaml", "kind: note\ntitle: N\nbody: [{figure: {file: p.png, alt: A}}]\n")]);
    let picture = project().join("fixtures/documents/images/goals.png");
    std::fs::copy(picture, folder.path().join("p.png")).unwrap();
    let mut workspace = Workspace::default();
    let outcome = workspace.check(Input::Path(folder.path()), &request(&["pdf"])).unwrap();
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    let root = folder.path().canonicalize().unwrap();
    let read = workspace.dependencies();
    for path in ["", "dossier.yaml", "submissions", "submissions/note.yaml", "p.png"] {
        assert!(read.contains(&root.join(path)), "{path}: {read:?}");
    }
}

#[test]
fn a_workspace_gives_the_same_bytes_as_a_new_one() {
    let path = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let mut workspace = Workspace::default();
    let request = request(&["docx", "typ", "txt", "json"]);
    let meeting = path.join("meetings/38.yaml");
    let text = std::fs::read_to_string(&meeting).unwrap();
    workspace.set_overlay(&meeting, format!("# another line\n{text}"));
    build(&mut workspace, Input::Path(&path), &request);
    workspace.clear_overlay(&meeting);
    let (again, new) =
        (build(&mut workspace, Input::Path(&path), &request), build(&mut Workspace::default(), Input::Path(&path), &request));
    assert_eq!(names(&again), names(&new));
    for (again, new) in again.outputs.iter().zip(&new.outputs) {
        assert!(again.bytes == new.bytes, "{}", new.name);
    }
}

#[test]
fn what_is_checked_again_after_a_change_is_what_a_new_workspace_says() {
    let root = project().join("fixtures/dossiers/cwg-wsis-sdg");
    let request = request(&["pdf", "docx"]);
    let shown = |workspace: &mut Workspace| {
        let outcome = workspace.check(Input::Path(&root), &request).unwrap();
        rapporteur::diagnostic::render::render(&outcome.diagnostics, &outcome.sources, Default::default(), false, false)
    };
    // a symbol that another submission has, a meeting and a recommendation that are gone, a reference to nowhere, a line more
    let changes = [
        ("submissions/c21-8.yaml", "symbol: C21/8", "symbol: C22/8"),
        ("submissions/c22-8.yaml", "symbol: C22/8", "symbol: C22/9"),
        ("meetings/36.yaml", "number: 36", "number: 39"),
        ("meetings/38.yaml", "repeats: ", "supersedes: "),
        ("texts/itu-introduction.yaml", "- ", "\n- See [](#nowhere).\n- "),
        ("topics.yaml", ":", " :"),
    ];
    let mut workspace = Workspace::default();
    assert_eq!(shown(&mut workspace), "");
    for (path, from, to) in changes {
        let path = root.join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{}", path.display());
        workspace.set_overlay(&path, text.replacen(from, to, 1));
        let mut new = Workspace::default();
        new.set_overlay(&path, text.replacen(from, to, 1));
        assert_eq!(shown(&mut workspace), shown(&mut new), "{}", path.display());
        workspace.clear_overlay(&path);
        assert_eq!(shown(&mut workspace), "", "{}", path.display());
    }
}

/// Random numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Returns the text with a letter changed, a line taken away or written twice, or a letter of another alphabet or a word
    /// without an end added.
    fn edited(&mut self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(String::from).collect();
        let at = self.below(lines.len());
        match self.below(7) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines[at].push('\u{4e00}'),
            3 => lines[at].push_str(&"w".repeat(120)),
            _ => {
                let letters: Vec<usize> =
                    lines[at].char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).map(|(at, _)| at).collect();
                if !letters.is_empty() {
                    let letter = letters[self.below(letters.len())];
                    lines[at].replace_range(letter..letter + 1, ["x", "7", "e", " "][self.below(4)]);
                }
            }
        }
        lines.join("\n") + "\n"
    }
}

/// Edits the files below `root` (or `root` itself) at random, `edits` times each, in one workspace that sees all edits, and asserts that it says what a new
/// workspace says. Some edits stay while the next ones are made. For a single file, a build has to say the same, too.
fn assert_edits(root: &Path, edits: usize, random: &mut Random) {
    let request = request(&["pdf", "docx", "json"]);
    let shown = |workspace: &mut Workspace, what: &str| {
        let outcome = workspace.check(Input::Path(root), &request).unwrap_or_else(|error| panic!("{what}: {error}"));
        rapporteur::diagnostic::render::render(&outcome.diagnostics, &outcome.sources, Default::default(), false, false)
    };
    let mut files = vec![root.to_path_buf()];
    while let Some(at) = files.iter().position(|path| path.is_dir()) {
        let folder = files.remove(at);
        files.extend(std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()));
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    let mut workspace = Workspace::default();
    let mut stays: Option<(std::path::PathBuf, String)> = None;
    for (path, round) in files.iter().flat_map(|path| (0..edits).map(move |round| (path, round))) {
        let text = random.edited(&std::fs::read_to_string(path).unwrap());
        let mut new = Workspace::default();
        for (path, text) in stays.iter().map(|(path, text)| (path, text)).chain([(path, &text)]) {
            workspace.set_overlay(path, text.as_str());
            new.set_overlay(path, text.as_str());
        }
        let what = format!("{} after {:?}:\n{text}", path.display(), stays.as_ref().map(|(path, _)| path));
        assert_eq!(shown(&mut workspace, &what), shown(&mut new, &what), "{what}");
        if files.len() == 1 {
            let built = build(&mut new, Input::Path(root), &request);
            let said =
                rapporteur::diagnostic::render::render(&built.diagnostics, &built.sources, Default::default(), false, false);
            assert_eq!(shown(&mut workspace, &what), said, "{what}");
        }
        workspace.clear_overlay(path);
        if round == 0 {
            stays.iter().for_each(|(path, _)| workspace.clear_overlay(path));
            stays = Some((path.clone(), text));
        }
    }
}

#[test]
fn whatever_is_edited_a_workspace_says_what_a_new_one_says() {
    let mut random = Random(11);
    assert_edits(&project().join("fixtures/dossiers/cwg-wsis-sdg"), 2, &mut random);
    for folder in ["lint", "features", "errors"] {
        let mut all: Vec<_> =
            std::fs::read_dir(project().join("fixtures").join(folder)).unwrap().flatten().map(|entry| entry.path()).collect();
        all.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
        all.sort();
        all.iter().step_by(8).for_each(|path| assert_edits(path, 4, &mut random));
    }
}

/// The recommendations of two meetings are one record, written once: what is kept of one must not be said of the other.
const SHARED: &str = "\
body: g
bodies: {g: {name: Group, acronym: CWG-G}}
topics: {t: Topic}
meetings:
  - number: 1
    dates: 2021-01-05
    documents: [{symbol: 2, title: One}]
    items:
      - topic: t
        recommendations: &made
          - {actor: secretariat, action: requested, text: 'read {documents.count}', documents: [2]}
          - {actor: secretariat, action: requested, text: write, documents: [2]}
  - number: 2
    dates: 2022-01-05
    documents: [{symbol: 2, title: Two}, {symbol: 3, title: Three}]
    items: [{topic: t, recommendations: *made}]
submissions:
  - {kind: meeting-summary, meeting: 1, title: First, author: chair, body: [recommendations]}
  - {kind: meeting-summary, meeting: 2, title: Second, author: chair, body: [recommendations]}
";

#[test]
fn what_is_kept_of_a_recommendation_is_said_where_it_is_true() {
    let built = build_text(SHARED, &["txt"]);
    let texts: Vec<String> = built.outputs.iter().map(|output| String::from_utf8_lossy(&output.bytes).into_owned()).collect();
    let expected = [["read one (CWG-G-1/2)", "write (CWG-G-1/2)"], ["read two (CWG-G-2/2)", "write (CWG-G-2/2)"]];
    for (text, expected) in texts.iter().zip(expected) {
        assert!(expected.iter().all(|words| text.contains(words)), "{text}");
    }
    assert_eq!(texts.len(), 2);
}
