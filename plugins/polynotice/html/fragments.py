"""The HTML of a page's content, made fit for pages that others make around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from selectolax.lexbor import LexborHTMLParser

Moved = Callable[[str], str]
"""Where an address of the page is to lead from now on."""

_ADDRESSES = ("href", "src", "poster", "data")


def moved(html: str, where: Moved) -> str:
    """The content with every address in it, of links, pictures and whatever else, moved.

    >>> moved('<p><a href="../a/">A</a></p>', str.upper)
    '<p><a href="../A/">A</a></p>'
    """
    tree = LexborHTMLParser(f"<body>{html}")
    for name in _ADDRESSES:
        for node in tree.css(f"[{name}]"):
            value = node.attributes[name]
            if value is not None:
                node.attrs[name] = where(value)
    for node in tree.css("[srcset]"):
        node.attrs["srcset"] = _moved_set(node.attributes["srcset"] or "", where)
    return _inside(tree)


def framed(html: str, lang: str, direction: str, class_name: str) -> str:
    """The content within one element that says in which language it is."""
    said = f'class="{escape(class_name)}" lang="{escape(lang)}" dir="{escape(direction)}"'
    return f"<div {said}>\n{html.strip()}\n</div>\n"


def as_one_block(html: str) -> str:
    r"""The same content without an empty line, at which Markdown would take it for ended.

    A line break in it is written as a reference, which means the same, in `pre` as elsewhere.

    >>> as_one_block("<pre>a\n\n\nb</pre>")
    '<pre>a\n&#10;&#10;b</pre>'
    """
    pieces = _RAW.split(html)
    return "".join(
        re.sub(r"\n\s*\n", "\n", piece) if number % 2 else _EMPTY_LINE.sub(r"\1&#10;", piece)
        for number, piece in enumerate(pieces)
    )


def without_commands(html: str) -> str:
    """The same content, with nothing in it that Liquid, Nunjucks or Hugo would take for a command.

    >>> without_commands("<code>{{ name }}</code> {% if %} {a}")
    '<code>&#123;{ name }}</code> &#123;% if %} {a}'
    """
    return _COMMAND.sub("&#123;", html)


def split_at_headings(html: str) -> list[str | tuple[int, str, str]]:
    """The content in pieces: each heading that has an id alone, as its level, id and HTML.

    A link to itself, as themes show beside a heading, is left out.

    >>> split_at_headings('<h2 id="a">A <b>c</b><a class="headerlink" href="#a">#</a></h2><p>d</p>')
    [(2, 'a', 'A <b>c</b>'), '<p>d</p>']
    """
    tree = LexborHTMLParser(f"<body>{html}")
    pieces: list[str | tuple[int, str, str]] = [""]
    node = tree.body.child if tree.body else None
    while node is not None:
        is_heading = re.fullmatch("h[1-6]", node.tag or "") and set(node.attributes) == {"id"}
        for link in node.css("a.headerlink") if is_heading else ():
            link.decompose()
        html = node.html or ""
        if is_heading and (name := node.attributes["id"]):
            inner = re.sub(r"\s+", " ", html.partition(">")[2].rpartition("<")[0]).strip()
            pieces += [(int((node.tag or "")[1]), name, inner), ""]
        else:
            pieces[-1] = f"{pieces[-1]}{html}"
        node = node.next
    return [piece for piece in pieces if isinstance(piece, tuple) or piece.strip()]


_RAW = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)\s*>)", re.DOTALL | re.IGNORECASE)
"""Where a reference is no character."""
_EMPTY_LINE = re.compile(r"(?<=\n)([ \t]*)\n")
_COMMAND = re.compile(r"\{(?=[{%#])")


def _inside(tree: LexborHTMLParser) -> str:
    html = (tree.body.html if tree.body else None) or ""
    return html.removeprefix("<body>").removesuffix("</body>")


def _moved_set(value: str, where: Moved) -> str:
    """Addresses of pictures with their sizes."""

    def each() -> Iterable[str]:
        for one in re.split(r",\s+", value.strip()):
            address, space, size = one.partition(" ")
            yield f"{where(address)}{space}{size}"

    return ", ".join(each())
