//! One wrong id, number or symbol is one message, at its place: what is empty, missing or unanswered because of it is not reported as well.

use crate::support::{build_text, messages};

const DOSSIER: &str = include_str!("cascades.yaml");

/// What is written, and what is wrong in its place; the first words of each find the line.
const WRONG: [(&str, &str); 39] = [
    ("body: g\n", "body: gg\n"),
    ("{person: doe, office", "{person: dox, office"),
    ("{person: roe, office", "{person: rox, office"),
    ("chair, of: g, from", "chair, of: gx, from"),
    ("country: CHE", "country: CHX"),
    ("mapping: {a:", "mapping: {ax:"),
    ("chair: doe", "chair: dox"),
    ("from: secretariat, topic: a", "from: secretariat, topic: ax"),
    ("from: KEN, topic", "from: KEX, topic"),
    ("- topic: a\n", "- topic: ax\n"),
    ("- topic: b\n", "- topic: bx\n"),
    ("documents: [2]", "documents: [7]"),
    ("[{person: roe", "[{person: rox"),
    ("place: Geneva\n", "of: zz\n"),
    ("from: ecosoc\n", "from: ecosox\n"),
    ("letter: {symbol: 1/2", "letter: {symbol: 1/9"),
    ("considered, meeting: 1", "considered, meeting: 9"),
    ("\n    goals: [4]", "\n    goals: [44]"),
    ("id: q,", "id: qq,"),
    ("symbol: C22/8\n    session: s2", "symbol: C22/8\n    session: s9"),
    ("chair\n    period: {after: s1}", "chair\n    period: {after: s9}"),
    ("chair\n    period: {after: s1}", "chair\n    period: {meetings: [9]}"),
    ("chair\n    period: {after: s1}", "chair\n    period: {meetings: [1, 9]}"),
    ("symbol: 4\n    meeting: 1", "symbol: 4\n    meeting: 9"),
    ("contribution\n    call: c", "contribution\n    call: cx"),
    ("answers: {q: ", "answers: {qx: "),
    ("letter\n    call: c", "letter\n    call: cx"),
    ("symbol: C22/58\n    session: s2", "symbol: C22/58\n    session: s9"),
    ("period: {meetings: [1]}", "period: {meetings: [9]}"),
    ("documents: [1/2]\n        body", "documents: [1/9]\n        body"),
    ("recommendations: {topic: a}", "recommendations: {topic: ax}"),
    ("meetings: [1], from", "meetings: [9], from"),
    ("from: KEN}", "from: KEX}"),
    ("register: {documents: [1/2]", "register: {documents: [1/9]"),
    ("except: [b]", "except: [bx]"),
    ("since: s1", "since: s9"),
    ("evidence: {goals: [4]}", "evidence: {goals: [44]}"),
    ("meetings: {period: {after: s1}}", "meetings: {period: {after: s9}}"),
    ("author: chair", "author: chairs"),
];

#[test]
fn one_wrong_id_is_one_message() {
    assert_eq!(messages(&build_text(DOSSIER, &["json"])), "");
    for (right, wrong) in WRONG {
        assert!(DOSSIER.contains(right), "`{right}` is written");
        let built = build_text(&DOSSIER.replacen(right, wrong, 1), &["json"]);
        let [message] = built.diagnostics.as_slice() else { panic!("`{wrong}`:\n{}", messages(&built)) };
        let marked = message.primary.as_ref().map(|place| built.sources.written(place.span)).unwrap_or_default();
        assert!(wrong.contains(marked) && !marked.is_empty(), "`{wrong}` is marked, not `{marked}`");
    }
}
