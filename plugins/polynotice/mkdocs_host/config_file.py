"""`mkdocs.yml` as it is written, with the lines that MkDocs does not keep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import text_files, yaml_source
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host.host import MkDocsConfig


def config_document(path: Path) -> tuple[Document | None, list[Problem]]:
    """What stands in `mkdocs.yml`, with its lines; `None` if it cannot be read as YAML at all."""
    try:
        text = text_files.read_text(path)
    except FileNotFoundError:
        return None, []
    except text_files.UnreadableFileError as error:
        message = f"The file cannot be read: {error.reason}."
        span = Span(path.name, error.line)
        return None, [Problem(code="bad-setting", span=span, message=message, hint=error.hint)]
    return yaml_source.load_yaml(text, path.name, code="bad-setting", foreign_tags=True)


def inherited_files(path: Path) -> list[Path]:
    """The files that `mkdocs.yml` inherits from, those that they inherit from among them."""
    paths: list[Path] = []
    while True:
        document, _ = config_document(path)
        name = (
            document.data.get("INHERIT") if document and isinstance(document.data, dict) else None
        )
        if not isinstance(name, str):
            return paths
        path = Path(os.path.normpath(path.parent / name))
        if path in paths:
            return paths  # MkDocs refuses such a circle
        paths.append(path)


def document_of(config: MkDocsConfig) -> tuple[Document, list[Problem]]:
    """The file that MkDocs has read, and what MkDocs drops of it."""
    path = Path(config.config_file_path)
    document, problems = config_document(path)
    if document is None:
        return Document(path=path.name, data={}, lines={}), problems
    # MkDocs has read the file already: what it takes is no mistake but for what it drops.
    return document, [problem for problem in problems if problem.code == "repeated-field"]


def place_of_options(document: Document) -> Place:
    """Where the plugin's options stand, in either of the two ways to list plugins."""
    data: Any = document.data
    plugins = data.get("plugins") if isinstance(data, dict) else None
    if isinstance(plugins, dict):
        return ("plugins", "polynotice")
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(item, dict) and "polynotice" in item:
            return ("plugins", index, "polynotice")
        if item == "polynotice":
            return ("plugins", index)
    return ("plugins",)
