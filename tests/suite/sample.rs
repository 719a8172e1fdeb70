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
