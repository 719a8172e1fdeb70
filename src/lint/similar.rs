//! Finds texts that have most of their words in common, without comparing each text with each other.
//!
//! Two sets of words of which a share of at least *t* is in common have a word in common among their rarest *n − ⌈t·n⌉ + 1*: only texts that meet in an
//! index of these are compared (prefix filtering: Bayardo, Ma and Srikant, *Scaling up all pairs similarity search*, 2007).

use std::collections::{BTreeSet, HashMap};

/// The smallest number of different words that a text needs to be compared at all: shorter texts are alike by accident.
const FEWEST: usize = 6;

/// The words of a text, each once.
pub struct Words(BTreeSet<String>);

impl Words {
    /// Returns the words of a text in lower case. Markup and punctuation only separate words.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_lowercase).collect())
    }
}

/// Two texts that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The index of the earlier text.
    pub first: usize,
    /// The index of the later text.
    pub second: usize,
    /// The share of the words that both texts have among the words that either has, in per cent.
    pub share: usize,
}

/// A text is compared with at most so many earlier texts that have a given word, the latest of them. So the time does not grow with the square of the
/// number of texts, even where hundreds of them say the same.
const LATEST: usize = 100;

/// Returns all pairs of texts with a share of at least `least` per cent, ordered by the later text and then by the earlier one.
pub fn pairs(texts: &[Words], least: usize) -> Vec<Pair> {
    let ranked = by_rarity(texts);
    let mut index: HashMap<usize, Vec<usize>> = HashMap::new();
    // for each text, the later text that it was last compared with, so that two texts with several words in common are compared once
    let mut met_by = vec![usize::MAX; texts.len()];
    let mut pairs = Vec::new();
    for (second, words) in ranked.iter().enumerate().filter(|(_, words)| words.len() >= FEWEST) {
        let prefix = words.len() - (words.len() * least).div_ceil(100) + 1;
        let mut met: Vec<usize> = Vec::new();
        for word in &words[..prefix] {
            let others = index.entry(*word).or_default();
            met.extend(
                others.iter().rev().take(LATEST).filter(|first| std::mem::replace(&mut met_by[**first], second) != second),
            );
            others.push(second);
        }
        // the shorter text can't have more words in common than it has
        met.retain(|first| 100 * ranked[*first].len().min(words.len()) >= least * ranked[*first].len().max(words.len()));
        met.sort_unstable();
        let compared = met.into_iter().map(|first| Pair { first, second, share: share(&ranked[first], words) });
        pairs.extend(compared.filter(|pair| pair.share >= least));
    }
    pairs
}

/// Returns each text as the sorted ranks of its words, where rank 0 is the rarest word of all texts.
fn by_rarity(texts: &[Words]) -> Vec<Vec<usize>> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    texts.iter().flat_map(|text| &text.0).for_each(|word| *counts.entry(word).or_default() += 1);
    let mut order: Vec<(usize, &str)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    order.sort_unstable();
    let ranks: HashMap<&str, usize> = order.into_iter().enumerate().map(|(rank, (_, word))| (word, rank)).collect();
    let ranked = texts.iter().map(|text| {
        let mut words: Vec<usize> = text.0.iter().map(|word| ranks[word.as_str()]).collect();
        words.sort_unstable();
        words
    });
    ranked.collect()
}

/// Returns the share of common words among all words of two sorted lists, in per cent.
fn share(one: &[usize], other: &[usize]) -> usize {
    let common = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
    100 * common / (one.len() + other.len() - common)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_finds_what_comparing_each_with_each_finds() {
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let texts: Vec<Words> = (0..300).map(|_| Words((0..6 + next(6)).map(|_| format!("w{}", next(14))).collect())).collect();
        let ranked = by_rarity(&texts);
        let mut expected = Vec::new();
        for second in 0..texts.len() {
            for first in (0..second).filter(|first| ranked[*first].len() >= FEWEST && ranked[second].len() >= FEWEST) {
                let share = share(&ranked[first], &ranked[second]);
                if share >= 60 {
                    expected.push(Pair { first, second, share });
                }
            }
        }
        assert!(expected.len() > 100);
        assert_eq!(pairs(&texts, 60), expected);
    }
}
