"""What has become of an inline text in HTML: its elements, in order, with the words in them."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.elements import Element, elements_in
from polynotice.html.plain_text import OMITTED
from polynotice.html.visible_text import COMMENT, TEXT


@dataclass(frozen=True, kw_only=True)
class Inline:
    """What Markdown has made of one text."""

    prose: str
    """The words in it that a person wrote: those of the text, of its images and of titles, but
    `OMITTED` for code and for links that show their own address, and nothing for footnotes."""
    elements: tuple[Element, ...] = ()
    """What stands in a paragraph of the text, in order, each with the words in it."""
    everywhere: tuple[Element, ...] = ()
    """Every element that the text becomes somewhere on a page; what is unsafe is sought here."""


def inline_in(html: str) -> Inline:
    """Reads the HTML of a text: what its last paragraph has, and what stands around that."""
    paragraphs = LexborHTMLParser(f"<body>{html}").css("p")
    elements: list[Element] = []
    prose = _inside(paragraphs[-1], elements)[0] if paragraphs else ""
    return Inline(prose=prose, elements=tuple(elements), everywhere=elements_in(html))


def is_footnote(element: Element) -> bool:
    """Whether the element is the link from a text to its footnote, on the same page."""
    attributes = dict(element.attributes)
    # Anyone may write the class behind a link; one that leads elsewhere is a link all the same.
    is_on_page = attributes.get("href", "").startswith("#fn")
    return is_on_page and "footnote-ref" in attributes.get("class", "").split()


def _inside(node: LexborNode, elements: list[Element]) -> tuple[str, str]:
    """The prose and all the words in a node, whose elements are added in order."""
    prose, words = "", ""
    for child in node.iter(include_text=True):
        if child.tag == TEXT:
            text = child.text_content or ""
            prose, words = prose + text, words + text
        elif child.tag != COMMENT:
            more = _add(child, elements)
            prose, words = prose + more[0], words + more[1]
    return prose, words


def _add(node: LexborNode, elements: list[Element]) -> tuple[str, str]:
    """The prose and all the words of an element, which is added with all that stands in it."""
    place = len(elements)
    attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
    element = Element(tag=(node.tag or "").lower(), attributes=tuple(attributes.items()))
    elements.append(element)
    prose, words = _inside(node, elements)
    if element.tag == "img":
        prose = words = attributes.get("alt", "")
    elements[place] = Element(tag=element.tag, attributes=element.attributes, words=words)
    if element.tag in ("script", "style"):
        return "", ""
    if is_footnote(element):
        return "", words
    if element.tag == "code" or (words and attributes.get("href") in (words, f"mailto:{words}")):
        return OMITTED, words
    if element.tag in ("a", "img") and attributes.get("title"):
        prose = f"{prose} {attributes['title']}"
    return prose, words
