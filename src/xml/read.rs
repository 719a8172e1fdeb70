//! Reads a part as a tree: strictly, with namespaces, and within limits.
//!
//! Names get the usual prefixes of their namespaces ([`NAMESPACES`]), whatever prefixes the part uses. What the part itself declares as ignorable for
//! programs that do not know it (`mc:Ignorable`, ISO/IEC 29500-3) is left out.

use super::{Element, NAMESPACES, Node};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

/// The most elements of one part, those included that are not kept. A report of 400 pages has some 300 000.
const MAX_ELEMENTS: usize = 1_000_000;
/// The deepest nesting of elements in one part. Word itself stops at 256.
const MAX_DEPTH: usize = 256;
/// The most attributes of one element. Word writes at most 40 or so, at the root.
const MAX_ATTRIBUTES: usize = 100;
/// The bytes of memory that an element and an attribute count, besides the bytes of their names and texts.
const OF_ELEMENT: usize = 100;

/// The bytes of memory that the trees of a package may still take.
#[derive(Debug)]
pub struct Allowance(pub usize);

impl Allowance {
    fn take(&mut self, bytes: usize) -> Result<(), String> {
        self.0 = self.0.checked_sub(bytes).ok_or("it is too large")?;
        Ok(())
    }
}

/// The state of reading a part.
struct Parser<'r> {
    /// The elements that are open, the outermost container first.
    open: Vec<Element>,
    /// Which elements are kept, with all that is in them; all if there is no name.
    only: Option<&'r str>,
    /// The number of open elements that are kept.
    kept: usize,
    /// The elements that are kept, if only some are.
    found: Vec<Element>,
    /// The namespaces that the part declares as ignorable, each with the number of elements that were open then.
    ignorable: Vec<(usize, String)>,
    /// The depth at which an element that is ignored began.
    ignored: Option<usize>,
    elements: usize,
    allowance: &'r mut Allowance,
}

/// Reads a whole part as a tree.
pub fn tree(text: &str, allowance: &mut Allowance) -> Result<Element, String> {
    let mut outer = read(text, None, allowance)?.0;
    let root = outer.children.pop().and_then(Node::into_element);
    root.filter(|_| outer.children.is_empty()).ok_or_else(|| "it has not one root".into())
}

/// Reads a part and returns all elements with this name, each with what is in it; what is outside is checked and not kept.
pub fn only(text: &str, name: &str, allowance: &mut Allowance) -> Result<Vec<Element>, String> {
    read(text, Some(name), allowance).map(|(_, found)| found)
}

/// Reads a part; returns the container of its root, and the elements that were sought.
fn read(text: &str, only: Option<&str>, allowance: &mut Allowance) -> Result<(Element, Vec<Element>), String> {
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().check_comments = true;
    reader.resolver_mut().set_max_namespace_bindings(MAX_DEPTH);
    let (open, found, ignorable) = (vec![Element::default()], Vec::new(), Vec::new());
    let mut parser = Parser { open, only, kept: 0, found, ignorable, ignored: None, elements: 0, allowance };
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => parser.start(&tag, &reader)?,
            Event::Empty(tag) => {
                parser.start(&tag, &reader)?;
                parser.end()?;
            }
            Event::End(_) => parser.end()?,
            Event::Text(text) => parser.text(&text.into_inner())?,
            Event::CData(text) => parser.text(&text.into_inner())?,
            Event::GeneralRef(name) => parser.text(&character(name)?)?,
            Event::DocType(_) => return Err("it declares a document type".into()),
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => return Err("it is not UTF-8 text".into()),
                _ => {}
            },
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => {
                let outer = parser.open.pop().filter(|_| parser.open.is_empty()).ok_or("it is cut off")?;
                return Ok((outer, parser.found));
            }
        }
    }
}

impl Parser<'_> {
    fn start(&mut self, tag: &BytesStart, reader: &NsReader<&[u8]>) -> Result<(), String> {
        self.elements += 1;
        if self.open.len() > MAX_DEPTH || self.elements > MAX_ELEMENTS {
            return Err("it is too large".into());
        }
        if self.open.len() == 1 && self.elements > 1 {
            return Err("it has not one root".into());
        }
        self.declare_ignorable(tag, reader)?;
        let name = self.name(tag.name(), reader, true)?;
        if name.is_none() && self.ignored.is_none() {
            self.ignored = Some(self.open.len());
        }
        let mut element = Element { name: name.unwrap_or_default(), ..Element::default() };
        if self.kept > 0 || self.only.is_none_or(|only| only == element.name) {
            self.kept += 1;
        }
        self.attributes(tag, reader, &mut element)?;
        if self.kept > 0 {
            let of = |(name, value): &(String, String)| OF_ELEMENT + name.len() + value.len();
            self.allowance.take(OF_ELEMENT + element.name.len() + element.attributes.iter().map(of).sum::<usize>())?;
        }
        self.open.push(element);
        Ok(())
    }

    /// Notes the namespaces that the element says may be ignored.
    fn declare_ignorable(&mut self, tag: &BytesStart, reader: &NsReader<&[u8]>) -> Result<(), String> {
        for attribute in listed(tag) {
            let attribute = attribute?;
            if self.name(attribute.key, reader, false)?.is_some_and(|name| name == "mc:Ignorable") {
                for prefix in attribute.value.split_ascii_whitespace() {
                    let sought = format!("{prefix}:x");
                    match reader.resolver().resolve_attribute(QName(&sought)).0 {
                        ResolveResult::Bound(namespace) => self.ignorable.push((self.open.len(), namespace.0.to_string())),
                        _ => return Err(format!("it uses the prefix `{prefix}`, which it does not declare")),
                    }
                }
            }
        }
        Ok(())
    }

    fn attributes(&mut self, tag: &BytesStart, reader: &NsReader<&[u8]>, element: &mut Element) -> Result<(), String> {
        for attribute in listed(tag) {
            let attribute = attribute?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            if attribute.value.contains('<') || !value.chars().all(is_allowed) {
                return Err(format!("the value of `{}` has a character that XML does not allow", attribute.key.0));
            }
            let Some(name) = self.name(attribute.key, reader, false)?.filter(|name| name != "mc:Ignorable") else { continue };
            if element.get(&name).is_some() {
                return Err(format!("an element has `{name}` twice"));
            }
            element.attributes.push((name, value.into_owned()));
        }
        Ok(())
    }

    /// Returns a name with the usual prefix of its namespace; none if it is ignored. The name of an unknown namespace has the namespace behind it.
    fn name(&self, name: QName, reader: &NsReader<&[u8]>, is_element: bool) -> Result<Option<String>, String> {
        let resolver = reader.resolver();
        let (namespace, local) = if is_element { resolver.resolve_element(name) } else { resolver.resolve_attribute(name) };
        match namespace {
            ResolveResult::Unbound => Ok(Some(local.into_inner().into())),
            ResolveResult::Unknown(prefix) => Err(format!("it uses the prefix `{prefix}`, which it does not declare")),
            ResolveResult::Bound(namespace) => {
                let usual = NAMESPACES.iter().find(|(_, known)| *known == namespace.0).map(|(prefix, _)| prefix);
                match usual {
                    Some(prefix) => Ok(Some(format!("{prefix}:{}", local.into_inner()))),
                    None if self.ignorable.iter().any(|(_, ignored)| ignored == namespace.0) => Ok(None),
                    None => Ok(Some(format!("{} ({})", name.into_inner(), namespace.0))),
                }
            }
        }
    }

    fn end(&mut self) -> Result<(), String> {
        let done = self.open.pop().filter(|_| !self.open.is_empty()).ok_or("it is cut off")?;
        let depth = self.open.len();
        self.ignorable.retain(|(declared, _)| *declared < depth);
        let is_ignored = self.ignored.is_some();
        if self.ignored == Some(depth) {
            self.ignored = None;
        }
        if self.kept == 0 {
            return Ok(());
        }
        self.kept -= 1;
        match self.open.last_mut() {
            _ if is_ignored => {}
            Some(inner) if self.kept > 0 || self.only.is_none() => inner.children.push(Node::Element(done)),
            _ => self.found.push(done),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        if !text.chars().all(is_allowed) {
            return Err("it has a character that XML does not allow".into());
        }
        if self.open.len() == 1 {
            return if text.trim().is_empty() { Ok(()) } else { Err("it has text outside its root".into()) };
        }
        if self.kept == 0 {
            return Ok(());
        }
        let children = &mut self.open.last_mut().ok_or("it is cut off")?.children;
        if let Some(Node::Text(before)) = children.last_mut() {
            before.push_str(text);
            return self.allowance.take(text.len());
        }
        children.push(Node::Text(text.into()));
        self.allowance.take(OF_ELEMENT + text.len())
    }
}

/// Returns the attributes of an element in order, without declarations of namespaces, and a fault if there are too many.
fn listed<'t>(tag: &'t BytesStart) -> impl Iterator<Item = Result<Attribute<'t>, String>> {
    let mut attributes = tag.attributes();
    attributes.with_checks(false);
    let one = |(at, attribute): (usize, Result<Attribute<'t>, _>)| match attribute {
        _ if at == MAX_ATTRIBUTES => Err("an element has too many attributes".into()),
        other => other.map_err(|error: quick_xml::events::attributes::AttrError| error.to_string()),
    };
    let is_declaration = |attribute: &Result<Attribute, String>| {
        let name = attribute.as_ref().ok().and_then(|attribute| attribute.key.as_namespace_binding());
        matches!(name, Some(PrefixDeclaration::Default | PrefixDeclaration::Named(_)))
    };
    attributes.enumerate().take(MAX_ATTRIBUTES + 1).map(one).filter(move |attribute| !is_declaration(attribute))
}

/// Returns the character of a reference: one of the five that XML names, or a number.
fn character(reference: BytesRef) -> Result<String, String> {
    if let Some(character) = reference.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(character.into());
    }
    let name = reference.into_inner();
    resolve_predefined_entity(&name).map(str::to_string).ok_or_else(|| format!("it names an entity `{name}`"))
}

/// Says whether XML 1.0 allows the character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
