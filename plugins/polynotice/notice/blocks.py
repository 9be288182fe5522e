"""The `:::` blocks of a page, and the tables that they place."""

from __future__ import annotations

from dataclasses import dataclass

from polynotice.core.model import Notice, Purpose
from polynotice.core.translation import Say
from polynotice.notice.tables import Table, data_index, purpose_tables


@dataclass(frozen=True, kw_only=True)
class PurposesBlock:
    """Places the tables of purposes."""

    purposes: tuple[Purpose, ...]
    columns: tuple[str, ...]
    section: str | None = None
    together: bool = False


@dataclass(frozen=True, kw_only=True)
class DataIndexBlock:
    """Places the table of data categories."""


Block = PurposesBlock | DataIndexBlock


def tables_of(block: Block, notice: Notice, say: Say) -> list[Table]:
    """The tables that a block places."""
    if isinstance(block, PurposesBlock):
        section = notice.section(block.section) if block.section else None
        return purpose_tables(
            notice, block.purposes, block.columns, say, together=block.together, section=section
        )
    return [data_index(notice, say)]
