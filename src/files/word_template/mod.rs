//! Reads the Word template: the Word file of an office whose look the documents take. The parts that are used are extracted and checked.
//!
//! 1. The file is opened as a picture is: from inside the dossier only ([`super::attachment`]), and read once for all documents.
//! 2. Its parts are found by their relationships ([`package`]), as Word finds them; the names of parts have no meaning.
//! 3. Of each part only what is on the list of what is known is taken ([`sieve`], `known.txt`), with the fields ([`field`]) and the relationships
//!    ([`links`]) that are known. All else is left out and named in one message: nothing that is not on the list reaches a document.

mod field;
mod known;
mod links;
mod package;
mod sieve;
mod styles;
mod types;

pub use types::{Attached, AttachedPicture, HeaderFooter, Look, PageSetup, WordTemplate};

use super::attachment::{Attachments, Refusal, Wanted, open};
use super::picture::prepare;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::web::WebAddress;
use crate::xml::Element;
use links::{LeftOut, Relations};
use package::{Package, Relationship, damaged, no_word_file};
use sieve::{Sieve, unwrap};
use std::sync::Arc;

/// The greatest size of the file, in bytes.
const MAX_BYTES: u64 = 32 << 20;
/// The most things that the message about what is left out names.
const MAX_NAMED: usize = 20;
/// The types of parts of Word files, without what follows the first word of Word's parts.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// The types of the main parts of documents and templates, without and with macros, which are never taken over.
const MAIN: [&str; 4] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
];
/// The type of a theme.
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// Reads the Word file that `file` names, relative to the dossier's folder, and warns of what is left out of it.
///
/// # Errors
///
/// Reports why the file can't be used, and fails.
pub fn read(attachments: Attachments, file: &Text, report: &mut Diagnostics) -> Result<WordTemplate, Reported> {
    let wanted = Wanted { what: "a Word file that is used here", name: "a .docx or .dotx file", most: MAX_BYTES };
    let named = |(message, hint)| (format!("`{}` {message}", file.value), hint);
    let extracted = |bytes: &[u8]| extract(bytes).map(Arc::new);
    let look = open(attachments, file, &wanted)
        .and_then(|(_, bytes)| attachments.loader.looks.get(&bytes, extracted).map_err(named))
        .map_err(|(message, hint)| {
            report.push(Diagnostic::new(catalogue::UNREADABLE_REFERENCE, file.span, message).hint(hint))
        })?;
    if !look.left_out.is_empty() {
        report.add(left_out(file, &look.left_out));
    }
    Ok(WordTemplate { file: file.clone(), look })
}

fn left_out(file: &Text, all: &[String]) -> Diagnostic {
    let named = all.iter().take(MAX_NAMED).map(String::as_str).collect::<Vec<_>>().join("; ");
    let more = all.len().saturating_sub(MAX_NAMED);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let message = format!("of `{}` this is not taken over: {named}{more}", file.value);
    let hint =
        "styles, fonts, colours, and text, tables, pictures, links and the usual fields of headers and footers are taken over";
    Diagnostic::new(catalogue::LEFT_OUT_OF_REFERENCE, file.span, message).hint(hint)
}

/// The package that is read, and what is left out of it.
struct Reader<'b> {
    package: Package<'b>,
    left_out: LeftOut,
}

/// Extracts the parts that are used.
fn extract(bytes: &[u8]) -> Result<Look, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = package.relationships("")?.into_iter().find(|relationship| relationship.kind == "officeDocument");
    let main = main.filter(|main| MAIN.contains(&package.kind(&main.target))).ok_or_else(no_word_file)?.target;
    let sections = package.elements(&main, "w:sectPr")?.ok_or_else(no_word_file)?;
    let related = package.relationships(&main)?;
    let one = |kind: &str| related.iter().find(|relationship| relationship.kind == kind && !relationship.external);
    let mut reader = Reader { package, left_out: LeftOut::default() };
    let styles = one("styles").ok_or_else(no_word_file)?;
    let styles = reader.sifted(&styles.target, "styles", "w:styles")?.ok_or_else(no_word_file)?;
    let styles = styles::sound(styles.root, &mut reader.left_out);
    let fonts = one("fontTable").map_or(Ok(None), |part| reader.sifted(&part.target, "fontTable", "w:fonts"))?;
    let settings = one("settings").map_or(Ok(None), |part| reader.package.xml(&part.target))?;
    let theme = one("theme").map_or(Ok(Vec::new()), |part| reader.theme(&part.target))?;
    let last = sections.last();
    Ok(Look {
        styles,
        fonts: fonts.map(|fonts| fonts.root),
        theme,
        headers_and_footers: reader.headers_and_footers(&sections, &related)?,
        page: last.and_then(page),
        title_page: last.is_some_and(|section| is_on(section, "w:titlePg")),
        even_and_odd: settings.is_some_and(|settings| is_on(&settings, "w:evenAndOddHeaders")),
        left_out: reader.left_out.all.into_iter().collect(),
    })
}

impl Reader<'_> {
    /// Returns what is known of the part at `path`, if there is one. It is refused unless it is of this type and its root is `name`.
    fn sifted(&mut self, path: &str, kind: &str, name: &'static str) -> Result<Option<Attached>, Refusal> {
        let Some(mut root) = self.package.xml(path)? else { return Ok(None) };
        if root.name != name {
            return Err(damaged(path, &format!("it is no `{name}` as Word writes it (\"strict\" is not understood)")));
        }
        if self.package.kind(path) != format!("{WORD}{kind}+xml") {
            return Err(damaged(path, "its type is another one"));
        }
        self.left_out.part = path.into();
        unwrap(&mut root, &mut self.left_out);
        field::sift(&mut root, &mut self.left_out).map_err(|why| damaged(path, &why))?;
        let related = self.package.relationships(path)?;
        let mut relations = Relations::new(&related);
        let Some(mut root) = (Sieve { left_out: &mut self.left_out, relations: &mut relations }).element(root, name) else {
            return Ok(None);
        };
        // what was left out may have been a piece of a field, which is another one without it
        field::sift(&mut root, &mut self.left_out).map_err(|why| damaged(path, &why))?;
        let (mut pictures, mut links) = (Vec::new(), Vec::new());
        for (id, relationship) in relations.all_taken() {
            match WebAddress::parse(&relationship.target) {
                Ok(address) if relationship.external => links.push((id, address)),
                Ok(_) | Err(_) => pictures.push(self.picture(id, &relationship.target)?),
            }
        }
        Ok(Some(Attached { root, pictures, links }))
    }

    /// Returns the headers and footers of the last section; those that it lacks come from the sections before it, as in Word.
    fn headers_and_footers(&mut self, sections: &[Element], related: &[Relationship]) -> Result<Vec<HeaderFooter>, Refusal> {
        let mut all = Vec::new();
        for (kind, element, root) in [("header", "w:headerReference", "w:hdr"), ("footer", "w:footerReference", "w:ftr")] {
            for pages in ["default", "first", "even"] {
                let references = sections.iter().flat_map(Element::elements).filter(|e| e.name == element);
                let last = references.filter(|reference| reference.get("w:type").unwrap_or("default") == pages).last();
                let id = last.and_then(|reference| reference.get("r:id"));
                let is_it = |one: &&Relationship| Some(one.id.as_str()) == id && one.kind == kind && !one.external;
                let Some(relationship) = related.iter().find(is_it) else { continue };
                let part = self.sifted(&relationship.target, kind, root)?;
                all.extend(part.map(|part| HeaderFooter { kind, pages, part }));
            }
        }
        Ok(all)
    }

    /// Returns the colours and the fonts of the theme at `path`.
    fn theme(&mut self, path: &str) -> Result<Vec<Element>, Refusal> {
        let Some(root) = self.package.xml(path)?.filter(|root| root.name == "a:theme" && self.package.kind(path) == THEME) else {
            return Ok(Vec::new());
        };
        self.left_out.part = path.into();
        let mut relations = Relations::new(&[]);
        let mut sieve = Sieve { left_out: &mut self.left_out, relations: &mut relations };
        let elements = root.child("a:themeElements");
        let sifted = ["a:clrScheme", "a:fontScheme"].map(|name| sieve.element(elements?.child(name)?.clone(), name));
        Ok(sifted.into_iter().flatten().collect())
    }

    /// Reads the picture at `path`. PNG and JPEG are prepared as those of authors are; of what else Word shows, the first bytes have to be right.
    fn picture(&mut self, id: String, path: &str) -> Result<AttachedPicture, Refusal> {
        let bytes = self.package.bytes(path)?.ok_or_else(|| damaged(path, "it is missing"))?;
        let starts = |start: &[u8]| bytes.starts_with(start);
        let ending = match () {
            () if starts(b"GIF87a") || starts(b"GIF89a") => "gif",
            () if starts(b"II*\0") || starts(b"MM\0*") => "tiff",
            () if starts(b"BM") => "bmp",
            () if starts(&[1, 0, 0, 0]) && bytes.get(40..44) == Some(b" EMF") => "emf",
            () if starts(&[0xd7, 0xcd, 0xc6, 0x9a]) || starts(&[1, 0, 9, 0]) => "wmf",
            () => {
                let prepared = prepare(&bytes).map_err(|(why, _)| damaged(path, &format!("the picture {why}")))?;
                return Ok(AttachedPicture { id, ending: prepared.format, bytes: prepared.bytes });
            }
        };
        Ok(AttachedPicture { id, ending, bytes: bytes.into() })
    }
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
