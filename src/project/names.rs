//! The names of the outputs of a run, and which of them two documents would share.

use super::Request;
use super::make::languages;
use super::services::Services;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::dossier::{Dossier, LoadedSubmission, key, names_of_header, safe};
use crate::records::file_pattern::{FilePattern, Part, Piece};
use crate::source::Span;
use crate::text::designation::Designation;
use crate::writer::Writer;
use std::collections::HashMap;

/// What stands for the format in the name of a document, which has files in several.
const FORMAT: &str = "{format}";
/// The series of documents whose symbol names none: contributions, as in `C22/8`.
const USUAL_SERIES: &str = "C";

/// The submissions of a dossier by the names of their outputs. Names that a system may take for the same are one name here.
pub struct Names<'a> {
    dossier: &'a Dossier,
    services: &'a Services,
    known: HashMap<String, Vec<&'a LoadedSubmission>>,
}

impl<'a> Names<'a> {
    /// Returns the names of all submissions, also of those that are not wanted, so that a choice of submissions changes nothing.
    pub fn of(dossier: &'a Dossier, request: &Request, services: &'a Services) -> Self {
        let mut names = Self { dossier, services, known: HashMap::new() };
        for loaded in &dossier.submissions {
            for code in languages(request, &dossier.registry, loaded) {
                let sharing = names.known.entry(key(&names.name(loaded, &code.value))).or_default();
                // two are enough for a message at each of them
                if sharing.len() < 2 {
                    sharing.push(loaded);
                }
            }
        }
        names
    }

    /// Returns the name of the files of a submission in a language, without ending: made by the pattern of the session or of the dossier, or else `c22-8.en`.
    /// `{format}` in it stands for the format.
    pub fn name(&self, loaded: &LoadedSubmission, code: &str) -> String {
        let registry = &self.dossier.registry;
        let session = loaded.submission.common.session.as_ref().and_then(|id| registry.sessions.get(&id.value));
        let pattern = session.and_then(|session| session.files.as_ref()).or(registry.files.as_ref());
        let made = pattern.and_then(|pattern| self.filled(pattern, loaded, code)).map(|name| safe(&name));
        made.filter(|name| !name.is_empty()).unwrap_or_else(|| format!("{}.{code}", loaded.stem))
    }

    /// Fills in a pattern. `None` if the document has no value for one of the pieces. The language is added if no piece says it.
    fn filled(&self, pattern: &FilePattern, loaded: &LoadedSubmission, code: &str) -> Option<String> {
        let mut name = String::new();
        for part in &pattern.parts {
            match part {
                Part::Text(text) => name += text,
                Part::Piece(piece, figures) => name += &format!("{:0>figures$}", self.piece(*piece, loaded, code)?),
            }
        }
        let says_language = |part: &Part| matches!(part, Part::Piece(Piece::Language | Piece::Letter, _));
        Some(if pattern.parts.iter().any(says_language) { name } else { format!("{name}.{code}") })
    }

    fn piece(&self, piece: Piece, loaded: &LoadedSubmission, code: &str) -> Option<String> {
        let common = &loaded.submission.common;
        let designation = || Some(Designation::read(common.symbol.as_ref()?.value.trim()).with(common.supplements()));
        let session = common.session.as_ref();
        match piece {
            Piece::Name => Some(loaded.stem.clone()),
            Piece::Symbol => names_of_header(common),
            Piece::Series => designation().map(|whole| series(&whole.document)),
            Piece::Number => designation().and_then(|whole| number(&whole.document)),
            Piece::Supplements => designation().map(|whole| whole.letters()),
            Piece::Kind => Some(loaded.submission.kind.name.into()),
            Piece::Session => session.map(|id| id.value.clone()),
            Piece::Year => {
                let session = session.and_then(|id| self.dossier.registry.sessions.get(&id.value));
                let day = session.map(|session| session.dates.value.first).or(common.date.map(|date| date.value))?;
                Some(format!("{:02}", day.year.rem_euclid(100)))
            }
            Piece::Date => common.date.map(|date| date.value.to_string()),
            Piece::Language => Some(code.into()),
            Piece::Letter => self.services.language(code).ok().map(|language| language.property("suffix").to_string()),
            Piece::Format => Some(FORMAT.into()),
        }
    }

    /// Returns the message that the files of a submission in a language would have the names of another one's.
    pub fn clash(&self, loaded: &LoadedSubmission, code: &str) -> Option<Diagnostic> {
        let other = self.other(loaded, code)?;
        let name = self.name(other, code);
        let message = format!("another submission is saved as `{name}` as well");
        let diagnostic = Diagnostic::new(catalogue::DUPLICATE_OUTPUT, loaded.submission.common.span, message);
        let also = diagnostic.also(place(other), format!("this one, as `{name}`"));
        Some(also.hint(
            "the name is made from the symbol in a list, from the name of the file elsewhere, or by the pattern `files`: change one of them",
        ))
    }

    /// Returns the place of another submission with the same names in one of these languages.
    pub fn sharing<'c>(&self, loaded: &LoadedSubmission, codes: impl IntoIterator<Item = &'c str>) -> Option<Span> {
        codes.into_iter().find_map(|code| self.other(loaded, code)).map(place)
    }

    fn other(&self, loaded: &LoadedSubmission, code: &str) -> Option<&'a LoadedSubmission> {
        self.known.get(&key(&self.name(loaded, code)))?.iter().find(|other| !std::ptr::eq(**other, loaded)).copied()
    }
}

/// Returns the name of a file of the document with this name: `c22-8.en.pdf`.
pub fn of_file(document: &str, writer: &Writer) -> String {
    let format = match writer.name {
        "docx" => "MSW".into(),
        other => other.to_uppercase(),
    };
    format!("{}.{}", document.replace(FORMAT, &format), writer.name)
}

/// Returns the series that a symbol names: `INF` in `C22/INF/3`.
fn series(document: &str) -> String {
    let parts: Vec<&str> = document.split('/').collect();
    if let [_, .., series, _] = parts[..] { series.into() } else { USUAL_SERIES.into() }
}

/// Returns the number of a document in its symbol, which stands at the end.
fn number(document: &str) -> Option<String> {
    let number = document.rsplit('/').next()?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.into())
}

fn place(loaded: &LoadedSubmission) -> Span {
    loaded.submission.common.span
}
