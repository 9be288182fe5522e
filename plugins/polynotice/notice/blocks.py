"""The `:::` blocks of a page, and the tables that they place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polynotice.core.model import Notice, Purpose
from polynotice.core.translation import Say

if TYPE_CHECKING:
    from polynotice.notice.matrix import Matrix
    from polynotice.notice.tables import Table


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


@dataclass(frozen=True, kw_only=True)
class MatrixBlock:
    """Places the matrix of purposes against groups of personal data."""

    purposes: tuple[Purpose, ...]


Block = PurposesBlock | DataIndexBlock | MatrixBlock


def tables_of(block: Block, notice: Notice, say: Say) -> Sequence[Table | Matrix]:
    """The tables that a block places."""
    # Here: where nothing has changed, blocks are known, and no tables made.
    from polynotice.notice.matrix import matrix
    from polynotice.notice.tables import data_index, purpose_tables

    if isinstance(block, MatrixBlock):
        return [matrix(notice, block.purposes, say)]
    if isinstance(block, PurposesBlock):
        section = notice.section(block.section) if block.section else None
        return purpose_tables(
            notice, block.purposes, block.columns, say, together=block.together, section=section
        )
    return data_index(notice, say)


def has_index(blocks: Iterable[Block]) -> bool:
    """Whether one of the blocks places the data categories."""
    return any(isinstance(block, DataIndexBlock) for block in blocks)
