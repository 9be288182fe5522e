"""Writes what is made from the code, in the manual and in the package: `make reference`."""

from __future__ import annotations

from pathlib import Path

from polynotice.catalogues import vocabularies
from polynotice.core.problem_codes import markdown_table
from tests import vocabulary_catalogues
from tests.projects import ROOT

VOCABULARIES_PAGE = ROOT / "manual" / "reference" / "vocabularies.md"
PROBLEM_CODES = ROOT / "manual" / "reference" / "problem-codes.md"
BEGIN, END = "<!-- problem codes: written by `make reference` -->\n", "<!-- end -->\n"


def with_table(text: str) -> str:
    """The page with the table as it is now. Raises `ValueError` if its markers are not there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has lost a marker of its generated part")
    return f"{before}{BEGIN}\n{markdown_table()}\n{END}{after}"


def vocabularies_page() -> str:
    """The page that lists what the vocabularies name."""
    bases = [(term.id, term.name) for term in vocabularies.legal_bases().values()]
    kinds = [
        (term.id, term.name, group.name, "yes" if term.special else "")
        for group in vocabularies.groups_of_data().values()
        for term in vocabularies.kinds_of_data().values()
        if term.group == group.id
    ]
    rights = [(term.id, term.name, term.sentence) for term in vocabularies.rights().values()]
    parts = [
        _INTRODUCTION,
        "## Legal bases\n",
        _table(("id", "text of the cell"), bases),
        "## Kinds of personal data\n",
        _table(("id", "name", "group", "Article 9"), kinds),
        "## People concerned\n",
        _table(("id", "name"), [(one.id, one.name) for one in vocabularies.people().values()]),
        "## Recipients\n",
        _table(("id", "name"), [(one.id, one.name) for one in vocabularies.recipients().values()]),
        "## Rights\n",
        _table(("id", "name", "sentence"), rights),
    ]
    return "\n".join(parts)


_INTRODUCTION = """\
# Vocabularies

<!-- written by `make reference` -->

What notices of many organisations name alike comes with the tool, translated into the languages \
of its own words.
`add-locale` and `update` put the translation into a notice's catalogue wherever the notice says \
the same, word for word, in its source language; what its translators write there wins.

| written in the notice | is looked up in |
| --- | --- |
| `legal_basis_ids` of a purpose, or a text in `legal_basis` | legal bases |
| `name` of a data category, a text in `personal_data` | kinds of personal data |
| `name` of a group | their groups |
| a text in `data_subjects` | people concerned |
| a text in `recipients` | recipients |
| a paragraph or heading of a page | rights |

Only the ids of legal bases can be used in records; the others name the terms in the tool's files \
(`plugins/polynotice/vocabularies/`).
The legal bases follow the wording of Regulation (EU) 2016/679, put as a cell says it, without its \
exceptions and conditions: where they matter to your readers, write `legal_basis` yourself.
A translation that was not compared with the official text comes as fuzzy, for your translator to \
confirm.
"""


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *((f"`{one[0]}`", *one[1:]) for one in rows)]
    return "".join(f"| {' | '.join(line)} |\n".replace("|  |", "| |") for line in lines)


def main(path: Path = PROBLEM_CODES) -> None:
    """Writes the page anew."""
    path.write_text(with_table(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
    VOCABULARIES_PAGE.write_text(vocabularies_page(), encoding="utf-8")
    vocabulary_catalogues.main()
