//! Finds texts that have most of their words in common, without comparing each text with each other.
//!
//! Two sets of words of which a share of at least *t* is in common have a word in common among their rarest *n − ⌈t·n⌉ + 1*: only texts that meet in an
//! index of these are compared (prefix filtering: Bayardo, Ma and Srikant, *Scaling up all pairs similarity search*, 2007).

use crate::kept::QuickMap;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

/// The smallest number of different words that a text needs to be compared at all: shorter texts are alike by accident.
const FEWEST: usize = 6;

/// A text in two parts, either of which may be empty.
pub type Parts<'t> = [&'t str; 2];

/// The pairs that were found last, with the texts that they were found in.
#[derive(Default)]
pub struct KeptPairs(Mutex<Option<Found>>);

/// Texts, and their pairs.
type Found = (Vec<[String; 2]>, Arc<[Pair]>);

impl KeptPairs {
    /// Returns the pairs of these texts that read alike, as [`pairs`] does. They are sought again only if the texts have changed.
    pub fn of(&self, texts: &[Parts]) -> Arc<[Pair]> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |known: &Vec<[String; 2]>| known.iter().map(|[one, other]| [one.as_str(), other]).eq(texts.iter().copied());
        if let Some((_, pairs)) = kept.as_ref().filter(|(known, _)| same(known)) {
            return pairs.clone();
        }
        let found: Arc<[Pair]> = pairs(texts, ALIKE).into();
        *kept = Some((texts.iter().map(|parts| parts.map(String::from)).collect(), found.clone()));
        found
    }
}

/// The share of common words among all words of two texts, in per cent, from which on they read alike.
const ALIKE: usize = 60;

/// Texts as sets of words.
#[derive(Default)]
struct Texts<'t> {
    /// Of each text the numbers of its words, each once.
    texts: Vec<Vec<usize>>,
    /// The number of each word.
    numbers: QuickMap<Cow<'t, str>, usize>,
}

impl<'t> Texts<'t> {
    fn of(texts: &[Parts<'t>]) -> Self {
        let mut all = Self::default();
        texts.iter().for_each(|parts| all.add(*parts));
        all
    }

    /// Adds a text: its words in lower case. Markup and punctuation only separate words.
    fn add(&mut self, parts: Parts<'t>) {
        let words = parts.into_iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
        let mut words: Vec<usize> = words.map(|word| self.number(lowercase(word))).collect();
        words.sort_unstable();
        words.dedup();
        self.texts.push(words);
    }

    fn number(&mut self, word: Cow<'t, str>) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(word).or_insert(next)
    }

    /// Returns each text as the sorted ranks of its words, where rank 0 is the rarest word of all texts.
    fn by_rarity(&self) -> Vec<Vec<usize>> {
        let mut counts = vec![0; self.numbers.len()];
        self.texts.iter().flatten().for_each(|number| counts[*number] += 1);
        let mut order: Vec<(usize, &str, usize)> =
            self.numbers.iter().map(|(word, number)| (counts[*number], &**word, *number)).collect();
        order.sort_unstable();
        let mut ranks = vec![0; order.len()];
        order.into_iter().enumerate().for_each(|(rank, (_, _, number))| ranks[number] = rank);
        let ranked = self.texts.iter().map(|text| {
            let mut words: Vec<usize> = text.iter().map(|number| ranks[*number]).collect();
            words.sort_unstable();
            words
        });
        ranked.collect()
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
fn pairs(texts: &[Parts], least: usize) -> Vec<Pair> {
    let texts = Texts::of(texts);
    let ranked = texts.by_rarity();
    // for each word, the texts so far that have it among their rarest
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); texts.numbers.len()];
    // for each text, the later text that it was last compared with, so that two texts with several words in common are compared once
    let mut met_by = vec![usize::MAX; ranked.len()];
    let mut pairs = Vec::new();
    for (second, words) in ranked.iter().enumerate().filter(|(_, words)| words.len() >= FEWEST) {
        let prefix = words.len() - (words.len() * least).div_ceil(100) + 1;
        let mut met: Vec<usize> = Vec::new();
        for word in &words[..prefix] {
            let others = &mut index[*word];
            met.extend(
                others.iter().rev().take(LATEST).filter(|first| std::mem::replace(&mut met_by[**first], second) != second),
            );
            others.push(second);
        }
        // the shorter text can't have more words in common than it has
        met.retain(|first| 100 * ranked[*first].len().min(words.len()) >= least * ranked[*first].len().max(words.len()));
        met.sort_unstable();
        let compared =
            met.into_iter().filter_map(|first| Some(Pair { first, second, share: share(&ranked[first], words, least)? }));
        pairs.extend(compared);
    }
    pairs
}

/// Returns the share of common words among all words of two sorted lists, in per cent; `None` if it is less than `least`.
fn share(one: &[usize], other: &[usize], least: usize) -> Option<usize> {
    let all = one.len() + other.len();
    let needed = (least * all).div_ceil(100 + least);
    let (mut at, mut beside, mut common) = (0, 0, 0);
    while at < one.len() && beside < other.len() {
        match one[at].cmp(&other[beside]) {
            Ordering::Less => at += 1,
            Ordering::Greater => beside += 1,
            Ordering::Equal => (at, beside, common) = (at + 1, beside + 1, common + 1),
        }
        // most texts have little in common: even with all words that are left it would be too little
        if common + (one.len() - at).min(other.len() - beside) < needed {
            return None;
        }
    }
    (common >= needed).then(|| 100 * common / (all - common))
}

/// Returns a word in lower case.
fn lowercase(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if is_lower { word.into() } else { word.to_lowercase().into() }
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
        let texts_of = |_| {
            (0..6 + next(6))
                .map(|_| format!("{}{}", if next(2) == 0 { 'w' } else { 'W' }, next(14)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let written: Vec<String> = (0..300).map(texts_of).collect();
        let texts: Vec<Parts> =
            written.iter().map(|text| text.split_once("1 ").map_or([text, ""], |(one, other)| [one, other])).collect();
        let ranked = Texts::of(&texts).by_rarity();
        let mut expected = Vec::new();
        for second in 0..ranked.len() {
            for first in (0..second).filter(|first| ranked[*first].len() >= FEWEST && ranked[second].len() >= FEWEST) {
                let common = ranked[first].iter().filter(|word| ranked[second].contains(word)).count();
                let share = 100 * common / (ranked[first].len() + ranked[second].len() - common);
                if share >= 60 {
                    expected.push(Pair { first, second, share });
                }
            }
        }
        assert!(expected.len() > 100);
        assert_eq!(pairs(&texts, 60), expected);
        let kept = KeptPairs::default();
        for texts in [&texts[..], &texts[..], &texts[1..], &texts[..]] {
            assert_eq!(kept.of(texts)[..], pairs(texts, 60));
        }
    }
}
