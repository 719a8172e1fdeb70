//! Source files, places in them, and texts that know the place they came from.

mod id;
mod text;

pub use id::{BlockId, RecordId, TextId};
pub use text::{Segment, Text};

/// Which file of a [`Sources`] a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self { file, start: range.start as u32, end: range.end as u32 }
    }
}

/// A value and the place that it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One text file, as it was read.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as shown to the author; `<stdin>` for the standard input.
    pub path: String,
    /// The text.
    pub text: String,
    lines: Vec<u32>,
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self { path, text, lines }
    }

    /// The line and the column (in characters) of byte `offset`, both counted from 1.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset as usize);
        let line = self.lines.partition_point(|&start| start as usize <= offset);
        let start = self.lines[line - 1] as usize;
        (line, self.text[start..offset].chars().count() + 1)
    }
}

/// All source files of a run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and says by which id it is known.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push(SourceFile::new(path.into(), text.into()));
        FileId(self.files.len() as u32 - 1)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The place of the first `c` within `span`, or else the whole span: what was written as an escape is not found.
    pub fn character(&self, span: Span, c: char) -> Span {
        let written = self.file(span.file).text.get(span.start as usize..span.end as usize).unwrap_or_default();
        match written.find(c) {
            Some(at) => Span { start: span.start + at as u32, end: span.start + (at + c.len_utf8()) as u32, ..span },
            None => span,
        }
    }

    /// All files in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(at as u32), file))
    }

    /// `path:line:column` of the beginning of `span`.
    pub fn position(&self, span: Span) -> String {
        let file = self.file(span.file);
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
}
