//! Finds people whose `country:` is not the code of a country.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;

/// The rule `unknown-country`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-country",
        Severity::Error,
        "`country:` of a person or a contact is not the code of a Member State.",
        "The name of the country after the person's name, and the neutral order of the officers, follow from the code.",
        "Write the ISO 3166 code of three capital letters (`BRA`); for somebody who does not come from a country, `organization:`.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    expect(subject, subject.dossier.registry.people.iter().filter_map(|(_, person)| person.country.as_ref()), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    expect(subject, walk::contacts(scope.submission).filter_map(|contact| contact.country.as_ref()), findings);
}

fn expect<'t>(subject: &Subject, countries: impl Iterator<Item = &'t Text>, findings: &mut Findings) {
    let codes = Known::new("country", subject.countries.codes());
    for country in countries.filter(|country| !codes.has(&country.value)) {
        let finding = findings.add(country.span, format!("there is no country with the code `{}`", country.value));
        match meant(subject, &codes, &country.value) {
            Some(code) => finding.advise(format!("its code is `{code}`")),
            None => finding.advise("countries are given by their ISO 3166 codes of three capital letters: `BRA`"),
        };
    }
}

/// Returns the code of the country whose English name was written, or whose code was written in other letters (`bra`). Codes that merely look alike are not
/// suggested, because they belong to quite different countries.
fn meant<'a>(subject: &Subject, codes: &Known<'a>, written: &str) -> Option<&'a str> {
    let has_name = |code: &str| subject.countries.name(code, "en").is_some_and(|name| name.eq_ignore_ascii_case(written));
    codes.ids().find(|code| code.eq_ignore_ascii_case(written) || has_name(code))
}
