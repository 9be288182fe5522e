"""Marks of what the law asks for: comments in a page, of which no reader is shown anything.

```markdown
## Your rights
<!-- states: access, rectification, erasure -->
<!-- not applicable: portability: we rest on neither consent nor a contract -->
<!-- fill in: how to reach you with a request -->
```

Directly above or below a heading, `states` holds for all of that heading's section; anywhere else,
for what stands below it, up to the next mark or heading. A section within that has a mark of its
own belongs to that one alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape

from polynotice.core.model import Span, Text
from polynotice.notice.block_syntax import fence_after, is_in_remark
from polynotice.notice.found_marks import Kind, Mark


@dataclass(frozen=True, kw_only=True)
class RawMark:
    """A mark as it was written."""

    kind: Kind
    said: str
    """What stands behind the colon, on one line."""
    line: int
    """Of its first line, from 0."""
    source: str
    """All of it, to be shown as it is where it turns out to be code."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a page says next is a heading of that level."""

    level: int


class End:
    """All that was marked ends here."""


Event = Heading | Text | RawMark | End
"""What happens on a page, from its top to its end."""

MARKER = re.compile("\x02notice-mark:(\\d+)\x03")

_KINDS = {"states": Kind.STATES, "not applicable": Kind.NOT_APPLICABLE, "fill in": Kind.FILL_IN}
_START = re.compile(
    r"^(?P<indent>[ \t]*)<!--\s*(?P<kind>states|not[ -]applicable|fill[ -]in)\s*(?::|(?=-->))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"<!--\s*(?:states|not[ -]applicable|fill[ -]in)\s*(?::|-->)", re.IGNORECASE)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_END = re.compile(r"-->[ \t]*$")


def marker(number: int) -> str:
    """What stands in a page's lines for the mark of that number."""
    return f"\x02notice-mark:{number}\x03"


def take_marks(lines: Sequence[str]) -> tuple[list[str], list[RawMark]]:
    """The lines with a marker in the place of each mark, as many as before, and the marks.

    Fenced code keeps what it shows.
    """
    left = list(lines)
    marks: list[RawMark] = []
    fence = ""
    in_remark = False
    number = 0
    while number < len(lines):
        line = lines[number]
        fence = "" if in_remark else fence_after(fence, line)
        start = None if fence or in_remark else _START.match(line)
        end = _end_of(lines, number) if start else None
        if start is None or end is None:
            in_remark = is_in_remark(line, is_open=in_remark, is_code=bool(fence))
            number += 1
            continue
        source = "\n".join(lines[number : end + 1])
        said = source[start.end() : source.rindex("-->")]
        left[number : end + 1] = [start["indent"] + marker(len(marks)), *[""] * (end - number)]
        kind = _KINDS[start["kind"].lower().replace("-", " ")]
        marks.append(RawMark(kind=kind, said=" ".join(said.split()), line=number, source=source))
        number = end + 1
    return left, marks


def misplaced(lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of the lines that have a mark beside something else.

    `lines` are those that `take_marks` has left.
    """
    numbers: list[int] = []
    fence = ""
    in_remark = False
    for number, line in enumerate(lines):
        fence = "" if in_remark else fence_after(fence, line)
        has_one = "<!--" in line and _BESIDE.search(_CODE.sub("", line))
        if has_one and not fence and not in_remark:
            numbers.append(number)
        in_remark = is_in_remark(line, is_open=in_remark, is_code=bool(fence))
    return numbers


def _end_of(lines: Sequence[str], number: int) -> int | None:
    """The line in which the comment ends that starts in that one, if nothing stands behind it."""
    for end in range(number, len(lines)):
        if "-->" in lines[end]:
            return end if _END.search(lines[end]) and lines[end].count("-->") == 1 else None
    return None


def apart(lines: Iterable[str]) -> list[str]:
    """The lines with an empty one before and behind each marker."""
    result: list[str] = []
    for line in lines:
        result += ["", line, ""] if MARKER.search(line) else [line]
    return result


@dataclass
class _Scope:
    mark: RawMark
    level: int | None = None
    """Of the heading whose section it holds for; `None` for a part of a section."""
    texts: list[Text] = field(default_factory=list)
    has_prose: bool = False
    open: list[RawMark] = field(default_factory=list)

    left_to: int | None = None
    """The level of a section within that has a mark of its own, as long as the page is in there."""

    def goes_on_behind(self, level: int) -> bool:
        """Whether it holds for what stands below a heading of that level, too."""
        if self.left_to is not None and level <= self.left_to:
            self.left_to = None
        if not self.texts and self.level is None:
            self.level = level  # it stands above the heading of its own section
            return True
        return self.level is not None and self.level < level


def marks_of(events: Iterable[Event], span_of: Callable[[int], Span]) -> tuple[Mark, ...]:
    """The marks among the events of a page, in its order, each with what it holds for.

    `span_of` says where a line of the page was written.
    """
    reader = _Reader()
    for event in events:
        reader.read(event)
    return tuple(
        Mark(
            kind=scope.mark.kind,
            said=scope.mark.said,
            span=span_of(scope.mark.line),
            texts=tuple(scope.texts),
            is_empty=not scope.has_prose,
            open_at=tuple(span_of(each.line) for each in scope.open),
        )
        for scope in reader.every
    )


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in unescape(text))


class _Reader:
    def __init__(self) -> None:
        self.every: list[_Scope] = []
        self._current: list[_Scope] = []
        self._heading: list[Text] = []
        """The heading right above: nothing but marks has come since."""
        self._open: list[RawMark] = []
        """What is to be filled in right below it."""
        self._level = 0
        self._is_heading = False
        """Whether the next text is a heading."""

    def read(self, event: Event) -> None:
        if isinstance(event, Text):
            self._text(event)
        elif isinstance(event, RawMark):
            self._mark(event)
        else:
            self._heading, self._open = [], []
            self._is_heading = isinstance(event, Heading)
            self._level = event.level if isinstance(event, Heading) else 0
            self._current = [one for one in self._current if one.goes_on_behind(self._level)]

    def _text(self, text: Text) -> None:
        for scope in (one for one in self._current if one.left_to is None):
            scope.texts.append(text)
            scope.has_prose |= not self._is_heading and _has_words(text.msgid)
        self._heading = [text] if self._is_heading else []
        self._is_heading = False

    def _mark(self, mark: RawMark) -> None:
        if mark.kind is Kind.FILL_IN:
            self._open = [*self._open, mark] if self._heading else []
            for scope in (one for one in self._current if one.left_to is None):
                scope.open.append(mark)
        scope = _Scope(mark)
        self.every.append(scope)
        if mark.kind is Kind.STATES:
            # One that holds for a part of a section ends here, unless it is right above.
            self._current = [one for one in self._current if one.level or not one.texts]
            if self._heading:
                scope.level = self._level
                for outer in self._current:
                    if (outer.level or 0) < self._level:
                        outer.left_to = self._level
                        outer.open = [each for each in outer.open if each not in self._open]
                scope.texts, scope.open = [*self._heading], [*self._open]
            self._current.append(scope)
