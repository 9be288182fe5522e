"""What the tables of a document are: purposes against personal data, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from polynotice.notice.columns import FIELDS
from polynotice.notice.named_bases import bases_in
from polynotice.notice.settings import RESERVED
from polynotice.project.importing.concluding import better_data, concluded_columns
from polynotice.project.importing.document import Cell, Table
from polynotice.project.importing.headers import fields_in, folded
from polynotice.project.importing.names import slug
from polynotice.project.importing.other_tables import (
    has_marked_header,
    has_other_header,
    is_of_others,
)
from polynotice.project.importing.upright import has_labels, upright

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
    concluded: tuple[tuple[str, str], ...] = ()
    """Fields that columns are taken for though their headers do not say so, with these headers."""

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
        elif table.width in known and not has_other_header(table):
            meanings[index] = _headless(table, known[table.width].fields)
        elif not any(meanings) and widths == {2} and not _says_what_it_is(table, named):
            meanings[index] = _headless(table, ("purpose", "personal_data"))
    return meanings


def _says_what_it_is(table: Table, named: Mapping[str, str]) -> bool:
    """Whether there are headers above or beside what the table says, though not of purposes."""
    return has_marked_header(table) or has_labels(table.rows, named)


def _by_headers(table: Table, named: Mapping[str, str]) -> PurposeTable | None:
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    if upright := _upright(table, rows, named):
        return upright
    for index, row in enumerate(rows[:4]):
        fields, concluded = _meaning(row, rows[index + 1 :], named)
        if fields is None:
            continue
        if is_of_others(row, fields, rows[index + 1 :], named):
            return None
        above = [SectionRow(cell=one[0]) for one in rows[:index] if _is_wide(one)]
        groups = [one for one in rows[:index] if _goes_on(row, one)]
        if len(above) + len(groups) < index:
            return None
        below = next((one for one in rows[index + 1 : index + 2] if _goes_on(one, row)), None)
        headers = [*_headers(row, fields, below), *_only_in(groups, row)]
        body: list[Sequence[Cell]] = []
        for other in rows[index + (2 if below else 1) :]:
            if _repeats(other, row):
                headers += [pair for pair in zip(other, fields, strict=True) if pair[0].text]
            else:
                body.append(other)
        return PurposeTable(
            fields=fields,
            headers=tuple(headers),
            rows=(*above, *_body_rows(body)),
            place=table.place,
            concluded=tuple((name, row[n].text) for n, name in concluded.items()),
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


def _known(row: Sequence[Cell], named: Mapping[str, str]) -> tuple[str | None, ...]:
    return fields_in([cell.text if len(cell.lines) < 4 else "" for cell in row], named)


def _repeats(row: Sequence[Cell], headers: Sequence[Cell]) -> bool:
    """Whether a row says the headers again, as a table does that goes on on another page."""
    return len(row) == len(headers) and all(
        folded(cell.text) == folded(header.text) for cell, header in zip(row, headers, strict=True)
    )


def _header_row(
    row: Sequence[Cell], known: Sequence[str | None], *, are_few: bool = False
) -> tuple[str, ...] | None:
    """The fields of a row of headers, of which those are `known`; `None` if it is none.

    Half of them must be, unless there is another proof that it is a row of headers though they
    `are_few`: all are marked as such, for records of processing have many columns, and three are
    known, or the first is one of the two.
    """
    if len({cell.place for cell in row}) < 2:
        return None
    texts = [cell for cell in row if cell.text]
    pairs = zip(row, known, strict=True)
    count = sum(1 for cell, field in pairs if field or bases_in(cell.text))
    if "purpose" not in known or "personal_data" not in known:
        return None
    is_enough = count > 2 or known[0] in ("purpose", "personal_data")
    are_few = are_few or (is_enough and all(cell.looks_like_head for cell in texts))
    if (count * 2 < len(texts) and not are_few) or any(len(cell.text) > 120 for cell in texts):
        return None
    fields: list[str] = []
    for index, (cell, field) in enumerate(zip(row, known, strict=True)):
        is_new = field is not None and field not in fields
        fields.append(field if field and is_new else _own_field(cell.text, index, fields))
    return tuple(fields)


def _meaning(
    row: Sequence[Cell], below: Sequence[Sequence[Cell]], named: Mapping[str, str]
) -> tuple[tuple[str, ...] | None, Mapping[int, str]]:
    """The fields of a row of headers, and those of them that no header names, by their columns."""
    known = list(_known(row, named))
    if fields := _header_row(row, known):
        better = None if "personal_data" in named.values() else better_data(row, below, fields)
        if better is None:
            return fields, {}
        known[fields.index("personal_data")] = None
        found = {better: "personal_data"}
    elif (concluded := concluded_columns(row, below, named)) is not None:
        found = concluded
    else:
        return None, {}
    known = [found.get(n) or name for n, name in enumerate(known)]
    return _header_row(row, known, are_few=True), found


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
    """A table with its headers one below the other, and what they are of beside them."""
    if table.width != 2 or (rows and _header_row(rows[0], _known(rows[0], named))):
        return None
    found = upright(rows, named)
    if found is None:
        return None
    fields: list[str] = []
    for index, (cell, name) in enumerate(found.labels):
        fields.append(name or _own_field(cell.text, index, fields))
    headers = [(cell, field) for (cell, _), field in zip(found.labels, fields, strict=True)]
    return PurposeTable(
        fields=tuple(fields),
        headers=(*((cell, "") for cell in found.above), *headers),
        rows=(found.values,),
        place=table.place,
    )


def _by_number(table: Table, numbered: Mapping[int, str]) -> PurposeTable | None:
    if not {"purpose", "personal_data"} <= set(numbered.values()) or table.width < max(numbered):
        return None
    fields = (numbered.get(index + 1) or f"{NAMELESS}{index + 1}" for index in range(table.width))
    return _headless(table, tuple(fields))


def _headless(table: Table, fields: tuple[str, ...]) -> PurposeTable:
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    return PurposeTable(fields=fields, rows=_body_rows(rows), place=table.place)


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
