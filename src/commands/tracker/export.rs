//! Writes the rows of the tracker as a table for the terminal, CSV, JSON, or an Excel workbook.

use super::Row;
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
const COLUMNS: [Column; 13] = [
    ("id", 26.0, |row| optional(row.id.clone())),
    ("status", 13.0, |row| Cell::Text(row.status.into())),
    ("topic", 20.0, |row| Cell::Text(row.topic.clone())),
    ("addressees", 20.0, |row| Cell::Text(row.addressees.join(", "))),
    ("recommendation", 70.0, |row| Cell::Text(row.text.clone())),
    ("body", 14.0, |row| Cell::Text(row.bodies[0].join(", "))),
    ("meeting", 9.0, |row| Cell::Number(row.meetings[0])),
    ("made", 11.0, |row| Cell::Date(row.made)),
    ("again at", 10.0, |row| Cell::Text(row.names[1..].join(", "))),
    ("closed at", 10.0, |row| match closed_at(row) {
        Some(name) => row.closed_at.filter(|_| row.closed_by.is_none()).map_or(Cell::Text(name), Cell::Number),
        None => Cell::Empty,
    }),
    ("outcome", 40.0, |row| optional(row.outcome.clone())),
    ("superseded by", 26.0, |row| optional(row.superseded_by.clone())),
    ("records", 30.0, |row| Cell::Text(row.records.join(", "))),
];

fn optional(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

/// Returns the meeting that closed a recommendation as authors name it: `38`, `cwg-b:38`.
fn closed_at(row: &Row) -> Option<String> {
    let body = row.closed_by.as_ref().map(|body| format!("{body}:")).unwrap_or_default();
    Some(format!("{body}{}", row.closed_at?))
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
    let mut bytes = serde_json::to_vec_pretty(rows).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes comma-separated values with a line of headings.
///
/// # Errors
/// The message of the CSV writer.
pub fn csv(rows: &[Row]) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let documents = documents(rows);
    let heads = COLUMNS.iter().map(|(name, ..)| *name).chain(documents.iter().copied());
    writer.write_record(heads).map_err(|error| error.to_string())?;
    for row in rows {
        let cells = COLUMNS.iter().map(|(_, _, cell)| match cell(row) {
            Cell::Text(text) => text,
            Cell::Number(number) => number.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Empty => String::new(),
        });
        let cells = cells.chain(documents.iter().map(|document| paragraphs(row, document)));
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// Returns a table for the terminal, at most `width` characters wide.
pub fn table(rows: &[Row], width: u16) -> String {
    let mut table = Table::new();
    table.load_preset(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(["Recommendation", "Status", "Made at", "Reported in"]);
    for row in rows {
        let name = row.id.as_ref().map(|id| format!("{id}\n")).unwrap_or_default();
        let closed = closed_at(row).map(|at| format!(" at {at}")).unwrap_or_default();
        let by = row.superseded_by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
        let reported: Vec<String> =
            row.reported.iter().map(|reported| format!("{}, {}", reported.document, reported.paragraph)).collect();
        let cells =
            [format!("{name}{}", row.text), format!("{}{closed}{by}", row.status), row.names.join(", "), reported.join("\n")];
        table.add_row(cells);
    }
    table.to_string()
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
    let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    for (at, row) in (1..).zip(rows) {
        for (column, (_, _, cell)) in (0..).zip(&COLUMNS) {
            match cell(row) {
                Cell::Text(words) => sheet.write_string_with_format(at, column, words, &text)?,
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
