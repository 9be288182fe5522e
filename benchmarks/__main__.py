"""Prints how long Polynotice and its peers take for the same work."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import by_hand, merging
from benchmarks.timing import Command, in_turn, report
from polynotice.catalogues import po_format, po_reader
from polynotice.catalogues.po_format import Entry, PoFile

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
LOCALES = [
    "ar", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hu", "it", "ja", "ko", "lt", "lv", "nl",
    "pl", "pt", "ro",
]  # fmt: skip


def copy_of_notice(target: Path) -> Path:
    """The repository's notice, elsewhere."""
    for name in ("docs", "notice_data", "locales"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def large_notice(target: Path, *, pages: int, rows: int) -> Path:
    """A notice in twenty locales: every page a section, every cell three sentences."""
    sentence = (
        "We process what you tell us for this purpose, and nothing else, as long as it takes."
    )
    write(target / "mkdocs.yml", _config(["en", *LOCALES]))
    write(target / "docs/index.md", "# Notice\n\nThe start.\n")
    write(target / "notice_data/data.yml", "data_categories: []\n")
    for page in range(pages):
        records = "".join(
            f"  - id: p{page}-r{row}\n    title: Purpose {page}-{row}\n"
            f"    purpose: {' '.join(f'{n}-{page}-{row}. {sentence}' for n in range(3))}\n"
            f"    personal_data: Data {page}-{row} and what you enter in form {row}.\n"
            for row in range(rows)
        )
        write(target / f"notice_data/s{page}.yml", f"purposes:\n{records}")
        block = f"::: purposes\n    section: s{page}\n    layout: together\n"
        write(target / f"docs/s{page}.md", f"# Section {page}\n\nAn introduction.\n\n{block}")
    for one in LOCALES:
        subprocess.run(
            [BIN / "polynotice", "add-locale", one], cwd=target, check=True, capture_output=True
        )
        path = target / f"locales/{one}/LC_MESSAGES/notice.po"
        po = po_reader.parse(path.read_text(encoding="utf-8"))
        entries = tuple(
            Entry(msgid=e.msgid, msgctxt=e.msgctxt, msgstr=(f"{one} {e.msgid}",))
            for e in po.entries
        )
        path.write_text(po_format.dump(PoFile(header=po.header, entries=entries)), encoding="utf-8")
    subprocess.run([BIN / "polynotice", "update"], cwd=target, check=True, capture_output=True)
    return target


def _config(locales: Sequence[str]) -> str:
    return (
        "site_name: Notice\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
        f"  - polynotice: {{locales: [{', '.join(locales)}]}}\n"
        "markdown_extensions: [toc]\nextra: {generator: false}\n"
    )


def write(path: Path, text: str) -> None:
    """Writes a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def builds(title: str, notice: Path, runs: int) -> None:
    """A build of the notice, against mkdocs-static-i18n with the same pages written by hand."""
    peer = notice.with_name(f"{notice.name}-by-hand")
    by_hand.write(notice, peer)
    arguments = [str(BIN / "mkdocs"), "build", "--quiet"]
    commands = {
        "polynotice": Command(arguments=arguments, folder=notice),
        "mkdocs-static-i18n": Command(arguments=arguments, folder=peer),
    }
    report(title, in_turn(commands, runs))


def main() -> None:
    """Runs every benchmark; with `--slow`, those too that keep a person waiting for minutes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        builds("Building this notice: 12 locales, 8 pages", copy_of_notice(folder / "notice"), 5)
        large = large_notice(folder / "large", pages=10, rows=20)
        builds("Building 20 locales of 10 pages of 20 rows", large, 3)
        merging.merges(folder, 5, slow="--slow" in sys.argv)


if __name__ == "__main__":
    main()
