//! The fields of headers and footers: those that say what the document says are kept, all others are left out with what they show.
//!
//! A field of Word can run a program (`DDEAUTO`), fetch a file (`INCLUDEPICTURE`), or show what is not the document's (`DATE`, `USERNAME`). It stands in
//! one element (`w:fldSimple`), or in runs, from `w:fldChar` to `w:fldChar`, with its instruction in as many pieces as its author likes.

use super::links::LeftOut;
use crate::web::WebAddress;
use crate::xml::{Element, Node};
use regex::Regex;
use std::sync::LazyLock;

/// How deeply fields may stand in one another, as in Word.
const DEEPEST: usize = 20;
/// The name of an element that is to be taken out: no element that is read has it.
const GONE: &str = "";

/// A field that stands in runs.
#[derive(Default)]
struct Field {
    /// The numbers of the first and the last piece of runs that belong to the field.
    first: usize,
    last: usize,
    instruction: String,
    /// Whether the instruction is read, and not yet what the field shows.
    in_instruction: bool,
    /// Whether another field stands in this one.
    has_field: bool,
}

/// Leaves out the fields that are not known.
///
/// # Errors
///
/// Says that a field does not end.
pub fn sift(root: &mut Element, left_out: &mut LeftOut) -> Result<(), String> {
    root.each(&mut |element| {
        element.children.retain(|node| match node.element().filter(|element| element.name == "w:fldSimple") {
            Some(field) => is_kept(field.get("w:instr").unwrap_or_default(), false, left_out),
            None => true,
        });
    });
    let (mut open, mut done, mut count) = (Vec::new(), Vec::new(), 0);
    find(root, &mut count, &mut open, &mut done)?;
    if !open.is_empty() {
        return Err("it has a field that does not end".into());
    }
    let mut gone = vec![false; count + 1];
    for field in done.iter().filter(|field| !is_kept(&field.instruction, field.has_field, left_out)) {
        gone[field.first..=field.last].fill(true);
    }
    let mut count = 0;
    root.each(&mut |element| {
        if element.name == "w:r" {
            for piece in element.elements_mut().filter(|piece| is_piece(piece)) {
                count += 1;
                if gone[count] {
                    // taken out below, since what stands in it is still to be counted
                    piece.name = GONE.into();
                }
            }
        }
    });
    root.remove(&[GONE]);
    Ok(())
}

/// Says whether something in a run is a piece of its content.
fn is_piece(element: &Element) -> bool {
    element.name != "w:rPr"
}

/// Finds the outermost fields below an element. The pieces of runs are counted from 1, those of a run before those in it.
fn find(element: &Element, count: &mut usize, open: &mut Vec<Field>, done: &mut Vec<Field>) -> Result<(), String> {
    if element.name == "w:r" {
        for piece in element.elements().filter(|element| is_piece(element)) {
            *count += 1;
            match (piece.name.as_str(), piece.get("w:fldCharType").unwrap_or_default()) {
                ("w:fldChar", "begin") if open.len() == DEEPEST => return Err("its fields are nested too deeply".into()),
                ("w:fldChar", "begin") => {
                    open.iter_mut().for_each(|outer| outer.has_field = true);
                    open.push(Field { first: *count, in_instruction: true, ..Field::default() });
                }
                ("w:fldChar", "separate") => open.iter_mut().last().into_iter().for_each(|field| field.in_instruction = false),
                ("w:fldChar", "end") => {
                    let field = open.pop().ok_or("it has the end of a field that does not begin")?;
                    done.push(Field { last: *count, ..field });
                }
                ("w:instrText", _) => {
                    let field = open.last_mut().filter(|field| field.in_instruction);
                    let field = field.ok_or("it has the instruction of a field outside of one")?;
                    field.instruction.extend(piece.children.iter().filter_map(|node| match node {
                        Node::Text(text) => Some(text.as_str()),
                        Node::Element(_) => None,
                    }));
                }
                _ => {}
            }
        }
    }
    element.elements().try_for_each(|element| find(element, count, open, done))
}

/// Says whether a field with this instruction is kept, and notes it if not.
fn is_kept(instruction: &str, has_field: bool, left_out: &mut LeftOut) -> bool {
    // what the document itself says: its pages, its texts by their style, its properties, its name
    static KNOWN: LazyLock<Regex> = LazyLock::new(|| {
        let names = "AUTHOR|DOCPROPERTY|FILENAME|KEYWORDS|NUMPAGES|PAGE|SECTION|SECTIONPAGES|STYLEREF|SUBJECT|TITLE";
        Regex::new(&format!(r"^(?i)[[:space:]]*({names})([[:space:]]|$)")).expect("a fixed pattern")
    });
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^(?i)[[:space:]]*HYPERLINK[[:space:]]+"([^"]*)"[[:space:]]*(\\h[[:space:]]*)?$"#).expect("a fixed pattern")
    });
    // the instruction is kept as it is, so that the address has to be in its final form already, but for a slash at its end
    let plain = |address: &str| address.trim_end_matches('/').to_string();
    let is_final = |address: &str| WebAddress::parse(address).is_ok_and(|parsed| plain(parsed.as_str()) == plain(address));
    let is_link = LINK.captures(instruction).is_some_and(|found| is_final(&found[1]));
    if !has_field && (KNOWN.is_match(instruction) || is_link) {
        return true;
    }
    let name: String = instruction.split_ascii_whitespace().next().unwrap_or_default().chars().take(40).collect();
    let within = if has_field { ", which has another field in it," } else { "" };
    left_out.note(format!("the field `{name}`{within}"));
    false
}
