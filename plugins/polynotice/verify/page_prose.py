"""What a page says around its tables: its title, its navigation, and its prose, piece by piece.

Of the page as it is built, whichever theme has made it: what is the theme's own is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from polynotice.verify.hidden_parts import why_hidden
from polynotice.verify.page_links import address
from polynotice.verify.prose_content import TABLE, PageProse


def prose_of(tree: LexborHTMLParser, page: str) -> PageProse:
    """What the page with that address says; white space counts as HTML shows it."""
    title = tree.css_first("title")
    found = (tree.css_first(each) for each in _CONTENT)
    content = next((each for each in found if each is not None), None)
    return PageProse(
        title=_squeezed(title.text()) if title is not None else "",
        navigation=tuple(_navigation(tree, page)),
        text=_pieces(content.html or "", page) if content is not None else (),
    )


_CONTENT = ("article.md-content__inner", "article", '[role="main"]', "main", "body")
"""Where a page's content is, as themes mark it; a later one counts where none before it is."""

# Of Material and its kin, of MkDocs's own theme, and of readthedocs.
NAVIGATIONS = (".md-tabs", ".md-nav--primary", ".navbar-nav", ".wy-menu-vertical")
"""What themes mark their navigation by."""
_ENTRIES = re.compile(
    r'<(a|label|span(?= class="caption-text"))((?:[^">]|"[^"]*")*)>(.*?)</\1>', re.DOTALL
)


def _navigation(tree: LexborHTMLParser, page: str) -> Iterator[str]:
    """Its entries. A page may have hundreds, as all other pages have: each is worked out once."""
    folders: dict[str, str] = {}
    for region in tree.css(", ".join(NAVIGATIONS)):
        for piece in (region.html or "").split("<li "):
            for text, up, name in _entries_in(piece):
                if up is None:
                    yield f"[{text}]({_target(name.removesuffix('#'), page)})" if name else text
                    continue
                if up not in folders:
                    folders[up] = _target(up, page)
                yield f"[{text}]({folders[up]}{name})"


@lru_cache(maxsize=4096)
def _entries_in(piece: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """The entries in a piece of a navigation."""
    found = (_entry(*each) for each in _ENTRIES.findall(piece))
    return tuple(each for each in found if each[0])


def _entry(tag: str, rest: str, inner: str) -> tuple[str, str | None, str | None]:
    """The text of an entry, and where it leads; empty, if the element is none.

    Where is a folder from the page's own, and a name in it, or, without the folder, an address.
    """
    attributes = dict(_attributes(rest))
    classes = attributes.get("class", "").split()
    is_none = "rel" in attributes or "data-bs-target" in attributes or "md-logo" in classes
    if is_none or (tag == "label" and "md-nav__link" not in classes):
        return "", None, None
    text = _squeezed(unescape(_TAGS.sub("", _NO_PROSE.sub("", inner))))
    href = attributes.get("href")
    if attributes.get("for") == "__toc" or (href and href != "#" and href.startswith("#")):
        return "", None, None  # of the page's own headings
    if not text or not href or "dropdown-toggle" in classes:
        return text, None, None
    match = _PLAIN_ADDRESS.fullmatch(href)
    return (text, match[1], match[2]) if match else (text, None, href)


_TAGS = re.compile(r'<(?:[^">]|"[^"]*")*>')
_PLAIN_ADDRESS = re.compile(r"((?:\.\./)+)((?:[a-zA-Z0-9_-]+/)*)")


def _target(href: str, page: str) -> str:
    try:
        return address(href, page)
    except ValueError:
        return href


def _squeezed(text: str) -> str:
    return " ".join(text.split())


# The parser has written it: names are in lower case, and every value is in such quotes.
_TOKENS = re.compile(r'<(/?)([a-z][^\s/>]*)((?:[^">]|"[^"]*")*)>|([^<]+)')
_TABLES = re.compile(r'<table[^>]*\sclass="[^"]*\bnotice-(?:table|matrix)\b.*?</table>', re.DOTALL)
_NO_PROSE = re.compile(
    r"<!--.*?-->|<(script|style|svg|template|noscript|button|form|iframe)\b.*?</\1>", re.DOTALL
)
_ATTRIBUTE = re.compile(r'([^\s="]+)(?:="([^"]*)")?')

_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_STRUCK = frozenset({"del", "s", "strike"})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
_BEGINNINGS = {"li": "- ", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}

_OWN = frozenset(
    {
        "headerlink", "md-content__button", "md-feedback", "md-source-file", "notice-languages",
        "notice-print", "notice-whole",
    }
)  # fmt: skip
"""The classes of what is around a page, not of it: the theme's, and what changes with the day."""


class _Pieces:
    """The pieces of a text, while it is read."""

    def __init__(self, page: str) -> None:
        self.found: list[str] = []
        self._page = page
        self._said: list[str] = []
        self._beginning = ""
        self._links: list[tuple[int, str]] = []
        """Of each open link where it begins, and its target; none if it has none."""
        self._heading = ""
        """Where a link to the open heading leads."""

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "a":
            href = attributes.get("href", "")
            own = href == self._heading or href.endswith(f"/{self._heading}")
            target = "" if self._heading and own else href
            self._links.append((len(self._said), target and _target(target, self._page)))
        elif tag == "img":
            if alt := _squeezed(attributes.get("alt", "")):
                self.say(f"![{alt}]")
        elif tag in _STRUCK:
            self.say("~~")
        elif tag == "br":
            self.say(" ")
        elif tag not in _INLINE:
            self.end()
            self._beginning = _BEGINNINGS.get(tag, self._beginning)
            if tag[0] == "h" and tag in _BEGINNINGS and "id" in attributes:
                self._heading = f"#{attributes['id']}"

    def close(self, tag: str) -> None:
        if tag == "a":
            if self._links:
                self._close_link(*self._links.pop())
        elif tag in _STRUCK:
            self.say("~~")
        elif tag not in _INLINE:
            self.end()
            if tag in _BEGINNINGS:
                self._beginning = self._heading = ""

    def say(self, text: str) -> None:
        self._said.append(text)

    def _close_link(self, start: int, target: str) -> None:
        inner = "".join(self._said[start:])
        text = inner.strip()
        if target and text:
            before = inner[: len(inner) - len(inner.lstrip())]
            self._said[start:] = [before, f"[{text}]({target})", inner[len(inner.rstrip()) :]]

    def end(self) -> None:
        """Ends a piece, if there is any."""
        # A link around several pieces: each is said, none is lost.
        self._links = [(0, target) for _, target in self._links]
        text = _squeezed("".join(self._said))
        self._said.clear()
        if text:
            self.found.append(text if text == TABLE else self._beginning + text)
            self._beginning = ""


def _pieces(html: str, page: str) -> tuple[str, ...]:
    html = _NO_PROSE.sub("", _TABLES.sub(f"<table>{TABLE}</table>", html))
    pieces = _Pieces(page)
    skipped, depth = "", 0  # the element that is left out, and how many of its kind are open in it
    for end, tag, rest, text in _TOKENS.findall(html):
        if skipped:
            if tag == skipped:
                depth += -1 if end else 1
                skipped = skipped if depth else ""
        elif text:
            pieces.say(unescape(text) if "&" in text else text)
        elif end:
            pieces.close(tag)
        else:
            attributes = dict(_attributes(rest)) if rest else {}
            if attributes and _is_left_out(attributes):
                skipped, depth = ("", 0) if tag in _VOID else (tag, 1)
            else:
                pieces.open(tag, attributes)
    pieces.end()
    return tuple(pieces.found)


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    for name, value in _ATTRIBUTE.findall(rest):
        yield name, unescape(value) if "&" in value else value


def _is_left_out(attributes: dict[str, str]) -> bool:
    if "class" in attributes and not _OWN.isdisjoint(attributes["class"].split()):
        return True
    return not _MAY_HIDE.isdisjoint(attributes) and bool(why_hidden("div", attributes))


_MAY_HIDE = frozenset({"aria-hidden", "hidden", "inert", "popover", "style"})
