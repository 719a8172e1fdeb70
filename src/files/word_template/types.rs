//! [`WordTemplate`]: the parts of a Word file whose look the documents take, as trees of XML.

use crate::source::Text;
use crate::web::WebAddress;
use crate::xml::Element;
use std::sync::Arc;

/// A Word template: the file, and what the documents take from it.
#[derive(Debug, Clone)]
pub struct WordTemplate {
    /// The path of the file, as the author wrote it.
    pub file: Text,
    /// What the documents take from the file, read once for all of them.
    pub look: Arc<Look>,
}

/// What the documents take from a Word template. All trees have only what is known.
#[derive(Debug)]
pub struct Look {
    /// The styles (`w:styles`).
    pub styles: Element,
    /// The table of fonts (`w:fonts`).
    pub fonts: Option<Element>,
    /// The colours and the fonts of the theme (`a:clrScheme`, `a:fontScheme`), as far as it has any that are whole.
    pub theme: Vec<Element>,
    /// The headers and footers of the last section.
    pub headers_and_footers: Vec<HeaderFooter>,
    /// The page of the last section, if the file gives one.
    pub page: Option<PageSetup>,
    /// Whether the first page has a header and footer of its own.
    pub title_page: bool,
    /// Whether even pages have a header and footer of their own.
    pub even_and_odd: bool,
    /// What is left out of these parts, in words for a message.
    pub left_out: Vec<String>,
}

/// A header or footer.
#[derive(Debug, Clone)]
pub struct HeaderFooter {
    /// `header` or `footer`.
    pub kind: &'static str,
    /// The pages on which it stands: `default`, `first` or `even`.
    pub pages: &'static str,
    /// The part with the content.
    pub part: Attached,
}

/// A part with the pictures and links to which it refers.
#[derive(Debug, Clone)]
pub struct Attached {
    /// The root element of the part.
    pub root: Element,
    /// The pictures of the part.
    pub pictures: Vec<AttachedPicture>,
    /// The links to the web and to mail addresses: the id of the relationship, and the address.
    pub links: Vec<(String, WebAddress)>,
}

/// A picture of a part.
#[derive(Debug, Clone)]
pub struct AttachedPicture {
    /// The id by which the part refers to the picture.
    pub id: String,
    /// The ending of the picture's file name, as it is written into the document.
    pub ending: &'static str,
    /// The bytes of the picture file.
    pub bytes: Arc<[u8]>,
}

/// The size and margins of a page, in twips (1440 an inch), as a house style gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSetup {
    /// The width and height of the page.
    pub size: (u32, u32),
    /// The margins: top, right, bottom, left.
    pub margins: [u32; 4],
    /// The distance from the top of the page to the header.
    pub header: u32,
    /// The distance from the footer to the bottom of the page.
    pub footer: u32,
}
