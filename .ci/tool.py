"""Runs programs that are not ours: one that crashes, hangs or is missing is a finding, never a traceback."""

import os
import signal
import subprocess


class Failed(Exception):
    """What became of a program that did not do its work."""


def run(*command, seconds=600):
    """What a program writes. If it takes longer it is ended, with all that it has started."""
    try:
        process = subprocess.Popen(
            command, encoding="utf-8", errors="replace", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise Failed(f"{command[0]} could not be started: {error}") from error
    try:
        written, complaints = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        end(process)
        process.communicate()
        raise Failed(f"{command[0]} had not ended after {seconds} seconds") from None
    if process.returncode:
        raise Failed(f"{command[0]} ended with status {process.returncode}: {' / '.join(complaints.split(chr(10))[-4:])[-300:]}")
    return written


def end(process):
    """Ends a program that was started in a session of its own, with all that it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it has ended by itself
