//! The words that name parties, for rules that report words which name nobody.

use super::Subject;
use crate::authored::Submission;
use crate::records::call::Call;
use crate::records::party::{Party, offices};
use crate::records::person::Office;

/// Says whether a word names a party: an office, the code of a country, a regional group, or the id of a record.
pub fn is_party(subject: &Subject, word: &str) -> bool {
    subject.dossier.registry.party(word, subject.countries).is_some()
}

/// Says whether a word is an id, a code or a word of the vocabulary.
pub fn is_known(subject: &Subject, word: &str) -> bool {
    is_party(subject, word) || Office::ALL.iter().any(|office| office.word() == word)
}

/// Says whether a text is written as ids are: small letters, figures and hyphens.
pub fn has_form_of_id(text: &str) -> bool {
    let hyphens =
        text.contains('-') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    hyphens || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Says whether one text holds several ids or codes, which a list should hold: `RUS, BLR`.
pub fn are_codes(subject: &Subject, text: &str) -> bool {
    let pieces: Vec<&str> = text.split([',', ';', '/']).flat_map(|piece| piece.split(" and ")).map(str::trim).collect();
    pieces.len() > 1 && pieces.iter().all(|piece| is_known(subject, piece) || has_form_of_id(piece))
}

/// Returns the word by which a party is named whose name was written instead: `BRA` for `Brazil`. `None` if it is nobody's name.
pub fn word_for<'a>(subject: &Subject<'a>, name: &str) -> Option<&'a str> {
    let (registry, countries) = (&subject.dossier.registry, subject.countries);
    let name = name.strip_prefix("the ").unwrap_or(name);
    let is_name = |other: &str| other.strip_prefix("the ").unwrap_or(other).eq_ignore_ascii_case(name);
    let of_country = |code: &&str| {
        is_name(code) || [countries.name(code, "en"), countries.formal_name(code, "en")].into_iter().flatten().any(is_name)
    };
    let country = countries.codes().find(of_country);
    let office = || offices().find(|word| is_name(word) || is_name(&word.replace('-', " ")));
    let group = || countries.groups().find(|acronym| is_name(acronym));
    let person = || registry.people.iter().find(|(id, person)| is_name(&id.value) || is_name(&person.full_name(None)));
    let organization = || registry.organizations.iter().find(|(id, label)| is_name(&id.value) || is_name(&label.first().value));
    let body = || registry.bodies.iter().find(|(id, body)| is_name(&id.value) || is_name(&body.name.value));
    country
        .or_else(office)
        .or_else(group)
        .or_else(|| person().map(|(id, _)| id.value.as_str()))
        .or_else(|| organization().map(|(id, _)| id.value.as_str()))
        .or_else(|| body().map(|(id, _)| id.value.as_str()))
}

/// Returns the lists of parties that a call names, each as sender or addressee.
pub fn of_call(call: &Call) -> impl Iterator<Item = &[Party]> {
    let steps = call.way.iter().flat_map(|step| [&*step.from, &*step.to]);
    std::iter::once(&*call.from).chain(steps)
}

/// Returns the lists of those who submit a document, of those who submit what it hands on, and of those to whom a liaison statement goes.
pub fn of_submission(submission: &Submission) -> Vec<&[Party]> {
    let mut all: Vec<&[Party]> = vec![&submission.common.author, &submission.carried];
    all.extend(submission.special.liaison().into_iter().flat_map(|liaison| liaison.addressees().map(|(_, parties)| parties)));
    all
}
