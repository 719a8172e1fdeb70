//! The parts of the package: the main part as it was written, all others from `templates/docx/`.

use super::body::DocumentXml;
use super::package::Part;
use super::paragraph::field;
use super::run::words;
use crate::house::House;
use crate::resolved::LanguageTag;
use crate::template;
use crate::writer::Job;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};

/// The paths of parts and the templates that they are rendered from, in the order of the package.
const PARTS: [(&str, &str); 20] = [
    ("[Content_Types].xml", "content-types.xml.j2"),
    ("_rels/.rels", "_rels/package.rels.j2"),
    ("docProps/core.xml", "docProps/core.xml.j2"),
    ("docProps/app.xml", "docProps/app.xml.j2"),
    ("docProps/custom.xml", "docProps/custom.xml.j2"),
    ("word/document.xml", "word/document.xml.j2"),
    ("word/_rels/document.xml.rels", "word/_rels/document.xml.rels.j2"),
    ("word/styles.xml", "word/styles.xml.j2"),
    ("word/numbering.xml", "word/numbering.xml.j2"),
    ("word/settings.xml", "word/settings.xml.j2"),
    ("word/fontTable.xml", "word/fontTable.xml.j2"),
    ("word/theme/theme1.xml", "word/theme.xml.j2"),
    ("word/footnotes.xml", "word/footnotes.xml.j2"),
    ("word/_rels/footnotes.xml.rels", "word/_rels/footnotes.xml.rels.j2"),
    ("word/comments.xml", "word/comments.xml.j2"),
    ("word/_rels/comments.xml.rels", "word/_rels/comments.xml.rels.j2"),
    ("word/header1.xml", "word/header.xml.j2"),
    ("word/footer1.xml", "word/footer.xml.j2"),
    ("customXml/item1.xml", "customXml/item.xml.j2"),
    ("customXml/itemProps1.xml", "customXml/itemProps.xml.j2"),
];

/// What the parts say of pages.
pub struct Pages {
    /// The properties of the last section, as XML.
    pub section: String,
    /// The number of pages; zero if nothing shows it.
    pub count: usize,
}

/// Returns all parts of a document whose main part is written.
///
/// # Errors
/// The message of a template that can't be rendered.
pub fn render(job: &Job, house: &House, body: &DocumentXml, pages: &Pages) -> Result<Vec<Part>, String> {
    let Job { document, assets, .. } = *job;
    let environment = template::environment_of(assets);
    let values = values(job, house, body, pages);
    let theirs = job.word_template.is_some_and(|template| !template.look.headers_and_footers.is_empty());
    let has_footer = document.footer.is_some();
    let has_note_links = !body.notes.links.all().is_empty();
    let mut parts = Vec::new();
    for (path, name) in PARTS {
        match path {
            "word/header1.xml" | "word/footer1.xml" if theirs => continue,
            "word/footer1.xml" if !has_footer => continue,
            "word/_rels/footnotes.xml.rels" if !has_note_links => continue,
            "word/comments.xml" if body.comments.xml.is_empty() => continue,
            "word/_rels/comments.xml.rels" if body.comments.links.all().is_empty() => continue,
            _ => parts.push(Part { path: path.into(), bytes: part(&environment, name, &values)?.into_bytes() }),
        }
    }
    let item = assets.bytes("docx/customXml/_rels/item.xml.rels").ok_or("docx/customXml/_rels/item.xml.rels is missing")?;
    parts.push(Part { path: "customXml/_rels/item1.xml.rels".into(), bytes: item.into_owned() });
    for media in body.pictures.media() {
        parts.push(Part { path: format!("word/{}", media.target), bytes: media.bytes.to_vec() });
    }
    parts.extend(super::chart::parts(&environment, &body.charts, &values)?);
    Ok(parts)
}

fn part(environment: &Environment, name: &str, values: &Value) -> Result<String, String> {
    template::render(environment, &format!("docx/{name}"), values)
}

/// Returns the values that the templates may use.
fn values(job: &Job, house: &House, body: &DocumentXml, pages: &Pages) -> Value {
    let document = job.document;
    let properties = &document.properties;
    let own = context! {
        title => &properties.title, author => &properties.author, date => properties.date.map(|date| date.to_string()), original => &properties.original,
        symbol => document.header.as_deref(), symbol_on_page => body.symbol_shown, footer => document.footer.as_deref(),
        kind => &document.kind, sources => &document.sources, house => &document.house, version => env!("CARGO_PKG_VERSION"),
        language => language(&document.language), rtl => body.rtl,
        body => Value::from_safe_string(body.out.clone()), notes => Value::from_safe_string(body.notes.xml.clone()),
        pictures => Value::from(Serde(body.pictures.media())), charts => body.charts.len(),
        links => Value::from(Serde(body.links.all())), note_links => Value::from(Serde(body.notes.links.all())),
        blocks => Value::from(Serde(body.bookmarks.named())), comments => Value::from_safe_string(body.comments.xml.clone()), comment_links => Value::from(Serde(body.comments.links.all())),
    };
    let even_and_odd =
        job.word_template.is_some_and(|theirs| theirs.look.even_and_odd && !theirs.look.headers_and_footers.is_empty());
    let pages = context! {
        headers_and_footers => Value::from(Serde(&body.sections.headers_and_footers)), even_and_odd, section => Value::from_safe_string(pages.section.clone()),
        page_number => Value::from_safe_string(page_number(&house.page_number.value, pages.count)),
    };
    context! { ..own, ..pages, ..measures(house), ..Value::from(Serde(&body.numbering)) }
}

/// Returns the runs of the line with the page number: text, and fields for `{page}` and `{pages}`.
fn page_number(pattern: &str, count: usize) -> String {
    let run = |text: &str| if text.is_empty() { String::new() } else { format!("<w:r>{}</w:r>", words(text)) };
    let piece = |piece: &str| {
        let (before, name) = piece.split_once('{').unwrap_or((piece, ""));
        match name {
            // the stored result is 2, since the header is shown from page 2 on
            "page}" => run(before) + &field("PAGE", &run("2")),
            "pages}" => run(before) + &field("NUMPAGES", &run(&count.to_string())),
            _ => run(piece),
        }
    };
    pattern.split_inclusive('}').map(piece).collect()
}

/// Returns the measures of the house style: lengths in twips, sizes of type in half points.
fn measures(house: &House) -> Value {
    let (page, size) = (&house.page, house.font.size);
    let before = |level: usize| house.spacing.heading.get(level).or(house.spacing.heading.last()).copied().unwrap_or(0);
    let headings: Vec<Value> = (0..9).map(|level| context! { level => level + 1, before => before(level) }).collect();
    let tabs: Vec<u32> = (0..5).map(|stop| house.hanging + stop * house.step).collect();
    let text_width = page.text_width();
    context! {
        font => &house.font.word.value, size, large => size * 7 / 6, small => size * 11 / 12, dense => size * 3 / 4, notes_size => size * 5 / 6,
        paragraph => house.spacing.paragraph, headings, tabs, hanging => house.hanging, step => house.step, text_width,
        // a line of 4 cm in the middle of the box
        box_rule => [text_width.saturating_sub(2268) / 2, (text_width + 2268) / 2],
        // a line of 4.5 cm in the middle of the page
        end_line => text_width.saturating_sub(2551) / 2,
    }
}

/// Returns the language for the three slots of Word: Latin, Greek and Cyrillic letters; East Asian scripts; scripts from right to
/// left.
fn language(language: &LanguageTag) -> Value {
    let tag = match language.region.as_str() {
        "" => language.code.clone(),
        region => format!("{}-{region}", language.code),
    };
    let latin = if language.direction == "rtl" || language.code == "zh" { "en-GB" } else { &tag };
    let east_asia = if language.code == "zh" { &tag } else { "zh-CN" };
    let complex = if language.direction == "rtl" { &tag } else { "ar-SA" };
    context! { tag => &tag, latin, east_asia, complex }
}
