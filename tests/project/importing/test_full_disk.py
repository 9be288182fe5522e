"""`polynotice import` on a disk that fills up: all of an import is there, or nothing of it."""

from __future__ import annotations

import resource
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.processes import run_copy
from tests.project.importing.documents import SEED, bring, write
from tests.project.importing.test_editions import ENGLISH, GERMAN
from tests.projects import polynotice

CATALOGUE = "locales/de/LC_MESSAGES/notice.po"


def tree(folder: Path) -> Mapping[str, bytes | None]:
    """All that is below the folder, folders too, but for what commands remember."""
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_bytes() if path.is_file() else None
        for name, path in names.items()
        if not name.startswith(".cache")
    }


def run_within(size: int, *arguments: str | Path) -> CompletedProcess[str]:
    """Runs the import where no file may grow beyond that size: `EFBIG`, in the middle of it."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return run_copy("polynotice", "import", *map(str, arguments), first=limit)


def assert_refused(done: CompletedProcess[str], why: str) -> None:
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert why in done.stdout + done.stderr


@pytest.mark.parametrize("into", ["new", "deep/down/new", "there"])
def test_of_an_import_that_the_disk_does_not_take_nothing_stays(tmp_path: Path, into: str) -> None:
    bring(tmp_path / "measured", SEED)
    sizes = [len(data) for data in tree(tmp_path / "measured").values() if data is not None]
    shutil.rmtree(tmp_path / "measured")
    (tmp_path / "there/docs").mkdir(parents=True)
    write(tmp_path / "there/docs", "mine.md", "# Mine\n")
    before = tree(tmp_path)
    done = run_within(max(sizes) - 1, SEED, "--into", tmp_path / into)
    assert_refused(done, "File too large; nothing was written.")
    assert tree(tmp_path) == before
    assert run_within(max(sizes), SEED, "--into", tmp_path / into).returncode == 0
    assert set(before) < set(tree(tmp_path))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in English, with the German edition beside it."""
    bring(tmp_path / "shop", write(tmp_path, "en.txt", ENGLISH))
    write(tmp_path, "de.txt", GERMAN)
    return tmp_path


@pytest.mark.parametrize("is_there", [False, True])
def test_an_edition_that_the_disk_does_not_take_changes_nothing(
    project: Path, is_there: bool
) -> None:
    shop, edition = project / "shop", (project / "de.txt", "--locale", "de")
    shutil.copytree(shop, project / "measured")
    bring(project / "measured", *edition)
    filled = (project / "measured" / CATALOGUE).stat().st_size
    if is_there:
        bring(shop, *edition)
        text = (shop / CATALOGUE).read_text("utf-8")
        (shop / CATALOGUE).write_text(text.replace('msgstr "2 Jahre"', 'msgstr ""'), "utf-8")
        (shop / CATALOGUE).chmod(0o640)
        polynotice(shop, "update")
    before = tree(shop)
    done = run_within(filled - 1, *edition, "--into", shop)
    assert_refused(done, "File too large; nothing was changed.")
    assert tree(shop) == before
    assert not is_there or (shop / CATALOGUE).stat().st_mode & 0o777 == 0o640
    run_within(filled, *edition, "--into", shop)
    added = {"locales", "locales/de", "locales/de/LC_MESSAGES", CATALOGUE}
    assert set(tree(shop)) - set(before) == (set() if is_there else added)
    assert (shop / CATALOGUE).stat().st_size == filled


def test_a_template_that_the_disk_does_not_take_refuses_the_edition(project: Path) -> None:
    edition = (project / "de.txt", "--locale", "de")
    bring(project / "shop", *edition)
    before = tree(project / "shop")
    done = run_within(300, *edition, "--into", project / "shop")
    assert_refused(done, "locales/notice.pot:1: error unwritable-catalogue: ")
    assert tree(project / "shop") == before
    assert "wrote: " in run_within(10**6, *edition, "--into", project / "shop").stdout
