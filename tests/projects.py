"""Small notices, written in the test that needs them, and built in-process."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any

from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from selectolax.lexbor import LexborHTMLParser

from polynotice.catalogues import po_files
from polynotice.catalogues.po_format import Entry, PoFile
from polynotice.cli import main
from polynotice.core.locales import find_locale
from polynotice.mkdocs_host import mkdocs_site
from polynotice.project.add_locale import start_catalogue
from polynotice.project.check import hindrances
from polynotice.project.load import load_project
from polynotice.project.project import Project
from polynotice.project.update import update_catalogues

ROOT = Path(__file__).parents[1]

CONFIG = """\
site_name: Notice
theme:
  name: material
  font: false
plugins:
  - search
  - polynotice:
      locales: [en, de]
markdown_extensions: [polynotice, admonition, attr_list, def_list, tables, toc]
extra:
  generator: false
"""

RECORDS = """\
section: care
title: Care
purposes:
  - id: calls
    title: Calls
    purpose: Calls are recorded.
    personal_data: Recordings of calls.
    data: [recordings]
  - id: chat
    title: Chat
    purpose: Chats are monitored.
    personal_data: Messages.
    data: [messages]
"""

CATEGORIES = """\
data_categories:
  - {id: recordings, name: Recordings}
  - {id: messages, name: Chat messages}
"""

INDEX = """\
# Privacy notice

What we do with your data.

::: purposes

## Your data

::: data-index
"""

FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": INDEX,
    "notice_data/care.yml": RECORDS,
    "notice_data/data.yml": CATEGORIES,
}
"""A small notice that has nothing wrong with it but its missing translations."""


def write_project(
    folder: Path,
    files: Mapping[str, str] | None = None,
    *,
    guard: Callable[[str], str] = lambda config: guarded(config),
    **texts: str,
) -> Path:
    """Writes `FILES`, with `files` added or in their place, and gives the folder.

    `guard` is what becomes of a configuration first; `str` leaves it as it is.
    """
    for name, text in {**FILES, **(files or {}), **texts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = dedent(text)
        path.write_text(guard(text) if name.endswith(".yml") else text, encoding="utf-8")
    return folder


def guarded(config: str) -> str:
    """A configuration of the plugin with the Markdown extension that every notice is to list.

    On a line that is there, or behind all others: the lines of what is wrong stay the same.
    """
    is_listed = "[polynotice," in config or "INHERIT" in config
    if is_listed or not _PLUGIN.search(config):
        return config
    if flow := _IN_BRACKETS.search(config):
        return f"{config[: flow.end()]}polynotice, {config[flow.end() :]}"
    if block := _ONE_A_LINE.search(config):
        return f"{config[: block.end(1)]}- polynotice\n{config[block.start(1) :]}"
    return f"{config.rstrip()}\nmarkdown_extensions: [polynotice]\n"


_PLUGIN = re.compile(r"^ *(?:- )?polynotice\b|^plugins: .*\bpolynotice\b", re.MULTILINE)
_IN_BRACKETS = re.compile(r"^markdown_extensions: *\[(?=\w)", re.MULTILINE)
_ONE_A_LINE = re.compile(r"^markdown_extensions:\n( *)- ", re.MULTILINE)


def config_of(folder: Path) -> MkDocsConfig:
    """The project's configuration, freshly loaded."""
    return load_config(str(folder / "mkdocs.yml"))


def load(folder: Path, *, drafts: bool = False) -> Project:
    """The project, freshly loaded; the pages of `draft_docs` are among its own if asked for."""
    config = config_of(folder)
    settings = dict(config.plugins["polynotice"].config.data)
    return load_project(*mkdocs_site.read_site(config, settings, drafts=drafts))


def polynotice(folder: Path, *arguments: str) -> Result:
    """Runs the command in the project."""
    return CliRunner().invoke(main, ["-f", str(folder / "mkdocs.yml"), *arguments])


def problems_of(folder: Path) -> list[str]:
    """What `polynotice check` finds, each as `path:line: severity code`."""
    found = json.loads(polynotice(folder, "check", "--json").stdout)["problems"]
    return [f"{p['path']}:{p['line']}: {p['severity']} {p['code']}" for p in found]


def translate(folder: Path, *locale_ids: str, **changes: Any) -> None:
    """Makes the locales' catalogues complete: every text with the locale's name before it.

    `changes` maps a message's source to what its translation is to be instead.
    """
    project = load(folder, drafts=True)
    for locale_id in locale_ids:
        if not (folder / po_files.path_of(find_locale(locale_id))).exists():
            assert start_catalogue(project, locale_id).problems == ()
    if not hindrances(project):
        update_catalogues(project, locale_ids)
    for locale_id in locale_ids:
        edit(
            folder,
            locale_id,
            lambda entry, locale_id=locale_id: changes.get(entry.msgid, stand_in(entry, locale_id)),
        )


def stand_in(entry: Entry, locale_id: str) -> str:
    """A translation that is told from its source and from every other locale's."""
    colon = "\u00a0:" if locale_id.startswith("fr") else ":"
    return f"{locale_id.upper()}{colon} {entry.msgid}"


def edit(folder: Path, locale_id: str, change: Any) -> None:
    """Gives every entry of the catalogue the translation that `change(entry)` gives."""
    name = po_files.path_of(find_locale(locale_id))
    po = catalogue(folder, locale_id)
    entries = tuple(
        entry if entry.obsolete else replace(entry, msgstr=(change(entry),)).with_fuzzy(False)
        for entry in po.entries
    )
    po_files.write_catalogue(folder, name, replace(po, entries=entries))


def catalogue(folder: Path, locale_id: str) -> PoFile:
    """The locale's catalogue."""
    po, problems = po_files.read_catalogue(
        folder, po_files.path_of(find_locale(locale_id)), locale_id
    )
    assert po is not None, problems
    return po


def replace_in(path: Path, old: str, new: str) -> None:
    """Replaces one piece of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def build_site(folder: Path, *, preview: bool = False, site_url: str | None = None) -> Path:
    """Builds the site as `mkdocs build` does, or `mkdocs serve` if `preview`; gives its folder."""
    config = config_of(folder)
    config.site_url = site_url or config.site_url
    config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        build(config, serve_url="http://localhost/" if preview else None)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def page(site: Path, name: str) -> LexborHTMLParser:
    """A built page, parsed."""
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def text_of(node: Any) -> str:
    """The text of an element, with its white space as one space."""
    return " ".join(node.text().split())
