"""What a build lets go of once it is written, where nobody is going to ask for it again.

A site of forty languages has two thousand pages, and MkDocs holds on to all that it made of each.
"""

from __future__ import annotations

from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Page
from polynotice.mkdocs_host.parts import PartOrder
from polynotice.mkdocs_host.search_entries import forget_entries


def page_written(build: Build, page: Page, order: PartOrder) -> None:
    """Keeps no content of that page, unless it is ordered so."""
    build.remembered.forget(page)
    if _is_for_us_alone(build) and not order.keeps_pages:
        page.content = None


def search_written(build: Build) -> None:
    """Keeps no entries of the index, which is in its file."""
    if _is_for_us_alone(build):
        forget_entries(build.config)


def _is_for_us_alone(build: Build) -> bool:
    """Whether neither another plugin, nor the next save of a preview, may look at all pages."""
    return bool(build.finished.keys) and not build.speaking.is_preview
