"""The theme's templates: the same ones as without the plugin's own loader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from polynotice.mkdocs_host.theme_templates import QuickTheme
from tests.projects import config_of, translate, write_project

OWN = {
    "own/assets/logo.svg": "<svg/>",
    "own/.icons/logo.svg": "<svg/>",
    "own/assets/.hidden/logo.svg": "<svg/>",
    "own/main.html": "{% extends 'base.html' %}",
}


def copied(theme: Theme, config: MkDocsConfig) -> list[str]:
    """The files of the theme that MkDocs copies to the site."""
    files = Files([])
    files.add_files_from_theme(theme.get_env(), config)
    return sorted(file.src_uri for file in files)


def test_mkdocs_copies_the_same_files_of_the_theme(tmp_path: Path) -> None:
    text = write_project(tmp_path, OWN).joinpath("mkdocs.yml").read_text(encoding="utf-8")
    config_text = text.replace("name: material", "name: material\n  custom_dir: own")
    (tmp_path / "mkdocs.yml").write_text(config_text, encoding="utf-8")
    config = config_of(tmp_path)
    found = copied(QuickTheme.of(config.theme), config)
    assert found == copied(config.theme, config)
    assert "assets/logo.svg" in found
    assert len(found) > 10


def test_the_files_that_mkdocs_leaves_out_are_not_even_looked_for(tmp_path: Path) -> None:
    config = config_of(write_project(tmp_path))
    listed = QuickTheme.of(config.theme).get_env().list_templates()
    assert "base.html" in listed
    assert [name for name in listed if "/." in f"/{name}"] == []


def test_an_icon_is_found_nevertheless(tmp_path: Path) -> None:
    env = QuickTheme.of(config_of(write_project(tmp_path)).theme).get_env()
    assert "<svg" in env.get_template(".icons/material/web.svg").render()


def test_what_the_theme_knows_is_known_still(tmp_path: Path) -> None:
    theme = config_of(write_project(tmp_path)).theme
    quick = QuickTheme.of(theme)
    assert dict(quick) == dict(theme)
    assert (quick.name, quick.dirs, quick.custom_dir) == (theme.name, theme.dirs, theme.custom_dir)


def test_what_a_plugin_changes_of_the_theme_later_is_known_in_both(tmp_path: Path) -> None:
    theme = config_of(write_project(tmp_path)).theme
    quick = QuickTheme.of(theme)
    theme.dirs.insert(0, "more")
    theme.static_templates.add("more.html")
    assert quick.dirs[0] == "more"
    assert "more.html" in quick.static_templates


def test_other_plugins_are_given_it_from_the_start(tmp_path: Path) -> None:
    """Material's search asks for templates while the configuration is completed."""
    folder = write_project(tmp_path)
    hook = "def on_config(config):\n    print('templates:', type(config.theme).__name__)\n"
    (folder / "hook.py").write_text(hook)
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    translate(folder, "de")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    said = subprocess.check_output(command, text=True, cwd=folder)
    assert said == "templates: QuickTheme\n"
