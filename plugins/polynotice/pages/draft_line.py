"""What a page says whose translation is a draft."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from polynotice.core.model import Text
from polynotice.pages.conversion import Conversion
from polynotice.pages.links import path_from, root_of
from polynotice.pages.marked_phrases import put


def insert_draft_line(root: Element, draft: Text, conversion: Conversion) -> None:
    """Puts the line below the page's title, with a link to the source page."""
    context, page = conversion.context, conversion.page.uri
    attributes = {"class": "notice-draft", "role": "note", "data-search-exclude": "true"}
    line = Element("p", attributes)
    put(line, context.say(draft), conversion)
    target = path_from(root_of(context.locale, context.source) + page, page)
    link = Element("a", {"href": target, "hreflang": context.source.id})
    link.set("lang", context.source.id)
    link.set("dir", context.source.direction)
    link.text = AtomicString(context.source.name)
    if len(line):
        line[-1].tail = " "
    else:
        line.text = f"{line.text} "
    line.append(link)
    position = next((n for n, child in enumerate(root, start=1) if child.tag == "h1"), 0)
    root.insert(position, line)
