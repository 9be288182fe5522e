"""Tables that notices have beside those of purposes: of receivers, cookies, rights, periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from polynotice.project.importing.content import count_of_kinds, share_of_data, share_of_dates
from polynotice.project.importing.document import Cell, Table
from polynotice.project.importing.header_words import REASONS, RECEIVERS
from polynotice.project.importing.headers import LONGEST, field_of, fields_in, folded

_OTHERS = """
cookie cookies name provider anbieter fournisseur proveedor fornitore expiry ablauf domain typ type
service dienst partner vendor country land right recht term begriff
"""
_OTHER_HEADERS = frozenset(_OTHERS.split())
"""Headers of tables that notices have beside those of purposes."""


def is_of_others(
    headers: Sequence[Cell],
    fields: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    given: Mapping[str, str],
) -> bool:
    """Whether the rows are not purposes, though they have one, and data.

    They are those who receive data, or cookies, each for a purpose, unless the table says on what
    legal basis; or periods, each with the reason why data are kept so long; or changes, each with
    its date, which is "data" in some language. What is `given` for a header is believed.
    """
    words = [folded(cell.text) for cell in headers]
    if any(each in given for each in words) or "legal_basis" in fields:
        return False
    if "personal_data" in fields:
        column = list(fields).index("personal_data")
        cells = [row[column] for row in rows if len(row) > column and row[column].text]
        if share_of_dates(cells) > 0.5:
            return True
    is_received = fields[0] == "recipients" or not RECEIVERS.isdisjoint(words[0].split())
    reason = words[list(fields).index("purpose")] if "purpose" in fields else ""
    return is_received or ("retention" in fields and reason in REASONS)


def has_other_header(table: Table) -> bool:
    """Whether the first row has headers, of other things: they are marked, or name a field."""
    if has_marked_header(table):
        return True
    filled = _filled(table)
    texts = [cell.text for cell in filled]
    is_short = all(len(text) <= 40 for text in texts)
    names = any(field_of(text) or folded(text) in _OTHER_HEADERS for text in texts)
    return is_short and names and len(table.rows) > 1


def has_marked_header(table: Table) -> bool:
    """Whether the first row is marked as headers of those below."""
    filled = _filled(table)
    is_several = len(table.rows) > 1 and len(filled) > 1
    return is_several and all(cell.looks_like_head for cell in filled)


def doubt_of(table: Table) -> str | None:
    """Why a table that stays one of a page may be of purposes; `None` if it has nothing of that.

    The one of their two fields that no header names, the other being named or standing below one;
    or an empty text where both are, but the rows seem to be something else.
    """
    first = _first(table)
    if not first or any(len(cell.text) > LONGEST for cell in first) or len(table.rows) < 2:
        return None
    rows = table.rows[1:]
    known = fields_in([cell.text for cell in first])
    lacking = [name for name in ("purpose", "personal_data") if name not in known]
    if not lacking:
        return ""
    if len(lacking) == 1:
        is_other = is_of_others(first, [name or "" for name in known], rows, {})
        return None if is_other else lacking[0]
    columns = ([row[n] for row in rows if len(row) > n and row[n].text] for n in range(len(first)))
    has_data = any(count_of_kinds(cells) > 2 and share_of_data(cells) >= 0.5 for cells in columns)
    return "purpose" if has_data else None


def _first(table: Table) -> Sequence[Cell]:
    return next((row for row in table.rows if any(cell.text for cell in row)), ())


def _filled(table: Table) -> list[Cell]:
    return [cell for cell in _first(table) if cell.text]
