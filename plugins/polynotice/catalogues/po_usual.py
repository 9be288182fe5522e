"""The usual entry of a PO file, read at once, and what the comments of any entry say."""

from __future__ import annotations

import re

from polynotice.catalogues.po_format import Entry

USUAL = re.compile(
    r"""((?:\#(?:[.:,\ ][^\n]*)?\n)*)
    (?:msgctxt\ "([^"\\\n]*)"\n)?
    msgid\ "([^"\\\n]+)"\n
    msgstr\ "([^"\\\n]*)"\n
    (?:\n(?=\#[.:,\ ]|msgctxt\ "|msgid\ ")|(?=\n?\Z))""",
    re.VERBOSE,
)
"""Most entries: comments and texts without escapes, each on its line, and the next one behind.

The empty line before the next one belongs to it.
"""


class Comments:
    """What comments say of an entry."""

    def __init__(self) -> None:
        self.remarks: list[str] = []
        self.notes: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []


def usual_entry(usual: re.Match[str], number: int) -> Entry:
    """An entry that is read at once; `number` is that of its first line."""
    said, context, msgid, msgstr = usual.groups()
    if not said:
        place = number + (context is not None)
        return Entry(msgid=msgid, msgctxt=context, msgstr=(msgstr,), line=place)
    comments = Comments()
    lines = said.split("\n")[:-1]
    for line in lines:
        read_comment(comments, line.rstrip())
    return Entry(
        msgid=msgid,
        msgctxt=context,
        msgstr=(msgstr,),
        remarks=tuple(comments.remarks),
        notes=tuple(comments.notes),
        references=tuple(comments.references),
        flags=tuple(comments.flags),
        line=number + len(lines) + (context is not None),
    )


def read_comment(pending: Comments, line: str) -> None:
    """Adds what a line of comments says."""
    kind = line[:2]
    if kind in ("#,", "#="):  # gettext, since June 2025: flags stand in either, written in one
        pending.flags.extend(flag.strip() for flag in line[2:].split(",") if flag.strip())
    elif kind == "#:":
        pending.references.append(line[2:].strip())
    elif kind == "#.":
        pending.notes.append(line[2:].removeprefix(" "))
    else:
        pending.remarks.append(line[1:].removeprefix(" "))
