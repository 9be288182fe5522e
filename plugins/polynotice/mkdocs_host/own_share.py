"""Another process of a build, as it sees itself: what it writes, and says to the first one."""

from __future__ import annotations

import logging
import os
import pickle
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Files, MkDocsConfig
from polynotice.mkdocs_host.search_index import is_beside
from polynotice.verify.finished_locale import FinishedLocale

_LOGGERS = ("mkdocs", "properdocs")


Place = tuple[int, int]
"""Where a text begins in a file that two processes share, and how long it is, in bytes."""


@dataclass(kw_only=True)
class Message:
    """What another process says."""

    logged: Sequence[tuple[str, int, str]] = ()
    """What it has logged since it last said something: each line's logger, level and text."""
    failure: str = ""
    """What it gave up for."""


@dataclass(kw_only=True)
class Placed(Message):
    """The files of its locales are where the whole site is built."""


@dataclass(kw_only=True)
class Made(Message):
    """What they are."""

    locales: Mapping[str, FinishedLocale] = field(default_factory=dict)
    lines: Mapping[str, Place] = field(default_factory=dict)
    """Where in their file is what the manifest says of each, by the locale's id."""


@dataclass(kw_only=True)
class Compared(Message):
    """What it has found when it compared what it wrote with what that must be."""

    problems: Sequence[Problem] = ()
    beside: bytes | None = None
    """The digest of the files beside its pages, as `Verifier.beside`."""
    prose: Mapping[str, str] = field(default_factory=dict)
    """What the manifest says of the prose of each of its locales, by the locale's id."""
    unsure: frozenset[str] = frozenset()
    """The ids of the locales whose files are not to be taken over by a build that follows."""
    quiet: Sequence[bytes] = ()
    """The digests of its pages that ask no other host for anything."""


class OwnShare:
    """Another process, as it sees itself."""

    def __init__(self, results: int, go: int, texts: BinaryIO) -> None:
        self._results = os.fdopen(results, "wb")
        self._texts = texts
        self._go = go
        self.logged: list[tuple[str, int, str]] = []
        for name in _LOGGERS:
            logger = logging.getLogger(name)
            logger.handlers = [_Listener(self.logged)]
            logger.propagate = False

    def leave_to_others(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Leaves all pages but those of its own locales to others, and files that no locale needs.

        To be asked once pages are read, and none is written.
        """
        # What plugins write for the whole site, the first process writes.
        aside = Path(config.site_dir, f".{os.getpid()}")
        aside.mkdir()
        config.site_dir = str(aside)
        own = {id(file) for locale in build.made for file in build.files[locale.id].values()}
        for file in list(files):
            if is_beside(file.dest_uri):
                file.dest_dir = str(aside)
            elif id(file) not in own:
                files.remove(file)

    def say(self, what: Message) -> None:
        """Says what is done."""
        what.logged = [*self.logged]
        self.logged.clear()
        try:
            pickle.dump(what, self._results, pickle.HIGHEST_PROTOCOL)
            self._results.flush()
        except BrokenPipeError:
            os._exit(1)  # the first process is gone

    def lay(self, texts: Iterable[tuple[str, str]]) -> dict[str, Place]:
        """Puts texts where the first process finds them; gives where, by their names."""
        places = {}
        for name, text in texts:
            data = text.encode(errors="surrogatepass")
            places[name] = (self._texts.tell(), len(data))
            self._texts.write(data)
        self._texts.flush()
        return places

    def wait(self) -> None:
        """Waits until all other files of the site are there."""
        if not os.read(self._go, 1):
            os._exit(1)  # the first process is gone

    def end(self, compared: Compared) -> NoReturn:
        """Says what was found, and ends the process: what is left to do, the first one does."""
        self.say(compared)
        os._exit(0)

    def give_up(self, why: str) -> NoReturn:
        """Says why the build ends, and ends the process."""
        self.say(Message(failure=why))
        os._exit(1)


class _Listener(logging.Handler):
    def __init__(self, lines: list[tuple[str, int, str]]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line, unless it is of the navigation: the first process says that, too."""
        name, line = record.name, record.getMessage()
        if not line.startswith(_OF_NOTHING) and not name.endswith(".structure.nav"):
            self._lines.append((name, record.levelno, line))


_OF_NOTHING = ("Page skipped:", "Template skipped:")
"""What MkDocs says of pages that this process does not write."""


def move_into_place(aside: Path, site: Path, locales: Iterable[Locale]) -> None:
    """Moves what was written beside the pages of those locales to where the site is built."""
    for locale in locales:
        for folder, _, names in os.walk(aside / locale.id):
            for name in names:
                path = Path(folder, name)
                target = site / path.relative_to(aside)
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
    shutil.rmtree(aside)
