"""What a preview is made from beside its catalogues, and whether all of that is known."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from polynotice.catalogues import po_files
from polynotice.mkdocs_host import locale_search, themes
from polynotice.mkdocs_host.host import MkDocsConfig
from polynotice.mkdocs_host.known_hands import has_known_plugins, own_folders
from polynotice.mkdocs_host.search_entries import is_materials
from polynotice.mkdocs_host.watcher import folders_of
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.project.releases import reading

ERROR_PAGE = "404.html"

Input = tuple[str, int, int, int, int]
"""A file or folder: its name, its number on the disk, its size, and when it was changed."""

_MARGIN = 0.05
"""In seconds: the clock that a file's time is from is coarser than that of a program."""


def is_known(config: MkDocsConfig) -> bool:
    """Whether nothing has a hand in a preview but what is asked again when a catalogue is saved.

    No hook, no other plugin than the theme's search, no Markdown extension that may read a file or
    the clock, no single file but the error page, and nobody counts the warnings.
    """
    search = themes.search_of(config)
    return (
        has_known_plugins(config)
        and not config.hooks
        and not config.strict
        and not config.extra_templates
        and {*config.theme.static_templates} <= {ERROR_PAGE, "sitemap.xml"}
        and not locale_search.has_provider(config)
        and (search is None or is_materials(search))
        and all(
            isinstance(each, NoticeExtension) or str(each) in _EXTENSIONS
            for each in config.markdown_extensions
        )
        and all(_is_pure(function) for function in _functions_in(config.mdx_configs or {}))
    )


def _functions_in(value: object) -> Iterator[object]:
    """The functions among the options of extensions."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _functions_in(each)
    elif callable(value):
        yield value


def _is_pure(function: object) -> bool:
    return str(getattr(function, "__module__", "")).startswith(("pymdownx.", "markdown."))


_OF_MARKDOWN = (
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
    *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
    *("smarty", "tables", "toc", "wikilinks"),
)
_OF_PYMDOWN = (
    *("arithmatex", "betterem", "caret", "critic", "details", "escapeall", "extra"),
    *("highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "saneheaders"),
    *("smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
)
_EXTENSIONS = {
    "polynotice",
    *_OF_MARKDOWN,
    *(f"markdown.extensions.{name}" for name in _OF_MARKDOWN),
    *(f"pymdownx.{name}" for name in _OF_PYMDOWN),
}
"""Those that look at nothing but the text that they are given."""


def inputs_of(config: MkDocsConfig) -> frozenset[Input] | None:
    """All files that decide the preview but catalogues, and their folders.

    `None` where a link among them leads to what is not looked at.
    """
    root = Path(config.config_file_path).parent
    places = [
        Path(config.docs_dir),
        Path(config.config_file_path),
        *map(Path, config.watch),
        *folders_of(config),
        *own_folders(config),
        root / reading.FOLDER,
    ]
    catalogues = root / po_files.FOLDER
    try:
        return frozenset(_inputs(dict.fromkeys(places), catalogues))
    except _LinkError:
        return None


class _LinkError(Exception):
    """A link is among the files."""


def _inputs(places: Iterable[Path], catalogues: Path) -> Iterator[Input]:
    for place in places:
        if place == catalogues:
            yield from _beside_catalogues(place)
        elif place.is_dir():
            yield from _below(str(place))
        elif place.exists():
            yield _state_of(str(place), place.lstat())


def _beside_catalogues(folder: Path) -> Iterator[Input]:
    """Glossaries and link maps: an editor may leave files of its own beside a catalogue."""
    for top, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".yml", ".yaml")):
                path = Path(top, name)
                yield _state_of(str(path), path.lstat())


def _below(folder: str) -> Iterator[Input]:
    yield _state_of(folder, os.lstat(folder))
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            else:
                yield _state_of(entry.path, entry.stat(follow_symlinks=False))


def _state_of(name: str, state: os.stat_result) -> Input:
    if stat.S_ISLNK(state.st_mode):
        raise _LinkError(name)
    return (name, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def are_older(inputs: Iterable[Input], moment: float) -> bool:
    """Whether all of them are as they were at that moment, in seconds since 1970.

    The time of the last change of a file's state is the system's: nobody can set it back.
    """
    return all(changed < (moment - _MARGIN) * 1e9 for *_, changed in inputs)
