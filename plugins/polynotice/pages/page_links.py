"""Links as they stand on a translated page: to the pages of its locale, and to shared files."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.pages.conversion import Conversion
from polynotice.pages.links import root_of
from polynotice.pages.markdown_marks import has_marks


class LeadLinks(Treeprocessor):
    """Leads links to the pages of the locale, or out of its folder to files that exist once."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Changes the addresses on a page of any locale but the source's."""
        context = self._conversion.context
        if context.locale.id == context.source.id:
            return
        folder, page = root_of(context.locale, context.source), self._conversion.page.uri
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                # Python-Markdown spells the addresses of e-mail in entities, and keeps those as
                # its marks.
                if address and not has_marks(address):
                    element.set(name, context.targets.on_page(address, page, folder))
