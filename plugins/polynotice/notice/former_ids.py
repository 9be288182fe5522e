"""The ids that records had before: each leads to one record, and to none that has it now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from polynotice.core.model import Purpose
from polynotice.core.problems import Problem


def taken_former_ids(
    purposes: Mapping[str, Purpose], categories: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with them: an id that is in use, or that two records say they had."""
    known: dict[str, Purpose] = {}
    addresses = {f"data-{name}" for name in categories}
    for purpose in purposes.values():
        for name in purpose.formerly:
            other = purposes.get(name) or known.get(name)
            if other:
                what = "had" if name in known and name not in purposes else "has"
                message = f'"{purpose.id}" was formerly "{name}", which "{other.id}" {what}.'
            elif name in addresses:
                message = f'"{purpose.id}" was formerly "{name}", the address of a data category.'
            else:
                known[name] = purpose
                continue
            yield Problem(
                code="duplicate-id",
                span=purpose.span,
                message=message,
                hint="Name in `formerly` the ids that this record alone had, and none has now.",
                record=purpose.id,
            )
