"""A page of an export, with its front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from polynotice.html import fragments
from polynotice.notice.export_index import PAGE_CLASS, PageForm, plain
from polynotice.project.exports.addresses import Addresses
from polynotice.project.exports.contents import PageContent


def page_text(page: PageContent, addresses: Addresses) -> str:
    """A page with its front matter."""
    return front_matter(page.form) + page_html(page, addresses)


def page_html(page: PageContent, addresses: Addresses) -> str:
    """What a page says, in HTML that stands in HTML and in Markdown alike.

    In Markdown it is one block, without an empty line: what it holds is not read as Markdown. To
    write it as Markdown would lose ids and languages, and the emphasis of Japanese and Chinese,
    whose punctuation CommonMark takes for the end of none.
    """
    form = page.form
    html = fragments.moved(page.html, lambda address: addresses.on_page(address, page.url))
    block = fragments.framed(html, form.language, form.direction, PAGE_CLASS)
    return fragments.as_one_block(fragments.without_commands(block))


def front_matter(form: PageForm) -> str:
    """What a page says of itself, as YAML with a line for each key.

    The address stands there once more under the names by which Hugo (`url`) and Eleventy or Jekyll
    (`permalink`) publish a page: as the path of a file, with no sign encoded. `path`, `lang` and
    `kind` are left out: Hugo takes them for its own.
    """
    said: dict[str, Any] = plain(form)
    said |= dict.fromkeys(("url", "permalink"), unquote(form.address))
    lines = [f"{name}: {_yaml(value)}" for name, value in said.items()]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: object) -> str:
    """A value as JSON, which YAML reads as JSON does once these signs are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)


_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def stems(sources: Sequence[str]) -> dict[str, str]:
    """The name of each page's file, without an ending, by the path of its source.

    None is called `index`: to Hugo, all that stands beside such a file are parts of one page.

    >>> stems(["index.md", "a/index.md", "start-page.md"])
    {'index.md': 'start-page-', 'a/index.md': 'a/start-page', 'start-page.md': 'start-page'}
    """
    names = {source: source.rpartition(".")[0] for source in sources}
    taken = set(names.values())
    for source, stem in names.items():
        folder, sign, name = stem.rpartition("/")
        if name in ("index", "_index"):
            new = f"{folder}{sign}start-page"
            while new in taken:
                new += "-"
            taken.add(new)
            names[source] = new
    return names
