"""What was measured, as a page in Markdown that says how to measure it again."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).with_name("RESULTS.md")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine() -> str:
    """On what it was measured."""
    model = re.search(r"model name\s*: (.+)", _text(Path("/proc/cpuinfo")))
    names = ("mkdocs-polynotice", "mkdocs", "mkdocs-material", "mkdocs-static-i18n")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    cores = f"{os.cpu_count()} cores ({model[1] if model else platform.machine()})"
    return f"{cores}, Python {platform.python_version()}, {versions}."


def put(name: str, text: str) -> None:
    """Puts what was measured into the page, in the place of what stands there under that name."""
    pattern = rf"<!-- {name} -->\n.*?<!-- end -->"
    section = f"<!-- {name} -->\n\n{text}\n<!-- end -->"
    page = re.sub(pattern, lambda _: section, _text(PAGE), flags=re.DOTALL)
    PAGE.write_text(page, encoding="utf-8")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
