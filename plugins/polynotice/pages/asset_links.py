"""Links to files that are no pages, which a site has once for all its locales."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.pages.conversion import Conversion
from polynotice.pages.links import file_link, path_from, root_of
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
        here = root_of(context.locale, context.source) + self._conversion.page.uri
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                # Python-Markdown spells the addresses of e-mail in entities, and keeps those as
                # its marks.
                if not address or has_marks(address):
                    continue
                link = file_link(address, self._conversion.page.uri)
                if link and link.file not in context.pages and not link.file.startswith(".."):
                    element.set(name, link.leading_to(path_from(here, link.file)))
