//! Parses the text of a YAML file into a tree. This is the only file that names the YAML crate.
//!
//! `granit-parser` is the parser below serde-saphyr, the maintained successor of the archived serde_yaml. We read its events ourselves, because serde
//! stops at the first error and loses the places of flattened fields.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::{Context, FileId, Scalar, ScalarStyle, Sources, Span, Text, is_null};
use granit_parser::{Event, Parser};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The most nodes of one file; the nodes of an anchor count again with each alias (a dossier of 40 meetings has some ten thousand).
const MAX_NODES: usize = 1_000_000;
/// The deepest nesting of lists and maps in one file, through aliases too.
const MAX_DEPTH: usize = 64;
/// The number of keys from which on the keys of a map are looked up in a hash table.
const MANY_KEYS: usize = 16;
/// The characters that YAML takes for white space.
const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// A node of the tree: a value and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// The value.
    pub kind: Kind,
    /// The place of the value in its file.
    pub span: Span,
}

/// The value of a node.
#[derive(Debug, Clone)]
pub enum Kind {
    /// No value: nothing is written, or `~` or `null`.
    Null,
    /// A scalar. It keeps its spelling: `22.10` and `NO` are not turned into a number and a boolean.
    Scalar(Text),
    /// A list.
    List(Arc<[Node]>),
    /// A map, in the order of the file. A key that occurs twice has been reported; lookups find the first entry.
    Map(Arc<[(Text, Node)]>),
}

impl Node {
    /// Returns the value that a map has at `key`; `None` for other nodes.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// Returns the text of a scalar; `None` for other nodes.
    pub fn text(&self) -> Option<&Text> {
        if let Kind::Scalar(text) = &self.kind { Some(text) } else { None }
    }
}

impl Kind {
    /// Names the shape of the value for a message: "a text", "a list" …
    pub fn describe(&self) -> &'static str {
        match self {
            Kind::Null => "nothing",
            Kind::Scalar(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

/// Parses one file and returns the root of its tree; the root of an empty file is a map without keys.
///
/// # Errors
///
/// Reports syntax errors and fails at the first one. Duplicate keys are reported too, but do not end the reading.
pub fn parse(sources: &Sources, file: FileId, diagnostics: &mut Diagnostics) -> Result<Node, Reported> {
    let text = &sources.file(file).text;
    let mut builder =
        Builder { text, file, diagnostics, anchors: HashMap::new(), stack: Vec::new(), nodes: 0, end: 0, root: None };
    let options = granit_parser::options! { emit_comments: false, block_nesting_limit: 256, flow_nesting_limit: 256 };
    for event in Parser::new_from_str_with_options(text, options) {
        let proceed = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => builder.syntax_error(&error),
        };
        proceed?;
    }
    let empty = Node { kind: Kind::Map(Arc::new([])), span: Span::new(file, 0..0) };
    Ok(builder.root.unwrap_or(empty))
}

/// A list or map whose end has not been read yet.
struct Open {
    start: usize,
    anchor: usize,
    /// Whether the list or map is written in brackets or braces, or is within one that is.
    flow: bool,
    /// The items of a list that have been read.
    items: Vec<Node>,
    /// The entries of a map; `None` for a list.
    map: Option<OpenMap>,
    /// How many lists and maps stand in one another below this one.
    depth: usize,
}

/// The size of a node with all that is in it.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    /// The number of nodes; 0 for an alias, whose nodes have been counted already.
    nodes: usize,
    /// How many lists and maps stand in one another, the node's own included.
    depth: usize,
}

/// The complete entries of a map, and the key that waits for its value.
#[derive(Default)]
struct OpenMap {
    entries: Vec<(Text, Node)>,
    key: Option<Text>,
    /// The index of each entry by its key, once there are [`MANY_KEYS`].
    numbers: HashMap<String, usize>,
}

impl OpenMap {
    /// Returns the entry with this key. A file may have half a million keys, so the time must not grow with their number.
    fn get(&self, key: &str) -> Option<&(Text, Node)> {
        if self.entries.len() < MANY_KEYS {
            return self.entries.iter().find(|(known, _)| known.value == key);
        }
        self.numbers.get(key).map(|&number| &self.entries[number])
    }

    fn push(&mut self, key: Text, value: Node) {
        self.entries.push((key, value));
        let count = self.entries.len();
        let missing = if count > MANY_KEYS { count - 1..count } else { 0..count };
        for number in missing.filter(|_| count >= MANY_KEYS) {
            self.numbers.entry(self.entries[number].0.value.clone()).or_insert(number);
        }
    }
}

/// Builds the tree from the events of the parser.
struct Builder<'a> {
    text: &'a str,
    file: FileId,
    diagnostics: &'a mut Diagnostics,
    /// The nodes with an anchor, by its number, each with its size.
    anchors: HashMap<usize, (Node, Size)>,
    /// The open lists and maps, the outermost first.
    stack: Vec<Open>,
    nodes: usize,
    /// The offset of the end of the last scalar.
    end: usize,
    root: Option<Node>,
}

impl Builder<'_> {
    /// Handles one event; a failure ends the reading.
    fn event(&mut self, event: Event, span: granit_parser::Span) -> Result<(), Reported> {
        let range = span.byte_range().unwrap_or_default();
        match event {
            Event::Scalar(value, style, anchor, _) => {
                let node = self.scalar(value.into_owned(), style_of(style), range);
                self.complete(node, anchor, Size { nodes: 1, depth: 0 })
            }
            Event::SequenceStart(_, anchor, _) => self.open(range.start, anchor, None),
            Event::MappingStart(_, anchor, _) => self.open(range.start, anchor, Some(OpenMap::default())),
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            Event::Alias(id) => self.alias(id, range),
            Event::DocumentStart(..) if self.root.is_some() => {
                self.fault(range, "a second YAML document in one file", "put it in a file of its own")
            }
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, value: String, style: ScalarStyle, range: Range<usize>) -> Node {
        let span = Span::new(self.file, self.trimmed(range.clone()));
        let scalar = self.written(style, range.clone());
        self.end = range.end;
        if style == ScalarStyle::Plain && is_null(&value) {
            return Node { kind: Kind::Null, span };
        }
        let text = match scalar {
            Some(scalar) => Text::read(value, self.text, span, scalar),
            None => Text::generated(value, span),
        };
        Node { kind: Kind::Scalar(text), span }
    }

    /// Returns the scalar that the parser found at `range`, for a block with its header; `None` if the header is not found.
    fn written(&self, style: ScalarStyle, range: Range<usize>) -> Option<Scalar> {
        let context = match self.stack.last() {
            Some(Open { map: Some(map), .. }) if map.key.is_none() => Context::Key,
            Some(Open { flow: true, .. }) => Context::Flow,
            _ => Context::Block,
        };
        if !style.is_block() {
            return Some(Scalar { style, context, range, indent: 0 });
        }
        let line = self.text[..range.start].rfind(['\r', '\n']).map_or(0, |at| at + 1);
        let start = self.header(range.start)?;
        Some(Scalar { style, context, range: start..range.end, indent: range.start - line })
    }

    /// Returns the offset of the `|` or `>` of the block whose first words are at `first`: it stands in the last line before them that is not blank.
    ///
    /// Between the scalar before the block and its words there are only indicators, anchors, tags, comments and the header.
    fn header(&self, first: usize) -> Option<usize> {
        let before = self.text.get(self.end..first)?.trim_end_matches(BLANK);
        let line = before.rfind(['\r', '\n']).map_or(0, |at| at + 1);
        let begins = |at: &usize| matches!(&before[line..*at], "" | "\u{feff}") || before[..*at].ends_with(BLANK);
        let at = before.match_indices(['|', '>']).map(|(at, _)| at).filter(|at| *at >= line).find(begins)?;
        Some(self.end + at)
    }

    /// Returns the range without the white space at its end: the parser's range of a block may end after blank lines, at which
    /// a message should not point.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let length = self.text[range.clone()].trim_end_matches(BLANK).len();
        range.start..range.start + length
    }

    fn open(&mut self, start: usize, anchor: usize, map: Option<OpenMap>) -> Result<(), Reported> {
        self.room(1, start..start + 1)?;
        let flow = self.text[start..].starts_with(['[', '{']) || self.stack.last().is_some_and(|around| around.flow);
        self.stack.push(Open { start, anchor, flow, items: Vec::new(), map, depth: 0 });
        Ok(())
    }

    /// Fails if the node at `range`, in which lists and maps stand `depth` deep, would be nested too deeply here.
    fn room(&mut self, depth: usize, range: Range<usize>) -> Result<(), Reported> {
        if self.stack.len() + depth <= MAX_DEPTH {
            return Ok(());
        }
        self.fault(range, "nested too deeply", &format!("at most {MAX_DEPTH} levels are read"))
    }

    fn close(&mut self, end: Range<usize>) -> Result<(), Reported> {
        let open = self.stack.pop().expect("the parser balances starts and ends");
        let span = Span::new(self.file, self.trimmed(open.start..end.end.max(open.start)));
        let before = self.nodes;
        let depth = open.depth + 1;
        let kind = match open.map {
            Some(map) => Kind::Map(map.entries.into()),
            None => Kind::List(open.items.into()),
        };
        let node = Node { kind, span };
        let nodes = if open.anchor > 0 { count(&node) } else { 1 };
        self.complete(node, open.anchor, Size { nodes, depth })?;
        self.nodes = before + 1;
        Ok(())
    }

    fn alias(&mut self, id: usize, range: Range<usize>) -> Result<(), Reported> {
        let Some((node, size)) = self.anchors.get(&id).cloned() else {
            return self.fault(range, "this alias refers to itself", "write the text out");
        };
        self.room(size.depth, range.clone())?;
        self.nodes += size.nodes;
        if self.nodes > MAX_NODES {
            return self.fault(range, "too much text through aliases", "write it out, or cut the file in parts");
        }
        self.complete(node, 0, Size { nodes: 0, ..size })
    }

    /// Puts a complete node into the innermost open list or map, or makes it the root.
    fn complete(&mut self, node: Node, anchor: usize, size: Size) -> Result<(), Reported> {
        self.nodes += size.nodes.min(1);
        if self.nodes > MAX_NODES {
            let start = node.span.start as usize;
            return self.fault(start..start + 1, "too many values in one file", &format!("at most {MAX_NODES} are read"));
        }
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
        if let Some(around) = self.stack.last_mut() {
            around.depth = around.depth.max(size.depth);
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open { map: None, items, .. }) => items.push(node),
            Some(Open { map: Some(map), .. }) => match map.key.take() {
                Some(key) => map.push(key, node),
                None => return self.key(node),
            },
        }
        Ok(())
    }

    /// Takes a node as the key of the open map. A key has to be a text, and a key that occurs twice is reported.
    fn key(&mut self, node: Node) -> Result<(), Reported> {
        let range = node.span.start as usize..node.span.end as usize;
        let Kind::Scalar(text) = node.kind else {
            return self.fault(range, "a key has to be a text", "quote it, or check the indentation and the brackets");
        };
        let Some(Open { map: Some(map), .. }) = self.stack.last_mut() else {
            unreachable!("only an open map asks for a key");
        };
        if let Some((first, _)) = map.get(&text.value) {
            let message = format!("the key `{}` stands here twice", text.value);
            let diagnostic = Diagnostic::new(catalogue::DUPLICATE_KEY, text.span, message).also(first.span, "first here");
            self.diagnostics.push(diagnostic);
        }
        map.key = Some(text);
        Ok(())
    }

    fn fault(&mut self, range: Range<usize>, message: &str, hint: &str) -> Result<(), Reported> {
        // a range of one byte stands for the character that begins there
        let range = self.text.floor_char_boundary(range.start)..self.text.ceil_char_boundary(range.end);
        let diagnostic = Diagnostic::new(catalogue::YAML_SYNTAX, Span::new(self.file, range), message);
        Err(self.diagnostics.push(diagnostic.hint(hint)))
    }

    fn syntax_error(&mut self, error: &granit_parser::ScanError) -> Result<(), Reported> {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let message = error.info();
        let hint = if message.contains("mapping values") {
            "a text with `: ` in it has to be quoted, or begun with `>` and continued on the next line"
        } else if message.contains("indent") || message.contains("block") {
            "entries of one list or map begin in the same column; tabs do not indent"
        } else if message.contains("quote") {
            "the quote that begins this text is never closed"
        } else {
            "a text that begins with or contains special characters is safe in quotes"
        };
        self.fault(at..at + 1, &message, hint)
    }
}

/// Translates the parser's name of a scalar's style.
fn style_of(style: granit_parser::ScalarStyle) -> ScalarStyle {
    match style {
        granit_parser::ScalarStyle::Plain => ScalarStyle::Plain,
        granit_parser::ScalarStyle::SingleQuoted => ScalarStyle::SingleQuoted,
        granit_parser::ScalarStyle::DoubleQuoted => ScalarStyle::DoubleQuoted,
        granit_parser::ScalarStyle::Literal => ScalarStyle::Literal,
        granit_parser::ScalarStyle::Folded => ScalarStyle::Folded,
    }
}

/// Returns the number of nodes of a tree.
fn count(node: &Node) -> usize {
    1 + match &node.kind {
        Kind::Null | Kind::Scalar(_) => 0,
        Kind::List(items) => items.iter().map(count).sum(),
        Kind::Map(entries) => entries.iter().map(|(_, value)| count(value)).sum(),
    }
}

#[cfg(test)]
mod tests;
