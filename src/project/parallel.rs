//! Several documents at a time, on threads of our own. (Typst uses rayon inside one document: rayon over documents would pile them up in memory.)

use super::{Output, Ready, Request, write};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use crate::writer::Writer;
use crate::writer::pdf::{Fonts, forget};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What came of one document in one format.
pub struct Made {
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
    /// The file.
    pub output: Option<Output>,
}

/// Writes all documents in all formats; the results are in their order, whichever is done first.
pub fn write_all(ready: &[Ready], request: &Request, sources: &Sources, progress: &(dyn Fn(usize, usize) + Sync)) -> Vec<Made> {
    let jobs: Vec<(&Ready, &Writer)> =
        ready.iter().flat_map(|document| request.writers.iter().map(move |writer| (document, *writer))).collect();
    let fonts = Fonts::new(&request.assets, &request.fonts);
    let results: Vec<Mutex<Option<Made>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((document, writer)) = jobs.get(at) else { return };
            let made = write(document, writer, request, sources, &fonts);
            *results[at].lock().expect("no thread panics with it") = Some(made);
            forget();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
        }
    };
    let threads = request.threads.clamp(1, jobs.len().max(1));
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    results.into_iter().filter_map(|made| made.into_inner().expect("all threads are done")).collect()
}
