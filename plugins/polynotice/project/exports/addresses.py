"""Where the pages and files of a notice are published by others, and how they lead there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from polynotice.pages.links import without_index

_PART = r"(?!\.\.?/)[\w.~%+@-]+"
_TEMPLATE = re.compile(rf"/(({_PART}|\{{locale\}})/)*")


class BadPlaceError(ValueError):
    """Raised for a place at which nothing can be published."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where the home page of each locale is published."""

    template: str = "/{locale}/"
    """Of every locale; the source's is without `{locale}/`."""
    of_locales: Mapping[str, str] = field(default_factory=dict)
    """The address of single locales, by their ids."""
    assets: str | None = None
    """Where files besides pages are published; without it, where the source's pages are."""

    @classmethod
    def given(cls, values: Iterable[str], assets: str | None = None) -> Places:
        """Places as options say them: `/privacy/{locale}/`, or `de=/datenschutz/` for one locale.

        Raises `BadPlaceError` for any other.

        >>> Places.given(["/{locale}/privacy/", "en=/en/privacy/"]).of_locales
        {'en': '/en/privacy/'}
        """
        template, of_locales = cls.template, {}
        for value in values:
            locale, sign, address = value.partition("=")
            if sign:
                of_locales[locale] = _checked(address, "")
            else:
                template = _checked(value, "{locale}")
        return cls(
            template=template,
            of_locales=of_locales,
            assets=None if assets is None else _checked(assets, ""),
        )

    def roots(self, locales: Iterable[str], source: str) -> dict[str, str]:
        """The address of each locale's home page. Raises `BadPlaceError` if two have the same."""
        roots: dict[str, str] = {}
        for locale in locales:
            said = self.template.replace("{locale}/", "" if locale == source else f"{locale}/")
            root = self.of_locales.get(locale, said)
            for other, taken in roots.items():
                if taken == root:
                    raise BadPlaceError(f"{other} and {locale} would both be at {root}.")
            roots[locale] = root
        if unknown := self.of_locales.keys() - roots.keys():
            raise BadPlaceError(f"{min(unknown)} is not among the locales: {', '.join(roots)}.")
        return roots

    def of_assets(self, roots: Mapping[str, str], source: str) -> str:
        """Where files besides pages are published."""
        return self.assets or roots[source]


def _checked(address: str, placeholder: str) -> str:
    if not _TEMPLATE.fullmatch(address) or "{" in address.replace(placeholder, ""):
        raise BadPlaceError(f'"{address}" is no path from / to /, such as /privacy/{placeholder}.')
    return address


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where what a built site has at one address is published by others at another."""

    base: str
    """The path of the built site's root on its host."""
    published: Mapping[str, str]
    """The new address of each page and file, by its address below the built site's root."""

    def of(self, built: str) -> str:
        """The new address of a page of the built site, with slashes as the other had."""
        return self.published[_key(built)]

    def on_page(self, address: str, page: str, here: str | None = None) -> str:
        """An address that stands on the built page, as it is to stand there from now on.

        Relative, so that the notice may be moved as a whole. What leads to nothing that is
        published stays as it is. It counts from `here`, if that is not the page's new address.
        """
        target = self._target(address, page)
        return address if target is None else relative(target, here or self.of(page))

    def from_root(self, address: str) -> str:
        """An address below the root of the built site, as a navigation has it."""
        return self._target(address, "") or address

    def _target(self, address: str, page: str) -> str | None:
        try:
            url = urlsplit(address)
        except ValueError:  # `http://[`, for one, is no address
            return None
        if url.scheme or url.netloc or not url.path:
            return None
        path = urljoin(self.base + page, url.path)
        if not path.startswith(self.base):
            return None
        target = self.published.get(_key(path.removeprefix(self.base)))
        return target and urlunsplit(("", "", target, url.query, url.fragment))


def published_by(
    pages: Mapping[str, str], assets: Iterable[str], address_of_assets: str
) -> dict[str, str]:
    """What `Addresses.published` says. Raises `BadPlaceError` if two have the same address."""
    addresses = {_key(built): new for built, new in pages.items()}
    addresses |= {_key(file): address_of_assets + quote(file) for file in assets}
    taken: dict[str, str] = {}
    for built, new in addresses.items():
        if (other := taken.setdefault(new, built)) != built:
            raise BadPlaceError(f'"{other}" and "{built}" would both be at {new}.')
    return addresses


def _key(built: str) -> str:
    return "" if built in (".", "./") else unquote(without_index(f"/{built}")).strip("/")


def relative(address: str, page: str) -> str:
    """The way from a page to another address of the same host.

    >>> relative("/de/privacy/data/#name", "/de/privacy/orders/"), relative("/a/", "/a/")
    ('../data/#name', './')
    """
    path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    folder, _, name = path.rpartition("/")
    here = page.rpartition("/")[0]
    return f"{posixpath.relpath(folder or '/', here or '/')}/{name}{sign}{rest}"
