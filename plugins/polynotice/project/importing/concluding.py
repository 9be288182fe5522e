"""Which column is that of personal data, where no header says so and only one can be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polynotice.project.importing.document import Cell
from polynotice.project.importing.header_words import RECEIVERS
from polynotice.project.importing.headers import folded

_OTHERS = """
example examples beispiel beispiele exemple exemples ejemplo ejemplos esempio esempi exemplo
voorbeeld voorbeelden przykład przykłady příklad příklady note notes remark remarks comment
comments anmerkung bemerkung remarque nota notas note uwagi poznámka opmerking right rights recht
rechte droit droits derecho derechos diritto diritti article artikel articolo country land pays
system systems tool tools location storage security measure measures owner status state version date
partner partners cookie cookies примеры пример примечание
narzędzie outil herramienta exemplos
"""
_OTHER_WORDS = frozenset(_OTHERS.split()) | RECEIVERS
_PARTS = re.compile(r"\s*[,;،、，；•·\n]\s*")
_LONGEST_PART = 60


def concluded_column(
    headers: Sequence[Cell], fields: Sequence[str | None], rows: Sequence[Sequence[Cell]]
) -> int | None:
    """The number, from 0, of the column that can only be personal data; `None` if none is sure.

    `fields` are what the headers name. The purpose is named; beside it the legal basis, or nothing
    but this column; one header alone is unknown and names nothing else that tables have, and most
    cells below it are lists of short texts. No table that speaks of cookies is concluded from.
    """
    unknown = [n for n, (cell, name) in enumerate(zip(headers, fields, strict=True)) if not name]
    if len(unknown) != 1 or "purpose" not in fields or "personal_data" in fields:
        return None
    if "legal_basis" not in fields and len(fields) != 2:
        return None
    column = unknown[0]
    words = set(re.findall(r"\w+", folded(headers[column].text)))
    texts = [cell.text for row in (headers, *rows) for cell in row]
    if not words or words & _OTHER_WORDS or any("cookie" in text.casefold() for text in texts):
        return None
    below = [row[column] for row in rows if len({cell.place for cell in row}) == len(fields)]
    lists = sum(1 for cell in below if _is_list(cell))
    return column if below and lists * 2 > len(below) else None


def _is_list(cell: Cell) -> bool:
    parts = [part for line in cell.lines for part in _PARTS.split(line.text) if part]
    return len(parts) > 1 and all(len(part) <= _LONGEST_PART for part in parts)
