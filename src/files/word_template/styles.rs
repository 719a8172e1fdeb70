//! Makes the styles of a Word template sound: Word opens no file with a style that is based on itself, and takes only one style of an id.

use super::links::LeftOut;
use crate::xml::{Element, Node};
use std::collections::{BTreeMap, HashSet};

/// The most styles of one file, as in Word.
const MOST: usize = 4079;

/// Returns the styles without those whose id an earlier one has, and without what makes a style rest on itself.
pub fn sound(mut root: Element, left_out: &mut LeftOut) -> Element {
    let (mut ids, mut circular) = (HashSet::new(), circular(&root));
    root.children.retain(|node| {
        let Some(id) = node.element().and_then(|style| style.get("w:styleId")) else { return true };
        let is_kept = ids.len() < MOST && ids.insert(id.to_string());
        if !is_kept {
            left_out.note(format!("another style `{id}`"));
        }
        is_kept
    });
    for style in root.elements_mut() {
        if let Some(id) = style.get("w:styleId").and_then(|id| circular.take(id)) {
            left_out.note(format!("`w:basedOn` of the style `{id}`, which rests on itself,"));
            style.children.retain(|node| node.element().is_none_or(|element| element.name != "w:basedOn"));
        }
    }
    root
}

/// Returns the ids of the styles that are based on themselves, be it over others.
fn circular(root: &Element) -> HashSet<String> {
    let based_on = |style: &Element| style.child("w:basedOn").and_then(|base| base.get("w:val")).map(str::to_string);
    let bases: BTreeMap<&str, String> = root
        .children
        .iter()
        .filter_map(Node::element)
        .filter_map(|style| Some((style.get("w:styleId")?, based_on(style)?)))
        .collect();
    let mut settled = HashSet::new();
    let mut found = HashSet::new();
    for start in bases.keys() {
        let (mut path, mut at) = (HashSet::new(), *start);
        while let Some(base) = bases.get(at).filter(|_| !settled.contains(at)) {
            if !path.insert(at) {
                found.insert(at.to_string());
                break;
            }
            at = base;
        }
        settled.extend(path);
    }
    found
}
