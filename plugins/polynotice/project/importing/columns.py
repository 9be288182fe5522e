"""What the tables of a document are: purposes against personal data, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from polynotice.notice.columns import FIELDS
from polynotice.notice.named_bases import bases_in
from polynotice.notice.settings import RESERVED
from polynotice.project.importing.concluding import concluded_column
from polynotice.project.importing.document import Cell, Table
from polynotice.project.importing.header_words import RECEIVERS
from polynotice.project.importing.headers import field_of, fields_in, folded
from polynotice.project.importing.names import slug

NAMELESS = "?"
"""Begins what stands for the field of a column that has no header, which no field can be."""


@dataclass(frozen=True, kw_only=True)
class SectionRow:
    """A row that is a heading for those below it."""

    cell: Cell


@dataclass(frozen=True, kw_only=True)
class PurposeTable:
    """A table of purposes: what each of its columns is, and its rows."""

    fields: tuple[str, ...]
    """Of each column of its grid."""
    headers: tuple[tuple[Cell, str], ...] = ()
    """Its header cells, with the field that each names; none for one above or below others."""
    rows: tuple[tuple[Cell, ...] | SectionRow, ...]
    place: str
    concluded: str = ""
    """The header of the column that is taken for personal data though it does not say so."""

    @property
    def extra(self) -> dict[str, Cell]:
        """The header of each column that no notice has by itself."""
        return {field: cell for cell, field in self.headers if field and field not in FIELDS}


def understood(tables: Sequence[Table], given: Mapping[str, str]) -> list[PurposeTable | None]:
    """What each table is; `None` for one that is not of purposes.

    `given` maps headers, or numbers of columns from 1, to fields. A table without headers is taken
    by position: as the last one of its width before it, or the first behind it; where no table has
    any, one of two columns is purposes and personal data, for such a document has nothing else.
    """
    named = {folded(header): field for header, field in given.items() if not header.isdigit()}
    numbered = {int(header): field for header, field in given.items() if header.isdigit()}
    meanings = [_by_headers(table, named) or _by_number(table, numbered) for table in tables]
    known = {len(each.fields): each for each in reversed(meanings) if each}
    widths = {_filled_width(table) for table in tables}
    for index, table in enumerate(tables):
        if meanings[index]:
            known[table.width] = meanings[index]  # type: ignore[assignment]
        elif table.width in known and not _has_other_header(table):
            meanings[index] = _headless(table, known[table.width].fields)
        elif not any(meanings) and widths == {2} and not _says_other(table):
            meanings[index] = _headless(table, ("purpose", "personal_data"))
    return meanings


def _by_headers(table: Table, named: Mapping[str, str]) -> PurposeTable | None:
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    if upright := _upright(table, rows, named):
        return upright
    for index, row in enumerate(rows[:4]):
        fields, concluded = _header_row(row, named), ""
        if fields is None and (column := _concluded(row, rows[index + 1 :], named)) is not None:
            concluded = row[column].text
            with_it = {**named, folded(concluded): "personal_data"}
            fields = _header_row(row, with_it)
        if fields is None:
            continue
        if _is_of_receivers(row[0], fields[0], named):
            return None
        above = [SectionRow(cell=one[0]) for one in rows[:index] if _is_wide(one)]
        groups = [one for one in rows[:index] if _goes_on(row, one)]
        if len(above) + len(groups) < index:
            return None
        below = next((one for one in rows[index + 1 : index + 2] if _goes_on(one, row)), None)
        headers = [*_headers(row, fields, below), *_only_in(groups, row)]
        body: list[Sequence[Cell]] = []
        for other in rows[index + (2 if below else 1) :]:
            if _header_row(other, named) == fields:
                headers += [pair for pair in zip(other, fields, strict=True) if pair[0].text]
            else:
                body.append(other)
        return PurposeTable(
            fields=fields,
            headers=tuple(headers),
            rows=(*above, *_body_rows(body)),
            place=table.place,
            concluded=concluded,
        )
    return None


def _goes_on(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Whether headers go on in the next row: some span both, others stand below wide ones."""
    places = [cell.place for cell in above]
    if len(row) != len(above) or len(set(places)) < 2:
        return False
    both = [one.place == other.place for one, other in zip(row, above, strict=True)]
    wide = [places.count(place) > 1 for place in places]
    return any(both) and not all(both) and all(a or b for a, b in zip(both, wide, strict=True))


def _headers(
    row: Sequence[Cell], fields: Sequence[str], below: Sequence[Cell] | None
) -> list[tuple[Cell, str]]:
    """Header cells with their fields; with none, where a column has another header."""
    pairs: list[tuple[Cell, str]] = []
    for cell, field, under in zip(row, fields, below or row, strict=True):
        if under.place == cell.place or field in FIELDS:
            pairs.append((cell, field))
        if under.place != cell.place:
            pairs.append((under, "" if field in FIELDS else field))
    pairs += _only_in([row], [cell for cell, _ in pairs])
    return [pair for pair in pairs if pair[0].text]


def _only_in(groups: Iterable[Sequence[Cell]], others: Iterable[Cell]) -> list[tuple[Cell, str]]:
    places = {cell.place for cell in others}
    return [(cell, "") for row in groups for cell in row if cell.text and cell.place not in places]


def _header_row(row: Sequence[Cell], named: Mapping[str, str]) -> tuple[str, ...] | None:
    """The fields of a row of headers; `None` if it is none: all but one of its cells must be."""
    if len({cell.place for cell in row}) < 2:
        return None
    known = fields_in([cell.text if len(cell.lines) < 4 else "" for cell in row], named)
    texts = [cell for cell in row if cell.text]
    pairs = zip(row, known, strict=True)
    count = sum(1 for cell, field in pairs if field or bases_in(cell.text))
    if "purpose" not in known or "personal_data" not in known:
        return None
    if count * 2 < len(texts) or any(len(cell.text) > 120 for cell in texts):
        return None
    fields: list[str] = []
    for index, (cell, field) in enumerate(zip(row, known, strict=True)):
        is_new = field is not None and field not in fields
        fields.append(field if field and is_new else _own_field(cell.text, index, fields))
    return tuple(fields)


def _concluded(
    row: Sequence[Cell], below: Sequence[Sequence[Cell]], named: Mapping[str, str]
) -> int | None:
    if len({cell.place for cell in row}) < len(row) or any(len(c.text) > 90 for c in row):
        return None
    return concluded_column(row, fields_in([cell.text for cell in row], named), below)


def _is_of_receivers(first: Cell, field: str, named: Mapping[str, str]) -> bool:
    """Whether the rows are those who receive data, or cookies, each for a purpose."""
    words = folded(first.text)
    is_given = words in named
    return not is_given and (field == "recipients" or not RECEIVERS.isdisjoint(words.split()))


def _own_field(header: str, index: int, taken: Iterable[str]) -> str:
    """A field of the notice's own for a column that no notice has by itself."""
    if not header:
        return f"{NAMELESS}{index + 1}"
    name = slug(header, words=4).replace("-", "_")
    name = name if re.match("[a-z]", name) else f"column_{index + 1}"
    while name in RESERVED or name in taken:
        name += "_2" if not name.endswith("_2") else "_more"
    return name


def _upright(
    table: Table, rows: Sequence[Sequence[Cell]], named: Mapping[str, str]
) -> PurposeTable | None:
    """A table with its headers one below the other, and one purpose beside them."""
    if table.width != 2 or not 2 <= len(rows) <= len(FIELDS):
        return None
    known = fields_in([row[0].text for row in rows], named)
    if None in known or _header_row(rows[0], named):
        return None
    fields = tuple(field for field in known if field)
    if not {"purpose", "personal_data"} <= set(fields):
        return None
    headers = tuple((row[0], field) for row, field in zip(rows, fields, strict=True))
    body = (tuple(row[1] for row in rows),)
    return PurposeTable(fields=fields, headers=headers, rows=body, place=table.place)


def _by_number(table: Table, numbered: Mapping[int, str]) -> PurposeTable | None:
    if not {"purpose", "personal_data"} <= set(numbered.values()) or table.width < max(numbered):
        return None
    fields = (numbered.get(index + 1) or f"{NAMELESS}{index + 1}" for index in range(table.width))
    return _headless(table, tuple(fields))


def _headless(table: Table, fields: tuple[str, ...]) -> PurposeTable:
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    return PurposeTable(fields=fields, rows=_body_rows(rows), place=table.place)


_OTHERS = """
cookie cookies name provider anbieter fournisseur proveedor fornitore expiry ablauf domain typ type
service dienst partner vendor country land right recht term begriff
"""
_OTHER_HEADERS = frozenset(_OTHERS.split())
"""Headers of tables that notices have beside those of purposes."""


def _has_other_header(table: Table) -> bool:
    """Whether the first row has headers, of other things: they are marked, or name a field."""
    first = next((row for row in table.rows if any(cell.text for cell in row)), ())
    filled = [cell for cell in first if cell.text]
    if len(table.rows) > 1 and len(filled) > 1 and all(cell.looks_like_head for cell in filled):
        return True
    texts = [cell.text for cell in filled]
    is_short = all(len(text) <= 40 for text in texts)
    names = any(field_of(text) or folded(text) in _OTHER_HEADERS for text in texts)
    return is_short and names and len(table.rows) > 1


def lacks_of(table: Table) -> str:
    """The one of the two fields of a table of purposes that no header of another table names.

    Empty where both lack or neither, or where its rows are receivers or cookies.
    """
    first = next((row for row in table.rows if any(cell.text for cell in row)), ())
    if not first or any(len(cell.text) > 90 for cell in first) or len(table.rows) < 2:
        return ""
    known = fields_in([cell.text for cell in first])
    lacking = [name for name in ("purpose", "personal_data") if name not in known]
    is_other = _is_of_receivers(first[0], known[0] or "", {})
    return lacking[0] if len(lacking) == 1 and not is_other else ""


def _says_other(table: Table) -> bool:
    """Whether marked headers name one of the two columns of a table of purposes, and another."""
    first = next((row for row in table.rows if any(cell.text for cell in row)), ())
    return bool(lacks_of(table)) and all(cell.looks_like_head for cell in first)


def _filled_width(table: Table) -> int:
    return max((len({c.place for c in row if c.text}) for row in table.rows), default=0)


def _is_wide(row: Sequence[Cell]) -> bool:
    return len({cell.place for cell in row}) == 1 and row[0].is_wide


def _body_rows(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...] | SectionRow, ...]:
    """The rows; a section's, where one short text stands across it, or alone at its beginning.

    Alone, in front of others, it must look like a heading, or have several empty cells beside it:
    one empty cell is a row that says too little.
    """
    found: list[tuple[Cell, ...] | SectionRow] = []
    for row, behind in zip(rows, (*rows[1:], ()), strict=True):
        first = row[0]
        is_short = len(first.lines) == 1 and len(first.text) <= 80
        is_alone = len(row) > 1 and first.text and not any(cell.text for cell in row[1:])
        is_apart = behind and (first.looks_like_head or len(row) > 2)
        if _is_wide(row):
            found.append(SectionRow(cell=first))
        elif is_short and is_alone and is_apart:
            found.append(SectionRow(cell=replace(first, is_wide=True)))
        else:
            found.append(tuple(row))
    return tuple(found)
