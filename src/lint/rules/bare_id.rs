//! Finds ids and codes where words are printed as they are written: `author: brazil`, `signature: {office: chair}`.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::lower::OFFICES_OF_THE_UNION;
use crate::query::Scope;
use crate::records::person::Office;
use crate::source::Text;

/// The rule `bare-id`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "bare-id",
        Severity::Error,
        "An id or a code stands where words are printed as they are written: in the address or the signature of a letter, as the role or the organization of a person; or `author:` looks like an id or like codes of countries, and names nobody on record.",
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
    if let Some(author) = &scope.submission.common.author {
        inspect_author(subject, author, findings);
    }
    let Some(letter) = scope.submission.special.letter() else { return };
    let signed = letter.signature.iter().flat_map(|signature| signature.name.iter().chain([&signature.office]));
    letter.to.iter().chain(signed).for_each(|text| expect_words(subject, text, findings));
}

/// Reports a text that is an id, a code, or has the form of an id.
fn expect_words(subject: &Subject, text: &Text, findings: &mut Findings) {
    if is_known(subject, &text.value) || has_form_of_id(&text.value) {
        let finding = findings.add(text.span, format!("`{}` is an id, and would be printed as it is", text.value));
        finding.advise("write the words that are to be printed");
    }
}

fn inspect_author(subject: &Subject, author: &Text, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let name = author.value.as_str();
    if name == "chair" && registry.own_body().is_none() {
        // an id of the body that is not on record has a message of its own
        if registry.body.is_none() {
            findings
                .add(author.span, "it is not known of which body this is the chair")
                .advise("`body:` of the dossier names it");
        }
        return;
    }
    let resolved = OFFICES_OF_THE_UNION.contains(&name) || name == "chair" || named_record(subject, name);
    let pieces: Vec<&str> = name.split([',', ';', '/']).flat_map(|piece| piece.split(" and ")).map(str::trim).collect();
    let codes = pieces.len() > 1 && pieces.iter().all(|piece| is_known(subject, piece) || has_form_of_id(piece));
    let word = is_like_an_id(subject, name) && !is_name(subject, name);
    if resolved || !(codes || word) {
        return;
    }
    let message = if codes {
        format!("the codes `{name}` would be printed as they are")
    } else {
        format!("`{name}` names nobody on record")
    };
    let known = OFFICES_OF_THE_UNION.iter().copied().chain(["chair"]);
    let known = known.chain(registry.people.iter().map(|(id, _)| id.value.as_str()));
    let known = known.chain(registry.organizations.iter().map(|(id, _)| id.value.as_str()));
    let finding = findings.add(author.span, message).suggest(name, known);
    finding.advise("write the whole line of the author, as `Contribution from the Russian Federation`, or add the organization to `organizations:`");
}

/// Says whether a word is the id of a record, or the code of a country, whose name is printed in the line of the author.
fn named_record(subject: &Subject, word: &str) -> bool {
    let registry = &subject.dossier.registry;
    let record =
        registry.people.get(word).is_some() || registry.organizations.get(word).is_some() || registry.bodies.get(word).is_some();
    record || subject.countries.name(word, "en").is_some()
}

/// Says whether a word is an id, a code or a word of the vocabulary.
fn is_known(subject: &Subject, word: &str) -> bool {
    named_record(subject, word) || Office::ALL.iter().any(|office| office.word() == word)
}

/// Says whether the line of an author has the form of an id, or of the code of a country, or differs from a known word only by capital letters.
fn is_like_an_id(subject: &Subject, name: &str) -> bool {
    let code = name.len() <= 3 && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase());
    has_form_of_id(name) || code || is_known(subject, &name.to_lowercase()) || name.eq_ignore_ascii_case("chair")
}

/// Says whether a text is written as ids are: small letters, figures and hyphens.
fn has_form_of_id(text: &str) -> bool {
    let hyphens =
        text.contains('-') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    hyphens || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Says whether one word is a name: that of a country or organization, or an acronym of the dossier.
fn is_name(subject: &Subject, word: &str) -> bool {
    let registry = &subject.dossier.registry;
    let countries = subject.countries.codes().filter_map(|code| subject.countries.name(code, "en"));
    let organizations = registry.organizations.iter().map(|(_, label)| label.first().value.as_str());
    let acronyms = registry.acronyms().map(|acronym| acronym.value.as_str());
    countries.chain(organizations).chain(acronyms).chain(["ITU"]).any(|name| name == word)
}
