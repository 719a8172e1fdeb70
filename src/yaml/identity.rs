//! Derives the identities of records and texts from their positions in the trees of their files.
//!
//! 1. Each file has a prefix that says what it is: `meetings.38`, `submissions.c22-8`; an empty one for records that are merged from several files.
//! 2. Below it, each step is a key of a map or a name of a list's item: its `id`, else the value of a key that names such items, else the words of its
//!    heading, else its order among the items of the same sort. So an item that is inserted moves only unnamed items of its own sort, in its own list.
//! 3. An `id` of the author's replaces all steps above it in the file: a record with an `id` keeps its identity wherever it is moved to.
//!
//! A file is indexed when it is first asked for: most files of a dossier never are.

use super::tree::{Kind, Node};
use crate::source::{FileId, RecordId, Span, Text, TextId};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// The keys whose value names an item of a list that has neither an `id` nor a number or symbol.
const NAMING: [&str; 8] = ["person", "topic", "step", "file", "name", "label", "heading", "title"];
/// The greatest length, in characters, of a name that is made from a heading.
const LONGEST: usize = 48;

/// The identities of all records and texts of a dossier, by their places in its files.
#[derive(Default)]
pub struct Identities {
    files: BTreeMap<FileId, Arc<NamedTree>>,
}

/// The tree of a file, with the prefix of its identities.
pub struct NamedTree {
    prefix: String,
    root: Node,
    index: OnceLock<Vec<Entry>>,
}

impl NamedTree {
    /// Gives a tree the prefix of its identities, which says what the file is and may be empty.
    pub fn new(prefix: impl Into<String>, root: Node) -> Self {
        Self { prefix: prefix.into(), root, index: OnceLock::new() }
    }
}

/// A node of a tree, in an index that has the order of the file.
struct Entry {
    span: Span,
    /// The index of the entry that contains this one.
    parent: Option<usize>,
    step: Step,
    is_text: bool,
}

/// The part of a path that leads from a node to one that it contains.
enum Step {
    /// A key, a name or an order.
    Name(String),
    /// An `id` of the author's, which replaces all steps before it.
    Id(String),
}

impl Identities {
    /// Adds the tree of a file.
    pub fn add(&mut self, file: FileId, tree: Arc<NamedTree>) {
        self.files.insert(file, tree);
    }

    /// Returns the identity of the innermost map around `span`; `None` if `span` is nowhere or in a file that was not added.
    pub fn record(&self, span: Span) -> Option<RecordId> {
        self.find(span, |entry| !entry.is_text).map(RecordId::new)
    }

    /// Returns the identity of the text that contains `span`; `None` if no text does.
    pub fn text(&self, span: Span) -> Option<TextId> {
        self.find(span, |entry| entry.is_text).map(TextId::new)
    }

    /// Returns the path of the identity of the innermost text or record around `span`; `None` if `span` is nowhere or in a file that was not added.
    pub fn of(&self, span: Span) -> Option<String> {
        self.find(span, |_| true)
    }

    /// Returns the path of the innermost entry around `span` for which `is_meant` is true.
    fn find(&self, span: Span, is_meant: impl Fn(&Entry) -> bool) -> Option<String> {
        let file = self.files.get(&span.file()?)?;
        let index = file.index.get_or_init(|| index(&file.root));
        let is_around = |entry: &Entry| entry.span.start <= span.start && span.end <= entry.span.end;
        let mut at = index.partition_point(|entry| entry.span.start <= span.start).checked_sub(1);
        while let Some(here) = at
            && !(is_around(&index[here]) && is_meant(&index[here]))
        {
            at = index[here].parent;
        }
        let path = path(&file.prefix, index, at);
        // a place outside all entries, such as a comment, belongs to the file itself, which is a map
        (at.is_some() || is_meant(&Entry { span, parent: None, step: Step::Name(String::new()), is_text: false })).then_some(path)
    }
}

/// Writes the steps that lead to an entry, after the prefix of the file.
fn path(prefix: &str, index: &[Entry], at: Option<usize>) -> String {
    let mut steps = Vec::new();
    let mut next = at;
    while let Some(at) = next {
        let entry = &index[at];
        steps.push(&entry.step);
        next = entry.parent.filter(|_| matches!(entry.step, Step::Name(_)));
    }
    let mut path = String::from(prefix);
    for step in steps.into_iter().rev() {
        match step {
            // a file without a prefix begins with a name
            Step::Name(name) if path.is_empty() => path.push_str(name),
            Step::Name(name) => path.extend([".", name]),
            Step::Id(id) => path.extend(["#", id]),
        }
    }
    path
}

/// Lists the nodes below `root` in the order of the file.
fn index(root: &Node) -> Vec<Entry> {
    let mut indexer = Indexer { entries: Vec::new(), ids: HashSet::new() };
    indexer.below(root, None);
    indexer.entries
}

/// Makes the index of a tree.
struct Indexer<'t> {
    entries: Vec<Entry>,
    /// The `id`s that have been met, to give a repeated one no identity of its own.
    ids: HashSet<&'t str>,
}

impl<'t> Indexer<'t> {
    /// Adds the nodes below `node`, whose own entry is `parent`.
    fn below(&mut self, node: &'t Node, parent: Option<usize>) {
        match &node.kind {
            Kind::Null | Kind::Scalar(_) => {}
            Kind::List(items) => {
                for (item, step) in items.iter().zip(self.steps(items)) {
                    self.add(item.span, item, node, step, parent);
                }
            }
            Kind::Map(entries) => {
                for (key, value) in entries.iter() {
                    let step = self.id(value).unwrap_or_else(|| Step::Name(key.value.clone()));
                    self.add(key.span, value, node, step, parent);
                }
            }
        }
    }

    /// Adds the entry of `value`, which begins at `begin`: with its key in a map, with itself in a list. A node that an alias repeats is written
    /// elsewhere in the file, and has the identity of that place.
    fn add(&mut self, begin: Span, value: &'t Node, whole: &Node, step: Step, parent: Option<usize>) {
        let is_within = |span: Span| whole.span.start <= span.start && span.end <= whole.span.end;
        if !is_within(begin) {
            return;
        }
        let is_here = is_within(value.span) && begin.start <= value.span.start;
        let end = if is_here { value.span.end } else { begin.end };
        let is_text = !matches!(value.kind, Kind::Map(_) | Kind::List(_));
        self.entries.push(Entry { span: begin.within(begin.start..end), parent, step, is_text });
        if is_here {
            self.below(value, Some(self.entries.len() - 1));
        }
    }

    /// Returns the author's `id` of a map; `None` if an earlier map of the file has the same.
    fn id(&mut self, node: &'t Node) -> Option<Step> {
        let id = value(node, "id").filter(|id| self.ids.insert(&id.value))?;
        Some(Step::Id(id.value.clone()))
    }

    /// Returns the step that leads to each item of a list.
    fn steps(&mut self, items: &'t [Node]) -> Vec<Step> {
        let mut known: HashMap<String, usize> = HashMap::new();
        let step = |item: &'t Node| {
            if let Some(id) = self.id(item) {
                return id;
            }
            let (name, is_own) = name(item);
            let count = known.entry(name.clone()).or_default();
            *count += 1;
            Step::Name(if is_own && *count == 1 { name } else { format!("{name}~{count}") })
        };
        items.iter().map(step).collect()
    }
}

/// Returns a name for an item of a list, and whether the name is the item's own (true) or is shared by all items of its sort (false).
fn name(item: &Node) -> (String, bool) {
    let Kind::Map(entries) = &item.kind else { return (String::new(), false) };
    let named = || NAMING.into_iter().find_map(|key| value(item, key)).map(|text| words(&text.value));
    match (own_name(item).or_else(named), entries.first()) {
        (Some(name), _) => (name, true),
        (None, Some((key, _))) => (key.value.clone(), false),
        (None, None) => (String::new(), false),
    }
}

/// Returns the `number` or `symbol` of a map; where the map says `of` which body it is, the id of the (first) body stands before it, because each body counts
/// on its own: `38`, `cwg-b:38`. `None` for a map without them.
pub fn own_name(item: &Node) -> Option<String> {
    let number = words(&value(item, "number").or_else(|| value(item, "symbol"))?.value);
    let body = item.get("of").and_then(|of| match &of.kind {
        Kind::List(bodies) => bodies.first(),
        Kind::Null | Kind::Scalar(_) | Kind::Map(_) => Some(of),
    });
    let body = body.and_then(|body| match &body.kind {
        Kind::Scalar(id) => Some(id),
        Kind::Map(entries) => entries.first().map(|(id, _)| id),
        Kind::Null | Kind::List(_) => None,
    });
    Some(body.map_or_else(|| number.clone(), |body| format!("{}:{number}", words(&body.value))))
}

/// Returns the text that a map has at `key`.
fn value<'t>(node: &'t Node, key: &str) -> Option<&'t Text> {
    node.get(key)?.text()
}

/// Makes a name from a text: `work-of-the-group` from `Work of the group`; `CWG-A-38/2` is kept as it is.
fn words(text: &str) -> String {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '&' | '(' | ')');
    if text.len() <= LONGEST && text.chars().all(|c| is_name(c) || c == '.') {
        return text.into();
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::yaml::parse;

    /// The identity of the first `word` of a file.
    fn identity(prefix: &str, text: &str, word: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add("t.yaml", text);
        let root = parse(&sources, file, &mut crate::diagnostic::Diagnostics::new()).unwrap();
        let mut identities = Identities::default();
        identities.add(file, Arc::new(NamedTree::new(prefix, root)));
        let at = text.find(word).unwrap();
        identities.of(Span::new(file, at..at + word.len())).unwrap()
    }

    const REPORT: &str = "\
title: A report
body:
  - heading: One thing
    body:
      - first words
      - {text: second words, comment: why}
  - id: named
    heading: Another thing
    body: [third words, {table: {columns: [label words], rows: [[cell words]]}}, {table: {id: held, caption: held words}}]
  - heading: One thing
    body: [fourth words]
";

    #[test]
    fn what_has_a_name_is_known_by_it() {
        for (word, expected) in [
            ("A report", "submissions.r.title"),
            ("first words", "submissions.r.body.one-thing.body.~1"),
            ("second words", "submissions.r.body.one-thing.body.text~1.text"),
            ("Another", "submissions.r#named.heading"),
            ("third words", "submissions.r#named.body.~1"),
            ("cell words", "submissions.r#named.body.table~1.table.rows.~1.~1"),
            ("held words", "submissions.r#held.caption"),
            ("fourth words", "submissions.r.body.one-thing~2.body.~1"),
        ] {
            assert_eq!(identity("submissions.r", REPORT, word), expected, "{word}");
        }
        let meeting = "number: 38\ndocuments:\n  - {symbol: 2, title: Words}\n  - {symbol: 2, title: Others}\n";
        assert_eq!(identity("meetings.38", meeting, "Words"), "meetings.38.documents.2.title");
        assert_eq!(identity("meetings.38", meeting, "Others"), "meetings.38.documents.2~2.title");
        for of in ["cwg-b", "[cwg-b]", "[cwg-b: 12, cwg-a]", "[cwg-b, cwg-a]"] {
            let two = format!("meetings: [{{number: 38, place: Here}}, {{number: 38, of: {of}, place: There}}]");
            assert_eq!(identity("", &two, "Here"), "meetings.38.place");
            assert_eq!(identity("", &two, "There"), "meetings.cwg-b:38.place", "{of}");
        }
        assert_eq!(identity("", "people: {smith: {family: Smith}}", "Smith"), "people.smith.family");
        assert_eq!(identity("", "people: {smith: {family: Smith}}", "smith"), "people.smith");
    }

    #[test]
    fn what_is_inserted_elsewhere_changes_no_identity() {
        let inserted = REPORT.replace("      - first words\n", "      - inserted\n      - first words\n      - {bullets: [a]}\n");
        let inserted =
            inserted.replace("body:\n  - heading: One thing", "body:\n  - heading: A new clause\n  - heading: One thing");
        for word in ["second words", "Another", "third words", "cell words", "fourth words"] {
            assert_eq!(identity("r", REPORT, word), identity("r", &inserted, word), "{word}");
        }
    }

    #[test]
    fn an_alias_is_known_by_what_it_repeats() {
        let text = "a: &x {text: words}\nb: [*x, {text: after}]\n";
        assert_eq!(identity("", text, "words"), "a.text");
        assert_eq!(identity("", text, "after"), "b.text~2.text");
    }

    #[test]
    fn a_place_beside_all_texts_belongs_to_the_file() {
        let text = "# a remark\na: b\n";
        assert_eq!(identity("texts.intro", text, "remark"), "texts.intro");
    }
}
