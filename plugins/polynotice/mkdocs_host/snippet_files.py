"""The files that `pymdownx.snippets` puts into pages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from polynotice.mkdocs_host.host import MkDocsConfig

_NAME = "pymdownx.snippets"


def find_from_root(config: MkDocsConfig) -> None:
    """Lets snippets be looked for from `mkdocs.yml`, wherever a command is run.

    The extension counts from the working directory, and leaves out what is not there.
    """
    if _NAME in config.markdown_extensions:
        options = (config.mdx_configs or {}).get(_NAME) or {}
        root = Path(config.config_file_path).parent
        paths = [str(root / path) for path in _base_paths(config)]
        config.mdx_configs = {
            **(config.mdx_configs or {}),
            _NAME: {**options, "base_path": paths},
        }


def read_snippet(config: MkDocsConfig, name: str) -> tuple[str, Sequence[str]] | None:
    """A snippet's path, from the project's folder, and its lines; `None` where it is not there."""
    for base in _base_paths(config):
        path = Path(base, name)
        if path.is_file():
            shown = os.path.relpath(path, Path(config.config_file_path).parent)
            text = path.read_text(encoding="utf-8", errors="replace")
            return Path(shown).as_posix(), text.split("\n")
    return None


def _base_paths(config: MkDocsConfig) -> Sequence[str]:
    given = ((config.mdx_configs or {}).get(_NAME) or {}).get("base_path", ["."])
    return [str(path) for path in (given if isinstance(given, list | tuple) else [given])]
