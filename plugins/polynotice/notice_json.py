"""The notice as data: `notice.json` at the root of each locale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from polynotice.blocks import Block, PurposesBlock
from polynotice.model import Notice, Purpose
from polynotice.tables import Cell, lang_of, purpose_tables, state_of
from polynotice.translation import Say

Visible = Callable[[Sequence[str]], Sequence[str]]
"""Gives what a reader sees of each of some inline Markdown texts."""


def notice_data(
    notice: Notice,
    blocks: Mapping[str, Sequence[Block]],
    say: Say,
    visible: Visible,
    urls: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Every record that a page places, in the order of the notice, as one locale reads it.

    `blocks` are those of each page, by its path below `docs/`; `urls` the pages' addresses, from
    the root of the locale. A field is there if a table shows it.
    """
    shown = _shown_fields(blocks)
    section_of = {p.id: section.id for section in notice.sections for p in section.purposes}
    records = []
    for purpose in notice.purposes:
        if purpose.id not in shown:
            continue
        page, fields = shown[purpose.id]
        cells = purpose_tables(notice, [purpose], fields, say)[0].rows[0].cells
        records.append(
            {
                "id": purpose.id,
                "section": section_of[purpose.id],
                "page": urls[page],
                "fields": {cell.field: _field(cell, visible) for cell in cells},
            }
        )
    return records


def _shown_fields(
    blocks: Mapping[str, Sequence[Block]],
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each purpose the page on which it is first placed, and every field that a table shows."""
    pages: dict[str, str] = {}
    fields: dict[str, dict[str, None]] = {}
    for page, block, purpose in _placings(blocks):
        pages.setdefault(purpose.id, page)
        fields.setdefault(purpose.id, {}).update(dict.fromkeys(block.columns))
    return {record: (page, tuple(fields[record])) for record, page in pages.items()}


def _placings(
    blocks: Mapping[str, Sequence[Block]],
) -> list[tuple[str, PurposesBlock, Purpose]]:
    return [
        (page, block, purpose)
        for page, found in blocks.items()
        for block in found
        if isinstance(block, PurposesBlock)
        for purpose in block.purposes
    ]


def _field(cell: Cell, visible: Visible) -> dict[str, str]:
    return {
        "text": "\n".join(visible([item.phrase.text for item in cell.items])),
        "lang": lang_of(cell),
        "state": str(state_of(cell)),
    }
