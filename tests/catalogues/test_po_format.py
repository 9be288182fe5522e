"""PO files are read and written without losing anything, as gettext and polib read them."""

from __future__ import annotations

import gettext
import itertools
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from polynotice.catalogues.po_format import (
    CHARSETS,
    Entry,
    PoFile,
    PoSyntaxError,
    charset_of,
    dump,
    in_utf_8,
)
from polynotice.catalogues.po_reader import parse
from tests.draws import for_each
from tests.projects import ROOT

OWN = sorted((ROOT / "locales").rglob("*.po*"))
needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="There is no msgfmt.")

HEAD = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

FULL = """\
# A translator's words,
#
#   with a blank line and an indent.
msgid ""
msgstr ""
"Project-Id-Version: notice 1: two\\n"
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Polynotice-Status: approved\\n"

# Ask the lawyer.
# polynotice: ignore number-mismatch
#. Record "Calls", field purpose
#. Seen twice
#: notice_data/care.yml
#: docs/index.md:3 docs/index.md:9
#, fuzzy, no-wrap
#| msgctxt "purposes/calls/purpose"
#| msgid ""
#| "Calls\\n"
#| "are recorded."
msgctxt "purposes/calls/purpose"
msgid "Calls are \\"taped\\"."
msgstr "Anrufe werden \\\\ aufgezeichnet.\\n"

#, fuzzy
#| msgid "A file"
#| msgid_plural "Some files"
msgid "One file"
msgid_plural "%d files"
msgstr[0] "Eine Datei"
msgstr[1] "Dateien"

# Kept for later.
#~| msgctxt "old"
#~| msgid "Older"
#~ msgctxt "old"
#~ msgid "Old"
#~ msgstr ""
#~ "Alt\\n"
#~ "und älter"
"""


def po(body: str) -> str:
    """A file with a header, whose first line after it is line 7."""
    return HEAD + body


def only(text: str) -> Entry:
    """The one entry of a file."""
    (entry,) = parse(text).entries
    return entry


def test_every_part_of_a_file_is_read() -> None:
    read = parse(FULL)
    assert read.header.remarks == (
        "A translator's words,",
        "",
        "  with a blank line and an indent.",
    )
    assert read.fields == {
        "Project-Id-Version": "notice 1: two",
        "Language": "de",
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Polynotice-Status": "approved",
    }
    assert read.entries == (
        Entry(
            msgid='Calls are "taped".',
            msgctxt="purposes/calls/purpose",
            msgstr=("Anrufe werden \\ aufgezeichnet.\n",),
            remarks=("Ask the lawyer.", "polynotice: ignore number-mismatch"),
            notes=('Record "Calls", field purpose', "Seen twice"),
            references=("notice_data/care.yml", "docs/index.md:3 docs/index.md:9"),
            flags=("fuzzy", "no-wrap"),
            previous=(("msgctxt", "purposes/calls/purpose"), ("msgid", "Calls\nare recorded.")),
        ),
        Entry(
            msgid="One file",
            msgid_plural="%d files",
            msgstr=("Eine Datei", "Dateien"),
            flags=("fuzzy",),
            previous=(("msgid", "A file"), ("msgid_plural", "Some files")),
        ),
        Entry(
            msgid="Old",
            msgctxt="old",
            msgstr=("Alt\nund älter",),
            remarks=("Kept for later.",),
            previous=(("msgctxt", "old"), ("msgid", "Older")),
            obsolete=True,
        ),
    )


def test_a_file_in_the_written_form_is_written_as_it_was_read() -> None:
    assert dump(parse(FULL)) == FULL


@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.relative_to(ROOT / "locales")))
def test_each_own_catalogue_is_written_as_it_was_read(path: Path) -> None:
    text = path.read_bytes().decode()
    assert dump(parse(text)) == text


ODD = {
    "the full file": FULL,
    "no entry": HEAD,
    "byte order mark": "\ufeff" + po('msgid "a"\nmsgstr "b"\n'),
    "CRLF": po('# c\nmsgid ""\n"a\\n"\n"b"\nmsgstr "d"\n\nmsgid "e"\nmsgstr ""\n').replace(
        "\n", "\r\n"
    ),
    "no newline at the end": po('msgid "a"\nmsgstr "b"'),
    "indented": po('  msgid "a"\n\tmsgstr   "b"  \n    "c"\t\n'),
    "many blank lines": "\n\n" + po('\n\n\nmsgid "a"\nmsgstr "b"\n\n\n\nmsgid "c"\nmsgstr ""\n\n'),
    "white space in a blank line": po('msgid "a"\nmsgstr "b"\n \t\nmsgid "c"\nmsgstr ""\n'),
    "escapes": po('msgid "a\\tb\\\\n\\"c\\" \\\\"\nmsgstr "\\\\t\\\\\\\\\\"\\t"\n'),
    "escapes of C": po('msgid "a\\x41\\101\\7b"\nmsgstr "\\a\\b\\f\\v"\n'),
    "carriage return": po('msgid "a"\nmsgstr "b\\rc"\n'),
    "newlines at both ends": po('msgid "\\na\\n"\nmsgstr "\\n\\nb\\n"\n'),
    "line separators of Unicode": po(
        '# r\u2028s\n#. n\u2029o\nmsgid "a\u2028b\u2029c\x85d"\nmsgstr "\u2028"\n'
    ),
    "no-break space at the ends": po('msgid "\u00a0a\u3000"\nmsgstr "\u2009b\u202f"\n'),
    "other scripts": po('msgid "a"\nmsgstr "隐私 خصوصية 👩‍👩‍👧 e\u0301"\n'),
    "strings in many pieces": po('msgid ""\n"a"\n"b "\n"c"\nmsgstr "d"\n""\n" e"\n'),
    "no blank lines": po(
        'msgid "a"\nmsgstr "b"\n# remark of c\nmsgid "c"\nmsgstr "d"\n'
        '#, no-wrap\nmsgid "e"\nmsgstr "f"\n#| msgid "old"\nmsgid "g"\nmsgstr "h"\n'
        'msgctxt "i"\nmsgid "j"\nmsgstr "k"\nmsgid "l"\nmsgstr "m"\n'
        '#~ msgid "n"\n#~ msgstr "o"\n#~| msgid "q"\n#~ msgid "p"\n#~ msgstr "r"\n'
    ),
    "comments apart from their entry": po('# one\n\n# two\n\n#. three\n\nmsgid "a"\nmsgstr "b"\n'),
    "comments in another order": po(
        '#: b.md\n#. note\n# remark\n#: a.md\n#, no-wrap\nmsgid "a"\nmsgstr "b"\n'
    ),
    "remarks that look like other comments": po(
        '# , fuzzy\n# ~ msgid "x"\n# | msgid "y"\n# : z\n# msgid "w"\n#\nmsgid "a"\nmsgstr "b"\n'
    ),
    "previous lines": po(
        '#| msgctxt "c"\n#| msgid ""\n#| "a\\n"\n#| "b\\"#| "\n#| msgid_plural "p"\n'
        'msgctxt "d"\nmsgid "e"\nmsgid_plural "f"\nmsgstr[0] "g"\nmsgstr[1] "h"\n'
    ),
    "obsolete in the middle": po(
        '#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "c"\nmsgstr "d"\n\n'
        '#, fuzzy\n#~ msgid "e"\n#~ msgid_plural "f"\n#~ msgstr[0] "g"\n#~ msgstr[1] "h"\n'
    ),
    "texts of markup": po('msgid "#~ msgid \\"a\\""\nmsgstr "# , fuzzy"\n'),
    "an empty context": po(
        'msgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n\nmsgctxt "x"\nmsgid ""\n'
        'msgstr "d"\n'
    ),
    "a header with remarks and a flag": '# x\n#, fuzzy\nmsgid ""\nmsgstr "Language: de\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n',
}
odd = pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())


@odd
def test_writing_and_reading_again_keeps_every_entry(text: str) -> None:
    assert parse(dump(parse(text))) == parse(text)


@odd
def test_what_was_written_once_is_written_the_same_again(text: str) -> None:
    once = dump(parse(text))
    assert dump(parse(once)) == once


PIECES = (
    *("", " ", "a", "\\", '"', "\n", "\r", "\t", "\x0b", "\x0c", "\x07", "\x1c", "\x7f", "\x85"),
    *("\u00a0", "\u2028", "\u2029", "\u202e", "\ufeff", "😀", "\\n", '\\"', "#~", "# ", "#| "),
    *('"\n"', 'msgid "x"', "[0]", "%s"),
)


@pytest.mark.parametrize("obsolete", [False, True], ids=["live", "obsolete"])
def test_any_text_survives_in_any_place(obsolete: bool) -> None:
    texts = ["".join(pair) for pair in itertools.product(PIECES, repeat=2)]
    entries = tuple(
        Entry(
            msgid=f"{number}{text}",
            msgctxt=text,
            msgid_plural=text,
            msgstr=(text, f"x{text}"),
            previous=(("msgctxt", text), ("msgid", f"{text}x"), ("msgid_plural", text)),
            obsolete=obsolete,
        )
        for number, text in enumerate(texts)
    )
    written = PoFile(header=Entry(msgid="", msgstr=("Language: de\n",)), entries=entries)
    assert parse(dump(written)) == written


def test_an_entry_is_written_a_text_to_a_line_however_long() -> None:
    long = "word " * 100
    entry = Entry(msgid=long, msgstr=("a\nb\n",))
    assert dump(PoFile(header=Entry(msgid=""), entries=(entry,))).splitlines() == [
        'msgid ""',
        'msgstr ""',
        "",
        f'msgid "{long}"',
        'msgstr ""',
        '"a\\n"',
        '"b\\n"',
    ]


def test_tabs_and_line_ends_are_written_as_escapes() -> None:
    entry = Entry(msgid="a\tb\rc\n", msgstr=('"\\',))
    assert dump(PoFile(header=Entry(msgid=""), entries=(entry,))).splitlines()[3:] == [
        'msgid "a\\tb\\rc\\n"',
        'msgstr "\\"\\\\"',
    ]


def test_a_file_without_a_header_gets_an_empty_one() -> None:
    assert parse('msgid "a"\nmsgstr "b"\n') == PoFile(
        header=Entry(msgid=""), entries=(Entry(msgid="a", msgstr=("b",)),)
    )
    assert parse("") == PoFile(header=Entry(msgid=""))


def test_flags_of_several_lines_all_count() -> None:
    assert only(po('#, fuzzy\n#,no-wrap , c-format,\nmsgid "a"\nmsgstr ""\n')).flags == (
        "fuzzy",
        "no-wrap",
        "c-format",
    )


def test_flags_in_the_line_that_gettext_added_in_2025_count_as_well() -> None:
    entry = only(po('#= no-wrap, fuzzy\n#, c-format\nmsgid "a"\nmsgstr "b"\n'))
    assert (entry.flags, entry.is_fuzzy) == (("no-wrap", "fuzzy", "c-format"), True)
    assert "#, no-wrap, fuzzy, c-format\n" in dump(PoFile(header=Entry(msgid=""), entries=(entry,)))
    assert only(po('# = fuzzy\nmsgid "a"\nmsgstr "b"\n')).remarks == ("= fuzzy",)


def test_an_entrys_line_is_that_of_its_msgid() -> None:
    text = po(
        '# r\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\n#~| msgid "c"\n#~ msgid "d"\n#~ msgstr ""'
    )
    assert [entry.line for entry in parse(text).entries] == [9, 13]


def test_line_separators_of_unicode_do_not_count_as_lines() -> None:
    assert only(po('# \u2028\u2029\x85\x0b\x0c\n#. \x1c\nmsgid "a"\nmsgstr ""\n')).line == 9


def test_fuzzy_is_set_and_taken_away_without_touching_other_flags() -> None:
    entry = Entry(msgid="a", flags=("no-wrap", "c-format"))
    assert entry.with_fuzzy(True).flags == ("fuzzy", "no-wrap", "c-format")
    assert entry.with_fuzzy(True).with_fuzzy(True).flags == ("fuzzy", "no-wrap", "c-format")
    assert entry.with_fuzzy(True).is_fuzzy
    assert entry.with_fuzzy(True).with_fuzzy(False) == entry
    assert not entry.is_fuzzy


@pytest.mark.parametrize(
    ("msgstr", "translated"),
    [(("",), False), (("a",), True), (("a", ""), False), (("a", "b"), True)],
)
def test_an_entry_is_translated_if_each_plural_form_is(
    msgstr: tuple[str, ...], translated: bool
) -> None:
    assert Entry(msgid="a", msgstr=msgstr).is_translated is translated


GOOD = 'msgid "a"\nmsgstr "b"\n\n'
QUOTES = "a text without its closing quotation mark, or with one too many"

MALFORMED = {
    "unterminated msgid": ('msgid "a\nmsgstr "b"\n', 7, QUOTES),
    "unterminated continuation": ('msgid "a"\nmsgstr ""\n"b\n', 9, QUOTES),
    "unterminated by an escape": ('msgid "a"\nmsgstr "b\\"\n', 8, QUOTES),
    "unescaped quotation mark": ('msgid "a"\nmsgstr "b "c" d"\n', 8, QUOTES),
    "unterminated previous": ('#| msgid "a\nmsgid "b"\nmsgstr ""\n', 7, QUOTES),
    "unterminated obsolete": ('#~ msgid "a"\n#~ msgstr "b\n', 8, QUOTES),
    "text broken by a real newline": ('msgid "a"\nmsgstr "b\nc"\n', 8, QUOTES),
    "single quotation marks": ("msgid 'a'\nmsgstr 'b'\n", 7, "cannot understand \"msgid 'a'\""),
    "junk first": ("junk\n", 7, "cannot understand 'junk'"),
    "junk in an entry": ('msgid "a"\njunk\nmsgstr "b"\n', 8, "cannot understand 'junk'"),
    "conflict marker": (
        f"<<<<<<< HEAD\n{GOOD}",
        7,
        "cannot understand '<<<<<<< HEAD'",
    ),
    "obsolete junk": ("#~ junk\n", 7, "cannot understand 'junk'"),
    "keyword alone": ('msgid "a"\nmsgstr\n', 8, "cannot understand 'msgstr'"),
    "previous text of nothing": (
        '#| "a"\nmsgid "b"\nmsgstr ""\n',
        7,
        "a text that belongs to no msgid or msgstr",
    ),
    "duplicate": (GOOD + 'msgid "a"\nmsgstr "c"\n', 10, "the same message as in line 7"),
    "duplicate in a context": (
        'msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n',
        12,
        "the same message as in line 8",
    ),
    "duplicate of what is obsolete": (
        '#~ msgid "a"\n#~ msgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        10,
        "the same message as in line 7",
    ),
    "obsolete duplicate": (
        GOOD + '#~ msgid "a"\n#~ msgstr "c"\n',
        10,
        "the same message as in line 7",
    ),
    "second header": (
        'msgid ""\nmsgstr "b"\n',
        7,
        "a second header, or an entry with an empty msgid",
    ),
    "empty msgid": (
        GOOD + 'msgid ""\nmsgstr "b"\n',
        10,
        "a second header, or an entry with an empty msgid",
    ),
    "no msgstr at the end": (GOOD + 'msgid "c"\n', 10, "an entry without msgstr"),
    "no msgstr before an entry": (
        'msgid "a"\n\nmsgid "b"\nmsgstr ""\n',
        9,
        "a second msgid in one",
    ),
    "second msgid": ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 8, "a second msgid in one entry"),
    "second msgstr": ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 9, "a second msgstr in one entry"),
    "second plural form": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[0] "d"\n',
        10,
        "a second msgstr[0] in one entry",
    ),
    "no msgid": (GOOD + 'msgctxt "c"\n', 10, "an entry without msgid"),
    "only a plural": ('msgid_plural "b"\nmsgstr[0] ""\n', 7, "an entry without msgid"),
    "plural without numbers": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
        7,
        "found msgstr instead of msgstr[0]",
    ),
    "numbers without plural": (
        'msgid "a"\nmsgstr[0] "c"\n',
        7,
        "found msgstr[0] instead of msgstr",
    ),
    "plural forms with a gap": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[2] ""\n',
        7,
        "found msgstr[0], msgstr[2] instead of msgstr[0], msgstr[1]",
    ),
    "unknown escape": ('msgid "a"\nmsgstr "b\\q"\n', 8, "an unknown escape \\q"),
    "escape that is no text": (
        'msgid "a"\nmsgstr "\\344"\n',
        8,
        "escapes that are no text in UTF-8",
    ),
    "keyword without its text": (
        'msgid "a"\nmsgstr\n\nmsgid "b"\n',
        8,
        "cannot understand 'msgstr'",
    ),
    "a domain without a name": ("domain\n", 7, "a domain without its name"),
    "a domain called by no text": ("domain x\n", 7, "cannot understand 'x'"),
    "a domain within an entry": ('msgid "a"\ndomain "x"\n', 8, "cannot understand 'domain"),
    "a domain with two names": ('domain "x" "y"\n', 7, "a text that belongs to no msgid"),
    "a message twice in another domain": (
        'domain "x"\nmsgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n',
        11,
        "the same message as in line 8",
    ),
    "escape without digits": ('msgid "a\\xg"\nmsgstr ""\n', 7, "an unknown escape \\x"),
}
malformed = pytest.mark.parametrize(
    ("body", "line", "reason"), MALFORMED.values(), ids=MALFORMED.keys()
)


@malformed
def test_a_malformed_file_is_refused_with_the_line(body: str, line: int, reason: str) -> None:
    with pytest.raises(PoSyntaxError) as caught:
        parse(po(body))
    assert (caught.value.line, caught.value.reason[: len(reason)]) == (line, reason)
    assert str(caught.value) == f"line {line}: {caught.value.reason}"


@malformed
def test_the_line_is_the_same_in_a_file_with_crlf(body: str, line: int, reason: str) -> None:
    with pytest.raises(PoSyntaxError) as caught:
        parse("\ufeff" + po(body).replace("\n", "\r\n"))
    assert caught.value.line == line


@needs_gettext
@malformed
def test_gettext_refuses_what_is_refused(body: str, line: int, reason: str) -> None:
    assert run("msgcat", "-", text=po(body)).returncode != 0


READ = {
    "a text of its own line": ('msgid\n"a"\nmsgstr\n"b"\n', ("a", "b")),
    "all on one line": ('msgid "a" msgstr "b"\n', ("a", "b")),
    "two texts on a line": ('msgid "a" "b"\nmsgstr "c""d"\n', ("ab", "cd")),
    "an empty line within a text": ('msgid "a"\n\nmsgstr "b"\n\n"c"\n', ("a", "bc")),
    "a comment behind a text": ('msgid "a"\nmsgstr "b" # c\n', ("a", "b")),
    "octal escapes": ('msgid "a"\nmsgstr "Gespr\\303\\244che"\n', ("a", "Gespräche")),
    "hexadecimal escapes": ('msgid "a"\nmsgstr "n\\xc3\\xa4her"\n', ("a", "näher")),
    "a character in two pieces": ('msgid "a"\nmsgstr "f\\303"\n"\\274r"\n', ("a", "für")),
    "the same on one line": ('msgid "a"\nmsgstr "f\\xc3" "\\xbcr"\n', ("a", "für")),
    "escapes and letters": ('msgid "a"\nmsgstr "\\1011 \\"ä\\"\\n"\n', ("a", 'A1 "ä"\n')),
    "a bare mark": ('#~\n#~ msgid "a"\n#~\n#~ msgstr "b"\n', ("a", "b")),
}
"""What gettext reads, and no tool of translators writes."""


@pytest.mark.parametrize(("body", "texts"), READ.values(), ids=READ.keys())
def test_what_gettext_reads_is_read(body: str, texts: tuple[str, str]) -> None:
    (entry,) = parse(po(body)).entries
    assert (entry.msgid, entry.msgstr[0]) == texts


DOMAINS = {
    "another behind the first": 'msgid "a"\nmsgstr "b"\n\ndomain "x"\n\nmsgid "a"\nmsgstr "c"\n',
    "with a header and plural forms": 'domain "x"\n\nmsgid ""\nmsgstr "A: b\\n"\n\nmsgid "a"\n'
    'msgid_plural "b"\nmsgstr[0] "c"\n',
    "two, and unused entries": '#~ msgid "a"\n#~ msgstr "b"\n\ndomain "x\\"y"\n\n'
    'msgid "a"\nmsgstr "c"\n\ndomain "z"\n\n# d\n#~ msgid "e"\n#~ msgstr "f"\n',
}


@pytest.mark.parametrize("body", DOMAINS.values(), ids=DOMAINS.keys())
def test_other_domains_of_a_file_are_kept(body: str) -> None:
    assert dump(parse(po(body))) == po(body)


@needs_gettext
@pytest.mark.parametrize("body", DOMAINS.values(), ids=DOMAINS.keys())
def test_gettext_keeps_them_too(body: str) -> None:
    assert as_gettext_writes(dump(parse(po(body)))) == as_gettext_writes(po(body))


def test_only_the_first_domain_is_the_catalogue() -> None:
    first = 'msgid "a"\nmsgstr "b"\n'
    read = parse(po(f'{first}\ndomain "x"\nmsgid "a"\nmsgstr "c"\n\nmsgid "d"\nmsgstr "e"\n'))
    assert [(entry.msgid, *entry.msgstr) for entry in read.entries] == [("a", "b")]
    (other,) = read.others
    assert (other.name, other.line, len(other.entries)) == ("x", 10, 2)
    # A file may name its first domain, too, and come back to it.
    read = parse(
        f'domain "notice"\n{po(first)}\ndomain "x"\n{first}domain "notice"\n# r\n'
        'msgid "d"\nmsgstr "e"\n'
    )
    assert (read.domain, [entry.msgid for entry in read.entries]) == ("notice", ["a", "d"])
    assert dump(read).startswith('domain "notice"\n')
    assert parse(dump(read)) == read


def test_a_comment_in_front_of_a_domain_is_kept() -> None:
    written = dump(
        parse(po('msgid "a"\nmsgstr "b"\n\n# Keep.\ndomain "x"\n\nmsgid "c"\nmsgstr ""\n'))
    )
    assert written.endswith('\ndomain "x"\n\n# Keep.\nmsgid "c"\nmsgstr ""\n')


def test_the_charset_of_other_domains_is_read_and_written_alike() -> None:
    latin = po('msgid "a"\nmsgstr "ä"\n').replace("UTF-8", "ISO-8859-1")
    text = f'{latin}\ndomain "x"\n\n{latin}'
    written = dump(in_utf_8(parse(text, "iso-8859-1")))
    assert written == text.replace("ISO-8859-1", "UTF-8")


@needs_gettext
@pytest.mark.parametrize("body", [body for body, _ in READ.values()], ids=READ.keys())
def test_gettext_reads_it_alike(body: str) -> None:
    assert as_gettext_writes(dump(parse(po(body)))) == as_gettext_writes(po(body))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("#~ # hello", {"remarks": ("hello",)}),
        ("#~ #, fuzzy", {"flags": ("fuzzy",)}),
        ("#~ #. note", {"notes": ("note",)}),
        ("#~ #: a.md", {"references": ("a.md",)}),
        ('#~ #| msgid "x"', {"previous": (("msgid", "x"),)}),
        ('#~| msgid "x"', {"previous": (("msgid", "x"),)}),
    ],
)
def test_what_stands_behind_the_mark_of_obsolete_entries_is_read(
    line: str, what: dict[str, object]
) -> None:
    (entry,) = parse(po(f'{line}\n#~ msgid "a"\n#~ msgstr "b"\n')).entries
    assert entry == Entry(msgid="a", msgstr=("b",), obsolete=True, **what)  # type: ignore[arg-type]


def test_a_comment_within_an_entry_is_read_as_its_own() -> None:
    """Gettext refuses it, but who marks a msgid below its msgctxt means that entry."""
    (entry,) = parse(po('msgctxt "x"\n#, fuzzy\nmsgid "a"\n# Why?\nmsgstr "b"\n')).entries
    assert entry == Entry(
        msgctxt="x", msgid="a", msgstr=("b",), flags=("fuzzy",), remarks=("Why?",)
    )


def test_comments_at_the_end_are_kept() -> None:
    text = dump(parse(po(GOOD))) + "\n# One.\n#. Two.\n"
    read = parse(text)
    assert [entry.remarks for entry in read.entries] == [()]
    assert read.remarks_at_end == ("# One.", "#. Two.")
    assert dump(read) == text


@needs_gettext
@pytest.mark.parametrize(
    "charset", sorted(CHARSETS - {"koi8-t", "cp949", "cp950", "tis-620", "cp1255"})
)
def test_each_charset_is_read_as_gettext_reads_it(charset: str, tmp_path: Path) -> None:
    """But for those that msgcat 0.21 was not built for, or ends on with a signal (CP1255)."""
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset.upper()}\\n"\n\n'
    known = {"big5": "資料", "cp932": "データ", "cp1255": "שלום"}
    letters = known.get(charset) or bytes(range(0xA1, 0xFF)).decode(charset, "ignore")
    data = f'{head}msgid "a"\nmsgstr "{letters}"\n'.encode(charset)
    path = tmp_path / "notice.po"
    path.write_bytes(data)
    done = subprocess.run(
        ["msgcat", "--no-wrap", "-t", "UTF-8", str(path)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert charset_of(data) == charset
    po_file = in_utf_8(parse(data.decode(charset), charset))
    assert as_gettext_writes(dump(po_file)) == done.stdout.decode()


@pytest.mark.parametrize(
    ("escaped", "charset"), [("\\344", "iso-8859-1"), ("\\xe4", "cp1252"), ("\\303\\244", "utf-8")]
)
def test_escapes_are_bytes_of_the_files_charset(escaped: str, charset: str) -> None:
    (entry,) = parse(po(f'msgid "a"\nmsgstr "n{escaped}her"\n'), charset).entries
    assert entry.msgstr == ("näher",)


@for_each(
    "body",
    [
        'msgid "a\\""\nmsgstr "\\\\"\n',
        'msgid "a"\nmsgstr "b"\n\nmsgctxt ""\nmsgid "a"\nmsgstr "c"\n',
        'msgctxt "x"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "y"\nmsgid "a"\nmsgstr ""\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgid "a"\n\nmsgstr "b"\n',
        '# junk\nmsgid "junk"\nmsgstr "msgid"\n',
        '#~ msgid "junk"\n#~ msgstr "b"\n',
        'msgid "a"\nmsgstr "\\n\\t\\"\\\\\\x41"\n',
    ],
)
def test_what_is_nearly_malformed_is_read(body: str) -> None:
    assert parse(po(body)).entries


# Each is a file that gettext refuses; read leniently, it would be written with another meaning.
CORRUPTED = {
    "a live msgid with an obsolete msgstr": ('msgid "a"\n#~ msgstr "b"\n', 8),
    "an obsolete msgid with a live msgstr": ('#~ msgid "a"\nmsgstr "b"\n', 8),
    "an obsolete text continued live": ('#~ msgid "a"\n#~ msgstr ""\n"b"\n', 9),
    "a live text continued obsolete": ('msgid "a"\nmsgstr ""\n#~ "b"\n', 9),
    "a msgid continued as previous": ('msgid "a"\n#| "b"\nmsgstr ""\n', 8),
    "a previous continued as text": ('#| msgid "a"\n"b"\nmsgid "c"\nmsgstr ""\n', 8),
}


@pytest.mark.parametrize(("body", "line"), CORRUPTED.values(), ids=CORRUPTED.keys())
def test_an_entry_of_mixed_kinds_is_refused(body: str, line: int) -> None:
    with pytest.raises(PoSyntaxError) as caught:
        parse(po(body))
    assert caught.value.line == line


@needs_gettext
@pytest.mark.parametrize(("body", "line"), CORRUPTED.values(), ids=CORRUPTED.keys())
def test_gettext_refuses_an_entry_of_mixed_kinds(body: str, line: int) -> None:
    assert run("msgcat", "-", text=po(body)).returncode != 0


@pytest.mark.parametrize("gap", ["\n", ""], ids=["apart", "together"])
@pytest.mark.parametrize("space", ["\t", ""], ids=["tab", "nothing"])
def test_a_keyword_needs_no_space_behind_it(space: str, gap: str) -> None:
    text = po(f'msgid{space}"a"\nmsgstr{space}"b"\n{gap}msgid{space}"c"\nmsgstr{space}"d"\n')
    assert [entry.msgid for entry in parse(text).entries] == ["a", "c"]


def run(*command: str, text: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command of gettext's on a text."""
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False)


def as_gettext_writes(text: str) -> str:
    """The file as msgcat writes it."""
    done = run("msgcat", "--no-wrap", "--force-po", "-", text=text)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@needs_gettext
@odd
def test_gettext_reads_the_same_from_what_was_written(text: str) -> None:
    # gettext knows no byte order mark, and counts a carriage return as part of a comment.
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert as_gettext_writes(dump(parse(text))) == as_gettext_writes(plain)


@needs_gettext
@odd
def test_what_gettext_writes_is_read_as_the_file_itself(text: str) -> None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    read, through_gettext = (
        {
            (entry.key, entry.obsolete): replace(
                entry,
                references=tuple(sorted(" ".join(entry.references).split())),
                flags=tuple(sorted(entry.flags)),
            )
            for entry in (parsed.header, *parsed.entries)
        }
        for parsed in (parse(text), parse(as_gettext_writes(plain)))
    )
    assert through_gettext == read


@needs_gettext
@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.relative_to(ROOT / "locales")))
def test_gettext_finds_nothing_wrong_with_an_own_catalogue(path: Path) -> None:
    text = dump(parse(path.read_text(encoding="utf-8")))
    done = run("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", "-", text=text)
    assert (done.returncode, done.stderr.decode()) == (0, "")


@needs_gettext
@pytest.mark.parametrize("text", [path.read_text(encoding="utf-8") for path in OWN])
def test_gettext_compiles_the_texts_that_were_read(text: str, tmp_path: Path) -> None:
    compiled = tmp_path / "notice.mo"
    done = run("msgfmt", "-o", str(compiled), "-", text=text)
    assert done.returncode == 0, done.stderr.decode()
    with compiled.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    live = [entry for entry in parse(text).entries if not entry.obsolete]
    for entry in live:
        said = (
            translations.gettext(entry.msgid)
            if entry.msgctxt is None
            else translations.pgettext(entry.msgctxt, entry.msgid)
        )
        is_final = entry.is_translated and not entry.is_fuzzy
        assert said == (entry.msgstr[0] if is_final else entry.msgid)


POLIB_READS_WRONGLY = {
    "line separators of Unicode",  # takes them for the ends of lines
    "escapes of C",  # leaves them escaped
    "remarks that look like other comments",
    "previous lines",  # loses the plural's
    "an empty context",  # knows none
    "CRLF",
}


def as_polib_reads(text: str) -> list[tuple[object, ...]]:
    """What polib finds in a file, entry by entry, but for the previous source of obsolete ones."""
    return [
        (
            entry.msgctxt,
            entry.msgid,
            entry.msgid_plural or None,
            tuple(form for _, form in sorted(entry.msgstr_plural.items())) or (entry.msgstr,),
            entry.tcomment,
            entry.comment,
            {":".join(filter(None, place)) for place in entry.occurrences},
            set(entry.flags),
            None if entry.obsolete else (entry.previous_msgctxt, entry.previous_msgid),
            bool(entry.obsolete),
        )
        for entry in polib.pofile(text, encoding="utf-8")
    ]


def as_read_here(text: str) -> list[tuple[object, ...]]:
    """What `parse` finds in a file, in the same form."""
    return [
        (
            entry.msgctxt,
            entry.msgid,
            entry.msgid_plural,
            entry.msgstr,
            "\n".join(entry.remarks),
            "\n".join(entry.notes),
            set(" ".join(entry.references).split()),
            set(entry.flags),
            None
            if entry.obsolete
            else (dict(entry.previous).get("msgctxt"), dict(entry.previous).get("msgid")),
            entry.obsolete,
        )
        for entry in parse(text).entries
    ]


@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.relative_to(ROOT / "locales")))
def test_polib_reads_an_own_catalogue_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert as_read_here(text) == as_polib_reads(text)
    assert parse(text).fields == polib.pofile(text).metadata


@for_each("name", [name for name in ODD if name not in POLIB_READS_WRONGLY])
def test_polib_reads_what_was_written_alike(name: str) -> None:
    written = dump(parse(ODD[name]))
    assert as_read_here(written) == as_polib_reads(written)
