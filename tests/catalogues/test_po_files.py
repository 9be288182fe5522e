"""Catalogues are read from disk as they are, and written whole or not at all."""

from __future__ import annotations

import os
import platform
import re
import resource
import signal
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from polynotice.catalogues import po_files
from polynotice.catalogues.po_format import Entry, PoFile, dump
from polynotice.core.locales import find_locale
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from tests.draws import one_in
from tests.processes import run_copy, talking
from tests.projects import polynotice, translate

NAME = "locales/de/LC_MESSAGES/notice.po"
TEXT = 'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "a"\nmsgstr "b"\n'
PO = PoFile(
    header=Entry(msgid="", msgstr=("Language: de\n",)), entries=(Entry(msgid="a", msgstr=("b",)),)
)


def put(root: Path, data: bytes) -> Path:
    """Puts the bytes where the German catalogue goes."""
    path = root / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


def names_in(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("locale_id", "folder"), [("de", "de"), ("pt-BR", "pt_BR"), ("zh-Hans", "zh_Hans")]
)
def test_a_catalogue_stands_in_the_folder_that_gettext_looks_in(
    locale_id: str, folder: str
) -> None:
    assert po_files.path_of(find_locale(locale_id)) == f"locales/{folder}/LC_MESSAGES/notice.po"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
    ],
    ids=["plain", "byte order mark", "CRLF", "both", "no newline at the end"],
)
def test_a_catalogue_is_read_as_any_editor_leaves_it(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, data)
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (PO, [])


def test_line_separators_of_unicode_are_read_as_part_of_a_text(tmp_path: Path) -> None:
    text = "a\u2028b\u2029c\x85d\x0b\x0ce\x1cf"
    put(tmp_path, f'msgid "{text}"\nmsgstr "{text}"\n'.encode())
    po, problems = po_files.read_catalogue(tmp_path, NAME, "de")
    assert problems == []
    assert po is not None
    assert po.entries == (Entry(msgid=text, msgstr=(text,)),)


def test_any_character_survives_the_disk(tmp_path: Path) -> None:
    text = "".join(map(chr, (*range(1, 0x3100), *range(0xF900, 0x10000), 0x1F600, 0x10FFFF)))
    po = PoFile(header=PO.header, entries=(Entry(msgid=text, msgstr=(text,)),))
    assert po_files.write_catalogue(tmp_path, NAME, po)
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (po, [])


def unreadable(line: int, message: str, hint: str, locale_id: str | None = "de") -> Problem:
    """The problem of a catalogue that cannot be read."""
    return Problem(
        code="unreadable-catalogue",
        span=Span(NAME, line),
        message=message,
        hint=hint,
        locale=locale_id,
    )


@pytest.mark.parametrize(
    ("locale_id", "hint"),
    [("de", "Run `polynotice add-locale de`."), (None, "Run `polynotice update`.")],
)
def test_a_catalogue_that_is_not_there_is_reported_with_its_remedy(
    tmp_path: Path, locale_id: str | None, hint: str
) -> None:
    problem = unreadable(1, "There is no such catalogue.", hint, locale_id)
    assert po_files.read_catalogue(tmp_path, NAME, locale_id) == (None, [problem])


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (TEXT.encode() + b'\nmsgid "gr\xfc\xdfe"\nmsgstr ""\n', 7),
        (b"\xef\xbb\xbf" + TEXT.encode() + b'\nmsgid "gr\xfc\xdfe"\nmsgstr ""\n', 7),
        (TEXT.encode("utf-16"), 1),
        (TEXT.encode()[:-2] + "ü".encode()[:1], 5),
    ],
    ids=["Latin-1", "Latin-1 after a byte order mark", "UTF-16", "cut in a character"],
)
def test_a_catalogue_that_is_not_utf_8_is_reported_with_the_line(
    tmp_path: Path, data: bytes, line: int
) -> None:
    put(tmp_path, data)
    problem = unreadable(
        line, "The catalogue cannot be read: it is not UTF-8.", "Save it as UTF-8 text."
    )
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (None, [problem])


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_malformed_catalogue_is_reported_with_the_line(tmp_path: Path, newline: str) -> None:
    put(tmp_path, TEXT.replace('"b"', '"b').replace("\n", newline).encode())
    problem = unreadable(
        5,
        "This is not a valid catalogue: "
        "a text without its closing quotation mark, or with one too many.",
        "Fix that line; the file is left as it is.",
    )
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (None, [problem])


def test_a_catalogue_that_is_a_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    problem = unreadable(1, "The catalogue cannot be read: Is a directory.", "Check the file.")
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (None, [problem])


def test_a_new_catalogue_is_written_with_its_folders_for_all_to_read(tmp_path: Path) -> None:
    assert po_files.write_catalogue(tmp_path, NAME, PO)
    path = tmp_path / NAME
    assert path.read_bytes().decode() == TEXT
    assert path.stat().st_mode & 0o777 == 0o644
    assert names_in(path.parent) == ["notice.po"]


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_changed_catalogue_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = put(tmp_path, b"")
    path.chmod(mode)
    assert po_files.write_catalogue(tmp_path, NAME, PO)
    assert path.stat().st_mode & 0o777 == mode


def test_a_catalogue_that_would_stay_the_same_is_not_written(tmp_path: Path) -> None:
    path = put(tmp_path, TEXT.encode())
    before = path.stat()
    assert not po_files.write_catalogue(tmp_path, NAME, PO)
    # When it was last read does not count.
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("data", [b"", TEXT.encode() + b"\n", b"\xef\xbb\xbf" + TEXT.encode()])
def test_a_catalogue_that_differs_in_a_byte_is_written(tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path, data)
    assert po_files.write_catalogue(tmp_path, NAME, PO)
    assert path.read_bytes() == TEXT.encode()


def test_a_catalogue_keeps_the_lines_of_windows(tmp_path: Path) -> None:
    path = put(tmp_path, dump(PO).replace("\n", "\r\n").encode())
    assert not po_files.write_catalogue(tmp_path, NAME, PO)
    changed = PoFile(header=PO.header, entries=(Entry(msgid="a", msgstr=("c",)),))
    assert po_files.write_catalogue(tmp_path, NAME, changed)
    assert path.read_bytes() == dump(changed).replace("\n", "\r\n").encode()


def test_a_catalogue_with_lines_of_both_kinds_gets_those_of_one(tmp_path: Path) -> None:
    path = put(tmp_path, dump(PO).replace("\n", "\r\n", 1).encode())
    assert po_files.write_catalogue(tmp_path, NAME, PO)
    assert path.read_bytes() == dump(PO).encode()


def test_a_dry_write_tells_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    assert po_files.write_catalogue(tmp_path, NAME, PO, dry=True)
    assert names_in(tmp_path) == []
    path = put(tmp_path, b"")
    assert po_files.write_catalogue(tmp_path, NAME, PO, dry=True)
    assert path.read_bytes() == b""
    path.write_bytes(TEXT.encode())
    assert not po_files.write_catalogue(tmp_path, NAME, PO, dry=True)


def test_a_failed_write_raises_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        po_files.write_catalogue(tmp_path, NAME, PO)
    assert names_in((tmp_path / NAME).parent) == ["notice.po"]


LARGE = tuple(
    PoFile(
        header=Entry(msgid=""),
        entries=tuple(Entry(msgid=f"{n}", msgstr=(word * 500,)) for n in range(1000)),
    )
    for word in ("one ", "two ")
)
"""Two catalogues of 2 MB."""


def write_under_limit(root: Path, handler: signal.Handlers) -> CompletedProcess[str]:
    """A process that writes one of them where no file may have more than 1 MB."""

    def write() -> None:
        signal.signal(signal.SIGXFSZ, handler)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        po_files.write_catalogue(root, NAME, LARGE[1])

    return run_copy(write)


def test_a_disk_that_fills_up_in_the_middle_leaves_the_catalogue_as_it_was(tmp_path: Path) -> None:
    path = put(tmp_path, dump(LARGE[0]).encode())
    done = write_under_limit(tmp_path, signal.SIG_IGN)
    assert "OSError: [Errno 27]" in done.stderr
    assert path.read_text(encoding="utf-8") == dump(LARGE[0])
    assert names_in(path.parent) == ["notice.po"]


def test_a_kill_in_the_middle_of_writing_leaves_the_catalogue_as_it_was(tmp_path: Path) -> None:
    path = put(tmp_path, dump(LARGE[0]).encode())
    done = write_under_limit(tmp_path, signal.SIG_DFL)
    assert done.returncode == -signal.SIGXFSZ, done.stderr
    assert path.read_text(encoding="utf-8") == dump(LARGE[0])
    assert len(names_in(path.parent)) == 2
    assert po_files.write_catalogue(tmp_path, NAME, LARGE[1])
    assert po_files.read_catalogue(tmp_path, NAME, "de") == (LARGE[1], [])
    po_files.remove_leftovers(tmp_path, NAME)
    assert names_in(path.parent) == ["notice.po"]


@one_in(3, "writes", [2, 1, 5])
def test_a_catalogue_is_whole_whenever_its_writer_is_killed(tmp_path: Path, writes: int) -> None:
    path = put(tmp_path, dump(LARGE[0]).encode())

    def write_without_end() -> None:
        while True:
            for po in reversed(LARGE):
                po_files.write_catalogue(tmp_path, NAME, po)
                os.write(1, b"written\n")

    with talking(write_without_end) as (writer, said):
        for _ in range(writes):
            assert said.readline() == "written\n"
        writer.kill()
    assert path.read_text(encoding="utf-8") in {dump(po) for po in LARGE}


DEAD = 2**31 - 1
"""A number that no process has."""


def temporary(process: object, host: str = "") -> str:
    """The name that a process gives a catalogue while it writes it."""
    host = host or re.sub(r"\W", "", platform.node()) or "here"
    return f".notice-{host}-{process}-a1b2c3d4.tmp"


def test_the_next_update_removes_what_a_killed_one_left_and_nothing_else(notice: Path) -> None:
    translate(notice, "de")
    left = [notice / "locales" / temporary(DEAD)]
    left.append(notice / "locales/de/LC_MESSAGES" / temporary(DEAD))
    kept = [
        notice / "locales" / name
        for name in (
            temporary(os.getpid()),
            temporary(DEAD, host="elsewhere"),
            ".notice-.tmp",
            ".notice-mine.tmp",
            "notice-1-a.tmp",
            "mine.tmp",
        )
    ]
    kept += [notice / temporary(DEAD), notice / "locales/de" / temporary(DEAD)]
    for path in (*left, *kept):
        path.write_bytes(b"half of a cat")
    assert polynotice(notice, "update", "--check").exit_code == 0
    assert all(path.exists() for path in (*left, *kept))
    result = polynotice(notice, "update")
    assert (result.exit_code, result.output) == (0, "")
    assert not any(path.exists() for path in left)
    assert all(path.read_bytes() == b"half of a cat" for path in kept)


def test_a_catalogue_in_another_charset_is_read_and_written_in_utf_8(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-2\\n"\n\n'
    text += 'msgid "Data"\nmsgstr "Údaje o zákazníkovi, \\271"\n'
    path = put(tmp_path, text.encode("iso-8859-2"))
    po, problems = po_files.read_catalogue(tmp_path, NAME)
    assert po is not None, problems
    assert po.entries[0].msgstr == ("Údaje o zákazníkovi, š",)
    po_files.write_catalogue(tmp_path, NAME, po)
    assert "charset=UTF-8" in path.read_text(encoding="utf-8")
    assert po_files.read_catalogue(tmp_path, NAME) == (po, [])


def test_a_catalogue_that_is_not_in_the_charset_that_it_names_is_refused(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    put(tmp_path, text.encode() + 'msgid "Data"\nmsgstr "Údaje"\n'.encode("iso-8859-2"))
    _, problems = po_files.read_catalogue(tmp_path, NAME)
    assert [(one.span.line, one.message) for one in problems] == [
        (4, "The catalogue cannot be read: it is not UTF-8.")
    ]
