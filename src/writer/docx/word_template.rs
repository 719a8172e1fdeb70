//! Applies a Word template: its styles, fonts, theme, headers and footers, and page replace ours.

use super::body::DocumentXml;
use super::package::Part;
use super::restyle::Restyled;
use crate::diagnostic::{Diagnostic, catalogue, closest, listing};
use crate::files::word_template::{Attached, PageSetup, WordTemplate};
use crate::house::House;
use crate::template::xml;
use crate::xml::{Allowance, Element};
use regex::Regex;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// A header or footer of the package.
#[derive(Debug, Serialize)]
pub struct HeaderFooter {
    /// `header` or `footer`.
    pub kind: &'static str,
    /// The pages that have it: `default`, `first` or `even`.
    pub pages: &'static str,
    /// The id of the relationship to the part.
    pub id: String,
    /// The path of the part below `word/`.
    pub target: String,
}

impl HeaderFooter {
    /// Returns the header or footer with this number.
    pub fn new(kind: &'static str, pages: &'static str, number: usize) -> Self {
        Self { kind, pages, id: format!("rId{kind}{number}"), target: format!("{kind}{number}.xml") }
    }
}

/// Returns the headers and footers of a package: those of the Word template if it has any, else ours.
pub fn headers_and_footers(template: Option<&WordTemplate>, first_footer: bool) -> Vec<HeaderFooter> {
    match template.map(|template| template.look.headers_and_footers.as_slice()) {
        Some(theirs) if !theirs.is_empty() => {
            theirs.iter().enumerate().map(|(at, one)| HeaderFooter::new(one.kind, one.pages, at + 1)).collect()
        }
        _ => {
            let footer = first_footer.then(|| HeaderFooter::new("footer", "first", 1));
            std::iter::once(HeaderFooter::new("header", "default", 1)).chain(footer).collect()
        }
    }
}

/// Returns the house style with the page of the Word template.
pub fn house(house: &House, page: &PageSetup) -> House {
    let mut house = house.clone();
    (house.page.width, house.page.height) = page.size;
    [house.page.top, house.page.right, house.page.bottom, house.page.left] = page.margins;
    (house.page.header, house.page.footer) = (page.header, page.footer);
    house
}

/// Replaces parts by those of the Word template, and returns a warning if the template lacks styles.
///
/// # Errors
/// The message of our own parts that can't be read.
pub fn apply(template: &WordTemplate, body: &DocumentXml, parts: &mut Vec<Part>) -> Result<Option<Diagnostic>, String> {
    let look = &*template.look;
    let used = used([&body.out, &body.notes.xml, &body.comments.xml]);
    let headings = (1..=9).map(|level| format!("Heading{level}"));
    let headers_and_footers = ["Header", "FirstFooter"].map(str::to_string);
    let needed = used.iter().cloned().chain(headings).chain(headers_and_footers).collect();
    let mut writer = Writer { parts, media: Vec::new() };
    let restyled = Restyled::new(&look.styles, &writer.own(STYLES)?, &needed);
    writer.put(STYLES, restyled.root.part());
    if let Some(fonts) = &look.fonts {
        writer.put("word/fontTable.xml", fonts.part());
    }
    let mut theme = writer.own(THEME)?;
    for theirs in &look.theme {
        let elements = theme.elements_mut().filter(|element| element.name == "a:themeElements");
        let ours = elements.flat_map(Element::elements_mut).filter(|element| element.name == theirs.name);
        ours.for_each(|ours| *ours = theirs.clone());
    }
    writer.put(THEME, theme.part());
    let mut drawings = FIRST_DRAWING;
    for (at, one) in look.headers_and_footers.iter().enumerate() {
        let mut root = one.part.root.clone();
        restyled.rename(&mut root);
        number_drawings(&mut root, &mut drawings);
        writer.attached(&format!("word/{}{}.xml", one.kind, at + 1), &one.part, root);
    }
    Ok(missing(template, &used, &restyled.theirs))
}

const STYLES: &str = "word/styles.xml";
const THEME: &str = "word/theme/theme1.xml";
/// The most memory that one of our own parts takes as a tree, in bytes.
const MAX_TREE: usize = 64 << 20;
/// Styles that Word adds to a file with its first comment: few templates have them, and there is no warning about them.
const OF_COMMENTS: [&str; 2] = ["CommentText", "CommentReference"];

/// The number of the first drawing in headers and footers; those of the body count from 1.
const FIRST_DRAWING: u32 = 1_000_000;
/// The most missing styles that are likely to be misspelt.
const FEW: usize = 5;

/// Gives the drawings of a header or footer numbers that no other drawing of the document has.
fn number_drawings(root: &mut Element, next: &mut u32) {
    root.each(&mut |element| {
        if element.name == "wp:docPr" {
            element.set("id", &next.to_string());
            *next += 1;
        }
    });
}

/// Returns the ids of the styles that these parts use.
fn used(parts: [&str; 3]) -> BTreeSet<String> {
    static NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"<w:(?:p|r|tbl)Style w:val="([^"]+)"#).expect("a fixed pattern"));
    let names = parts.into_iter().flat_map(|part| NAMED.captures_iter(part));
    std::iter::once("Normal".into()).chain(names.map(|found| found[1].to_string())).collect()
}

/// Returns a warning that lists the styles that are used and missing.
fn missing(template: &WordTemplate, used: &BTreeSet<String>, theirs: &BTreeSet<String>) -> Option<Diagnostic> {
    let missing: Vec<&str> = used.difference(theirs).map(String::as_str).filter(|id| !OF_COMMENTS.contains(id)).collect();
    if missing.is_empty() {
        return None;
    }
    let (styles, are) =
        if missing.len() == 1 { ("style", "style of this name is") } else { ("styles", "styles of these names are") };
    let message = format!("`{}` has no {styles} {}", template.file.value, listing(missing.iter().copied()));
    let diagnostic = Diagnostic::new(catalogue::MISSING_STYLE, template.file.span, message);
    let similar = |id: &&str| Some(format!("is `{}` meant to be `{id}`?", closest(id, theirs.iter().map(String::as_str))?));
    let mut diagnostic = diagnostic.hint(format!("the house's own {are} used"));
    // a file that lacks many was made for other documents, and its names only look similar
    diagnostic.hints.extend(missing.iter().filter(|_| missing.len() <= FEW).filter_map(similar));
    Some(diagnostic)
}

/// Replaces parts of the package by those of a template.
struct Writer<'p> {
    parts: &'p mut Vec<Part>,
    /// The paths and bytes of the pictures added so far.
    media: Vec<(String, Arc<[u8]>)>,
}

impl Writer<'_> {
    /// Returns the tree of one of our own parts.
    fn own(&self, path: &str) -> Result<Element, String> {
        let ours = self.parts.iter().find(|part| part.path == path).map(|part| String::from_utf8_lossy(&part.bytes));
        Element::parse(&ours.unwrap_or_default(), &mut Allowance(MAX_TREE))
    }

    fn put(&mut self, path: &str, text: String) {
        match self.parts.iter_mut().find(|part| part.path == path) {
            Some(part) => part.bytes = text.into_bytes(),
            None => self.parts.push(Part { path: path.into(), bytes: text.into_bytes() }),
        }
    }

    /// Adds or replaces a part, with its relationships and pictures.
    fn attached(&mut self, path: &str, part: &Attached, root: Element) {
        self.put(path, root.part());
        if part.pictures.is_empty() && part.links.is_empty() {
            return;
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let up = "../".repeat(folder.matches('/').count());
        let mut out = String::from(RELATIONSHIPS);
        for picture in &part.pictures {
            let target = format!("{up}{}", self.media(picture.ending, &picture.bytes));
            out += &format!(r#"<Relationship Id="{}" Type="{OFFICE}/image" Target="{target}"/>"#, picture.id);
        }
        for (id, url) in &part.links {
            let url = xml(url.as_str());
            out += &format!(r#"<Relationship Id="{id}" Type="{OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>"#);
        }
        self.put(&format!("{folder}/_rels/{name}.rels"), out + "</Relationships>");
    }

    /// Returns the path below `word/` of a picture. A picture that several parts show is in the package once.
    fn media(&mut self, ending: &str, bytes: &Arc<[u8]>) -> String {
        if let Some((path, _)) = self.media.iter().find(|(_, known)| known == bytes) {
            return path.clone();
        }
        let path = format!("media/reference{}.{ending}", self.media.len() + 1);
        self.parts.push(Part { path: format!("word/{path}"), bytes: bytes.to_vec() });
        self.media.push((path.clone(), bytes.clone()));
        path
    }
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\n",
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
);
