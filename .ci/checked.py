"""Runs a check on those files of which it is not known already that they pass.

Usage: checked.py NAME COMMAND... -- FILE...     Exit code: 0 all files pass, 1 some file does not.

The check gets the files as arguments. For each it prints one line, `pass … FILE …` or `FAIL … FILE …`, and may add lines that are indented. A file
of which it says nothing, since it crashed or had to be ended, is a finding as well.

Only passes are kept: empty files in ${XDG_CACHE_HOME:-~/.cache}/rapporteur/results, each named by the hash of all that was read: the name and the
command, the file (of X.txt also X.docx and X.pdf), the text of all checks, and $RAPPORTEUR_TOOLS, the versions of the tools.
"""

import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import tool

HERE = Path(__file__).resolve().parent
SECONDS = 1800  # for a check of all files


def kept():
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur" / "results"


def key(name, command, file):
    """The name under which a pass is kept."""
    beside = [file.with_suffix(s) for s in (".docx", ".pdf")] if file.suffix == ".txt" else []
    checks = sorted(f for f in HERE.rglob("*") if f.suffix in (".py", ".mjs", ".java"))
    read = [f.read_bytes() if f.exists() else b"" for f in (file, *beside, *checks)]
    said = [name, *command, os.environ.get("RAPPORTEUR_TOOLS", "")]
    pieces = [hashlib.sha256(piece).digest() for piece in [*(text.encode() for text in said), *read]]
    return hashlib.sha256(b"".join(pieces)).hexdigest()


def verdicts(command, files, seconds=SECONDS, shown=True):
    """Runs the check and shows what it says. Returns of which files it said that they pass, of which that they do not, and how it ended."""
    try:
        process = subprocess.Popen([*command, *map(str, files)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                                   errors="replace", start_new_session=True)
    except OSError as error:
        return set(), set(), error
    clock = threading.Timer(seconds, tool.end, [process])
    clock.start()
    said = {"pass": set(), "FAIL": set()}
    for line in process.stdout:
        if shown:
            print(line, end="", flush=True)
        words = line.split()
        verdict = said.get(words[0]) if words and not line[0].isspace() else None
        if verdict is not None:
            verdict.update(file for file in files if str(file) in words or f"{file}:" in words)
    process.wait()
    clock.cancel()
    return said["pass"] - said["FAIL"], said["FAIL"], process.returncode


def check(name, command, files):
    keys = {file: kept() / key(name, command, file) for file in files}
    unknown = [file for file in files if not keys[file].exists()]
    for file in set(files) - set(unknown):
        keys[file].touch()  # the gate removes what was long not used
    print(f"{len(files) - len(unknown)} of {len(files)} files have passed before")
    if not unknown:
        return bool(files)
    passed, failed, status = verdicts(command, unknown)
    kept().mkdir(parents=True, exist_ok=True)
    for file in passed:
        keys[file].touch()
    for file in [file for file in unknown if file not in passed | failed]:
        print(f"FAIL {name} {file}: no verdict; {command[0]} ended with status {status}")
    return status == 0 and passed == set(unknown)


def main(name, *arguments):
    at = arguments.index("--")
    return 0 if check(name, list(arguments[:at]), [Path(file) for file in arguments[at + 1 :]]) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
