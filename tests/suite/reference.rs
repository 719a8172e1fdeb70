//! A secretariat's own Word file: its look is honoured, what it lacks is said and added, and a harmful one is refused.

use crate::support::{Built, build_path, keep, messages, output, part, project};
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;

pub const PNG: &[u8] = include_bytes!("../../fixtures/documents/images/goals.png");
pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What becomes of a part with this path; none takes it out.
type Change<'c> = &'c dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>>;

/// A package with these parts changed or added.
pub fn changed(package: &[u8], change: Change, added: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(&bytes).unwrap();
        }
    }
    for (name, bytes) in added {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn everything() -> Vec<u8> {
    output(&build_path(&project().join("fixtures/documents/everything.yaml"), &["docx"]), ".docx").to_vec()
}

/// `everything.yaml` with this file as its reference.
pub fn build_with(reference: &[u8], prepare: impl FnOnce(&Path)) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossier");
    std::fs::create_dir_all(root.join("images")).unwrap();
    std::fs::write(root.join("images/goals.png"), PNG).unwrap();
    std::fs::write(root.join("house.docx"), reference).unwrap();
    let text = std::fs::read_to_string(project().join("fixtures/documents/everything.yaml")).unwrap();
    std::fs::write(root.join("a.yaml"), format!("{text}\nreference: house.docx\n")).unwrap();
    prepare(&root);
    build_path(&root.join("a.yaml"), &["pdf", "docx", "txt"])
}

/// As a secretariat might have it: A5, a logo in the header, a French Word's ids, and no styles for the box and for comments.
fn template() -> Vec<u8> {
    let change = |name: &str, bytes: Vec<u8>| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let style = |text: &str, id: &str| {
            let start = text.find(&format!("w:styleId=\"{id}\"")).and_then(|at| text[..at].rfind("<w:style ")).unwrap();
            let end = start + text[start..].find("</w:style>").unwrap() + "</w:style>".len();
            format!("{}{}", &text[..start], &text[end..])
        };
        Some(match name {
            "word/document.xml" => text.replace("w:w=\"11907\" w:h=\"16840\"", "w:w=\"8391\" w:h=\"11906\"").into_bytes(),
            "word/styles.xml" => {
                let text = ["Boxtitle", "Boxfirst", "CommentText"]
                    .iter()
                    .fold(text, |text, id| style(&text, id))
                    .replace("\"Heading1\"", "\"Titre1\"");
                text.replace("w:styleId=\"Boxtext\"", "w:styleId=\"Boxtxt\"").replace("Box_text", "Boxed").into_bytes()
            }
            "word/theme/theme1.xml" => text.replace("0B4A8F", "123456").into_bytes(),
            "word/header1.xml" => {
                let picture = r#"<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:50pt;height:20pt"><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r></w:p></w:hdr>"#;
                let root = format!("<w:hdr xmlns:r=\"{OFFICE}\" ");
                text.replace("</w:hdr>", picture).replacen("<w:hdr ", &root, 1).into_bytes()
            }
            _ => bytes,
        })
    };
    let relationships = format!(
        r#"<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId7" Type="{OFFICE}/image" Target="media/logo.png"/></Relationships>"#
    );
    changed(&everything(), &change, &[("word/_rels/header1.xml.rels", relationships.as_bytes()), ("word/media/logo.png", PNG)])
}

#[test]
fn its_look_is_honoured_and_what_it_lacks_is_said() {
    let outcome = build_with(&template(), |_| ());
    keep(&outcome, "reference");
    let said = messages(&outcome);
    assert!(said.contains("warning[missing-style]: `house.docx` has no styles `Boxfirst`, `Boxtext` and `Boxtitle`;"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    let hints = outcome.diagnostics.iter().flat_map(|one| &one.hints);
    assert!(hints.into_iter().any(|hint| hint == "is `Boxtxt` meant to be `Boxtext`?"));
    let docx = output(&outcome, ".docx");
    let (body, styles) = (part(docx, "word/document.xml"), part(docx, "word/styles.xml"));
    assert!(body.contains("w:w=\"8391\" w:h=\"11906\"") && styles.contains("w:styleId=\"Boxtxt\""));
    assert!(styles.contains("w:styleId=\"Heading1\"") && styles.contains("w:styleId=\"Boxfirst\"") && !styles.contains("Titre1"));
    // added without a word
    assert!(styles.contains("w:styleId=\"CommentText\""));
    assert!(part(docx, "word/theme/theme1.xml").contains("123456"));
    let header = part(docx, "word/header1.xml");
    assert!(header.contains("r:id=\"rId1\"") && header.contains("w:val=\"Heading1\""), "{header}");
    assert!(part(docx, "word/_rels/header1.xml.rels").contains("media/reference1.png"));
    // the words and their numbers are what they were
    let kept = std::fs::read_to_string(project().join("fixtures/documents/everything.txt")).unwrap();
    assert_eq!(String::from_utf8_lossy(output(&outcome, ".txt")), kept);
    assert_eq!(part(docx, "word/numbering.xml"), part(&everything(), "word/numbering.xml"));
}

#[test]
fn what_is_no_word_file_is_an_error_at_its_line() {
    let refused = |reference: &[u8], why: &str| {
        let outcome = build_with(reference, |_| ());
        let said = messages(&outcome);
        assert!(said.contains("error[unreadable-reference]: `house.docx`") && said.contains(why), "{said}");
        assert!(said.contains("a.yaml:") && outcome.outputs.is_empty(), "{said}");
    };
    refused(b"no zip", "is not a Word file");
    let without = |gone: &'static str| changed(&everything(), &move |name, bytes| (name != gone).then_some(bytes), &[]);
    refused(&without("word/document.xml"), "is not a Word file");
    refused(&without("word/styles.xml"), "is not a Word file");
    let with = |path: &'static str, text: String| {
        changed(&everything(), &move |name, bytes| Some(if name == path { text.clone().into_bytes() } else { bytes }), &[])
    };
    refused(&with("word/styles.xml", "<w:styles".into()), "`word/styles.xml`");
    refused(&with("word/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:styles/>".into()), "document type");
    refused(&with("word/styles.xml", format!("<w:styles>{}", " ".repeat(65 << 20))), "more than 64 MB");
}

#[test]
fn it_comes_from_inside_the_dossier_only() {
    let leave = |root: &Path| {
        std::fs::rename(root.join("house.docx"), root.parent().unwrap().join("house.docx")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("../house.docx", root.join("house.docx")).unwrap();
    };
    assert!(messages(&build_with(&everything(), leave)).contains("`house.docx` leads out of the dossier"));
}
