//! The world that Typst sees: one source file, the pictures of the document, the fonts. Typst can read no other files, no
//! packages and no clock.

use super::fonts::Fonts;
use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

/// The world of one document.
pub struct World<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    main: Source,
    pictures: Vec<(String, Bytes)>,
}

impl<'a> World<'a> {
    /// Returns a world with `text` as its source; `pictures`, as paths and bytes, are the only files that the source can read.
    pub fn new(fonts: &'a Fonts, text: String, pictures: Vec<(String, Arc<[u8]>)>) -> Self {
        let path = VirtualPath::new("/main.typ").expect("a plain path");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        let pictures = pictures.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect();
        Self { library: LazyHash::new(library()), fonts, main: Source::new(id, text), pictures }
    }

    /// Returns the line of the source, from 1, that contains byte `at`.
    pub fn line(&self, at: usize) -> Option<usize> {
        self.main.lines().byte_to_line(at).map(|line| line + 1)
    }
}

/// Returns Typst's library with one experimental feature: header cells in the first column of tables.
fn library() -> Library {
    Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        let found = self.pictures.iter().find(|(known, _)| known == path);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
