"""Parity: the PDF, the DOCX, and the DOCX as LibreOffice shows it say the same words and numbers.

Usage: parity.py FOLDER-or-X.txt...     Exit code: 0 all the same, 1 some difference, or nothing to compare.

Of each document there are three files beside one another: X.txt (`build --to text`: one block a line, the number
or marker before a tab, footnotes at the end as "[1]<tab>text"), X.docx and X.pdf. X.txt is held to be right;
its words, in order, have to be those of

1. X.docx, read from its XML. The numbers are counted anew from numbering.xml, as Word does it, and not
   taken from the program; fields count with their stored result;
2. X.pdf, read from its structure tree, as a screen reader does: so headers and footers (artifacts) are out and a
   footnote is known to be one. Text that stands on the page but was not tagged is thereby found missing;
3. the tagged PDF that LibreOffice makes of X.docx: a second count of the numbers, by another program.

Pictures and charts are compared by what is said of them: X.txt has it as a line in brackets, a DOCX as the description
of the drawing, a PDF as the alternative text of the Figure, whose content is not read. The figures of a chart stand in
X.txt in lines that begin with a bar; they have to be those that the chart of the DOCX is drawn from, and all of them
those of the sheet behind it.

There is no list of exceptions. What is normalised, and why, stands in `normalise`, `Pdf` and `same`.
"""

import io
import json
import re
import sys
import tempfile
import unicodedata
import zipfile
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf
from lxml import etree

import tool
from office import Office

CONTEXT = 8  # words shown on both sides of a difference
SHOWN = 5  # differences shown of one file
SOFT = "\ue000"  # in a text: here may be a space or not, the file does not say (see Pdf)
HYPHENATED = "\ue001"  # in the text of a page: a hyphen of the typesetter at the end of a line


def normalise(text):
    """What no reader sees as a difference: kinds of spaces and hyphens, invisible characters."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]", "", text)
    text = text.replace("\u2010", "-").replace("\u2011", "-")
    text = text.replace("\uf0b7", "•")  # the bullet of Word's Symbol font
    return re.sub(r"\s+", " ", text)  # \s: all spaces, also the no-break ones


# ---- X.txt ---------------------------------------------------------------------------------------------------

NOTE = re.compile(r"\[(\d+)\]\t")


def read_text(path):
    """The words of X.txt, each with its line, the numbers of its footnotes, the rows of its charts, and the lines before those."""
    words, notes, rows, described = [], [], [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("|\t"):
            rows.append([normalise(cell) for cell in line.split("\t")[1:]])
            described.add(number - 1)
            continue
        if match := NOTE.match(line):
            notes.append(match[1])
        words += [(word, number) for word in normalise(line).split()]
    return words, notes, rows, described


def raised(words, notes, before=""):
    """The same for a PDF, which has the reference to a footnote as a raised figure, without the brackets, after `before`."""
    reference = re.compile(r"\[(%s)\]" % "|".join(notes or ["(?!)"]))
    return [(part, line) for word, line in words for part in reference.sub(before + r"\1", word).split()]


# ---- DOCX ----------------------------------------------------------------------------------------------------

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def value(element, path, default=None):
    """The w:val of a descendant, by names parted with slashes."""
    found = element.find("/".join(W + name for name in path.split("/"))) if element is not None else None
    return default if found is None else found.get(W + "val")


def roman(n):
    out = ""
    sizes = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    for size, sign in zip(sizes, "m cm d cd c xc l xl x ix v iv i".split()):
        out, n = out + sign * (n // size), n % size
    return out


def letter(n):
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)  # after z come aa, bb, cc


FORMATS = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": letter,
    "upperLetter": lambda n: letter(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "bullet": lambda n: "",
    "none": lambda n: "",
}


class Numbering:
    """Counts numbered paragraphs as Word does (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, numbering, styles):
        self.abstracts = {a.get(W + "abstractNumId"): a for a in numbering.iter(W + "abstractNum")}
        self.nums = {n.get(W + "numId"): n for n in numbering.iter(W + "num")}
        self.styles = {s.get(W + "styleId"): s for s in styles.iter(W + "style")}
        kinds = [s for s in styles.iter(W + "style") if s.get(W + "type") == "paragraph"]
        self.default = next((s.get(W + "styleId") for s in kinds if s.get(W + "default") in ("1", "true", "on")), None)
        self.counters = {}  # abstractNumId -> {level: last number}
        self.used = set()  # numIds seen: their startOverride has been taken

    def of(self, paragraph):
        """The number of the paragraph as shown, with what follows it, and "" for none."""
        num, level = self.place(paragraph)
        if num in (None, "0"):  # 0 takes the number of the style away
            return ""
        if num not in self.nums:
            raise ValueError(f"numId {num} has no w:num")
        definition = self.level(num, level)
        if definition is None:
            return ""
        self.advance(num, level, definition)
        shown = self.text(num, definition)
        return shown + {"tab": "\t", "space": " ", "nothing": ""}[value(definition, "suff", "tab")] if shown else ""

    def place(self, paragraph):
        """numId and level: the paragraph's own, else those of its style or of a style that one is based on."""
        numbers, chain = paragraph.find(f"{W}pPr/{W}numPr"), []
        style = value(paragraph, "pPr/pStyle", self.default)
        while style in self.styles and style not in chain:
            chain.append(style)
            style = value(self.styles[style], "basedOn")
        all_of = [numbers] + [self.styles[s].find(f"{W}pPr/{W}numPr") for s in chain]
        first = lambda name: next((v for n in all_of if (v := value(n, name)) is not None), None)
        num, level = first("numId"), first("ilvl")
        if value(numbers, "ilvl") is None and num in self.nums:
            # A level that names the style (w:pStyle) goes before the style's own w:ilvl.
            bound = {value(lvl, "pStyle"): lvl.get(W + "ilvl") for lvl in self.abstract(num).iter(W + "lvl")}
            level = next((bound[s] for s in chain if s in bound), level)
        return num, int(level or 0)

    def abstract(self, num):
        found = self.abstracts[value(self.nums[num], "abstractNumId")]
        if value(found, "numStyleLink"):
            raise ValueError("w:numStyleLink is not known here; write the levels themselves")
        return found

    def override(self, num, level):
        return next((o for o in self.nums[num].iter(W + "lvlOverride") if o.get(W + "ilvl") == str(level)), None)

    def level(self, num, level):
        override = self.override(num, level)
        if override is not None and override.find(W + "lvl") is not None:
            return override.find(W + "lvl")
        return next((v for v in self.abstract(num).iter(W + "lvl") if v.get(W + "ilvl") == str(level)), None)

    def advance(self, num, level, definition):
        """Adds one at the level and begins the deeper ones anew. All w:nums of one abstractNum share its counters."""
        counters = self.counters.setdefault(value(self.nums[num], "abstractNumId"), {})
        if num not in self.used:  # the first paragraph of a w:num: its startOverrides come into force
            self.used.add(num)
            for override in self.nums[num].iter(W + "lvlOverride"):
                if start := value(override, "startOverride"):
                    counters[int(override.get(W + "ilvl"))] = int(start) - 1
        start = int(value(definition, "start", "0"))
        counters[level] = counters[level] + 1 if level in counters else start
        for deeper in [d for d in counters if d > level]:
            after = value(self.level(num, deeper), "lvlRestart")  # 0: never; n: after level n (from 1) or a higher one
            if after is None or level < int(after):
                del counters[deeper]

    def text(self, num, definition):
        counters = self.counters[value(self.nums[num], "abstractNumId")]
        legal = definition.find(W + "isLgl") is not None  # all numbers in Arabic figures

        def number(match):
            level = int(match[1]) - 1
            other = self.level(num, level)
            kind = value(other, "numFmt", "decimal")
            return FORMATS["decimal" if legal else kind](counters.get(level, int(value(other, "start", "0"))))

        if value(definition, "numFmt") == "none":
            return ""
        return re.sub(r"%(\d)", number, value(definition, "lvlText", ""))


# Properties, deleted text, the older of two alternatives; a paragraph in a text box is one of its own.
SKIPPED = {"pPr", "rPr", "sectPr", "sdtPr", "del", "moveFrom", "Fallback", "p", "tbl"}


def chart_rows(chart):
    """The rows of a chart as X.txt has them: categories, then each series with its name."""
    cells = lambda parent, name: [normalise(v.text or "") for v in parent.iterfind(f"{{*}}{name}//{{*}}v")]
    series = list(chart.iter("{*}ser"))
    return [["", *cells(series[0], "cat")]] + [[*cells(one, "tx"), *cells(one, "val")] for one in series]


class Docx:
    """The text of a DOCX in document order, with numbers, fields' results and footnotes."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            part = lambda n: etree.fromstring(package.read(n) if n in package.namelist() else b"<none/>")
            self.document, self.footnotes = part("word/document.xml"), part("word/footnotes.xml")
            self.numbering = Numbering(part("word/numbering.xml"), part("word/styles.xml"))
            self.relations = part("word/_rels/document.xml.rels")
            self.parts = {n: package.read(n) for n in package.namelist() if n.startswith(("word/charts/", "word/embeddings/"))}
        self.notes = []  # ids, in the order of their references
        self.fields = []  # of each open field, whether its result has begun; a table of contents goes over many paragraphs

    def charts(self):
        """The parts of the charts, in the order of the text."""
        targets = {r.get("Id"): r.get("Target") for r in self.relations}
        return [targets[chart.get(R + "id")] for chart in self.document.iter(C + "chart")]

    def drawn(self):
        """The rows of all charts, as these have them."""
        return [row for name in self.charts() for row in chart_rows(etree.fromstring(self.parts[f"word/{name}"]))]

    def kept(self):
        """The rows of all charts, as the workbooks behind them have them."""
        return [row for name in self.charts() for row in self.sheet_rows(name)]

    def sheet_rows(self, name):
        """The sheet behind a chart, turned: a row for each series."""
        relations = etree.fromstring(self.parts["word/" + name.replace("charts/", "charts/_rels/") + ".rels"])
        target = next(r.get("Target") for r in relations).removeprefix("../")
        with zipfile.ZipFile(io.BytesIO(self.parts[f"word/{target}"])) as workbook:
            sheet = etree.fromstring(workbook.read("xl/worksheets/sheet1.xml"))
        rows = [["".join(cell.itertext()) for cell in row] for row in sheet.iter("{*}row")]
        return [[normalise(cell) for cell in column] for column in zip(*rows)]

    def text(self):
        lines = [self.paragraph(p) for p in self.paragraphs(self.document)]
        by_id = {n.get(W + "id"): n for n in self.footnotes.iter(W + "footnote")}
        for number, note in enumerate(self.notes, 1):
            words = " ".join(self.paragraph(p) for p in self.paragraphs(by_id[note]))
            lines.append(f"[{number}]\t{words}")
        return normalise("\n".join(lines))

    def paragraphs(self, root):
        return [p for p in root.iter(W + "p") if not any(a.tag == MC + "Fallback" for a in p.iterancestors())]

    def paragraph(self, paragraph):
        number = self.numbering.of(paragraph)
        return number + "".join(self.pieces(paragraph))

    def pieces(self, element):
        """The pieces of text that are seen."""
        for child in element.iterchildren(tag=etree.Element):
            tag = etree.QName(child).localname
            if tag == "docPr":
                yield self.said(child)
            elif tag == "fldChar":
                self.field(child.get(W + "fldCharType"))
            elif tag in SKIPPED or child.find(f"{W}rPr/{W}vanish") is not None:
                continue
            elif len(child):
                yield from self.pieces(child)
            elif all(self.fields):
                yield self.piece(tag, child)

    def said(self, properties):
        """What is said of a picture or chart, to which these properties belong."""
        return f"[{properties.get('descr')}]" if properties.get("descr") else ""

    def field(self, kind):
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate":
            self.fields[-1] = True
        else:
            self.fields.pop()

    def piece(self, tag, child):
        if tag == "t":
            return child.text or ""
        if tag == "footnoteReference":
            self.notes.append(child.get(W + "id"))
            return f"[{len(self.notes)}]"
        if tag == "sym":
            return chr(int(child.get(W + "char"), 16))
        return {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(tag, "")


# ---- PDF -----------------------------------------------------------------------------------------------------


def simplify_colours(pdf):
    """Puts plain colours in the place of those with a profile.

    `pdfinfo -struct-text` reads a page anew for each piece of its text, and every time builds the transforms of all profiles: most of its time.
    """
    plain = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
    if "/OutputIntents" in pdf.Root:
        del pdf.Root["/OutputIntents"]
    for page in pdf.pages:
        spaces = page.get("/Resources", {}).get("/ColorSpace", {})
        for name, space in dict(spaces).items():
            if isinstance(space, pikepdf.Array) and space[0] == "/ICCBased":
                spaces[name] = pikepdf.Name(plain[int(space[1].N)])


def readable(path, folder):
    """A copy of the PDF in which no white space has a replacement text of its own.

    LibreOffice writes `/Span <</ActualText (space)>> BDC … EMC` around no-break spaces inside a paragraph's marked content; poppler 22 then
    loses the rest of that content. The glyph itself reads as a space, so nothing is lost without the wrapper.
    """
    with pikepdf.open(path) as pdf:
        simplify_colours(pdf)
        for page in pdf.pages:
            kept, open_spans = [], []
            for instruction in pikepdf.parse_content_stream(page):
                operands, operator = instruction.operands, str(instruction.operator)
                if operator in ("BDC", "BMC"):
                    replaced = operator == "BDC" and operands[0] == "/Span" and "/ActualText" in (operands[1] or {})
                    open_spans.append(bool(replaced and not str(operands[1]["/ActualText"]).strip()))
                    if open_spans[-1]:
                        continue
                elif operator == "EMC" and open_spans and open_spans.pop():
                    continue
                kept.append(instruction)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        copy = folder / f"{path.stem}.read.pdf"
        pdf.save(copy)
    return copy


INLINE = {"Span", "Link", "Lbl", "Note", "Em", "Strong", "Reference", "Quote", "Code", "Annot", "Formula", "NonStruct"}
NODE = re.compile(r'^( *)(?:"(.*)"|(?!Object )([A-Z]\w*)\b.*)$')


def alternatives(path):
    """What is said of each Figure that is in no other, in the order of the structure tree. LibreOffice has one in another."""

    def figures(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from figures(child)
        elif isinstance(node, pikepdf.Dictionary):
            below = list(figures(node.get("/K", pikepdf.Array())))
            yield from [str(node.get("/Alt", "".join(below)))] if node.get("/S") == "/Figure" else below

    with pikepdf.open(path) as pdf:
        return list(figures(pdf.Root.StructTreeRoot.K))


class Pdf:
    """The text of a tagged PDF in the order of its structure tree, footnotes at the end.

    What poppler complains of is not read. Poppler 22 objects to a correct /Suspects entry, and shows a heading's title as bytes of UTF-16 if
    it is not ASCII; those titles stand in the text as well.

    `pdfinfo -struct-text` gives strings: a string is a run on one line. Between two strings of one paragraph LibreOffice
    sometimes writes no space although the reader sees one (a number and its text, a forced line break).
    What stands on the page decides: `pdftotext` makes spaces from the distance between letters. Only where the
    two strings are not on one line it stays open (SOFT), since a line also ends within a word: multi-|stakeholder.
    """

    def __init__(self, path):
        page = tool.run("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-").replace("\u00ad", HYPHENATED)
        self.page = "\n".join(normalise(line) for line in page.split("\n"))
        with tempfile.TemporaryDirectory() as folder:
            copy = readable(Path(path), Path(folder))
            self.tree = tool.run("pdfinfo", "-struct-text", "-enc", "UTF-8", str(copy)).split("\n")
        self.alternatives, self.caption = iter(alternatives(path)), None  # of the last Caption: depth and place in body
        self.body, self.notes = [[]], []  # blocks, each a list of strings
        self.fresh = False  # a Note has begun, and nothing of it has been read

    def text(self):
        note = block = figure = None  # the depths of the Note and the Figure that we are in, and of the block begun last
        for match in filter(None, map(NODE.match, self.tree)):
            depth, string, kind = len(match[1]), match[2], match[3]
            figure = None if figure is not None and depth <= figure else figure
            if figure is not None:
                continue
            if kind == "Figure":
                figure = block = depth
                self.figure(next(self.alternatives), depth)
                continue
            if string is None and kind == "Caption":
                self.caption = depth, len(self.body)
            note = None if note is not None and depth <= note else note
            if note is None and (string is None and kind not in INLINE or block is not None and depth <= block):
                self.body.append([])  # a block begins, or has ended and its parent goes on
                block = depth if string is None and kind not in INLINE else None
            if string is not None:
                self.add(string, note is not None)
            elif kind == "Note":
                note, self.fresh = depth, True
        return " ".join(self.join(block) for block in self.body + self.notes)

    def figure(self, alternative, depth):
        """Adds what is said of a Figure: before its Caption, which stands below it although it comes first in the tree."""
        at = self.caption[1] if self.caption == (depth, len(self.body) - 1) else len(self.body)
        self.body.insert(at, [f"[{alternative}]"] if alternative else [])

    def add(self, string, in_note):
        if not in_note:
            self.body[-1].append(string)
            return
        # A figure begins a footnote; a Note without one continues the footnote of the page before.
        if self.fresh and string.strip().isdigit():
            self.notes += [[string], []]
        else:
            (self.notes or self.body)[-1].append(string)
        self.fresh = False

    def join(self, strings):
        out = ""
        for string in filter(str.strip, map(normalise, strings)):
            if string == "-" and self.hyphenated(out):
                continue
            out = self.joined(out, string)
        return out

    def hyphenated(self, before):
        """Whether the hyphen after these words was put there by the typesetter: the text has none."""
        begun = before[-12:].split(" ")[-1]  # the words before it may stand on other lines
        return begun != "" and begun + HYPHENATED in self.page

    def joined(self, before, after):
        """Two strings of a paragraph. LibreOffice ends strings with spaces that are not on the page: the page decides."""
        spaced = before[-1:] == " " or after[0] == " "
        before, after = before.rstrip(" "), after.strip(" ") + " " * after.endswith(" ")
        if not before:
            return after
        tail, head = before.split(SOFT)[-1][-12:], after.strip()[:12]
        glued, apart = tail + head in self.page, f"{tail} {head}" in self.page
        gap = (" " if spaced else "") if glued and apart else "" if glued else " " if apart else SOFT
        return before + gap + after


class OwnPdf(Pdf):
    """Our PDF, whose tags have each space that a reader sees: its strings are taken as they are."""

    def join(self, strings):
        out = ""
        for string in map(normalise, strings):
            out += "" if string == "-" and self.hyphenated(out) else string
        return out


def libreoffice(files, folder):
    """Tagged PDFs of all the DOCX files: 1.pdf, 2.pdf … in the folder. Returns what happened to those of which none was made."""
    copies = [folder / f"{number}.docx" for number in range(1, len(files) + 1)]
    for copy, file in zip(copies, files):
        copy.write_bytes(file.read_bytes())
    options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "true"}})
    office = Office(folder)
    office.convert(f"pdf:writer_pdf_Export:{options}", "pdf", copies, folder)
    return office.failed


# ---- comparing -----------------------------------------------------------------------------------------------


def split(text):
    """The words of a text that was found, each with whether a SOFT place follows it."""
    return [(word, SOFT in gap and " " not in gap) for word, gap in re.findall(f"([^ {SOFT}]+)([ {SOFT}]*)", text)]


def same(expected, actual):
    """Whether a stretch is the same when each SOFT place may be a space or none."""
    pattern = "".join(re.escape(word) + (" ?" if soft else " ") for word, soft in actual)
    return re.fullmatch(pattern, "".join(word + " " for word in expected)) is not None


def resync(expected, actual):
    """How far to go in both until four words agree again."""
    for size in (40, 400, max(len(expected), len(actual))):
        ours, theirs = expected[:size], actual[:size]
        for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
            if block.size >= 4:
                return block.a, block.b
    return len(expected), len(actual)


def differences(expected, actual):
    """Yields pairs of ranges that differ, as (from, to) of expected and (from, to) of actual."""
    ours, theirs = [w for w, _ in expected], [w for w, _ in actual]
    i = j = 0
    while i < len(ours) or j < len(theirs):
        if ours[i : i + 1] == theirs[j : j + 1]:
            i, j = i + 1, j + 1
            continue
        di, dj = resync(ours[i:], theirs[j:])
        if not same(ours[i : i + di], actual[j : j + dj]):
            yield (i, i + di), (j, j + dj)
        i, j = i + di, j + dj


def show(words, start, end):
    cut = lambda part: " ".join(w for w, _ in part)
    middle = words[start:end] if end - start <= 40 else words[start : start + 40] + [("…", 0)]
    return f"{cut(words[max(0, start - CONTEXT):start])} ⟦{cut(middle)}⟧ {cut(words[end:end + CONTEXT])}"


def compare(name, expected, text):
    """The first differences of one file, as lines."""
    actual = split(text)
    found = list(differences(expected, actual))
    lines = [f"{name}: {len(found)} differences in {len(expected)} words"] if found else []
    for (i, k), (j, m) in found[:SHOWN]:
        line = expected[min(i, len(expected) - 1)][1] if expected else 0
        lines.append(f"  line {line} of the text: {show(expected, i, k)}")
        lines.append(f"  found:{' ' * len(str(line))}            {show(actual, j, m)}")
    return lines


def findings(path, converted, failure):
    """Where the three files of one document say something else than its text; `failure`: why there is nothing converted."""
    expected, notes, rows, described = read_text(path)
    figures = raised(expected, notes)
    # LibreOffice keeps what is said of a picture, but leaves out of its PDF what is said of a chart
    undescribed = [(word, line) for word, line in figures if line not in described]
    readers = [
        ("docx", lambda: compare("docx", expected, Docx(path.with_suffix(".docx")).text())),
        ("pdf", lambda: compare("pdf", raised(expected, notes, " "), OwnPdf(path.with_suffix(".pdf")).text())),
        ("docx as LibreOffice shows it", lambda: compare("docx as LibreOffice shows it", undescribed, Pdf(converted).text())),
        ("charts", lambda: charts(path, rows)),
    ]
    found = [] if expected else ["there are no words in it"]
    for name, read in readers:
        if failure and "LibreOffice" in name:
            found.append(f"{name}: {failure}")
            continue
        try:
            found += read()
        except Exception as error:  # a file that cannot be read is a finding; the others are still compared
            found.append(f"{name}: {type(error).__name__}: {error}")
    return found


def charts(path, rows):
    """Where the charts of the DOCX or their workbooks have other figures than the text."""
    docx = Docx(path.with_suffix(".docx"))
    places = (("charts", docx.drawn()), ("workbooks", docx.kept()))
    return [f"{name}\n  text:  {rows}\n  found: {found}" for name, found in places if found != rows]


def main(arguments):
    paths = [Path(a) for a in arguments]
    texts = [t for p in paths for t in (sorted(p.rglob("*.txt")) if p.is_dir() else [p])]
    good = bool(texts)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        with_docx = [t for t in texts if t.with_suffix(".docx").exists()]
        failed = libreoffice([t.with_suffix(".docx") for t in with_docx], folder)
        number = {text: n for n, text in enumerate(with_docx, 1)}
        for text in texts:
            copy = folder / f"{number.get(text, 'none')}.docx"
            found = findings(text, copy.with_suffix(".pdf"), failed.get(copy))
            print("FAIL" if found else "pass", "parity", text, flush=True)
            for line in found:
                print("  " + line)
            good &= not found
    if not texts:
        print("FAIL parity: no document to compare")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
