//! Results that were found before, each under what it was found for; and the maps and sets of all rooms in which much is looked up.

use foldhash::fast::RandomState;
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// A map with short hashes. Their seed is another one in each process, so that no file can be written whose keys all have the same hash.
pub type QuickMap<K, V> = HashMap<K, V, RandomState>;

/// A set with short hashes, as in [`QuickMap`].
pub type QuickSet<T> = HashSet<T, RandomState>;

/// The most results that one map keeps.
const MOST: usize = 50_000;

/// A map that several threads share and that keeps a bounded number of results: when it is full, it forgets all of them.
#[derive(Debug)]
pub struct Kept<K, V>(Mutex<QuickMap<K, V>>);

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
