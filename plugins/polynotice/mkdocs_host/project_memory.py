"""The memory of a project: what its values depend on beside the texts that they are made of."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from polynotice.core.memory import Memory, digest_of, key_of
from polynotice.files.disk_memory import DiskMemory
from polynotice.files.text_files import contents_of
from polynotice.mkdocs_host.host import NAME, MkDocsConfig
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.project.project import Site

LIBRARIES = ("babel", "markdown", NAME, "msgspec", "selectolax", "tinycss2", "yaml")
"""Those whose own decisions come to stand in what is remembered."""


def markdown_key(config: MkDocsConfig) -> bytes | None:
    """The digest of the Markdown extensions and their options.

    `None` if one of them cannot be written down: an object may do anything.
    """
    try:
        options = written(config.mdx_configs or {})
        others = [one for one in config.markdown_extensions if not isinstance(one, NoticeExtension)]
        return key_of([*map(str.__str__, others)], options)
    except TypeError:
        return None


def written(value: Any) -> Any:
    """A value of a configuration as what has a digest; a function by its name.

    Raises `TypeError` for what has no name that stands for it.
    """
    if isinstance(value, Mapping):
        return [(str(name), written(each)) for name, each in value.items()]
    if isinstance(value, list | tuple):
        return [written(each) for each in value]
    if isinstance(value, str):
        return str.__str__(value)
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, date | PurePath):
        return str(value)
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
    named = vars(sys.modules[module]).get(name) if module in sys.modules else None
    # A hook has the name of its file, and may ask other files.
    if named is not value or str(module).endswith(".py"):
        raise TypeError(name)
    return (module, name, print_of(module))


def open_memory(site: Site, known: Memory | None = None, *, is_spare: bool = False) -> Memory:
    """What is remembered of the project of that site; `is_spare`, if it is to take little memory.

    `known` is what this process has opened before: the same, unless something has changed that all
    of it depends on.
    """
    memory = DiskMemory(site.root, _print_of_all(site.markdown.makers), is_spare=is_spare)
    return known if known is not None and memory.is_of_the_same(known) else memory


@cache
def _print_of_all(makers: frozenset[str]) -> bytes:
    """The digest of the tool, its libraries and those packages, as this process has loaded them."""
    names = sorted({*LIBRARIES, *makers, "polynotice"})
    return key_of(sys.version, [print_of(name) for name in names])


@cache
def folder_of(package: str) -> Path | None:
    """Where a package is, if it is one."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


@cache
def print_of(module: str) -> list[object]:
    """The files of a module's package, as this process has found them.

    Of an installed one its face is enough: a package is installed as a whole. Of another, what
    the files say: copied ones may have the time stamps of others.
    """
    package = module.split(".")[0]
    spec = importlib.util.find_spec(package)
    if spec is None:
        return []
    folders = [Path(each) for each in spec.submodule_search_locations or ()]
    face = Path(spec.origin) if spec.origin and spec.has_location else None
    if face and "site-packages" in face.parts:
        return [_state_of(face), _installed_in(face.parents[1 if folders else 0])]
    if not folders:
        return [face and face.read_bytes()]
    return [
        [(name, data and digest_of(data)) for name, data in contents_of(folder, _KINDS)]
        for folder in folders
    ]


_KINDS = (".py", ".po", ".yml", ".json", ".css")
"""The files of a package that have a part in what it makes."""


@cache
def _installed_in(folder: Path) -> list[str]:
    """What is installed in a folder, with its versions."""
    return sorted(path.name for path in folder.glob("*.dist-info"))


State = tuple[str, int, int]
"""A file's name, its size in bytes, and when it was changed, in nanoseconds."""


def states_of(folder: Path) -> list[State]:
    """The states of a folder's files, but for those below folders whose names start with a dot.

    So a theme's templates without its fourteen thousand icons, which come with its package.
    """
    states = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each[0] != "." and each != "__pycache__")
        states += [_state_of(Path(top, name)) for name in sorted(names)]
    return states


def _state_of(file: Path) -> State:
    state = file.stat()
    return (str(file), state.st_size, state.st_mtime_ns)
