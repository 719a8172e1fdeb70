"""Round trip: what LibreOffice opens and saves again still says the same, and can be recognised.

Usage: roundtrip.py FOLDER     (all X.docx below it)     Exit code: 0 all is kept, 1 something is not, or there is no file.

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
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
import zipfile

from lxml import etree

import parity
from parity import W

SHOWN = 5  # differences shown of one aspect


def instruction(text):
    """A field's instruction in one form: its type, its arguments, its switches in order.

    LibreOffice puts the switches in another order and quotes otherwise. Through ODT it loses two of a table of
    contents: \\z (no pages on the web) and \\u (other paragraphs with a level), which it looks for in any case.
    """
    kind, *words = re.findall(r'"[^"]*"|\S+', text) or ["?"]
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
        but as words. Those of headers and footers once each, because it writes them for each section."""
        body = sorted(f for f in self.instructions(self.document) if not f.startswith("PAGEREF "))
        return body + sorted({f"in a header: {f}" for part in self.furniture for f in self.instructions(part)})

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


def compare(name, ours, theirs):
    """Prints the first differences of each aspect; returns whether there are none."""
    found = {aspect: differences(lines, theirs[aspect]) for aspect, lines in ours.items()}
    bad = {aspect: lines for aspect, lines in found.items() if lines}
    print("FAIL" if bad else "pass", f"round trip {name} ({', '.join(f'{len(v)} {k}' for k, v in ours.items())})")
    for aspect, lines in bad.items():
        print(f"  {aspect}:", *(line[:300] for line in lines[:SHOWN]), sep="\n    ")
    return not bad


# ---- LibreOffice -----------------------------------------------------------------------------------------------

DOCX = "docx:MS Word 2007 XML"
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Update(folder As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue, filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  file = Dir(folder &amp; "/*.docx")
  Do While file &lt;&gt; ""
    document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; file), "_blank", 0, hidden())
    For at = 0 To document.DocumentIndexes.Count - 1
      document.DocumentIndexes.getByIndex(at).update()
    Next
    document.storeToURL(ConvertToURL(target &amp; "/" &amp; file), filter())
    document.close(True)
    file = Dir()
  Loop
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


class Office:
    """LibreOffice with a profile of its own: an open one would take the job and drop it."""

    def __init__(self, folder):
        self.profile = folder / "profile"

    def run(self, *arguments):
        command = ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", *arguments]
        subprocess.run(command, check=True, timeout=1200, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def convert(self, kind, source, target):
        """All files of a folder, in one go."""
        self.run("--convert-to", kind, "--outdir", str(target), *map(str, sorted(source.iterdir())))

    def update(self, source, target):
        """The same with their tables of contents made anew. A profile has a place for macros once LibreOffice has made it."""
        basic = self.profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(MACRO)
        (basic / "script.xlb").write_text(LIBRARY)
        self.run(f'macro:///Standard.Module1.Update("{source}","{target}")')


def main(folder):
    files = sorted(Path(folder).rglob("*.docx"))
    if not files:
        print("FAIL round trip: no file")
        return 1
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        given, odt, direct, through, updated = (place / n for n in ("given", "odt", "docx", "odt-docx", "updated"))
        for made in (given, odt, direct, through, updated):
            made.mkdir()
        for number, file in enumerate(files, 1):
            (given / f"{number}.docx").write_bytes(file.read_bytes())
        office = Office(place)
        office.convert(DOCX, given, direct)
        office.convert("odt", given, odt)
        office.convert(DOCX, odt, through)
        office.update(given, updated)
        good = True
        for number, file in enumerate(files, 1):
            name, ours = f"{number}.docx", Content(file)
            beside = ours.around_nothing()
            for way, back in (("as DOCX", direct), ("through ODT", through)):
                good &= compare(f"{file} {way}", ours.aspects(beside), Content(back / name).aspects(beside))
            if entries := ours.contents():
                what = "entries of the table of contents, made anew"
                good &= compare(str(file), {what: entries}, {what: Content(updated / name).contents()})
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
