"""Gettext PO files as values: every byte that means something survives reading and writing.

Written here because neither library keeps everything: polib discards the previous source of
obsolete entries (`#~|`), and Babel reads previous sources (`#|`) as remarks of the translator.
The format is that of the GNU gettext manual, section "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from polynotice.core.model import Key


class PoSyntaxError(ValueError):
    """Raised for text that is not a PO file. `line` says where, `reason` what is wrong there."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, kw_only=True, init=False)
class Entry:
    """One entry of a catalogue."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr: tuple[str, ...] = ("",)
    """One text, or one per plural form."""
    remarks: tuple[str, ...] = ()
    """Comments of translators (`# `), a line each."""
    notes: tuple[str, ...] = ()
    """Comments taken from the source (`#.`), a line each."""
    references: tuple[str, ...] = ()
    """Where the message stands (`#:`), a line each."""
    flags: tuple[str, ...] = ()
    previous: tuple[tuple[str, str], ...] = ()
    """The earlier source (`#|`): pairs of keyword (`msgctxt`, `msgid`, `msgid_plural`) and text."""
    obsolete: bool = False
    line: int = field(default=1, compare=False)
    """Where the entry's `msgid` stands."""

    def __init__(
        self,
        *,
        msgid: str,
        msgctxt: str | None = None,
        msgid_plural: str | None = None,
        msgstr: tuple[str, ...] = ("",),
        remarks: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
        references: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
        previous: tuple[tuple[str, str], ...] = (),
        obsolete: bool = False,
        line: int = 1,
    ) -> None:
        # A frozen dataclass sets its fields one by one, a quarter of the time to read a catalogue.
        self.__dict__.update(
            msgid=msgid,
            msgctxt=msgctxt,
            msgid_plural=msgid_plural,
            msgstr=msgstr,
            remarks=remarks,
            notes=notes,
            references=references,
            flags=flags,
            previous=previous,
            obsolete=obsolete,
            line=line,
        )

    @property
    def key(self) -> Key:
        """What the entry is found by."""
        return (self.msgctxt, self.msgid)

    @property
    def is_fuzzy(self) -> bool:
        """Whether the translation awaits a person's word."""
        return "fuzzy" in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether there is a text for each plural form."""
        return all(self.msgstr)

    def with_fuzzy(self, fuzzy: bool) -> Entry:
        """The entry with or without the `fuzzy` flag; the other flags stay."""
        others = tuple(flag for flag in self.flags if flag != "fuzzy")
        return replace(self, flags=("fuzzy", *others) if fuzzy else others)


FIRST_DOMAIN = "messages"
"""What gettext calls the entries in front of the first `domain` line."""


@dataclass(frozen=True, kw_only=True)
class Domain:
    """The entries behind a `domain` line: of another catalogue, which gettext lets share a file."""

    name: str
    entries: tuple[Entry, ...] = ()
    """Its header among them."""
    line: int = field(default=1, compare=False)
    """Where it begins."""


@dataclass(frozen=True, kw_only=True)
class PoFile:
    """A whole file: the header's entry, then the others in order."""

    header: Entry
    entries: tuple[Entry, ...] = ()
    domain: str = FIRST_DOMAIN
    """What the file calls the domain of its first entries, which are the catalogue."""
    others: tuple[Domain, ...] = ()
    """What else the file holds, which nobody but its owner touches."""
    remarks_at_end: tuple[str, ...] = ()
    """Comments behind the last entry, a line each, as they were written."""

    @property
    def fields(self) -> dict[str, str]:
        """The header's fields, such as `Language`."""
        lines = self.header.msgstr[0].split("\n")
        pairs = (line.partition(":") for line in lines if ":" in line)
        return {name.strip(): value.strip() for name, _, value in pairs}


CHARSETS = frozenset(
    {
        "utf-8", "iso-8859-1", "iso-8859-2", "iso-8859-3", "iso-8859-4",
        "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-13",
        "iso-8859-14", "iso-8859-15", "koi8-r", "koi8-u", "koi8-t", "cp850", "cp866",
        "cp874", "cp932", "cp949", "cp950", "cp1250", "cp1251", "cp1252", "cp1253",
        "cp1254", "cp1255", "cp1256", "cp1257", "gb2312", "gbk", "gb18030",
        "big5", "big5-hkscs", "euc-jp", "shift_jis", "euc-kr", "johab", "tis-620",
    }
)  # fmt: skip
"""Those that GNU gettext takes (its manual, section "Header Entry") and Python knows."""

_CHARSET = re.compile(rb"charset=([\w.:-]+)")


def charset_of(data: bytes) -> str:
    """What the bytes of a PO file say of themselves: one of `CHARSETS`, else UTF-8.

    A template says `CHARSET`, which is none.

    >>> charset_of(b'"Content-Type: text/plain; charset=ISO-8859-2"'), charset_of(b"CHARSET")
    ('iso-8859-2', 'utf-8')
    """
    match = _CHARSET.search(data)
    name = match[1].decode().lower() if match else ""
    return name if name in CHARSETS else "utf-8"


def in_utf_8(po: PoFile) -> PoFile:
    """The file as it says of itself once it is written."""
    others = (replace(one, entries=tuple(map(_in_utf_8, one.entries))) for one in po.others)
    return replace(po, header=_in_utf_8(po.header), others=tuple(others))


def _in_utf_8(entry: Entry) -> Entry:
    if entry.key != (None, ""):
        return entry
    text = re.sub(r"(?<=charset=)[\w.:-]+", "UTF-8", entry.msgstr[0])
    return replace(entry, msgstr=(text, *entry.msgstr[1:]))


def dump(po: PoFile) -> str:
    """Writes a PO file: a text to a line, unwrapped, so that a change touches its entry alone."""
    blocks = [] if po.domain == FIRST_DOMAIN else [_dump_domain(po.domain)]
    blocks += [_dump_entry(entry) for entry in (po.header, *po.entries)]
    for other in po.others:
        blocks += [_dump_domain(other.name), *map(_dump_entry, other.entries)]
    if po.remarks_at_end:
        blocks.append("".join(f"{line}\n" for line in po.remarks_at_end))
    return "\n".join(blocks)


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    return text.replace("\n", "\\n")


def _dump_text(name: str, text: str, prefix: str) -> Iterable[str]:
    if "\n" not in text[:-1]:
        return [f'{prefix}{name} "{_escape(text)}"']
    lines = [line for line in re.split(r"(?<=\n)", text) if line]
    return [f'{prefix}{name} ""', *(f'{prefix}"{_escape(line)}"' for line in lines)]


def _dump_domain(name: str) -> str:
    return f'domain "{_escape(name)}"\n'


def _dump_entry(entry: Entry) -> str:
    lines = [f"# {line}".rstrip() for line in entry.remarks]
    lines += [f"#. {line}".rstrip() for line in entry.notes]
    lines += [f"#: {line}" for line in entry.references]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    for name, text in entry.previous:
        lines += _dump_text(name, text, "#~| " if entry.obsolete else "#| ")
    prefix = "#~ " if entry.obsolete else ""
    if entry.msgctxt is not None:
        lines += _dump_text("msgctxt", entry.msgctxt, prefix)
    lines += _dump_text("msgid", entry.msgid, prefix)
    if entry.msgid_plural is not None:
        lines += _dump_text("msgid_plural", entry.msgid_plural, prefix)
        for index, text in enumerate(entry.msgstr):
            lines += _dump_text(f"msgstr[{index}]", text, prefix)
    else:
        lines += _dump_text("msgstr", entry.msgstr[0], prefix)
    return "".join(f"{line}\n" for line in lines)
