"""The memory of a project: what its values depend on beside the texts that they are made of."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from polynotice.core.memory import key_of
from polynotice.files.disk_memory import DiskMemory

LIBRARIES = ("babel", "markdown", "mkdocs", "msgspec", "selectolax", "tinycss2", "yaml")
"""Those whose own decisions come to stand in what is remembered."""


def markdown_key(config: MkDocsConfig) -> bytes | None:
    """The digest of the Markdown extensions and their options.

    `None` if one of them cannot be written down: an object may do anything.
    """
    try:
        options = _written(config.mdx_configs or {})
        return key_of([*map(str.__str__, config.markdown_extensions)], options)
    except TypeError:
        return None


def _written(value: Any) -> Any:
    """An option as what has a digest; a function by its name.

    Raises `TypeError` for what has no name that stands for it.
    """
    if isinstance(value, Mapping):
        return [(name, _written(value[name])) for name in sorted(value)]
    if isinstance(value, list | tuple):
        return [_written(each) for each in value]
    if value is None or isinstance(value, str | int | float):
        return value
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
    found = vars(sys.modules[module]).get(name) if module in sys.modules else None
    if found is not value:
        raise TypeError(name)
    return (module, name, print_of(module))


def open_memory(root: Path, makers: Iterable[str]) -> DiskMemory:
    """What is remembered of the project in the folder `root`.

    `makers` are the packages of its Markdown extensions.
    """
    return DiskMemory(root, key_of(sys.version, _prints(frozenset(makers))))


@cache
def _prints(makers: frozenset[str]) -> list[Any]:
    """What the tool, its libraries and those packages are, as this process has loaded them."""
    return [print_of(name) for name in sorted({*LIBRARIES, *makers, "polynotice"})]


@cache
def print_of(module: str) -> list[tuple[str, int, int]]:
    """The names, sizes and times of the files of a module's package.

    Of an installed one its face is enough: a package is installed as a whole.
    """
    package = module.split(".")[0]
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return []
    face = Path(spec.origin)
    is_installed = "site-packages" in face.parts
    files = [face] if is_installed or face.name != "__init__.py" else _sources(face.parent)
    return [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]


def _sources(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.py"))
