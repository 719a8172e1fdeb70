//! The format can hold the original word for word: its numbered lines are made a submission on the fly, built, and compared with what they were.
//!
//! Nothing of the original's text is in the repository; without it the test says so and passes.

use crate::support::{build_text, docx_paragraphs, keep, messages, output, pdf_text, plain, project};
use serde_json::{Value, json};

/// A line of the original.
#[derive(Debug, PartialEq)]
enum Line {
    Numbered(Vec<u32>, String),
    Bullet(String),
    Plain(String),
}

#[test]
fn the_original_comes_out_as_it_went_in() {
    let path = project().join("../shared/seed/report-to-council-2022.txt");
    let Ok(original) = std::fs::read_to_string(&path) else {
        println!("skipped: the original is not here ({})", path.display());
        return;
    };
    let lines: Vec<Line> = original.lines().filter_map(line).collect();
    assert!(lines.len() > 100, "the original is read");
    let submission = submission(&lines);
    let outcome = build_text(&submission.to_string(), &["pdf", "docx", "txt"]);
    assert_eq!(outcome.outputs.len(), 3, "{}", messages(&outcome));

    let expected: Vec<String> = lines.iter().map(shown).collect();
    let text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
    let built: Vec<String> = text.lines().skip(1).map(plain).collect();
    assert_eq!(built, expected, "paragraph by paragraph, numbers included");

    // the words of all pages in their order, and nothing else but the title; white space is where lines end, so it does not count
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&pdf_text(output(&outcome, ".pdf"))), format!("Theoriginal{}", words(&expected.concat())));

    let docx: Vec<String> =
        docx_paragraphs(output(&outcome, ".docx")).iter().map(|text| plain(text)).filter(|text| !text.is_empty()).collect();
    let texts: Vec<String> = lines.iter().map(text_alone).collect();
    assert_eq!(&docx[docx.len() - texts.len()..], texts, "Word has the same paragraphs; it counts the numbers itself");
    keep(&outcome, "original");
}

/// Reads a line; a number with nothing after it is an editing mistake that no document can want.
fn line(line: &str) -> Option<Line> {
    let line = without_bookmarks(line.trim());
    let text = plain(&line);
    if let Some(bullet) = text.strip_prefix('·') {
        return Some(Line::Bullet(bullet.trim().into()));
    }
    let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let parts: Option<Vec<u32>> = first.trim_end_matches('.').split('.').map(|part| part.parse().ok()).collect();
    match parts {
        Some(_) if rest.is_empty() => None,
        Some(parts) => Some(Line::Numbered(parts, rest.into())),
        None if text.is_empty() => None,
        None => Some(Line::Plain(text)),
    }
}

/// `[bookmark: …]` was left by the program that took the text out of Word.
fn without_bookmarks(line: &str) -> String {
    let mut line = line.to_string();
    while let Some((start, end)) = line.find("[bookmark:").and_then(|start| Some((start, start + line[start..].find(']')? + 1))) {
        line.replace_range(start..end, "");
    }
    line
}

fn text_alone(line: &Line) -> String {
    match line {
        Line::Numbered(_, text) | Line::Bullet(text) | Line::Plain(text) => text.clone(),
    }
}

fn shown(line: &Line) -> String {
    match line {
        Line::Numbered(parts, text) => format!("{} {text}", label(parts)),
        Line::Bullet(text) => format!("• {text}"),
        Line::Plain(text) => text.clone(),
    }
}

fn label(parts: &[u32]) -> String {
    parts.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// JSON is YAML. Each numbered line becomes a clause, which asks for its number, under the last one of a lower level; only what counting would not give is given.
fn submission(lines: &[Line]) -> Value {
    let mut root = json!({ "kind": "note", "title": "The original", "body": [] });
    let mut depth = 0;
    for line in lines {
        match line {
            Line::Numbered(parts, text) => {
                depth = parts.len();
                let siblings = body(&mut root, depth - 1);
                let counted = siblings.iter().filter(|block| block.get("text").is_some() && block.get("number").is_none()).count()
                    as u32
                    + 1;
                let mut clause = json!({ "text": escaped(text), "numbered": true, "body": [] });
                let under = clause_labels(&root, depth - 1);
                if label(parts) != format!("{under}{counted}") {
                    clause["number"] = json!(label(parts));
                }
                body(&mut root, depth - 1).push(clause);
            }
            Line::Bullet(text) => {
                let blocks = body(&mut root, depth);
                match blocks.last_mut().and_then(|last| last.get_mut("bullets")) {
                    Some(bullets) => bullets.as_array_mut().unwrap().push(json!(escaped(text))),
                    None => blocks.push(json!({ "bullets": [escaped(text)] })),
                }
            }
            Line::Plain(text) => body(&mut root, depth).push(json!({ "unnumbered": escaped(text) })),
        }
    }
    root
}

/// The body of the last clause at this depth.
fn body(root: &mut Value, depth: usize) -> &mut Vec<Value> {
    let blocks = root["body"].as_array_mut().unwrap();
    match depth {
        0 => blocks,
        _ => body(blocks.iter_mut().rev().find(|block| block.get("text").is_some()).unwrap(), depth - 1),
    }
}

/// `4.1.` for the last clause at depth 2.
fn clause_labels(root: &Value, depth: usize) -> String {
    let mut label = String::new();
    let mut node = root;
    for _ in 0..depth {
        let clauses: Vec<&Value> = node["body"].as_array().unwrap().iter().filter(|block| block.get("text").is_some()).collect();
        node = clauses.last().unwrap();
        label = match node.get("number") {
            Some(number) => format!("{}.", number.as_str().unwrap()),
            None => format!("{label}{}.", clauses.iter().filter(|clause| clause.get("number").is_none()).count()),
        };
    }
    label
}

/// Signs that CommonMark would read are escaped, as an author would.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| if "\\*_`[]<>&".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}
