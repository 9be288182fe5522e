"""Markdown, with tables as GitHub has them: read as the HTML that it becomes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from polynotice.project.importing.document import Document
from polynotice.project.importing.html_reader import read_html_document

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_markdown_document(text: str, path: str) -> Document:
    """The document. HTML in it counts as a browser shows it; front matter is no text of it."""
    body = _FRONT_MATTER.sub("", text)
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)
    return read_html_document(html, path)
