//! Pictures: inline DrawingML with alternative text, and one media part for each picture file.

use super::body::DocumentXml;
use super::paragraph::ParagraphProperties;
use crate::document::Picture;
use crate::house::House;
use crate::layout::Figure;
use crate::resolved::Caption;
use crate::source::BlockId;
use crate::template::xml;
use serde::Serialize;
use std::sync::Arc;

/// The number of English Metric Units in a twip.
pub const EMU: u64 = 635;
/// The largest width and height of an emblem, in twips: 7 cm by 2.2 cm.
const LOGO: (u32, u32) = (3969, 1247);

/// The part of a picture file.
#[derive(Debug, Serialize)]
pub struct Media {
    /// The id of the relationship to the part.
    pub id: String,
    /// The path of the part below `word/`.
    pub target: String,
    /// The bytes of the file.
    #[serde(skip)]
    pub bytes: Arc<[u8]>,
}

/// The pictures that are written so far.
#[derive(Debug, Default)]
pub struct Pictures {
    media: Vec<Media>,
    shown: u32,
}

impl Pictures {
    /// Returns the parts of all picture files.
    pub fn media(&self) -> &[Media] {
        &self.media
    }

    /// Returns the number of the next drawing, from 1: pictures and charts have one count.
    pub fn next(&mut self) -> u32 {
        self.shown += 1;
        self.shown
    }

    /// Returns the id of the relationship to a picture. A file that is shown twice is in the package once.
    fn id(&mut self, picture: &Picture) -> String {
        if let Some(known) = self.media.iter().find(|media| media.bytes == picture.bytes) {
            return known.id.clone();
        }
        let number = self.media.len() + 1;
        let (id, target) = (format!("rIdPicture{number}"), format!("media/image{number}.{}", picture.format));
        self.media.push(Media { id: id.clone(), target, bytes: picture.bytes.clone() });
        id
    }

    /// Returns the run that shows a picture with this width and height, in twips.
    fn run(&mut self, picture: &Picture, alt: &str, (width, height): (u32, u32)) -> String {
        let id = self.id(picture);
        let (shown, alt) = (self.next(), xml(alt));
        let (cx, cy) = (u64::from(width.max(1)) * EMU, u64::from(height.max(1)) * EMU);
        let about = format!(r#"id="{shown}" name="Picture {shown}" descr="{alt}""#);
        format!(
            r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {about}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
        )
    }
}

impl DocumentXml<'_> {
    /// Adds a picture with its caption below.
    pub fn figure(&mut self, Figure { id, figure, anchor, .. }: &Figure) {
        let width = self.apart.and_then(|apart| apart.width).unwrap_or(self.house.page.text_width());
        let most = (width * figure.width.clamp(1, 100) / 100, tallest(self.house));
        let picture = self.pictures.run(&figure.picture, &figure.picture.alt, fitted(figure.picture.size, most));
        self.drawn(&picture, figure.caption.as_ref(), *id, *anchor);
    }

    /// Adds the drawing of a picture or chart, with its caption below.
    pub fn drawn(&mut self, drawing: &str, caption: Option<&Caption>, id: Option<&BlockId>, anchor: Option<&str>) {
        let name = self.bookmarks.identity(id, None);
        let Some(caption) = caption else {
            let drawing = self.label(anchor, drawing.into());
            self.paragraph(ParagraphProperties::of("Figure"), &name, &drawing);
            return;
        };
        self.paragraph(ParagraphProperties { keep_next: true, ..ParagraphProperties::of("Figure") }, &name, drawing);
        let name = self.bookmarks.part(id, "caption");
        let content = self.caption(caption, anchor, "Figure");
        self.paragraph(ParagraphProperties::of("FigureNoTitle"), &name, &content);
    }

    /// Adds the emblem of the masthead.
    pub fn logo(&mut self, logo: &Picture) {
        // as large as there is room: the size of an emblem's file means nothing
        let picture = self.pictures.run(logo, &logo.alt, fitted(logo.size, LOGO));
        self.paragraph(ParagraphProperties::of("Logo"), "_logo", &picture);
    }
}

/// Returns the largest height of a picture, in twips, which leaves room on the page for a caption.
fn tallest(house: &House) -> u32 {
    house.page.text_height().saturating_sub(1800).max(1)
}

/// Returns the largest size in the shape of `pixels` that fits into `most`.
fn fitted(pixels: (u32, u32), most: (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(pixels.0.max(1)), u64::from(pixels.1.max(1)));
    let full = u64::from(most.0) * height / width;
    if full <= u64::from(most.1) {
        return (most.0, full as u32);
    }
    ((u64::from(most.1) * width / height) as u32, most.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_shape() {
        assert_eq!(fitted((200, 100), (1000, 1000)), (1000, 500));
        assert_eq!(fitted((100, 400), (1000, 1000)), (250, 1000));
    }
}
