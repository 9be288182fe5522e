"""Names, numbers and addresses in a text from right to left: each in an element of its own.

Otherwise the browser's bidirectional algorithm, which knows no words, puts a telephone number's
groups in the order of the text around it, a name's last sign before the name, and of two names side
by side the second one first. A `bdi` is laid out by itself, and changes no letter (HTML, 4.5.24).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_IN_WORD = r"[0-9A-Za-z_\u00C0-\u024F]"
_WORD = rf"[A-Za-z\u00C0-\u024F]{_IN_WORD}*+(?:[.&'\u2019/@:+?=%#~-]+{_IN_WORD}++)*"
_RUN = re.compile(
    rf"""
    \x02amp\x03\#?\w+;                                    # an entity: no run
    | \x02[^\x03]*\x03                                    # another of Python-Markdown's marks
    | (?<!{_IN_WORD}) (?P<run>
        {_IN_WORD}[\w.+-]{{0,63}}@[\w-]+(?:\.[\w-]+)+       # an address of e-mail
        | {_WORD} (?:[ \u00A0](?:{_WORD}|&|\d+(?:[.,]\d+)*(?!{_IN_WORD})))* [!+]*   # a name
        | (?:\+\d*+|\(?0\d++)\)? (?:[ \u00A0/-]*\(?\d+\)?)+   # a telephone number
        | \+\d{{5,}} (?!{_IN_WORD})                       # the same, in one piece
        | \d{{4}}-\d{{2}}-\d{{2}} (?!\d)                  # a day
        | \d{{1,3}} (?:[ \u00A0\u202F]\d{{3}})+ (?!\d)    # thousands
    )
    """,
    re.VERBOSE | re.ASCII,
)
"""A list of numbers (`10, 20`) and a span of them (`5-10`) follow the text around them, as they are
read."""
_LEFT_ALONE = frozenset({"bdi", "bdo", "code", "math", "pre", "script", "style", "svg", "textarea"})


class IsolateRuns(Treeprocessor):
    """Puts each run of the other direction, or of digits with signs between, into a `bdi`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)

    def run(self, root: Element) -> None:
        """Changes a page of a locale that is written from right to left."""
        for element in list(_read_with_the_page(root)):
            position = 0
            element.text, made = _isolated(element.text)
            for child in [None, *element]:
                if child is not None:
                    position += 1
                    child.tail, made = _isolated(child.tail)
                for isolated in made:
                    element.insert(position, isolated)
                    position += 1


def has_runs(text: str) -> bool:
    """Whether there is anything in the text that is to stand by itself."""
    return any(match["run"] for match in _RUN.finditer(text))


def _read_with_the_page(element: Element) -> Iterator[Element]:
    """The element and all in it but what is in a direction of its own, or no text."""
    yield element
    for child in element:
        if child.tag not in _LEFT_ALONE and "dir" not in child.keys():  # noqa: SIM118
            yield from _read_with_the_page(child)


def _isolated(text: str | None) -> tuple[str | None, list[Element]]:
    """What stands before the first run, and the runs, each with what follows it."""
    before, made = text, list[Element]()
    done = 0
    for match in _RUN.finditer(text or ""):
        if not match["run"]:
            continue
        start, end = match.span("run")
        between = (text or "")[done:start]
        if made:
            made[-1].tail = between
        else:
            before = between
        isolated = Element("bdi")
        isolated.text = match["run"]
        made.append(isolated)
        done = end
    if made:
        made[-1].tail = (text or "")[done:]
    return before, made
