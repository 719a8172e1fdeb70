"""LibreOffice, with a profile of its own: an open one would take the job and drop it.

It is started once for many files, since most of its time goes into its start. Of those of which it made nothing, each is then tried alone:
so it is known which one makes it crash or hang, and the others are still compared.
"""

import re
import tempfile
import zipfile
from pathlib import Path

import tool

SECONDS = 300  # for a file alone; one of 400 pages takes a minute
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


def without_comments(source, target):
    """A copy of a DOCX without the marks of its comments.

    While LibreOffice makes a table of contents anew it also draws the windows of the comments in the margin. `libreoffice-writer-nogui`
    (7.4) has no description of such a window (modules/swriter/ui/annotation.ui) and aborts: NoSuchElementException.
    """
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            mark = rb"<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*/>" if name == "word/document.xml" else b"(?!)"
            new.writestr(name, re.sub(mark, b"", old.read(name)))


class Office:
    """LibreOffice, and what it could not do."""

    def __init__(self, folder):
        self.profile = Path(folder) / "profile"
        self.failed = {}  # files that it could not take, each with what happened

    def run(self, count, *arguments):
        tool.run("soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", *arguments, seconds=SECONDS + 60 * count)

    def convert(self, kind, ending, sources, target):
        """Converts the files into a folder."""
        convert = lambda some: self.run(len(some), "--convert-to", kind, "--outdir", str(target), *map(str, some))
        self.each(convert, sources, lambda source: target / f"{source.stem}.{ending}")

    def update(self, sources, target):
        """Saves the files in a folder with their tables of contents made anew."""
        # a profile has a place for macros once LibreOffice has made it
        basic = self.profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(MACRO)
        (basic / "script.xlb").write_text(LIBRARY)
        self.each(lambda some: self.update_some(some, target), sources, lambda source: target / source.name)

    def update_some(self, sources, target):
        with tempfile.TemporaryDirectory() as folder:
            for source in sources:
                without_comments(source, Path(folder) / source.name)
            self.run(len(sources), f'macro:///Standard.Module1.Update("{folder}","{target}")')

    def each(self, job, sources, made):
        """Does `job` with all files at once, then with each of those of which it made nothing."""
        if not sources:
            return  # without a file LibreOffice would start and wait for one
        try:
            job(sources)
        except tool.Failed:
            pass  # which file it was is found out now
        for source in sources:
            if made(source).exists():
                continue
            try:
                job([source])
            except tool.Failed as error:
                self.failed[source] = str(error)
            if not made(source).exists():
                self.failed.setdefault(source, "LibreOffice made nothing of it and did not say why")
