"""The words of a page's front matter, and which of them other plugins have given it."""

from __future__ import annotations

from typing import Any

from polynotice.mkdocs_host.host import Page, meta
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.source_pages import FRONT_MATTER
from polynotice.pages.page_context import SourcePage


def words_of(page: Page) -> dict[str, Any]:
    """The words that templates are given of a page, by what they are."""
    return {"navigation title": page.title, **{name: page.meta.get(name) for name in FRONT_MATTER}}


def words_given_by_others(page: Page, source: SourcePage) -> dict[str, Any]:
    """The words of a page's front matter that neither its file nor this plugin has given it."""
    if isinstance(page, LocalePage):
        own = {name: page.words_of_front_matter.get(name) for name in FRONT_MATTER}
    else:
        own = {name: text.msgid for name, text in source.words.items()}
    given = {
        name: page.meta[name]
        for name in FRONT_MATTER
        if page.meta.get(name) is not None and page.meta[name] != own.get(name)
    }
    if given:  # words that another plugin has completed stand there as they were written
        _, written = meta.get_data(page.file.content_string)
        given = {name: value for name, value in given.items() if value != written.get(name)}
    return given
