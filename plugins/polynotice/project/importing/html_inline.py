"""The texts of HTML as runs, and what a browser would not show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.project.importing.document import ImportRefusedError
from polynotice.project.importing.runs import Run

TEXT = "-text"

UNSEEN = frozenset(
    {
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe",
        "object", "embed", "canvas", "svg", "math", "audio", "video", "datalist", "-comment",
        "!doctype",
    }
)  # fmt: skip
"""What shows no words, or only where scripts do not run."""

CONTROLS = frozenset({"button", "select", "input", "textarea", "option", "progress", "meter"})

_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_NO_DISPLAY = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))")


_STRUCK = frozenset({"s", "del", "strike"})
_LINE_THROUGH = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through")

DEEPEST = 200
"""Of elements in each other."""


def is_hidden(node: LexborNode) -> bool:
    """Whether the page shows nothing of the element, at least until something is clicked."""
    style = (node.attributes.get("style") or "").lower()
    return "hidden" in node.attributes or _NO_DISPLAY.search(style) is not None


def is_struck_out(node: LexborNode) -> bool:
    """Whether a line goes through the element's words."""
    style = (node.attributes.get("style") or "").lower()
    return node.tag in _STRUCK or _LINE_THROUGH.search(style) is not None


def why_not_read(node: LexborNode) -> str:
    """Why the element's words are not what the page says; empty if they are."""
    if is_hidden(node):
        return "is hidden on the web page, at least until something is clicked"
    return "is struck out" if is_struck_out(node) else ""


def refuse_deep(depth: int) -> None:
    """Refuses elements that stand in more than `DEEPEST` others."""
    if depth > DEEPEST:
        raise ImportRefusedError(f"Its elements nest deeper than {DEEPEST}.")


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the text within an element looks."""

    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    link: str = ""


def inner_look(node: LexborNode, look: Look) -> Look:
    """How the text in an element looks that stands in a text of that look."""
    tag = node.tag or ""
    style = ((node.attributes or {}).get("style") or "").lower().replace(" ", "")
    bold = look.is_bold or tag in _BOLD or "font-weight:bold" in style or "font-weight:700" in style
    if tag in ("b", "strong", "span") and "font-weight:normal" in style:
        bold = look.is_bold
    return Look(
        is_bold=bold,
        is_italic=look.is_italic or tag in _ITALIC or "font-style:italic" in style,
        is_code=look.is_code or tag in _CODE,
        link=((node.attributes or {}).get("href") or "").strip() if tag == "a" else look.link,
    )


def run_of(text: str, look: Look) -> Run:
    """A text that looks like that."""
    return Run(
        text=text,
        is_bold=look.is_bold,
        is_italic=look.is_italic,
        is_code=look.is_code,
        link=look.link,
    )


def runs_in(html: str) -> tuple[Run, ...]:
    """The runs of a piece of HTML that is one text.

    What is hidden or struck out stays with its tags, for whoever reads the notice to see.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    return tuple(_runs(body, Look(), 0)) if body is not None else ()


def _runs(node: LexborNode, look: Look, depth: int) -> Iterator[Run]:
    refuse_deep(depth)
    for child in node.iter(include_text=True):
        if child.tag == TEXT:
            yield run_of(child.text_content or "", look)
        elif child.tag == "br":
            yield Run(text=" ")
        elif child.tag not in UNSEEN:
            if why_not_read(child):
                yield run_of(child.html or "", look)
            else:
                yield from _runs(child, inner_look(child, look), depth + 1)
