"""The notice as data: what `notice.json` says of each record, at the root of each locale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from polynotice.core.model import Notice, Purpose
from polynotice.core.translation import Say
from polynotice.notice.blocks import Block, PurposesBlock
from polynotice.notice.digests import digest_of_record
from polynotice.notice.tables import BESIDES, Cell, least_reliable, purpose_row

Visible = Callable[[Sequence[str], str], Sequence[str]]
"""Gives what a reader sees of each of some inline Markdown texts, on the page with that path."""


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
        cells = purpose_row(notice, purpose, fields, say).cells
        record: dict[str, Any] = {
            "id": purpose.id,
            "section": section_of[purpose.id],
            "page": urls[page],
            "fields": {cell.field: _field(cell, visible, page) for cell in cells},
        }
        if purpose.legal_basis_ids:
            record["legal_basis_ids"] = list(purpose.legal_basis_ids)
        records.append({**record, "sha256": digest_of_record(record)})
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
        for page, pieces in blocks.items()
        for block in pieces
        if isinstance(block, PurposesBlock)
        for purpose in block.purposes
    ]


def _field(cell: Cell, visible: Visible, page: str) -> dict[str, str]:
    unsure = least_reliable(cell)
    return {
        "text": "\n".join(
            BESIDES.join(visible([phrase.text for phrase in item.phrases], page))
            for item in cell.items
        ),
        "lang": unsure.lang,
        "state": str(unsure.state),
    }
