//! Comments for those who draft, each on a whole paragraph. They are a part of their own, with links of their own.
//!
//! They have no date, which is optional in Word, so that the same input gives the same bytes.

use super::bookmark::Bookmarks;
use super::link::Links;
use super::paragraph::push;
use super::run::RunWriter;
use crate::document::Part;
use crate::resolved::{Comment, Link, Run, Text};
use crate::template::xml;

/// The largest number of letters that initials may have.
const INITIALS: usize = 9;

/// The comments that are written so far.
#[derive(Debug, Default)]
pub struct Comments {
    /// The comments as `w:comment` elements.
    pub xml: String,
    /// The links in the comments.
    pub links: Links,
    count: u32,
    /// The ids of the comments on the paragraph that is being written.
    open: Vec<u32>,
}

impl Comments {
    /// Adds a comment on the paragraph that is being written; [`Self::around`] puts its marks.
    pub fn add(&mut self, comment: &Comment, bookmarks: &Bookmarks, rtl: bool) {
        self.count += 1;
        self.open.push(self.count);
        let links = &mut self.links;
        let text = RunWriter { bookmarks, links, notes: None, comments: None, rtl, bold: false }
            .write(&without_fields(&comment.content));
        let (id, author, initials) = (self.count, xml(&comment.author), xml(&initials(&comment.author)));
        push(
            &mut self.xml,
            format_args!(
                r#"<w:comment w:id="{id}" w:author="{author}" w:initials="{initials}"><w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r>{STYLE}<w:annotationRef/></w:r>{text}</w:p></w:comment>
"#
            ),
        );
    }

    /// Returns the content of a paragraph between the marks of its comments. They are outside of its bookmark, so that a
    /// reference that shows the text of the bookmark does not show the marks.
    pub fn around(&mut self, content: String) -> String {
        let open = std::mem::take(&mut self.open);
        let starts: String = open.iter().map(|id| format!(r#"<w:commentRangeStart w:id="{id}"/>"#)).collect();
        let end = |id| format!(r#"<w:commentRangeEnd w:id="{id}"/><w:r>{STYLE}<w:commentReference w:id="{id}"/></w:r>"#);
        starts + &content + &open.iter().map(end).collect::<String>()
    }
}

const STYLE: &str = r#"<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>"#;

/// Turns references into plain links, since some programs drop fields from comments together with their text.
fn without_fields(runs: &[Run]) -> Vec<Run> {
    let plain = |link: Link| match link {
        Link::Place { anchor, .. } => Link::Place { anchor, number: false, part: Part::Label },
        url => url,
    };
    let one = |run: &Run| match run.clone() {
        Run::Text(text) => Run::Text(Text { link: text.link.clone().map(plain), ..text }),
        other => other,
    };
    runs.iter().map(one).collect()
}

/// Returns the first letters of the words of a name: `CS` for `CWG-SMP`.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).take(INITIALS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_short() {
        assert_eq!([initials("CWG-WSIS&SDG"), initials("rapporteur"), initials("")], ["CWS", "r", ""]);
        assert_eq!(initials("a b c d e f g h i j k").len(), INITIALS);
    }

    #[test]
    fn marks_stand_around_one_paragraph() {
        let mut comments = Comments::default();
        let remark = |author: &str| Comment { author: author.into(), content: Vec::new(), span: Default::default() };
        comments.add(&remark("A&B"), &Bookmarks::default(), false);
        comments.add(&remark("C"), &Bookmarks::default(), false);
        let around = comments.around("<x/>".into());
        assert!(around.starts_with(r#"<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/><x/><w:commentRangeEnd"#));
        assert!(around.contains(r#"<w:commentReference w:id="2"/>"#) && comments.xml.contains(r#"w:author="A&amp;B""#));
        assert_eq!(comments.around("<x/>".into()), "<x/>");
    }
}
