"""Reading PO files, as GNU gettext does: every byte that means something is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polynotice.catalogues.po_escapes import TORN, unescape
from polynotice.catalogues.po_format import (
    FIRST_DOMAIN,
    Domain,
    Entry,
    PoFile,
    PoSyntaxError,
)
from polynotice.catalogues.po_usual import USUAL, Comments, read_comment, usual_entry
from polynotice.core.model import Key

_STARTS_ENTRY = re.compile(r"msgctxt|msgid(?!_)|domain\b")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)(?=[\s\"]|$)\s*")
_DOMAIN = re.compile(r"domain(?=[\s\"]|$)\s*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
_UNCLOSED = "a text without its closing quotation mark, or with one too many"


def parse(text: str, charset: str = "utf-8") -> PoFile:
    """Reads a PO file as GNU gettext does; `charset` is that of the file's bytes.

    The catalogue is the file's first domain; it keeps the others as they are.
    Raises `PoSyntaxError` for the first line that cannot be understood, and for an entry whose
    context and source another entry of its domain has already.
    """
    domains: dict[str, Domain] = {}
    entries: dict[str, list[Entry]] = {}
    seen: dict[tuple[str, Key], int] = {}
    reader = _Reader(charset)
    for entry in reader.entries(text.removeprefix("\ufeff")):
        domain, key = reader.domain, (reader.domain.name, entry.key)
        place = seen.get(key)
        if place is not None and _is_header(entry):
            raise PoSyntaxError(entry.line, "a second header, or an entry with an empty msgid")
        if place is not None:
            raise PoSyntaxError(entry.line, f"the same message as in line {place}")
        seen[key] = entry.line
        if domain.name not in domains:
            domains[domain.name], entries[domain.name] = domain, []
        entries[domain.name].append(entry)
    first, *others = domains.values() if domains else [Domain(name=FIRST_DOMAIN)]
    own = entries.get(first.name, [])
    header = next((one for one in own if _is_header(one)), Entry(msgid=""))
    return PoFile(
        header=header,
        entries=tuple(one for one in own if not _is_header(one)),
        domain=first.name,
        others=tuple(replace(one, entries=tuple(entries[one.name])) for one in others),
        remarks_at_end=tuple(reader.remarks),
    )


_HEADER: Key = (None, "")


def _is_header(entry: Entry) -> bool:
    return not entry.msgid and entry.key == _HEADER and not entry.obsolete


class _Pending(Comments):
    """The entry that is being read."""

    def __init__(self, charset: str) -> None:
        super().__init__()
        self._charset = charset
        self.torn_line = 0
        """Of the first text whose escapes are no text by themselves."""
        self.comments: list[str] = []
        """Its comments as they were written."""
        self.texts: dict[str, list[str]] = {}
        self.previous: dict[str, list[str]] = {}
        self.obsolete = False
        self.has_translation = False
        """Whether there is a `msgstr`, even if nothing is in it."""
        self.line = 0
        self.first_line = 0
        """Of its first text."""
        self.open: list[str] | None = None
        """The texts that the next one is added to."""
        self.open_mark = ""
        self.bare: tuple[int, str] | None = None
        """The line and name of a keyword whose text has not come yet."""

    @property
    def is_new(self) -> bool:
        return not (self.comments or self.texts or self.previous)

    @property
    def is_complete(self) -> bool:
        return self.has_translation and "msgid" in self.texts and self.bare is None

    def entry(self) -> Entry:
        self.refuse_bare()
        if not self.is_complete:
            wanted = "msgstr" if "msgid" in self.texts else "msgid"
            raise PoSyntaxError(self.line or self.first_line, f"an entry without {wanted}")
        texts = {name: self._joined(parts) for name, parts in self.texts.items()}
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
            previous=tuple((name, self._joined(parts)) for name, parts in self.previous.items()),
            obsolete=self.obsolete,
            line=self.line,
        )

    def _joined(self, parts: Sequence[str]) -> str:
        """A text out of its pieces, over which the bytes of a character may be spread."""
        text = "".join(parts)
        if not self.torn_line or not TORN.search(text):
            return text
        try:
            return text.encode(self._charset, "surrogateescape").decode(self._charset)
        except UnicodeDecodeError:
            reason = f"escapes that are no text in {self._charset.upper()}"
            raise PoSyntaxError(self.torn_line, reason) from None

    def refuse_bare(self) -> None:
        """Raises `PoSyntaxError` if the last keyword has no text."""
        if self.bare is not None:
            raise PoSyntaxError(self.bare[0], f"cannot understand {self.bare[1]!r}")


class _Reader:
    """Reads entries line by line. Where a line ends means nothing but to comments."""

    def __init__(self, charset: str) -> None:
        self._charset = charset
        self._pending = _Pending(charset)
        self._number = 0
        self.domain = Domain(name=FIRST_DOMAIN)
        """That of the entries that are being read."""
        self._is_domain_named = True
        self.remarks: list[str] = []
        """The comments at the end of the file, which belong to no entry."""

    def entries(self, text: str) -> Iterator[Entry]:
        """The entries, the header among them."""
        position = 0
        while position <= len(text):
            if self._is_clear and (usual := USUAL.match(text, position)):
                if self._pending.is_complete:
                    yield self._pending.entry()
                    self._pending = _Pending(self._charset)
                while usual:
                    yield usual_entry(usual, self._number + 1)
                    self._number += usual[0].count("\n")
                    position = usual.end()
                    usual = USUAL.match(text, position)
                continue
            end = text.find("\n", position) % (len(text) + 1)
            line = text[position:end].strip()
            position = end + 1
            self._number += 1
            # Behind `#~` there may be all that there is in an entry that is not obsolete.
            mark = "#~" if line[:2] == "#~" and line[:3] != "#~|" else ""
            rest = line[len(mark) :].lstrip()
            while rest:
                if self._pending.is_complete and _starts_entry(rest):
                    yield self._pending.entry()
                    self._pending = _Pending(self._charset)
                rest = self._read(rest, mark)
        if not self._is_domain_named:
            raise PoSyntaxError(self.domain.line, "a domain without its name")
        if self._pending.texts or self._pending.previous:
            yield self._pending.entry()
        else:
            self.remarks = self._pending.comments

    @property
    def _is_clear(self) -> bool:
        """Whether nothing is left of the entries before that belongs to the next one."""
        pending = self._pending
        return self._is_domain_named and (pending.is_complete or pending.is_new)

    def _read(self, rest: str, mark: str) -> str:
        """Reads one comment, keyword or text, and gives what is left of the line."""
        if rest[0] != "#":
            if not self._is_domain_named:
                return self._read_domain(rest)
            if (begins := _DOMAIN.match(rest)) and not self._pending.texts:
                # Comments in front of it stay with the entry that comes next.
                self.domain, self._is_domain_named = Domain(name="", line=self._number), False
                return rest[begins.end() :]
            return self._read_word(rest, mark, self._pending.texts)
        self._pending.refuse_bare()
        if rest[:2] == "#|" or rest[:3] == "#~|":
            line = rest.lstrip("#~|").lstrip()
            while line:
                line = self._read_word(line, "#|", self._pending.previous)
            return ""
        self._pending.comments.append(rest)
        read_comment(self._pending, rest)
        return ""

    def _read_domain(self, rest: str) -> str:
        """Reads the name of a domain."""
        name = _STRING.match(rest)
        if not name:
            raise PoSyntaxError(self._number, f"cannot understand {rest[:40]!r}")
        meant = unescape(name[1], self._number, self._charset)
        self.domain, self._is_domain_named = replace(self.domain, name=meant), True
        return rest[name.end() :]

    def _read_word(self, rest: str, mark: str, into: dict[str, list[str]]) -> str:
        """Reads a keyword or a text; `mark` is what the line starts with."""
        pending = self._pending
        if keyword := _KEYWORD.match(rest):
            pending.refuse_bare()
            self._open(keyword[1], mark, into)
            pending.bare = (self._number, rest[:40])
            return rest[keyword.end() :]
        if rest[0] != '"':
            pending.refuse_bare()
            is_behind_text = pending.open_mark == mark and self._number == self._line_of_text
            reason = _UNCLOSED if is_behind_text else f"cannot understand {rest[:40]!r}"
            raise PoSyntaxError(self._number, reason)
        text = _STRING.match(rest)
        if not text:
            raise PoSyntaxError(self._number, _UNCLOSED)
        if pending.open is None or pending.open_mark != mark:
            raise PoSyntaxError(self._number, "a text that belongs to no msgid or msgstr")
        meant = unescape(text[1], self._number, self._charset)
        if not pending.torn_line and "\\" in text[1] and TORN.search(meant):
            pending.torn_line = self._number
        pending.open.append(meant)
        pending.bare = None
        self._line_of_text = self._number
        return rest[text.end() :]

    _line_of_text = 0
    """Of the last text."""

    def _open(self, name: str, mark: str, into: dict[str, list[str]]) -> None:
        """Begins a text of the entry, or of its earlier source."""
        pending = self._pending
        if name in into:
            raise PoSyntaxError(self._number, f"a second {name} in one entry")
        if into is pending.texts:
            if name == "msgid_plural" and (pending.has_translation or "msgid" not in into):
                raise PoSyntaxError(self._number, "an entry without msgid")
            if pending.texts and pending.obsolete != (mark == "#~"):
                raise PoSyntaxError(self._number, "an entry of which a part is obsolete")
            pending.obsolete = mark == "#~"
            pending.has_translation |= name.startswith("msgstr")
            if name == "msgid":
                pending.line = self._number
        pending.first_line = pending.first_line or self._number
        pending.open, pending.open_mark = into.setdefault(name, []), mark


def _starts_entry(rest: str) -> bool:
    return rest[0] == "#" or _STARTS_ENTRY.match(rest) is not None
