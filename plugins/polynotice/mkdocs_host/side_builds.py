"""Some locales of a build, made by other processes.

MkDocs makes one page after another. So the process divides once everything is known that pages are
made from: each copy goes on with the same build, makes the pages of its own locales alone, writes
them where the whole site is built, and ends. The first waits for them, logs theirs, and publishes.
"""

from __future__ import annotations

import logging
import os
import pickle
import shutil
import signal
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TypeVar

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.files.side_by_side import can_be_divided, cores
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Files, MkDocsConfig, PluginError
from polynotice.mkdocs_host.search_index import is_beside
from polynotice.verify.finished_locale import FinishedLocale

ENOUGH = 32
"""So many pages in other locales than the source's are worth a process of their own."""

Said = TypeVar("Said", bound="Message")

_LOGGERS = ("mkdocs", "properdocs")

OF_THE_FIRST = 2
"""What the first process does besides takes as long as so many locales: the source's pages, and all
that is written once."""


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


class OtherBuild:
    """Another process, as the first one sees it."""

    def __init__(self, locales: Sequence[Locale]) -> None:
        """Divides the process. Raises `OSError` if the system has none to give."""
        self.locales = locales
        ends: list[int] = []
        try:
            ends += os.pipe()
            ends += os.pipe()
            self.process = os.fork()
        except OSError:
            for end in ends:
                os.close(end)
            raise
        self._results, results, go, self._go = ends
        self.own: OwnShare | None = None
        """Of the other process itself."""
        if self.process == 0:
            os.close(self._results)
            os.close(self._go)
            self.own = OwnShare(results, go)
            return
        os.close(results)
        os.close(go)
        self._reader = os.fdopen(self._results, "rb")

    def read(self, kind: type[Said]) -> Said:
        """What it says next. Raises `PluginError` if it gave up."""
        try:
            answer = pickle.load(self._reader)  # noqa: S301 - by a copy of this very process
        except (EOFError, pickle.UnpicklingError):
            answer = Message()
        for name, level, line in answer.logged:
            logging.getLogger(name).log(level, line)
        if answer.failure:
            raise PluginError(answer.failure)
        if isinstance(answer, kind):
            return answer
        names = ", ".join(locale.id for locale in self.locales)
        message = f"The process that made {names} has ended too early: was memory short?"
        raise PluginError(f"{message} `jobs: 1` does with one process.")

    def go(self) -> None:
        """Says that all other files of the site are there now."""
        with suppress(BrokenPipeError):  # `read` says that it has ended
            os.write(self._go, b"!")

    def end(self) -> None:
        """Ends the process, whatever it does."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0
            self._reader.close()
            os.close(self._go)


class OwnShare:
    """Another process, as it sees itself."""

    def __init__(self, results: int, go: int) -> None:
        self._results = os.fdopen(results, "wb")
        self._go = go
        self.logged: list[tuple[str, int, str]] = []
        for name in _LOGGERS:
            logger = logging.getLogger(name)
            logger.handlers = [_Listener(self.logged)]
            logger.propagate = False

    def say(self, what: Message) -> None:
        """Says what is done."""
        what.logged = [*self.logged]
        self.logged.clear()
        try:
            pickle.dump(what, self._results, pickle.HIGHEST_PROTOCOL)
            self._results.flush()
        except BrokenPipeError:
            os._exit(1)  # the first process is gone

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


class SideBuilds:
    """The processes of one build."""

    def __init__(self) -> None:
        self.others: list[OtherBuild] = []
        self.own: OwnShare | None = None
        """Of another process than the first."""

    def divide(self, build: Build) -> None:
        """Lets other processes make some of the locales, if that pays.

        In each of them, too, this returns, and `own` says so.
        """
        made, pages = build.made, len(build.source_pages)
        number = min(
            build.project.site.settings.jobs or cores(), len(made), len(made) * pages // ENOUGH + 1
        )
        # A plugin, or a hook, of which nothing is known may look at all pages.
        if number < 2 or not build.finished.keys or not can_be_divided():
            return
        own, *shares = divided(made, number)
        for share in shares:
            try:
                other = OtherBuild(share)
            except OSError:
                own += share
                continue
            if other.own is not None:
                self.others, self.own = [], other.own
                build.shared_drawers = frozenset(build.project.memory.opened_names)
                _make_only(build, share)
                return
            self.others.append(other)
        _make_only(build, own)

    def writes(self, name: str) -> bool:
        """Whether this process writes a single file, which may be one that its locales need."""
        return self.own is None or is_beside(name)

    def placed(self) -> None:
        """Waits until the others have written their files, and lets them compare these.

        Raises `PluginError` if one gave up. All other files are to be there.
        """
        for other in self.others:
            other.read(Placed)
        for other in self.others:
            other.go()

    def made(self) -> dict[str, FinishedLocale]:
        """What the others have written, by the locale's id. Raises `PluginError` if one gave up."""
        return {name: x for each in self.others for name, x in each.read(Made).locales.items()}

    def compared(self) -> list[Compared]:
        """What they have found. Raises `PluginError` if one gave up."""
        compared = []
        for other in self.others:
            compared.append(other.read(Compared))
            other.end()
        return compared

    def end(self, why: str) -> None:
        """Ends the other processes; in one of them, that one, which says why."""
        if self.own is not None:
            self.own.give_up(why)
        for other in self.others:
            other.end()


def divided(locales: Sequence[Locale], number: int) -> list[list[Locale]]:
    """The locales of so many processes, the first of which has more to do besides."""
    shares: list[list[Locale]] = [[] for _ in range(number)]
    loads = [OF_THE_FIRST, *[0] * (number - 1)]
    for locale in locales:
        least = loads.index(min(loads))
        shares[least].append(locale)
        loads[least] += 1
    return shares


def _make_only(build: Build, locales: Sequence[Locale]) -> None:
    build.elsewhere = frozenset(locale.id for locale in build.made if locale not in locales)


def leave_to_others(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Leaves all pages but those of its own locales to others, and files that no locale needs.

    To be asked in one that is not the first, once pages are read, and none is written.
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
