"""The site's folder while a build runs: the last site stays there until the new one is proved.

The generator builds in a folder beside it, `.site.building`, which takes its place at the end by
renames.
"""

from __future__ import annotations

import os
import posixpath
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


class StagedSite:
    """Lets a site be built beside the site's folder, so that a refused build changes nothing there.

    To be made when a build has begun, and not before: other programs load the configuration, too,
    to know where the site is (`mike`, for one), and they build it in a process of its own.
    """

    def __init__(self, site: Path, build_in: Callable[[str], None] = lambda _: None) -> None:
        """Tells the generator by `build_in` where to build, and at the end where its site is."""
        self._build_in = build_in
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        self._before = dict(_states(site))
        self.building = site.with_name(f".{site.name}.building")
        shutil.rmtree(self.building, ignore_errors=True)  # that of a build which was killed
        self.building.mkdir()
        build_in(str(self.building))

    def take_in(self, kept: Iterable[str] = ()) -> None:
        """Gives the new site the `kept` files of the last one, and what was written there since.

        That is done by plugins that noted where the site is before the build began.
        """
        site, old, new = self.site, f"{self.site}{os.sep}", f"{self.building}{os.sep}"
        kept = [*kept]
        # A path is made of each name by hand: there are hundreds, and that takes longer than links.
        for folder in {posixpath.dirname(name) for name in kept}:
            (self.building / folder).mkdir(parents=True, exist_ok=True)
        for name in kept:
            try:
                os.link(old + name, new + name)  # that of both, until the last one goes
            except OSError:  # on another disk, or on one without links
                shutil.copy2(old + name, new + name)
        for name, state in _states(site):
            if self._before.get(name) != state:
                target = self.building / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(site / name, target)

    def publish(self) -> None:
        """Puts what was built in the place of the last site, which stays if that fails.

        As with MkDocs, files whose names start with a dot, such as `.git`, stay there.
        """
        self._build_in(str(self.site))
        site = self.site
        site.mkdir(exist_ok=True)
        new, last = site / ".new", site / ".last"
        for left in (new, last):
            shutil.rmtree(left, ignore_errors=True)
        # The site may be a disk of its own: this step may need room on it, and no other does.
        shutil.move(self.building, new)
        last.mkdir()
        built = {path.name for path in new.iterdir()}
        old = [path.name for path in site.iterdir() if path.name[0] != "." or path.name in built]
        _rename([*_pairs(old, site, last), *_pairs(built, new, site)])
        shutil.rmtree(last)
        new.rmdir()

    def discard(self) -> None:
        """Removes what was built."""
        self._build_in(str(self.site))
        for left in (self.building, self.site / ".new"):
            shutil.rmtree(left, ignore_errors=True)
        last = self.site / ".last"
        if last.is_dir() and not any(last.iterdir()):
            last.rmdir()


def _states(site: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file of a site by its name, with what changes when it is written.

    Without what is below names that start with a dot, which no build replaces.
    """
    top = str(site)
    start = len(top) + 1
    for folder, folders, files in os.walk(top):
        for names in (folders, files) if folder == top else ():
            names[:] = [name for name in names if not name.startswith(".")]
        for name in files:
            path = f"{folder}{os.sep}{name}"
            state = os.lstat(path)
            yield path[start:].replace(os.sep, "/"), (state.st_mtime_ns, state.st_size)


def _pairs(names: Iterable[str], old: Path, new: Path) -> list[tuple[Path, Path]]:
    return [(old / name, new / name) for name in sorted(names)]


def _rename(pairs: Iterable[tuple[Path, Path]]) -> None:
    """Gives the first of each pair the name of the second: all, or, if one is refused, none."""
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in pairs:
            source.rename(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            target.rename(source)
        raise
