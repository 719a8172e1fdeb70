//! What the tests share: building, and reading back what was built.

use rapporteur::diagnostic::Diagnostic;
use rapporteur::diagnostic::render::{Format, render};
use rapporteur::disk::save;
use rapporteur::dossier::Input;
use rapporteur::project::{Memory, Output, Request, Workspace};
use rapporteur::source::Sources;
use rapporteur::writer::WRITERS;
use std::path::{Path, PathBuf};
use std::process::{Command, Output as ProgramOutput, Stdio};

/// What came of a build, with its files.
pub struct Built {
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    /// In the order in which they were asked for.
    pub outputs: Vec<Output>,
}

/// Builds in memory.
pub fn build(workspace: &mut Workspace, input: Input, request: &Request) -> Built {
    let memory = Memory::default();
    let outcome = workspace.build(input, request, &memory).expect("there is something to read");
    let mut outputs = memory.into_outputs();
    outputs.sort_by_key(|output| outcome.saved.iter().position(|saved| saved.name == output.name));
    assert_eq!(outputs.len(), outcome.saved.len());
    Built { sources: outcome.sources, diagnostics: outcome.diagnostics.into_iter().collect(), outputs }
}

/// The longest element that stands on one line, in bytes.
const SHORT: usize = 120;

/// A request for these formats.
pub fn request(formats: &[&str]) -> Request {
    Request { writers: WRITERS.iter().filter(|writer| formats.contains(&writer.name)).collect(), ..Request::default() }
}

/// Builds a text, as if it came from the standard input.
pub fn build_text(text: &str, formats: &[&str]) -> Built {
    build(&mut Workspace::default(), Input::Text(text.into(), Path::new(".")), &request(formats))
}

/// Builds a path.
pub fn build_path(path: &Path, formats: &[&str]) -> Built {
    build(&mut Workspace::default(), Input::Path(path), &request(formats))
}

/// The messages, a line each.
pub fn messages(outcome: &Built) -> String {
    render(&outcome.diagnostics, &outcome.sources, Format::Short, false, true)
}

/// The first output whose name ends so.
pub fn output<'o>(outcome: &'o Built, ending: &str) -> &'o [u8] {
    let found = outcome.outputs.iter().find(|output| output.name.ends_with(ending));
    &found.unwrap_or_else(|| panic!("no {ending} was made:\n{}", messages(outcome))).bytes
}

/// The folder of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of docs/manual: their names below it, and their texts.
pub fn manual() -> Vec<(String, String)> {
    let folder = project().join("docs/manual");
    let (mut folders, mut pages) = (vec![folder.clone()], Vec::new());
    while let Some(open) = folders.pop() {
        for path in std::fs::read_dir(open).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_string();
                pages.push((name, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    pages.sort();
    pages
}

/// The words of a PDF in the order of the page, without running headers and the footer of the first page.
pub fn pdf_text(bytes: &[u8]) -> String {
    let pages = pdf_extract::extract_text_from_mem_by_pages(bytes).expect("our PDF can be read");
    let furniture = |line: &str, at: usize| line.trim() == format!("- {} -", at + 1) || line.trim() == "www.itu.int/council";
    let page = |(at, page): (usize, &String)| page.lines().filter(|line| !furniture(line, at)).collect::<Vec<_>>().join("\n");
    pages.iter().enumerate().map(page).collect::<Vec<_>>().join("\n")
}

/// The paragraphs of a DOCX's body, without numbers and marks, which Word counts.
pub fn docx_paragraphs(bytes: &[u8]) -> Vec<String> {
    let xml = part(bytes, "word/document.xml");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut paragraphs, mut open, mut shown) = (Vec::new(), Vec::<String>::new(), false);
    loop {
        use quick_xml::events::Event;
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) if tag.name().as_ref() == "w:p" => open.push(String::new()),
            Event::Start(tag) if tag.name().as_ref() == "w:t" => shown = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => shown = false,
            Event::End(tag) if tag.name().as_ref() == "w:p" => paragraphs.extend(open.pop()),
            Event::Empty(tag) => {
                let sign = match tag.name().as_ref() {
                    "w:noBreakHyphen" => "-",
                    "w:br" | "w:tab" => " ",
                    _ => "",
                };
                open.iter_mut().last().into_iter().for_each(|text| text.push_str(sign));
            }
            Event::Text(text) if shown => {
                let text = text.into_inner();
                let text = quick_xml::escape::unescape(&text).expect("known entities").into_owned();
                open.iter_mut().last().into_iter().for_each(|paragraph| paragraph.push_str(&text));
            }
            Event::GeneralRef(entity) if shown => {
                let name = entity.into_inner();
                let text = quick_xml::escape::unescape(&format!("&{name};")).expect("known entities").into_owned();
                open.iter_mut().last().into_iter().for_each(|paragraph| paragraph.push_str(&text));
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

/// A part of a DOCX.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).expect("the part"), &mut text).expect("UTF-8");
    text
}

/// All parts of a package in its order, by their paths.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let count = archive.len();
    let read = |at: usize| {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("the part");
        (part.name().expect("UTF-8").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// XML with each element on a line of its own, unless it is short with all that is in it.
pub fn indented_xml(xml: &str) -> String {
    let piece = |text: &str| match text.split_once('>') {
        // line breaks between elements are no words
        Some((tag, between)) if between.contains('\n') && between.trim().is_empty() => format!("<{tag}>"),
        _ => format!("<{text}"),
    };
    let pieces: Vec<String> = xml.split('<').skip(1).map(piece).collect();
    let (mut out, mut at) = (String::new(), 0);
    while at < pieces.len() {
        at = indented_element(&pieces, at, 0, &mut out);
    }
    out
}

/// Adds the element whose tag is piece `at`; returns the piece after it.
fn indented_element(pieces: &[String], at: usize, depth: usize, out: &mut String) -> usize {
    let change = |tag: &str| match tag.split_once('>').map_or(tag, |(tag, _)| tag) {
        tag if tag.starts_with("</") => -1,
        tag if tag.ends_with('/') || tag.starts_with("<?") => 0,
        _ => 1,
    };
    let mut open = 0;
    let inside = pieces[at..].iter().take_while(|tag| {
        open += change(tag);
        open > 0
    });
    let end = at + inside.count();
    let indent = |text: &str| format!("{}{text}\n", "  ".repeat(depth));
    let whole = pieces[at..=end].concat();
    if whole.len() <= SHORT || end == at {
        out.push_str(&indent(&whole));
    } else {
        out.push_str(&indent(&pieces[at]));
        let mut inner = at + 1;
        while inner < end {
            inner = indented_element(pieces, inner, depth + 1, out);
        }
        out.push_str(&indent(&pieces[end]));
    }
    end + 1
}

/// A text with every white space as one space, and no-break forms as plain ones.
pub fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| *c != '\u{ad}').map(|c| if c == '\u{2011}' { '-' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a fixture expects: its `# expect LINE:COLUMN name: message` lines, sorted.
pub fn expected(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a fixture");
    let mut lines: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("# expect ")).map(str::to_string).collect();
    lines.sort();
    lines
}

/// What was found, in the same form, sorted.
pub fn found(outcome: &Built) -> Vec<String> {
    findings(&outcome.diagnostics, &outcome.sources)
}

/// These messages in the same form, sorted.
pub fn findings(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let one = |diagnostic: &Diagnostic| {
        let place = diagnostic.primary.as_ref().and_then(|label| Some(sources.get(label.span)?.line_column(label.span.start)));
        let (line, column) = place.unwrap_or_default();
        format!("{line}:{column} {}: {}", diagnostic.name, diagnostic.message)
    };
    let mut lines: Vec<String> = diagnostics.iter().map(one).collect();
    lines.sort();
    lines
}

/// Leaves the files, under another name, where outside validators look for them, if `RAPPORTEUR_KEEP` names a folder.
pub fn keep(outcome: &Built, name: &str) {
    if let Some(folder) = std::env::var_os("RAPPORTEUR_KEEP") {
        for output in &outcome.outputs {
            let ending = output.name.split_once('.').map(|(_, ending)| ending).unwrap_or_default();
            save(&Path::new(&folder).join(format!("{name}.{ending}")), &output.bytes).expect("the folder can be written");
        }
    }
}

/// All files of Rust below a folder, sorted.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(rust_files(&path)) } else { found.push(path) }
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    found.sort();
    found
}

/// Runs the program as a person does, in a folder, with this standard input.
pub fn run(arguments: &[&str], folder: &Path, input: &str) -> ProgramOutput {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CI", "true")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}
