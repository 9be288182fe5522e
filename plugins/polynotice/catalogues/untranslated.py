"""What waits for a translator: which messages, where they stand, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polynotice.catalogues import po_format
from polynotice.catalogues.merge import template_entry
from polynotice.catalogues.po_format import PoFile
from polynotice.core.model import Key, Span, State
from polynotice.core.translation import Message, Say
from polynotice.files.git_history import Version


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A message that one locale has not said yet, or not of its present wording."""

    message: Message
    state: State
    """`FUZZY` or `MISSING`."""
    span: Span
    """Its place in the catalogue; the first line if it is not there yet."""
    is_listed: bool
    """Whether the catalogue has an entry for it."""
    previous: str | None = None
    """The source that a fuzzy translation belongs to, where the catalogue knows it."""

    def as_json(self) -> dict[str, str | int | list[str] | None]:
        """The message as the command line's `--json` prints it."""
        return {
            "state": str(self.state),
            "context": self.message.text.context,
            "comments": list(self.message.comments),
            "source": self.message.text.msgid,
            "previous": self.previous,
            "path": self.span.path,
            "line": self.span.line,
        }


def waiting(
    messages: Iterable[Message], say: Say, po: PoFile | None, path: str
) -> Iterator[Waiting]:
    """Those of `messages` for which `say` has no translation, in their order.

    `po` is the locale's catalogue, if it can be read, and `path` where it is.
    """
    entries = {entry.key: entry for entry in po.entries if not entry.obsolete} if po else {}
    for message in messages:
        state = say(message.text).state
        if state.is_final:
            continue
        entry = entries.get(message.text.key)
        is_fuzzy = entry is not None and state is State.FUZZY
        yield Waiting(
            message=message,
            state=state,
            span=Span(path, entry.line if entry else 1),
            is_listed=entry is not None,
            previous=dict(entry.previous).get("msgid") if entry and is_fuzzy else None,
        )


BEFORE_HISTORY = ""
"""Stands for a date earlier than any that is known, and sorts before all of them."""


def since(messages: Sequence[Message], versions: Iterable[Version]) -> dict[Key, str]:
    """The date on which the present source of each message came into the template.

    `versions` are the template's, latest first; as few of them are read as the answer takes.
    A message that none of them has is left out; one that the earliest has already, although it is
    not the first, has `BEFORE_HISTORY`.
    """
    left = {_source_lines(po_format.dump(_alone(one))): one.text.key for one in messages}
    dates: dict[Key, str] = {}
    came = None
    for version in versions if left else ():
        here = {_source_lines(block) for block in version.text.split("\n\n")}
        for lines in [lines for lines in left if lines not in here]:
            key = left.pop(lines)
            if came is not None:
                dates[key] = came
        came = version.date
        if version.is_first:
            return dates | dict.fromkeys(left.values(), came)
        if not left:
            return dates
    return dates | dict.fromkeys(left.values(), BEFORE_HISTORY) if came is not None else dates


def _alone(message: Message) -> PoFile:
    return PoFile(header=template_entry(message))


def _source_lines(block: str) -> str:
    """An entry without its comments, which say where it stands and change when that does."""
    lines = block.strip("\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith("#"))
