"""What rendering leaves on a page of MkDocs, as it is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from polynotice.mkdocs_host.host import AnchorLink, File, Files, Page, TableOfContents
from polynotice.pages.page_context import RenderedPage


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A line of a page's table of contents."""

    title: str
    id: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MadePage:
    """All that rendering leaves on a page of MkDocs, and what else has come of it."""

    content: str
    title: str | None
    toc: tuple[Heading, ...]
    present: tuple[str, ...]
    """The ids that links to it can lead to."""
    links: tuple[tuple[str, dict[str, str]], ...] | None
    """The anchors that it links to, by the paths of their pages; `None` if MkDocs kept none."""
    ids: tuple[tuple[str, str], ...]
    """Of all its elements, each with its element's tag, in order."""
    foreign_headings: Mapping[str, str]

    @classmethod
    def of(cls, page: Page, rendered: RenderedPage) -> MadePage:
        """What a page has that was just rendered."""
        links: Mapping[File, dict[str, str]] | None = page.links_to_anchors
        return cls(
            content=page.content or "",
            title=page._title_from_render,
            toc=tuple(map(_heading, page.toc)),
            present=tuple(sorted(page.present_anchor_ids or ())),
            links=None if links is None else tuple((file.src_uri, links[file]) for file in links),
            ids=rendered.ids,
            foreign_headings=rendered.foreign_headings,
        )

    def put_on(self, page: Page, files: Files) -> None:
        """Leaves it on the page; links are looked up in `files`."""
        page.content = self.content
        page._title_from_render = self.title
        page.toc = TableOfContents([anchor_of(each) for each in self.toc])
        if page.toc.items:
            page.toc.items[0].active = True  # type: ignore[attr-defined]
        page.present_anchor_ids = set(self.present)
        if self.links is not None:
            page.links_to_anchors = {
                file: anchors
                for uri, anchors in self.links
                if (file := files.get_file_from_path(uri)) is not None
            }


def _heading(anchor: AnchorLink) -> Heading:
    children = tuple(map(_heading, anchor.children))
    return Heading(title=anchor.title, id=anchor.id, level=anchor.level, children=children)


def anchor_of(heading: Heading) -> AnchorLink:
    """The heading as MkDocs has it."""
    anchor = AnchorLink(heading.title, heading.id, heading.level)
    anchor.children = [anchor_of(each) for each in heading.children]
    return anchor
