"""Where a site comes from: the commit of its sources, its tools, and the time it is given."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, entry_points
from pathlib import Path

from polynotice.catalogues import po_files
from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files import git_history
from polynotice.verify.manifest import Provenance

EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable of https://reproducible-builds.org/specs/source-date-epoch/."""

_OURS = "mkdocs-polynotice"
_HOSTS: Mapping[str, Sequence[str]] = {"mkdocs": ["mkdocs"], "properdocs": ["mkdocs", "properdocs"]}
"""The hosts, with those whose plugins and themes each has: the last goes before the others."""


def read_provenance(
    root: Path,
    *,
    host: str,
    config: Path,
    docs: Path,
    records: str,
    made: Path,
    parts: Collection[str],
    known: Drawer[dict[str, str]] | None = None,
) -> Provenance:
    """Where the site of the project in `root` comes from.

    `host` is the distribution that builds it; it is made of `config`, `docs` and `records`, and
    `made` is its folder; `parts` are the names of the theme, plugins and Markdown extensions
    in use. What is `known` of their versions is not looked up again.
    """
    folder = po_files.FOLDER
    inputs = [f":(glob){records}/**/*.yml", f":(glob){folder}/**/*.po", f":(glob){folder}/**/*.yml"]
    own = [path.relative_to(root) for path in (config, docs) if path.is_relative_to(root)]
    inputs += [f":(literal){path.as_posix()}" for path in own]
    commit = git_history.commit(root, inputs, made)
    return Provenance(
        commit=commit.id if commit else None,
        is_dirty=commit.is_dirty if commit else None,
        time=date().strftime("%Y-%m-%dT%H:%M:%SZ") if EPOCH in os.environ else None,
        versions=versions(parts, host, known),
    )


def date() -> datetime:
    """The time that a build may state: `SOURCE_DATE_EPOCH`, or where there is none the epoch.

    The clock's would make each build another than the last.
    """
    return datetime.fromtimestamp(int(os.environ.get(EPOCH, "0")), UTC)


def time_problems() -> Iterator[Problem]:
    """What is wrong with `SOURCE_DATE_EPOCH`, which MkDocs reads, too."""
    value = os.environ.get(EPOCH, "0")
    # MkDocs writes it into 32 bits of the sitemap's compressed copy.
    if not re.fullmatch(r"[0-9]{1,10}", value) or int(value) >= 1 << 32:
        yield Problem(
            code="bad-setting",
            span=Span(EPOCH),
            message=f'The environment variable {EPOCH} is "{value}".',
            hint="Set it to a number of seconds since 1970, as `date +%s` prints, or not at all.",
        )


def versions(
    parts: Collection[str], host: str, known: Drawer[dict[str, str]] | None = None
) -> dict[str, str]:
    """The versions of this tool, its host, the parts in use and what each of these requires.

    What is required only on some systems is left out, so that all systems give the same. What is
    `known` of the same installation is not looked up again.
    """
    known = Drawer() if known is None else known
    found = known.recall(
        key_of(sorted(parts), host, _installed()), lambda: _versions(frozenset(parts), host)
    )
    return dict(found)


@cache  # what this process has loaded stays as it is
def _installed() -> list[tuple[str, int, int]]:
    """What is installed wherever Python looks: the files that say so, with sizes and times."""
    files: list[str] = []
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = sorted(one.path for one in entries if one.name.endswith(_SAYING_SO))
        except OSError:  # an archive, or nothing at all
            files.append(folder)
            continue
        for path in (f"{folder}{os.sep}EGG-INFO", *names):
            files += [f"{path}{os.sep}METADATA", f"{path}{os.sep}PKG-INFO", path]
    states = []
    for file in files:
        try:
            state = os.lstat(file)
        except OSError:
            continue
        states.append((file, state.st_size, state.st_mtime_ns))
    return states


_SAYING_SO = (".dist-info", ".egg-info", ".egg")


@cache  # what this process has loaded stays as it is
def _versions(parts: frozenset[str], host: str) -> dict[str, str]:
    points = entry_points()
    groups = [f"{one}.{kind}" for one in _HOSTS[host] for kind in ("plugins", "themes")]
    used = {
        point.dist.name
        for group in (*groups, "markdown.extensions")
        for point in points.select(group=group)
        if point.name in parts and point.dist
    }
    heads = {_normal(name): _head(name) for name in {_OURS, host} | used}
    required = {name for head in heads.values() for name in _REQUIRED.findall(head)}
    heads |= {name: _head(name) for name in map(_normal, required) if name not in heads}
    return {
        name: match[1].strip()
        for name, head in heads.items()
        if name not in _HOSTS.keys() - {host} and (match := _VERSION.search(head))
    }


_VERSION = re.compile(r"^Version: (.+)$", re.MULTILINE)
_REQUIRED = re.compile(r"^Requires-Dist: ([\w.-]+)[^;\n]*$", re.MULTILINE)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _head(name: str) -> str:
    """The fields of a distribution's metadata: to parse all of it takes ten times as long."""
    try:
        one = distribution(name)
    except PackageNotFoundError:
        return ""
    text = one.read_text("METADATA") or one.read_text("PKG-INFO") or ""
    return text.partition("\n\n")[0]
