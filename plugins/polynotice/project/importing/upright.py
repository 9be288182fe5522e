"""Tables that have their headers one below the other, and what one purpose says beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polynotice.project.importing.content import kinds_in, share_of_bases
from polynotice.project.importing.document import Cell
from polynotice.project.importing.headers import fields_in, folded

MOST_LABELS = 16
"""The number of rows of the longest table of one purpose."""

LEAST_LABELS = 3
"""The number of known headers of a table that has others, too."""

_LONGEST_LABEL = 120


@dataclass(frozen=True, kw_only=True)
class Upright:
    """What such a table says."""

    above: tuple[Cell, ...]
    """Headers of both of its columns, such as "Field" and "Entry"."""
    labels: tuple[tuple[Cell, str | None], ...]
    """Its headers, with the fields that they name."""
    values: tuple[Cell, ...]


def upright(rows: Sequence[Sequence[Cell]], given: Mapping[str, str]) -> Upright | None:
    """What rows of two cells say of one purpose; `None` if they are something else.

    All of its headers are known, or three of them, if its cells say what they should: kinds of
    personal data, or a legal basis; or one is `given`. A glossary names those words, too.
    """
    above = _above(rows, given)
    rows = rows[1:] if above else rows
    if not 2 <= len(rows) <= MOST_LABELS or any(len(row) != 2 for row in rows):
        return None
    known = fields_in([row[0].text for row in rows], given)
    if not {"purpose", "personal_data"} <= set(known):
        return None
    cells = dict(zip(known, (row[1] for row in rows), strict=True))
    if None in known or above:
        is_short = all(0 < len(row[0].text) <= _LONGEST_LABEL for row in rows)
        is_named = sum(1 for name in known if name) >= LEAST_LABELS
        basis = cells.get("legal_basis")
        is_sure = len(kinds_in(cells["personal_data"])) > 1 or (basis and share_of_bases([basis]))
        is_given = any(folded(row[0].text) in given for row in rows)
        if not is_short or not (is_given or (is_named and is_sure)):
            return None
    return Upright(
        above=above,
        labels=tuple((row[0], name) for row, name in zip(rows, known, strict=True)),
        values=tuple(row[1] for row in rows),
    )


def has_labels(rows: Sequence[Sequence[Cell]], given: Mapping[str, str]) -> bool:
    """Whether the first cells of rows name purposes, personal data and something else that has."""
    known = set(fields_in([row[0].text for row in rows], given)) - {None}
    return {"purpose", "personal_data"} <= known and len(known) >= LEAST_LABELS


def _above(rows: Sequence[Sequence[Cell]], given: Mapping[str, str]) -> tuple[Cell, ...]:
    """The first row, if it is marked as headers and names no field."""
    first = rows[0] if rows else ()
    is_marked = bool(first) and all(cell.looks_like_head for cell in first)
    names = fields_in([cell.text for cell in first], given) if is_marked else ("",)
    return tuple(first) if not any(names) and is_marked else ()
