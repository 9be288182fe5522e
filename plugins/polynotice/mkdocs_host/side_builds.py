"""Some locales of a build, made by other processes.

MkDocs makes one page after another. So the process divides once everything is known that pages are
made from: each copy goes on with the same build, makes the pages of its own locales alone, writes
them where the whole site is built, and ends. The first waits for them, logs theirs, and publishes.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar

from polynotice.core.locales import Locale
from polynotice.files.side_by_side import can_be_divided, cores
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import PluginError
from polynotice.mkdocs_host.own_share import Compared, Made, Message, OwnShare, Place, Placed
from polynotice.mkdocs_host.search_index import is_beside
from polynotice.verify.finished_locale import FinishedLocale

Said = TypeVar("Said", bound=Message)

ENOUGH = 32
"""So many pages in other locales than the source's are worth a process of their own."""

OF_THE_FIRST = 2
"""What the first process does besides takes as long as so many locales: the source's pages, and all
that is written once."""


class OtherBuild:
    """Another process, as the first one sees it."""

    def __init__(self, locales: Sequence[Locale], folder: Path) -> None:
        """Divides the process. Raises `OSError` if the system has none to give.

        What is too much for the memory of both is in a file without a name in that folder.
        """
        self.locales = locales
        ends: list[int] = []
        self._texts: BinaryIO = TemporaryFile(dir=folder)  # noqa: SIM115 - until all is written
        try:
            ends += os.pipe()
            ends += os.pipe()
            self.process = os.fork()
        except OSError:
            self._texts.close()
            for end in ends:
                os.close(end)
            raise
        self._results, results, go, self._go = ends
        self.own: OwnShare | None = None
        """Of the other process itself."""
        if self.process == 0:
            os.close(self._results)
            os.close(self._go)
            self.own = OwnShare(results, go, self._texts)
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

    def text(self, place: Place) -> str:
        """The text that it has laid there."""
        start, length = place
        self._texts.seek(start)
        return self._texts.read(length).decode(errors="surrogatepass")

    def forget(self) -> None:
        """Lets go of the texts that it has laid there."""
        self._texts.close()

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


class SideBuilds:
    """The processes of one build."""

    def __init__(self) -> None:
        self.others: list[OtherBuild] = []
        self.own: OwnShare | None = None
        """Of another process than the first."""
        self._texts: dict[str, Callable[[], str]] = {}
        """What the manifest says of the locales of the others, by their ids."""

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
                other = OtherBuild(share, Path(build.config.site_dir))
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
        made: dict[str, FinishedLocale] = {}
        for other in self.others:
            said = other.read(Made)
            made |= said.locales
            self._texts |= {name: partial(other.text, place) for name, place in said.lines.items()}
        return made

    def lines(self, locale: str) -> str:
        """What the manifest says of the locale with that id, which another process has made."""
        return self._texts[locale]()

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
        self.forget()

    def forget(self) -> None:
        """Lets go of what the others have laid where this process finds it."""
        for other in self.others:
            other.forget()
        self._texts.clear()


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
