//! Takes from a part of a Word template what is on the list of what is known ([`super::known`]), and notes what is left out.
//!
//! The result has only listed elements and attributes, each where and as often as the list allows, with values of their types, so that Word can open
//! the document that it becomes a part of.

use super::known::{self, Rule, Value};
use super::links::{LeftOut, Relations};
use crate::xml::{Element, Node};

/// Elements that are left out without a word: they mark what Word was doing, are extensions by their nature, or are given by the document itself.
const SILENT: [&str; 26] = [
    "a:extLst",
    "pic:extLst",
    "w:autoRedefine",
    "w:bookmarkEnd",
    "w:bookmarkStart",
    "w:cnfStyle",
    "w:divId",
    "w:embedBold",
    "w:embedBoldItalic",
    "w:embedItalic",
    "w:embedRegular",
    "w:lang",
    "w:lastRenderedPageBreak",
    "w:locked",
    "w:numPr",
    "w:pPrChange",
    "w:personal",
    "w:personalCompose",
    "w:personalReply",
    "w:proofErr",
    "w:rPrChange",
    "w:rsid",
    "w:sdtPr",
    "w:sectPrChange",
    "w:tblPrChange",
    "w:webHidden",
];
/// Attributes that are left out without a word, for the same reasons.
const SILENT_ATTRIBUTES: [&str; 9] =
    ["o:gfxdata", "w:dirty", "w:fldLock", "w:history", "w:rsidDel", "w:rsidP", "w:rsidR", "w:rsidRDefault", "w:rsidRPr"];
/// Elements that have to end with a paragraph, or Word calls the file damaged.
const END_WITH_PARAGRAPH: [&str; 4] = ["w:ftr", "w:hdr", "w:tc", "w:txbxContent"];

/// The sieve of one part.
pub struct Sieve<'s, 'p> {
    /// What is left out.
    pub left_out: &'s mut LeftOut,
    /// The relationships of the part.
    pub relations: &'s mut Relations<'p>,
}

impl Sieve<'_, '_> {
    /// Returns what is known of an element; `name` is the element's name in the list. `None` if the element lacks what it can't be without.
    pub fn element(&mut self, element: Element, name: &str) -> Option<Element> {
        let rule = known::rule(name);
        let noted = self.left_out.noted();
        let mut sifted = Element { name: element.name, ..Element::default() };
        let attributes = self.attributes(&sifted.name, element.attributes, rule);
        let text = rule.text.as_ref().map(|value| text(&element.children, value));
        let places = self.places(&sifted.name, element.children, rule);
        let (Some(attributes), Some(places), false) = (attributes, places, text == Some(None)) else {
            // what is missing may be what was left out, and then was named
            if self.left_out.noted() == noted {
                self.left_out.note(format!("`{}`, which is not whole,", sifted.name));
            }
            return None;
        };
        sifted.attributes = attributes;
        sifted.children = places.into_iter().map(Node::Element).chain(text.flatten().map(Node::Text)).collect();
        Some(sifted)
    }

    /// Returns the attributes that are known; `None` if one is missing that has to be there.
    fn attributes(&mut self, element: &str, given: Vec<(String, String)>, rule: &Rule) -> Option<Vec<(String, String)>> {
        let mut sifted = Vec::new();
        for (name, value) in given {
            let known = rule.attributes.iter().find(|known| known.name == name);
            let value = match known.map(|known| &known.value) {
                Some(Value::Relation) => self.relations.taken(element, &value).map_err(|what| self.left_out.note(what)).ok(),
                Some(allowed) if allowed.allows(&value) => Some(value),
                Some(_) => {
                    self.left_out.note(format!("`{name}` of `{element}`, whose value is none that it can have"));
                    None
                }
                None => {
                    if !SILENT_ATTRIBUTES.contains(&name.as_str()) && name != "xml:space" {
                        self.left_out.note(format!("`{name}` of `{element}`"));
                    }
                    None
                }
            };
            sifted.extend(value.map(|value| (name, value)));
        }
        let there = |name: &str| sifted.iter().any(|(known, _)| known == name);
        rule.attributes.iter().all(|known| !known.required || there(known.name)).then_some(sifted)
    }

    /// Returns the elements that are known, in the order of the list; `None` if one is missing that has to be there.
    fn places(&mut self, parent: &str, children: Vec<Node>, rule: &Rule) -> Option<Vec<Element>> {
        let mut places: Vec<Vec<Element>> = rule.places.iter().map(|_| Vec::new()).collect();
        for child in children.into_iter().filter_map(Node::into_element) {
            let named = |place: &known::Place| place.names.iter().copied().find(|name| known::element(name) == child.name);
            let found = rule.places.iter().enumerate().find_map(|(at, place)| Some((at, named(place)?)));
            match found {
                Some((at, _)) if !rule.places[at].many && !places[at].is_empty() => {
                    self.left_out.note(format!("a second `{}` in `{parent}`", child.name));
                }
                Some((at, name)) => places[at].extend(self.element(child, name)),
                None if SILENT.contains(&child.name.as_str()) => {}
                None => self.left_out.note(format!("`{}`", child.name)),
            }
        }
        if let Some(last) = places.last_mut().filter(|_| END_WITH_PARAGRAPH.contains(&parent))
            && last.last().is_none_or(|element| element.name != "w:p")
        {
            last.push(Element::new("w:p", &[]));
        }
        let is_whole = rule.places.iter().zip(&places).all(|(place, found)| !place.required || !found.is_empty());
        is_whole.then(|| places.into_iter().flatten().collect())
    }
}

/// Returns the text in an element; `None` if it is none that may stand there.
fn text(children: &[Node], value: &Value) -> Option<String> {
    let texts = children.iter().filter_map(|node| match node {
        Node::Text(text) => Some(text.as_str()),
        Node::Element(_) => None,
    });
    Some(texts.collect::<String>()).filter(|text| value.allows(text))
}

/// Puts what is in wrappers in their place: the content of content controls, smart tags and custom XML, and what is written for programs that do not
/// know the latest drawings.
pub fn unwrap(element: &mut Element, left_out: &mut LeftOut) {
    let mut children = Vec::new();
    for child in std::mem::take(&mut element.children) {
        match child {
            Node::Element(child) => unwrapped(child, left_out, &mut children),
            Node::Text(_) => children.push(child),
        }
    }
    element.children = children;
}

fn unwrapped(mut child: Element, left_out: &mut LeftOut, out: &mut Vec<Node>) {
    let content = match child.name.as_str() {
        "w:sdt" => "w:sdtContent",
        "mc:AlternateContent" => "mc:Fallback",
        "w:smartTag" | "w:customXml" => {
            unwrap(&mut child, left_out);
            child
                .children
                .retain(|node| node.element().is_some_and(|e| !matches!(e.name.as_str(), "w:smartTagPr" | "w:customXmlPr")));
            out.append(&mut child.children);
            return;
        }
        _ => {
            unwrap(&mut child, left_out);
            out.push(Node::Element(child));
            return;
        }
    };
    if !child.all("w:dataBinding").is_empty() {
        left_out.note("`w:dataBinding`, whose text is kept".into());
    }
    let inner = child.children.into_iter().filter_map(Node::into_element).find(|element| element.name == content);
    let Some(mut inner) = inner else {
        left_out.note(format!("`{}` without `{content}`", child.name));
        return;
    };
    unwrap(&mut inner, left_out);
    out.append(&mut inner.children);
}
