"""Where the links of a page lead in a locale: each has the pages, all other files exist once.

Paths are those below `docs/`, with forward slashes, which are also those below the site's folder
before pages become folders. The source locale's pages stand at its top, every other locale's in a
folder of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from polynotice.core.locales import Locale


@dataclass(frozen=True, kw_only=True)
class FileLink:
    """An address that names a file of the project, or a page by where it is published."""

    file: str
    """The file's path below `docs/`; it starts with `..` where it is not there."""
    url: SplitResult
    is_page: bool = False
    is_path: bool = True
    """Whether MkDocs finds a file by it; any other address it leaves as it is."""

    def leading_to(self, path: str) -> str:
        """The address with another path, and the same query and fragment."""
        return self.url._replace(path=path).geturl()


@dataclass(frozen=True, kw_only=True)
class LinkTargets:
    """What a link of the project can lead to, and how MkDocs finds it.

    All that resolves a link asks here: whoever writes a page, and whoever proves one.
    """

    pages: Mapping[str, str]
    """The paths of all pages, and the address of each below the root of its locale."""
    files: frozenset[str] = frozenset()
    """The paths of all other files."""
    base: str = "/"
    """The path of the site's root on its host."""
    is_from_docs: bool = False
    """Whether an absolute path counts from `docs/` (`absolute_links: relative_to_docs`)."""

    has_all_files: bool = True
    """Whether no plugin adds others while the site is built."""
    ignored: frozenset[str] = frozenset()
    """Which mistakes are none to the project: `not_found`, `anchors`."""

    def find(self, address: str, page: str) -> FileLink | None:
        """What an address on the source's page names, if that is a file of the project.

        >>> targets = LinkTargets(pages={"my page.md": "my%20page/"}, base="/notice/")
        >>> [targets.find(one, "index.md").file for one in ("my%20page.md", "/notice/my%20page/")]
        ['my page.md', 'my page.md']
        >>> [targets.find(one, "index.md") for one in ("#part", "/shop/", "https://shop.example/")]
        [None, None, None]
        """
        try:
            url = urlsplit(address)
        except ValueError:  # `http://[`, for one, is no address
            return None
        if url.scheme or url.netloc or not url.path:
            return None
        is_absolute = url.path.startswith("/")
        file = _file_at(unquote(url.path), page)
        is_path = not is_absolute or self.is_from_docs
        if is_path and (file in self.pages or file in self.files):
            return FileLink(file=file, url=url, is_page=file in self.pages)
        path = self._published_at(url.path, page)
        if path is not None and (path in self.pages or not is_absolute):
            return FileLink(file=path, url=url, is_page=path in self.pages, is_path=False)
        return None if is_absolute else FileLink(file=file, url=url, is_path=False)

    def on_page(self, address: str, page: str, root: str) -> str:
        """The address as it is to stand on the translation of a page, for MkDocs to resolve.

        `root` is the folder of its locale: what leads to a page leads to that of the same locale,
        what leads to another file leads out of the folder.
        """
        link = self.find(address, page)
        if link is None or link.file.startswith(".."):
            return address
        if not link.is_page:
            return link.leading_to(path_from(root + page, link.file))
        if link.is_path and not link.url.path.startswith("/"):
            return address
        return link.leading_to(path_from(page, link.file))

    def address_in(self, address: str, page: str, root: str) -> str:
        """Where the address leads on the page of a locale: from the root of the site."""
        link = self.find(address, page)
        here = f"/{root}{self.pages.get(page, '')}"
        if link is None:
            # Within the page, or what must stand there as it was written.
            return f"{here}{address}" if address[:1] in ("", "#", "?") else address
        is_file = link.file in self.files
        if (link.is_page or is_file) and (root or link.is_path):
            where = f"{root}{self.pages[link.file]}" if link.is_page else quote(link.file)
            return urlunsplit(("", "", f"/{where}", link.url.query, link.url.fragment))
        return urljoin(here, self.on_page(address, page, root) if root else address)

    def _published_at(self, path: str, page: str) -> str | None:
        """The file that is published at a path on the page; browsers count it from its address."""
        where = (
            path if path.startswith("/") else urljoin(self.base + self.pages.get(page, ""), path)
        )
        if f"{where}/" == self.base:
            where = self.base
        return self._published.get(_shortest(where)) if where.startswith(self.base) else None

    @cached_property
    def _published(self) -> Mapping[str, str]:
        files = {_shortest(self.base + quote(file)): file for file in self.files}
        return files | {_shortest(self.base + url): page for page, url in self.pages.items()}


def _file_at(path: str, page: str) -> str:
    """The file below `docs/` that MkDocs looks for."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))


def _shortest(path: str) -> str:
    """The path of an address as it can be looked up: servers add the slash of a folder."""
    return unquote(without_index(path)).rstrip("/")


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

    >>> path_from("de/more/rights.md", "de/my page.md")
    '../my%20page.md'
    """
    return quote(posixpath.relpath(file, posixpath.dirname(page) or "."))
