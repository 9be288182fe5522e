"""What a page says around its tables, as `page_prose` reads it and the manifest has it."""

from __future__ import annotations

from dataclasses import dataclass

TABLE = ":::"
"""What stands for a table of the notice: it is compared by its rows."""


@dataclass(frozen=True, kw_only=True)
class PageProse:
    """What a page says beside its tables, each piece as a line of Markdown would have it."""

    title: str
    navigation: tuple[str, ...]
    """Each entry as a link, from the root of the site; what leads nowhere, as its text."""
    text: tuple[str, ...]
    """Headings, paragraphs, items and cells, in order, and `TABLE` where a table is."""
