//! Results that are made of the bytes of a file, once for all documents and runs that use the file.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The results for the files of the present run and of the one before.
#[derive(Debug)]
pub struct Made<T>(Mutex<HashMap<Arc<[u8]>, Entry<T>>>);

#[derive(Debug)]
struct Entry<T> {
    result: T,
    /// Whether the present run has asked for it.
    used: bool,
}

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Made<T> {
    /// Returns the result for these bytes, which `make` makes if it is not there. Only one is made at a time, so that memory does not grow with the
    /// threads.
    pub fn get(&self, bytes: &Arc<[u8]>, make: impl FnOnce(&[u8]) -> T) -> T {
        // a thread that panicked while it made a result has changed nothing
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.get_mut(bytes) {
            known.used = true;
            return known.result.clone();
        }
        let result = make(bytes);
        all.insert(bytes.clone(), Entry { result: result.clone(), used: true });
        result
    }

    /// Begins another run: forgets the results for which the last one has not asked.
    pub fn age(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, entry| std::mem::take(&mut entry.used));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_result_is_made_once_and_kept_while_it_is_used() {
        let (made, bytes) = (Made::default(), Arc::from(*b"x"));
        let count = Cell::new(0);
        let ask = || made.get(&bytes, |_| count.replace(count.get() + 1));
        assert_eq!([ask(), ask()], [0, 0]);
        made.age();
        assert_eq!(ask(), 0);
        made.age();
        made.age();
        assert_eq!(ask(), 1);
    }
}
