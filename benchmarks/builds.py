"""How long builds take, cold and warm, beside those of peers; their memory, and what they write."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import by_hand, generated
from benchmarks.generated import Page
from benchmarks.memory import peak
from benchmarks.report import table
from benchmarks.timing import Command, Times, in_turn, median, ratio

BIN = Path(sys.executable).parent
BUILD = (str(BIN / "mkdocs"), "build", "--quiet")

COLD, WARM, EDITED = "Polynotice, cold", "Polynotice, warm", "Polynotice, one text"
MKDOCS, I18N, HUGO = "MkDocs, by hand", "mkdocs-static-i18n", "Hugo"


def forget(folder: Path) -> None:
    """Removes what builds have left."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    shutil.rmtree(folder / "site", ignore_errors=True)


def ours(folder: Path) -> dict[str, Command]:
    """A build of our notice, after no other and after others."""
    words = itertools.count(1)
    return {
        COLD: Command(arguments=BUILD, folder=folder, prepare=lambda: forget(folder)),
        WARM: Command(arguments=BUILD, folder=folder),
        EDITED: Command(
            arguments=BUILD,
            folder=folder,
            prepare=lambda: generated.edit_catalogue(folder, generated.new_word(next(words))),
        ),
    }


def write_all(folder: Path, pages: Sequence[Page], locales: Sequence[str]) -> dict[str, Command]:
    """Writes the notice for each peer into a folder of its own; gives how to build it there."""
    generated.write_polynotice(folder / "ours", pages, locales)
    generated.write_by_hand(folder / "by-hand", pages, locales)
    generated.write_static_i18n(folder / "i18n", pages, locales)
    commands = {
        **ours(folder / "ours"),
        MKDOCS: Command(arguments=BUILD, folder=folder / "by-hand"),
        I18N: Command(arguments=BUILD, folder=folder / "i18n"),
    }
    hugo = shutil.which("hugo") or (str(BIN / "hugo") if (BIN / "hugo").is_file() else None)
    if hugo:
        generated.write_hugo(folder / "hugo", pages, locales)
        arguments = (hugo, "--quiet", "--destination", "site")
        commands[HUGO] = Command(arguments=arguments, folder=folder / "hugo")
    return commands


def report(commands: dict[str, Command], runs: int) -> str:
    """Builds in turn, and reports times, ratios, memory and size."""
    # None that is not counted: the median leaves out what the first of each lacks in caches.
    taken = in_turn(commands, runs, warm_up=False)
    rows = [
        [
            name,
            median(times),
            *(ratio(times, taken[peer]) if name != peer else "1" for peer in (MKDOCS, I18N)),
            f"{peak(command):,.0f} MiB",
            _size(command.folder / "site"),
        ]
        for (name, command), times in zip(commands.items(), taken.values(), strict=True)
    ]
    head = ("build", "time", f"of {MKDOCS}", f"of {I18N}", "memory", "site")
    return table(head, rows)


def _size(site: Path) -> str:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return f"{sum(sizes) / 1e6:,.0f} MB in {len(sizes):,} files"


def report_own(folder: Path, runs: int) -> str:
    """Builds this repository's notice, beside the same pages for mkdocs-static-i18n."""
    peer = folder.with_name("own-by-hand")
    by_hand.write(folder, peer)
    commands = {
        COLD: Command(arguments=BUILD, folder=folder, prepare=lambda: forget(folder)),
        WARM: Command(arguments=BUILD, folder=folder),
        I18N: Command(arguments=BUILD, folder=peer),
    }
    taken: Times = in_turn(commands, runs)
    rows = [[name, median(times), ratio(times, taken[I18N])] for name, times in taken.items()]
    return table(("build", "time", f"of {I18N}"), rows)
