//! Reads the Word template: the Word file of an office whose look the documents take. The parts that are used are extracted and checked.
//!
//! 1. The file is opened as a picture is: from inside the dossier only ([`super::attachment`]).
//! 2. Its parts are found by their relationships ([`package`]), as Word finds them; the names of parts have no meaning.
//! 3. Headers, footers and the theme are extracted with their pictures and links. If they refer to anything else, the file is refused, since that
//!    would be missing in the document.

mod package;
mod types;

pub use types::{Attached, AttachedPicture, HeaderFooter, PageSetup, WordTemplate};

use super::attachment::{Attachments, Refusal, Wanted, open};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::web::WebAddress;
use crate::xml::Element;
use package::{Package, Relationship, damaged, no_word_file};
use std::sync::Arc;

/// The greatest size of the file, in bytes.
const MAX_BYTES: u64 = 32 << 20;
/// The XML namespace of the elements that Word writes, unless it saves a file as "strict".
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The file endings of pictures that Word can show, each with the ending that is written into the document.
const PICTURES: [(&str, &str); 10] = [
    ("png", "png"),
    ("jpg", "jpeg"),
    ("jpeg", "jpeg"),
    ("gif", "gif"),
    ("bmp", "bmp"),
    ("tif", "tiff"),
    ("tiff", "tiff"),
    ("emf", "emf"),
    ("wmf", "wmf"),
    ("svg", "svg"),
];

/// Reads the Word file that `file` names, relative to the dossier's folder.
///
/// # Errors
///
/// Reports why the file can't be used, and fails.
pub fn read(attachments: Attachments, file: &Text, report: &mut Diagnostics) -> Result<WordTemplate, Reported> {
    let wanted = Wanted { what: "a Word file that is used here", name: "a .docx or .dotx file", most: MAX_BYTES };
    let named = |(message, hint)| (format!("`{}` {message}", file.value), hint);
    let found = open(attachments, file, &wanted).and_then(|(_, bytes)| extract(file, bytes).map_err(named));
    found.map_err(|(message, hint)| report.push(Diagnostic::new(catalogue::UNREADABLE_REFERENCE, file.span, message).hint(hint)))
}

/// Extracts the parts that are used.
fn extract(file: &Text, bytes: Arc<[u8]>) -> Result<WordTemplate, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = package.relationships("")?.into_iter().find(|relationship| relationship.kind == "officeDocument");
    let main = main.ok_or_else(no_word_file)?.target;
    let document = word_part(&mut package, &main, "w:document")?.ok_or_else(no_word_file)?;
    let related = package.relationships(&main)?;
    let one = |kind: &str| related.iter().find(|relationship| relationship.kind == kind && !relationship.external);
    let mut part = |kind: &str, root: &str| one(kind).map_or(Ok(None), |one| word_part(&mut package, &one.target, root));
    let styles = part("styles", "w:styles")?.ok_or_else(no_word_file)?;
    let fonts = part("fontTable", "w:fonts")?;
    let settings = part("settings", "w:settings")?;
    let theme = one("theme").map_or(Ok(None), |theme| attached(&mut package, &theme.target))?;
    let sections = document.all("w:sectPr");
    let last = sections.last();
    Ok(WordTemplate {
        file: file.clone(),
        styles,
        fonts,
        theme,
        headers_and_footers: headers_and_footers(&mut package, &sections, &related)?,
        page: last.and_then(|section| page(section)),
        title_page: last.is_some_and(|section| is_on(section, "w:titlePg")),
        even_and_odd: settings.is_some_and(|settings| is_on(&settings, "w:evenAndOddHeaders")),
    })
}

/// Returns the part at `path`, if there is one. It is refused unless its root is `name`, in the usual namespace with the usual prefix `w`.
fn word_part(package: &mut Package, path: &str, name: &str) -> Result<Option<Element>, Refusal> {
    let Some(root) = package.xml(path)? else { return Ok(None) };
    if root.name != name || root.get("xmlns:w") != Some(NAMESPACE) {
        return Err(damaged(path, &format!("it is no `{name}` as Word writes it (\"strict\" is not understood)")));
    }
    Ok(Some(root))
}

/// Returns the headers and footers of the last section; those that it lacks come from the sections before it, as in Word.
fn headers_and_footers(
    package: &mut Package,
    sections: &[&Element],
    related: &[Relationship],
) -> Result<Vec<HeaderFooter>, Refusal> {
    let mut all = Vec::new();
    for (kind, element, root) in [("header", "w:headerReference", "w:hdr"), ("footer", "w:footerReference", "w:ftr")] {
        for pages in ["default", "first", "even"] {
            let references = sections.iter().flat_map(|section| section.elements()).filter(|e| e.name == element);
            let last = references.filter(|reference| reference.get("w:type").unwrap_or("default") == pages).last();
            let id = last.and_then(|reference| reference.get("r:id"));
            let Some(relationship) = related.iter().find(|relationship| Some(relationship.id.as_str()) == id) else { continue };
            let part = attached(package, &relationship.target)?.filter(|part| part.root.name == root);
            all.extend(part.map(|part| HeaderFooter { kind, pages, part }));
        }
    }
    Ok(all)
}

/// Returns the part at `path` with its pictures and links, if there is one.
fn attached(package: &mut Package, path: &str) -> Result<Option<Attached>, Refusal> {
    let Some(root) = package.xml(path)? else { return Ok(None) };
    let mut attached = Attached { root, pictures: Vec::new(), links: Vec::new() };
    for relationship in package.relationships(path)? {
        match (relationship.kind.as_str(), relationship.external) {
            ("image", false) => attached.pictures.push(picture(package, relationship)?),
            ("hyperlink", true) => attached.links.push((relationship.id, address(path, &relationship.target)?)),
            (kind, _) => {
                let message = format!("has a part `{path}` that needs a part of another kind (`{kind}`)");
                return Err((message, "headers and footers may have text, fields, pictures of the file itself and links".into()));
            }
        }
    }
    Ok(Some(attached))
}

/// Reads the address to which a link in the part at `path` leads.
fn address(path: &str, target: &str) -> Result<WebAddress, Refusal> {
    WebAddress::parse(target).map_err(|hint| (format!("has a part `{path}` with a link to `{target}`"), hint.into()))
}

/// Reads the picture to which a part refers.
fn picture(package: &mut Package, relationship: Relationship) -> Result<AttachedPicture, Refusal> {
    let path = &relationship.target;
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let known = PICTURES.iter().find(|(known, _)| *known == ending).map(|(_, written)| *written);
    let ending = known.ok_or_else(|| damaged(path, "it is a picture of an unknown kind"))?;
    let bytes = package.bytes(path)?.ok_or_else(|| damaged(path, "it is missing"))?;
    Ok(AttachedPicture { id: relationship.id, ending, bytes })
}

/// Returns the page of a section, in twips; `None` if the section does not give a usable one.
///
/// Word writes a negative margin where the text does not give way to a long header; its size counts.
fn page(section: &Element) -> Option<PageSetup> {
    let measure = |element: &str, name: &str| {
        let value: i64 = section.child(element)?.get(name)?.parse().ok()?;
        u32::try_from(value.abs()).ok().filter(|value| *value <= 31_680)
    };
    let margin = |side: &str| measure("w:pgMar", &format!("w:{side}"));
    // the gutter, the space for the binding, is at the left of the page
    let left = margin("left")? + margin("gutter").unwrap_or(0);
    let margins = [margin("top")?, margin("right")?, margin("bottom")?, left];
    let size = (measure("w:pgSz", "w:w")?, measure("w:pgSz", "w:h")?);
    let room = size.0 > margins[1] + margins[3] + 1440 && size.1 > margins[0] + margins[2] + 1440;
    room.then_some(PageSetup { size, margins, header: margin("header").unwrap_or(720), footer: margin("footer").unwrap_or(720) })
}

/// Says whether a property is on. It is on if it has no value.
fn is_on(parent: &Element, name: &str) -> bool {
    parent.child(name).is_some_and(|element| !matches!(element.get("w:val"), Some("0" | "false" | "off")))
}
