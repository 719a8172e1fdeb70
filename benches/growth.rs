//! How the cost of a check grows with the number of things: `cargo bench --bench growth`.
//!
//! For each kind of thing a dossier with 500, 1,000 and 2,000 of them is checked and its messages are shown, the least time of some runs is taken, and the
//! growth from step to step is printed: 2 for a cost that grows with the number, 4 for one that grows with its square. What is above 3 is marked.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, missing_docs, reason = "a benchmark")]

use rapporteur::diagnostic::render::{Format, render};
use rapporteur::dossier::Input;
use rapporteur::project::{Request, Workspace};
use rapporteur::writer::WRITERS;
use std::path::Path;
use std::time::Instant;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [500, 1000, 2000];
const RUNS: usize = 5;

/// A body, two sessions, a topic and a report, as flow maps of a file's first lines.
const RECORD: &str = "\
body: g
bodies: {g: {name: Group, acronym: CWG-G}}
sessions:
  s0: {name: S0, short: S0, place: Geneva, dates: 2018-01-01/2018-01-02}
  s1: {name: S1, short: S1, place: Geneva, dates: 2024-01-01/2024-01-02}
submissions: [{kind: annual-report, session: s1, period: {after: s0}, title: Report}]
";

/// A kind of thing, and what makes a dossier with so many of them.
type Kind = (&'static str, fn(usize) -> String);

const KINDS: &[Kind] = &[
    ("paragraphs", |n| note(n, |at| format!("Paragraph {at} on C22/8 and 38/2."))),
    ("footnotes", |n| note(n, |at| format!("\"A paragraph^[Note {at}]\""))),
    ("comments", |n| note(n, |at| format!("{{text: A paragraph, comment: Remark {at}}}"))),
    ("references", |n| note(n, |at| format!("{{text: \"See [](#i{})\", id: i{at}}}", n - 1 - at))),
    ("dangling references", |n| note(n, |at| format!("{{text: \"See [](#j{at})\", id: i{at}}}"))),
    ("duplicate ids", |n| note(n, |_| "{text: A paragraph, id: same}".into())),
    ("unknown blocks", |n| note(n, |at| format!("{{txt{at}: a}}"))),
    ("faults in one line", |n| format!("kind: note\ntitle: T\nbody: ['{}']\n", "[](#nowhere) {nothing} ".repeat(n))),
    ("tables", |n| note(n, |at| format!("{{table: {{caption: C{at}, columns: [A, B], rows: [[a, b]]}}}}"))),
    ("rows", |n| format!("kind: note\ntitle: T\nbody: [{{table: {{columns: [A, B], rows: [{}]}}}}]\n", "[a, b], ".repeat(n))),
    ("submissions", |n| list("submissions", n, |at| format!("{{kind: note, title: T, symbol: C22/{at}, body: a}}"))),
    ("submissions of one name", |n| list("submissions", n, |_| "{kind: note, title: T, symbol: C22/1, body: a}".into())),
    ("editions", |n| "kind: note\ntitle: T\nbody: a\n".to_string() + &list("editions", n, |at| format!("{{symbol: C22/{at}}}"))),
    ("people", |n| RECORD.to_string() + &people(n, "p")),
    ("unknown people", |n| RECORD.to_string() + &people(n, "q")),
    ("meetings", |n| RECORD.to_string() + &list("meetings", n, |at| meeting(at + 1, &["symbol: 1, title: D".into()], &[]))),
    ("documents", |n| {
        let documents: Vec<_> = (1..=n).map(|at| format!("symbol: {at}, title: D{at}, from: secretariat")).collect();
        RECORD.to_string() + &list("meetings", 1, |_| meeting(1, &documents, &[]))
    }),
    ("documents with faults", |n| {
        let documents: Vec<_> = (1..=n).map(|at| format!("symbol: {at}, title: D{at}, from: x{at}, topic: y{at}")).collect();
        RECORD.to_string() + &list("meetings", 1, |_| meeting(1, &documents, &[]))
    }),
    ("recommendations", |n| recommendations(n, |at| format!("text: do the work of {at} and {} for {}", at * 7, at * 13))),
    ("recommendations that read alike", |n| recommendations(n, |_| "text: do the same work once more for all members".into())),
    ("recommendations that supersede one another", |n| {
        recommendations(n, |at| {
            format!("text: do {at}{}", if at == 0 { String::new() } else { format!(", supersedes: r{}", at - 1) })
        })
    }),
    ("unknown recommendations", |n| recommendations(n, |at| format!("text: do {at}, supersedes: x{at}"))),
    ("topics", |n| {
        let topics = "topics:\n".to_string() + &(0..n).map(|at| format!("  t{at}: Topic {at}\n")).collect::<String>();
        let documents: Vec<_> = (0..n).map(|at| format!("symbol: {}, title: D, topic: t{at}", at + 1)).collect();
        RECORD.to_string() + &topics + &list("meetings", 1, |_| meeting(1, &documents, &[]))
    }),
];

fn main() {
    for (name, text) in KINDS {
        let times = SIZES.map(|size| least(&text(size)));
        let growth = times[2] / times[1];
        let mark = if growth > 3.0 { "  !" } else { "" };
        println!("{name:45} {:7.1} {:7.1} {:7.1} ms, growth {growth:.1}{mark}", times[0], times[1], times[2]);
    }
}

/// The least time that a check of a text takes, with all messages shown, in milliseconds.
fn least(text: &str) -> f64 {
    let writers = WRITERS.iter().filter(|writer| ["pdf", "docx"].contains(&writer.name));
    let request = Request { writers: writers.collect(), ..Request::default() };
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        let outcome = Workspace::default().check(Input::Text(text.into(), Path::new(".")), &request).unwrap();
        render(&outcome.diagnostics, &outcome.sources, Format::Human, false, true);
        start.elapsed().as_secs_f64() * 1e3
    });
    times.fold(f64::INFINITY, f64::min)
}

/// A list of so many items below a key.
fn list(key: &str, n: usize, item: impl Fn(usize) -> String) -> String {
    format!("{key}:\n") + &(0..n).map(|at| format!("  - {}\n", item(at))).collect::<String>()
}

/// A note whose body has so many blocks.
fn note(n: usize, block: impl Fn(usize) -> String) -> String {
    "kind: note\ntitle: T\nnumbered: true\n".to_string() + &list("body", n, block)
}

fn people(n: usize, named: &str) -> String {
    let people: String = (0..n).map(|at| format!("  p{at}: {{given: A{at}, family: B{at}, country: BRA}}\n")).collect();
    format!("people:\n{people}") + &list("terms", n, |at| format!("{{person: {named}{at}, office: vice-chair, from: 2019-01}}"))
}

/// A meeting as a flow map.
fn meeting(number: usize, documents: &[String], recommendations: &[String]) -> String {
    let maps = |all: &[String]| all.iter().map(|one| format!("{{{one}}}")).collect::<Vec<_>>().join(", ");
    let items = format!("[{{topic: t, recommendations: [{}]}}]", maps(recommendations));
    let items = if recommendations.is_empty() { "[]" } else { &items };
    let date = format!("20{}-{:02}-{:02}", 19 + number % 4, 1 + number % 12, 1 + number % 28);
    format!("{{number: {number}, dates: {date}, place: Geneva, documents: [{}], items: {items}}}", maps(documents))
}

fn recommendations(n: usize, rest: impl Fn(usize) -> String) -> String {
    let all: Vec<_> =
        (0..n).map(|at| format!("id: r{at}, actor: secretariat, action: requested, status: open, {}", rest(at))).collect();
    RECORD.to_string() + "topics: {t: Topic}\n" + &list("meetings", 1, |_| meeting(1, &[], &all))
}
