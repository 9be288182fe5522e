"""The tools that translators use: what they write back, `polynotice update` puts in order.

polib and GNU gettext stand in for Poedit, the Translate Toolkit for Weblate, which is built on it.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from lxml import etree
from translate.storage.pypo import pofile

from polynotice.catalogues import po_files
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.catalogues.po_reader import parse
from polynotice.core.locales import find_locale
from tests.draws import each
from tests.own_notice import LOCALES
from tests.processes import run_copy
from tests.projects import ROOT, catalogue, load, polynotice, replace_in, translate, write_project

DE = "locales/de/LC_MESSAGES/notice.po"
TRANSLATING = (ROOT / "TRANSLATING.md").read_text(encoding="utf-8")
COMMANDS = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
"""The environment's own commands come first, as in an active virtual environment."""

needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="There is no msgfmt.")
needs_msgcat = pytest.mark.skipif(shutil.which("msgcat") is None, reason="There is no msgcat.")

LONG = " ".join(["Wir zeichnen Anrufe auf, damit unser Team lernt."] * 6)
HEADER = Entry(
    msgid="",
    remarks=("By Ada, 2026.", "", "  Signed by nobody yet."),
    msgstr=(
        "Project-Id-Version: notice\nPO-Revision-Date: 2026-11-22 10:00+0100\n"
        "Last-Translator: Ada <ada@notice.example>\nLanguage-Team: German\nLanguage: de\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
        "X-Polynotice-Status: approved\n",
    ),
)
CHANGES = {
    "Calls are recorded.": {
        "msgstr": (LONG + '\nUnd: „alles“ \\ "nichts"\tEnde.',),
        "remarks": ("Ask the lawyer.", "", "polynotice: ignore length-mismatch"),
        "flags": ("no-wrap",),
    },
    "Recordings of calls.": {
        "msgstr": ("Aufnahmen.",),
        "flags": ("fuzzy",),
        "previous": (
            ("msgctxt", "purposes/calls/personal_data"),
            ("msgid", "Records of calls, " * 10 + "\nnotes."),
        ),
    },
    "What we do with your data.": {
        "msgstr": ("Was wir mit Ihren Daten tun.",),
        "remarks": ("# not a heading", ", fuzzy is not a flag here"),
        "flags": ("fuzzy", "no-wrap"),
        "previous": (("msgid", "What we do."),),
    },
    "Messages.": {"msgstr": ("",), "remarks": ("To do.",)},
}
OBSOLETE = (
    Entry(
        msgid=" ".join(["Letters are read."] * 8),
        msgctxt="purposes/letters/purpose",
        msgstr=(" ".join(["Briefe werden gelesen."] * 8),),
        remarks=("Back next year.",),
        flags=("fuzzy",),
        obsolete=True,
    ),
    Entry(
        msgid="A file",
        msgid_plural="Some files",
        msgstr=("Eine Datei", "Dateien"),
        obsolete=True,
    ),
)
OBSOLETE_AND_OUTDATED = Entry(
    msgid="Old",
    msgctxt="purposes/old/purpose",
    msgstr=("Alt",),
    flags=("fuzzy",),
    previous=(("msgctxt", "purposes/old/purpose"), ("msgid", "Older")),
    obsolete=True,
)


def put(folder: Path, po: PoFile) -> Path:
    """Writes the German catalogue as `polynotice update` leaves it."""
    po_files.write_catalogue(folder, DE, po)
    assert polynotice(folder, "update").exit_code == 0
    assert polynotice(folder, "update", "--check").exit_code == 0
    return folder


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A notice whose German catalogue has every kind of thing that a catalogue can have."""
    folder = write_project(tmp_path)
    translate(folder, "de")
    entries = [
        replace(entry, **CHANGES.get(entry.msgid, {})) for entry in catalogue(folder, "de").entries
    ]
    return put(folder, PoFile(header=HEADER, entries=(*entries, *OBSOLETE)))


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs one of the environment's commands."""
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **COMMANDS}, capture_output=True, text=True
    )


def gettext_tool(*command: str) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        done = run(*command, "-o", path.name, path.name, cwd=path.parent)
        assert done.returncode == 0, done.stderr

    return rewrite


def poedit(path: Path) -> None:
    polib.pofile(str(path), wrapwidth=78).save()


def weblate(width: int) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        store = pofile.parsefile(str(path))
        store.wrapper.width = width
        for unit in store.units:
            if unit.source and not unit.hasplural():
                unit.target = f"{unit.target} "
                unit.target = unit.target.removesuffix(" ")
        store.save()

    return rewrite


def babel(path: Path) -> None:
    with path.open("rb") as file:
        read = read_po(file, locale="de", abort_invalid=True)
    written = io.BytesIO()
    write_po(written, read, include_previous=True)
    path.write_bytes(written.getvalue())


NO_WRAP = 65535  # what Weblate calls "Only wrap lines at newlines"
TOOLS = {
    "polib": poedit,
    "the Translate Toolkit, wrapping": weblate(77),
    "the Translate Toolkit, at newlines": weblate(NO_WRAP),
    "the Translate Toolkit, not wrapping": weblate(-1),
}
GETTEXT = {
    "msgcat": ("msgcat",),
    "msgcat --no-wrap": ("msgcat", "--no-wrap"),
    "msgattrib": ("msgattrib",),
    "msgattrib --width=40": ("msgattrib", "--width=40"),
}
tools = pytest.mark.parametrize(
    "rewrite",
    [
        *(pytest.param(one, id=name) for name, one in TOOLS.items()),
        *(
            pytest.param(gettext_tool(*one), id=name, marks=needs_msgcat)
            for name, one in GETTEXT.items()
        ),
    ],
)


@needs_gettext
@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "locales").rglob("*.po*")),
    ids=lambda path: str(path.relative_to(ROOT / "locales")),
)
def test_every_catalogue_of_the_repository_passes_msgfmt(path: Path) -> None:
    done = run("msgfmt", "--check", "-o", os.devnull, str(path), cwd=ROOT)
    assert done.returncode == 0, done.stderr


@needs_gettext
def test_msgfmt_passes_the_catalogue_of_every_kind_and_not_a_broken_one(german: Path) -> None:
    assert run("msgfmt", "--check", "-o", os.devnull, DE, cwd=german).returncode == 0
    replace_in(german / DE, '"Was wir mit Ihren Daten tun."', '"Was wir mit Ihren Daten tun.')
    assert run("msgfmt", "--check", "-o", os.devnull, DE, cwd=german).returncode == 1


@tools
def test_what_a_tool_writes_back_is_the_same_catalogue_after_an_update(
    german: Path, rewrite: Callable[[Path], None]
) -> None:
    before = (german / DE).read_bytes()
    rewrite(german / DE)
    assert polynotice(german, "update").exit_code == 0
    assert (german / DE).read_bytes().decode() == before.decode()


@tools
def test_only_polib_forgets_what_an_obsolete_entry_was_a_translation_of(
    german: Path, rewrite: Callable[[Path], None]
) -> None:
    po = catalogue(german, "de")
    put(german, replace(po, entries=(*po.entries, OBSOLETE_AND_OUTDATED)))
    before = catalogue(german, "de")
    rewrite(german / DE)
    assert polynotice(german, "update").exit_code == 0
    lost = replace(OBSOLETE_AND_OUTDATED, previous=())
    expected = (*before.entries[:-1], lost) if rewrite is poedit else before.entries
    assert catalogue(german, "de").entries == expected


def test_babel_keeps_every_word_but_not_what_it_does_not_know(german: Path) -> None:
    before = {entry.key: entry for entry in catalogue(german, "de").entries}
    babel(german / DE)
    assert polynotice(german, "update").exit_code == 0
    after = catalogue(german, "de")
    assert [entry.key for entry in after.entries] == list(before)
    for entry in after.entries:
        earlier = before[entry.key]
        assert (entry.msgstr, entry.obsolete) == (earlier.msgstr, earlier.obsolete)
        # It knows no mark of an obsolete entry but the one that it is obsolete.
        assert entry.flags == (() if entry.obsolete else earlier.flags)
        kept = tuple(line.strip() for line in earlier.remarks if line)
        assert entry.remarks[: len(kept)] == kept
        # Previous sources become remarks of the translator: still there to be read.
        rest = " ".join(entry.remarks[len(kept) :])
        assert bool(rest) is bool(earlier.previous)
        assert all(f"| {name} " in rest for name, _ in earlier.previous)
        assert entry.previous == ()
    assert "X-Polynotice-Status" not in after.fields


def edit_in_poedit(path: Path) -> None:
    """Confirms one translation, and writes one that was missing."""
    po = polib.pofile(str(path), wrapwidth=78)
    for entry in po:
        if entry.msgid == "Recordings of calls.":
            entry.msgstr = "Aufzeichnungen von Anrufen."
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgctxt = None
        elif entry.msgid == "Messages.":
            entry.msgstr = "Nachrichten."
    po.metadata["X-Generator"] = "Poedit 3.6"
    po.save()


def edit_in_weblate(path: Path) -> None:
    """The same, as Weblate saves it with the setting that TRANSLATING.md names."""
    store = pofile.parsefile(str(path))
    store.wrapper.width = NO_WRAP
    for unit in store.units:
        if unit.source == "Recordings of calls.":
            unit.target = "Aufzeichnungen von Anrufen."
            unit.markfuzzy(False)
            unit.prev_msgctxt, unit.prev_msgid = [], []
        elif unit.source == "Messages.":
            unit.target = "Nachrichten."
    store.updateheader(add=True, x_generator="Weblate 2026.10")
    store.save()


@pytest.mark.parametrize("edit", [edit_in_poedit, edit_in_weblate])
def test_what_a_translator_does_in_a_tool_changes_those_entries_alone(
    german: Path, edit: Callable[[Path], None]
) -> None:
    before = catalogue(german, "de")
    edit(german / DE)
    assert polynotice(german, "update").exit_code == 0
    done = {
        "Recordings of calls.": {
            "msgstr": ("Aufzeichnungen von Anrufen.",),
            "flags": (),
            "previous": (),
        },
        "Messages.": {"msgstr": ("Nachrichten.",)},
    }
    expected = tuple(replace(entry, **done.get(entry.msgid, {})) for entry in before.entries)
    after = catalogue(german, "de")
    assert after.entries == expected
    assert before.fields.items() < after.fields.items()
    assert after.header.remarks == before.header.remarks


@pytest.mark.parametrize(("width", "is_same"), [(NO_WRAP, True), (77, False), (-1, False)])
def test_weblate_writes_the_form_of_an_update_with_the_setting_that_is_documented(
    german: Path, width: int, is_same: bool
) -> None:
    weblate(width)(german / DE)
    assert (polynotice(german, "update", "--check").exit_code == 0) is is_same


def settings_of_weblate() -> dict[str, str]:
    """The table of settings in TRANSLATING.md."""
    table = TRANSLATING.partition("Weblate\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE)
    return {name.strip(): value.strip() for name, value in rows}


def test_the_settings_for_weblate_name_the_files_that_there_are() -> None:
    settings = settings_of_weblate()
    mask = re.fullmatch(r"`(.+)`", settings["File mask"])
    assert mask
    for locale in load(ROOT).site.settings.translated:
        assert po_files.path_of(locale) == mask[1].replace("*", locale.folder)
    assert settings["Template for new translations"] == f"`{po_files.TEMPLATE}`"
    assert "Only wrap lines at newlines" in settings["Long lines wrapping (`po_line_wrap`)"]


# Babel -------------------------------------------------------------------------------------------


def pybabel(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = ("--quiet", "extract", "-F", "babel.toml", *options, "-o", "out.pot", ".")
    return run_copy("pybabel", *command, folder=folder)


def extracted(folder: Path, *options: str) -> tuple[Entry, ...]:
    """What `pybabel extract` writes."""
    done = pybabel(folder, *options)
    assert done.returncode == 0, done.stderr
    return parse((folder / "out.pot").read_text(encoding="utf-8")).entries


def template(folder: Path) -> tuple[Entry, ...]:
    """What `polynotice update` writes."""
    polynotice(folder, "update")
    return parse((folder / "locales" / "notice.pot").read_text(encoding="utf-8")).entries


def with_babel(folder: Path) -> Path:
    """The folder, with the repository's own babel.toml."""
    shutil.copy(ROOT / "babel.toml", folder)
    return folder


def without_references(entries: tuple[Entry, ...]) -> list[Entry]:
    return [replace(entry, references=()) for entry in entries]


def test_pybabel_extracts_what_an_update_does_and_names_the_files(own_notice: Path) -> None:
    ours = template(own_notice)
    # By the command as it is installed.
    command = ("extract", "-F", "babel.toml", "--width", "100000", "-o", "out.pot", ".")
    done = run("pybabel", "--quiet", *command, cwd=with_babel(own_notice))
    assert done.returncode == 0, done.stderr
    found = parse((own_notice / "out.pot").read_text(encoding="utf-8")).entries
    assert len(ours) > 100
    assert without_references(found) == without_references(ours)
    for one, other in zip(found, ours, strict=True):
        (references,) = one.references
        assert set(references.split()) == {*other.references, "mkdocs.yml"}


def test_pybabel_wraps_comments_unless_told_otherwise(own_notice: Path) -> None:
    ours = template(own_notice)
    found = extracted(with_babel(own_notice))
    assert [entry.key for entry in found] == [entry.key for entry in ours]
    assert [" ".join(entry.notes) for entry in found] == [" ".join(entry.notes) for entry in ours]


def test_pybabel_finds_one_message_per_context_and_one_for_the_same_prose(tmp_path: Path) -> None:
    folder = with_babel(
        write_project(
            tmp_path,
            {
                "docs/index.md": "# Calls\n\n::: purposes\n\nCalls\n\n[b](b.md)\n",
                "docs/b.md": "# B\n\nCalls\n",
            },
        )
    )
    found = extracted(folder, "--width", "100000")
    assert without_references(found) == without_references(template(folder))
    (prose,) = [entry for entry in found if entry.key == (None, "Calls")]
    assert {"docs/b.md", "docs/index.md"} < set(prose.references[0].split())
    assert ("purposes/calls/title", "Calls") in [entry.key for entry in found]


def test_pybabel_finds_the_same_from_the_configuration_alone(notice: Path) -> None:
    (notice / "babel.toml").write_text(
        '[[mappings]]\nmethod = "polynotice"\npattern = "mkdocs.yml"\n', encoding="utf-8"
    )
    found = extracted(notice, "--width", "100000")
    assert without_references(found) == without_references(template(notice))
    assert {entry.references for entry in found} == {("mkdocs.yml",)}


def test_pybabel_finds_nothing_in_a_page_that_is_no_part_of_the_notice(notice: Path) -> None:
    with_babel(notice)
    before = extracted(notice)
    replace_in(notice / "mkdocs.yml", "extra:", "exclude_docs: draft.md\nextra:")
    (notice / "docs" / "draft.md").write_text("# Not for the notice\n", encoding="utf-8")
    assert extracted(notice) == before


def test_the_configuration_may_have_another_name(notice: Path) -> None:
    ours = template(notice)
    (notice / "mkdocs.yml").rename(notice / "notice.yml")
    (notice / "babel.toml").write_text(
        '[[mappings]]\nmethod = "polynotice"\n'
        'pattern = ["notice.yml", "docs/**.md", "notice_data/**.yml"]\nconfig = "notice.yml"\n',
        encoding="utf-8",
    )
    found = extracted(notice, "--width", "100000")
    assert without_references(found) == without_references(ours)


def test_pybabel_refuses_a_notice_that_cannot_be_read_as_a_whole(notice: Path) -> None:
    with_babel(notice)
    replace_in(notice / "notice_data" / "care.yml", "title: Calls", "titel: Calls")
    done = pybabel(notice)
    assert done.returncode == 1
    assert "notice_data/care.yml:5: error unknown-field: " in done.stderr
    assert done.stderr.endswith("Nothing was extracted.\n")


def test_pybabel_extracts_from_a_notice_with_errors_that_cost_no_message(notice: Path) -> None:
    with_babel(notice)
    replace_in(notice / "docs" / "index.md", "::: purposes", "::: purposes\n    records: [calls]")
    assert "unplaced-record" in polynotice(notice, "check").stdout
    assert without_references(extracted(notice, "--width", "100000")) == without_references(
        template(notice)
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "mkdocs.yml",
            "  - polynotice:\n      locales: [en, de]\n",
            "",
            "does not list the plugin",
        ),
        ("mkdocs.yml", "name: material", "name: none", "MkDocs cannot use this configuration"),
    ],
)
def test_pybabel_says_what_is_wrong_with_the_configuration(
    notice: Path, name: str, old: str, new: str, message: str
) -> None:
    replace_in(with_babel(notice) / name, old, new)
    done = pybabel(notice)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert message in done.stderr


def test_pybabel_says_that_there_is_no_notice(notice: Path) -> None:
    (with_babel(notice) / "mkdocs.yml").unlink()
    done = pybabel(notice)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "there is no mkdocs.yml beside it or in a folder above" in done.stderr


# XLIFF -------------------------------------------------------------------------------------------

XLIFF = "{urn:oasis:names:tc:xliff:document:1.1}"


def xliff_commands() -> tuple[list[str], list[list[str]]]:
    """The command of TRANSLATING.md that makes XLIFF, and those that take it back."""
    section = TRANSLATING.partition("## XLIFF")[2].partition("\n## ")[0]
    lines = re.findall(r"^\$ (.+)$", section, re.MULTILINE)
    first, *others = [line.split() for line in lines]
    assert [first[0], *(other[0] for other in others)] == ["po2xliff", "xliff2po", "polynotice"]
    return first, others


def through_xliff(folder: Path, agency: Callable[[etree._Element], None]) -> PoFile:
    """What comes back from an agency that does `agency` to each unit but the header's."""
    out, back = xliff_commands()
    assert run_copy(*out, folder=folder).returncode == 0
    path = folder / out[-1]
    tree = etree.parse(path)
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        if unit.get("restype") != "x-gettext-domain-header":
            agency(unit)
    tree.write(path, encoding="utf-8", xml_declaration=True)
    for command in back:
        done = run_copy(*command, folder=folder)
        assert done.returncode == 0, done.stderr
    return catalogue(folder, "de")


def do_nothing(unit: etree._Element) -> None:
    """What an agency returns that has not begun."""


def translate_all(unit: etree._Element) -> None:
    """What an agency returns that has done its work."""
    source, target = unit.findtext(f"{XLIFF}source"), unit.find(f"{XLIFF}target")
    if unit.get("approved") != "yes":
        target.text = f"DE: {source}"
        target.set("state", "translated")
        unit.set("approved", "yes")


def live(po: PoFile) -> list[Entry]:
    return [entry for entry in po.entries if not entry.obsolete]


def test_xliff_and_back_keeps_every_translation_and_its_state(german: Path) -> None:
    before = catalogue(german, "de")
    after = through_xliff(german, do_nothing)
    # What TRANSLATING.md says that XLIFF leaves behind: previous sources and other flags.
    assert live(after) == [
        replace(entry, previous=(), flags=("fuzzy",) if entry.is_fuzzy else ())
        for entry in live(before)
    ]
    assert before.fields.items() <= after.fields.items()
    assert (after.header.remarks, after.header.flags) == (before.header.remarks, ())
    obsolete = [(e.msgid, e.msgstr, e.remarks) for e in after.entries if e.obsolete]
    assert obsolete == [(e.msgid, e.msgstr, e.remarks) for e in before.entries if e.obsolete]


def test_an_agencys_translations_arrive_in_their_records_and_need_no_second_word(
    german: Path,
) -> None:
    before = catalogue(german, "de")
    after = through_xliff(german, translate_all)
    assert [entry.key for entry in live(after)] == [entry.key for entry in live(before)]
    for entry, earlier in zip(live(after), live(before), strict=True):
        was_final = earlier.is_translated and not earlier.is_fuzzy
        assert entry.msgstr == (earlier.msgstr if was_final else (f"DE: {entry.msgid}",))
        assert not entry.is_fuzzy
    assert polynotice(german, "update", "--check").exit_code == 0


def test_an_agencys_translation_that_it_did_not_approve_is_fuzzy(german: Path) -> None:
    def translate_only(unit: etree._Element) -> None:
        translate_all(unit)
        unit.attrib.pop("approved", None)

    assert {entry.is_fuzzy for entry in live(through_xliff(german, translate_only))} == {True}


@each("locale", LOCALES[1:], always=["ar"], thoroughly=["de", "zh-Hans"])
def test_the_own_notice_goes_through_xliff_in_every_locale(own_notice: Path, locale: str) -> None:
    # Of the same texts in one file, xliff2po keeps one (TRANSLATING.md), and a column has many.
    for path in (own_notice / "notice_data").glob("[1-5]*.yml"):
        text = re.sub(r"(?m)^ +data_subjects:.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    assert polynotice(own_notice, "update", locale).exit_code == 0
    before = catalogue(own_notice, locale)
    name = po_files.path_of(find_locale(locale))
    assert run_copy("po2xliff", name, "out.xlf", folder=own_notice).returncode == 0
    assert run_copy("xliff2po", "out.xlf", name, folder=own_notice).returncode == 0
    assert polynotice(own_notice, "update", locale).exit_code == 0
    assert live(catalogue(own_notice, locale)) == live(before)


CALLS = ("purposes/calls/personal_data", "Recordings of calls.")
CHAT = ("purposes/chat/personal_data", "Recordings of calls.")
PROSE = (None, "Recordings of calls.")


def same_text(folder: Path, chat: str, prose: str) -> PoFile:
    """The catalogue of a notice in which two records of a file and a page say the same.

    `chat` and `prose` are the translations of the second record and the page.
    """
    write_project(folder)
    replace_in(folder / "notice_data" / "care.yml", "Messages.", "Recordings of calls.")
    replace_in(folder / "docs" / "index.md", "## Your", "Recordings of calls.\n\n## Your")
    translate(folder, "de")
    said = {CALLS: "Aufnahmen.", CHAT: chat, PROSE: prose}
    po = catalogue(folder, "de")
    entries = [
        replace(entry, msgstr=(said.get(entry.key, entry.msgstr[0]),)) for entry in po.entries
    ]
    put(folder, replace(po, entries=tuple(entries)))
    return catalogue(folder, "de")


def test_the_same_text_in_two_files_and_a_page_keeps_each_translation_through_xliff(
    tmp_path: Path,
) -> None:
    """Although the two records have the same title, and so the same notes."""
    write_project(
        tmp_path,
        {
            "notice_data/chat.yml": """\
            section: chat
            title: Chat
            purposes:
              - id: chat-calls
                title: Calls
                purpose: Calls from the chat are recorded.
                personal_data: Recordings of calls.
            """,
            "docs/index.md": "# Notice\n\n::: purposes\n\nRecordings of calls.\n",
        },
    )
    translate(tmp_path, "de")
    po = catalogue(tmp_path, "de")
    entries = [
        replace(entry, msgstr=(f"{entry.msgctxt}!",)) if entry.msgid == PROSE[1] else entry
        for entry in po.entries
    ]
    put(tmp_path, replace(po, entries=tuple(entries)))
    before = live(catalogue(tmp_path, "de"))
    assert len({entry.msgstr for entry in before if entry.msgid == PROSE[1]}) == 3
    assert live(through_xliff(tmp_path, do_nothing)) == before


@pytest.mark.parametrize("prose_first", [False, True])
def test_two_records_of_one_file_that_say_the_same_are_not_mixed_up_by_xliff(
    tmp_path: Path, prose_first: bool
) -> None:
    """xliff2po drops the second, or writes both as one message. Neither is taken as final."""
    before = same_text(tmp_path, chat="Mitschnitte.", prose="Aufzeichnungen.")
    if prose_first:
        replace_in(tmp_path / "docs" / "index.md", "Recordings of calls.\n\n", "")
        replace_in(tmp_path / "docs" / "index.md", "What we", "Recordings of calls.\n\nWhat we")
        polynotice(tmp_path, "update")
    out, (back, update) = xliff_commands()
    assert run_copy(*out, folder=tmp_path).returncode == 0
    warnings = run(*back, cwd=tmp_path).stderr  # it logs them, which pytest keeps to itself
    written = (tmp_path / DE).read_bytes()
    done = run_copy(*update, folder=tmp_path)
    if prose_first:
        assert done.returncode == 1
        assert "the same message as in line " in done.stdout
        assert (tmp_path / DE).read_bytes() == written
        return
    assert "Duplicate unit" in warnings
    after = {entry.key: entry for entry in live(catalogue(tmp_path, "de"))}
    assert after[CHAT].is_fuzzy
    assert [entry for entry in after.values() if entry.key != CHAT] == [
        entry for entry in live(before) if entry.key != CHAT
    ]


def test_a_record_takes_no_translation_of_a_page_that_says_the_same(tmp_path: Path) -> None:
    """The near miss: prose has no context either, but its notes are not the record's."""
    po = same_text(tmp_path, chat="Mitschnitte.", prose="Aufnahmen.")
    entries = tuple(entry for entry in po.entries if entry.key != CHAT)
    po_files.write_catalogue(tmp_path, DE, replace(po, entries=entries))
    polynotice(tmp_path, "update")
    (entry,) = [entry for entry in catalogue(tmp_path, "de").entries if entry.key == CHAT]
    assert entry.is_fuzzy


def test_locale_ids_are_those_of_weblates_code_style() -> None:
    assert [find_locale(one).folder for one in ("zh-Hans", "pt-BR")] == ["zh_Hans", "pt_BR"]
    assert "`zh_Hans`, `pt_BR`" in settings_of_weblate()["Language code style"]
