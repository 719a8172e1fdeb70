//! Finds ids and codes where words are printed as they are written: `author: brazil`, `signature: {office: chair}`.

use crate::authored::Signatory;
use crate::diagnostic::{Entry, Severity, closest};
use crate::lint::parties::{self, are_codes, has_form_of_id, is_known, is_party, word_for};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::party::{Party, offices};
use crate::records::person::Office;
use crate::source::Text;

/// The rule `bare-id`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "bare-id",
        Severity::Error,
        "An id or a code stands where words are printed as they are written: in the address of a letter, as the name or office of a signature or a contact, as the role or the organization of a person; or `author:` looks like an id or like codes of countries, and names nobody on record.",
        "The document would show `ecosoc-president` or `XYZ` to those to whom it is addressed.",
        "Write the words that are to be printed. `author:` may be `chair`, `secretariat`, `secretary-general`, `director-bdt` and the like, the code of a country, or the id of a person, an organization or a body.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    // an organization on record is printed by its name
    let organizations = registry.people.iter().filter_map(|(_, person)| person.organization.as_ref());
    let organizations = organizations.filter(|id| registry.organizations.get(&id.value).is_none());
    let roles = registry.terms.iter().filter_map(|term| term.role.as_ref());
    organizations.chain(roles).for_each(|text| expect_words(subject, text, findings));
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    for authors in parties::of_submission(scope.submission) {
        let names = || authors.iter().flat_map(Party::names);
        let named = scope.submission.kind.names_author || names().count() > 1;
        names().for_each(|author| inspect_author(subject, scope, author, named, findings));
    }
    let signed = walk::signatures(scope.submission).flat_map(Signatory::words);
    let asked = walk::contacts(scope.submission).flat_map(|contact| contact.name.iter());
    let letter = scope.submission.special.letter();
    let addressed = letter.into_iter().flat_map(|letter| letter.to.iter());
    addressed.chain(signed).chain(asked).for_each(|text| expect_words(subject, text, findings));
    // whoever is on record is printed by name
    let signed_for = walk::signatures(scope.submission).filter_map(|signatory| signatory.organization.as_ref());
    let organizations = signed_for.chain(walk::contacts(scope.submission).filter_map(|contact| contact.organization.as_ref()));
    organizations.filter(|id| !is_party(subject, &id.value)).for_each(|id| expect_words(subject, id, findings));
}

/// Reports a text that is an id, a code, or has the form of an id.
fn expect_words(subject: &Subject, text: &Text, findings: &mut Findings) {
    // one small word may be the role of a person: `adviser`
    if is_known(subject, &text.value) || text.value.contains('-') && has_form_of_id(&text.value) {
        let finding = findings.add(text.span, format!("`{}` is an id, and would be printed as it is", text.value));
        finding.advise("write the words that are to be printed");
    }
}

/// Reports a word that should name an author and names nobody. `named`: the line is not the author's own words, but names who is listed.
fn inspect_author(subject: &Subject, scope: &Scope, author: &Text, named: bool, findings: &mut Findings) {
    let name = author.value.as_str();
    if name == Office::Chair.word() && scope.body().is_none() && scope.body_id().is_empty() {
        // an id of the body that is not on record has a message of its own
        findings.add(author.span, "it is not known of which body this is the chair").advise("`body:` of the dossier names it");
    }
    let codes = are_codes(subject, name);
    // names of countries would not be in the neutral order, nor in their formal forms
    let name_in_list = || named && word_for(subject, name).is_some();
    let word = is_like_an_id(subject, name) && !is_name(subject, name) || name_in_list() || name.trim().is_empty();
    if is_party(subject, name) || !(codes || word) {
        return;
    }
    let message = if codes {
        format!("the codes `{name}` would be printed as they are")
    } else {
        format!("`{name}` names nobody on record")
    };
    let finding = findings.add(author.span, message);
    match word_for(subject, name) {
        Some(word) => finding.advise(format!("did you mean `{word}`?")),
        None if codes => finding.advise("write several in a list: `[RUS, BLR]`"),
        None => finding.suggest(name, known(subject)),
    };
    finding.advise("write the whole line of the author, as `Contribution from the Russian Federation`, or add the organization to `organizations:`");
}

/// Returns the words among which the one may be that was meant. Codes of countries that merely look alike belong to quite different countries.
fn known<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a str> {
    let registry = &subject.dossier.registry;
    let records = registry.people.iter().map(|(id, _)| id).chain(registry.organizations.iter().map(|(id, _)| id));
    let records = records.chain(registry.bodies.iter().map(|(id, _)| id)).map(|id| id.value.as_str());
    offices().chain(subject.countries.groups()).chain(records)
}

/// Says whether the line of an author has the form of an id, or of the code of a country or regional group, or differs from a known word only by capital letters,
/// or by a space for a hyphen.
fn is_like_an_id(subject: &Subject, name: &str) -> bool {
    let is_upper = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let code = is_upper && (name.len() <= 3 || closest(name, subject.countries.groups()).is_some());
    let group = || subject.countries.groups().any(|acronym| acronym.eq_ignore_ascii_case(name));
    let office = || offices().any(|word| word.replace('-', " ").eq_ignore_ascii_case(name));
    has_form_of_id(name) || code || is_known(subject, &name.to_lowercase()) || group() || office()
}

/// Says whether one word is a name: that of a country or organization, or an acronym of the dossier.
fn is_name(subject: &Subject, word: &str) -> bool {
    let registry = &subject.dossier.registry;
    let countries = subject.countries.codes().filter_map(|code| subject.countries.name(code, "en"));
    let organizations = registry.organizations.iter().map(|(_, label)| label.first().value.as_str());
    let acronyms = registry.acronyms().map(|acronym| acronym.value.as_str());
    countries.chain(organizations).chain(acronyms).chain(["ITU"]).any(|name| name == word)
}
