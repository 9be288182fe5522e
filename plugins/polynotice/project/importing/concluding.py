"""Which columns are purposes and personal data, where headers do not say it but cells do.

What is concluded is always said, with what to do if it is wrong; where it is not clear, nothing is:
a table that stays in its page and is reported is better than one that is taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from polynotice.notice.columns import FIELDS
from polynotice.project.importing.content import (
    MOST_CELLS,
    count_of_kinds,
    kinds_in,
    share_of_bases,
    share_of_data,
    share_of_firms,
    share_of_periods,
    share_of_texts,
)
from polynotice.project.importing.document import Cell
from polynotice.project.importing.header_words import RECEIVERS, WEAK_HEADER_WORDS
from polynotice.project.importing.headers import (
    LONGEST,
    fields_in,
    folded,
    is_category,
    weakly_named,
)

_OTHERS = """
example examples beispiel beispiele exemple exemples ejemplo ejemplos esempio esempi exemplo
voorbeeld voorbeelden przykład przykłady příklad příklady note notes remark remarks comment
comments anmerkung bemerkung remarque nota notas note uwagi poznámka opmerking right rights recht
rechte droit droits derecho derechos diritto diritti article artikel articolo country land pays
system systems tool tools location storage security measure measures owner status state version date
partner partners cookie cookies примеры пример примечание
narzędzie outil herramienta exemplos permission permissions berechtigung berechtigungen permiso
permisos permissão permissões permesso permessi autorisation autorisations uprawnienie uprawnienia
oprávnění oprávnenie dovoljenje dozvola behörighet tillatelse tilladelse разрешение дозвіл izin
権限 권한 权限 權限 permisiune
"""
_OTHER_WORDS = frozenset(_OTHERS.split()) | RECEIVERS
_GROUPS = """
category categories kategorie kategorien catégorie catégories categoría categorías categoria
categorie categorieën kategoria kategori kategorier type types typ typen tipo tipos soort rodzaj
druh source quelle origin event
"""
_NO_PURPOSE = _OTHER_WORDS | frozenset(_GROUPS.split())
_PARTS = re.compile(r"\s*[,;،、，；•·\n]\s*")
_LONGEST_PART = 60
_COOKIE = re.compile(r"cookie|\b_\w+|\b[A-Z_]*_[A-Z_]+\b", re.IGNORECASE)
"""The word, and what names of cookies look like."""

MOST = 0.5
"""The share of its cells from which on a column is what they are."""

LEAST = 0.25
"""The share from which on it is, if its header points to it, or cannot be anything else."""


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """A row of headers, what they name, and what stands below them."""

    headers: Sequence[Cell]
    fields: Sequence[str | None]
    cells: Sequence[Sequence[Cell]]
    """Of each column, those that say something."""

    @property
    def unknown(self) -> list[int]:
        """The columns of which no header says what they are."""
        named = zip(self.fields, self.cells, strict=True)
        return [n for n, (name, cells) in enumerate(named) if not name and cells]

    def words(self, column: int) -> set[str]:
        """The words of a header."""
        return set(re.findall(r"\w+", folded(self.headers[column].text)))

    def may_be(self, column: int, others: frozenset[str] = _OTHER_WORDS) -> bool:
        """Whether there is a header, and none of something else."""
        words = self.words(column)
        return bool(words) and words.isdisjoint(others)

    def knowing(self, found: Mapping[int, str]) -> _Columns:
        """The same with the fields of more columns."""
        fields = [found.get(n) or name for n, name in enumerate(self.fields)]
        return replace(self, fields=fields)


def concluded_columns(
    headers: Sequence[Cell], rows: Sequence[Sequence[Cell]], given: Mapping[str, str]
) -> dict[int, str] | None:
    """Fields by the numbers, from 0, of the columns that headers do not name and cells do.

    `None` unless both purposes and personal data are among them, or named and what the cells say.
    Personal data are known by the kinds of them that the cells list, or, beside purposes, as the
    one column of lists; purposes as the one column of texts, where the legal basis is named, or
    known by its articles. No table of cookies, of those who receive data, of rights or of examples
    is concluded from. `given` are fields by headers.
    """
    if len({cell.place for cell in headers}) < len(headers) or len(headers) < 2:
        return None
    if any(len(cell.text) > LONGEST for cell in headers):
        return None
    columns = _columns(headers, rows, fields_in([cell.text for cell in headers], given))
    if not any(columns.cells) or _is_of_cookies(columns) or _begins_with_receivers(columns):
        return None
    found: dict[int, str] = {}
    for conclude in (_bases, _data, _purpose):
        found |= conclude(columns)
        columns = columns.knowing(found)
    if not {"purpose", "personal_data"} <= set(columns.fields) or _is_of_receivers(columns):
        return None
    return found if found or _lists_kinds(columns, columns.fields.index("personal_data")) else None


def better_data(
    headers: Sequence[Cell], rows: Sequence[Sequence[Cell]], fields: Sequence[str]
) -> int | None:
    """The number of the column of personal data, where another one is only said to be that.

    Below that other header no kind of them stands, as below "Name of the file"; or categories stand
    there, and what is in each of them, in lists, in the next column.
    """
    named = fields.index("personal_data")
    known = [name if name in FIELDS else None for name in fields]
    columns = _columns(headers, rows, known)
    if is_category(headers[named].text) and _are_listed_behind(columns, named):
        return named + 1
    is_plain = folded(headers[named].text) in WEAK_HEADER_WORDS["personal_data"]
    if is_plain or not columns.cells[named] or count_of_kinds(columns.cells[named]):
        return None
    columns = replace(columns, fields=[None if n == named else f for n, f in enumerate(known)])
    listing = [n for n in columns.unknown if columns.may_be(n) and _lists_kinds(columns, n)]
    return listing[0] if len(listing) == 1 and _is_alone(columns, listing[0]) else None


def _are_listed_behind(columns: _Columns, column: int) -> bool:
    """Whether most cells of the next column, which nobody knows, are lists, and hardly one here."""
    behind = column + 1
    if behind not in columns.unknown or not columns.may_be(behind):
        return False
    here, there = columns.cells[column], columns.cells[behind]
    lists = sum(1 for cell in there if _is_list(cell))
    return lists * 2 > len(there) and sum(1 for cell in here if _is_list(cell)) * 5 <= len(here)


def _columns(
    headers: Sequence[Cell], rows: Sequence[Sequence[Cell]], fields: Sequence[str | None]
) -> _Columns:
    some = rows[: 2 * MOST_CELLS]
    whole = [row for row in some if len({cell.place for cell in row}) == len(headers)]
    cells = [[row[n] for row in whole if row[n].text] for n in range(len(headers))]
    return _Columns(headers=headers, fields=fields, cells=cells)


def _data(columns: _Columns) -> dict[int, str]:
    """The column of personal data."""
    if "personal_data" in columns.fields:
        return {}
    listing = [n for n in columns.unknown if columns.may_be(n) and _lists_kinds(columns, n)]
    if len(listing) == 1 and _is_alone(columns, listing[0]):
        return {listing[0]: "personal_data"}
    return _only_lists(columns)


def _lists_kinds(columns: _Columns, column: int) -> bool:
    """Whether its cells name kinds of personal data, and its header none of their values."""
    cells = columns.cells[column]
    count, share = count_of_kinds(cells), share_of_data(cells)
    if len(kinds_in(columns.headers[column])) > 1 or share_of_bases(cells) >= MOST:
        return False
    is_beside_purposes = "purpose" in columns.fields
    if is_beside_purposes or weakly_named(columns.headers[column].text) == "personal_data":
        return count > 1 and share >= LEAST
    return share >= MOST and count >= (3 if len(cells) > 1 else 2)


def _is_alone(columns: _Columns, column: int) -> bool:
    """Whether no other column of which nobody knows what it is names as many kinds, by far."""
    others = [n for n in columns.unknown if n != column]
    most = max((count_of_kinds(columns.cells[n]) for n in others), default=0)
    return most * 2 <= count_of_kinds(columns.cells[column])


def _only_lists(columns: _Columns) -> dict[int, str]:
    """The one unknown column beside purposes and legal bases, or purposes alone: of short lists."""
    unknown = [n for n, name in enumerate(columns.fields) if not name]
    if len(unknown) != 1 or "purpose" not in columns.fields:
        return {}
    if "legal_basis" not in columns.fields and len(columns.fields) != 2:
        return {}
    texts = [cell.text for cell in chain(columns.headers, *columns.cells)]
    if not columns.may_be(unknown[0]) or any("cookie" in text.casefold() for text in texts):
        return {}
    cells = columns.cells[unknown[0]]
    lists = sum(1 for cell in cells if _is_list(cell))
    return {unknown[0]: "personal_data"} if cells and lists * 2 > len(cells) else {}


def _bases(columns: _Columns) -> dict[int, str]:
    """The one column whose cells are legal bases."""
    if "legal_basis" in columns.fields:
        return {}
    of_bases = [n for n in columns.unknown if share_of_bases(columns.cells[n]) >= MOST]
    is_one = len(of_bases) == 1 and columns.may_be(of_bases[0])
    return {of_bases[0]: "legal_basis"} if is_one else {}


def _purpose(columns: _Columns) -> dict[int, str]:
    """The column of purposes, beside personal data."""
    if "purpose" in columns.fields or "personal_data" not in columns.fields:
        return {}
    of_texts = [n for n in columns.unknown if _has_texts(columns, n)]
    weakly = [n for n in of_texts if weakly_named(columns.headers[n].text) == "purpose"]
    found = weakly or (of_texts if "legal_basis" in columns.fields else [])
    return {found[0]: "purpose"} if len(found) == 1 else {}


def _has_texts(columns: _Columns, column: int) -> bool:
    """Whether its cells say something else each, and in words: no groups, periods or receivers."""
    cells = columns.cells[column]
    if not columns.may_be(column, _NO_PURPOSE) or len({one.text for one in cells}) < len(cells):
        return False
    others = (share_of_data, share_of_bases, share_of_periods, share_of_firms)
    return share_of_texts(cells, 3) >= MOST and all(share(cells) < LEAST for share in others)


def _is_of_cookies(columns: _Columns) -> bool:
    if any(_COOKIE.search(header.text) for header in columns.headers):
        return True
    return any(
        sum(1 for cell in cells if _COOKIE.search(cell.text)) * 3 > len(cells)
        for cells in columns.cells
        if cells
    )


def _begins_with_receivers(columns: _Columns) -> bool:
    """Whether the first header names those who receive data, and no other one a legal basis."""
    first = folded(columns.headers[0].text)
    return not RECEIVERS.isdisjoint(first.split()) and "legal_basis" not in columns.fields


def _is_of_receivers(columns: _Columns) -> bool:
    """Whether rows may be those who receive data: they begin with neither of the two columns.

    A legal basis is of a purpose; companies have none.
    """
    if "legal_basis" in columns.fields:
        return False
    firms = any(share_of_firms(columns.cells[n]) >= MOST for n in (*columns.unknown, 0))
    return firms or columns.fields[0] not in ("purpose", "personal_data")


def _is_list(cell: Cell) -> bool:
    parts = [part for line in cell.lines for part in _PARTS.split(line.text) if part]
    return len(parts) > 1 and all(len(part) <= _LONGEST_PART for part in parts)
