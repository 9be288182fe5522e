"""Records, fields and kinds of data that no page shows."""

from __future__ import annotations

from collections.abc import Iterable

from polynotice.core.model import Notice
from polynotice.core.problems import Problem, Severity
from polynotice.notice.blocks import Block, PurposesBlock


def unplaced(notice: Notice, blocks: Iterable[Block], meant: frozenset[str]) -> Iterable[Problem]:
    """What is in no table; `meant` are the purposes of which a mistake may be the reason."""
    tables = [block for block in blocks if isinstance(block, PurposesBlock)]
    placed = {purpose.id for block in tables for purpose in block.purposes}
    shown = {
        (purpose.id, name)
        for block in tables
        for purpose in block.purposes
        for name in block.columns
    }
    for purpose in notice.purposes:
        if purpose.id in meant:
            continue
        if purpose.id not in placed:
            yield Problem(
                code="unplaced-record",
                span=purpose.span,
                record=purpose.id,
                message=f'No page places the purpose "{purpose.id}".',
                hint="Add it to a `::: purposes` block, or remove the record.",
            )
            continue
        for name, value in purpose.fields.items():
            if (purpose.id, name) not in shown:
                yield Problem(
                    code="unplaced-field",
                    severity=Severity.WARNING,
                    span=value.texts[0].span,
                    record=purpose.id,
                    message=f'No table shows the field {name} of "{purpose.id}".',
                    hint=f"Add {name} to the `columns` of its block or of the notice.",
                )
    used = {category for purpose in notice.purposes for category in purpose.data}
    # A record that could not be read may use any of them.
    is_whole = not (notice.broken or notice.has_unread)
    for category in notice.categories if is_whole else ():
        if category.id not in used:
            yield Problem(
                code="unused-category",
                severity=Severity.WARNING,
                span=category.span,
                record=category.id,
                message=f'No purpose uses the data category "{category.id}".',
                hint="Add it to the `data` of a purpose, or remove it.",
            )
