"""A site that is published whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import clean_directory


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
        """Puts what was built in the place of the last site.

        As with MkDocs, files whose names start with a dot, such as `.git`, stay there.
        """
        self._config.site_dir = self._site_dir
        site = Path(self._site_dir)
        site.mkdir(exist_ok=True)
        clean_directory(str(site))
        for path in self._building.iterdir():
            shutil.move(path, site / path.name)
        self._building.rmdir()

    def abandon(self) -> None:
        """Removes what was built."""
        self._config.site_dir = self._site_dir
        shutil.rmtree(self._building, ignore_errors=True)
