"""The same notice, written by hand for mkdocs-static-i18n: a Markdown page per page and locale."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config

from polynotice.core.locales import Locale
from polynotice.core.model import Span, Text
from polynotice.core.translation import Say
from polynotice.mkdocs_host import mkdocs_site
from polynotice.notice.blocks import tables_of
from polynotice.notice.tables import Cell, Table
from polynotice.project.load import load_project


def write(source: Path, target: Path) -> None:
    """Writes into `target` the pages that mkdocs-static-i18n needs for the notice in `source`."""
    config = load_config(str(source / "mkdocs.yml"))
    found = load_project(
        *mkdocs_site.read_site(config, dict(config.plugins["polynotice"].config.data))
    )
    for one in found.site.settings.locales:
        say = found.say(one)
        for page in found.site.pages:
            blocks = iter(found.blocks.get(page.uri, ()))
            parts = [f"---\ndescription: {_said(page.words, say)}\n---"]
            for part in re.split(r"\n{2,}", page.body.strip()):
                if part.startswith(":::"):
                    tables = tables_of(next(blocks), found.notice, say)
                    parts += [
                        _markdown_table(table, found.placed_on)
                        for table in tables
                        if isinstance(table, Table)  # nobody draws a matrix by hand
                    ]
                else:
                    parts.append("\n".join(_said_line(line, say) for line in part.split("\n")))
            path = target / "docs" / one.id / page.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    _write_config(source, target, list(found.site.settings.locales))


def _said(words: Any, say: Say) -> str:
    return say(words["description"]).text.replace(": ", " - ") if "description" in words else ""


def _said_line(line: str, say: Say) -> str:
    start = re.match(r"^([#>\-*:!\s]*)(.*)$", line)
    if start is None:
        return line
    return start[1] + say(Text(msgid=start[2], span=Span(""))).text


def _markdown_table(table: Table, pages: dict[str, str]) -> str:
    lines = [f"## {table.heading.text}\n"] if table.heading else []
    lines.append(f"| {' | '.join(column.header.text for column in table.columns)} |")
    lines.append(f"| {' | '.join('---' for _ in table.columns)} |")
    rows = ([_cell(cell, pages) for cell in row.cells] for row in table.rows)
    lines += [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join(lines)


def _cell(cell: Cell, pages: dict[str, str]) -> str:
    items = [
        f"[{item.phrase.text}]({pages[item.record]})" if item.record else item.phrase.text
        for item in cell.items
    ]
    return ", ".join(items)


def _write_config(source: Path, target: Path, locales: list[Locale]) -> None:
    config = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))
    languages = [
        {"locale": one.id.replace("zh-Hans", "zh"), "name": one.name, "build": True}
        for one in locales
    ]
    languages[0]["default"] = True
    config["plugins"] = ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}]
    config["validation"] = {"links": {"anchors": "info"}}
    extensions = [one for one in config["markdown_extensions"] if one != "polynotice"]
    config["markdown_extensions"] = [*extensions, "tables"]
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    if (target / "docs" / "zh-Hans").exists():
        shutil.move(target / "docs" / "zh-Hans", target / "docs" / "zh")
