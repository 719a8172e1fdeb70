//! Guards against panics: a panic in this program or a dependency ends the document that is being made, not the run.

use crate::diagnostic::{Diagnostic, catalogue};
use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The number of threads that work under guard at present.
static GUARDED: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The line of source code of the last panic of this thread.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs `work`, which makes the document or file `what`.
///
/// # Errors
/// A message that names `what`, if the work panics.
pub fn guarded<T>(what: &str, work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    GUARDED.fetch_add(1, Ordering::SeqCst);
    // the half-finished work of a panic is thrown away with the document, so nobody sees it
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.fetch_sub(1, Ordering::SeqCst);
    result.map_err(|payload| {
        let place = LAST_PANIC.take().map(|place| format!(" ({place})")).unwrap_or_default();
        let message = format!("`{what}` can't be made: the program has a fault of its own: {}{place}", panic_message(&*payload));
        Diagnostic::without_place(catalogue::INTERNAL, message)
            .hint("report this with the files that it happens with; other documents are made")
    })
}

fn panic_message(payload: &dyn Any) -> &str {
    let literal = payload.downcast_ref::<&str>().copied();
    literal.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic without words")
}

/// Silences what Rust prints for panics under guard, since they become messages; other panics are printed as before. A program
/// calls this once, at its start.
pub fn silence_panics() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if GUARDED.load(Ordering::SeqCst) == 0 {
            return print(panic);
        }
        LAST_PANIC.set(panic.location().map(|place| format!("{}:{}", place.file(), place.line())));
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_that_names_the_document() {
        silence_panics();
        assert_eq!(guarded("a.en", || 1).ok(), Some(1));
        let error = guarded("a.en", || {
            if std::hint::black_box(true) {
                panic!("no {}", "way")
            }
        })
        .unwrap_err();
        assert_eq!(error.name, "internal");
        assert!(error.message.starts_with("`a.en` can't be made") && error.message.contains("no way (src"), "{}", error.message);
    }
}
