"""Measures Polynotice and its peers, and prints a page of results: `make bench`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import builds, commands, generated, hosts, merging, report, serving
from benchmarks.builds import BIN
from benchmarks.timing import median

ROOT = Path(__file__).parents[1]


_SAVE = "A save of a catalogue under `mkdocs serve`, until its page is served"


def copy_of_notice(target: Path) -> Path:
    """The notice of this repository, elsewhere."""
    for name in ("docs", "notice_data", "locales", "releases"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def generated_notice(folder: Path, size: tuple[int, int, int], runs: int) -> Iterator[str]:
    """All that is measured of a generated notice: `size` is its locales, pages and rows."""
    number, pages, rows = size
    locales = generated.LOCALES[:number]
    peers = builds.write_all(folder, generated.notice(pages, rows), locales)
    ours = folder / "ours"
    what = f"{number} locales × {pages} pages × {rows} purposes"
    yield f"## {what}: {number * pages:,} pages, {number * pages * rows:,} rows\n"
    yield builds.report(peers, runs)
    yield commands.report(ours, min(runs, 3))
    save: Callable[[str], None] = lambda word: generated.edit_catalogue(ours, word)  # noqa: E731
    taken = serving.saves(BIN / "mkdocs", ours, generated.EDITED, save, 5)
    yield f"{_SAVE}: {median(taken)}.\n"


def own_notice(folder: Path, runs: int) -> Iterator[str]:
    """All that is measured of the notice of this repository."""
    yield "## The notice of this repository: 12 locales × 8 pages\n"
    own = copy_of_notice(folder / "own")
    yield builds.report_own(own, runs)
    catalogue = own / "locales/de/LC_MESSAGES/notice.po"
    text = catalogue.read_text(encoding="utf-8")
    title = '"Customer care"\nmsgstr "'

    def save(word: str) -> None:
        catalogue.write_text(text.replace(title, f"{title}{word} "), encoding="utf-8")

    taken = serving.saves(BIN / "mkdocs", own, "de/customer-care/", save, 5)
    yield f"{_SAVE}: {median(taken)}.\n"


def default(folder: Path) -> Iterator[str]:
    """What `make bench` measures."""
    yield from generated_notice(folder / "generated", (20, 10, 20), 3)
    yield from own_notice(folder, 5)
    yield "## Starting\n"
    yield commands.report_start(folder, 11)
    yield "## Merging new messages into a catalogue\n"
    yield from merging.merges(folder, 3)


def large(folder: Path) -> Iterator[str]:
    """What `make bench-large` measures: each peer once, since they take minutes."""
    yield from generated_notice(folder / "large", (40, 50, 20), 1)


def main() -> None:
    """Prints what was measured; with `--write`, puts it into the page of results, too."""
    kinds = {"large": large, "hosts": hosts.report}
    kind = next((name for name in kinds if f"--{name}" in sys.argv), "default")
    with tempfile.TemporaryDirectory() as name:
        parts = []
        for part in kinds.get(kind, default)(Path(name)):
            print(part, flush=True)
            parts.append(part)
    if "--write" in sys.argv:
        text = "\n".join([*parts, f"On {report.machine()}\n"])
        report.put(kind, text)


if __name__ == "__main__":
    main()
