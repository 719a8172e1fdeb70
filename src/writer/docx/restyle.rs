//! Makes the styles of a Word template usable for the document, with our own styles where the template has none.
//!
//! 1. A style that has the name of one of ours gets its id: a French Word writes `Titre1` for the id of what is `heading 1` in
//!    every Word.
//! 2. The document's language is the language of all styles. (Languages and numbers of the template's own styles are not read.)
//! 3. Heading styles are bound to that numbering. The style of annexes begins a page, and gets a level of the outline.
//! 4. Styles that are missing are added, with the styles that they are based on.

use super::numbering::OF_STYLES;
use crate::xml::{Element, Node};
use std::collections::{BTreeSet, HashMap};

/// The elements that name a style by its id.
const NAMING: [&str; 8] =
    ["w:basedOn", "w:next", "w:link", "w:pStyle", "w:rStyle", "w:tblStyle", "w:styleLink", "w:numStyleLink"];
/// The elements before the number in the properties of a paragraph, in the order of the schema.
const BEFORE_NUMBER: [&str; 6] = ["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"];
/// The elements before the page break in the properties of a paragraph.
const BEFORE_PAGE_BREAK: [&str; 3] = ["w:pStyle", "w:keepNext", "w:keepLines"];
/// The elements after the level of the outline in the properties of a style's paragraphs.
const AFTER_LEVEL: [&str; 2] = ["w:divId", "w:cnfStyle"];
/// The elements after the properties of paragraphs in a style.
const AFTER_PARAGRAPH: [&str; 6] = ["w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr", "w:extLst"];
/// The elements after the language in the properties of a run.
const AFTER_LANGUAGE: [&str; 3] = ["w:eastAsianLayout", "w:specVanish", "w:oMath"];

/// The styles of a Word template, usable for the document.
pub struct Restyled {
    /// The root element of the part with the styles.
    pub root: Element,
    /// The ids of the template that were changed, with the new ones.
    renamed: HashMap<String, String>,
    /// The ids of the template's styles, before ours were added.
    pub theirs: BTreeSet<String>,
}

impl Restyled {
    /// Returns the styles of the template (`theirs`) with those of `ours` that are `needed` and missing.
    pub fn new(theirs: &Element, ours: &Element, needed: &BTreeSet<String>) -> Self {
        let mut root = theirs.clone();
        let renamed = renamed(theirs, ours);
        rename(&mut root, &renamed);
        speak(&mut root, ours);
        styles_mut(&mut root).for_each(number);
        styles_mut(&mut root).filter(|style| id(style) == "AnnexNoTitle").for_each(annex);
        let theirs = ids(&root);
        add(&mut root, ours, needed, &theirs);
        Self { root, renamed, theirs }
    }

    /// Changes the ids of styles in another part of the template to the new ones.
    pub fn rename(&self, part: &mut Element) {
        rename(part, &self.renamed);
    }
}

fn styles(root: &Element) -> impl Iterator<Item = &Element> {
    root.elements().filter(|element| element.name == "w:style")
}

fn styles_mut(root: &mut Element) -> impl Iterator<Item = &mut Element> {
    root.elements_mut().filter(|element| element.name == "w:style")
}

fn id(style: &Element) -> &str {
    style.get("w:styleId").unwrap_or_default()
}

fn ids(root: &Element) -> BTreeSet<String> {
    styles(root).map(|style| id(style).to_string()).collect()
}

/// Returns the name of a style in small letters, which is the same in every Word, and its type.
fn known_as(style: &Element) -> (String, &str) {
    let name = style.child("w:name").and_then(|name| name.get("w:val")).unwrap_or_default();
    (name.to_lowercase(), style.get("w:type").unwrap_or("paragraph"))
}

/// Returns the ids that change. A style with the name of one of ours gets our id; a style that has one of our ids but another
/// name gets a new one.
fn renamed(theirs: &Element, ours: &Element) -> HashMap<String, String> {
    let by_name: HashMap<_, _> = styles(ours).map(|style| (known_as(style), id(style))).collect();
    let by_id: HashMap<_, _> = styles(ours).map(|style| (id(style), known_as(style))).collect();
    let taken = |wanted: &str, kind: &str| styles(theirs).any(|style| id(style) == wanted && known_as(style).1 == kind);
    let mut renamed = HashMap::new();
    for style in styles(theirs) {
        let (name, kind) = known_as(style);
        match (by_name.get(&(name, kind)), by_id.get(id(style))) {
            (Some(own), _) if *own != id(style) && !taken(own, kind) => renamed.insert(id(style).into(), own.to_string()),
            (_, Some((_, own))) if *own != kind => renamed.insert(id(style).into(), format!("{}Own", id(style))),
            _ => None,
        };
    }
    renamed
}

fn rename(part: &mut Element, renamed: &HashMap<String, String>) {
    part.each(&mut |element| {
        let attribute = match element.name.as_str() {
            "w:style" => "w:styleId",
            name if NAMING.contains(&name) => "w:val",
            _ => return,
        };
        if let Some(new) = element.get(attribute).and_then(|old| renamed.get(old)) {
            element.set(attribute, new);
        }
    });
}

/// Puts the language of the document into the defaults of all styles.
fn speak(root: &mut Element, ours: &Element) {
    let Some(language) = ours.all("w:lang").first().map(|language| (*language).clone()) else { return };
    let run = root
        .child_or_insert("w:docDefaults", 0)
        .and_then(|defaults| defaults.child_or_insert("w:rPrDefault", 0))
        .and_then(|defaults| defaults.child_or_insert("w:rPr", 0));
    if let Some(run) = run {
        let at = run.before(&AFTER_LANGUAGE);
        run.children.insert(at, Node::Element(language));
    }
}

/// Binds a heading style to its level of the multilevel list.
fn number(style: &mut Element) {
    let level = id(style).strip_prefix("Heading").and_then(|level| level.parse::<u8>().ok());
    let Some(level) = level.filter(|level| (1..=9).contains(level)) else { return };
    let mut number = Element::new("w:numPr", &[]);
    let level = (level - 1).to_string();
    number.children.push(Node::Element(Element::new("w:ilvl", &[("w:val", &level)])));
    number.children.push(Node::Element(Element::new("w:numId", &[("w:val", &OF_STYLES.to_string())])));
    let at = style.before(&AFTER_PARAGRAPH);
    if let Some(paragraph) = style.child_or_insert("w:pPr", at) {
        paragraph.children.insert(after(paragraph, &BEFORE_NUMBER), Node::Element(number));
    }
}

/// Makes the style of annexes begin a page, and gives it a level of the outline, by which tables of contents find it.
fn annex(style: &mut Element) {
    let at = style.before(&AFTER_PARAGRAPH);
    if let Some(paragraph) = style.child_or_insert("w:pPr", at) {
        paragraph.remove(&["w:pageBreakBefore", "w:outlineLvl"]);
        let page_break = Element::new("w:pageBreakBefore", &[]);
        paragraph.children.insert(after(paragraph, &BEFORE_PAGE_BREAK), Node::Element(page_break));
        let level = Element::new("w:outlineLvl", &[("w:val", "0")]);
        paragraph.children.insert(paragraph.before(&AFTER_LEVEL), Node::Element(level));
    }
}

/// Returns the index of the first child element that has none of these names.
fn after(element: &Element, names: &[&str]) -> usize {
    let before = |node: &Node| node.element().is_none_or(|element| names.contains(&element.name.as_str()));
    element.children.iter().position(|node| !before(node)).unwrap_or(element.children.len())
}

/// Adds the styles that are needed and missing, and those that they are based on.
fn add(root: &mut Element, ours: &Element, needed: &BTreeSet<String>, theirs: &BTreeSet<String>) {
    let has_default = |root: &Element, kind: &str| {
        styles(root).any(|style| known_as(style).1 == kind && matches!(style.get("w:default"), Some("1" | "true" | "on")))
    };
    let mut there = theirs.clone();
    let mut wanted: Vec<String> = needed.iter().rev().cloned().collect();
    while let Some(next) = wanted.pop() {
        if !there.insert(next.clone()) {
            continue;
        }
        let Some(style) = styles(ours).find(|style| id(style) == next) else { continue };
        let links = style.elements().filter(|element| NAMING.contains(&element.name.as_str()));
        wanted.extend(links.filter_map(|link| link.get("w:val")).map(str::to_string));
        let mut style = style.clone();
        if has_default(root, known_as(&style).1) {
            style.attributes.retain(|(name, _)| name != "w:default");
        }
        root.children.push(Node::Element(style));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::Allowance;

    fn restyled(theirs: &str, needed: &[&str]) -> (Restyled, String) {
        let ours = r#"<w:styles><w:docDefaults><w:lang w:val="en-GB"/></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
            <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style></w:styles>"#;
        let namespace = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
        let parse = |text: &str| Element::parse(&text.replacen("<w:styles", namespace, 1), &mut Allowance(100_000)).unwrap();
        let needed = needed.iter().map(|id| id.to_string()).collect();
        let restyled = Restyled::new(&parse(theirs), &parse(ours), &needed);
        let text = restyled.root.part();
        (restyled, text)
    }

    #[test]
    fn styles_are_known_by_their_names() {
        let theirs = r#"<w:styles><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Mine"/><w:basedOn w:val="Titre1"/></w:style></w:styles>"#;
        let (_, text) = restyled(theirs, &["Heading1", "Strong"]);
        assert!(
            text.contains(r#"w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:ilvl w:val="0"/>"#),
            "{text}"
        );
        assert!(text.contains(r#"w:styleId="StrongOwn"><w:name w:val="Mine"/><w:basedOn w:val="Heading1"/>"#), "{text}");
        assert!(text.contains(r#"<w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>"#));
        assert!(text.contains(r#"w:type="character" w:styleId="Strong""#), "{text}");
    }

    #[test]
    fn an_annex_is_a_heading_on_a_page_of_its_own() {
        let theirs = r#"<w:styles><w:style w:type="paragraph" w:styleId="AnnexNoTitle"><w:name w:val="Annex_NoTitle"/>
            <w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr></w:style></w:styles>"#;
        let (_, text) = restyled(theirs, &[]);
        let properties = r#"<w:keepNext/><w:pageBreakBefore/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>"#;
        assert!(text.contains(properties), "{text}");
    }

    #[test]
    fn what_is_missing_is_added_with_what_it_rests_on() {
        let theirs =
            r#"<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="a"/></w:style></w:styles>"#;
        let (restyled, text) = restyled(theirs, &["Heading1"]);
        assert_eq!(restyled.theirs, BTreeSet::from(["a".to_string()]));
        assert!(text.contains(r#"w:styleId="Heading1""#) && text.contains(r#"w:styleId="Normal""#));
        assert_eq!(text.matches("w:default").count(), 1, "{text}");
    }
}
