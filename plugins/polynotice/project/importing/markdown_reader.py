"""Markdown, with tables as GitHub has them: read as the HTML that it becomes."""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt

from polynotice.project.importing.document import Document
from polynotice.project.importing.html_reader import read_html_document

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]+(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)


def read_markdown_document(text: str, path: str) -> Document:
    """The document. HTML in it counts as a browser shows it.

    Front matter is no text of it, but for its title where the document has no other: programs that
    make pages of Markdown show that as the page's heading.
    """
    matter = _FRONT_MATTER.match(text)
    body = text[matter.end() :] if matter else text
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)
    title = _TITLE.search(matter[0]) if matter else None
    if title and "<h1" not in html:
        html = f"<h1>{escape(title[2])}</h1>\n{html}"
    return read_html_document(html, path)
