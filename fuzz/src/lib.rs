//! What the fuzz targets share: a build in memory, and what every result has to be.

use rapporteur::dossier::Input;
use rapporteur::project::{Memory, Request, Workspace};
use rapporteur::writer::WRITERS;
use std::cell::RefCell;

thread_local! {
    /// Kept from one input to the next: its caches may bring nothing down either.
    static WORKSPACE: RefCell<Workspace> = RefCell::new(Workspace::default());
}

/// Builds `input` in these formats.
///
/// # Panics
/// The program has a fault of its own, or a message points at no place inside its file.
pub fn build(input: Input, formats: &[&str]) {
    let writers = WRITERS.iter().filter(|writer| formats.contains(&writer.name)).collect();
    let request = Request { writers, ..Request::default() };
    let outcome = WORKSPACE.with_borrow_mut(|workspace| workspace.build(input, &request, &Memory::default()));
    let outcome = outcome.expect("there is something to read");
    for diagnostic in outcome.diagnostics.iter() {
        assert_ne!(diagnostic.name, "internal", "{}", diagnostic.message);
        for label in diagnostic.primary.iter().chain(&diagnostic.secondary) {
            let file = outcome.sources.get(label.span).expect("a place in a file");
            let range = label.span.start as usize..label.span.end as usize;
            assert!(file.text.get(range.clone()).is_some(), "{range:?} is no place in the file: {}", diagnostic.message);
        }
    }
}
