//! Writes the rows of the tracker as a table for the terminal, CSV, JSON, or an Excel workbook.

use super::Row;
use crate::diagnostic::{is_hidden, visible, visible_json, visible_text};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The value of a cell, with its type: Excel gets numbers as numbers and days as days.
enum Cell {
    Text(String),
    Number(u32),
    Date(crate::date::Date),
    Empty,
}

/// A column: the heading, the width in Excel (in characters), and the function that returns the value of a row.
type Column = (&'static str, f64, fn(&Row) -> Cell);

/// The columns of CSV and Excel. The columns of the documents follow them.
const COLUMNS: [Column; 18] = [
    ("id", 26.0, |row| optional(row.id.clone())),
    ("status", 13.0, |row| Cell::Text(row.status.into())),
    ("topic", 20.0, |row| Cell::Text(row.topic.clone())),
    ("addressees", 20.0, |row| Cell::Text(row.addressees.join(", "))),
    ("recommendation", 70.0, |row| Cell::Text(row.text.clone())),
    ("words of", 9.0, |row| number(&row.words_of)),
    ("other words", 40.0, |row| Cell::Text(other_words(row))),
    ("documents", 26.0, |row| Cell::Text(row.documents.join(", "))),
    ("body", 14.0, |row| Cell::Text(row.bodies[0].join(", "))),
    ("meeting", 9.0, |row| Cell::Number(row.meetings[0])),
    ("made", 11.0, |row| Cell::Date(row.made)),
    ("again at", 10.0, |row| Cell::Text(row.names[1..].join(", "))),
    ("owner", 20.0, |row| Cell::Text(row.owner.join(", "))),
    ("due", 11.0, |row| row.due.map_or(Cell::Empty, Cell::Date)),
    ("closed at", 10.0, |row| closed_at(row).map_or(Cell::Empty, |name| number(&name))),
    ("outcome", 40.0, |row| optional(row.outcome.clone())),
    ("superseded by", 26.0, |row| optional(row.superseded_by.clone())),
    ("records", 30.0, |row| Cell::Text(row.records.join(", "))),
];

fn optional(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

/// Returns the name of a meeting, as a number where it is one.
fn number(name: &str) -> Cell {
    name.parse().map_or_else(|_| Cell::Text(name.into()), Cell::Number)
}

/// Returns the meeting that closed a recommendation as authors name it: `38`, `cwg-b:38`.
fn closed_at(row: &Row) -> Option<String> {
    let body = row.closed_by.as_ref().map(|body| format!("{body}:")).unwrap_or_default();
    Some(format!("{body}{}", row.closed_at?))
}

/// Returns the other words of a recommendation, each behind the number of its meeting, on lines of their own.
fn other_words(row: &Row) -> String {
    row.other_words.iter().map(|other| format!("{}: {}", other.meeting, other.text)).collect::<Vec<_>>().join("\n")
}

/// Returns the documents that report any of the rows, sorted by name. Each of them has a column.
fn documents(rows: &[Row]) -> Vec<&str> {
    let mut documents: Vec<&str> = Vec::new();
    for reported in rows.iter().flat_map(|row| &row.reported) {
        if !documents.contains(&reported.document.as_str()) {
            documents.push(&reported.document);
        }
    }
    documents.sort_unstable();
    documents
}

/// Returns the numbers of the paragraphs of a document that report a row.
fn paragraphs(row: &Row, document: &str) -> String {
    let of = row.reported.iter().filter(|reported| reported.document == document);
    of.map(|reported| reported.paragraph.as_str()).collect::<Vec<_>>().join(", ")
}

/// Writes a JSON array with one object for each row.
///
/// # Errors
/// The message of the JSON writer.
pub fn json(rows: &[Row]) -> Result<Vec<u8>, String> {
    let json = serde_json::to_string_pretty(rows).map_err(|error| error.to_string())?;
    Ok((visible_json(&json) + "\n").into_bytes())
}

/// Writes comma-separated values with a line of headings.
///
/// # Errors
/// The message of the CSV writer.
pub fn csv(rows: &[Row]) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let documents = documents(rows);
    let heads = COLUMNS.iter().map(|(name, ..)| *name).chain(documents.iter().copied());
    writer.write_record(heads.map(inert)).map_err(|error| error.to_string())?;
    for row in rows {
        let cells = COLUMNS.iter().map(|(_, _, cell)| match cell(row) {
            Cell::Text(text) => inert(&text),
            Cell::Number(number) => number.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Empty => String::new(),
        });
        let cells = cells.chain(documents.iter().map(|document| inert(&paragraphs(row, document))));
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// Returns a text of a cell of CSV with an `'` before each sign that would begin a formula, so that no spreadsheet runs what an author wrote: at the
/// beginning, and after what some countries' spreadsheets take for the end of a cell. Control characters are written out.
fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if begins && begins_formula(c) {
            out.push('\'');
        }
        begins = matches!(c, ';' | '|' | '\t' | '\n' | '\r') || begins && (c == '"' || c.is_whitespace() || is_hidden(c));
        if c.is_control() && c != '\n' { out += &visible(&c.to_string()) } else { out.push(c) }
    }
    out
}

/// Says whether a spreadsheet takes what begins with this sign for a formula; the wide forms are those of East Asian keyboards.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Returns a table for the terminal, at most `width` characters wide.
pub fn table(rows: &[Row], width: u16) -> String {
    let mut table = Table::new();
    table.load_preset(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(["Recommendation", "Status", "Made at", "Reported in"]);
    for row in rows {
        let closed = closed_at(row).map(|at| format!(" at {at}")).unwrap_or_default();
        let by = row.superseded_by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
        let reported: Vec<String> =
            row.reported.iter().map(|reported| format!("{}, {}", reported.document, reported.paragraph)).collect();
        let cells = [whole(row), format!("{}{closed}{by}", row.status), row.names.join(", "), reported.join("\n")];
        table.add_row(cells.map(|cell| visible_text(&cell)));
    }
    table.to_string()
}

/// Returns all that a row says of a recommendation itself, for the terminal: its id and topic, its words, and what else there is to say, on lines of their own.
fn whole(row: &Row) -> String {
    let name = row.id.as_ref().map(|id| format!("{id}, ")).unwrap_or_default();
    let mut lines = vec![format!("{name}{}", row.topic), row.text.clone()];
    lines.extend(row.other_words.iter().map(|other| format!("In other words at {}: {}", other.meeting, other.text)));
    lines.extend((!row.documents.is_empty()).then(|| format!("Documents: {}", row.documents.join(", "))));
    lines.extend(row.outcome.iter().map(|outcome| format!("Outcome: {outcome}")));
    lines.join("\n")
}

/// Writes an Excel workbook with one sheet. The headings stay in view and have filters; numbers are numbers and days are days.
///
/// # Errors
/// The message of the Excel writer.
pub fn xlsx(rows: &[Row]) -> Result<Vec<u8>, String> {
    workbook(rows).map_err(|error| error.to_string())
}

fn workbook(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // a fixed time of creation instead of the clock's, so that the same rows make the same bytes
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title("Recommendations").set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name("Recommendations")?;
    let documents = documents(rows);
    heads(sheet, &documents)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    // a text that looks like a formula stays a text when it is edited
    let quoted = text.clone().set_quote_prefix();
    let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    for (at, row) in (1..).zip(rows) {
        for (column, (_, _, cell)) in (0..).zip(&COLUMNS) {
            match cell(row) {
                Cell::Text(words) => {
                    let format = if words.starts_with(begins_formula) { &quoted } else { &text };
                    sheet.write_string_with_format(at, column, words, format)?
                }
                Cell::Number(number) => sheet.write_number_with_format(at, column, number, &text)?,
                Cell::Date(date) => {
                    let date =
                        ExcelDateTime::from_ymd(date.year.unsigned_abs(), date.month.unsigned_abs(), date.day.unsigned_abs())?;
                    sheet.write_datetime_with_format(at, column, &date, &day)?
                }
                Cell::Empty => sheet,
            };
        }
        for (column, document) in (COLUMNS.len() as u16..).zip(&documents) {
            sheet.write_string_with_format(at, column, paragraphs(row, document), &text)?;
        }
    }
    let last = (COLUMNS.len() + documents.len() - 1) as u16;
    sheet.autofilter(0, 0, rows.len() as u32, last)?;
    workbook.save_to_buffer()
}

/// Writes the headings and sets the widths of the columns.
fn heads(sheet: &mut Worksheet, documents: &[&str]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?.set_landscape();
    let fixed = COLUMNS.iter().map(|(name, width, _)| (*name, *width));
    for (column, (name, width)) in (0..).zip(fixed.chain(documents.iter().map(|name| (*name, 14.0)))) {
        sheet.set_column_width(column, width)?.write_string_with_format(0, column, name, &bold)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\\u{9}'=1"),
            ("\r=1", "\\u{d}'=1"),
            ("  =1", "  '=1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("\"=1\"", "\"'=1\""),
            ("＝1＋1", "'＝1＋1"),
            ("a;=1;b", "a;'=1;b"),
            ("a; \"-1\"", "a; \"'-1\""),
            ("a\n=1", "a\n'=1"),
            ("a\u{1b}[2J", "a\\u{1b}[2J"),
            ("1-2 = -1, a@b.int", "1-2 = -1, a@b.int"),
            ("C22/8", "C22/8"),
            ("", ""),
        ] {
            assert_eq!(inert(text), expected, "{text:?}");
        }
    }

    #[test]
    fn texts_in_workbooks_are_texts() {
        let day = crate::date::Date::parse("2022-01-19").unwrap();
        let trap = || "=1+1".to_string();
        let row = Row {
            id: Some(trap()),
            status: "open",
            topic: "@SUM(A1)".into(),
            addressees: vec!["secretariat"],
            text: "{=1}".into(),
            words_of: trap(),
            other_words: Vec::new(),
            documents: vec![trap()],
            meetings: vec![1],
            bodies: vec![vec![trap()]],
            names: vec![trap()],
            hosts: vec![(trap(), 1)],
            made: day,
            last_made: day,
            closed_at: None,
            owner: vec![trap()],
            due: None,
            closed_by: None,
            outcome: Some("https://itu.int".into()),
            superseded_by: Some("-1".into()),
            reported: vec![crate::commands::tracker::Reported { document: trap(), paragraph: trap() }],
            records: vec!["+1.yaml:1:1".into()],
        };
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(xlsx(&[row]).unwrap())).unwrap();
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut xml).unwrap();
        assert!(xml.contains("t=\"s\"") && !xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
    }
}
