"""Checks DOCX files with two validators, with python-docx, and with two rules of our own.

Usage: docx.py FILE.docx...     Exit code: 0 all files good, 1 some file is not.

1. openxml-audit: the rules of the Open XML SDK again, in Python, and some that the SDK has not.
2. ooxml-integrity: whether the parts refer to one another consistently (styles, footnotes, revisions).
3. python-docx opens the file and walks through its paragraphs and tables.
4. Ours, because no validator looks: every numId in use has a w:num, and every w:num an abstractNum.
   Word shows such paragraphs without a number and says nothing.
5. Ours: no two entries of the zip have the same name (readers differ in which of the two they take).

One finding is waived, see `audit`. All else that one of them calls an error or a warning is to be put right
in the writer.

(The file is not called docx.py because python-docx, which it imports, has that name.)
"""

import sys
import zipfile
from collections import Counter

import docx
from lxml import etree
from ooxml_integrity import INFO, check as integrity
from openxml_audit import FileFormat, OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


# numId 0 means "no number" and needs no definition (ISO/IEC 29500-1, 17.9.18); openxml-audit 0.8.0 asks for one.
NO_NUMBER = "Numbering definition '0' referenced but not found"


def audit(path):
    # A validator for each file: it remembers the ids of parts by the address of the package in memory, which the next
    # package may get, and then takes the ids of the one for those of the other.
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    return [f"openxml-audit: {e}" for e in validator.validate(path).errors if e.description != NO_NUMBER]


def consistent(path):
    found = [f for f in integrity(path) if f.severity != INFO]
    return ["ooxml-integrity: " + " ".join(str(f).split()) for f in found]


def opens(path):
    document = docx.Document(path)
    for paragraph in document.paragraphs:
        paragraph.text, paragraph.style.name
    for table in document.tables:
        [cell.text for row in table.rows for cell in row.cells]
    return []


def numbering(path):
    """Every numId in use leads to a w:num, every w:num to an abstractNum."""
    with zipfile.ZipFile(path) as package:
        parts = {n: package.read(n) for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")}
    trees = {name: etree.fromstring(data) for name, data in parts.items()}
    root = trees.get("word/numbering.xml", etree.Element("none"))
    nums = {n.get(W + "numId"): n.find(W + "abstractNumId").get(W + "val") for n in root.iter(W + "num")}
    abstracts = {a.get(W + "abstractNumId") for a in root.iter(W + "abstractNum")}
    found = [f"w:num {n} refers to no abstractNum ({a})" for n, a in nums.items() if a not in abstracts]
    for name, tree in trees.items():
        used = Counter(n.get(W + "val") for n in tree.iter(W + "numId"))
        found += [f"{name}: numId {n} ({c} x) has no w:num" for n, c in used.items() if n not in nums | {"0": None}]
    return ["numbering: " + f for f in found]


def entries(path):
    with zipfile.ZipFile(path) as package:
        return [f"zip: entry {n} {c} times" for n, c in Counter(package.namelist()).items() if c > 1]


def findings(path):
    """Everything that is wrong with a file. A check that breaks down has found something, too."""
    found = []
    for check in (audit, consistent, opens, numbering, entries):
        try:
            found += check(path)
        except Exception as error:  # broken files raise whatever they like
            found.append(f"{check.__name__}: {type(error).__name__}: {error}")
    return found


def main(paths):
    bad = 0
    for path in paths:
        found = findings(path)
        bad += bool(found)
        print("FAIL" if found else "pass", "docx", path, flush=True)
        for line in found:
            print("  " + line)
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
