"""`mkdocs build --strict`: a build with warnings is refused before the site takes its place."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from polynotice.mkdocs_host.host import MkDocsConfig, PluginError

_LOGGERS = ("mkdocs", "properdocs")
"""Whose warnings are counted; `mike` builds with ProperDocs where that is installed."""


def refuse_if_strict(config: MkDocsConfig) -> None:
    """Ends a strict build that has warned of something, by whatever plugin or MkDocs itself.

    MkDocs does that, too, but after the last event that a plugin is told of: its own folder is
    emptied when the build begins, so that it has nothing to lose by then.
    """
    counts = dict(_counts()) if config.strict else {}
    number = sum(counts.values())
    if number:
        what = "warning" if set(counts) == {"WARNING"} else "problem"
        counted = f"{number} {what}{'' if number == 1 else 's'}"
        raise PluginError(f"{counted} in strict mode. The last good site is as it was.")


def _counts() -> Iterator[tuple[str, int]]:
    """What MkDocs has counted in the build that runs: the last that has begun, if several do."""
    for name in _LOGGERS:
        counters: list[Any] = [
            one for one in logging.getLogger(name).handlers if hasattr(one, "get_counts")
        ]
        if counters:
            yield from counters[-1].get_counts()
