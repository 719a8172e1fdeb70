//! Reads the package of a Word file: a zip archive of parts, and the relationships between them, within limits of number and size.

use super::super::attachment::Refusal;
use crate::xml::Element;
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most parts of a package. An elaborate template has about a hundred.
const MAX_PARTS: usize = 2_000;
/// The most bytes, after decompression, of all parts that are read: a small file may decompress to gigabytes.
const MAX_UNPACKED: u64 = 64 << 20;
/// The advice for a file that is not a Word file, or a damaged one.
const SAVE_AGAIN: &str = "open it in Word and save it as a document (.docx) or template (.dotx), without a password";

/// The package of a Word file.
pub struct Package {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
    /// The number of bytes that may still be decompressed.
    left: u64,
}

/// A relationship: a reference of a part to another part or to an address.
pub struct Relationship {
    /// The id by which the part names the relationship.
    pub id: String,
    /// The last word of the relationship's type: `styles`, `header`, `image` …
    pub kind: String,
    /// The path of the part, or the address, to which it refers.
    pub target: String,
    /// Whether the target is an address.
    pub external: bool,
}

impl Package {
    /// Opens the package of a Word file.
    ///
    /// # Errors
    ///
    /// Refuses a file that is not a zip archive or has too many parts.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_word_file())?;
        if archive.len() > MAX_PARTS {
            let message = format!("has {} parts", archive.len());
            return Err((message, format!("a Word file that is used here has at most {MAX_PARTS}")));
        }
        Ok(Self { archive, left: MAX_UNPACKED })
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
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| damaged(path, "it is not UTF-8 text"))?;
        Element::parse(&text).map(Some).map_err(|why| damaged(path, &why))
    }

    /// Returns the relationships of the part at `path`; an empty path stands for the package itself.
    ///
    /// # Errors
    ///
    /// Refuses a list of relationships that can't be read.
    pub fn relationships(&mut self, path: &str) -> Result<Vec<Relationship>, Refusal> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let root = self.xml(&format!("{folder}_rels/{name}.rels"))?;
        let all = root.iter().flat_map(Element::elements).filter(|element| element.name == "Relationship");
        let one = |element: &Element| {
            let external = element.get("TargetMode") == Some("External");
            let target = element.get("Target")?;
            let target = if external { unescaped(target) } else { resolved(&folder, &unescaped(target)) };
            let kind = element.get("Type")?.rsplit('/').next()?.to_string();
            Some(Relationship { id: element.get("Id")?.into(), kind, target, external })
        };
        Ok(all.filter_map(one).collect())
    }
}

/// Returns the refusal of a file that is not a Word file.
pub fn no_word_file() -> Refusal {
    ("is not a Word file".into(), SAVE_AGAIN.into())
}

/// Returns the refusal of a file with a part that can't be read; `why` says what is wrong with the part.
pub fn damaged(path: &str, why: &str) -> Refusal {
    (format!("has a part `{path}` that can't be read: {why}"), SAVE_AGAIN.into())
}

/// Returns the text with its XML entities resolved.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.into(), |text| text.into_owned())
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
