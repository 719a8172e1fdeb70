//! A house style of a folder of one's own (`--templates`): what it changes is changed in the PDF and in Word.

use crate::support::{Built, build, keep, messages, output, part, project, request};
use pdf_extract::extract_text_from_mem_by_pages;
use rapporteur::assets::Assets;
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use rapporteur::writer::pdf::FontChoice;
use std::path::Path;

/// `everything.yaml` in the style of the Council with one of its words replaced.
fn build_in(written: &str, instead: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let council = std::fs::read_to_string(project().join("templates/houses/itu-council.yaml")).unwrap();
    assert!(council.contains(written), "{council}");
    std::fs::create_dir(folder.path().join("houses")).unwrap();
    std::fs::write(folder.path().join("houses/itu-council.yaml"), council.replace(written, instead)).unwrap();
    let assets = Assets { overrides: Some(folder.path().into()) };
    let mut workspace = Workspace::new(assets, &FontChoice::default());
    build(&mut workspace, Input::Path(&project().join("fixtures/documents/everything.yaml")), &request(&["pdf", "docx", "txt"]))
}

/// The lines of each page of the PDF.
fn pages(outcome: &Built) -> Vec<Vec<String>> {
    let pages = extract_text_from_mem_by_pages(output(outcome, ".pdf")).unwrap();
    pages.iter().map(|page| page.lines().map(|line| line.trim().to_string()).collect()).collect()
}

#[test]
fn the_number_of_pages_can_be_shown() {
    let outcome = build_in("- {page} -", "{page} of {pages}");
    keep(&outcome, "house");
    assert_eq!(messages(&outcome), "");
    let pages = pages(&outcome);
    for (at, page) in pages.iter().enumerate() {
        let line = format!("{} of {}", at + 1, pages.len());
        assert_eq!(page.contains(&line), at > 0, "{line}: {page:?}");
    }
    let header = part(output(&outcome, ".docx"), "word/header1.xml");
    assert!(header.contains(" NUMPAGES ") && header.contains(&format!("<w:t>{}</w:t>", pages.len())), "{header}");
    assert!(header.contains(r#"<w:t xml:space="preserve"> of </w:t>"#), "{header}");
}

#[test]
fn the_council_shows_the_page_alone() {
    let outcome = build_in("- {page} -", "- {page} -");
    let pages = pages(&outcome);
    assert!(pages.len() > 2 && pages[1].contains(&"- 2 -".into()) && !pages[0].contains(&"- 1 -".into()), "{pages:?}");
    let header = part(output(&outcome, ".docx"), "word/header1.xml");
    assert!(header.contains(" PAGE ") && !header.contains("NUMPAGES"), "{header}");
}

#[test]
fn a_mark_that_no_font_has_is_no_fault_of_the_authors_line() {
    let outcome = build_in(r#"{sign: "●","#, r#"{sign: "𐎀","#);
    let messages = messages(&outcome);
    assert!(messages.starts_with("error[missing-glyph]"), "{messages}");
    assert!(!messages.contains("everything.yaml"), "{messages}");
}

/// Builds a note with a folder of templates in which `path` holds `text`.
fn with_template(path: &str, text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
    let assets = Assets { overrides: Some(folder.path().into()) };
    let mut workspace = Workspace::new(assets, &Default::default());
    let note = Input::Text("kind: note\ntitle: A\nbody: B.\n".into(), Path::new("."));
    messages(&build(&mut workspace, note, &request(&["txt"])))
}

#[test]
fn files_and_keys_of_templates_that_change_nothing_are_refused() {
    let english = std::fs::read_to_string(project().join("templates/languages/en.yaml")).unwrap();
    let house = std::fs::read_to_string(project().join("templates/houses/itu-council.yaml")).unwrap();
    for path in ["languages/en.yaml", "houses/mine.yaml", "README.md", ".git/config", "typst/mine.typ"] {
        let text = if path.starts_with("languages") { &english } else { &house };
        assert_eq!(with_template(path, text), "", "{path}");
    }
    for path in ["house/itu-council.yaml", "itu-council.yaml", "languages/en.yml", "new/note/dossier.yaml", "docx/word/style.xml"]
    {
        let said = with_template(path, "a: b\n");
        assert!(said.contains("idle-template") && said.contains(path), "{path}: {said}");
    }
    assert!(with_template("houses/itu-council.yaml", &format!("{house}page_numbers: 1\n")).contains("page_numbers"));
    for (right, wrong) in
        [("\nsuffix: E", "\nsuffixes: E"), ("  mandate: >-", "  mandates: >-"), ("  addendum: \"", "  addenda: \"")]
    {
        let said = with_template("languages/en.yaml", &english.replacen(right, wrong, 1));
        let key = wrong.trim().split(':').next().unwrap();
        assert!(said.contains(&format!("a language has no key `{key}`")), "{wrong}: {said}");
    }
}
