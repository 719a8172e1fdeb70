//! Nothing of a record vanishes: each text of a dossier is a word of its own, and each form of a generated block shows all words that it is about.

use crate::support::{build_text, messages, output, project, request};
use rapporteur::commands::tracker::{export, recommendations};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::path::Path;

/// A dossier whose texts are words that stand nowhere else: `x` and a name.
const DOSSIER: &str = r#"
dossier:
  body: cwg-samples
  bodies: {cwg-samples: {name: xbody, acronym: CWG-SMP, mandate: [xmandate]}}
  words: latest
  check: {rules: {missing-box: off, unanswered-question: off}}
  sessions:
    council-20: {name: xbefore, short: xshort, place: Geneva, dates: 2020-06-09/2020-06-19}
    council-22: {name: xsession, short: Council-22, place: xplace, dates: 2022-03-21/2022-03-31}
  acronyms: {XAC: xmeaning}
  organizations: {un: xsource}
  people:
    doe: {title: Ms, given: xchairgiven, family: xchairfamily, country: CHE}
    roe: {title: xtitle, given: xgiven, family: xfamily, organization: xorganization}
    poe: {given: Pat, family: Poe, name: xname, country: BRA}
    lee: {given: xofficial, family: Lee}
    moe: {given: xthanked, family: Moe}
  terms:
    - {person: doe, office: chair, from: 2019-01}
    - {person: roe, office: vice-chair, title: xtermtitle, from: 2019-01}
    - {person: lee, office: official, role: xrole}
  topics: {schools: xschools, waste: xwaste}
  mapping: {schools: {action_lines: [C2], goals: [4]}, waste: {action_lines: [C3], goals: [12]}}
  objectives: {C2: xobjective, "9": xobjective}
  activities:
    networks:
      {title: xactivity, text: [xdone, xmore], sectors: [itu-d], lead: director-bdt, from: 2021-01, until: 2023-12, action_lines: [C2], goals: [9],
       indicators: [{text: xindicator, target: xtarget, value: xvalue}], documents: [4/43]}
  calls:
    forum-22:
      from: un
      letter: {symbol: A/LETTER/1, date: 2021-11-15}
      forum: xforum
      theme: xtheme
      goals: [4]
      questions: [{id: one, heading: xquestion}]
  meetings:
    - number: 3
      dates: 2021-01-19/2021-01-20
      place: xcity
      chair: poe
      participants: 142
      documents: [{symbol: 41, title: xdocument, from: un, topic: schools, date: 2021-01-05}, {symbol: 42, title: xother, from: KEN, topic: waste}]
      also: [{symbol: A/RES/75/202, title: xalso, from: secretariat, topic: waste}]
      items:
        - topic: schools
          summary: [xsummary, xsummaries]
          recommendations:
            - {id: survey, actor: membership, action: invited, text: xfirst, documents: [41]}
            - id: whole
              actor: secretariat
              action: requested
              text: xwhole^[xnote]
              documents: [42]
              status: done
              closed_at: 4
              outcome: xoutcome
              parts:
                - xpart
                - {actor: council, action: invited, text: xadvice, documents: [41], status: done, closed_at: 4, outcome: xpartoutcome, parts: [xdeep]}
        - topic: waste
          recommendations:
            - sentence: "xleadin:"
              documents: [42]
              parts:
                - {id: boxes, actor: stakeholders, action: encouraged, text: xbelow, outcome: xinterim}
                - {id: own, sentence: xsentence, actor: group, action: noted}
      acknowledgements: [{person: moe, for: xreason}]
    - number: 4
      dates: 2022-01-30/2022-02-01
      attendance: [{person: lee, for: xdelegation two, role: xcapacity}]
      agenda: [{day: 2022-01-30, time: 09:15, title: xplanned, documents: [43], by: un}]
      documents: [{symbol: 43, title: xthird, from: secretariat, topic: schools}]
      items:
        - topic: schools
          recommendations:
            - {repeats: survey, actor: vice-chairs, action: requested, text: xlatest, documents: [43]}
            - {supersedes: boxes, actor: council, action: invited, text: xinstead, owner: un, due: 2022-05-05}
"#;

/// The head of a submission, a block of its body, and the words that it has to show.
const FORMS: [(&str, &str, &[&str]); 46] = [
    (NOTE, "mandate", &["xmandate xbody"]),
    (NOTE, "officers", &[OFFICERS]),
    (NOTE, "officers: {as: table}", &[OFFICERS, "2019"]),
    (NOTE, "opening", &["xcity xname Brazil 142 2021 two"]),
    (NOTE, "meetings", &["xcity 2021 2022 two xshort"]),
    (NOTE, "meetings: {as: table, caption: xcaption}", &["xcaption Xcity 2021 2022"]),
    (NOTE, "meetings: {by: year, caption: xcaption}", &["xcaption 2021 2022"]),
    (NOTE, "meetings: {as: chart, caption: xcaption}", &["xcaption 2021 2022"]),
    (NOTE, "register: {as: bullets}", &[REGISTERED]),
    (NOTE, "register: {by: source}", &[REGISTERED, "xsource Kenya Secretariat"]),
    (NOTE, "register: {as: headings}", &["xschools xwaste", SYMBOLS]),
    (NOTE, "register: {as: table}", &[REGISTERED, "xsource Kenya xschools xwaste"]),
    (NOTE, "register: {as: table, columns: [symbol, title, from, topic, meeting, date]}", &[REGISTERED, "xsource January"]),
    (NOTE, "recommendations", &[MADE, WORDED]),
    (NOTE, "recommendations: {by: topic}", &["xschools xwaste", MADE, WORDED]),
    (NOTE, "recommendations: {merged: true}", &[WORDED, BECAME]),
    (NOTE, "recommendations: {by: topic, merged: true}", &["xschools xwaste", WORDED, BECAME]),
    (NOTE, "recommendations: {merged: true, words: first}", &["xfirst xwhole xpart xadvice xdeep", BECAME]),
    (NOTE, "recommendations: {as: table, caption: xcaption}", &[WORDED, BECAME, "xcaption"]),
    (NOTE, "recommendations: {as: chart, by: topic, caption: xcaption}", &["xcaption xschools xwaste"]),
    (NOTE, "quote: [{recommendations: {merged: true}}]", &[WORDED, BECAME]),
    (NOTE, "bullets: [{text: xitem, body: [{recommendations: {merged: true}}]}]", &["xitem", WORDED, BECAME]),
    (NOTE, "table: {columns: [One], rows: [[{body: [{recommendations: {merged: true}}]}]]}", &[WORDED, BECAME]),
    (BOX, "A paragraph.", &[WORDED, BECAME]),
    (NOTE, "acronyms: {caption: xcaption}", &["xcaption XAC xmeaning"]),
    (NOTE, "participants: {caption: xcaption}", &["xcaption xofficial xdelegation xcapacity"]),
    (NOTE, "draft-agenda: {caption: xcaption}", &["xcaption xplanned 09:15 SMP-4/43 xsource January"]),
    (NOTE, "actions: {caption: xcaption}", &["xcaption xinstead xsource May"]),
    (NOTE, "agenda", &["xschools xwaste xsummary xsummaries A/RES/75/202", MADE, WORDED]),
    (NOTE, "timeline", &["xschools xwaste xsummary xsummaries", SYMBOLS]),
    (NOTE, "summary", &["xsummary xsummaries"]),
    (NOTE, "matrix: {caption: xcaption}", &["xcaption C2 C3"]),
    (NOTE, "activities", &[ACTIVITY, "Director"]),
    (NOTE, "activities: {by: goal}", &[ACTIVITY, "Director"]),
    (NOTE, "activities: {as: table, caption: xcaption}", &[ACTIVITY, "xcaption Director C2"]),
    (NOTE, "roadmap", &["xobjective C2", ACTIVITY, "Director"]),
    (NOTE, "roadmap: {by: goal}", &["xobjective", ACTIVITY, "Director C2"]),
    (NOTE, "matrix: {of: activities, caption: xcaption}", &["xcaption C2"]),
    (NOTE, "evidence", &["xsummary xsummaries xwhole xnote xpart xadvice xdeep xleadin xlatest xinstead", REGISTERED]),
    (REPORT, "future", &["xproposed xreasons"]),
    (TRANSMITTED, "A paragraph.", &["contribution Kenya xsource Secretary-General xofficial xfamily"]),
    (SIGNED, "signature: [{name: xnamed, office: xoffice, organization: un}, roe]", &["xnamed xoffice xsource xgiven xfamily"]),
    (SIGNED, "contact: [{person: roe, phone: x12, email: x@y.org}]", &["xgiven xfamily xorganization x12 x@y.org"]),
    (SIGNED, "A paragraph.", &["xsigner xcontact xministry Kenya"]),
    (ANSWER, "answers", &["xquestion xanswer"]),
    (ANSWER, "theme", &["xforum xtheme 4"]),
];

/// An activity, with all that is recorded of it.
const ACTIVITY: &str = "xactivity xdone xmore ITU-D 2021-2023 xindicator xtarget xvalue 9 SMP-4/43";
/// Who holds an office of the group.
const OFFICERS: &str = "xchairgiven xchairfamily Switzerland xtermtitle xgiven xfamily xorganization";
/// The documents of the register.
const SYMBOLS: &str = "SMP-3/41 SMP-3/42 SMP-4/43 A/RES/75/202";
/// The register.
const REGISTERED: &str = "xdocument xother xalso xthird SMP-3/41 SMP-3/42 SMP-4/43 A/RES/75/202";
/// What was recommended, in the latest words, and the documents that are named there.
const WORDED: &str = "xwhole xpart xadvice xdeep xleadin xbelow xsentence xlatest xinstead SMP-3/42 SMP-4/43 SMP-3/41";
/// What stands in the earlier words alone.
const MADE: &str = "xfirst xnote";
/// What became of it, and who made it in which words.
const BECAME: &str = "xoutcome xpartoutcome xinterim Done Superseded third fourth other these";

const NOTE: &str = "kind: note\ntitle: A title\nsession: council-22\nperiod: {after: council-20}\n";
const BOX: &str = concat!(
    "kind: note\ntitle: A title\nsession: council-22\nperiod: {after: council-20}\n",
    "box: {summary: [{recommendations: {merged: true}}], action: Note it.}\n",
);
const TRANSMITTED: &str =
    "kind: contribution\ntitle: A title\nsession: council-22\nauthor: [un, KEN]\ntransmittal: {signature: [lee, roe]}\n";
const SIGNED: &str = "kind: note\ntitle: A title\nsession: council-22\nsignature: {name: xsigner}\ncontact: {name: xcontact, organization: xministry, country: KEN}\n";
const REPORT: &str = "kind: four-year-report\ntitle: A title\nsession: council-22\nperiod: {after: council-20}\nproposal: {future: modify, reasons: [xproposed, xreasons]}\n";
const ANSWER: &str = "kind: hlpf-contribution\ntitle: A title\nsession: council-22\ncall: forum-22\nanswers: {one: [xanswer]}\n";

#[test]
fn each_form_of_a_block_shows_all_words_that_it_is_about() {
    let mut lost = String::new();
    for (head, block, words) in FORMS {
        let built = build_text(&format!("{head}body:\n  - {block}\n{DOSSIER}"), &["txt", "typ"]);
        assert_eq!(messages(&built), "", "{block}");
        let text = String::from_utf8_lossy(output(&built, ".txt")).replace('\u{a0}', " ").replace('\u{2011}', "-");
        for word in words.iter().flat_map(|words| words.split(' ')).filter(|word| !text.contains(word)) {
            lost += &format!("{block}: {word}\n");
        }
    }
    assert_eq!(lost, "");
}

#[test]
fn where_parts_follow_a_sentence_ends_with_a_colon() {
    let mut seen = 0;
    for (head, block, _) in FORMS.iter().filter(|(_, _, words)| words.iter().any(|words| words.contains("xwhole"))) {
        let built = build_text(&format!("{head}body:\n  - {block}\n{DOSSIER}"), &["txt"]);
        let text = String::from_utf8_lossy(output(&built, ".txt")).replace('\u{a0}', " ");
        seen += text.matches("xadvice").count();
        for (word, document) in [("xwhole[1]", "42"), ("xadvice", "41")] {
            let said = format!("{word} (CWG-SMP-3/{document})");
            assert!(
                text.contains(&said) && text.matches(&said).count() == text.matches(&format!("{said}:")).count(),
                "{block}: {text}"
            );
        }
    }
    assert!(seen > 10);
}

#[test]
fn each_form_of_the_tracker_shows_all_words_of_a_recommendation() {
    let text = format!("{NOTE}body: [recommendations]\n{DOSSIER}");
    let input = Input::Text(text, Path::new("."));
    let (rows, prepared) = recommendations(&mut Workspace::default(), input, &request(&[])).unwrap();
    assert!(prepared.report.is_empty(), "{:?}", prepared.report);
    let strings = crate::support::part(&export::xlsx(&rows).unwrap(), "xl/sharedStrings.xml");
    let json = String::from_utf8(export::json(&rows).unwrap()).unwrap();
    let csv = String::from_utf8(export::csv(&rows).unwrap()).unwrap();
    let forms = [("xlsx", strings), ("json", json), ("csv", csv), ("table", export::table(&rows, 400))];
    let words = "survey whole boxes schools waste xfirst xwhole xnote xpart xadvice xdeep xleadin xbelow xsentence xlatest xinstead xoutcome xpartoutcome xinterim SMP-3/41 SMP-3/42 SMP-4/43 done superseded";
    for (form, written) in forms {
        let lost: Vec<&str> = words.split(' ').filter(|word| !written.contains(word)).collect();
        assert!(lost.is_empty(), "{form} lacks {lost:?}:\n{written}");
    }
}

#[test]
fn each_block_and_form_is_among_them() {
    let words = std::fs::read_to_string(project().join("src/authored/selection.rs")).unwrap();
    let generated = words.split("pub enum Generated").nth(1).unwrap().split("choice!").next().unwrap();
    for word in generated.split('"').skip(1).step_by(2) {
        // who is thanked is a matter of its own, and so is what is handed on
        let elsewhere = matches!(word, "acknowledgements" | "transmittal");
        assert!(elsewhere || FORMS.iter().any(|(_, block, _)| block.split(':').next() == Some(word)), "{word}");
    }
}
