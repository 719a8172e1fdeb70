//! A tree of XML elements, for the parts of a Word file that an office provides.
//!
//! 1. [`Element::parse`] reads a part strictly, with namespaces, within limits of size and depth.
//! 2. The caller changes some of its elements.
//! 3. [`Element::part`] writes the part again.

mod read;

pub use read::Allowance;

use std::collections::BTreeSet;

/// The usual prefixes of the namespaces of Word files.
const NAMESPACES: [(&str, &str); 16] = [
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("ct", "http://schemas.openxmlformats.org/package/2006/content-types"),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("rel", "http://schemas.openxmlformats.org/package/2006/relationships"),
    ("v", "urn:schemas-microsoft-com:vml"),
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w10", "urn:schemas-microsoft-com:office:word"),
    ("wne", "http://schemas.microsoft.com/office/word/2006/wordml"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xml", "http://www.w3.org/XML/1998/namespace"),
];

/// An element of XML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// The name of the element with the usual prefix of its namespace: `w:p`.
    pub name: String,
    /// The attributes in order, each with its name and its value.
    pub attributes: Vec<(String, String)>,
    /// The elements and texts in the element, in order.
    pub children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A child element.
    Element(Element),
    /// A text.
    Text(String),
}

impl Element {
    /// Makes an element without children.
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Self { name: name.into(), attributes, children: Vec::new() }
    }

    /// Reads a whole part; the tree takes its memory from `allowance`.
    ///
    /// # Errors
    ///
    /// Says, in words for a message, why the part can't be used: it is not well formed, is too large or too deeply nested, or declares a document type,
    /// which could declare entities.
    pub fn parse(text: &str, allowance: &mut Allowance) -> Result<Self, String> {
        read::tree(text, allowance)
    }

    /// Reads a whole part as [`Self::parse`] does, but keeps only the elements with this name, in order.
    ///
    /// # Errors
    ///
    /// Those of [`Self::parse`].
    pub fn parse_only(text: &str, name: &str, allowance: &mut Allowance) -> Result<Vec<Self>, String> {
        read::only(text, name, allowance)
    }

    /// Returns the value of an attribute.
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

    /// Writes the element as a whole part, with the XML declaration and the namespaces that it uses.
    pub fn part(&self) -> String {
        let mut used = BTreeSet::new();
        self.prefixes(&mut used);
        let declared = NAMESPACES.iter().filter(|(prefix, _)| *prefix != "xml" && used.contains(prefix));
        let declared: Vec<(String, String)> =
            declared.map(|(prefix, namespace)| (format!("xmlns:{prefix}"), namespace.to_string())).collect();
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&declared, &mut out);
        out
    }

    /// Adds the prefixes of all names to `used`.
    fn prefixes<'e>(&'e self, used: &mut BTreeSet<&'e str>) {
        let names = self.attributes.iter().map(|(name, _)| name).chain([&self.name]);
        used.extend(names.filter_map(|name| name.split_once(':')).map(|(prefix, _)| prefix));
        self.elements().for_each(|element| element.prefixes(used));
    }

    /// Appends the element to `out`, with these attributes before its own.
    fn write(&self, declared: &[(String, String)], out: &mut String) {
        out.extend(["<", &self.name]);
        for (name, value) in declared.iter().chain(&self.attributes) {
            out.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(&[], out),
                Node::Text(text) => out.push_str(&escaped(text)),
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

    /// Returns the element itself; `None` for a text.
    pub fn into_element(self) -> Option<Element> {
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

/// Returns the text with entities for what has a meaning in XML, or would become a space in an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    fn parse(text: &str) -> Result<Element, String> {
        Element::parse(text, &mut Allowance(100_000))
    }

    #[test]
    fn parts_come_out_as_they_went_in() {
        let text = "<a x=\"1 &amp; 2\" y=\"'\"><b/>text &lt;– <c>  </c></a>";
        assert!(parse(text).unwrap().part().ends_with(text));
        assert!(parse("<a y='\"&#10;'><![CDATA[<]]>&#8211;</a>").unwrap().part().ends_with("<a y=\"&quot;&#10;\">&lt;–</a>"));
    }

    #[test]
    fn what_is_no_part_is_refused() {
        let no_part = [
            "",
            "<a>",
            "<a></b>",
            "<a/><a/>",
            "<a x=1/>",
            "<a x='1' x='2'/>",
            "<a/>text",
            "text<a/>",
            "<a x='<'/>",
            "<a x='&b;'/>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            "<a>&b;</a>",
            "<a>&#0;</a>",
            "<a>&#xFFFF;</a>",
            "<a x='&#1;'/>",
            "<a>\u{b}</a>",
            "<w:a/>",
            "<a w:x='1'/>",
            "<a><!-- a -- b --></a>",
            "<?xml version='1.0' encoding='UTF-16'?><a/>",
            "<a xmlns:w='urn:schemas-microsoft-com:vml' xmlns:v='urn:schemas-microsoft-com:vml' w:x='1' v:x='2'/>",
        ];
        for text in no_part {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_too_large_is_refused() {
        let many = |piece: &str, count| format!("<a>{}</a>", piece.repeat(count));
        assert!(parse(&format!("{}{}", "<a>".repeat(300), "</a>".repeat(300))).is_err());
        assert!(parse(&many("<b/>x", 400)).is_ok_and(|root| root.children.len() == 800));
        assert!(parse(&many("<b/>x", 1_000)).is_err());
        assert!(parse(&many("&amp;", 1_000)).is_ok_and(|root| root.children.len() == 1));
        assert!(parse(&many("x", 200_000)).is_err());
        let attributes: String = (0..200).map(|at| format!(" x{at}='1'")).collect();
        assert!(parse(&format!("<a{attributes}/>")).is_err());
        // what is not kept takes no room
        let kept = Element::parse_only(&many("<b/><c>d</c>", 10_000), "e", &mut Allowance(1_000));
        assert_eq!(kept.map(|kept| kept.len()), Ok(0));
    }

    #[test]
    fn names_have_the_prefixes_of_their_namespaces() {
        let root = parse(&format!("<x:a xmlns:x='{W}' x:y='1'><b xmlns='{W}' z='2'/></x:a>")).unwrap();
        assert!(root.part().ends_with(&format!("<w:a xmlns:w=\"{W}\" w:y=\"1\"><w:b z=\"2\"/></w:a>")), "{}", root.part());
        assert_eq!(parse("<w:a xmlns:w='other'/>").unwrap().name, "w:a (other)");
    }

    #[test]
    fn what_may_be_ignored_is_left_out() {
        let mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        let text = format!("<a xmlns:mc='{mc}' xmlns:x='u' mc:Ignorable='x' x:b='1'><x:c><d/>e</x:c><f/></a>");
        assert!(parse(&text).unwrap().part().ends_with("<a><f/></a>"));
    }

    #[test]
    fn elements_are_found_and_taken_out() {
        let mut tree = parse("<a><b><c/></b><c/></a>").unwrap();
        assert_eq!((tree.all("c").len(), tree.before(&["c"]), tree.before(&["d"])), (2, 1, 2));
        let only = Element::parse_only("<a><b><c/></b><c><c/></c></a>", "c", &mut Allowance(10_000)).unwrap();
        assert_eq!(only.iter().map(|c| c.children.len()).collect::<Vec<_>>(), [0, 1]);
        tree.remove(&["c"]);
        assert!(tree.part().ends_with("<a><b/></a>"));
    }
}
