"""Polynotice in Python-Markdown: as an extension; `page_steps` has what becomes of a page.

One extension serves rendering, extraction and tests. They differ in the context of the conversion
that they make it with, and above all in that context's `say`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Extension, Markdown

from polynotice.pages.plain_titles import PlainTitles

if TYPE_CHECKING:
    from polynotice.pages.conversion import Conversion


class NoticeExtension(Extension):
    """The extension for the one `Markdown` that converts a page; without a page, for any other.

    Whatever is to be known of a page, its `Conversion` holds, and that goes to the first `Markdown`
    that the extension is registered with. An extension that hands its `Markdown`'s extensions to
    another one, to convert a text in passing, gets an extension without a page there.
    """

    def __init__(self, conversion: Conversion | None = None) -> None:
        super().__init__()
        self._waiting = conversion

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Registers the steps, each with the reason for its place."""
        md.registerExtension(self)
        # No text of a record or catalogue brings HTML of its own: what looks so is shown as text.
        md.inlinePatterns.deregister("html", strict=False)
        # After backslash escapes are resolved (0), which is the last that happens to a title.
        md.treeprocessors.register(PlainTitles(md), "notice_plain_titles", -1)
        conversion, self._waiting = self._waiting, None
        if conversion is not None:
            from polynotice.pages.page_steps import register_steps  # here: known pages need none

            register_steps(md, conversion)

    def reset(self) -> None:
        """Nothing: a conversion is used once."""
