"""What a build lets go of is what nobody can ask for again; whoever can has all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build

from tests.projects import CONFIG, build_site, config_of, translate, write_project

LOOKS = """
def on_post_build(config):
    pages = config.plugins["polynotice"].build.files["de"].values()
    texts = [file.page.content for file in pages]
    index = config.plugins["material/search"].search_index
    assert all("<p>" in text for text in texts), texts
    assert any(entry["location"].startswith("de/") for entry in index.entries), index.entries
"""
"""A hook that looks at all pages, and at what the search has of them, when all is written."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path)
    translate(tmp_path, "de")
    return tmp_path


def built(folder: Path, command: str = "build") -> tuple[Any, Any]:
    """The build of a notice in that folder, and its search index, when it has ended."""
    config = config_of(folder)
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build(config, serve_url="http://localhost/" if command == "serve" else None)
    finally:
        config.plugins.on_shutdown()
    return config.plugins["polynotice"].build, config.plugins["material/search"].search_index


def contents(build: Any) -> Iterator[str | None]:
    """What is left in memory of each page."""
    for of_locale in build.files.values():
        yield from (file.page.content for file in of_locale.values())


def test_a_build_for_itself_keeps_nothing_of_its_pages(project: Path) -> None:
    build, index = built(project)
    assert {*contents(build)} == {None}
    assert index.entries == []


def test_whoever_may_look_at_all_pages_finds_them(project: Path) -> None:
    (project / "looks.py").write_text(LOOKS, encoding="utf-8")
    config = CONFIG + "hooks: [looks.py]\n"
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    build, index = built(project)
    assert None not in {*contents(build)}
    assert index.entries


def test_a_preview_keeps_them_for_the_next_save(project: Path) -> None:
    build, index = built(project, "serve")
    assert None not in {*contents(build)}
    assert index.entries


def test_what_is_let_go_stands_in_the_site(project: Path) -> None:
    site = build_site(project)
    (project / "looks.py").write_text(LOOKS, encoding="utf-8")
    config = CONFIG + "hooks: [looks.py]\n"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    build_site(project)
    assert {path: path.read_bytes() for path in before} == before
