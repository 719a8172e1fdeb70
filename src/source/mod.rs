//! Source files, places in them, texts that know where they were written, and edits of these texts in their files.
//!
//! [`Text`] and [`Edit`] use each other: an edit is made from a text, and a text is what an edit changes.

mod edit;
mod id;
mod scalar;
mod text;
mod write;

pub use edit::{Edit, apply};
pub use id::{BlockId, Origin, RecordId, TextId};
pub use scalar::{Context, Scalar, ScalarStyle, ends_with_backslash, joining_backslashes};
pub use text::Text;
pub use write::is_null;

use std::sync::Arc;

/// The number of a file in [`Sources`] and of its text; [`Sources::add`] and [`Sources::replace`] assign it. The same id always means the same text, and so
/// the same place always means the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId {
    file: u32,
    /// How often the text of the file had been replaced before.
    version: u32,
}

/// A place: a range of bytes in a source file, or nowhere ([`Span::NONE`]). In sorted order, nowhere comes after all places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    file: FileId,
    /// The offset of the first byte.
    pub start: u32,
    /// The offset of the byte after the last one.
    pub end: u32,
}

impl Span {
    /// Nowhere: the place of everything that the program made and no author wrote.
    pub const NONE: Self = Self { file: FileId { file: u32::MAX, version: 0 }, start: 0, end: 0 };

    /// Makes the place of the bytes `range` of `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self { file, start: range.start as u32, end: range.end as u32 }
    }

    /// Returns the place of the bytes `range` of the same file (counted from its beginning); nowhere stays nowhere.
    pub fn within(self, range: std::ops::Range<u32>) -> Self {
        if self.is_none() { self } else { Self { start: range.start, end: range.end, ..self } }
    }

    /// Returns the place from the beginning of this one to the end of `last`, or this one alone if `last` is in another file or before it.
    pub fn through(self, last: Self) -> Self {
        if self.file == last.file && self.start <= last.end { self.within(self.start..last.end) } else { self }
    }

    /// Says whether the place is nowhere.
    pub fn is_none(self) -> bool {
        self.file == Self::NONE.file
    }

    /// Returns the file of the place; `None` if the place is nowhere.
    pub fn file(self) -> Option<FileId> {
        (!self.is_none()).then_some(self.file)
    }
}

impl Default for Span {
    fn default() -> Self {
        Self::NONE
    }
}

/// A value, and the place from which it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The place of the value in its file.
    pub span: Span,
}

/// A text file as it was read.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as messages show it; `<stdin>` for the standard input.
    pub path: String,
    /// The whole text of the file.
    pub text: String,
    lines: Vec<u32>,
    id: FileId,
    /// The number of characters before each block of [`BLOCK`] bytes, so that the column of a place in a very long line is found at once.
    characters: Vec<u32>,
}

/// The size of the blocks whose characters are counted beforehand, in bytes.
const BLOCK: usize = 4096;

/// Returns the number of characters that begin in these bytes of a text.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..0xc0)).count() as u32
}

impl SourceFile {
    fn new(path: String, text: String, id: FileId) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += begun(block);
            Some(before)
        });
        let characters = counts.collect();
        Self { path, text, lines, id, characters }
    }

    /// Says whether an author wrote the file. Bodies that are built into the program have names in angle brackets.
    pub fn is_of_the_author(&self) -> bool {
        !self.path.starts_with('<') || self.path == "<stdin>"
    }

    /// Returns the line and the column (in characters) of the byte `offset`, both counted from 1.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset as usize);
        let line = self.lines.partition_point(|&start| start as usize <= offset);
        (line, (self.characters_before(offset) - self.characters_before(self.lines[line - 1] as usize)) as usize + 1)
    }

    fn characters_before(&self, offset: usize) -> u32 {
        let block = offset / BLOCK;
        let counted = self.characters.get(block).copied();
        // the end of a text that fills its last block has no block of its own
        let (before, from) = counted.map_or((0, 0), |counted| (counted, block * BLOCK));
        before + begun(&self.text.as_bytes()[from..offset])
    }
}

/// The source files of a run, by id. Cloning is cheap: the clones share the files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<SourceFile>>,
}

impl Sources {
    /// Adds a file and returns its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId { file: self.files.len() as u32, version: 0 };
        self.files.push(Arc::new(SourceFile::new(path.into(), text.into(), id)));
        id
    }

    /// Replaces the text of a file and returns its new id; the path stays, and so does the position of the file among the others. Places in the former
    /// text are no longer valid.
    pub fn replace(&mut self, id: FileId, text: impl Into<String>) -> FileId {
        let path = self.file(id).path.clone();
        let id = FileId { version: id.version + 1, ..id };
        self.files[id.file as usize] = Arc::new(SourceFile::new(path, text.into(), id));
        id
    }

    /// Returns the file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.file as usize]
    }

    /// Returns the file of a place; `None` if the place is nowhere.
    pub fn get(&self, span: Span) -> Option<&SourceFile> {
        span.file().map(|file| self.file(file))
    }

    /// Returns the part of the file at a place, as it is written there; an empty string if the place is nowhere.
    pub fn written(&self, span: Span) -> &str {
        let text = self.get(span).map_or("", |file| &file.text);
        text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Returns the place of the first `c` within `span`, or the whole span if there is none: a `c` that is written as an escape is not found.
    pub fn character(&self, span: Span, c: char) -> Span {
        match self.written(span).find(c) {
            Some(at) => span.within(span.start + at as u32..span.start + (at + c.len_utf8()) as u32),
            None => span,
        }
    }

    /// Returns all files in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().map(|file| (file.id, &**file))
    }

    /// Returns `path:line:column` of the beginning of `span`; an empty string if the place is nowhere.
    pub fn position(&self, span: Span) -> String {
        let Some(file) = self.get(span) else { return String::new() };
        let (line, column) = file.line_column(span.start);
        format!("{}:{line}:{column}", file.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "é: 1\nb: 2");
        let file = sources.file(id);
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(6), (2, 1));
        assert_eq!(sources.position(Span::new(id, 9..10)), "a.yaml:2:4");
    }

    #[test]
    fn a_place_in_another_text_of_a_file_is_another_place() {
        let mut sources = Sources::default();
        let (first, second) = (sources.add("a.yaml", "a"), sources.add("b.yaml", "b"));
        let replaced = sources.replace(first, "c");
        assert_ne!(Span::new(first, 0..1), Span::new(replaced, 0..1));
        assert_eq!(sources.written(Span::new(replaced, 0..1)), "c");
        assert!(replaced < second, "the order of the files stays");
        assert_eq!(sources.all().map(|(id, _)| id).collect::<Vec<_>>(), [replaced, second]);
    }

    #[test]
    fn columns_of_a_long_line_are_those_that_counting_gives() {
        let text = format!("ä\n{}", "aé😀".repeat(2000));
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text.clone());
        let file = sources.file(id);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]).filter(|(at, _)| *at > 2) {
            assert_eq!(file.line_column(offset as u32), (2, text[3..offset].chars().count() + 1));
        }
        let full = "x".repeat(BLOCK);
        let id = sources.add("b.yaml", full);
        assert_eq!(sources.file(id).line_column(BLOCK as u32), (1, BLOCK + 1));
    }

    #[test]
    fn nowhere_is_in_no_file() {
        let mut sources = Sources::default();
        sources.add("a.yaml", "a: 1");
        assert!(sources.get(Span::default()).is_none());
        assert_eq!(sources.position(Span::NONE), "");
        assert_eq!(sources.written(Span::NONE.within(0..2)), "");
    }
}
