"""What is read at once is what is read word by word."""

from __future__ import annotations

import random

from polynotice.catalogues import po_format, po_reader
from polynotice.catalogues.po_format import PoFile, PoSyntaxError

LINES = (
    *("", "", "#", "# a remark ", "#. a note", "#: docs/index.md", "#, fuzzy, no-wrap", "#= x"),
    *('#| msgid "before"', '#~ msgid "gone"', '#~ msgstr "weg"', "#~", "#junk"),
    *('msgctxt "a/b"', 'msgctxt ""', 'msgid "one"', 'msgid "two"', 'msgid ""', 'msgid_plural "s"'),
    *('msgstr "eins"', 'msgstr ""', 'msgstr[0] "x"', 'msgstr "\\"zwei\\"\\n"', '"more"'),
    *('msgid "three" msgstr "drei"', 'domain "other"', "domain", 'msgid "open', "msgstr"),
)
ENTRY = ("#. a note", "#: here.md", 'msgctxt "c{}"', 'msgid "s{}"', 'msgstr "t{}"', "")


def read(text: str) -> tuple[PoFile, list[int]] | tuple[int, str]:
    """The file with the lines of its entries, or what is wrong and where."""
    try:
        po = po_reader.parse(text)
    except PoSyntaxError as error:
        return error.line, error.reason
    return po, [entry.line for entry in (po.header, *po.entries)]


def test_what_is_read_at_once_is_what_is_read_word_by_word() -> None:
    """A space at the end of a line means nothing, and nothing with one is read at once."""
    numbers = random.Random(3)  # noqa: S311
    seen = set()
    for number in range(4000):
        lines = [line.format(number) for line in ENTRY] * numbers.randrange(2)
        for part in range(numbers.randrange(4)):
            some = [numbers.choice(LINES) for _ in range(numbers.randrange(3))]
            usual = [line.format(part) for line in ENTRY[numbers.randrange(4) :]]
            lines += [*some, *usual, *[""] * numbers.randrange(2)]
        text = "\n".join(lines)
        expected = read(text.replace("\n", " \n"))
        assert read(text) == expected, text
        seen.add(isinstance(expected[0], PoFile))
    assert seen == {True, False}


def test_what_is_written_is_read_at_once() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n#, fuzzy\nmsgctxt "c"\nmsgid "d"\nmsgstr ""\n'
    po, lines = po_reader.parse(text), read(text)[1]
    assert po_format.dump(po).endswith(text)
    assert [entry.key for entry in po.entries] == [(None, "a"), ("c", "d")]
    assert lines == [1, 1, 6]
