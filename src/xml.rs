//! A tree of XML elements, for the parts of a Word file that an office provides.
//!
//! 1. [`Element::parse`] reads a part, within limits of size and depth.
//! 2. The caller changes some of its elements.
//! 3. [`Element::part`] writes the part again; what was not changed is written as it was.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The most elements of one part. A report of 400 pages has some 300 000.
const MAX_ELEMENTS: usize = 1_000_000;
/// The deepest nesting of elements in one part. Word itself stops at 256.
const MAX_DEPTH: usize = 256;

/// An element of XML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// The name of the element with its prefix: `w:p`.
    pub name: String,
    /// The attributes in order, each with its name and its value as it is written, with its entities.
    pub attributes: Vec<(String, String)>,
    /// The elements and texts in the element, in order.
    pub children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A child element.
    Element(Element),
    /// A text as it is written, with its entities.
    Text(String),
}

impl Element {
    /// Makes an element without children.
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Self { name: name.into(), attributes, children: Vec::new() }
    }

    /// Reads a whole part.
    ///
    /// # Errors
    ///
    /// Says, in words for a message, why the part can't be used: it is not well formed, is too large or too deeply nested, or declares a document type,
    /// which could declare entities.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut open = vec![Self::default()];
        let mut count = 0;
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            let inner = open.last_mut().ok_or("it is cut off")?;
            match event {
                Event::Start(tag) => open.push(Self::tag(&tag, &mut count)?),
                Event::Empty(tag) => inner.children.push(Node::Element(Self::tag(&tag, &mut count)?)),
                Event::End(_) => close(&mut open)?,
                Event::Text(text) => inner.children.push(Node::Text(text.into_inner().into_owned())),
                Event::CData(text) => inner.children.push(Node::Text(escaped(&text.into_inner()))),
                Event::GeneralRef(name) => inner.children.push(Node::Text(format!("&{};", known(&name.into_inner())?))),
                Event::DocType(_) => return Err("it declares a document type".into()),
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => return root(open),
            }
            if open.len() > MAX_DEPTH || count > MAX_ELEMENTS {
                return Err("it is too large".into());
            }
        }
    }

    /// Makes the element that `tag` begins, and adds one to `count`.
    fn tag(tag: &BytesStart, count: &mut usize) -> Result<Self, String> {
        *count += 1;
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = attribute.value.replace('"', "&quot;").replace('<', "&lt;");
            Ok((attribute.key.as_ref().to_string(), value))
        });
        let attributes = attributes.collect::<Result<_, String>>()?;
        Ok(Self { name: tag.name().as_ref().to_string(), attributes, children: Vec::new() })
    }

    /// Returns the value of an attribute, as it is written.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Changes the value of an attribute; does nothing if the element does not have it.
    pub fn set(&mut self, name: &str, value: &str) {
        if let Some((_, old)) = self.attributes.iter_mut().find(|(known, _)| known == name) {
            *old = value.into();
        }
    }

    /// Returns the child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(Node::element)
    }

    /// Returns the child elements, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(Node::element_mut)
    }

    /// Returns the first child element with this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns the first child element with this name; if there is none, inserts one before the child number `at` (counted from 0) and returns it.
    pub fn child_or_insert(&mut self, name: &str, at: usize) -> Option<&mut Self> {
        if self.child(name).is_none() {
            self.children.insert(at.min(self.children.len()), Node::Element(Self::new(name, &[])));
        }
        self.elements_mut().find(|element| element.name == name)
    }

    /// Returns the index of the first child element with one of these names, or the number of children if there is none: the place at which to insert
    /// an element that has to stand before them.
    pub fn before(&self, names: &[&str]) -> usize {
        let found = self.children.iter().position(|node| node.element().is_some_and(|e| names.contains(&e.name.as_str())));
        found.unwrap_or(self.children.len())
    }

    /// Returns all elements with this name at any depth below this one, in order.
    pub fn all<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            }
            found.extend(element.all(name));
        }
        found
    }

    /// Calls `change` for this element and for all elements at any depth below it.
    pub fn each(&mut self, change: &mut dyn FnMut(&mut Self)) {
        change(self);
        self.elements_mut().for_each(|element| element.each(change));
    }

    /// Removes all elements with these names at any depth below this one.
    pub fn remove(&mut self, names: &[&str]) {
        self.each(&mut |element| {
            element.children.retain(|node| !node.element().is_some_and(|element| names.contains(&element.name.as_str())));
        });
    }

    /// Writes the element as a whole part, with the XML declaration.
    pub fn part(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut out);
        out
    }

    /// Appends the element to `out`.
    fn write(&self, out: &mut String) {
        out.extend(["<", &self.name]);
        for (name, value) in &self.attributes {
            out.extend([" ", name, "=\"", value, "\""]);
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(text),
            }
        }
        out.extend(["</", &self.name, ">"]);
    }
}

impl Node {
    /// Returns the element; `None` for a text.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }

    fn element_mut(&mut self) -> Option<&mut Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

/// Moves the innermost open element into the one that contains it.
fn close(open: &mut Vec<Element>) -> Result<(), String> {
    let done = open.pop().ok_or("it is cut off")?;
    open.last_mut().ok_or("it is cut off")?.children.push(Node::Element(done));
    Ok(())
}

/// Returns the root of the part. `open` has to hold only the outermost container, and that only one element; the white space beside it is dropped.
fn root(mut open: Vec<Element>) -> Result<Element, String> {
    let outer = open.pop().filter(|_| open.is_empty()).ok_or("it is cut off")?;
    let mut elements = outer.children.into_iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    elements.next().filter(|_| elements.next().is_none()).ok_or_else(|| "it has no root".into())
}

/// Returns the text with entities for the signs that have a meaning in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns the name of an entity if it is the number of a character or one of the five names that XML defines.
fn known(entity: &str) -> Result<&str, String> {
    let known = entity.starts_with('#') || matches!(entity, "amp" | "lt" | "gt" | "quot" | "apos");
    if known { Ok(entity) } else { Err(format!("it names an entity `{entity}`")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_out_as_they_went_in() {
        let text = "<a x=\"1 &amp; 2\" y=\"'\"><b/>text &lt;&#8211; <c>  </c></a>";
        assert!(Element::parse(text).unwrap().part().ends_with(text));
        assert!(Element::parse("<a y='\"'/>").unwrap().part().ends_with("<a y=\"&quot;\"/>"));
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["", "<a>", "<a></b>", "<a/><a/>", "<a x=1/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>&b;</a>"] {
            assert!(Element::parse(text).is_err(), "{text}");
        }
        assert!(Element::parse(&format!("{}{}", "<a>".repeat(300), "</a>".repeat(300))).is_err());
    }

    #[test]
    fn elements_are_found_and_taken_out() {
        let mut tree = Element::parse("<a><b><c/></b><c/></a>").unwrap();
        assert_eq!((tree.all("c").len(), tree.before(&["c"]), tree.before(&["d"])), (2, 1, 2));
        tree.remove(&["c"]);
        assert!(tree.part().ends_with("<a><b/></a>"));
    }
}
