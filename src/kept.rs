//! Results that were found before, each under what it was found for.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// The most results that one map keeps.
const MOST: usize = 50_000;

/// A map that several threads share and that keeps a bounded number of results: when it is full, it forgets all of them.
#[derive(Debug)]
pub struct Kept<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Kept<K, V> {
    /// Returns the result that is kept under `key`; none if it was not found before, or was forgotten.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Keeps `value` under `key`, in the place of what was kept there.
    pub fn keep(&self, key: K, value: V) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_map_forgets_what_it_has() {
        let kept = Kept::default();
        (0..=MOST).for_each(|at| kept.keep(at, at));
        assert_eq!([kept.get(&0), kept.get(&MOST)], [None, Some(MOST)]);
    }
}
