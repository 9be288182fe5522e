"""Which saves `mkdocs serve` sees: what it watches, though files and folders come and go."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from polynotice.catalogues import po_files
from polynotice.mkdocs_host.host import LiveReloadServer, MkDocsConfig
from polynotice.notice.requirements import ENDINGS
from polynotice.project.project import RECORDS

# A build needs none of what serves: it takes a hundredth of its time to load.

INTERVAL = 0.1
"""How often it looks for saves, in seconds: MkDocs by itself waits half a second."""


def keep_watching(server: LiveReloadServer, config: MkDocsConfig, folders: Iterable[Path]) -> None:
    """Makes a server that does not serve yet watch `folders` too, and all that it watches for good.

    MkDocs's own observer ceases to watch a file or folder that is deleted, as it is for a moment
    when a branch is changed, and does not see it return. To be called before other plugins have
    asked for a watch.
    """
    from watchdog.observers.polling import PollingObserverVFS

    paths = _watched(server, config)
    for path in paths:
        server.unwatch(path)
    # The same as MkDocs's own, but for its eyes.
    interval = min(server.observer.timeout, INTERVAL)
    observer: Any = PollingObserverVFS(_stat, _scandir, polling_interval=interval)
    server.observer = observer
    for path in [*paths, *map(str, folders)]:
        server.watch(path)


def follow(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watches what the configuration has come to name while serving."""
    known = {emitter.watch.path for emitter in server.observer.emitters}
    for path in [config.docs_dir, *config.watch]:
        if path not in known:
            server.watch(path)


def latest_change(paths: Iterable[Path]) -> float:
    """When anything was last changed at and below the paths, in seconds since 1970."""
    files = (each for path in paths for each in (path, *path.rglob("*")))
    return max(_stat(str(each)).st_mtime for each in files)


def _watched(server: LiveReloadServer, config: MkDocsConfig) -> list[str]:
    """What MkDocs watches by itself; the theme only for `--watch-theme`."""
    files = [config.docs_dir, config.config_file_path]
    known = {emitter.watch.path for emitter in server.observer.emitters}
    is_theme_watched = all(str(Path(folder).absolute()) in known for folder in config.theme.dirs)
    return [*files, *config.theme.dirs] if is_theme_watched else files


def _stat(path: str) -> os.stat_result:
    """What is there; in the place of what is not, an empty folder."""
    try:
        return os.stat(path)  # noqa: PTH116 - called for every file, ten times a second
    except OSError:
        return _NOTHING


_NOTHING = os.stat_result((stat.S_IFDIR, *[0] * 9))


def _scandir(path: str | None) -> Iterator[os.DirEntry[str]]:
    """What is in a folder; nothing is in one that is not there or may not be read."""
    try:
        return os.scandir(path)
    except OSError:
        return iter(())


def folders_of(config: MkDocsConfig) -> list[Path]:
    """The project's folders that MkDocs does not know of, and lists of what the law asks for."""
    root = Path(config.config_file_path).parent
    asked = config.plugins["polynotice"].config["requirements"]
    names = [each for each in asked if isinstance(each, str)] if isinstance(asked, list) else []
    lists = [root / name for name in names if name.endswith(ENDINGS)]
    return [root / RECORDS, root / po_files.FOLDER, *lists]
