//! Memory for the decoded pictures of documents: bounded for the whole process, however many documents are made at once.

use crate::analysis::pictures;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::Picture;
use crate::resolved::ResolvedDocument;
use std::sync::{Condvar, Mutex, PoisonError};

/// The most bytes that the pictures of all documents take that are made at once, and so those of one document.
const MOST: u64 = 1 << 30;
/// The bytes from which on pictures are not kept in caches.
const LARGE: u64 = 64 << 20;
/// The bytes that are free.
static FREE: Mutex<u64> = Mutex::new(MOST);
/// Told when some become free.
static FREED: Condvar = Condvar::new();

/// Memory that is taken for the pictures of a document; it becomes free when this value is dropped.
pub struct PictureMemory(u64);

impl PictureMemory {
    /// Waits until there is memory for the pictures of a document, and takes it.
    pub fn take(document: &ResolvedDocument) -> Self {
        let wanted = pictures(document).into_iter().map(decoded).sum::<u64>().min(MOST);
        // a thread that panicked has counted before
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = FREED.wait_while(free, |free| *free < wanted).unwrap_or_else(PoisonError::into_inner);
        *free -= wanted;
        Self(wanted)
    }

    /// Says whether it is so much that the caches that keep pictures are to be emptied before the next document.
    pub fn is_large(&self) -> bool {
        self.0 > LARGE
    }
}

impl Drop for PictureMemory {
    fn drop(&mut self) {
        *FREE.lock().unwrap_or_else(PoisonError::into_inner) += self.0;
        FREED.notify_all();
    }
}

/// Returns a message at the picture with which the pictures of a document take too much memory, if they do.
pub fn check(document: &ResolvedDocument) -> Option<Diagnostic> {
    let mut total = 0;
    let over = pictures(document).into_iter().find(|picture| {
        total += decoded(picture);
        total > MOST
    })?;
    let message = "with this picture those of the document take more than 1 GB when they are unpacked";
    let hint = "make the pictures smaller; on paper nobody sees more than some 2000 pixels in the width of the text";
    Some(Diagnostic::new(catalogue::UNREADABLE_PICTURE, over.span, message).hint(hint))
}

/// Returns the bytes that a picture takes while a PDF is made.
fn decoded(picture: &Picture) -> u64 {
    // of a PNG the writer keeps, besides the pixels with their transparency, the colours and the transparency apart
    let of_pixel = if picture.format == "png" { 8 } else { 3 };
    u64::from(picture.size.0) * u64::from(picture.size.1) * of_pixel
}
