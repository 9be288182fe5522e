"""Catalogues are checked by as many processes as there may be, with the same result and memory."""

from __future__ import annotations

import re
from pathlib import Path

from polynotice.files.disk_memory import FOLDER
from polynotice.project.each_catalogue import PAYS
from tests.draws import one_in
from tests.projects import polynotice, replace_in, translate, write_project

LOCALES = ("de", "fr", "pt", "pt-BR")


def start(folder: Path, jobs: int) -> Path:
    """A notice whose catalogues have mistakes, and are so large that processes share them."""
    write_project(
        folder,
        {
            "mkdocs.yml": "site_name: Notice\ntheme: {name: material, font: false}\nplugins:\n"
            f"  - polynotice: {{locales: [en, {', '.join(LOCALES)}], jobs: {jobs}}}\n",
            "docs/index.md": "# Notice\n\nSee [us](https://us.example/).\n\n::: purposes\n",
            "notice_data/care.yml": "purposes:\n"
            "  - {id: calls, purpose: Kept for 30 days., personal_data: Calls.}\n",
        },
    )
    translate(folder, *LOCALES, **{"Kept for 30 days.": "Kept: 31 days."})
    old = "".join(f'\n#~ msgid "{number}"\n#~ msgstr "{"old " * 500}"\n' for number in range(300))
    for name in ("de", "fr", "pt", "pt_BR"):
        path = folder / f"locales/{name}/LC_MESSAGES/notice.po"
        path.write_text(path.read_text("utf-8") + old, "utf-8")
        assert path.stat().st_size * 2 > PAYS
    replace_in(folder / "locales/fr/LC_MESSAGES/notice.po", "Language: fr", "Language: it")
    replace_in(
        folder / "locales/pt/LC_MESSAGES/notice.po",
        "PT: See [us](https://us.",
        "PT: See [us](https://them.",
    )
    return folder


def said(folder: Path, *arguments: str) -> tuple[int, str]:
    result = polynotice(folder, *arguments)
    return result.exit_code, result.output


def kept(folder: Path, *, but: str = "") -> dict[str, bytes]:
    """What the project remembers."""
    files = (folder / FOLDER).glob("*.msgpack")
    return {path.name: path.read_bytes() for path in files if not but or but not in path.name}


@one_in(3, "command", [("check",), ("status", "--json"), ("check", "--json")])
def test_two_processes_find_what_one_finds(command: tuple[str, ...], tmp_path: Path) -> None:
    one, two = start(tmp_path / "one", 1), start(tmp_path / "two", 2)
    expected = said(one, *command)
    # What the next release needs is a part of the status.
    assert expected[1].count("number-mismatch") >= len(LOCALES)
    assert said(two, *command) == expected
    # Catalogues are read again where they are wanted, and judged in another order.
    assert kept(two, but="catalogue") == kept(one, but="catalogue")
    assert said(two, *command) == said(one, *command) == expected


def test_what_one_process_has_learnt_is_known_to_the_next_run(tmp_path: Path) -> None:
    folder = start(tmp_path / "notice", 2)
    expected = said(folder, "check")
    before = kept(folder)
    assert before
    assert said(folder, "check") == expected
    assert kept(folder) == before


def test_a_change_in_a_language_is_seen_in_its_regions(tmp_path: Path) -> None:
    """What a region leaves open is checked where its language says it."""
    folder = start(tmp_path / "notice", 1)
    empty(folder / "locales/pt_BR/LC_MESSAGES/notice.po")
    assert "missing-translation" not in said(folder, "check")[1]
    empty(folder / "locales/pt/LC_MESSAGES/notice.po")
    assert said(folder, "check")[1].count("missing-translation") == 2


def empty(path: Path) -> None:
    """Takes one translation out of a catalogue."""
    text = re.sub(r'(?<=msgid "Calls\."\nmsgstr ")[^"]+', "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
