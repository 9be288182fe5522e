"""Where the links of a page lead in a locale: each has the pages, all other files exist once.

Paths are those below `docs/`, with forward slashes, which are also those below the site's folder
before pages become folders. The source locale's pages stand at its top, every other locale's in a
folder of their own.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from polynotice.core.locales import Locale


@dataclass(frozen=True, kw_only=True)
class FileLink:
    """An address that names a file of the project by its path from a page."""

    file: str
    """The file's path below `docs/`; it starts with `..` where it is not there."""
    url: SplitResult

    def leading_to(self, path: str) -> str:
        """The address with another path, and the same query and fragment."""
        return self.url._replace(path=path).geturl()


def file_link(address: str, page: str) -> FileLink | None:
    """What an address on the source's page names, if that is a file of the project.

    >>> file_link("../logo.svg?dark", "more/rights.md").file
    'logo.svg'
    >>> [file_link(one, "index.md") for one in ("#part", "/top.md", "https://shop.example/")]
    [None, None, None]
    """
    try:
        url = urlsplit(address)
    except ValueError:  # `http://[`, for one, is no address
        return None
    if url.scheme or url.netloc or not url.path or url.path.startswith("/"):
        return None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), url.path))
    return FileLink(file=file, url=url)


def root_of(locale: Locale, source: Locale) -> str:
    """The folder of a locale's pages, with a slash at its end; empty for the source's."""
    return "" if locale.id == source.id else f"{locale.id}/"


def without_index(address: str) -> str:
    """An address on the site in its shortest form: a folder's own page is the folder.

    Servers take both for the same page, and generators write either.

    >>> [without_index(one) for one in ("/de/index.html#calls", "/index.html", "/de/#calls")]
    ['/de/#calls', '/', '/de/#calls']
    >>> [without_index(one) for one in ("/myindex.html", "/a/#index.html", "//a.b/index.html")]
    ['/myindex.html', '/a/#index.html', '//a.b/index.html']
    """
    return (
        _INDEX.sub(r"\1", address) if address.startswith("/") and address[1:2] != "/" else address
    )


_INDEX = re.compile(r"^([^?#]*/)index\.html(?=[?#]|$)")


def path_from(page: str, file: str) -> str:
    """The path of a file as a link on that page has it.

    >>> path_from("de/more/rights.md", "de/index.md")
    '../index.md'
    """
    return posixpath.relpath(file, posixpath.dirname(page) or ".")
