"""The folder that a preview shows: what a rebuild makes anew comes from beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


class PreviewSite:
    """Lets a generator that empties its folder first, as MkDocs does, build elsewhere.

    So what need not be made again stays where it is.
    """

    def __init__(self, site: Path, build_in: Callable[[str], None]) -> None:
        """Tells the generator by `build_in` where to build, and at the end where its site is."""
        self._build_in = build_in
        self._kept: set[str] = set()
        self.site = site
        self.building = self.site.with_name(f".{self.site.name}.building")
        shutil.rmtree(self.building, ignore_errors=True)
        self.building.mkdir(parents=True)
        build_in(str(self.building))

    def take_in(self, kept: Iterable[str] = ()) -> None:
        """Leaves the `kept` files of what is shown where they are."""
        self._kept.update(kept)

    def publish(self) -> None:
        """Shows what was built, and of what was there only what was taken in."""
        self._build_in(str(self.site))
        self.site.mkdir(exist_ok=True)
        built = set(files_below(self.building))
        for name in set(files_below(self.site)) - built - self._kept:
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
        self._build_in(str(self.site))
        shutil.rmtree(self.building, ignore_errors=True)


def files_below(folder: Path) -> Iterator[str]:
    """The names of all files below a folder."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 - every file of a site, at every save
    for top, _, names in os.walk(folder):
        below = f"{top}{os.sep}"[start:].replace(os.sep, "/")
        for name in names:
            yield f"{below}{name}"
