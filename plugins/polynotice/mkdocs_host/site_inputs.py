"""The digests of all that a site is made of: two builds of the same give the same bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from polynotice.catalogues import po_files
from polynotice.core.memory import key_of
from polynotice.files.text_files import contents_of
from polynotice.mkdocs_host.config_file import inherited_files
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.project_memory import written
from polynotice.notice.as_of import AS_OF
from polynotice.project.project import RECORDS, Project
from polynotice.project.releases.reading import FOLDER as RELEASES

_OWN = ("config_file_path", "site_dir")
"""What says where a build is, and nothing of what it makes."""


def inputs_of(config: MkDocsConfig) -> dict[str, str]:
    """The digest of each file of the project, by its path from `mkdocs.yml`, and of its options.

    The configuration is as MkDocs has read it: what it takes from the environment is in it.
    """
    root = Path(config.config_file_path).parent
    digests = {
        Path(os.path.relpath(name, root)).as_posix(): hashlib.sha256(data).hexdigest()
        for name, data in _contents(config, root)
        if data is not None
    }
    day = {"(as of)": os.environ[AS_OF]} if os.environ.get(AS_OF) else {}
    return {**dict(sorted(digests.items())), **day, "(options)": key_of(_options(config)).hex()}


def _contents(config: MkDocsConfig, root: Path) -> Iterator[tuple[str, bytes | None]]:
    path = Path(config.config_file_path)
    files = [path, *inherited_files(path), *(Path(each) for each in _hooks(config, root))]
    for file in files:
        if file.is_file():
            yield str(file), file.read_bytes()
    folders = [Path(config.docs_dir), root / RECORDS, root / po_files.FOLDER, root / RELEASES]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    for folder in folders:
        for name, data in contents_of(folder):
            if not _is_cache(Path(name).relative_to(folder)):
                yield name, data


def _is_cache(name: Path) -> bool:
    return "__pycache__" in name.parts or any(part[0] == "." for part in name.parent.parts)


def _hooks(config: MkDocsConfig, root: Path) -> list[Path]:
    given = [each.get("hooks") for each in config.user_configs]
    return [root / name for names in given if isinstance(names, list) for name in names]


def _options(config: MkDocsConfig) -> list[Any]:
    """The options of `mkdocs.yml` that can be written down, as MkDocs was given them."""
    options = []
    for given in config.user_configs:
        for name, value in sorted(given.items()):
            try:
                options += [(name, written(value))] if name not in _OWN else []
            except TypeError:
                continue
    return options


def printed(project: Project) -> str:
    """The digest of what was read of the project, with what snippets and plugins gave."""
    texts = [(message.text.key, message.text.comment) for message in project.messages]
    return key_of(texts, dict(project.wordless)).hex()
