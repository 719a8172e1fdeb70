//! Options that several commands share, and the output to the terminal.

use super::terminal::{say, say_styled};
use crate::assets::Assets;
use crate::diagnostic::render::{Format, render};
use crate::diagnostic::{Diagnostic, Severity, closest, has_errors};
use crate::dossier::Input;
use crate::project::{Outcome, Output, OutputFolder, Request, Sink, Workspace};
use crate::source::Sources;
use crate::writer::Writer;
use crate::writer::pdf::FontChoice;
use clap::{Args, ValueEnum};
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

/// The arguments that say what is read, by which templates and fonts documents are made, and how messages are shown.
#[derive(Args)]
pub struct InputArguments {
    /// A dossier's folder, a folder or file in it, a single file, or `-` for the standard input
    #[arg(default_value = ".")]
    pub path: PathBuf,

    /// Only this language (a code such as `en`); may be given several times
    #[arg(long, value_name = "CODE")]
    language: Vec<String>,

    /// This house style in place of the submissions' own
    #[arg(long, value_name = "NAME")]
    style: Option<String>,

    /// A folder with fonts that may be used besides the embedded ones; may be given several times
    #[arg(long, value_name = "DIR")]
    font_path: Vec<PathBuf>,

    /// Let the fonts of this machine be used (the pages then depend on the machine)
    #[arg(long)]
    system_fonts: bool,

    /// A folder whose files replace the embedded templates of the same path (`houses/`, `languages/`, `typst/`, `docx/`)
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,

    /// How many documents are made at a time [default: one per core]
    #[arg(long, short, value_name = "N")]
    jobs: Option<usize>,

    #[command(flatten)]
    pub messages: Messages,
}

/// How messages are shown.
#[derive(Args, Default)]
pub struct Messages {
    /// How messages are shown
    #[arg(long, value_enum, default_value_t)]
    format: Shown,

    /// Whether messages are in colour
    #[arg(long, value_enum, default_value_t)]
    colour: Colour,

    /// Show all messages; without it, a hundred of each name (`--format json` gives all in any case)
    #[arg(long)]
    all: bool,
}

/// How messages are shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Shown {
    /// With the line of the file and hints
    #[default]
    Human,
    /// A line each, as editors read it
    Short,
    /// A JSON object a line
    Json,
}

/// Whether messages are in colour.
#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Colour {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl InputArguments {
    /// Returns the request to make documents in these formats.
    pub fn request(&self, writers: Vec<&'static Writer>) -> Request {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        let threads = self.jobs.unwrap_or_else(cores);
        Request { writers, languages: self.language.clone(), style: self.style.clone(), threads, whole: false }
    }

    /// Makes the workspace with the templates and fonts of the arguments.
    ///
    /// # Errors
    /// A message if a folder of templates or fonts does not exist.
    pub fn workspace(&self) -> Result<Workspace, String> {
        for folder in self.font_path.iter().chain(&self.templates) {
            if !folder.is_dir() {
                return Err(format!("there is no folder `{}`", folder.display()));
            }
        }
        let fonts = FontChoice { folders: self.font_path.clone(), system: self.system_fonts };
        Ok(Workspace::new(Assets { overrides: self.templates.clone() }, &fonts))
    }

    /// Returns the path of the arguments, or the text of the standard input for `-`.
    ///
    /// # Errors
    /// A message if the standard input can't be read, is too large, or is not UTF-8.
    pub fn input(&self) -> Result<Input<'_>, String> {
        if self.path != Path::new("-") {
            return Ok(Input::Path(&self.path));
        }
        let mut bytes = Vec::new();
        let limit = crate::dossier::MAX_BYTES;
        let read = std::io::stdin().take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("the standard input can't be read: {error}"))?;
        if bytes.len() as u64 > limit {
            return Err(format!("the standard input has more than {} MB", limit >> 20));
        }
        let text = String::from_utf8(bytes).map_err(|_| "the standard input is not UTF-8 text".to_string())?;
        Ok(Input::Text(text, Path::new(".")))
    }

    /// Shows all messages of an outcome, and says whether there are errors among them.
    ///
    /// # Errors
    /// A message if they can't be shown.
    pub fn show(&self, outcome: &Outcome) -> Result<bool, String> {
        self.messages.show(&outcome.diagnostics, &outcome.sources)
    }
}

impl Messages {
    /// Shows all messages on the standard error, and says whether there are errors among them.
    ///
    /// # Errors
    /// A message if they can't be shown.
    pub fn show(&self, report: &[Diagnostic], sources: &Sources) -> Result<bool, String> {
        let format = match self.format {
            Shown::Human => Format::Human,
            Shown::Short => Format::Short,
            Shown::Json => Format::Json,
        };
        let colour = match self.colour {
            Colour::Auto => std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
            Colour::Always => true,
            Colour::Never => false,
        };
        let messages = say_styled(&render(report, sources, format, colour, self.all));
        if self.format == Shown::Human && !report.is_empty() {
            let count = |severity| report.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            say(&format!("{} and {}\n", number(errors, "error"), number(warnings, "warning")))?;
        }
        messages?;
        Ok(has_errors(report))
    }
}

/// Returns the width of the terminal, in characters; 120 if there is no terminal.
pub fn width() -> u16 {
    terminal_size::terminal_size().map_or(120, |(width, _)| width.0)
}

/// Returns the end of a message that suggests the known word most like `word`: `; did you mean `open`?` Empty if no known word is like it.
pub fn guess<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(word, known).map(|best| format!("; did you mean `{best}`?")).unwrap_or_default()
}

/// Returns a number with its noun in the singular or plural: `2 pages`
pub fn number(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A sink that saves documents in a folder. On a terminal, and never in CI, a line shows how far the work has come.
pub struct Folder {
    folder: OutputFolder,
    shows_progress: bool,
}

impl Folder {
    /// Makes a sink for the folder at `path`, which is made when the first document is saved. With `force` any regular file is replaced.
    pub fn new(path: &Path, force: bool, quiet: bool) -> Self {
        let shows_progress = !quiet && std::io::stderr().is_terminal() && std::env::var_os("CI").is_none();
        Self { folder: OutputFolder::new(path, force), shows_progress }
    }
}

impl Sink for Folder {
    fn save(&self, dossier: &Path, files: Vec<Output>) -> Result<(), String> {
        self.folder.save(dossier, files)
    }

    fn progress(&self, done: usize, all: usize) {
        if self.shows_progress && all > 1 {
            let end = if done == all { "\r                     \r" } else { "" };
            // the documents matter, not the line
            let _ = say_styled(&format!("\r{done} of {all} submissions{end}"));
        }
    }
}
