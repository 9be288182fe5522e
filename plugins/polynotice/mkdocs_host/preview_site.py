"""The folder that `mkdocs serve` shows: what a rebuild makes anew comes from beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from polynotice.mkdocs_host.host import MkDocsConfig


class PreviewSite:
    """Lets MkDocs, which empties its folder first, build elsewhere.

    So what need not be made again stays where it is.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._kept: set[str] = set()
        self.site = Path(config.site_dir)
        self.building = self.site.with_name(f".{self.site.name}.building")
        shutil.rmtree(self.building, ignore_errors=True)
        self.building.mkdir(parents=True)
        config.site_dir = str(self.building)

    def take_in(self, kept: Iterable[str] = ()) -> None:
        """Leaves the `kept` files of what is shown where they are."""
        self._kept.update(kept)

    def publish(self) -> None:
        """Shows what was built, and of what was there only what was taken in."""
        self._config.site_dir = str(self.site)
        self.site.mkdir(exist_ok=True)
        built = set(_files(self.building))
        for name in set(_files(self.site)) - built - self._kept:
            (self.site / name).unlink()
        for name in sorted(built):
            target = self.site / name
            if target.is_dir():
                shutil.rmtree(target)  # it can be empty only: what was in it is gone
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.building / name).replace(target)
        shutil.rmtree(self.building)

    def discard(self) -> None:
        """Removes what was built; what was there stays."""
        self._config.site_dir = str(self.site)
        shutil.rmtree(self.building, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    """The names of all files below a folder."""
    for top, _, names in os.walk(folder):
        for name in names:
            yield Path(top, name).relative_to(folder).as_posix()
