//! A panic, ours or a dependency's, ends one document and not the run.

use crate::diagnostic::{Diagnostic, catalogue};
use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many threads work under guard at present.
static GUARDED: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// Where this thread panicked last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work` for `what`, a document or a file. A panic becomes an error that names it.
pub fn guarded<T>(what: &str, work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    GUARDED.fetch_add(1, Ordering::SeqCst);
    // what the panic left half done is thrown away with the document
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.fetch_sub(1, Ordering::SeqCst);
    result.map_err(|payload| {
        let place = PLACE.take().map(|place| format!(" ({place})")).unwrap_or_default();
        let message = format!("`{what}` can't be made: the program has a fault of its own: {}{place}", words(&*payload));
        Diagnostic::without_place(catalogue::INTERNAL, message)
            .hint("report this with the files that it happens with; other documents are made")
    })
}

fn words(payload: &dyn Any) -> &str {
    let literal = payload.downcast_ref::<&str>().copied();
    literal.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic without words")
}

/// Lets panics that become messages pass without the words that Rust prints for them; all others are printed as before. For programs, once.
pub fn silence_panics() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if GUARDED.load(Ordering::SeqCst) == 0 {
            return print(panic);
        }
        PLACE.set(panic.location().map(|place| format!("{}:{}", place.file(), place.line())));
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
