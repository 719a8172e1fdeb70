//! The recommendations of a dossier as sentences, outside of any document.

use super::make::{DEFAULT_LANGUAGE, DEFAULT_STYLE};
use super::{Request, Workspace};
use crate::authored::Submission;
use crate::diagnostic::Diagnostics;
use crate::dossier::Dossier;
use crate::files::attachment::Attachments;
use crate::lower::statements;
use crate::query::{Citations, Scope, Wording};
use crate::resolve::{Aim, resolve};
use crate::resolved::{Block, Content, Role, Run, Visitor, plain_text, walk_blocks};
use crate::source::Span;

/// What a record of a recommendation says, in words.
pub struct Statement {
    /// The sentence, with each of its parts on a line of its own.
    pub text: String,
    /// The full symbols of the documents in the sentence.
    pub documents: Vec<String>,
}

impl Workspace {
    /// Returns what records of the dossier's recommendations say, in the first language of the request, or else of the dossier. There are no statements
    /// if that language can't be loaded.
    pub fn statements(
        &self,
        dossier: &Dossier,
        wordings: &[Wording],
        request: &Request,
        report: &mut Diagnostics,
    ) -> Vec<Statement> {
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
        let document = resolve(&statements(&scope, wordings, report), &language, &house, DEFAULT_STYLE, Aim::Words, report);
        let said = wordings.iter().zip(document.body.iter().flat_map(lines)).map(|(wording, text)| {
            let of = wording.documents;
            let documents = of.recommendation.documents.iter().map(|short| scope.symbol(&short.value, Some(of.meeting)));
            Statement { text, documents: documents.collect() }
        });
        said.collect()
    }
}

/// Returns the text of each item of a list. What stands below the item follows, each line of it on a line of its own.
fn lines(block: &Block) -> Vec<String> {
    let Content::List(list) = &block.content else { return Vec::new() };
    let items = list.items.iter().map(|item| {
        let mut below = Below(spelled_out(&item.content));
        walk_blocks(&item.body, &mut below);
        // the caller's table breaks lines wherever it likes
        below.0.replace('\u{a0}', " ")
    });
    items.collect()
}

/// The text of an item, to which the walk over the blocks below adds their lines.
struct Below(String);

impl<'d> Visitor<'d> for Below {
    fn words(&mut self, role: Role, words: &'d str, _: Span) {
        if role == Role::Mark {
            self.0 += &format!("\n{words} ");
        }
    }

    fn line(&mut self, role: Role, runs: &'d [Run]) {
        match role {
            // a footnote stands in the line already
            Role::Note => {}
            Role::Item => self.0 += &spelled_out(runs),
            _ => self.0 += &format!("\n{}", spelled_out(runs)),
        }
    }
}

/// Returns the text of a line with its footnotes in brackets.
fn spelled_out(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match run {
        Run::Note(note) => format!(" [{}]", spelled_out(&note.content)),
        Run::Text(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => plain_text(std::slice::from_ref(run)),
    });
    words.collect()
}
