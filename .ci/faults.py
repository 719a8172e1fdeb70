"""Proves that the checks can fail: breaks good files in many ways and demands that each one is found.

Usage: faults.py NODE_MODULES VERAPDF_CLASSPATH FOLDER     (FOLDER: what was built, with .docx, .pdf and .txt)
Exit code: 0 every fault was found, 1 some was not.

1. DOCX: one copy per fault, made from the first file that has what is to be broken. ooxml.mjs and word.py
   together have to find it. A fault is left out, with a line that says so, only if no file has such an element.
2. PDF: copies without the marks of accessibility or archiving; veraPDF has to reject each. A copy that was only
   saved again has to pass, or else the rejections would prove nothing.
3. Parity: texts with a word changed; the reader of the DOCX and that of the PDF have to object.
4. Round trip: a DOCX with one thing changed of each kind that roundtrip.py compares; it has to see the difference.
5. checked.py: no failure is kept, a file that changed is checked anew, and a check that crashes or hangs is a finding; so is a file at
   which LibreOffice crashes.

Nothing here comes from what is kept of an earlier run.
"""

import contextlib
import copy
import io
import json
import re
import os
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

import pikepdf
from lxml import etree

import checked
import parity
import roundtrip
import tool
import word
from office import Office

HERE = Path(__file__).resolve().parent
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
W, R = f"{{{NS['w']}}}", f"{{{NS['r']}}}"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
FOOTNOTES, RELATIONS, COMMENTS = "word/footnotes.xml", "word/_rels/document.xml.rels", "word/comments.xml"
REVISION = 'w:author="A" w:date="2022-01-01T00:00:00Z"'


class Absent(Exception):
    """The file has nothing of the kind that the fault breaks."""


def element(text):
    return etree.fromstring(f'<x xmlns:w="{NS["w"]}">{text}</x>')[0]


# ---- faults in a DOCX: each takes the parts (name -> bytes) and changes them ----------------------------------


def first(part, path, change):
    """A fault that changes the first element found by XPath in a part."""

    def fault(parts):
        root = etree.fromstring(parts.get(part, b"<none/>"))
        found = root.xpath(path, namespaces=NS)
        if not found:
            raise Absent(f"{part} has no {path}")
        change(found[0])
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return fault


def text(part, pattern, replacement):
    """A fault that lxml could not write: changes the first match in the bytes of a part."""

    def fault(parts):
        parts[part], count = re.subn(pattern, replacement, parts.get(part, b""), count=1, flags=re.S)
        if not count:
            raise Absent(f"{part} has nothing like {pattern!r}")

    return fault


def insert(markup, at=0):
    return lambda parent: parent.insert(at if at >= 0 else len(parent), element(markup))


def assign(name, new):
    return lambda found: found.set(name, new)


def double(found):
    found.addnext(copy.deepcopy(found))


def clear_paragraphs(cell):
    for paragraph in cell.findall(W + "p"):
        cell.remove(paragraph)


def move_to_end(found):
    found.getparent().append(found)


def same_id(found):
    found.set("Id", found.getprevious().get("Id"))


def drop_part(parts):
    """Takes away the file of a part to which a relationship leads."""
    name = next((n for n in (FOOTNOTES, NUMBERING, "word/settings.xml") if n in parts), None)
    if name is None:
        raise Absent("no part that could be taken away")
    del parts[name]


def twice_in_zip(parts):
    parts["\0" + STYLES] = parts[STYLES]  # `pack` takes the mark off, so that the name is there twice


FAULTS = {
    "order in w:pPr": first(DOCUMENT, "//w:pPr[w:pStyle]", insert('<w:jc w:val="left"/>')),
    "order in w:rPr": first(DOCUMENT, "//w:rPr[*[1][self::w:rStyle or self::w:rFonts or self::w:b or self::w:i]]",
                            insert('<w:sz w:val="20"/>')),
    "order in w:sectPr": first(DOCUMENT, "//w:sectPr[w:pgSz]", lambda s: s.find(W + "pgSz").addprevious(
        element('<w:cols w:space="708"/>'))),
    "order in numbering.xml": first(NUMBERING, "/*[w:num]/w:abstractNum[1]", move_to_end),
    "unknown element": first(DOCUMENT, "//w:r[w:t]", insert("<w:banana/>", -1)),
    "unknown value": first(STYLES, "//w:style", assign(W + "type", "banana")),
    "unknown value of a property": first(STYLES, "//w:sz", assign(W + "val", "banana")),
    "malformed XML": text(DOCUMENT, rb"</w:p>", b""),
    "character not allowed in XML": text(DOCUMENT, rb"(<w:t\b[^>]*>)", b"\\g<1>\x0b"),
    "paragraph in a paragraph": first(DOCUMENT, "//w:body/w:p", insert("<w:p/>", -1)),
    "cell without a paragraph": first(DOCUMENT, "//w:tc[w:p]", clear_paragraphs),
    "w:t in deleted text": first(DOCUMENT, "//w:body/w:p", insert(
        f'<w:del w:id="9001" {REVISION}><w:r><w:t>x</w:t></w:r></w:del>', -1)),
    "revision id twice": first(DOCUMENT, "//w:body/w:p", lambda p: [insert(
        f'<w:ins w:id="9001" {REVISION}><w:r><w:t>x</w:t></w:r></w:ins>', -1)(p) for _ in "12"]),
    "footnote id twice": first(FOOTNOTES, "//w:footnote[not(@w:type)]", double),
    "comment id twice": first(COMMENTS, "//w:comment", double),
    "footnote reference to nothing": first(DOCUMENT, "//w:footnoteReference", assign(W + "id", "999")),
    "style id twice": first(STYLES, "//w:style", double),
    "style that is not there": first(DOCUMENT, "//w:pStyle", assign(W + "val", "Nowhere")),
    "abstractNumId twice": first(NUMBERING, "//w:abstractNum", double),
    "numId in a paragraph without w:num": first(DOCUMENT, "//w:numId[@w:val != '0']", assign(W + "val", "7777")),
    "numId in a style without w:num": first(STYLES, "//w:numId[@w:val != '0']", assign(W + "val", "7777")),
    "w:num without abstractNum": first(NUMBERING, "//w:num/w:abstractNumId", assign(W + "val", "7777")),
    "r:id to nothing": first(DOCUMENT, "//*[@r:id]", assign(R + "id", "rIdNowhere")),
    "relationship to a missing part": first(RELATIONS, "//rel:Relationship[not(@TargetMode)]",
                                            assign("Target", "nowhere.xml")),
    "relationship id twice": first(RELATIONS, "//rel:Relationship[2]", same_id),
    "part without content type": first("[Content_Types].xml", "//ct:Override[contains(@PartName, '/word/s')]",
                                       lambda o: o.getparent().remove(o)),
    "missing part": drop_part,
    "zip entry twice": twice_in_zip,
}


def pack(parts, path):
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")  # zipfile warns of a name that is there twice, which is intended
        for name, data in parts.items():
            package.writestr(name.lstrip("\0"), data)


def unpack(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def break_docx(fault, sources):
    """The parts of the first file that can be broken so."""
    for source in sources:
        parts = dict(source)
        try:
            fault(parts)
            return parts
        except Absent:
            continue
    return None


def check_docx(files, modules, folder):
    sources, copies, good = [unpack(f) for f in files], {}, True
    for number, (name, fault) in enumerate(FAULTS.items(), 1):
        if parts := break_docx(fault, sources):
            copies[name] = str(folder / f"{number:02}.docx")
            pack(parts, copies[name])
        else:
            print(f"skip {name}: no file has such an element")
    command = ["node", str(HERE / "ooxml.mjs"), "--json", modules, *copies.values()]
    sdk = json.loads(tool.run(*command))
    for name, path in copies.items():
        good &= report(name, {"sdk": sdk[path], "word.py": word.findings(path)})
    return good and bool(copies)


# ---- faults in a PDF ------------------------------------------------------------------------------------------

PDF_FAULTS = {
    "no structure tree": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "not marked as tagged": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "no metadata": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "unknown structure type": lambda pdf: rename_first(pdf.Root.StructTreeRoot),
}


def rename_first(node):
    """Gives the first element below the root of the tree a type that the standard does not have."""
    child = node.K[0] if isinstance(node.K, pikepdf.Array) else node.K
    child.S = pikepdf.Name("/Banana")


def check_pdf(file, classpath, folder):
    copies = {}
    for number, (name, fault) in enumerate({"only saved again": lambda pdf: None, **PDF_FAULTS}.items()):
        with pikepdf.open(file) as pdf:
            fault(pdf)
            copies[name] = str(folder / f"{number:02}.pdf")
            pdf.save(copies[name])
    command = ["java", "-cp", classpath, "VeraCheck", "2a,ua1"]
    passed, failed, _ = checked.verdicts(command, list(copies.values()), shown=False)
    good = True
    for name, path in copies.items():
        if name in PDF_FAULTS:
            good &= report(name, {"veraPDF": path in failed})
        elif path not in passed:
            print("FAIL a PDF that was only saved again does not pass")
            good = False
    return good


# ---- faults in what a document says ---------------------------------------------------------------------------


def wrong_texts(words):
    """The words of a text, each time with one thing changed."""
    at = len(words) // 2
    numbers = [i for i, (w, _) in enumerate(words) if re.fullmatch(r"\d+\.\d+", w)] or [at]
    n, (this, line), (following, _) = numbers[-1], words[at], words[at + 1]
    return {
        "a word left out": words[:at] + words[at + 1 :],
        "a word too many": words[:at] + [("banana", line)] + words[at:],
        "two words joined": words[:at] + [(this + following, line)] + words[at + 2 :],
        "a wrong number": words[:n] + [(words[n][0] + "9", line)] + words[n + 1 :],
        "the end missing": words[:-1],
    }


def check_parity(file):
    words, notes, *_ = parity.read_text(file)
    readers = {
        "parity.py of the DOCX": (words, parity.Docx(file.with_suffix(".docx")).text()),
        "parity.py of the PDF": (parity.raised(words, notes), parity.Pdf(file.with_suffix(".pdf")).text()),
    }
    good = True
    for who, (expected, text_found) in readers.items():
        found = parity.split(text_found)
        if list(parity.differences(expected, found)):
            print(f"FAIL {who} objects to the right text")
            good = False
        for name, wrong in wrong_texts(expected).items():
            good &= report(name, {who: list(parity.differences(wrong, found))})
    return good


# ---- faults of a round trip -----------------------------------------------------------------------------------


def say(words):
    return lambda found: setattr(found, "text", words)


def take_out(found):
    found.getparent().remove(found)


LOSSES = {
    "a word changed": ("paragraphs and numbers", first(DOCUMENT, "//w:p[w:pPr/w:numPr]//w:t", say("banana"))),
    "a number changed": ("paragraphs and numbers", first(NUMBERING, "//w:abstractNum/w:lvl/w:start", assign(W + "val", "7"))),
    "a paragraph lost": ("paragraphs and numbers", first(DOCUMENT, "//w:body/w:p[w:pPr/w:numPr]", take_out)),
    "a field made words": ("fields", first(DOCUMENT, "//w:r[w:instrText[contains(., ' REF ')]]", take_out)),
    "a field that leads elsewhere": ("fields", first(DOCUMENT, "//w:instrText[contains(., ' REF ')]", say(" REF banana \\h "))),
    "a field of a header lost": ("fields", first("word/header1.xml", "//w:r[w:instrText]", take_out)),
    "a footnote changed": ("footnotes", first(FOOTNOTES, "//w:footnote[not(@w:type)]//w:t", say("banana"))),
    "a comment lost": ("comments", first(COMMENTS, "//w:comment", take_out)),
    "a comment changed": ("comments", first(COMMENTS, "//w:comment//w:t", say("banana"))),
    "a comment on nothing": ("comments", first(DOCUMENT, "//w:commentReference", take_out)),
    "a figure of a chart changed": ("charts", first("word/charts/chart1.xml", "//c:val//c:v", say("99"))),
    "an identity lost": ("identities", first(DOCUMENT, "//w:p[.//w:t]/w:bookmarkStart", take_out)),
    "an identity renamed": ("identities", first(DOCUMENT, "//w:p[.//w:t]/w:bookmarkStart", assign(W + "name", "banana"))),
}


def check_roundtrip(files, folder):
    good, broken = True, folder / "broken.docx"
    for name, (aspect, fault) in LOSSES.items():
        file, parts = next(((f, parts) for f in files if (parts := break_docx(fault, [unpack(f)]))), (None, None))
        if parts is None:
            print(f"FAIL {name}: no file has such an element")
            good = False
            continue
        pack(parts, broken)
        ours, theirs = roundtrip.Content(file).aspects(), roundtrip.Content(broken).aspects()
        good &= report(name, {f"roundtrip.py, {aspect}": roundtrip.differences(ours[aspect], theirs[aspect])})
    return good


def check_charts(files):
    """A figure of a chart that is wrong in the text, in the first document that has a chart."""
    for file in files:
        *_, rows, _ = parity.read_text(file)
        if rows:
            wrong = [[cell + "9" for cell in row] if row is rows[-1] else row for row in rows]
            return report("a wrong figure in a chart", {"parity.py": parity.charts(file, wrong)})
    print("FAIL faults: no chart to break")
    return False


# ---- faults of the checks themselves --------------------------------------------------------------------------

# A check of its own: it objects to "bad", dies of "crash", hangs at "hang", and counts its calls.
CHECK = """
for file; do
  echo "$file" >>"$CALLS"
  case $(cat "$file") in
    bad) echo "FAIL check $file"; status=1 ;;
    crash) kill -9 $$ ;;
    hang) sleep 60 & wait ;;
    *) echo "pass check $file" ;;
  esac
done
exit ${status-0}
"""


def check_kept(folder):
    """What checked.py makes of good and bad files, of changed ones, and of a check that crashes or hangs."""
    os.environ["XDG_CACHE_HOME"], os.environ["CALLS"] = str(folder / "cache"), str(folder / "calls")
    command, file, good = ["bash", "-c", CHECK, "check"], folder / "file", True
    # what is in the file, whether it passes, and how many checks there were by then
    steps = [("good", True, 1), ("good", True, 1), ("bad", False, 2), ("bad", False, 3), ("crash", False, 4), ("crash", False, 5), ("good", True, 5)]
    for content, passes, count in steps:
        file.write_text(content)
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            result = checked.check("check", command, [file])
        calls = len((folder / "calls").read_text().splitlines())
        if (result, calls, f"FAIL check {file}" in shown.getvalue()) != (passes, count, not passes):
            print(f"FAIL checked.py: {content!r} gives {result} after {calls} checks: {shown.getvalue()}")
            good = False
    file.write_text("hang")
    passed, *_ = checked.verdicts(command, [file], seconds=2)
    return good & report("a check that hangs", {"checked.py": not passed})


def check_office(folder):
    """A file at which LibreOffice crashes is named, and the others are made."""

    def job(sources):
        if folder / "bad" in sources:
            raise tool.Failed("crashed")
        for source in sources:
            source.with_suffix(".made").touch()

    office, sources = Office(folder), [folder / name for name in ("one", "bad", "two")]
    office.each(job, sources, lambda source: source.with_suffix(".made"))
    return report("a file at which LibreOffice crashes", {"office.py": office.failed == {folder / "bad": "crashed"}})


def report(name, found):
    finders = [who for who, messages in found.items() if messages]
    print(f"found {name}: {', '.join(finders)}" if finders else f"FAIL not found: {name}")
    return bool(finders)


def main(modules, classpath, folder):
    docx = sorted(Path(folder).rglob("*.docx"))
    whole = lambda text: all(text.with_suffix(s).exists() for s in (".docx", ".pdf"))
    triples = [t for t in sorted(Path(folder).rglob("*.txt")) if whole(t)]
    if not docx or not triples:
        print("FAIL faults: no document to break")
        return 1
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        good = check_docx(docx, modules, place)
        good &= check_pdf(triples[0].with_suffix(".pdf"), classpath, place)
        good &= check_roundtrip(docx, place)
        good &= check_kept(place)
        good &= check_office(place)
    good &= check_parity(triples[0])
    good &= check_charts(triples)
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:4]))
    except tool.Failed as error:
        sys.exit(f"FAIL faults: {error}")
