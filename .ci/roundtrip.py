"""Round trip: what LibreOffice opens and saves again still says the same, and can be recognised.

Usage: roundtrip.py FOLDER-or-X.docx...     Exit code: 0 all is kept, 1 something is not, or there is no file.

A colleague may edit a Word document in LibreOffice, as DOCX or as ODT, and send it back. So each file goes

1. DOCX -> DOCX, and
2. DOCX -> ODT -> DOCX,

and of what comes back, compared with what went in, are to be the same: the paragraphs with their numbers (counted
anew, as `parity.py` does it), the fields, the footnotes, the comments with the paragraphs that they are on, the figures of charts, and the
bookmarks that are the paragraphs' identities, each in the paragraph in which it was. And

3. LibreOffice makes each table of contents anew (as Word does at F9): its words have to be those that we stored.

What LibreOffice (7.4) changes, and is known here, stands in `instruction` and in `Content`; there is no other list of exceptions.
"""

import re
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
import zipfile

from lxml import etree

import parity
from office import Office
from parity import W

SHOWN = 5  # differences shown of one aspect


def instruction(text):
    """A field's instruction in one form: its type, its arguments, its switches in order.

    LibreOffice puts the switches in another order and quotes otherwise. Through ODT it loses two of a table of
    contents: \\z (no pages on the web) and \\u (other paragraphs with a level), which it looks for in any case. It writes types in
    capitals, as Word reads them in any case, and leaves out \\* MERGEFORMAT (the look stays when Word makes the field anew).
    """
    kind, *words = re.findall(r'"[^"]*"|\S+', re.sub(r"\\\*\s+MERGEFORMAT\b", "", text)) or ["?"]
    kind = kind.upper()
    parts = re.findall(r"\\\S+(?: [^\\ ]+)?|[^\\ ]+", " ".join(word.strip('"') for word in words))
    return " ".join([kind, *sorted(part for part in parts if kind != "TOC" or part not in (r"\z", r"\u"))])


class Content(parity.Docx):
    """What a DOCX says, by aspects: each a list of lines."""

    def __init__(self, path):
        super().__init__(path)
        with zipfile.ZipFile(path) as package:
            names = [n for n in package.namelist() if re.fullmatch(r"word/(header|footer)\d+\.xml", n)]
            self.furniture = [etree.fromstring(package.read(n)) for n in names]
            has_comments = "word/comments.xml" in package.namelist()
            self.remarks = etree.fromstring(package.read("word/comments.xml") if has_comments else b"<none/>")
        self.lines = [(p, self.line(p)) for p in self.paragraphs(self.document)]

    def said(self, properties):
        """LibreOffice keeps what is said of a picture, and drops what is said of a chart."""
        is_chart = properties.getparent().find(f".//{parity.C}chart") is not None
        return "" if is_chart else super().said(properties)

    def line(self, paragraph):
        return parity.normalise(self.paragraph(paragraph)).strip()

    def aspects(self, beside=frozenset()):
        """All of them; bookmarks with these names are left out."""
        return {
            "paragraphs and numbers": [line for _, line in self.lines if line],
            "fields": self.fields_of_all(),
            "footnotes": self.footnote_texts(),
            "comments": self.comments(),
            "charts": self.figures(),
            "identities": [f"{name}: {line}" for name, line in self.bookmarks() if name not in beside],
        }

    def figures(self):
        """The rows of all charts. A series that has no name gets one from LibreOffice: Series1."""
        return [re.sub(r"^Series\d+\t", "\t", "\t".join(row)) for row in self.drawn()]

    def fields_of_all(self):
        """Instructions. Those of the body without PAGEREF: in a table of contents LibreOffice keeps the page's number,
        but as words. Those of headers and footers once each, because it writes them for each section, and without HYPERLINK,
        for which it writes an element `w:hyperlink`."""
        body = sorted(f for f in self.instructions(self.document) if not f.startswith("PAGEREF "))
        return body + sorted({f"in a header: {f}" for part in self.furniture for f in self.instructions(part) if not f.startswith("HYPERLINK ")})

    def instructions(self, root):
        found, open_fields = [], []
        for element in root.iter(W + "fldSimple", W + "fldChar", W + "instrText"):
            kind = element.get(W + "fldCharType")
            if element.tag == W + "fldSimple":
                found.append(instruction(element.get(W + "instr")))
            elif kind == "begin":
                open_fields.append("")
            elif kind == "end":
                found.append(instruction(open_fields.pop()))
            elif kind is None:
                open_fields[-1] += element.text or ""
        return found

    def footnote_texts(self):
        by_id = {n.get(W + "id"): n for n in self.footnotes.iter(W + "footnote")}
        texts = [" ".join(self.line(p) for p in self.paragraphs(by_id[note])) for note in self.notes]
        return [f"{number} {text}" for number, text in enumerate(texts, 1)]

    def comments(self):
        """Author, initials and text of each, and the paragraph that it is on."""
        places = {r.get(W + "id"): line for p, line in self.lines for r in p.iter(W + "commentReference")}
        return [
            f"{c.get(W + 'author')} ({c.get(W + 'initials')}): {' '.join(map(self.line, c.iter(W + 'p')))} [{places.get(c.get(W + 'id'))}]"
            for c in self.remarks.iter(W + "comment")
        ]

    def bookmarks(self):
        """Bookmarks and the paragraphs that they begin in, besides those of LibreOffice's own, which begin with two
        underlines. Those in footnotes, of which it renames all but the first to `_note2_Copy_1`, count as what they were."""
        body = [(b.get(W + "name"), line) for p, line in self.lines for b in p.iter(W + "bookmarkStart")]
        notes = [(re.sub("_Copy_1$", "", b.get(W + "name")), "") for b in self.footnotes.iter(W + "bookmarkStart")]
        return sorted(b for b in body + notes if not b[0].startswith("__"))

    def around_nothing(self):
        """Names of bookmarks in paragraphs without words: LibreOffice drops them, or moves them to the next paragraph."""
        return {name for name, line in self.bookmarks() if not line and not name.startswith("_note")}

    def contents(self):
        """The words of a table of contents, without pages, which each program has of its own. LibreOffice has entries for
        headings without words as well, such as a picture in a header that a secretariat gives."""
        entries = [line for p, line in self.lines if re.match("(TOC|Contents)[1-9]$", parity.value(p, "pPr/pStyle", ""))]
        return [re.sub(r" ?\d*$", "", line) for line in entries if re.search(r"[^\d ]", line)]


def differences(ours, theirs):
    """Lines that are not the same, with - what was there and with + what is there."""
    found = []
    for kind, i, k, j, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [f"- {line}" for line in ours[i:k]] + [f"+ {line}" for line in theirs[j:m]]
    return found


def compare(way, ours, theirs):
    """The first differences of each aspect, as lines."""
    found = {aspect: differences(lines, theirs[aspect]) for aspect, lines in ours.items()}
    shown = lambda lines: ["  " + line[:300] for line in lines[:SHOWN]]
    return [text for aspect, lines in found.items() if lines for text in [f"{way}: {aspect}:", *shown(lines)]]


# ---- LibreOffice -----------------------------------------------------------------------------------------------

DOCX = "docx:MS Word 2007 XML"


def ways(files, place):
    """Sends the files, 1.docx, 2.docx …, on all ways: what each way is called, the folder with what came back, and what happened to those
    that did not."""
    direct, odt, through, updated = (place / name for name in ("docx", "odt", "odt-docx", "updated"))
    for folder in (direct, odt, through, updated):
        folder.mkdir()
    offices = [Office(place) for _ in range(3)]
    offices[0].convert(DOCX, "docx", files, direct)
    offices[1].convert("odt", "odt", files, odt)
    offices[1].convert(DOCX, "docx", sorted(odt.iterdir()), through)
    offices[2].update(files, updated)
    failed = [{source.stem: why for source, why in office.failed.items()} for office in offices]
    return list(zip(("as DOCX", "through ODT", "table of contents made anew"), (direct, through, updated), failed))


def findings(file, number, ways_back):
    """What a file lost, on any of the ways."""
    ours, found = Content(file), []
    beside = ours.around_nothing()
    aspects, entries = ours.aspects(beside), ours.contents()
    for way, folder, failed in ways_back:
        contents = "contents" in way
        if contents and not entries:
            continue
        if str(number) in failed:
            found.append(f"{way}: {failed[str(number)]}")
            continue
        theirs = Content(folder / f"{number}.docx")
        if contents:
            found += compare(way, {"entries": entries}, {"entries": theirs.contents()})
        else:
            found += compare(way, aspects, theirs.aspects(beside))
    return found


def main(arguments):
    paths = [Path(a) for a in arguments]
    files = [f for p in paths for f in (sorted(p.rglob("*.docx")) if p.is_dir() else [p])]
    if not files:
        print("FAIL round trip: no file")
        return 1
    good = True
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        (place / "given").mkdir()
        copies = [place / "given" / f"{number}.docx" for number in range(1, len(files) + 1)]
        for copy, file in zip(copies, files):
            copy.write_bytes(file.read_bytes())
        ways_back = ways(copies, place)
        for number, file in enumerate(files, 1):
            try:
                found = findings(file, number, ways_back)
            except Exception as error:  # a file that cannot be read is a finding; the others are still compared
                found = [f"{type(error).__name__}: {error}"]
            print("FAIL" if found else "pass", "round trip", file, flush=True)
            for line in found:
                print("  " + line)
            good &= not found
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
