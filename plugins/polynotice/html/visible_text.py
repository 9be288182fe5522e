"""HTML as the text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

TEXT, COMMENT = "-text", "-comment"
"""What selectolax calls those nodes."""

# Elements and attributes that neither hide nor add anything. Whatever else stands in a text is
# compared by its name.
_PLAIN = frozenset(
    {"a", "abbr", "b", "bdi", "code", "em", "i", "li", "span", "strong", "ul", "wbr"}
)
_HARMLESS = frozenset(
    {
        "class", "dir", "download", "href", "hreflang", "id", "lang", "referrerpolicy", "rel",
        "target", "title",
    }
)  # fmt: skip


# Their words are read out, or shown by the style sheet.
_SPOKEN = frozenset({"aria-label", "data-name"})


_OF_THE_TEXT_AROUND = (("", "", ""),)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a reader sees of a text."""

    text: str
    """Its characters, without markup."""
    links: tuple[str, ...] = ()
    """Where its links lead, as they are written."""
    runs: tuple[Run, ...] = _OF_THE_TEXT_AROUND
    """Its languages and directions; where it says none, they are empty words."""
    others: tuple[str, ...] = ()
    """Elements and attributes of it that are more than plain text."""

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but its text, in the language around it."""
        return not self.others and self.runs == _OF_THE_TEXT_AROUND


class Content:
    """What a reader sees of an element, and the names of all that stands in it."""

    def __init__(
        self, element: LexborNode, lang: str, direction: str, *, but_links_to: str | None = None
    ) -> None:
        """Reads the element, which is in that language and direction itself.

        `but_links_to` is an address whose links are left out, with what stands in them.
        """
        self.pieces: list[list[str]] = [[]]
        """Of each item of a list, or of the only text."""
        self.links: list[str] = []
        self.runs: list[Run] = []
        self.others: list[str] = []
        self.names: set[str] = set()
        """Tags, `.class`es, `#id`s and `[attribute]`s."""
        self._own = (lang, direction)
        self._said: dict[int, tuple[str, str]] = {}
        self._element = element.mem_id
        only = element.child
        if only is not None and only.tag == TEXT and only.next is None:
            self._add_text(only)
            return
        left_out = _inside(element, but_links_to) if but_links_to else frozenset()
        for node in element.traverse(include_text=True):
            tag = node.tag
            if left_out and node.mem_id in left_out:
                continue
            if tag == TEXT:
                self._add_text(node)
            elif tag is not None and tag != COMMENT and node.mem_id != self._element:
                self._add_element(node, tag)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each item of a list, or the only text."""
        texts = [squeezed("".join(pieces)) for pieces in self.pieces]
        return tuple([text for text in texts if text])

    def _add_text(self, node: LexborNode) -> None:
        text = node.text_content or ""
        self.pieces[-1].append(text)
        if not text.isspace():
            lang, direction = self._around(node) if self._said else self._own
            self.runs.append((lang, direction, text))

    def _around(self, node: LexborNode) -> tuple[str, str]:
        """The language and direction that a node stands in."""
        up = node.parent
        while up is not None and up.mem_id != self._element:
            if up.mem_id in self._said:
                return self._said[up.mem_id]
            up = up.parent
        return self._own

    def _add_element(self, node: LexborNode, tag: str) -> None:
        self.names.add(tag)
        attributes = node.attributes
        if tag == "li":
            self.pieces.append([])
        elif tag == "a":
            self.links.append(attributes.get("href") or "")
        elif tag not in _PLAIN:
            self.others.append(f"<{tag}>")
        if not attributes:
            return
        self.names |= names_in(attributes)
        if "lang" in attributes or "dir" in attributes:
            self._said[node.mem_id] = spoken(attributes, *self._around(node))
        if not attributes.keys() <= _HARMLESS:
            names = sorted(attributes.keys() - _HARMLESS)
            for name in names:
                if name in _SPOKEN:
                    self.others.append(f'{tag} {name}="{squeezed(attributes[name])}"')
                elif not name.startswith("data-"):
                    self.others.append(f"{tag} {name}")


def _inside(element: LexborNode, target: str) -> frozenset[int]:
    """All that links to an address hold; nothing, if they hold all that the element says."""
    links = [
        node
        for node in element.traverse()
        if node.tag == "a" and node.attributes.get("href") == target
    ]
    rest = len(element.text()) - sum(len(link.text()) for link in links)
    parts = (part for link in links for part in link.traverse(include_text=True))
    return frozenset(part.mem_id for part in parts) if rest > 0 else frozenset()


EMPTY = ":empty"
"""What it may call an element with nothing in it, besides."""


def names_in(attributes: Attributes) -> set[str]:
    """What a style sheet may call an element: `.class`es, its `#id`, `[attribute]`s."""
    names = {f"[{name}]" for name in attributes}
    if "class" in attributes:
        names.update(f".{name}" for name in (attributes["class"] or "").split())
    if "id" in attributes:
        names.add(f"#{attributes['id']}")
    return names


def spoken(attributes: Attributes, lang: str, direction: str) -> tuple[str, str]:
    """The language and direction of what stands in an element, given those around it."""
    if "lang" in attributes:
        lang = attributes["lang"] or ""
    said = (attributes.get("dir") or "").lower()
    return lang, said if said in ("ltr", "rtl", "auto") else direction


def seen_in(html: str) -> Seen:
    """What a reader sees of a piece of HTML."""
    body = LexborHTMLParser(html).body
    if body is None:
        return Seen(text="")
    # The site's Markdown is converted within an element of its own, which no page shows.
    wrapper = body.child
    is_wrapped = wrapper is not None and wrapper.tag == "div"
    content = Content(wrapper if wrapper is not None and is_wrapped else body, "", "")
    return Seen(
        text=" ".join(content.texts),
        links=tuple(content.links),
        runs=merged(content.runs),
        others=tuple(content.others),
    )


def squeezed(text: str | None) -> str:
    """The text with every run of white space that HTML collapses as one space."""
    if not text:
        return ""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        text = re.sub(r"[ \t\r\n]+", " ", text)
    return text.strip(" ")


Run = tuple[str, str, str]
"""A language, a direction, and the text that is in them; no text where all of it is."""


def merged(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """Pieces of a text as its runs: neighbours of one language and direction are one.

    White space does not count: the text itself is compared elsewhere.
    """
    pieces = [*pieces]
    if len(pieces) == 1:
        return ((*pieces[0][:2], ""),)
    runs: list[list[str]] = []
    for lang, direction, text in pieces:
        if runs and runs[-1][:2] == [lang, direction]:
            runs[-1][2] += text
        else:
            runs.append([lang, direction, text])
    if len(runs) == 1:
        return ((runs[0][0], runs[0][1], ""),)
    return tuple((lang, direction, "".join(text.split())) for lang, direction, text in runs)
