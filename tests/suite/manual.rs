//! The authors' manual, docs/manual: its examples, its links, and the first page that lists the others.

use crate::support::{manual, project};
use rapporteur::diagnostic::Diagnostics;

#[test]
fn each_example_is_yaml() {
    for (name, page) in manual() {
        for block in page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let mut sources = rapporteur::source::Sources::default();
            let file = sources.add(&name, block);
            let mut report = Diagnostics::new();
            let _ = rapporteur::yaml::parse(&sources, file, &mut report);
            assert!(report.is_empty(), "{name}: {report:?} in\n{block}");
        }
    }
}

#[test]
fn the_first_page_lists_all_others_and_each_link_leads_to_a_file() {
    let pages = manual();
    let first = &pages.iter().find(|(name, _)| name == "README.md").unwrap().1;
    for (name, page) in &pages {
        assert!(name == "README.md" || first.contains(&format!("]({name})")), "docs/manual/README.md does not list {name}");
        let links = page.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| link.ends_with(".md")) {
            assert!(project().join("docs/manual").join(name).with_file_name(link).is_file(), "{name}: {link}");
        }
    }
}
