//! Reads the package of a Word file: a zip archive of parts, their types, and the relationships between them, within limits of number and size.

use super::super::attachment::Refusal;
use crate::xml::{Allowance, Element};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most parts of a package. An elaborate template has about a hundred.
const MAX_PARTS: usize = 2_000;
/// The most bytes, after decompression, of all parts that are read: a small file may decompress to gigabytes.
const MAX_UNPACKED: u64 = 64 << 20;
/// The most bytes of memory, about, of all parts that are kept as trees.
const MAX_TREES: usize = 32 << 20;
/// Before the last word of a relationship's type.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// The part with the types of all parts.
const TYPES: &str = "[Content_Types].xml";
/// The advice for a file that is not a Word file, or a damaged one.
const SAVE_AGAIN: &str = "open it in Word and save it as a document (.docx) or template (.dotx), without a password";

/// The package of a Word file.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The types of parts, by their paths in small letters, and by the endings of paths.
    types: BTreeMap<String, String>,
    /// The number of bytes that may still be decompressed.
    left: u64,
    allowance: Allowance,
}

/// A relationship: a reference of a part to another part or to an address.
#[derive(Debug)]
pub struct Relationship {
    /// The id by which the part names the relationship.
    pub id: String,
    /// What the target is: `styles`, `header`, `image` …; the whole type, if it is none of Office's own.
    pub kind: String,
    /// The path of the part, or the address, to which it refers.
    pub target: String,
    /// Whether the target is an address.
    pub external: bool,
}

impl<'b> Package<'b> {
    /// Opens the package of a Word file.
    ///
    /// # Errors
    ///
    /// Refuses a file that is not a zip archive, has too many parts, or parts of which it is not clear what they are.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_word_file())?;
        if archive.len() > MAX_PARTS {
            let message = format!("has {} parts", archive.len());
            return Err((message, format!("a Word file that is used here has at most {MAX_PARTS}")));
        }
        unambiguous(&mut archive)?;
        let mut package = Self { archive, types: BTreeMap::new(), left: MAX_UNPACKED, allowance: Allowance(MAX_TREES) };
        let types = package.xml(TYPES)?.ok_or_else(no_word_file)?;
        for element in types.elements() {
            let (name, default) = (element.get("PartName"), element.get("Extension"));
            let name = name.map(|name| name.trim_start_matches('/')).or(default).map(str::to_lowercase);
            let found = name.zip(element.get("ContentType"));
            if found.is_some_and(|(name, kind)| package.types.insert(name, kind.to_string()).is_some()) {
                return Err(damaged(TYPES, "a part has two types"));
            }
        }
        Ok(package)
    }

    /// Returns the type of the part at `path`; empty if it has none.
    pub fn kind(&self, path: &str) -> &str {
        let path = path.to_lowercase();
        let ending = path.rsplit('.').next().unwrap_or_default();
        self.types.get(&path).or_else(|| self.types.get(ending)).map(String::as_str).unwrap_or_default()
    }

    /// Returns the decompressed bytes of the part at `path`, if there is one.
    ///
    /// # Errors
    ///
    /// Refuses a part that is damaged, or that decompresses to more than the package may.
    pub fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let file = match self.archive.by_name(path) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(path, &error.to_string())),
        };
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| damaged(path, &error.to_string()))?;
        let message = format!("has more than {} MB when it is unpacked", MAX_UNPACKED >> 20);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or((message, "take out what is not needed".into()))?;
        Ok(Some(bytes))
    }

    /// Returns the part at `path` as a tree of XML, if there is one.
    ///
    /// # Errors
    ///
    /// Refuses a part that can't be read or is not XML.
    pub fn xml(&mut self, path: &str) -> Result<Option<Element>, Refusal> {
        let Some(text) = self.text(path)? else { return Ok(None) };
        Element::parse(&text, &mut self.allowance).map(Some).map_err(|why| damaged(path, &why))
    }

    /// Returns the elements of the part at `path` that have this name, if there is such a part.
    ///
    /// # Errors
    ///
    /// Refuses a part that can't be read or is not XML.
    pub fn elements(&mut self, path: &str, name: &str) -> Result<Option<Vec<Element>>, Refusal> {
        let Some(text) = self.text(path)? else { return Ok(None) };
        Element::parse_only(&text, name, &mut self.allowance).map(Some).map_err(|why| damaged(path, &why))
    }

    fn text(&mut self, path: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        String::from_utf8(bytes).map(Some).map_err(|_| damaged(path, "it is not UTF-8 text"))
    }

    /// Returns the relationships of the part at `path`; an empty path stands for the package itself.
    ///
    /// # Errors
    ///
    /// Refuses a list of relationships that can't be read, or has one id twice.
    pub fn relationships(&mut self, path: &str) -> Result<Vec<Relationship>, Refusal> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let list = format!("{folder}_rels/{name}.rels");
        let root = self.xml(&list)?;
        let all = root.iter().flat_map(Element::elements).filter(|element| element.name == "rel:Relationship");
        let one = |element: &Element| {
            let external = element.get("TargetMode") == Some("External");
            let target = element.get("Target")?;
            let target = if external { target.into() } else { resolved(&folder, target) };
            let kind = element.get("Type")?;
            let kind = kind.strip_prefix(OFFICE).unwrap_or(kind).to_string();
            Some(Relationship { id: element.get("Id")?.into(), kind, target, external })
        };
        let all: Vec<Relationship> = all.filter_map(one).collect();
        let mut ids = BTreeSet::new();
        match all.iter().find(|relationship| !ids.insert(relationship.id.as_str())) {
            Some(twice) => Err(damaged(&list, &format!("it has the relationship `{}` twice", twice.id))),
            None => Ok(all),
        }
    }
}

/// Refuses an archive whose entries two programs could read differently: two of one name (in capitals or small letters), entries that lie in one another,
/// paths that lead elsewhere, links.
fn unambiguous(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    let refused = |why: &str| Err((format!("is an archive that {why}"), SAVE_AGAIN.to_string()));
    if archive.has_duplicate_names() || archive.has_overlapping_entries().unwrap_or(true) {
        return refused("has an entry twice, or entries that lie in one another");
    }
    let mut names = BTreeSet::new();
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index_raw(at) else { return refused("is damaged") };
        let Ok(name) = entry.name() else { return refused("has an entry whose name is no text") };
        let leads_out = name.starts_with('/') || name.contains(['\\', '\0', ':']) || name.split('/').any(|part| part == "..");
        if leads_out || entry.is_symlink() {
            return refused("has an entry that leads elsewhere");
        }
        if entry.encrypted() {
            return refused("is protected by a password");
        }
        if !names.insert(name.to_lowercase()) {
            return refused("has two entries whose names differ only in capitals");
        }
    }
    Ok(())
}

/// Returns the refusal of a file that is not a Word file.
pub fn no_word_file() -> Refusal {
    ("is not a Word file".into(), SAVE_AGAIN.into())
}

/// Returns the refusal of a file with a part that can't be read; `why` says what is wrong with the part.
pub fn damaged(path: &str, why: &str) -> Refusal {
    (format!("has a part `{path}` that can't be read: {why}"), SAVE_AGAIN.into())
}

/// Returns the path of the part that `target` names, relative to `folder`: `media/a.png` for `../media/a.png` in `word/`.
fn resolved(folder: &str, target: &str) -> String {
    let whole = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_string);
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_paths_from_the_root() {
        assert_eq!(resolved("word/", "media/a.png"), "word/media/a.png");
        assert_eq!(resolved("word/theme/", "../media/./a.png"), "word/media/a.png");
        assert_eq!(resolved("word/", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolved("", "../../etc/passwd"), "etc/passwd");
    }
}
