//! Four years of records: what they add up to, by the figures counted by hand in `FIGURES.md` of the sample dossier; what depends on which record.

use crate::support::{build_path, build_text, messages, output, project, request};
use rapporteur::commands::tracker::{Filter, Row, export, recommendations};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn dossier() -> PathBuf {
    project().join("fixtures/dossiers/cwg-wsis-sdg")
}

fn text_of(submission: &str) -> String {
    let outcome = build_path(&dossier().join("submissions").join(submission), &["txt"]);
    assert_eq!(messages(&outcome), "");
    String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap()
}

fn rows() -> Vec<Row> {
    let (rows, prepared) = recommendations(&mut Workspace::default(), Input::Path(&dossier()), &request(&[])).unwrap();
    assert!(prepared.report.is_empty(), "{:?}", prepared.report);
    rows
}

fn row<'r>(rows: &'r [Row], id: &str) -> &'r Row {
    rows.iter().find(|row| row.id.as_deref() == Some(id)).unwrap_or_else(|| panic!("no {id}"))
}

/// The cells of the rows of a table of `FIGURES.md` that begins with this heading.
fn figures(first: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(dossier().join("FIGURES.md")).unwrap();
    let from = text.lines().skip_while(|line| !line.starts_with(&format!("| {first} |"))).skip(2);
    let rows = from.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('*').to_string()).collect()).collect()
}

#[test]
fn meetings_and_documents_by_year_are_those_counted_by_hand() {
    let report = text_of("four-year-report.yaml");
    let counted: Vec<Vec<String>> = figures("year");
    assert_eq!(counted.len(), 5, "{counted:?}");
    for row in counted {
        let year = if row[0] == "all" { "Total" } else { row[0].as_str() };
        let line = format!("\n{year}\t{}\t{}\t", row[1], row[2]);
        assert!(report.contains(&line), "{line:?}");
    }
    assert!(report.contains("\nTotal\t5\t75\t66\t9\t60\t46\n"));
    assert!(report.contains("held five meetings and considered 75 documents, 66 of them by the secretariat"));
}

#[test]
fn officers_stand_with_their_terms() {
    let report = text_of("four-year-report.yaml");
    let group = figures("person").into_iter().filter(|row| row[1] == "chair" || row[1] == "vice-chair");
    let mut found = 0;
    for row in group {
        let (name, _) = row[0].split_once(" (").unwrap();
        let term = if row[3].is_empty() { format!("since {}", row[2]) } else { format!("{} – {}", row[2], row[3]) };
        let line = report.lines().find(|line| line.contains(&format!("\t{name}\t")) && line.ends_with(&format!("\t{term}")));
        found += usize::from(line.unwrap_or_else(|| panic!("{name}, {term}")).to_lowercase().starts_with(&row[1]));
    }
    assert_eq!(found, 9);
    assert!(report.contains("Dr Chaesub Lee, Director, TSB"), "the latest title");
    assert_eq!(report.matches("Chaesub Lee").count(), 1, "once");
    assert!(text_of("c19-8.yaml").contains("Mr Chaesub Lee, Director, TSB"), "the title of the day");
    assert!(text_of("c19-8.yaml").contains("Mr Catalin Marinescu, Coordinator, SPD"), "the role of the day");
}

#[test]
fn recommendations_stand_once_and_as_they_ended() {
    let rows = rows();
    let mut standings: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *standings.entry(row.status).or_default() += 1);
    // two of the 108 that are counted by hand only lead to their parts
    assert_eq!(rows.len(), 106);
    let of_word = |word: &String| standings[word.replace(' ', "-").as_str()];
    for row in figures("recommendations") {
        assert_eq!(of_word(&row[0]), row[1].parse::<usize>().unwrap(), "{row:?}");
    }
    for row in figures("meeting | recommendations") {
        let here = rows.iter().filter(|one| row[0] == "all" || row[0] == one.meetings[0].to_string());
        let (observations, asking): (Vec<_>, Vec<_>) = here.partition(|one| one.status == "observation");
        assert_eq!([asking.len(), observations.len()].map(|count| count.to_string()), row[1..], "{row:?}");
    }
    let again = |row: &&Row| row.meetings.len() > 1;
    assert_eq!(rows.iter().filter(again).map(|row| row.meetings.len() - 1).sum::<usize>(), 10);
    assert_eq!(row(&rows, "contribution-report-yearly").meetings, [34, 35, 36]);
    assert_eq!(row(&rows, "stocktaking-contributions").meetings, [34, 36, 38]);
    assert_eq!((row(&rows, "documents-in-time").status, row(&rows, "documents-in-time").closed_at), ("done", Some(36)));
    assert_eq!(row(&rows, "forum-travel").superseded_by.as_deref(), Some("forum-remote-access"));
    assert_eq!(
        row(&rows, "roadmaps-common-template").outcome.as_deref(),
        Some("The group approved the template at its 36th meeting.")
    );
}

#[test]
fn a_recommendation_is_traced_to_meetings_and_reports() {
    let report = text_of("four-year-report.yaml");
    let line = "Made at the 34th meeting in other words (C19/8, paragraph 4.7.1; based on CWG-WSIS&SDG-34/8), again at the 36th meeting in other words (C21/8, paragraph 4.5; based on CWG-WSIS&SDG-36/7) and again at the 38th meeting in these words (C22/8, paragraph 4.6.1). Carried over.";
    assert!(report.contains(line));
    assert!(report.contains("Superseded by a recommendation of the 36th meeting (C21/8, paragraph"));
    // what it says is what those reports have there
    for (submission, place) in [("c19-8.yaml", "4.7.1"), ("c22-8.yaml", "4.6.1")] {
        let text = text_of(submission);
        let cited = text.lines().find(|line| line.starts_with(&format!("{place}\t"))).unwrap();
        assert!(cited.contains("WSIS Stocktaking"), "{cited}");
    }
    let rows = rows();
    let reported = &row(&rows, "forum-remote-access").reported;
    assert_eq!(reported.iter().map(|one| one.document.as_str()).collect::<Vec<_>>(), ["C21/8", "C22/58", "PP-22/34(Add.1)"]);
}

#[test]
fn an_edition_says_the_same_behind_a_note() {
    let outcome = build_path(&dossier().join("submissions/four-year-report.yaml"), &["txt"]);
    let [council, conference] = &outcome.outputs[..] else { panic!("{:?}", messages(&outcome)) };
    let body = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let from = text.find("\n1\tIntroduction\n").unwrap();
        // behind a note the report's annexes are appendices
        let until = from + text[from..].find("\nAnnex ").or(text[from..].find("\nAppendix ")).unwrap();
        text[from..until].to_string()
    };
    assert_eq!(body(&council.bytes), body(&conference.bytes));
    let conference = String::from_utf8_lossy(&conference.bytes);
    for line in [
        "Plenipotentiary Conference (PP-22)",
        "PLENARY MEETING",
        "Addendum 1 to",
        "Document 34-E",
        "Note by the Secretary-General",
    ] {
        assert!(conference.lines().any(|other| other == line), "{line}");
    }
}

#[test]
fn a_change_of_a_record_changes_what_uses_it_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    crate::determinism::copy(&dossier(), folder.path());
    let formats = ["docx", "txt"];
    let before = build_path(folder.path(), &formats);
    let changed = |file: &str, from: &str, to: &str| {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let after = build_path(folder.path(), &formats);
        std::fs::write(&path, text).unwrap();
        let pairs = before.outputs.iter().zip(&after.outputs).filter(|(before, after)| before.bytes != after.bytes);
        pairs.map(|(output, _)| output.name.clone()).collect::<Vec<_>>()
    };
    let both =
        |stems: &[&str]| stems.iter().flat_map(|stem| formats.map(|format| format!("{stem}.en.{format}"))).collect::<Vec<_>>();
    let title = changed("meetings/34.yaml", "title: Outcomes of PP-18 related", "title: Results of PP-18 related");
    assert_eq!(title, both(&["c19-8", "four-year-report", "pp-22-34-add-1"]));
    let closed = changed("meetings/35.yaml", "closed_at: 36", "closed_at: 37");
    assert_eq!(closed, both(&["four-year-report", "pp-22-34-add-1"]));
    let place = changed("meetings/38.yaml", "place: virtual", "place: Geneva");
    assert_eq!(place, both(&["c22-8", "four-year-report", "pp-22-34-add-1", "cwg-wsis-sdg-38-13", "meeting-38"]));
}

#[test]
fn the_tracker_filters_and_exports() {
    let rows = rows();
    let of = |filter: Filter| rows.iter().filter(|row| filter.wants(row)).cloned().collect::<Vec<_>>();
    let open = of(Filter { status: vec!["open".into()], ..Filter::default() });
    assert!(open.iter().any(|row| row.status == "carried-over"), "what was carried over is open");
    let forum = of(Filter { topic: vec!["wsis-forum".into()], meeting: vec![("cwg-wsis-sdg".into(), 35)], ..Filter::default() });
    assert!(forum.iter().all(|row| row.topic == "wsis-forum" && row.meetings.contains(&35)) && forum.len() == 4);
    let membership = of(Filter { addressee: vec!["membership".into()], ..Filter::default() });
    assert!(!membership.is_empty() && membership.len() < rows.len());
    let csv = String::from_utf8(export::csv(&forum).unwrap()).unwrap();
    assert!(
        csv.starts_with("id,status,topic,addressees,recommendation,words of,other words,documents,body,meeting,made,")
            && csv.lines().count() == 5
    );
    assert!(csv.lines().next().unwrap().ends_with(",records,C20/8,C22/58,PP-22/34(Add.1)"));
    let json: serde_json::Value = serde_json::from_slice(&export::json(&forum).unwrap()).unwrap();
    assert_eq!((json[0]["made"].as_str(), json.as_array().unwrap().len()), (Some("2020-02-06"), 4));
    let sheet = crate::support::part(&export::xlsx(&forum).unwrap(), "xl/worksheets/sheet1.xml");
    for fact in ["state=\"frozen\"", "<autoFilter ref=\"A1:U5\"/>", "<v>35</v>", "<v>43867</v>"] {
        assert!(sheet.contains(fact), "{fact}: {}", &sheet[..sheet.len().min(1500)]);
    }
    assert_eq!(export::xlsx(&forum).unwrap(), export::xlsx(&forum).unwrap());
    assert!(export::table(&forum, 80).lines().all(|line| line.chars().count() <= 80));
}

/// All blocks of this kind, at any depth, in order.
fn contents<'d>(value: &'d serde_json::Value, kind: &str) -> Vec<&'d serde_json::Value> {
    match value {
        serde_json::Value::Array(values) => values.iter().flat_map(|value| contents(value, kind)).collect(),
        serde_json::Value::Object(values) => {
            let own = values.get("content").and_then(|content| content.get(kind));
            own.into_iter().chain(values.values().flat_map(|value| contents(value, kind))).collect()
        }
        _ => Vec::new(),
    }
}

/// The values of the chart with this caption, all series together, by category.
fn charted(document: &serde_json::Value, caption: &str) -> Vec<(String, f64)> {
    let blocks = |blocks: &serde_json::Value| blocks.as_array().unwrap().clone();
    let text = |runs: &serde_json::Value| {
        runs.as_array().unwrap().iter().filter_map(|run| run["text"]["text"].as_str()).collect::<String>()
    };
    let chart =
        contents(document, "chart").into_iter().find(|chart| text(&chart["caption"]["content"]) == caption).expect("a chart");
    let categories = blocks(&chart["categories"]).into_iter().enumerate().map(|(at, category)| {
        let sum = blocks(&chart["series"]).iter().map(|series| series["values"][at].as_f64().unwrap()).sum();
        (category.as_str().unwrap().to_string(), sum)
    });
    categories.collect()
}

#[test]
fn charts_and_matrix_show_what_the_record_counts() {
    let outcome = build_path(&dossier().join("submissions/four-year-report.yaml"), &["json"]);
    let document: serde_json::Value = serde_json::from_slice(&outcome.outputs[0].bytes).unwrap();
    let years = figures("year").into_iter().filter(|row| row[0] != "all").map(|row| (row[0].clone(), row[2].parse().unwrap()));
    assert_eq!(charted(&document, "Documents considered, by year and source"), years.collect::<Vec<(String, f64)>>());
    let rows = rows();
    let standing = |word: &str| rows.iter().filter(|row| row.status == word).count() as f64;
    let words = [
        ("Open", "open"),
        ("Carried over", "carried-over"),
        ("Done", "done"),
        ("Superseded", "superseded"),
        ("Observations", "observation"),
    ];
    assert_eq!(
        charted(&document, "Recommendations by status, and observations"),
        words.map(|(label, word)| (label.into(), standing(word)))
    );
    // Goal 14 is served by the study groups and by the contribution to the HLPF of 2022, Goal 6 by nothing
    let goals = charted(&document, "Topics considered, by the Sustainable Development Goal that they serve");
    assert_eq!((goals.len(), &goals[13], &goals[5]), (17, &("14".into(), 2.0), &("6".into(), 0.0)));
    let matrix = contents(&document["annexes"][0], "table").remove(0);
    let row = |line: &str| {
        let rows = matrix["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| &row["cells"])
            .find(|row| row[0]["content"][0]["text"]["text"] == line)
            .unwrap_or_else(|| panic!("{line} in {matrix}"))
    };
    // C7 e-health is served by the response to COVID-19 alone: Goals 3, 4 and 9
    let marks: Vec<usize> = (1..=17).filter(|goal| row("C7 e-health")[*goal]["mark"] == 1).collect();
    assert_eq!(marks, [3, 4, 9]);
    assert_eq!(row("Topics for each Goal")[14]["content"][0]["text"]["text"], "2");
}

#[test]
fn records_that_contradict_themselves_are_found_in_one_run() {
    let outcome = build_path(&project().join("fixtures/errors/hostile-records.yaml"), &["txt"]);
    let names: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.name).collect();
    for name in [
        "backwards-term",
        "closed-before-made",
        "document-after-meeting",
        "duplicate-meeting",
        "duplicate-symbol",
        "supersedes-cycle",
    ] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(outcome.outputs.is_empty());
}

#[test]
fn four_years_of_many_records_are_reported() {
    let outcome = build_text(&crate::sample::record(12, 10, 12), &["txt"]);
    assert_eq!(messages(&outcome), "");
    let report = String::from_utf8_lossy(&outcome.outputs.last().unwrap().bytes).into_owned();
    // one in ten is made again by each next meeting: two chains of twelve, and ten others a meeting
    assert_eq!(report.matches("\nMade at the ").count(), 2 + 10 * 12);
    assert!(report.contains("again at the 12th meeting (C20/8, paragraph"));
    assert_eq!(Path::new(&outcome.outputs.last().unwrap().name).extension().unwrap(), "txt");
}
