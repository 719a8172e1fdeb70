//! Finds counted numbers with a typed noun in the wrong form: `{meetings.count} meetings` where there was one meeting.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;
use regex::Regex;
use std::sync::LazyLock;

/// The rule `number-without-noun`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "number-without-noun",
        Severity::Warning,
        "A noun is typed after a counted number and does not agree with it: `{meetings.count} meetings` where one meeting was held.",
        "The number changes when a meeting or a document is added, and the typed noun does not: the report says \"one meetings\" or \"zero documents\".",
        "Let the noun be chosen with the number: `{meetings.count|meeting}`, or both forms of any words, `{documents.count|paper was|papers were}`.",
    ),
    check: Check::Submission(check),
};

/// Matches a counted number without forms, and the noun after it or after one more word: `{documents.count} input documents`.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    let nouns = "meeting|document|recommendation|observation|contribution|paper|report|item";
    Regex::new(&format!(r"\{{(?P<name>[a-z]+\.[a-z]+)\}}\s+(?:(?P<between>[\w-]+)\s+)?(?P<noun>{nouns})(?P<plural>s?)\b"))
        .expect("a fixed pattern")
});

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    for text in walk::texts(scope.submission).into_iter().filter(|text| text.value.contains('{')) {
        inspect(text, scope, findings);
    }
}

fn inspect(text: &Text, scope: &Scope, findings: &mut Findings) {
    for found in COUNTED.captures_iter(&text.value) {
        let between = found.name("between").map_or("", |word| word.as_str());
        let Some(count) = scope.tally_of_period().value(&found["name"]).filter(|_| between != "of") else { continue };
        let agrees = count != 0 && (count == 1) == found["plural"].is_empty();
        if agrees {
            continue;
        }
        let range = found.get(0).expect("the match").range();
        let noun = format!("{between}{}{}", if between.is_empty() { "" } else { " " }, &found["noun"]);
        let advice = if between.is_empty() { noun.clone() } else { format!("{noun}|{noun}s") };
        let message = format!("{count} is counted, and `{noun}{}` is typed after it", &found["plural"]);
        findings
            .add(text.span_of(range), message)
            .advise(format!("write `{{{}|{advice}}}`, which agrees with the number", &found["name"]));
    }
}
