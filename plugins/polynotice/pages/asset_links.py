"""Links to files that are no pages, which a site has once for all its locales."""

from __future__ import annotations

import posixpath
from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.pages.conversion import Conversion
from polynotice.pages.markdown_marks import has_marks


class LeadToAssets(Treeprocessor):
    """Leads links to files that exist once, such as images, out of the locale's folder."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Changes the addresses on a page of any locale but the source's."""
        context = self._conversion.context
        if context.locale.id == context.source.id:
            return
        here = posixpath.dirname(self._conversion.page.uri)
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                url = _relative(address) if address else None
                if url is None:
                    continue
                target = posixpath.normpath(posixpath.join(here, url.path))
                if target not in context.pages and not target.startswith(".."):
                    start = posixpath.join(context.locale.id, here)
                    moved = posixpath.relpath(target, start)
                    element.set(name, url._replace(path=moved).geturl())


def _relative(address: str) -> SplitResult | None:
    """The address in its parts, if it leads from the page's folder to a file."""
    try:
        url = urlsplit(address)
    except ValueError:  # `http://[`, for one, is no address
        return None
    is_other = url.scheme or url.netloc or not url.path or url.path.startswith("/")
    # Python-Markdown spells the addresses of e-mail in entities, and keeps those as its marks.
    return None if is_other or has_marks(address) else url
