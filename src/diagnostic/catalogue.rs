//! The catalogue of all messages that do not come from a rule, each name declared once. The rules of [`crate::lint`] declare their messages in their
//! own files, as entries of the same type; [`crate::lint::catalogue`] lists both.

use super::Severity;

/// A message of the catalogue: its name, its severity, and what `rapporteur explain` says of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name of the message, in kebab case: `wrong-type`.
    pub name: &'static str,
    /// The severity, unless the dossier sets another one.
    pub severity: Severity,
    /// Whether `check: {rules: …}` of a dossier may change the severity. Faults without whose mending no document can be made stay errors.
    pub adjustable: bool,
    /// A sentence that says what is wrong.
    pub summary: &'static str,
    /// A sentence that says why it matters.
    pub why: &'static str,
    /// A sentence that says how the author mends it.
    pub mend: &'static str,
}

impl Entry {
    /// Makes the entry of an error whose severity no dossier can change: no document can be made until it is mended.
    const fn fixed(name: &'static str, summary: &'static str, why: &'static str, mend: &'static str) -> Self {
        Self { name, severity: Severity::Error, adjustable: false, summary, why, mend }
    }

    /// Makes the entry of a message whose severity a dossier may change.
    pub const fn adjustable(
        name: &'static str,
        severity: Severity,
        summary: &'static str,
        why: &'static str,
        mend: &'static str,
    ) -> Self {
        Self { name, severity, adjustable: true, summary, why, mend }
    }
}

/// Declares each entry as a constant, and the list of all entries.
macro_rules! entries {
    ($($constant:ident = $entry:expr;)*) => {
        $(#[doc = concat!("The entry of `", stringify!($constant), "`, in kebab case.")] pub const $constant: &Entry = &$entry;)*

        /// The entries of all messages that do not come from a rule, in the order of their names.
        pub const FOUND_OUTSIDE_RULES: &[&Entry] = &[$($constant,)*];
    };
}

entries! {
    CHART_SHAPE = Entry::fixed(
        "chart-shape",
        "A chart has no values, too many series, a series without a name, or series with another number of values than the chart has categories.",
        "A bar would be missing or stand above the wrong category.",
        "Give each series a name and one value for each category; of more than six series put the smallest together.",
    );
    DANGLING_REFERENCE = Entry::fixed(
        "dangling-reference",
        "A text refers to `#id`, and nothing in the document has that id.",
        "Readers would find no number in its place, and no link.",
        "Correct the id, or give the place that is meant `id:`.",
    );
    DOUBLED_WORD = Entry::adjustable(
        "doubled-word",
        Severity::Warning,
        "The word before a reference is the one with which the reference begins: `Table [](#held)` is read as \"Table Table 1\".",
        "A reference says how its place is called: `Table 1`, `Annex 2`, `2.1`.",
        "Leave the word before `[](#…)` out.",
    );
    DUPLICATE_KEY = Entry::fixed(
        "duplicate-key",
        "A map has the same key twice.",
        "Only one of the two values could be used, and nobody would see which.",
        "Take one of them out, or put both into one list.",
    );
    DUPLICATE_OUTPUT = Entry::fixed(
        "duplicate-output",
        "Two submissions would be saved under one name, or under names that some systems do not tell apart (`A` and `a`).",
        "The one document would replace the other.",
        "Give the file of one of them another name; in a list, where the symbol gives the name, correct the symbol.",
    );
    DUPLICATE_SETTING = Entry::fixed(
        "duplicate-setting",
        "Two files of a dossier give `body`, `style`, `reference` or the level of a rule, and not the same one.",
        "Only one of the two could be used, and nobody would see which.",
        "Take one of them out; `dossier.yaml` is the usual place.",
    );
    EMPTY_HEADING = Entry::fixed(
        "empty-heading",
        "A title or a heading has no words, and the document is to be a PDF.",
        "Readers of screens leap from heading to heading; PDF/UA allows none that says nothing.",
        "Write the words, or leave the whole heading out.",
    );
    IDLE_TEMPLATE = Entry::adjustable(
        "idle-template",
        Severity::Error,
        "A file in the folder given by `--templates` replaces no file of the templates, and is no house style, language, font or included template.",
        "What it was to change would stay as it is, and nobody would know.",
        "Correct its path: `houses/NAME.yaml`, `languages/CODE.yaml`, `typst/house.typ`; or take it out of the folder.",
    );
    INTERNAL = Entry::fixed(
        "internal",
        "The program has a fault of its own, which keeps it from making this document. The others are made.",
        "It is not the author's fault, and nothing in the files has to be changed.",
        "Report the message with the files that it happens with.",
    );
    INVALID_ACRONYM = Entry::fixed(
        "invalid-acronym",
        "An acronym has more than 40 letters or a sign that acronyms do not have, or a dossier has more than 1000 of them.",
        "Acronyms are sought in every text, in document symbols and where lines end.",
        "Write the acronym as it stands in symbols and texts: letters, figures, `&`, `-`, `.`, `/`, `+` and spaces.",
    );
    INVALID_DATE = Entry::fixed(
        "invalid-date",
        "A date is not written as `2022-01-19`, is no day of the calendar, or is a range that runs backwards.",
        "The records are sorted and printed by their dates.",
        "Write the year, month and day in figures; a range as `2022-01-19/2022-01-20`, the earlier day first.",
    );
    LEFT_OUT_OF_REFERENCE = Entry::adjustable(
        "left-out-of-reference",
        Severity::Warning,
        "The Word file given by `reference:` has something in its styles, headers or footers that is not taken over.",
        "Only what is known to be harmless and whole is: a field can run a program, a picture can fetch a file, and Word refuses a damaged document.",
        "Look at the headers and footers of the Word document; take out of the Word file what is not needed.",
    );
    LINE_BREAK = Entry::fixed(
        "line-break",
        "A backslash at the end of a line makes no line break: nothing follows it, it stands in a name or description, or in double quotes.",
        "The backslash would be printed; in double quotes YAML takes it out and glues the words around it together.",
        "Leave it out. In double quotes two backslashes break the line; elsewhere two show one.",
    );
    LINK_SCHEME = Entry::adjustable(
        "link-scheme",
        Severity::Warning,
        "A link leads to something else than a page (`http`, `https`) or a mailbox (`mailto`), or its address is none that all programs read alike.",
        "A reader's program would refuse it, run something, or go elsewhere than the words say. The words are shown without a link.",
        "Write the whole address; the message says what it may have.",
    );
    MISPLACED_BLOCK = Entry::fixed(
        "misplaced-block",
        "A block stands in the box, in a cell or in a quotation, where it has no room, or in what it shows itself.",
        "A new page would tear what it stands in; a chart is as wide as the page; Word draws the box around paragraphs only; what shows itself has no end.",
        "Put the block into the body.",
    );
    MISSING_GLYPH = Entry::fixed(
        "missing-glyph",
        "No font has a letter of the text.",
        "The page would show an empty box in its place.",
        "Name a folder with a font that has it by `--font-path`; the message says which packages bring one.",
    );
    MISSING_KEY = Entry::fixed(
        "missing-key",
        "A record lacks a key that it has to have.",
        "The sentence or place that shows it would be empty.",
        "Add the key. Where a key of a similar name is marked, it is perhaps misspelt.",
    );
    MISSING_STYLE = Entry::adjustable(
        "missing-style",
        Severity::Warning,
        "The Word file given by `reference:` has not all styles that the document needs.",
        "The paragraphs would look like plain text. The styles are taken from the house style.",
        "Add the styles to the Word file, under the names that the message gives.",
    );
    MORE_MESSAGES = Entry::fixed(
        "more-messages",
        "There are more messages of one name than are shown, which are a hundred.",
        "So many faults have often one cause.",
        "Mend those that are shown first, and run the program again; `--all` shows them all, and so does `--format json`.",
    );
    NESTED_NOTE = Entry::fixed(
        "nested-note",
        "A footnote or a comment has a footnote of its own.",
        "Neither Word nor a reader knows where that would stand.",
        "Put its words into the text of the first one, in parentheses.",
    );
    NOT_UTF8 = Entry::fixed(
        "not-utf8",
        "A file is not UTF-8 text.",
        "Its letters would be guessed, and names with accents come out wrong.",
        "Save the file as UTF-8 in your editor.",
    );
    PAGE_LIMIT = Entry::adjustable(
        "page-limit",
        Severity::Warning,
        "The PDF has more pages than `page_limit` allows.",
        "The Council and the United Nations return documents that are too long.",
        "Shorten it, move detail to a document of its own, or raise `page_limit`.",
    );
    REFUSED_CHARACTER = Entry::fixed(
        "refused-character",
        "A text holds a character that can't be seen or has no fixed look: a control character, one that turns the direction of writing, one without width, one of private use.",
        "Each format would show something else or leave it out, and what is read would differ from what was written.",
        "Delete it, or write what was meant; the message names it by its number.",
    );
    TABLE_SHAPE = Entry::fixed(
        "table-shape",
        "A table has no columns, a row whose cells do not fill the columns, a cell that reaches into another one or past the last row, or a mark or indent that there is not.",
        "Cells would stand below the wrong heading.",
        "Give each row one cell for each column, an empty one as `\"\"`, and none where a cell of that row or of a row above takes up several; marks and indents are 1, 2 and 3.",
    );
    TABLE_WIDTH = Entry::fixed(
        "table-width",
        "The figures and symbols of a table have no room beside one another, neither in small type nor, where that is allowed, on a landscape page.",
        "A figure that is divided, or crosses the border of its cell, is read as another one.",
        "Make two tables of it, or give fewer columns, shorter figures or another unit; pages are turned only for tables that stand in no list, quotation or cell, and not with `wide: false`.",
    );
    TEMPLATE = Entry::fixed(
        "template",
        "A file of the templates (a house style, the words of a language, a sentence, a part of the Word file) is damaged.",
        "The words or the look that it gives would be missing.",
        "Mend the file that the message names, below the folder given by `--templates`; without that folder the program's own are used.",
    );
    TOO_LONG = Entry::fixed(
        "too-long",
        "A word has no place to break for more than a line, a title, heading, caption or alternative text is longer than a page, or a table has more columns than Word allows.",
        "What has no room is cut off at the edge of the paper, or the file can't be written at all.",
        "Shorten it or divide it; the message says how much has room.",
    );
    TOO_DEEP = Entry::fixed(
        "too-deep",
        "Clauses, lists, tables and quotations stand in one another more than 9 deep, or emphasis and links in a text more than 16 deep.",
        "Word has nine levels of headings and lists, and no reader could tell more apart.",
        "Bring the inner ones up a level; signs such as `*` that are meant as signs are written as `\\*`.",
    );
    TOO_MUCH_REUSE = Entry::fixed(
        "too-much-reuse",
        "A document reuses more than 1000 texts, texts of more than 16 MB together, or texts in texts more than 64 deep.",
        "Texts that hold one another twice over grow without end.",
        "Write the text out, or take `reuse:` out of the texts that reuse one another.",
    );
    TYPST = Entry::fixed(
        "typst",
        "Typst, which sets the pages, refuses a part of the document or warns of it.",
        "The page would be missing or spoilt.",
        "Look at the text that is marked; where none is, at `typst/house.typ` of the templates.",
    );
    UNKNOWN_BLOCK = Entry::fixed(
        "unknown-block",
        "A block of a body has no key that says what it is.",
        "It is not known how to show it.",
        "Use one of the keys that the message lists; a text that has `: ` in it has to be quoted.",
    );
    UNKNOWN_KEY = Entry::fixed(
        "unknown-key",
        "A record has a key that it can't have, or that does not go together with another one.",
        "What stands there would be ignored.",
        "Correct the key, or move it to where it belongs; docs/reference.md has all keys.",
    );
    UNKNOWN_KIND = Entry::fixed(
        "unknown-kind",
        "`kind:` of a submission names no kind of document.",
        "It is not known what the document is made of.",
        "Use one of the kinds that the message lists.",
    );
    UNKNOWN_LANGUAGE = Entry::fixed(
        "unknown-language",
        "`languages:` or `--lang` names a language for which there are no words.",
        "Generated sentences can't be made in it.",
        "Use one of the codes that the message lists, or add `languages/CODE.yaml` to the templates.",
    );
    UNKNOWN_RULE = Entry::fixed(
        "unknown-rule",
        "`check: {rules: …}` names a rule that there is not, or a message whose level can't be changed.",
        "A rule that was to be off would still speak.",
        "Correct the name; `rapporteur explain` lists all.",
    );
    UNKNOWN_STYLE = Entry::fixed(
        "unknown-style",
        "`style:` or `--style` names no house style.",
        "The look of the document is not known.",
        "Use one of the house styles that the message lists, or add `houses/NAME.yaml` to the templates.",
    );
    UNKNOWN_VALUE = Entry::fixed(
        "unknown-value",
        "A text has `{name}` in it, and nothing of that name is counted.",
        "The braces would be printed as they are, in the place of a number.",
        "Use one of the names that docs/manual/generated-blocks.md lists, such as `{documents.count}`; a brace that is meant as one is written `\\{`.",
    );
    UNKNOWN_WORD = Entry::fixed(
        "unknown-word",
        "A value has to be one word of several, and is another one.",
        "It is not known what is meant.",
        "Use one of the words that the message lists.",
    );
    UNREADABLE_FILE = Entry::fixed(
        "unreadable-file",
        "A file of the dossier can't be read, is too large, or is a link that leads out of the dossier.",
        "What stands in it would be missing.",
        "Check its permissions and size; copy what is linked into the dossier's folder.",
    );
    UNREADABLE_PICTURE = Entry::fixed(
        "unreadable-picture",
        "A picture can't be read, is neither PNG nor JPEG, is damaged or too large, or has the colours of print.",
        "The page would have a hole, or other colours in Word than in the PDF.",
        "Put the picture into the dossier's folder as PNG (drawings) or JPEG (photographs, in RGB).",
    );
    UNREADABLE_REFERENCE = Entry::fixed(
        "unreadable-reference",
        "The Word file given by `reference:` can't be read or used.",
        "The Word document would have another look than the one asked for.",
        "Save the file in Word as a document (.docx) or template (.dotx), without a password, in the dossier's folder.",
    );
    UNREADABLE_TEMPLATE = Entry::fixed(
        "unreadable-template",
        "A file in the folder given by `--templates` can't be read, is too large, or is a link that leads out of the folder.",
        "The documents would have the look and the words of the program instead of those asked for.",
        "Check its permissions and size; copy what is linked into the folder.",
    );
    UNSAVED_DOCUMENT = Entry::fixed(
        "unsaved-document",
        "A document is made and can't be saved: the folder or the disk refuses a file, or a file of that name is not the program's to replace.",
        "No format of it is saved, so that all formats of a document say the same. What was there before stays, and other documents are saved.",
        "Save in another folder (`--output`), or put the file away that the message names; `build --force` replaces it.",
    );
    WORD_LIMIT = Entry::adjustable(
        "word-limit",
        Severity::Error,
        "An answer, or all answers together, have more words than the call allows. The sentence that crosses the limit is marked.",
        "Who called cuts what is too long, or does not read it. Words are counted in the finished document, generated ones included.",
        "Shorten the answer; `rapporteur status` shows the words that are left.",
    );
    WRONG_EQUATION = Entry::fixed(
        "wrong-equation",
        "An equation is not in the notation of Typst, or has a part that Word can't show in an equation.",
        "The equation would be shown falsely, or in one of the two formats only.",
        "Write it with fractions, indices and powers, roots, brackets, sums, integrals and functions; words stand in double quotes.",
    );
    WRONG_TYPE = Entry::fixed(
        "wrong-type",
        "A value is of another kind than its key asks for: a list where a text is expected, words where a number is.",
        "It can't be understood.",
        "Write what the message expects; the schema (`rapporteur schema`) shows it in your editor.",
    );
    YAML_SIGN = Entry::fixed(
        "yaml-sign",
        "A text holds what YAML takes for a sign of its own: `&name` or `!name` at its beginning, ` #` before a word; or a line of it begins with `- `.",
        "The words would be missing without a trace, or two items of a list would be one.",
        "Quote the text, or begin it with `>` and continue on the next line; begin all items of a list in one column.",
    );
    YAML_SYNTAX = Entry::fixed(
        "yaml-syntax",
        "A file is not YAML, or is nested more deeply or holds more values than is read.",
        "Nothing of it can be used.",
        "Mend it at the place that is marked: quotes, brackets and indentation are the usual causes.",
    );
}
