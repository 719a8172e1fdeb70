//! A Word file of the secretariat's whose look is used: its parts, checked, as trees.

use crate::source::Text;
use crate::xml::Element;

/// What is used of it.
#[derive(Debug, Clone)]
pub struct WordTemplate {
    /// Its path, where it is named.
    pub file: Text,
    /// Its styles.
    pub styles: Element,
    /// Its table of fonts.
    pub fonts: Option<Element>,
    /// Its theme.
    pub theme: Option<Attached>,
    /// Its headers and footers.
    pub headers_and_footers: Vec<HeaderFooter>,
    /// Its page, if it says it.
    pub page: Option<PageSetup>,
    /// Whether the first page has headers and footers of its own.
    pub title_page: bool,
    /// Whether even pages have headers and footers of their own.
    pub even_and_odd: bool,
}

/// A header or footer.
#[derive(Debug, Clone)]
pub struct HeaderFooter {
    /// `header` or `footer`.
    pub kind: &'static str,
    /// On which pages: `default`, `first` or `even`.
    pub pages: &'static str,
    /// The part.
    pub part: Attached,
}

/// A part and what it refers to.
#[derive(Debug, Clone)]
pub struct Attached {
    /// The part.
    pub root: Element,
    /// Its pictures.
    pub pictures: Vec<AttachedPicture>,
    /// Ids and addresses of links that lead out.
    pub links: Vec<(String, String)>,
}

/// A picture of a part.
#[derive(Debug, Clone)]
pub struct AttachedPicture {
    /// By which id the part refers to it.
    pub id: String,
    /// The ending of its name.
    pub ending: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A page, in twips, as a house style has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSetup {
    /// Width and height.
    pub size: (u32, u32),
    /// Margins: top, right, bottom, left.
    pub margins: [u32; 4],
    /// From the top of the page to the header.
    pub header: u32,
    /// From the footer to the bottom of the page.
    pub footer: u32,
}
