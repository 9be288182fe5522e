"""How long it takes to merge new messages into a catalogue, beside GNU gettext and Babel."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import table
from benchmarks.timing import Command, in_turn, median
from polynotice.catalogues import po_format
from polynotice.catalogues.po_format import Entry, PoFile

ROOT = Path(__file__).parents[1]


def merges(folder: Path, runs: int) -> Iterator[str]:
    """200 and 2,000 messages, a tenth of them re-worded.

    `pybabel update` is left out of the second: it takes minutes.
    """
    for number in (200, 2000):
        here = folder / f"{number}"
        _write(here, number)
        commands = {"Polynotice": _polynotice(here)}
        if shutil.which("msgmerge"):
            commands["GNU msgmerge"] = _msgmerge(here)
        if number == 200:
            commands["`pybabel update`"] = _pybabel(here)
        start = [
            sys.executable,
            "-c",
            "import polynotice.catalogues.merge, polynotice.catalogues.po_format, rapidfuzz.fuzz",
        ]
        commands["(the start of Polynotice)"] = Command(arguments=start, folder=ROOT)
        taken = in_turn(commands, runs)
        title = f"{number:,} messages, {number // 10} re-worded"
        yield table((title, "time"), [[name, median(times)] for name, times in taken.items()])


def _write(folder: Path, number: int) -> None:
    sentence = "We keep what you have told us about number {} for as long as the law demands it."
    old = [Entry(msgid=sentence.format(n), msgstr=(f"DE {n}",)) for n in range(number)]
    new = [
        Entry(msgid=e.msgid.replace("the law", "any law") if n % 10 == 0 else e.msgid)
        for n, e in enumerate(old)
    ]
    header = Entry(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\nLanguage: de\n",))
    folder.mkdir()
    for name, entries in (("old.po", old), ("new.pot", new)):
        text = po_format.dump(PoFile(header=header, entries=tuple(entries)))
        (folder / name).write_text(text, encoding="utf-8")


def _polynotice(folder: Path) -> Command:
    files = (str(folder / "old.po"), str(folder / "new.pot"))
    return Command(arguments=[sys.executable, "-m", "benchmarks.merge", *files], folder=ROOT)


def _msgmerge(folder: Path) -> Command:
    arguments = ["msgmerge", "--quiet", "-o", "/dev/null", "old.po", "new.pot"]
    return Command(arguments=arguments, folder=folder)


def _pybabel(folder: Path) -> Command:
    # It writes what it merges, so each run starts from the old catalogue.
    program = str(Path(sys.executable).with_name("pybabel"))
    # `exec`, so that to stop the command is to stop Babel.
    update = f"exec '{program}' -q update -i new.pot -o babel.po -l de"
    return Command(arguments=["sh", "-c", f"cp old.po babel.po && {update}"], folder=folder)
