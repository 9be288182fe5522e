"""A project for Zensical in each locale, and the script that makes one site of them.

Zensical has no interface for plugins, so it is given what needs none: pages whose tables are HTML,
and a configuration in the form of `mkdocs.yml`. Nothing here is about Zensical's own code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polynotice.html import fragments
from polynotice.notice.export_index import ItemForm
from polynotice.project.exports.addresses import Addresses, relative
from polynotice.project.exports.contents import Content, LocaleContent, PageContent
from polynotice.project.exports.page_files import front_matter

FOLDER = "zensical"
SCRIPT = "build.py"
_STYLE_SHEET = "notice.css"


def page_name(locale: str, source: str) -> str:
    """The file of a page in the project of its locale."""
    return f"{FOLDER}/{locale}/docs/{source}"


def page_text(page: PageContent, addresses: Addresses) -> str:
    """A page whose headings are Markdown, for its table of contents, and all else is HTML.

    Zensical takes a relative link for one from the page's file, and shifts it to where the page
    is published, one folder deeper but for `index.md`: so that is where links begin here.
    """
    is_index = re.search(r"(^|/)(index|README)\.md$", page.source)
    here = page.form.address if is_index else page.form.address.removesuffix("/")
    html = fragments.moved(page.html, lambda one: addresses.on_page(one, page.url, here))
    pieces = fragments.split_at_headings(fragments.without_commands(html))
    text = "\n\n".join(
        _heading(*piece) if isinstance(piece, tuple) else _block(piece) for piece in pieces
    )
    return f"{front_matter(page.form)}\n{text}\n"


def _heading(level: int, name: str, html: str) -> str:
    return f"{'#' * level} {_SIGNS.sub(lambda sign: f'&#{ord(sign[0])};', html)} {{ #{name} }}"


_SIGNS = re.compile(r"(?<!&)#|[\\`*_{}\[\]()^~=!+:|-](?![^<]*>)")
"""What Markdown could read as markup, outside of tags."""


def _block(html: str) -> str:
    return f"<div>\n{fragments.as_one_block(html.strip())}\n</div>"


def files_of_locale(locale: LocaleContent, content: Content) -> Iterator[tuple[str, bytes]]:
    """What stands beside the pages of a locale, by its name in the export."""
    yield f"{FOLDER}/{locale.locale}/mkdocs.yml", _configuration(locale, content)
    yield f"{FOLDER}/{locale.locale}/docs/{_STYLE_SHEET}", content.theme_style_sheet


def _configuration(locale: LocaleContent, content: Content) -> bytes:
    """A `mkdocs.yml`, as JSON, which is YAML as well."""
    places = {page.form.address: page.source for page in locale.pages}
    site_url = content.site_url and content.site_url.rstrip("/") + locale.address
    configuration = {
        "site_name": locale.site_name,
        **({"site_description": locale.site_description} if locale.site_description else {}),
        **({"site_url": site_url} if site_url else {}),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": content.has_folders,
        "theme": {
            "language": locale.theme_language,
            "direction": locale.direction,
            "font": False,
        },
        "nav": list(_nav(locale.navigation, places)),
        "extra_css": [_STYLE_SHEET],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
        # The ids in HTML are unknown to it; `polynotice verify` looks where links lead.
        "validation": {"anchors": "ignore", "not_found": "ignore"},
        "extra": {
            "generator": False,
            "alternate": [
                {
                    "name": other.name,
                    "lang": other.locale,
                    "link": relative(other.address, locale.address),
                }
                for other in content.locales
            ],
        },
    }
    return (json.dumps(configuration, ensure_ascii=False, indent=1) + "\n").encode()


def _nav(items: Iterable[ItemForm], places: Mapping[str, str]) -> Iterator[Any]:
    for item in items:
        if item.children:
            yield {item.title: list(_nav(item.children, places))}
        elif item.address is not None:
            yield {item.title: places.get(item.address, item.address)}
