//! The recommendations of a dossier as sentences, outside of any document.

use super::make::{DEFAULT_LANGUAGE, DEFAULT_STYLE};
use super::{Request, Workspace};
use crate::authored::Submission;
use crate::diagnostic::Diagnostics;
use crate::dossier::Dossier;
use crate::files::attachment::Attachments;
use crate::lower::statements;
use crate::query::{Citations, Scope};
use crate::resolve::{Aim, resolve};
use crate::resolved::{Content, plain_text};

impl Workspace {
    /// Returns a sentence for each recommendation of the dossier's ledger, in the first language of the request, or else of the
    /// dossier. There are no sentences if that language can't be loaded.
    pub fn sentences_of_recommendations(&self, dossier: &Dossier, request: &Request, report: &mut Diagnostics) -> Vec<String> {
        let blank = Submission::blank();
        let own = dossier.registry.languages.iter().map(|code| &code.value);
        let code = request.languages.iter().chain(own).next().map_or(DEFAULT_LANGUAGE, String::as_str);
        let (Ok(language), Ok(house)) = (self.services.language(code), self.services.house(DEFAULT_STYLE)) else {
            return Vec::new();
        };
        let (nothing, symbols) = (Citations::new(), self.services.symbols(&dossier.registry));
        let attachments = Attachments { root: &dossier.root, loader: &self.loader };
        let countries = self.services.countries();
        let mut scope = Scope::new(&dossier.registry, &blank, countries, &symbols, &dossier.identities, attachments, &nothing);
        scope.language = code;
        let document = resolve(&statements(&scope, report), &language, &house, DEFAULT_STYLE, Aim::Words, report);
        let sentences = document.body.iter().map(|block| match &block.content {
            // the caller's table breaks lines wherever it likes
            Content::Paragraph(content) => plain_text(content).replace('\u{a0}', " "),
            _ => String::new(),
        });
        sentences.collect()
    }
}
