"""Marks in cells: a tick below a header that names a legal basis says it of the row's purpose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from polynotice.notice.named_bases import bases_in
from polynotice.project.importing.document import Cell

_YES = """
✓ ✔ ☑ ☒ ✅ 🗸 🗹 x • ● ■ ◯ ○ yes y ja j oui sí si sì sim tak ano áno igen da да так ναι evet نعم כן
是 有 はい 예 kyllä jah jā taip iva
"""
_NO = """
✗ ✘ ❌ ✖ × ☐ □ - – — / no n nein non não nie ne nem nu нет не ні όχι hayır لا לא 否 无 無 いいえ
아니요 nej nei ei nē
"""
_MARKS = {**dict.fromkeys(_NO.split(), False), **dict.fromkeys(_YES.split(), True)}

ALONE = "its column has marks alone: what they tick is proposed as legal_basis_ids"
"""Why the header of such a column is left."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """The basis that a header names."""

    header: str
    basis: str
    """Its id."""


def named_in(headers: Iterable[tuple[Cell, str]]) -> Mapping[str, Named]:
    """The basis that each header names, by its field, where it names one alone."""
    bases = {field: (cell.text, bases_in(cell.text)) for cell, field in headers}
    return {
        field: Named(header=text, basis=next(iter(ids)))
        for field, (text, ids) in bases.items()
        if len(ids) == 1
    }


def says_yes(cell: Cell) -> bool | None:
    """Whether the cell is a tick, or a mark that says no; `None` for words."""
    return _MARKS.get(cell.text.casefold().strip(" ."))


def marked(
    cells: Mapping[str, Cell], named: Mapping[str, Named]
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The fields of a row whose cells are marks of bases, with what they say; the bases ticked.

    Each of these is an id, and why it is but likely.
    """
    why: dict[str, str] = {}
    ticked = []
    for name, one in named.items():
        if (is_tick := says_yes(cells[name]) if name in cells else None) is None:
            continue
        what = f"proposed as {one.basis}" if is_tick else "it says no, or nothing"
        why[name] = f'is a mark below "{one.header}": {what}'
        if is_tick:
            ticked.append((one.basis, f'ticked below "{one.header}"'))
    return why, tuple(ticked)


def without_marks(
    columns: Iterable[str], gone: Collection[str], *, has_bases: bool
) -> tuple[str, ...]:
    """The columns, with that of legal bases in the place of those that had marks alone.

    >>> without_marks(["purpose", "consent", "contract"], {"consent", "contract"}, has_bases=True)
    ('purpose', 'legal_basis')
    """
    instead = ("legal_basis",) if has_bases else ()
    shown = (one for name in columns for one in (instead if name in gone else (name,)))
    return tuple(dict.fromkeys(shown))
