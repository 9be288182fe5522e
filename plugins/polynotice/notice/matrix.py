"""The picture of a notice: purposes against groups of personal data, as a grid of marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polynotice.core.model import Notice, Phrase, Purpose
from polynotice.core.translation import Say
from polynotice.notice.tables import grouped_categories, name_of

MARK = "●"
"""Stands where a purpose uses personal data of a group."""


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """One purpose, and the groups that it uses personal data of."""

    id: str
    name: Phrase
    groups: frozenset[str]
    """Their ids."""


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Purposes against groups of personal data."""

    label: Phrase
    """Names the table for those who do not see it."""
    corner: Phrase
    """The header of the column with the purposes."""
    groups: tuple[tuple[str, Phrase], ...]
    """Ids and names: a column each."""
    rows: tuple[MatrixRow, ...]


def matrix(notice: Notice, purposes: Sequence[Purpose], say: Say) -> Matrix:
    """The matrix of these purposes; a group that none of them uses has no column."""
    grouped = grouped_categories(notice)
    group_of = {one.id: name for name, _, categories in grouped for one in categories}
    rows = tuple(
        MatrixRow(
            id=purpose.id,
            name=say(name_of(purpose)),
            groups=frozenset(group_of[one] for one in purpose.data if one in group_of),
        )
        for purpose in purposes
    )
    used = {name for row in rows for name in row.groups}
    return Matrix(
        label=say(notice.words["tables"]),
        corner=say(notice.words["purpose"]),
        groups=tuple((name, say(text)) for name, text, _ in grouped if name in used),
        rows=rows,
    )
