"""The folders that `mkdocs serve` watches besides `docs/`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer


class Watched:
    """Watches folders that may come, go and return while serving: looked at in every build."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._server: LiveReloadServer | None = None
        self._known: dict[str, int] = {}

    def start(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Watches from now on."""
        self._server = server
        self.update(config)

    def update(self, config: MkDocsConfig) -> None:
        """Watches the folders that are there now, in the place of those that are not any more."""
        if self._server is None:
            return
        for name in self._names:
            path = _root(config) / name
            number = path.stat().st_ino if path.is_dir() else 0
            known = self._known.get(name, 0)
            if known == number:
                continue
            if known:
                self._server.unwatch(str(path))
            if number:
                self._server.watch(str(path))
            self._known[name] = number


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
