"""Several processes make the same site as one, and what goes wrong in one of them is said."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.mkdocs_host import side_builds
from tests.draws import each
from tests.processes import Copy, run_copy
from tests.projects import FILES, replace_in, translate, write_project
from tests.test_incremental_builds import files_in, write

LOCALES = ("de", "fr", "ar", "ja")
FEW, PAGES = 3, 16
"""So many pages that processes are told that more of them pay, and that they do."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of so many pages that more than one process pays. Nobody changes it."""
    return notice_of(PAGES, tmp_path_factory.mktemp("kept") / "notice")


@pytest.fixture(scope="module")
def kept_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of few pages. Nobody changes it."""
    return notice_of(FEW, tmp_path_factory.mktemp("small") / "notice")


def notice_of(pages_of_text: int, folder: Path) -> Path:
    """A notice of so many pages beside its home."""
    names = [f"page{number}.md" for number in range(pages_of_text)]
    config = FILES["mkdocs.yml"].replace("[en, de]", f"[en, {', '.join(LOCALES)}]\n      jobs: 3")
    pages = {f"docs/{name}": f"# On {name}\n\nSee [home](index.md#calls).\n" for name in names}
    write_project(folder, {**FILES, "mkdocs.yml": config, **pages})
    translate(folder, *LOCALES)
    return folder


@pytest.fixture
def project(kept: Path, tmp_path: Path) -> Path:
    """A copy of that notice, to change."""
    return shutil.copytree(kept, tmp_path / "notice")


@pytest.fixture
def small(kept_small: Path, tmp_path: Path) -> Path:
    """A copy of that of few pages, to change."""
    return shutil.copytree(kept_small, tmp_path / "notice")


def build(folder: Path, *arguments: str) -> tuple[int, str]:
    """What `mkdocs build` ends with, and what it says, where even few pages are enough to share."""

    def first() -> None:
        side_builds.ENOUGH = 5

    done = run_copy("mkdocs", "build", *arguments, folder=folder, first=first)
    return done.returncode, done.stdout + done.stderr


def nothing() -> None:
    """What a copy of this process does first, where nothing else is asked for."""


@contextmanager
def started(
    folder: Path, said: Path, first: Callable[[], object] = nothing
) -> Iterator[tuple[Copy, Path]]:
    """A build that runs in a process, and the file that names those that it has begun.

    What it says is in `said`; whatever happens, it has ended afterwards.
    """
    with said.open("w") as file:
        command, number = ("mkdocs", "build"), file.fileno()
        process = Copy(command, folder=folder, first=first, output=number, errors=number)
    yield process, Path(f"/proc/{process.number}/task/{process.number}/children")
    process.wait(timeout=120)


def test_three_processes_make_the_same_bytes_as_one(small: Path) -> None:
    replace_in(small / "mkdocs.yml", "plugins:", "nav: [index.md]\nplugins:")
    several = build(small, "-v")
    assert several[0] == 0, several[1]
    site = files_in(small / "site")
    assert len([name for name in site if name.endswith("index.html")]) == (FEW + 1) * 5
    memory = sorted(path.name for path in (small / ".cache/polynotice").iterdir())
    replace_in(small / "mkdocs.yml", "jobs: 3", "jobs: 1")
    for path in (small / ".cache/polynotice").iterdir():
        path.unlink()
    one = build(small, "-v")
    assert files_in(small / "site") == site
    assert sorted(path.name for path in (small / ".cache/polynotice").iterdir()) == memory
    # Each page is read and written by one process alone, but for those of the source.
    for begin, count in (("Reading: ja/", FEW + 1), ("The following pages exist in the docs", 1)):
        lines = sorted(line for line in several[1].splitlines() if begin in line)
        assert lines == sorted(line for line in one[1].splitlines() if begin in line)
        assert len(lines) == count


def test_every_locale_has_the_scripts_of_its_search_whichever_process_makes_it(
    small: Path,
) -> None:
    """Those of MkDocs's own themes look for them beside the index, below the locale's root."""
    replace_in(small / "mkdocs.yml", "name: material\n  font: false", "name: mkdocs")
    code, said = build(small)
    assert code == 0, said
    site = files_in(small / "site")
    of_root = {name: data for name, data in site.items() if name.startswith("search/")}
    assert {"search/worker.js", "search/lunr.js", "search/main.js"} <= of_root.keys()
    for locale in LOCALES:
        names = {name for name in site if name.startswith(f"{locale}/search/")}
        assert {name.removeprefix(f"{locale}/") for name in names} == of_root.keys()
        for name in of_root.keys() - {"search/search_index.json"}:
            assert site[f"{locale}/{name}"] == of_root[name]


def test_a_build_that_follows_takes_over_what_other_processes_have_made(small: Path) -> None:
    assert build(small)[0] == 0
    code, said = build(small, "-v")
    assert code == 0
    assert "Reading: ja/" not in said
    assert "Reading: page1.md" in said


def test_what_goes_wrong_in_another_process_refuses_the_build(small: Path) -> None:
    assert build(small)[0] == 0
    before = files_in(small / "site")
    template = "{% extends 'base.html' %}{% block announce %}{% if config.theme.language == 'ja' %}"
    template += "{{ 1 / 0 }}{% endif %}{% endblock %}"
    write(small, "overrides/main.html", template)
    replace_in(small / "mkdocs.yml", "name: material", "name: material\n  custom_dir: overrides")
    code, said = build(small)
    assert code != 0
    assert "division by zero" in said
    assert files_in(small / "site") == before
    assert not list(small.glob(".site*"))


def test_what_pages_ask_another_host_is_told_once_whichever_process_makes_them(
    small: Path,
) -> None:
    template = """{% extends 'base.html' %}{% block announce %}
{% if config.theme.language in ('fr', 'ja') %}<img alt="" src="https://counter.example/"/>
{% endif %}{% endblock %}"""
    write(small, "overrides/main.html", template)
    replace_in(small / "mkdocs.yml", "name: material", "name: material\n  custom_dir: overrides")
    told = []
    for jobs in (3, 1):
        shutil.rmtree(small / ".cache", ignore_errors=True)
        replace_in(small / "mkdocs.yml", "jobs: 3", f"jobs: {jobs}")
        code, said = build(small)
        assert code == 0, said
        told.append([line for line in said.splitlines() if "counter.example" in line])
    assert len(told[0]) == 1
    assert told[0] == told[1]


def test_the_process_that_has_more_to_do_makes_fewer_locales() -> None:
    locales = [find_locale(name) for name in ("de", "fr", "ar", "ja", "nl", "pl")]
    first, second = side_builds.divided(locales, 2)
    assert len(first) < len(second)
    assert {*first, *second} == {*locales}
    assert side_builds.divided(locales[:2], 3) == [[], locales[:1], locales[1:2]]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Nothing says which they are.")
def test_a_process_that_is_killed_refuses_the_build(project: Path, tmp_path: Path) -> None:
    with started(project, tmp_path / "said") as (process, others):
        while process.poll() is None:
            for number in others.read_text().split() if others.exists() else ():
                with suppress(ProcessLookupError):
                    os.kill(int(number), signal.SIGKILL)
            time.sleep(0.01)
    assert process.wait() != 0
    said = (tmp_path / "said").read_text()
    assert "has ended too early" in said
    assert "`jobs: 1`" in said
    assert not (project / "site").exists()


def test_a_process_that_ends_between_two_messages_refuses_the_build_too(project: Path) -> None:
    def first() -> None:
        say = side_builds.OwnShare.say

        def say_and_end(own: side_builds.OwnShare, what: side_builds.Message) -> None:
            os.close(own._go)
            say(own, what)
            os._exit(1)

        side_builds.OwnShare.say = say_and_end  # type: ignore[method-assign]

    done = run_copy("mkdocs", "build", folder=project, first=first)
    assert done.returncode != 0
    assert "has ended too early" in done.stderr
    assert not (project / "site").exists()


def test_a_system_that_gives_no_process_costs_time_alone(project: Path) -> None:

    def refuse() -> int:
        raise BlockingIOError

    def first() -> None:
        os.fork = refuse

    done = run_copy("mkdocs", "build", folder=project, first=first)
    assert done.returncode == 0, done.stderr
    pages = [name for name in files_in(project / "site") if name.endswith("index.html")]
    assert len(pages) == (PAGES + 1) * 5


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Nothing says which they are.")
@each("sign", [signal.SIGINT, signal.SIGKILL], always=[signal.SIGINT])
def test_a_build_that_is_stopped_leaves_no_process(
    sign: signal.Signals, project: Path, tmp_path: Path
) -> None:
    def first() -> None:
        # Of what runs in the background, nobody else may wish to be interrupted.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    for attempt in range(5):
        shutil.rmtree(project / "site", ignore_errors=True)
        with started(project, tmp_path / "said", first) as (process, children):
            others: list[str] = []
            while process.poll() is None and len(others) < 2:
                others = children.read_text().split()
            assert len(others) == 2
            # Python loses an interruption that comes while it collects garbage, or does what
            # follows a fork, as it does just now.
            time.sleep(0.01 * (attempt + 1))
            os.kill(process.number, sign)
        if process.wait() != 0:
            break
    assert process.wait() != 0
    until = time.monotonic() + 30
    while any(_runs(number) for number in others) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_runs(number) for number in others)
    if sign == signal.SIGINT:
        assert not list(project.glob(".site*"))
    assert not (project / "site").exists()


def _runs(number: str) -> bool:
    """Whether there is a process of that number that is not only waited for."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
