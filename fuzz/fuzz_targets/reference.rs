//! Any XML as a part of the Word file that a secretariat gives: the first byte chooses the part.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::dossier::Input;
use rapporteur::project::{Memory, Request, Workspace};
use rapporteur::writer::WRITERS;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const NOTE: &str = "kind: note\ntitle: T\nbody: [One paragraph.]\n";

/// The parts of a sound Word file: one that the program makes.
fn parts() -> &'static [(String, Vec<u8>)] {
    static PARTS: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    PARTS.get_or_init(|| {
        let writers = WRITERS.iter().filter(|writer| writer.name == "docx").collect();
        let (request, memory) = (Request { writers, ..Request::default() }, Memory::default());
        let input = Input::Text(NOTE.into(), Path::new("."));
        Workspace::default().build(input, &request, &memory).expect("there is something to read");
        let outputs = memory.into_outputs();
        let mut archive = ZipArchive::new(Cursor::new(&*outputs[0].bytes)).expect("a zip");
        let count = archive.len();
        let read = |at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("the part");
            (part.name().expect("UTF-8").into_owned(), bytes)
        };
        (0..count).map(read).collect()
    })
}

fuzz_target!(|input: (u8, Vec<u8>)| {
    let (choice, content) = input;
    let chosen = usize::from(choice) % parts().len();
    let folder = tempfile::tempdir().expect("a folder");
    let file = std::fs::File::create(folder.path().join("reference.docx")).expect("a file");
    let mut writer = ZipWriter::new(file);
    for (at, (name, bytes)) in parts().iter().enumerate() {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        writer.write_all(if at == chosen { &content } else { bytes }).expect("the part");
    }
    writer.finish().expect("a zip");
    let submission = format!("{NOTE}reference: reference.docx\n");
    rapporteur_fuzz::build(Input::Text(submission, folder.path()), &["docx"]);
});
