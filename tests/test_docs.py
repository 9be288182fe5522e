"""What exists is described, and what is described exists."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import click
import pytest

from polynotice.cli import COMMANDS, command_of
from polynotice.core.problem_codes import CODES
from polynotice.notice.block_syntax import BLOCKS
from polynotice.notice.columns import FIELDS
from polynotice.notice.option_names import OPTIONS
from tests import reference
from tests.draws import for_each
from tests.pictures import PICTURES
from tests.projects import ROOT, polynotice, write_project
from tests.test_architecture import ENTRY_POINTS, MODULES, ORDER, strings

README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = ROOT / "manual" / "reference"
OPTIONS_PAGE = (REFERENCE / "options.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (REFERENCE / "commands.md").read_text(encoding="utf-8")
INTERFACE = (REFERENCE / "interface.md").read_text(encoding="utf-8").partition("\n## JSON\n")[2]
CODES_PAGE = (REFERENCE / "problem-codes.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "manual").rglob("*.md"))]


def first_cells(page: str, heading: str) -> list[str]:
    """The first cell of each row of the table that follows a line of a page."""
    behind = page.partition(heading)[2].partition("\n\n|")[2].partition("\n\n")[0]
    return [row.split("|")[0 if n == 0 else 1].strip() for n, row in enumerate(behind.split("\n"))]


def test_every_command_is_described_and_no_other() -> None:
    described = {
        re.findall(r"[\w-]+", cell)[0] for cell in first_cells(COMMANDS_PAGE, "# Commands")[2:]
    }
    assert described == set(COMMANDS)


def test_every_option_of_a_command_is_described() -> None:
    for name in COMMANDS:
        command = command_of(name)
        row = next(row for row in COMMANDS_PAGE.split("\n") if row.startswith(f"| `{name}"))
        for option in (each for each in command.params if isinstance(each, click.Option)):
            assert f"`{option.opts[0]}" in (COMMANDS_PAGE if option.opts == ["--json"] else row)


def keys_of(value: object, data: frozenset[str]) -> set[str]:
    """The names in a JSON document, but for those that are data, such as locales."""
    if isinstance(value, list):
        return set().union(*(keys_of(each, data) for each in value))
    if not isinstance(value, dict):
        return set()
    inner = (keys_of(each, data) for each in value.values())
    return set().union(set(value) - data, *inner)


def test_every_key_of_what_json_prints_is_described(tmp_path: Path) -> None:
    rows = {row.split("`")[1]: row for row in INTERFACE.split("\n") if row.startswith("| `")}
    folder = write_project(tmp_path / "notice")
    table = str(tmp_path / "n.csv")
    Path(table).write_text("Purpose,Data,X\nShip,Name,\nBill,,\n\nPurpose,Y\nA,B\n", "utf-8")
    edition = [table, "--into", str(folder), "--locale", "de"]
    commands = [
        *(["status"], ["status", "--missing", "de"], ["update", "--check"], ["releases"]),
        *(["coverage"], ["import", table, "--into", str(tmp_path / "new")], ["import", *edition]),
    ]
    seen: set[str] = set()
    for command in commands:
        result = polynotice(folder, *command, "--json")
        document = json.loads(result.stdout)
        data = frozenset({"de", *CODES})
        found = keys_of(document, data) - keys_of(document.get("problems", []), data)
        if command[0] == "status":
            found -= keys_of(document.get("next_release", {}).get("problems", []), data)
            found |= set(document)
        described = set(re.findall(r"`(\w+)`", rows[command[0]]))
        assert found - {"problems"} <= described, command
        assert "problems" in document or "`problems` only if" in rows[command[0]]
        seen |= found
    assert {"oldest", "previous", "refused", "lacks", "why"} <= seen


@for_each("name", sorted(COMMANDS))
def test_every_option_of_a_command_explains_itself(name: str) -> None:
    command = command_of(name)
    assert command.help
    assert command.help.split("\n")[0] == COMMANDS[name]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_every_option_of_the_plugin_is_described_and_no_other() -> None:
    described = [cell.strip("`") for cell in first_cells(OPTIONS_PAGE, "## Options")[2:]]
    assert described == list(OPTIONS)


def test_every_column_is_named() -> None:
    line = next(line for line in OPTIONS_PAGE.split("\n") if line.startswith("Columns that every"))
    assert re.findall(r"`(\w+)`", line) == list(FIELDS)


def test_every_block_is_described_with_its_options() -> None:
    for name, options in BLOCKS.items():
        row = next(line for line in OPTIONS_PAGE.split("\n") if line.startswith(f"| `::: {name}`"))
        assert all(f"`{option}:" in row for option in options)


def test_every_problem_code_is_described_and_no_other() -> None:
    assert reference.with_table(CODES_PAGE) == CODES_PAGE, "Run `make reference`."


def test_every_problem_code_is_used() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "plugins" / "polynotice").rglob("*.py")
        if path.name != "problem_codes.py"
    ]
    assert [code for code in CODES if not any(f'"{code}"' in text for text in sources)] == []


def test_continuous_integration_runs_the_readmes_own_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    first_screen = README.partition("## Your own notice")[0]
    for command in ("make build", "make test"):
        assert f"$ {command}" in first_screen
        assert f"\n{command}\n" in script


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets
    for target in targets[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE), target


def test_contributing_names_every_package_and_entry_point() -> None:
    table = CONTRIBUTING.partition("## The packages")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert named == list(ORDER)
    assert {name for name in ENTRY_POINTS if f"`{name}`" not in table} == set()


def test_contributing_names_no_module_that_is_not_there() -> None:
    parts = {part for module in MODULES for part in module.split(".")}
    named = re.findall(r"`(\w+(?:/\w+)+)(?:\.py)?`", CONTRIBUTING)
    paths = [name for name in named if name.split("/")[0] in parts]
    assert len(paths) > 15
    assert [name for name in paths if name.replace("/", ".") not in MODULES] == []


def test_contributing_gives_every_dependency_its_reason_and_its_floor() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = CONTRIBUTING.partition("## Dependencies")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([a-z0-9-]+) \| .+ \| ([\d.]+)", table, re.MULTILINE)
    floors = [re.match(r"([a-z0-9-]+)>=([\d.]+)", line) for line in project["dependencies"]]
    assert rows == [match.groups() for match in floors if match]


DIALECT = re.compile(
    r"\bmend(?:s|ed|ing)?\b|\bMend (?:it|the|them)\b"
    r"|\b[Hh](?:eld|old|olds|olding) (?:[^ .]+ )?against\b"
)
"""Words of this project's own for what everybody calls to fix and to compare."""
REPORTED = re.compile(r"\b(?:is|are|was|were|be) told (?!apart\b|of\b|so\b)")
"""The same for what is reported, in messages; elsewhere, people and programs may be told."""


@pytest.mark.parametrize(
    ("text", "is_dialect"),
    [
        ("Mend the header.", True),
        ("The line was mended.", True),
        ("Each page is held against the records.", True),
        ("Hold it against the manifest.", True),
        ("The problem is told with its line.", True),
        ("Readers are told so.", False),
        ("Two rows cannot be told apart.", False),
        ("An amendment is recommended.", False),
        ("The site holds; vote against it.", False),
    ],
)
def test_dialect_is_recognised(text: str, *, is_dialect: bool) -> None:
    assert bool(DIALECT.search(text) or REPORTED.search(text)) is is_dialect


def test_messages_and_documentation_use_the_fields_plain_words() -> None:
    wrong = {
        page.name: match[0]
        for page in PAGES
        if page.name != "CHANGELOG.md"  # which says what words were replaced
        and (match := DIALECT.search(page.read_text(encoding="utf-8")))
    }
    either = re.compile(f"{DIALECT.pattern}|{REPORTED.pattern}")
    for module in MODULES:
        for line, text, is_docstring in strings(module, either):
            match = DIALECT.search(text) or (None if is_docstring else REPORTED.search(text))
            wrong |= {f"{module}:{line}": match[0]} if match else {}
    assert wrong == {}


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            assert target.is_file(), f"{page.name}: {link}"
            if anchor:
                assert anchor in anchors(target), f"{page.name}: {link}"


def anchors(page: Path) -> set[str]:
    """The anchors that code hosts give the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_first_screen_has_a_way_for_each_of_the_three_readers() -> None:
    first_screen = README.partition("## Your own notice")[0]
    for page in ("manual/legal.md", "TRANSLATING.md", "manual/developers.md"):
        assert first_screen.count(f"]({page})") == 1


def test_pictures_are_light() -> None:
    pictures = list((ROOT / "manual").rglob("*.png"))
    assert {picture.stem for picture in pictures} == {*PICTURES}
    assert sum(picture.stat().st_size for picture in pictures) < 400_000


def test_the_threat_model_names_tests_that_exist() -> None:
    model = CONTRIBUTING.partition("## Threat model")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(test_\w+)`", model))
    assert len(named) > 8
    assert named - {path.stem for path in (ROOT / "tests").rglob("test_*.py")} == set()
