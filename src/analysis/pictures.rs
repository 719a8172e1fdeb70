//! The pictures of a document.

use crate::document::Picture;
use crate::resolved::{Content, Node, ResolvedDocument, Visitor, walk};

/// Returns the pictures of a document in order, each file once.
pub fn pictures(document: &ResolvedDocument) -> Vec<&Picture> {
    let mut gallery = Gallery(document.front.masthead.logo.iter().collect());
    walk(document, &mut gallery);
    gallery.0
}

/// The pictures that were found so far.
struct Gallery<'d>(Vec<&'d Picture>);

impl<'d> Visitor<'d> for Gallery<'d> {
    fn enter(&mut self, node: Node<'d>) {
        let Node::Block(block) = node else { return };
        if let Content::Figure(figure) = &block.content
            && self.0.iter().all(|known| known.bytes != figure.picture.bytes)
        {
            self.0.push(&figure.picture);
        }
    }
}
