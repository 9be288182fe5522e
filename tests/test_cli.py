"""The command line: its exit statuses, its documents, and what it does with wrong usage."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from polynotice import __version__
from polynotice.catalogues import po_files
from polynotice.cli import main
from tests.draws import for_each
from tests.files.test_git_history import git
from tests.projects import (
    CONFIG,
    build_site,
    catalogue,
    edit,
    polynotice,
    replace_in,
    stand_in,
    translate,
    write_project,
)

COMMANDS = [
    "check",
    "update",
    "status",
    "add-locale",
    "verify",
    "csp",
    "release",
    "releases",
    "changes",
    "schema",
    "init",
    "build",
    "join",
    "export",
    "pdf",
    "import",
    "coverage",
]
PROBLEM = ["code", "severity", "path", "line", "locale", "record", "message", "hint"]

BROKEN = "site_name: Notice\nplugins:\n  - polynotice: [\n"


def run(*arguments: str) -> Result:
    """Runs the command without naming a project."""
    return CliRunner().invoke(main, list(arguments))


def document(result: Result) -> dict[str, Any]:
    """The one JSON document that was printed."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def good(notice: Path) -> Path:
    """A notice in English and German with nothing wrong."""
    translate(notice, "de")
    return notice


# Statuses


def test_a_good_notice_is_fine_for_every_command(good: Path) -> None:
    site = build_site(good)
    for command in (["check"], ["update"], ["status"], ["schema"], ["verify", str(site)]):
        assert polynotice(good, *command).exit_code == 0, command
    checked = polynotice(good, "check")
    assert (checked.stdout, checked.stderr) == (
        "",
        "Nothing is wrong: 1 page, 4 records, 2 locales, 19 messages.\n",
    )
    assert polynotice(good, "verify", str(site)).output == ""
    assert polynotice(good, "add-locale", "fr").exit_code == 0


def test_problems_end_with_1_and_are_counted_apart_from_the_list(notice: Path) -> None:
    result = polynotice(notice, "check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "locales/de/LC_MESSAGES/notice.po:1: error unreadable-catalogue: "
        "There is no such catalogue. Run `polynotice add-locale de`.\n",
        "1 error.\n",
    )


def test_warnings_alone_end_with_0(good: Path) -> None:
    replace_in(
        good / "notice_data/data.yml", "categories:\n", "categories:\n  - {id: x, name: X}\n"
    )
    polynotice(good, "update")
    edit(good, "de", lambda entry: stand_in(entry, "de"))
    result = polynotice(good, "check")
    assert (result.exit_code, result.stderr) == (0, "1 warning.\n")


def test_an_update_of_a_notice_with_mistakes_changes_nothing(good: Path) -> None:
    before = (good / "locales/de/LC_MESSAGES/notice.po").read_bytes()
    replace_in(good / "docs/index.md", "What we do", "What we really do")
    replace_in(good / "notice_data/care.yml", "purpose: Calls", "purpse: Calls")
    result = polynotice(good, "update")
    assert result.exit_code == 1
    assert result.stderr.endswith(" Nothing was changed.\n")
    assert (good / "locales/de/LC_MESSAGES/notice.po").read_bytes() == before


def test_an_update_that_would_change_anything_ends_with_1(good: Path) -> None:
    replace_in(good / "docs/index.md", "What we do", "What we really do")
    result = polynotice(good, "update", "--check")
    assert (result.exit_code, result.stdout) == (
        1,
        "would change: locales/notice.pot\nwould change: locales/de/LC_MESSAGES/notice.po\n",
    )
    assert polynotice(good, "update").exit_code == 0
    assert polynotice(good, "update", "--check").exit_code == 0


def test_catalogues_that_git_checks_out_on_windows_would_not_change(good: Path) -> None:
    assert polynotice(good, "update").exit_code == 0
    paths = [good / "locales/notice.pot", good / "locales/de/LC_MESSAGES/notice.po"]
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert polynotice(good, "update", "--check").exit_code == 0
    replace_in(good / "docs/index.md", "What we do", "What we really do")
    assert polynotice(good, "update", "--check").exit_code == 1
    assert polynotice(good, "update").exit_code == 0
    for path in paths:
        data = path.read_bytes()
        assert b"really" in data
        assert data.count(b"\r\n") == data.count(b"\n")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ([], "Missing command."),
        (["nope"], "No such command 'nope'."),
        (["check", "--nope"], "No such option '--nope'."),
        (["check", "more"], "Got unexpected extra argument (more)"),
        (["status", "de"], "Got unexpected extra argument (de)"),
        (["status", "--missing", "fr"], "Invalid value: fr is not among the locales: de."),
        (["update", "fr"], "Invalid value: fr is not among the locales: de."),
        (["add-locale"], "Missing argument 'LOCALE'."),
        (["verify"], "Missing argument 'SITE_DIR'."),
        (["verify", "no-such-folder"], "Directory 'no-such-folder' does not exist."),
        (["init"], "Missing argument 'FOLDER'."),
    ],
)
def test_wrong_usage_ends_with_2(notice: Path, arguments: list[str], what: str) -> None:
    result = polynotice(notice, *arguments)
    assert (result.exit_code, result.stdout if arguments else "") == (2, "")
    assert what in result.stderr


OF_A_PROJECT = [
    ["check"],
    ["update"],
    ["status"],
    ["add-locale", "de"],
    ["verify", "."],
    ["schema"],
]


@pytest.mark.parametrize("command", OF_A_PROJECT, ids=" ".join)
def test_without_a_project_every_command_is_wrong_usage(tmp_path: Path, command: list[str]) -> None:
    result = polynotice(tmp_path, *command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"There is no file {tmp_path / 'mkdocs.yml'}. Name it with -f." in result.stderr


@pytest.mark.parametrize("command", OF_A_PROJECT, ids=" ".join)
def test_a_project_without_the_plugin_is_wrong_usage(notice: Path, command: list[str]) -> None:
    (notice / "mkdocs.yml").write_text("site_name: Notice\nplugins: [search]\n")
    result = polynotice(notice, *command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "does not list the plugin polynotice." in result.stderr


@pytest.mark.parametrize("command", OF_A_PROJECT, ids=" ".join)
def test_a_broken_configuration_is_a_problem(notice: Path, command: list[str]) -> None:
    (notice / "mkdocs.yml").write_text(BROKEN)
    result = polynotice(notice, *command)
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stderr) == (1, "1 error.\n")
    assert result.stdout.startswith("mkdocs.yml:3: error bad-setting: This is not valid YAML: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("- a\n", 1),
        ("plugins: [polynotice]\n", 1),
        (CONFIG.replace("name: material", "name: nope"), 3),
        (CONFIG.replace("- search", "- nope"), 6),
        (CONFIG.replace(" admonition", " nope"), 9),
        (f"{CONFIG}docs_dir: nope\n", 12),
    ],
    ids=["empty", "list", "no name", "theme", "plugin", "extension", "folder"],
)
def test_what_mkdocs_cannot_use_is_a_problem(notice: Path, text: str, line: int) -> None:
    (notice / "mkdocs.yml").write_text(text)
    result = polynotice(notice, "check", "--json")
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1
    (problem,) = document(result)["problems"]
    assert (problem["code"], problem["path"]) == ("bad-setting", "mkdocs.yml")
    assert problem["line"] == line


def test_the_configuration_is_mkdocs_yml_here_unless_named(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good)
    assert run("check").exit_code == 0
    (good / "mkdocs.yml").rename(good / "other.yml")
    assert run("check").exit_code == 2
    assert run("-f", "other.yml", "check").exit_code == 0
    assert run("--config-file", "other.yml", "check").exit_code == 0


# Documents


def test_check_prints_its_problems_as_a_document(good: Path) -> None:
    fine = polynotice(good, "check", "--json")
    assert (document(fine), fine.stderr) == ({"problems": []}, "")
    edit(good, "de", lambda e: "" if e.msgid == "Chats are monitored." else e.msgstr[0])
    result = polynotice(good, "check", "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = document(result)
    lines = (good / "locales/de/LC_MESSAGES/notice.po").read_text(encoding="utf-8").splitlines()
    assert found == {
        "problems": [
            {
                "code": "missing-translation",
                "severity": "error",
                "path": "locales/de/LC_MESSAGES/notice.po",
                "line": lines.index('msgid "Chats are monitored."') + 1,
                "locale": "de",
                "record": "chat",
                "message": found["problems"][0]["message"],
                "hint": "Translate it in its msgstr.",
            }
        ]
    }
    assert list(found["problems"][0]) == PROBLEM


def test_verify_prints_its_problems_as_a_document(good: Path) -> None:
    site = build_site(good)
    assert document(polynotice(good, "verify", str(site), "--json")) == {"problems": []}
    replace_in(site / "de/index.html", "DE: Chats are monitored.", "DE: Chats are not monitored.")
    result = polynotice(good, "verify", str(site), "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = document(result)
    assert list(found) == ["problems"]
    (problem,) = found["problems"]
    assert list(problem) == PROBLEM
    assert [problem[name] for name in PROBLEM[:6] if name != "line"] == [
        *("row-text", "error", "de/index.html", "de", "chat")
    ]


def test_status_counts_the_messages_of_each_locale(good: Path) -> None:
    total = len(catalogue(good, "de").entries)
    fine = {"errors": 0, "warnings": 0, "oldest": None}
    assert document(polynotice(good, "status", "--json"))["locales"] == {
        "de": {"total": total, "translated": total, "fuzzy": 0, "missing": 0, **fine}
    }
    po = catalogue(good, "de")
    first, second, third, *others = po.entries
    entries = (
        first.with_fuzzy(True),
        replace(second, msgstr=("",)),
        replace(third, msgstr=("",)),
        *others,
    )
    po_files.write_catalogue(good, "locales/de/LC_MESSAGES/notice.po", replace(po, entries=entries))
    result = polynotice(good, "status", "--json")
    assert result.exit_code == 0
    assert document(result)["locales"] == {
        "de": {"total": total, "translated": total - 3, "fuzzy": 1, "missing": 2, **fine}
    }


def test_status_tells_a_catalogue_that_it_cannot_read(notice: Path) -> None:
    result = polynotice(notice, "status", "--json")
    found = document(result)
    assert result.exit_code == 1
    assert list(found) == ["locales", "next_release", "problems"]
    assert found["locales"]["de"]["translated"] == 0
    assert [problem["code"] for problem in found["problems"]] == ["unreadable-catalogue"]


@pytest.mark.parametrize("command", ["check", "update", "status"])
def test_a_broken_configuration_is_told_as_a_document(notice: Path, command: str) -> None:
    (notice / "mkdocs.yml").write_text(BROKEN)
    result = polynotice(notice, command, "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = document(result)
    assert list(found) == ["problems"]
    assert [list(problem) for problem in found["problems"]] == [PROBLEM]


def test_the_schema_is_of_the_project_s_own_columns(notice: Path) -> None:
    columns = "locales: [en]\n      extra_columns: {more_information: More information}"
    replace_in(notice / "mkdocs.yml", "locales: [en, de]", columns)
    result = polynotice(notice, "schema")
    found = document(result)
    assert result.exit_code == 0
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    purpose = next(form for form in found["$defs"].values() if "purpose" in form["properties"])
    assert "more_information" in purpose["properties"]
    assert purpose["additionalProperties"] is False


# Locales


def test_a_locale_is_started_once(notice: Path) -> None:
    name = "locales/de/LC_MESSAGES/notice.po"
    result = polynotice(notice, "add-locale", "de")
    assert (result.exit_code, result.output) == (0, f"started: {name}\n")
    before = (notice / name).read_bytes()
    result = polynotice(notice, "add-locale", "de")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {name} is there already; it was left as it is.\n"
    assert (notice / name).read_bytes() == before
    # Nothing but the tool's own words and the vocabularies' terms comes translated.
    started = [entry for entry in catalogue(notice, "de").entries if entry.msgstr[0]]
    kinds = {(entry.msgctxt or "").partition("/")[0] for entry in started}
    assert kinds == {"columns", "data", "words"}


@pytest.mark.parametrize("written", ["zh-Hans", "zh-hans"])
def test_a_locale_that_is_not_listed_is_started_and_listed(notice: Path, written: str) -> None:
    result = polynotice(notice, "add-locale", written)
    assert (result.exit_code, result.output) == (
        0,
        "started: locales/zh_Hans/LC_MESSAGES/notice.po\n"
        "listed: mkdocs.yml:8 "
        "(`zh-Hans: {publish: false}`: in the preview alone, until you remove that)\n",
    )
    assert "[en, de, zh-Hans: {publish: false}]" in (notice / "mkdocs.yml").read_text()
    text = (notice / "locales/zh_Hans/LC_MESSAGES/notice.po").read_text(encoding="utf-8")
    assert '"Language: zh_Hans\\n"' in text
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in text
    assert '"X-Polynotice-Status: draft\\n"' in text


@pytest.mark.parametrize(
    ("locale_id", "what"),
    [
        ("sh", 'There is no locale "sh". Use a BCP 47 id, such as sr-Latn.'),
        ("xx", 'There is no locale "xx". Use a BCP 47 id, such as pt-BR.'),
        ("zh_Hans", 'There is no locale "zh_Hans". Use a BCP 47 id, such as pt-BR.'),
        ("../de", 'There is no locale "../de". Use a BCP 47 id, such as pt-BR.'),
        ("en", "en needs no catalogue."),
        ("en-XA", "en-XA needs no catalogue."),
    ],
)
def test_no_catalogue_is_started_for_what_takes_none(
    notice: Path, locale_id: str, what: str
) -> None:
    result = polynotice(notice, "add-locale", locale_id)
    assert (result.exit_code, result.stdout) == (2, "")
    assert what in result.stderr
    assert not (notice / "locales").exists()


# A notice of one's own


def test_a_notice_that_is_started_checks_builds_and_verifies(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "notice"
    result = run("init", str(folder))
    assert result.exit_code == 0
    *wrote, last = result.stdout.splitlines()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert wrote == [f"wrote: {path}" for path in files]
    assert last == f"Now: cd {folder} && mkdocs serve"
    check = polynotice(folder, "check")
    assert (check.exit_code, check.stdout) == (0, "")
    site = build_site(folder)
    verify = polynotice(folder, "verify", str(site))
    assert (verify.exit_code, verify.output) == (0, "")
    assert polynotice(folder, "update").exit_code == 0
    assert polynotice(folder, "add-locale", "de").exit_code == 0


def test_starting_a_notice_writes_over_nothing(tmp_path: Path) -> None:
    write_project(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = run("init", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(" is there already; nothing was written.\n")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_notice_is_started_in_a_folder_that_is_under_version_control(tmp_path: Path) -> None:
    ignored = tmp_path / ".gitignore"
    ignored.write_text("mine\n")
    assert run("init", str(tmp_path)).exit_code == 0
    assert ignored.read_text() == "mine\n"
    assert (tmp_path / "mkdocs.yml").exists()


def test_a_notice_that_is_started_keeps_what_is_built_out_of_version_control(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "new"
    assert run("init", str(folder)).exit_code == 0
    build_site(folder)
    git(folder, "init", "--quiet", ".")
    git(folder, "add", "--all")
    assert "site" not in {name.split("/")[0] for name in git(folder, "ls-files").split()}


def test_a_file_is_no_folder_for_a_notice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert run("init", str(tmp_path / "file")).exit_code == 2


# Help


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command_and_the_statuses(option: str) -> None:
    result = run(option)
    assert result.exit_code == 0
    assert "Exit status: 0 fine, 1 problems found, 2 wrong usage." in result.stdout
    listed = result.stdout.split("Commands:\n")[1].splitlines()
    assert {line.split()[0] for line in listed} == set(COMMANDS)


@for_each("command", COMMANDS)
def test_each_command_has_help_that_needs_no_project(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command} ")
    has_json = command not in ("add-locale", "schema", "init")
    assert ("--json" in result.stdout) is has_json


def test_the_version_is_told() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"main, version {__version__}\n")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_nothing_is_loaded_that_no_command_is_asked_for(option: str) -> None:
    code = (
        "import sys\nfrom polynotice.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    output = subprocess.check_output([sys.executable, "-c", code, option], text=True)
    assert not {"babel", "mkdocs", "msgspec", "rich", "yaml"} & {*output.split("\n")[-2].split()}


def test_the_checks_are_loaded_once_something_is_not_remembered(good: Path) -> None:
    code = (
        "import sys\nfrom polynotice.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        "print(*sys.modules)"
    )

    def loaded() -> set[str]:
        command = [sys.executable, "-c", code, "-f", str(good / "mkdocs.yml"), "check"]
        return set(subprocess.check_output(command, text=True).split("\n")[-2].split())

    checks = {"polynotice.checks.catalogue", "polynotice.checks.numbers"}
    assert checks <= loaded()
    assert not checks & loaded()
    translate(good, "de", **{"Calls are recorded.": "Gespräche werden aufgezeichnet."})
    assert checks <= loaded()


def test_check_tells_once_how_a_wrong_check_is_waived(notice: Path) -> None:
    translate(notice, "de", **{"Calls are recorded.": "Anrufe werden 30 Tage aufgezeichnet"})
    result = polynotice(notice, "check")
    assert "number-mismatch" in result.stdout
    assert "end-punctuation" in result.stdout
    assert result.stderr == (
        "1 error, 1 warning. "
        "Where a check is wrong, say so above the entry: # polynotice: ignore <its code>\n"
    )
    replace_in(notice / "locales/de/LC_MESSAGES/notice.po", "Anrufe werden 30 Tage auf", "")
    replace_in(notice / "locales/de/LC_MESSAGES/notice.po", '"gezeichnet"', '""')
    assert polynotice(notice, "check").stderr == "1 error.\n"
