"""Broken files, exhaustively thousands: each is read or refused with its place; no word is lost.

The inputs are those of Hypothesis, with fixed seeds: real files with a few changes (lines dropped,
doubled, moved, values of other types, control characters, other encodings), and invented ones.
What fails is printed; `attempt` with that input shows it again.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import HypothesisProvider
from hypothesis.internal.constants_ast import Constants as LiteralConstants
from hypothesis.strategies import SearchStrategy
from mkdocs.config.defaults import MkDocsConfig

from polynotice.catalogues import po_files
from polynotice.catalogues.likeness import likeness
from polynotice.catalogues.merge import merge
from polynotice.catalogues.po_format import Entry, PoFile, dump
from polynotice.catalogues.po_reader import parse
from polynotice.cli import main
from polynotice.core.locales import find_locale
from polynotice.core.model import Span
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Problem
from polynotice.files import yaml_source
from polynotice.mkdocs_host import mkdocs_site
from polynotice.notice import block_syntax, glossaries, records
from polynotice.notice import settings as notice_settings
from polynotice.notice.columns import FIELDS
from polynotice.notice.words import WORDS
from polynotice.project import project
from polynotice.project.check import check_project, hindrances
from polynotice.project.extraction import page_context
from polynotice.project.load import load_project
from polynotice.project.update import update_catalogues
from polynotice.verify.site_verifier import Verifier
from tests.draws import draws
from tests.projects import (
    CATEGORIES,
    CONFIG,
    INDEX,
    RECORDS,
    ROOT,
    config_of,
    write_project,
)

CountFixture = Callable[[str, int], None]
GERMAN = "locales/de/LC_MESSAGES/notice.po"
GLOSSARY = "locales/de/glossary.yml"


# Else they depend on the modules that the process has loaded: constants in them are tried too,
# for which all of them are parsed.
HypothesisProvider._local_constants = LiteralConstants()  # type: ignore[assignment]


def try_each(
    inputs: SearchStrategy[Any], attempt: Callable[[Any], None], draws: Sequence[int]
) -> int:
    """Attempts as many inputs as there are draws, the same in every run; gives how many."""
    tried = 0

    @seed(draws[0])
    @settings(
        max_examples=len(draws),
        database=None,
        deadline=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def run(value: Any) -> None:
        nonlocal tried
        tried += 1
        attempt(value)

    run()
    return tried


# What stands in a line, and what could stand there instead.

PIECES = (
    *("", " ", "\t", "\n", "\r", "\r\n", "\0", "\x07", "\x1b[2J", "\x0b", "\x0c", "\x1c", "\x85"),
    *("\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ud800", "\udcff", "\u202e", "\u200b"),
    *("ß", "ﬁ", "e\u0301", "語", "😀", "İ", "\U0010ffff"),
    *('"', "'", "\\", "`", "#", ":", "-", "?", "|", ">", "*", "&", "!", "%", "@", "{", "}", "["),
    *("]", "<", "~", "---", "...", "- ", ": ", " #", "? ", "|+\n", ">-\n", "%YAML 9.9\n", "%TAG"),
    *("~", "null", "no", "yes", "true", "1", "-1", "0x1F", "1_000", "1e999", ".inf", ".nan"),
    *("9" * 400, "9" * 5000, "2026-02-30", "2026-02-03", "12:30:45", "190:20:30", "0o17", "0b2"),
    *("[]", "{}", "[a, b]", "{a: b}", "[[[]]]", "{{}}", "[1, {2: 3}]", "{? [a] : b}", "- - - a"),
    *("&a x", "*a", "*nothing", "&a [*a]", "<<: *a", "<<: {id: x}", "? a", "!!str 1", "!!int x"),
    *("!!bool x", "!!binary x", "!!set {a}", "!!omap [a]", "!!timestamp x", "!!merge <<", "!ENV X"),
    *("!!python/object/apply:os.getpid []", "!x y", "!<tag:x> y", "!!null x", "!!float x", "="),
    *("a: &x [1]\nb: *x\n", "a: b\na: c\n", "id: calls\n", "title: ''\n", 'title: " "\n'),
    *('"\\ud800"', '"\\0"', '"\\x9f"', '"\\N"', '"\\q"', '"\\U00110000"', '"\\L"', '"\\r"'),
    *("::: purposes\n", ":::: purposes", ":: purposes", ":::purposes", "::: data-index\n", ":::"),
    *("    section: care\n", "    records: [calls]\n", "\tsection: x\n", "<!--", "-->", "```\n"),
    *("# ", "## Calls {#calls}\n", "===\n", "[x](http://[)", "[x]: http://[\n", "![](//[::)"),
    *('[a](b "c")', "[^1]", "[^1]: note\n", "*[GDPR]: Regulation\n", "<div>", "</td>", "<script>"),
    *("<![CDATA[", "<![x", "<!x", "<?x", "<a href='", "&#0;", "&#x110000;", "&amp", "\x02x\x03"),
    *("\x02notice-block:9\x03", "\x02wzxhzdk:0\x03", "{: .x }", "{#calls}", "| a | b |\n|--|--|\n"),
    *("msgid ", 'msgid ""\n', 'msgstr "x"\n', 'msgstr[0] "x"\n', 'msgstr[9] "x"', 'msgctxt "x"\n'),
    *("#~ ", "#| ", "#~| ", "#, fuzzy\n", "#:", "#.", "#", '"x"', "\\777", "\\x", "\\400", "\\u"),
    *("\\r", "\\n", "\\t", "\\\\", "\\0", "\\v", '\\"'),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> theirs\n", "||||||| base\n"),
    *("../../etc/passwd", "/etc/passwd", "C:\\x", "CON", "a/b", "%s", "%(x)s", "{0}", "{x!r}"),
)
"""Pieces that have a meaning of their own somewhere, or that no text should have."""

NESTS = ("[", "{a: ", "- ", "> ", "a:\n ", "* ", "(", "**", "[x](", "<b>", "!!seq [", "? ", '"')
LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\n\n", "\n\t", "\v", " \n")


class Change(NamedTuple):
    """One way to break a text: `kind` says how, the numbers where, `piece` with what."""

    kind: str
    first: int
    second: int
    piece: str


def changed(text: str, change: Change) -> str:
    """The text with that change."""
    return CHANGES[change.kind](text, change.first, change.second, change.piece)


def _lines(edit: Callable[[list[str], int, int, str], None]) -> Callable[..., str]:
    """A change of lines, of which there is at least one, as a change of text."""

    def on_text(text: str, first: int, second: int, piece: str) -> str:
        lines = text.split("\n")
        edit(lines, first % len(lines), second, piece)
        return "\n".join(lines)

    return on_text


def _drop(lines: list[str], at: int, second: int, piece: str) -> None:
    del lines[at : at + 1 + second % 3]


def _repeat(lines: list[str], at: int, second: int, piece: str) -> None:
    lines.insert(second % (len(lines) + 1), lines[at])


def _repeat_part(lines: list[str], at: int, second: int, piece: str) -> None:
    lines[at:at] = lines[at : at + 2 + second % 9]


def _swap(lines: list[str], at: int, second: int, piece: str) -> None:
    other = second % len(lines)
    lines[at], lines[other] = lines[other], lines[at]


def _indent(lines: list[str], at: int, second: int, piece: str) -> None:
    depth = second % 9 - 4
    lines[at] = " " * depth + lines[at] if depth >= 0 else lines[at][-depth:]


def _other_value(lines: list[str], at: int, second: int, piece: str) -> None:
    lines[at] = re.sub(
        r"(:|- |msg\w+(?:\[\d\])?) ?.*", lambda found: f"{found[1]} {piece}", lines[at]
    )


def _other_text(lines: list[str], at: int, second: int, piece: str) -> None:
    lines[at] = re.sub('".*"', lambda found: f'"{piece}"', lines[at])


def _other_key(lines: list[str], at: int, second: int, piece: str) -> None:
    key = KEYS[second % len(KEYS)]
    lines[at] = re.sub(r"[\w-]+:", lambda found: f"{key}:", lines[at], count=1)


def _insert_line(lines: list[str], at: int, second: int, piece: str) -> None:
    lines.insert(at, " " * (second % 7) + piece)


def _cut(text: str, first: int, second: int, piece: str) -> str:
    return text[: first % (len(text) + 1)]


def _splice(text: str, first: int, second: int, piece: str) -> str:
    at = first % (len(text) + 1)
    return text[:at] + piece + text[at + second % 8 :]


def _nest(text: str, first: int, second: int, piece: str) -> str:
    at = first % (len(text) + 1)
    depth = (3, 30, 45, 200, 1500)[second % 5]
    return text[:at] + NESTS[second // 5 % len(NESTS)] * depth + piece + text[at:]


def _other_ends(text: str, first: int, second: int, piece: str) -> str:
    return text.replace("\n", LINE_ENDS[second % len(LINE_ENDS)], 1 + first % 99 * (first % 2))


KEYS = (
    *("id", "title", "purpose", "personal_data", "data", "name", "special", "section", "purposes"),
    *("data_categories", "use", "avoid", "locales", "columns", "words", "nav", "plugins", "<<", ""),
)

CHANGES: dict[str, Callable[..., str]] = {
    "drop": _lines(_drop),
    "repeat": _lines(_repeat),
    "repeat part": _lines(_repeat_part),
    "swap": _lines(_swap),
    "indent": _lines(_indent),
    "other value": _lines(_other_value),
    "other text": _lines(_other_text),
    "other key": _lines(_other_key),
    "insert line": _lines(_insert_line),
    "cut": _cut,
    "splice": _splice,
    "nest": _nest,
    "other ends": _other_ends,
}

ENCODINGS = (*["utf-8"] * 12, "utf-8-sig", "utf-8-sig", "utf-16", "latin-1", "utf-32-be", "cp037")

anywhere = st.integers(0, 1_000_000)
pieces = st.one_of(
    st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(st.characters(), max_size=9)
)
changes = st.builds(Change, st.sampled_from(sorted(CHANGES)), anywhere, anywhere, pieces)


def broken(texts: Iterable[str]) -> SearchStrategy[bytes]:
    """One of the texts with a few changes, as the bytes of a file."""

    def make(text: str, some: Sequence[Change], encoding: str, splice: int) -> bytes:
        for change in some:
            text = changed(text, change)
        data = text.encode(encoding, "surrogatepass" if "utf" in encoding else "replace")
        if splice % 10 == 0:
            at = splice // 10 % (len(data) + 1)
            data = data[:at] + bytes([splice % 256]) + data[at + splice % 3 :]
        return data

    return st.builds(
        make,
        st.sampled_from(sorted(texts)),
        st.lists(changes, min_size=1, max_size=4),
        st.sampled_from(ENCODINGS),
        anywhere,
    )


# What every refusal owes its reader.


def assert_well_said(problems: Iterable[Problem], root: Path) -> None:
    for problem in problems:
        assert problem.code in CODES
        path = root / problem.span.path
        if problem.code == "locale-missing" or problem.message == "There is no such catalogue.":
            assert path.resolve().is_relative_to(root.resolve()), problem
            continue
        assert path.exists(), problem
        assert 1 <= problem.span.line <= lines_in(path), problem
        assert problem.message.strip(), problem
        assert problem.hint.strip(), problem
        said = str(problem)
        assert said.encode(), "it can be printed"
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", said), "on one line, as text"
        assert json.dumps(problem.as_json(), ensure_ascii=False).encode()


def lines_in(path: Path) -> int:
    """How many lines the file has, counted as generously as any format does."""
    if path.is_dir():
        return 1
    data = path.read_bytes()
    texts = [data.decode(name, "replace") for name in ("utf-8", "utf-16")]
    return max(len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text)) for text in texts)


def own(pattern: str) -> list[str]:
    """The texts of the repository's own notice in files of that name."""
    return [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pattern))]


@pytest.fixture
def german(published: Path, tmp_path: Path) -> Path:
    """A copy of the small notice with all of its German, and its site."""
    return shutil.copytree(published, tmp_path / "notice")


# Records.

RECORD_TEXTS = [RECORDS, CATEGORIES, *own("notice_data/*.yml")]

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.binary(max_size=4),
    st.text(max_size=12),
    st.sampled_from(["calls", "chat", "recordings", "care", "en", "de", "purpose", "title", "x y"]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def mappings(keys: Iterable[str]) -> SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(sorted(keys)) | st.text(max_size=5), values, max_size=5)


invented_records = st.fixed_dictionaries(
    {},
    optional={
        "section": values,
        "title": values,
        "purposes": st.lists(mappings({"id", "title", "purpose", "data", *FIELDS}), max_size=3)
        | values,
        "data_categories": st.lists(mappings({"id", "name", "description", "special"}), max_size=3)
        | values,
    },
).map(lambda data: yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode())


@draws(6, thoroughly=80, of=1000, parts=2)
def test_records_are_read_or_refused_with_their_place(
    notice: Path, draws: range, count: CountFixture
) -> None:
    file = notice / "notice_data" / "care.yml"

    def attempt(data: bytes) -> None:
        file.write_bytes(data)
        _, problems = records.read_records(
            notice / "notice_data", notice, extra_columns={"more": "More"}
        )
        assert_well_said(problems, notice)

    tried = try_each(broken(RECORD_TEXTS), attempt, draws)
    tried += try_each(invented_records, attempt, draws[::4])
    count("fuzzed files of records", tried)


# Catalogues.

CATALOGUE_TEXT = (ROOT / GERMAN).read_text(encoding="utf-8")
CATALOGUE_TEXTS = [
    "\n\n".join(CATALOGUE_TEXT.split("\n\n")[:count]) + "\n" for count in (1, 3, 12)
] + [
    """\
# A remark.
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# polynotice: ignore length
#. Record "Calls"
#: notice_data/care.yml
#, fuzzy
#| msgctxt "purposes/calls/purpose"
#| msgid "Calls are kept."
msgctxt "purposes/calls/purpose"
msgid "Calls are recorded."
msgstr "Anrufe werden aufgezeichnet."

msgid "%d call"
msgid_plural "%d calls"
msgstr[0] "%d Anruf"
msgstr[1] ""
"%d "
"Anrufe"

#~| msgid "Older"
#~ msgid "Old"
#~ msgstr "Alt"
""",
]

words = st.text(max_size=12)


@draws(15, thoroughly=150, of=1200)
def test_catalogues_are_read_or_refused_with_their_line(
    tmp_path: Path, draws: range, count: CountFixture
) -> None:
    name = po_files.path_of(find_locale("de"))
    (tmp_path / name).parent.mkdir(parents=True)

    def attempt(data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        po, problems = po_files.read_catalogue(tmp_path, name, "de")
        assert_well_said(problems, tmp_path)
        assert (tmp_path / name).read_bytes() == data
        if po is None:
            assert problems
            return
        po_files.write_catalogue(tmp_path, name, po)
        again, problems = po_files.read_catalogue(tmp_path, name, "de")
        assert again == po, "what was understood is written as it was understood"
        assert not po_files.write_catalogue(tmp_path, name, po)

    count("fuzzed catalogues", try_each(broken(CATALOGUE_TEXTS), attempt, draws))


# Glossaries.


@draws(8, thoroughly=80, of=300)
def test_glossaries_are_read_or_refused_with_their_line(
    tmp_path: Path, draws: range, count: CountFixture
) -> None:
    (tmp_path / GLOSSARY).parent.mkdir(parents=True)

    def attempt(data: bytes) -> None:
        (tmp_path / GLOSSARY).write_bytes(data)
        _, problems = glossaries.read_glossary(tmp_path, find_locale("de"))
        assert_well_said(problems, tmp_path)

    own_texts = own("locales/*/glossary.yml")
    tried = try_each(broken(own_texts), attempt, draws)
    invented = st.dictionaries(words, mappings({"use", "avoid"}) | values, max_size=4)
    dumped = invented.map(lambda data: yaml.safe_dump(data, allow_unicode=True).encode())
    tried += try_each(dumped, attempt, draws[::4])
    count("fuzzed glossaries", tried)


# Pages.

PAGE_TEXTS = [
    INDEX,
    *own("docs/*.md"),
    """\
---
title: Notice
description: What we do.
---
Notice
======

!!! note "A box"
    With words[^1], GDPR and `code`.

| A | B |
| - | - |
| x | [y](index.md "title") |

[^1]: A footnote.
*[GDPR]: General Data Protection Regulation

1. Item

    ::: purposes
        records: [chat, calls]
        layout: together
        columns: [purpose]

> Quoted <b>bold</b> ![alt](a.png){ width=1 }

::: data-index
""",
]
PAGE_CONFIG = CONFIG.replace(
    "[polynotice, admonition, attr_list, def_list, tables, toc]", "[extra, admonition, toc]"
)

invented_pages = st.lists(
    pieces
    | st.sampled_from(
        ["\n", "\n\n", "    ", "::: purposes\n", "columns: [purpose]\n", "# A\n", "x"]
    ),
    max_size=20,
).map(lambda found: "".join(found).encode("utf-8", "surrogatepass"))


def _loaded(config: MkDocsConfig) -> project.Project:
    return load_project(
        *mkdocs_site.read_site(config, dict(config.plugins["polynotice"].config.data))
    )


INPUTS: dict[str, SearchStrategy[bytes]] = {
    "docs/index.md": broken(PAGE_TEXTS) | broken(PAGE_TEXTS) | invented_pages,
    "notice_data/care.yml": broken([RECORDS]),
    "notice_data/data.yml": broken([CATEGORIES]),
    GERMAN: broken(CATALOGUE_TEXTS),
    GLOSSARY: broken(own("locales/*/glossary.yml")),
    "mkdocs.yml": broken([CONFIG, (ROOT / "mkdocs.yml").read_text(encoding="utf-8")]),
}
"""Files of a project, and what could be in each."""


@draws(3, thoroughly=14, of=130, parts=2)
@pytest.mark.parametrize("name", ["docs/index.md", "notice_data/care.yml", GERMAN])
def test_a_project_with_a_broken_file_is_read_checked_shown_and_updated(
    german: Path, name: str, draws: range, count: CountFixture
) -> None:
    write_project(german, {"mkdocs.yml": PAGE_CONFIG})
    config = config_of(german)
    kept = files_of(german)

    def attempt(data: bytes) -> None:
        restore(german, kept)
        (german / name).write_bytes(data)
        found = _loaded(config)
        assert_well_said(check_project(found), german)
        convert_in_german(found)
        Verifier(found).problems(german / "site")
        if not hindrances(found):
            before = catalogues_of(german)
            update_catalogues(found)
            assert_nothing_is_lost(before, german)
            assert update_catalogues(_loaded(config), write=False).changed == ()

    if name == "docs/index.md":  # where most can be written
        draws = range(2 * draws.start, 2 * draws.stop)
    count("fuzzed projects", try_each(INPUTS[name], attempt, draws))


def convert_in_german(found: project.Project) -> None:
    """Makes HTML of the pages in a translated locale, as a preview does whatever is wrong."""
    one = find_locale("de")
    context = page_context(found.site, found.notice, one, found.say(one), placed_on=found.placed_on)
    for page in found.site.pages:
        found.site.markdown.convert(page, context)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of the project, without the site and what the commands remember."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not name.startswith(("site/", ".cache/"))
    }


def restore(folder: Path, kept: Mapping[str, bytes]) -> None:
    """Makes the project's files those again."""
    now = files_of(folder)
    for name in now.keys() - kept.keys():
        (folder / name).unlink()
    for name, data in kept.items():
        if now.get(name) != data:
            (folder / name).write_bytes(data)


def catalogues_of(folder: Path) -> dict[str, PoFile | bytes]:
    """Every catalogue below the folder; one that cannot be read as its bytes."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.po")]
    return {
        name: po_files.read_catalogue(folder, name)[0] or (folder / name).read_bytes()
        for name in names
    }


def work_in(po: PoFile) -> Counter[tuple[str, ...]]:
    """What people wrote in a catalogue: translations, remarks, and the header."""
    entries = (po.header, *po.entries)
    found = Counter(entry.msgstr for entry in entries if any(entry.msgstr))
    return found + Counter(entry.remarks for entry in entries if entry.remarks)


def assert_nothing_is_lost(before: Mapping[str, PoFile | bytes], folder: Path) -> None:
    after = catalogues_of(folder)
    assert after.keys() >= before.keys()
    for name, old in before.items():
        new = after[name]
        if isinstance(old, PoFile):
            assert isinstance(new, PoFile), name
            assert work_in(new) >= work_in(old), name
        else:
            assert new == old, name


# Options.

WORDS_FOR_OPTIONS = [*FIELDS, *WORDS, "en", "de", "zh-Hans", "zh_Hans", "error", "fallback", "mt"]
names = st.sampled_from(WORDS_FOR_OPTIONS) | scalars
texts = st.dictionaries(st.sampled_from(WORDS_FOR_OPTIONS) | words, names, max_size=4)
invented_options = st.fixed_dictionaries(
    {},
    optional={
        "source_locale": names,
        "locales": st.lists(names | st.dictionaries(names, texts | names, max_size=2), max_size=4)
        | values,
        "columns": st.lists(names | values, max_size=4) | values,
        "extra_columns": texts | values,
        "untranslated": names | values,
        "words": texts | values,
        "wrods": values,
    },
)


@draws(10, thoroughly=80, of=440)
def test_options_are_understood_or_refused_with_their_line(
    tmp_path: Path, draws: range, count: CountFixture
) -> None:
    file = tmp_path / "mkdocs.yml"

    def attempt(options: dict[str, Any]) -> None:
        text = yaml.safe_dump({"plugins": [{"polynotice": options}]}, allow_unicode=True)
        file.write_text(text, encoding="utf-8")
        document, _ = yaml_source.load_yaml(text, file.name, code="bad-setting", foreign_tags=True)
        assert document is not None
        read = yaml.safe_load(text)["plugins"][0]["polynotice"]
        found, problems = notice_settings.read_settings(
            read, document, ("plugins", 0, "polynotice")
        )
        assert_well_said(problems, tmp_path)
        assert found.source in found.locales
        assert found.columns

    count("fuzzed options of the plugin", try_each(invented_options, attempt, draws))


# Merging.

vocabulary = ["we", "keep", "your", "calls", "and", "chats", "for", "a", "year"]
sentences = st.lists(st.sampled_from(vocabulary), max_size=5)
sources = sentences.map(" ".join) | words
remarks = st.lists(words.map(lambda text: " ".join(text.split())), max_size=2).map(tuple)
contexts = st.sampled_from(
    [None, None, "purposes/a/purpose", "purposes/b/purpose", "site/site_name"]
)
keys = st.tuples(contexts, sources).filter(lambda key: key != (None, ""))
templates = st.lists(keys, max_size=6, unique=True).map(
    lambda found: [Entry(msgid=msgid, msgctxt=context) for context, msgid in found]
)
olds = st.lists(
    st.builds(
        Entry,
        msgid=sources,
        msgctxt=contexts,
        msgstr=words.map(lambda text: (text,)),
        remarks=remarks,
        notes=st.sampled_from([(), ("Record",)]),
        references=st.sampled_from([(), ("a.md",)]),
        flags=st.sampled_from([(), ("fuzzy",), ("c-format",), ("fuzzy", "no-wrap")]),
        previous=st.sampled_from([(), (("msgid", "older"),)]),
        obsolete=st.booleans(),
    ).filter(lambda entry: entry.key != (None, "")),
    max_size=6,
    unique_by=lambda entry: entry.key,
)


@draws(12, thoroughly=80, of=650)
def test_merging_loses_no_word_and_takes_none_for_confirmed(
    draws: range, count: CountFixture
) -> None:
    def attempt(pair: tuple[list[Entry], list[Entry]]) -> None:
        old, template = pair
        po = PoFile(header=Entry(msgid="", msgstr=("Language: de\n",)), entries=tuple(old))
        merged = merge(po, template, likeness)
        live = [entry for entry in merged.entries if not entry.obsolete]
        assert [entry.key for entry in live] == [entry.key for entry in template]
        assert set(work_in(merged)) >= set(work_in(po))
        confirmed = {(*one.key, one.msgstr) for one in old if not one.is_fuzzy}
        for entry in live:
            if entry.is_translated and not entry.is_fuzzy:
                assert (*entry.key, entry.msgstr) in confirmed
        assert merge(merged, template, likeness) == merged, "twice is the same as once"
        assert parse(dump(merged)) == merged

    count("fuzzed merges", try_each(st.tuples(olds, templates), attempt, draws))


@draws(10, thoroughly=80, of=220)
def test_a_catalogue_of_any_words_is_read_as_it_was_written(
    tmp_path: Path, draws: range, count: CountFixture
) -> None:
    name = po_files.path_of(find_locale("de"))

    def attempt(entries: list[Entry]) -> None:
        header = Entry(msgid="", msgstr=("Language: de\n",))
        po = PoFile(header=header, entries=tuple(entries))
        po_files.write_catalogue(tmp_path, name, po)
        assert po_files.read_catalogue(tmp_path, name, "de") == (po, [])

    count("fuzzed catalogues", try_each(olds, attempt, draws))


# Blocks.

block_lines = st.lists(
    st.sampled_from(
        [
            *(
                "",
                "",
                "# A",
                "words",
                "    code",
                "```",
                "~~~",
                "<!--",
                "-->",
                "- item",
                "> quoted",
            ),
            *("::: purposes", ":::purposes", "  ::: data-index", ":: purposes", "- ::: purposes"),
            *("    section: care", "        records:", "section: care", "    layout: together"),
        ]
    )
    | pieces.map(lambda piece: re.sub("[\n\x02]", "", piece)),
    max_size=12,
)


@draws(25, thoroughly=120, of=450)
def test_finding_blocks_loses_no_line(draws: range, count: CountFixture) -> None:
    def attempt(lines: list[str]) -> None:
        left, blocks = block_syntax.find_blocks(lines)
        text = "\n".join(left)
        for number, block in enumerate(blocks):
            pattern = f"\n *{block_syntax.marker(number)}\n"
            assert lines[block.line] in block.source
            text = re.sub(pattern, lambda _, block=block: block.source, text, count=1)
        assert text == "\n".join(lines)

    count("fuzzed lines with blocks", try_each(block_lines, attempt, draws))


# Whole commands.


@draws(2, thoroughly=5, of=18)
@pytest.mark.parametrize("name", sorted(INPUTS))
def test_no_broken_file_stops_a_command_or_costs_a_word(
    german: Path, name: str, draws: range, count: CountFixture, caplog: pytest.LogCaptureFixture
) -> None:
    site = german / "site"
    caplog.set_level(logging.CRITICAL, "mkdocs")
    kept = files_of(german)

    def run(*arguments: str) -> Any:
        command = ["-f", str(german / "mkdocs.yml"), *arguments, "--json"]
        result = CliRunner().invoke(main, command, catch_exceptions=False)
        assert result.exit_code in (0, 1) or name == "mkdocs.yml", result.output
        if result.exit_code == 2:
            assert "does not list the plugin" in result.stderr
            return {}
        found = json.loads(result.stdout)
        for one in found.get("problems", ()):
            is_of_site = one["code"] in OF_A_SITE
            assert_well_said([_problem(one)], site if is_of_site else german)
        return found

    def attempt(data: bytes) -> None:
        restore(german, kept)
        (german / name).write_bytes(data)
        broken_files = files_of(german)
        before = catalogues_of(german)
        run("check")
        run("status")
        run("verify", str(site))
        assert files_of(german) == broken_files
        run("update")
        assert_nothing_is_lost(before, german)
        updated = files_of(german)
        assert run("update").get("changed", []) == []
        assert files_of(german) == updated
        others = {name for name in updated if not name.startswith("locales/")}
        assert {name: updated[name] for name in others} == {
            name: broken_files[name] for name in broken_files if not name.startswith("locales/")
        }

    if name == "mkdocs.yml":  # most of which is refused at once
        draws = range(5 * draws.start, 5 * draws.stop)
    count("fuzzed projects under every command", try_each(INPUTS[name], attempt, draws))


OF_A_SITE = {"row-missing", "row-extra", "row-order", "row-text", "bad-manifest"}


def _problem(found: dict[str, Any]) -> Problem:
    span = Span(found["path"], found["line"])
    return Problem(code=found["code"], span=span, message=found["message"], hint=found["hint"])
