"""Writes what is made from the code, in the manual and in the package: `make reference`."""

from __future__ import annotations

from pathlib import Path

from polynotice.core.problem_codes import markdown_table
from tests import vocabulary_catalogues
from tests.projects import ROOT

PROBLEM_CODES = ROOT / "manual" / "reference" / "problem-codes.md"
BEGIN, END = "<!-- problem codes: written by `make reference` -->\n", "<!-- end -->\n"


def with_table(text: str) -> str:
    """The page with the table as it is now. Raises `ValueError` if its markers are not there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has lost a marker of its generated part")
    return f"{before}{BEGIN}\n{markdown_table()}\n{END}{after}"


def main(path: Path = PROBLEM_CODES) -> None:
    """Writes the page anew."""
    path.write_text(with_table(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
    vocabulary_catalogues.main()
