"""A site that is published whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


class Publication:
    """Lets MkDocs build beside the site's folder, so that a refused build changes nothing there."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._site_dir = config.site_dir
        site = Path(config.site_dir)
        site.parent.mkdir(parents=True, exist_ok=True)
        self._building = site.with_name(f".{site.name}.building")
        shutil.rmtree(self._building, ignore_errors=True)  # that of a build which was killed
        self._building.mkdir()
        config.site_dir = str(self._building)

    def publish(self) -> None:
        """Puts what was built in the place of the last site, which stays if that fails.

        As with MkDocs, files whose names start with a dot, such as `.git`, stay there.
        """
        self._config.site_dir = self._site_dir
        site = Path(self._site_dir)
        site.mkdir(exist_ok=True)
        new, last = site / ".new", site / ".last"
        for left in (new, last):
            shutil.rmtree(left, ignore_errors=True)
        # The site may be a disk of its own: this step may need room on it, and no other does.
        shutil.move(self._building, new)
        last.mkdir()
        built = {path.name for path in new.iterdir()}
        old = [one.name for one in site.iterdir() if one.name[0] != "." or one.name in built]
        _rename([*_pairs(old, site, last), *_pairs(built, new, site)])
        shutil.rmtree(last)
        new.rmdir()

    def abandon(self) -> None:
        """Removes what was built."""
        self._config.site_dir = self._site_dir
        for left in (self._building, Path(self._site_dir) / ".new"):
            shutil.rmtree(left, ignore_errors=True)
        last = Path(self._site_dir) / ".last"
        if last.is_dir() and not any(last.iterdir()):
            last.rmdir()


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
