//! Totals: whatever a document says of how many documents, recommendations and observations there are comes to the same, in text, tables, charts and annexes.
//! The resolved documents are read as JSON, and their rows and bars are added up here, apart from the program's own counting.

use crate::support::{build_path, messages, project};
use rapporteur::resolved::{Block, Chart, Content, List, ResolvedDocument, Row, Run, Table, plain_text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What a document says: of each thing that is counted, the totals at all places that give or add up one, with the name of the place.
type Totals = BTreeMap<&'static str, BTreeSet<(usize, &'static str)>>;

/// The words by which a document says why the figures of several meetings or years add up to more than the total.
const WHY: &str = "once in the total";
/// Why the documents of the secretariat and those of others are more than all.
const BOTH: &str = "is counted for both";

/// The resolved documents of the features and of the sample dossier, by name.
fn documents() -> Vec<(String, ResolvedDocument)> {
    let folder = |path: &str| std::fs::read_dir(project().join(path)).unwrap().map(|entry| entry.unwrap().path());
    let features = folder("fixtures/features").filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    let mut paths: Vec<PathBuf> = features.chain([project().join("fixtures/dossiers/cwg-wsis-sdg")]).collect();
    paths.sort();
    let built = paths.iter().flat_map(|path| {
        let outcome = build_path(path, &["json"]);
        assert_eq!(messages(&outcome), "", "{}", path.display());
        outcome.outputs
    });
    built.map(|output| (output.name, serde_json::from_slice(&output.bytes).unwrap())).collect()
}

/// The number that a word or figure stands for.
fn number(word: &str) -> Option<usize> {
    const WORDS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    word.parse().ok().or_else(|| WORDS.iter().position(|known| *known == word))
}

/// The number that stands before a noun in a text, and 0 if the text does not name it.
fn before(text: &str, noun: &str) -> usize {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let named = |at: &usize| words[at + 1] == noun || words[at + 1] == &noun[..noun.len() - 1];
    let at = (0..words.len().saturating_sub(1)).filter(named).find_map(|at| number(words[at]));
    at.unwrap_or(0)
}

fn text(runs: &[Run]) -> String {
    plain_text(runs).replace('\u{a0}', " ")
}

/// All texts of cells, row by row, and the headings of the columns.
fn cells(table: &Table) -> (Vec<String>, Vec<Vec<String>>) {
    let row = |row: &Row| row.cells.iter().map(|cell| text(&cell.content)).collect();
    (table.columns.iter().map(|column| text(&column.label)).collect(), table.rows.iter().map(row).collect())
}

struct Reader<'n> {
    name: &'n str,
    totals: Totals,
    /// The most documents that a register has: the others are of a part of the meetings, topics or sources.
    registered: usize,
    /// How many tables and charts were added up.
    added: usize,
}

impl Reader<'_> {
    fn says(&mut self, of: &'static str, total: usize, place: &'static str) {
        self.totals.entry(of).or_default().insert((total, place));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let after = match blocks.get(at + 1).map(|block| &block.content) {
                Some(Content::Paragraph(runs)) => text(runs),
                _ => String::new(),
            };
            match &block.content {
                Content::Clause(clause) => {
                    let own = clause.text.as_deref().map(text).unwrap_or_default();
                    self.sentence(&own, &clause.body, &after);
                    self.blocks(&clause.body);
                }
                Content::Table(table) => self.table(table, &after),
                Content::Chart(chart) => self.chart(chart, &after),
                Content::List(List { items, .. }) => items.iter().for_each(|item| self.blocks(&item.body)),
                Content::Quote(blocks) => self.blocks(blocks),
                Content::Paragraph(runs) => self.sentence(&text(runs), &[], &after),
                Content::Figure(_) | Content::Equation(_) | Content::SideBySide(_) | Content::PageBreak => {}
            }
        }
    }

    /// Reads the sentences that give totals; those of the single meetings, below, have to add up to the total.
    fn sentence(&mut self, own: &str, below: &[Block], after: &str) {
        if own.starts_with("In numbers:") {
            for of in ["documents", "meetings", "recommendations", "observations"] {
                self.says(of, before(own, of), "the text");
            }
        }
        if own.contains("held") && own.ends_with("documents:") && !below.is_empty() {
            let each = below.iter().filter_map(|block| match &block.content {
                Content::Clause(clause) => Some(before(&clause.text.as_deref().map(text)?, "documents")),
                _ => None,
            });
            let (each, total) = (each.sum::<usize>(), before(own, "documents"));
            assert!(each == total || each > total && after.contains(WHY), "{}: {own} {each}: {after}", self.name);
            self.says("documents", total, "the sentence on the meetings");
            self.says("meetings", below.len(), "the sentence on the meetings");
            self.added += 1;
        }
    }

    fn table(&mut self, table: &Table, after: &str) {
        let (heads, rows) = cells(table);
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        match heads[..] {
            ["Year", ..] => self.years(&heads, &rows, after),
            ["Meeting", "Dates", "Place", "Documents"] => {
                let each: usize = rows.iter().map(|row| row[3].parse::<usize>().unwrap()).sum();
                if !after.contains(WHY) {
                    self.says("documents", each, "the table of meetings");
                }
                self.says("meetings", rows.len(), "the table of meetings");
            }
            ["Recommendation", "Made at", "Status"] => {
                let observations = rows.iter().filter(|row| row[2].starts_with("Observation")).count();
                let said = [before(after, "recommendations"), before(after, "observations")];
                assert_eq!(said, [rows.len() - observations, observations], "{}: {after}", self.name);
                self.says("recommendations", said[0], "the table of recommendations");
                self.says("observations", said[1], "the table of recommendations");
            }
            ["Symbol", ..] if after.starts_with("The list has") => self.register(&rows, after),
            _ => return,
        }
        self.added += 1;
    }

    /// Adds up the rows of years: of documents, which several years may have considered, the total may be less, and the document then says why.
    fn years(&mut self, heads: &[&str], rows: &[Vec<String>], after: &str) {
        let figure = |row: &Vec<String>, at: usize| row[at].parse::<usize>().unwrap();
        let (last, years) = rows.split_last().unwrap();
        let columns = [(1, "meetings"), (2, "documents"), (5, "recommendations"), (6, "observations")];
        for (at, of) in columns {
            let each: usize = years.iter().map(|row| figure(row, at)).sum();
            let explained = of == "documents" && each > figure(last, at) && after.contains(WHY);
            assert!(years.is_empty() || each == figure(last, at) || explained, "{}: {}: {rows:?}", self.name, heads[at]);
            self.says(of, figure(last, at), "the table of years");
        }
        for row in rows {
            let parties = figure(row, 3) + figure(row, 4);
            let is_explained = parties > figure(row, 2) && after.contains(BOTH);
            assert!(parties == figure(row, 2) || is_explained, "{}: {row:?}", self.name);
        }
    }

    /// The rows are the documents of the group, once for each meeting, and those of others.
    fn register(&mut self, rows: &[Vec<String>], after: &str) {
        let symbols: BTreeSet<&String> = rows.iter().map(|row| &row[0]).collect();
        let others = after.split(" of the group").nth(1).map_or(0, |rest| before(rest, "documents"));
        let own = before(after, "documents");
        assert_eq!(symbols.len(), own + others, "{}: {after}", self.name);
        assert_eq!(symbols.len() < rows.len(), after.contains("is listed for each"), "{}: {after}", self.name);
        self.registered = self.registered.max(own);
    }

    fn chart(&mut self, chart: &Chart, after: &str) {
        let sum = |values: &[f64]| values.iter().sum::<f64>() as usize;
        let series: Vec<(&str, usize)> = chart.series.iter().map(|series| (series.name.as_str(), sum(&series.values))).collect();
        let all: usize = series.iter().map(|(_, sum)| sum).sum();
        let observed =
            |pairs: &[(&str, usize)]| pairs.iter().filter(|(name, _)| *name == "Observations").map(|(_, sum)| sum).sum::<usize>();
        const STANDINGS: [&str; 5] = ["Open", "Carried over", "Done", "Superseded", "Observations"];
        let observations = match series[..] {
            [("By the secretariat", _), ..] => {
                if !after.contains(WHY) {
                    self.says("documents", all, "the chart of documents");
                }
                self.added += 1;
                return;
            }
            [("Recommendations and observations", _)] => {
                let bars: Vec<(&str, usize)> = chart
                    .categories
                    .iter()
                    .map(String::as_str)
                    .zip(chart.series[0].values.iter().map(|value| *value as usize))
                    .collect();
                observed(&bars)
            }
            [(first, _), ..] if STANDINGS.contains(&first) => observed(&series),
            _ => return,
        };
        self.says("observations", observations, "a chart");
        self.says("recommendations", all - observations, "a chart");
        self.added += 1;
    }
}

#[test]
fn all_totals_of_a_document_come_to_the_same() {
    let (mut added, mut names) = (0, Vec::new());
    for (name, document) in documents() {
        let mut reader = Reader { name: &name, totals: Totals::new(), registered: 0, added: 0 };
        reader.blocks(&document.body);
        document.annexes.iter().for_each(|annex| reader.blocks(&annex.body));
        if let Some(known) = reader.totals.get_mut("documents").filter(|_| reader.registered > 0) {
            known.insert((reader.registered, "the register"));
        }
        for (of, totals) in &reader.totals {
            let different: BTreeSet<usize> = totals.iter().map(|(total, _)| *total).collect();
            assert_eq!(different.len(), 1, "{name}, {of}: {totals:?}");
        }
        added += reader.added;
        names.extend((reader.added > 5).then_some(name));
    }
    assert!(added > 40, "{added} tables, charts and sentences were added up");
    assert!(
        ["four-year-report.en.json", "totals.en.json"].iter().all(|name| names.iter().any(|known| known == name)),
        "{names:?}"
    );
}
