"""A locale may leave to its language what that says in the same script, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.projects import (
    CONFIG,
    build_site,
    edit,
    page,
    polynotice,
    problems_of,
    translate,
    write_project,
)


def translated_but_for(folder: Path, parent: str, child: str) -> Path:
    """A notice whose `parent` is translated, and whose `child` has an empty catalogue."""
    config = CONFIG.replace("[en, de]", f"[en, {parent}, {child}]")
    write_project(folder, {"mkdocs.yml": config})
    translate(folder, parent)
    assert polynotice(folder, "add-locale", child).exit_code == 0
    edit(folder, child, lambda entry: "")  # the tool's own words come translated
    return folder


@pytest.mark.parametrize(
    ("parent", "child"), [("zh", "zh-Hant"), ("zh", "zh-HK"), ("sr", "sr-Latn"), ("uz", "uz-Cyrl")]
)
def test_another_script_is_no_translation(tmp_path: Path, parent: str, child: str) -> None:
    translated_but_for(tmp_path, parent, child)
    found = {one.split(": ")[-1] for one in problems_of(tmp_path)}
    assert found - {"warning untranslatable-text"} == {"error missing-translation"}  # the theme's
    status = json.loads(polynotice(tmp_path, "status", "--json").stdout)["locales"][child]
    assert status["translated"] == 0


@pytest.mark.parametrize(
    ("parent", "child"), [("zh", "zh-SG"), ("sr-Latn", "sr-ME"), ("fr", "fr-CA")]
)
def test_the_same_script_stands_in(tmp_path: Path, parent: str, child: str) -> None:
    translated_but_for(tmp_path, parent, child)
    assert problems_of(tmp_path) == []
    cell = page(build_site(tmp_path), f"{child}/index.html").css_first("#calls td")
    assert cell is not None
    assert (
        cell.text() == page(tmp_path / "site", f"{parent}/index.html").css_first("#calls td").text()
    )
