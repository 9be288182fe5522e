"""What exists is described, and what is described exists."""

from __future__ import annotations

import re

import click
import pytest

from polynotice.cli import main
from polynotice.core.problems import CODES
from polynotice.notice.block_syntax import BLOCKS
from polynotice.notice.columns import FIELDS
from polynotice.notice.settings import OPTIONS
from tests.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def first_cells(heading: str) -> list[str]:
    """The first cell of each row of the table that follows a line of the README."""
    behind = README.partition(heading)[2].partition("\n\n|")[2].partition("\n\n")[0]
    return [row.split("|")[0 if n == 0 else 1].strip() for n, row in enumerate(behind.split("\n"))]


def test_every_command_is_described_and_no_other() -> None:
    described = {re.findall(r"[\w-]+", cell)[0] for cell in first_cells("## Commands")[2:]}
    assert described == set(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_of_a_command_explains_itself(name: str) -> None:
    command = main.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_every_option_of_the_plugin_is_described_and_no_other() -> None:
    described = [cell.strip("`") for cell in first_cells("## Options")[2:]]
    assert described == list(OPTIONS)


def test_every_column_is_named() -> None:
    line = next(line for line in README.split("\n") if line.startswith("Columns that every"))
    assert re.findall(r"`(\w+)`", line) == list(FIELDS)


def test_every_block_is_described_with_its_options() -> None:
    for name, options in BLOCKS.items():
        row = next(line for line in README.split("\n") if line.startswith(f"| `::: {name}`"))
        assert all(f"`{option}:" in row for option in options)


def test_every_problem_code_is_described_and_no_other() -> None:
    described = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", README, re.MULTILINE)
    codes = [(code, text) for code, text in described if code in CODES]
    assert codes == list(CODES.items())


def test_every_problem_code_is_used() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "plugins" / "polynotice").rglob("*.py")
        if path.name != "problems.py"
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


def test_contributing_names_every_module() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    package = ROOT / "plugins" / "polynotice"
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert {name for name in modules if f"`{name}`" not in text} == set()


def test_the_threat_model_names_tests_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    model = text.partition("## Threat model")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(test_\w+)`", model))
    assert len(named) > 8
    assert named - {path.stem for path in (ROOT / "tests").rglob("test_*.py")} == set()
