"""Documents written for a test, and what `polynotice import` makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from polynotice.cli import main
from polynotice.core.model import Notice
from tests.projects import load, polynotice

SEED = Path(__file__).parent / "seed.txt"
"""The published text of nine purposes, as it was pasted."""


def bring(folder: Path, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """The exit status and the document of `polynotice import … --into folder --json`."""
    result = run(*arguments, "--into", folder, "--json")
    assert result.exit_code in (0, 1), result.output
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["cells"] == found["taken"] + len(found["left"])
    return result.exit_code, found


def run(*arguments: str | Path) -> Result:
    """Runs `polynotice import` with those arguments."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)])


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Writes a file."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def rows_of(notice: Notice, *fields: str) -> list[tuple[str, ...]]:
    """What each purpose says in those fields, the texts of a list one behind the other."""
    return [
        tuple("; ".join(text.msgid for text in purpose.fields[name].texts) for name in fields)
        for purpose in notice.purposes
    ]


def notice_in(folder: Path) -> Notice:
    """The notice of a project without problems."""
    assert polynotice(folder, "check").exit_code == 0, polynotice(folder, "check").output
    return load(folder).notice


PUBLISHED = [
    tuple(line.split("\t"))
    for line in SEED.read_text("utf-8").splitlines()
    if "\t" in line and "<b>" not in line
]
"""The nine rows as they were published."""
