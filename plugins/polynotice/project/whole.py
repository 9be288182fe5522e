"""The whole notice on one page: where in the site it is, and what it is made of."""

from __future__ import annotations

from polynotice.pages.element_names import INDEX_ID
from polynotice.pages.full_page import FULL_PAGE, FullPage, plain_pages
from polynotice.project.project import Project


def uris_of(project: Project) -> list[str]:
    """The paths below `docs/` of all pages of each locale, that with the whole notice included."""
    written = [page.uri for page in project.site.pages]
    return [*written, FULL_PAGE] if project.site.settings.full_page else written


def full_page_in(project: Project, root: str) -> FullPage:
    """The page with the whole notice in the locale whose pages are in the folder `root`."""
    site = project.site
    categories = project.notice.categories if project.indexed_on is not None else ()
    return FullPage(
        address=f"/{root}{site.url_of(FULL_PAGE)}",
        source=f"/{site.url_of(FULL_PAGE)}",
        pages=plain_pages({f"/{root}{site.url_of(page.uri)}": page.uri for page in site.pages}),
        row_ids={
            *project.placed_on,
            *(name for purpose in project.notice.purposes for name in purpose.formerly),
            *(INDEX_ID + category.id for category in categories),
        },
    )
