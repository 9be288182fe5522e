"""The navigation before there is one: from `mkdocs.yml`, or by a plugin that has its own files."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polynotice.core.model import Span
from polynotice.files.yaml_source import Document, Place
from polynotice.mkdocs_host.host import (
    LOG,
    Files,
    MkDocsConfig,
    Navigation,
    Page,
    StructureItem,
    nest_paths,
)

_NAMES_OF_FILES = {"awesome-nav": "filename", "literate-nav": "nav_file"}
"""The plugins that make the navigation of files of their own, with the option that names these."""


@dataclass(frozen=True, kw_only=True)
class ConfiguredNavigation:
    """The navigation in the form that `nav` has, and where its titles were written."""

    data: object
    document: Document
    """`mkdocs.yml`."""
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of other files that it was made of, by path."""

    def span(self, place: Place, title: str) -> Span:
        """Where a title was written that stands at `place` in `data`."""
        if not self.files:
            return self.document.span(("nav", *place))
        for path, lines in self.files.items():
            for number, line in enumerate(lines, start=1):
                if title in line:
                    return Span(path, number)
        return Span(self.document.path)


def navigation_of(
    config: MkDocsConfig, document: Document, uris: Sequence[str], files: Callable[[], Files]
) -> ConfiguredNavigation:
    """The navigation that the site will have, with its titles in the source language.

    `uris` are the pages; `files` gives what is below `docs/`, for this alone.
    """
    plugins = [name for name in _NAMES_OF_FILES if name in config.plugins]
    if plugins:
        names = {config.plugins[name].config[_NAMES_OF_FILES[name]] for name in plugins}
        made, read = _made_by_plugins(config, files(), plugins), _files_named(config, names)
        return ConfiguredNavigation(data=made, document=document, files=read)
    data = nest_paths(sorted(uris)) if config.nav is None else config.nav  # type: ignore[no-untyped-call]
    return ConfiguredNavigation(data=data, document=document)


def _made_by_plugins(config: MkDocsConfig, files: Files, plugins: Iterable[str]) -> object:
    """What the plugins make of their files, by the very hooks that MkDocs asks."""
    view = copy.copy(config)
    instances = [config.plugins[name] for name in plugins]
    nav: Any = None
    with _silence():
        for handler in _handlers(config, "files", instances):
            handler(files, config=view)
        for handler in _handlers(config, "nav", instances):
            nav = handler(nav or Navigation([], []), config=view, files=files) or nav
    return view.nav if nav is None else [_data_of(item) for item in nav.items]


def _handlers(config: MkDocsConfig, event: str, plugins: Iterable[Any]) -> list[Callable[..., Any]]:
    owners = list(plugins)
    return [one for one in config.plugins.events[event] if getattr(one, "__self__", None) in owners]


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing is logged that the build will log itself."""
    level = LOG.level
    LOG.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        LOG.setLevel(level)


def _data_of(item: StructureItem) -> object:
    """An item of the navigation in the form in which `nav` names it."""
    title = vars(item).get("title")
    if isinstance(item, Page):
        return {title: item.file.src_uri} if title else item.file.src_uri
    children = getattr(item, "children", None)
    value = getattr(item, "url", "") if children is None else [_data_of(each) for each in children]
    return {title: value} if title else value


def _files_named(config: MkDocsConfig, names: Iterable[str]) -> dict[str, Sequence[str]]:
    """The lines of each file below `docs/` with one of those names."""
    root = Path(config.config_file_path).parent
    paths = sorted(path for name in names for path in Path(config.docs_dir).rglob(name))
    return {
        (path.relative_to(root) if path.is_relative_to(root) else path).as_posix(): path.read_text(
            encoding="utf-8", errors="replace"
        ).split("\n")
        for path in paths
    }
