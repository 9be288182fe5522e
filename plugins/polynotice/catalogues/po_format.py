"""Gettext PO files as values: every byte that means something survives reading and writing.

Written here because neither library keeps everything: polib discards the previous source of
obsolete entries (`#~|`), and Babel reads previous sources (`#|`) as remarks of the translator.
The format is that of the GNU gettext manual, section "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from polynotice.core.model import Key


class PoSyntaxError(ValueError):
    """Raised for text that is not a PO file. `line` says where, `reason` what is wrong there."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class PoFile:
    """A whole file: the header's entry, then the others in order."""

    header: Entry
    entries: tuple[Entry, ...] = ()

    @property
    def fields(self) -> dict[str, str]:
        """The header's fields, such as `Language`."""
        lines = self.header.msgstr[0].split("\n")
        pairs = (line.partition(":") for line in lines if ":" in line)
        return {name.strip(): value.strip() for name, _, value in pairs}


_STARTS_ENTRY = re.compile(r"msgctxt|msgid(?!_)")
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(?=")')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b"}
_ESCAPES |= {"f": "\f", "v": "\v"}


def parse(text: str) -> PoFile:
    """Reads a PO file.

    Raises `PoSyntaxError` for the first line that cannot be understood, and for an entry whose
    context and source another entry has already.
    """
    header = Entry(msgid="")
    entries: list[Entry] = []
    seen: dict[Key, int] = {}
    for entry in _entries(text.removeprefix("\ufeff")):
        if entry.msgid == "" and entry.msgctxt is None and not entry.obsolete:
            if entries or seen.get((None, "")):
                raise PoSyntaxError(entry.line, "a second header, or an entry with an empty msgid")
            header = entry
        else:
            entries.append(entry)
        if entry.key in seen:
            raise PoSyntaxError(entry.line, f"the same message as in line {seen[entry.key]}")
        seen[entry.key] = entry.line
    return PoFile(header=header, entries=tuple(entries))


def dump(po: PoFile) -> str:
    """Writes a PO file: a text to a line, unwrapped, so that a change touches its entry alone."""
    return "\n".join(_dump_entry(entry) for entry in (po.header, *po.entries))


class _Pending:
    """The entry that is being read."""

    def __init__(self) -> None:
        self.remarks: list[str] = []
        self.notes: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.previous: dict[str, list[str]] = {}
        self.obsolete = False
        self.has_translation = False
        """Whether there is a `msgstr`, even if nothing is in it."""
        self.line = 0
        self.open: list[str] | None = None
        self.open_mark = ""

    @property
    def is_complete(self) -> bool:
        return self.has_translation and "msgid" in self.texts

    def entry(self, line: int) -> Entry:
        if not self.is_complete:
            wanted = "msgstr" if "msgid" in self.texts else "msgid"
            raise PoSyntaxError(self.line or line, f"an entry without {wanted}")
        texts = {name: "".join(parts) for name, parts in self.texts.items()}
        strings = [name for name in texts if name.startswith("msgstr")]
        if "msgid_plural" in texts:
            expected = [f"msgstr[{index}]" for index in range(len(strings))]
        else:
            expected = ["msgstr"]
        if strings != expected:
            raise PoSyntaxError(
                self.line, f"found {', '.join(strings)} instead of {', '.join(expected)}"
            )
        return Entry(
            msgid=texts["msgid"],
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            msgstr=tuple(texts[name] for name in strings),
            remarks=tuple(self.remarks),
            notes=tuple(self.notes),
            references=tuple(self.references),
            flags=tuple(self.flags),
            previous=tuple((name, "".join(parts)) for name, parts in self.previous.items()),
            obsolete=self.obsolete,
            line=self.line,
        )


def _entries(text: str) -> Iterator[Entry]:
    pending = _Pending()
    touched = False
    number = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if not line:
            if pending.is_complete:
                yield pending.entry(number)
                pending, touched = _Pending(), False
            continue
        if pending.is_complete and _starts_entry(line):
            yield pending.entry(number)
            pending, touched = _Pending(), False
        _read_line(pending, line, number)
        touched = True
    if touched and (pending.texts or pending.previous):
        yield pending.entry(number)
    elif touched:
        # Comments at the end of a file belong to no entry and would be lost: gettext keeps none.
        raise PoSyntaxError(number, "a comment that belongs to no entry")


def _starts_entry(line: str) -> bool:
    if (line[0] == "#" and line[:2] != "#~") or line[:3] == "#~|":
        return True
    body = line[2:].lstrip() if line.startswith("#~") else line
    return _STARTS_ENTRY.match(body) is not None


def _read_line(pending: _Pending, line: str, number: int) -> None:
    kind = line[:2]
    if line[:3] == "#~|" or kind == "#|":
        _read_text(pending, "#|", line.lstrip("#~|").strip(), number)
    elif kind == "#~":
        _read_text(pending, "#~", line[2:].strip(), number)
    elif kind in ("#,", "#="):  # gettext, since June 2025: flags stand in either, written in one
        pending.flags.extend(flag.strip() for flag in line[2:].split(",") if flag.strip())
    elif kind == "#:":
        pending.references.append(line[2:].strip())
    elif kind == "#.":
        pending.notes.append(line[2:].removeprefix(" "))
    elif line[0] == "#":
        pending.remarks.append(line[1:].removeprefix(" "))
    else:
        _read_text(pending, "", line, number)


def _read_text(pending: _Pending, mark: str, line: str, number: int) -> None:
    """Reads a keyword with its text, or more of a text. `mark` is what the line starts with."""
    into = pending.previous if mark == "#|" else pending.texts
    keyword = _KEYWORD.match(line)
    rest = line
    if keyword:
        name = keyword[1]
        if name in into:
            raise PoSyntaxError(number, f"a second {name} in one entry")
        if mark != "#|":
            if pending.texts and pending.obsolete != (mark == "#~"):
                raise PoSyntaxError(number, "an entry of which a part is obsolete")
            pending.obsolete = mark == "#~"
            pending.has_translation |= name.startswith("msgstr")
        if name == "msgid" and mark != "#|":
            pending.line = number
        pending.open, pending.open_mark = into.setdefault(name, []), mark
        rest = line[keyword.end() :]
    elif not line.startswith('"'):
        raise PoSyntaxError(number, f"cannot understand {line[:40]!r}")
    string = _STRING.fullmatch(rest)
    if not string:
        raise PoSyntaxError(
            number, "a text without its closing quotation mark, or with one too many"
        )
    if pending.open is None or pending.open_mark != mark:
        raise PoSyntaxError(number, "a text that belongs to no msgid or msgstr")
    pending.open.append(_unescape(string[1], number))


def _unescape(text: str, number: int) -> str:
    def one(match: re.Match[str]) -> str:
        code = match[1]
        if code in _ESCAPES:
            return _ESCAPES[code]
        if code[0] == "x" and len(code) > 1:
            return chr(int(code[1:], 16))
        if code[0] in "01234567":
            return chr(int(code, 8))
        raise PoSyntaxError(number, f"an unknown escape \\{code}")

    return _ESCAPE.sub(one, text)


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    return text.replace("\n", "\\n")


def _dump_text(name: str, text: str, prefix: str) -> Iterable[str]:
    if "\n" not in text[:-1]:
        return [f'{prefix}{name} "{_escape(text)}"']
    lines = [line for line in re.split(r"(?<=\n)", text) if line]
    return [f'{prefix}{name} ""', *(f'{prefix}"{_escape(line)}"' for line in lines)]


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
