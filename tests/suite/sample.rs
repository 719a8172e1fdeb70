//! Reports of any size, made of plain words: for tests and the benchmark.

use serde_json::{Value, json};

const WORDS: [&str; 24] = [
    "the",
    "group",
    "considered",
    "a",
    "document",
    "on",
    "the",
    "implementation",
    "of",
    "outcomes",
    "and",
    "noted",
    "with",
    "interest",
    "that",
    "members",
    "of",
    "all",
    "regions",
    "had",
    "taken",
    "part",
    "in",
    "it",
];

/// A record of meetings with so many documents and recommendations each, an annual report on every ten meetings and a four-year report on all, in one text. Every
/// tenth recommendation is made again by the next meeting.
pub fn record(meetings: usize, documents: usize, recommendations: usize) -> String {
    let numbers: Vec<usize> = (1..=meetings).collect();
    let topics: serde_json::Map<String, Value> = (0..25).map(|at| (format!("t{at}"), json!(format!("Topic {at}")))).collect();
    let annual = numbers.chunks(10).map(|of| {
        json!({ "kind": "annual-report", "symbol": format!("C{}/8", 19 + of[0] / 10), "title": "A year", "period": { "meetings": of } })
    });
    let whole = json!({
        "kind": "four-year-report", "symbol": "C22/58", "title": "Four years", "period": { "meetings": numbers },
        "proposal": { "future": "maintain" },
    });
    json!({
        "body": "b", "bodies": { "b": { "name": "Council Working Group", "acronym": "CWG-B", "mandate": "Resolution 70" } },
        "people": { "fair": { "given": "Ann", "family": "Fair", "country": "CHE" } },
        "terms": [{ "person": "fair", "office": "chair" }, { "person": "fair", "office": "vice-chair" }],
        "topics": topics,
        "meetings": numbers.iter().map(|number| meeting(*number, documents, recommendations)).collect::<Vec<_>>(),
        "submissions": annual.chain([whole]).collect::<Vec<_>>(),
    })
    .to_string()
}

fn meeting(number: usize, documents: usize, recommendations: usize) -> Value {
    let topic = |at: usize| format!("t{}", at % 25);
    let register = (1..=documents).map(|at| {
        json!({ "symbol": at.to_string(), "title": plain(number * 1000 + at, 6), "from": if at % 5 == 0 { "BRA" } else { "secretariat" }, "topic": topic(at) })
    });
    let items = (0..recommendations).map(|at| {
        let id = format!("r{number}-{at}");
        let made = match number.checked_sub(1).filter(|before| at % 10 == 0 && *before > 0) {
            Some(before) => json!({ "id": id, "repeats": format!("r{before}-{at}") }),
            None => json!({
                "id": id, "actor": "secretariat", "action": "requested", "documents": ["1", format!("{number}/2")],
                "text": plain(number * 1_000_000 + at, 18),
            }),
        };
        json!({ "topic": topic(at), "summary": plain(number * 7919 + at, 12), "recommendations": [made] })
    });
    json!({
        "number": number, "dates": format!("20{:02}-{:02}-19", 18 + number / 12, number % 12 + 1),
        "documents": register.collect::<Vec<_>>(), "items": items.collect::<Vec<_>>(),
    })
}

/// So many words that no other seed gives, in a row that looks like a sentence.
fn plain(seed: usize, words: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "ze"];
    let mut state = seed as u64 + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        SYLLABLES[(state >> 60) as usize]
    };
    let words: Vec<String> = (0..words).map(|_| format!("{}{}{}", next(), next(), next())).collect();
    words.join(" ")
}

/// A submission with so many clauses of about a page and a half, in one text.
pub fn report(clauses: usize) -> String {
    let body: Vec<Value> = (0..clauses).map(clause).collect();
    json!({
        "kind": "note", "symbol": "C22/INF/1", "date": "2022-03-01", "author": "secretary-general", "numbered": true,
        "title": "A report of many clauses", "box": { "summary": sentence(0), "action": sentence(1) }, "body": body,
        "annexes": [{ "heading": "A table", "body": [{ "table": { "columns": ["One", "Two"], "rows": (0..clauses.max(1)).map(|at| json!([at.to_string(), sentence(at)])).collect::<Vec<_>>() } }] }],
    })
    .to_string()
}

fn clause(at: usize) -> Value {
    let paragraph = |n: usize| {
        json!(format!(
            "{} (C22/{}) {} {}^[Note {at}.{n}: {}]",
            sentence(at + n),
            n + 1,
            sentence(at * 7 + n),
            sentence(at + 3 * n),
            sentence(n)
        ))
    };
    json!({
        "id": format!("clause-{at}"), "heading": format!("Clause of the number {at}"),
        "body": [
            paragraph(0), paragraph(1),
            { "text": format!("{} As in clause [](#clause-{at}):", sentence(at)), "body": [{ "bullets": [sentence(at + 5), sentence(at + 6), sentence(at + 7)] }, paragraph(2), paragraph(3)] },
            { "text": sentence(at + 11), "body": [{ "letters": [sentence(at), sentence(at + 1)] }] },
            paragraph(4), paragraph(5),
        ],
    })
}

fn sentence(seed: usize) -> String {
    let words: Vec<&str> = (0..14 + seed % 17).map(|at| WORDS[(seed * 5 + at * 7 + at / 3) % WORDS.len()]).collect();
    let text = words.join(" ");
    format!("{}{}.", text[..1].to_uppercase(), &text[1..])
}
