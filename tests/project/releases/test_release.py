"""A release is frozen whole or not at all, never overwritten, and never changed afterwards."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from polynotice.core.memory import Drawer
from polynotice.notice.release_form import HEAD, read_head
from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.issuing import Order, Origin, files_of, refusals, remarks
from polynotice.project.releases.reading import read_releases
from polynotice.project.releases.release_folder import write_release
from tests.projects import load, polynotice, problems_of, replace_in, translate, write_project

FIRST = "2026-03-01"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice with one release."""
    folder = write_project(tmp_path_factory.mktemp("made"))
    translate(folder, "de")
    done = polynotice(folder, "release", FIRST, "--summary", "The first.")
    assert (done.exit_code, done.stdout) == (0, "")
    return folder


@pytest.fixture
def released(made: Path, tmp_path: Path) -> Path:
    """The same, for a test of its own."""
    return Path(shutil.copytree(made, tmp_path / "released"))


def issue(
    folder: Path, date: str, effective: str = "", *, correction: bool = False, summary: str = ""
) -> None:
    """Releases what the notice says, as the command does once it is proved."""
    day = datetime.date.fromisoformat
    order = Order(
        date=day(date), effective=day(effective or date), correction=correction, summary=summary
    )
    files = files_of(order, freeze(load(folder)), "en", Origin(versions={}))
    write_release(folder, date, files)


def test_a_release_says_what_it_is(made: Path) -> None:
    (release,), problems = read_releases(made)
    head = json.loads((made / "releases" / FIRST / HEAD).read_text(encoding="utf-8"))
    assert problems == []
    assert head["date"] == head["effective"] == FIRST
    assert (head["correction"], head["summary"]) == (False, "The first.")
    assert list(head["files"]) == ["de.json", "en.json"]
    assert head["versions"]["mkdocs"]
    assert list(release.locales) == ["en", "de"]
    assert sorted(path.name for path in (made / "releases").rglob("*")) == sorted(
        [FIRST, HEAD, "de.json", "en.json"]
    )
    assert problems_of(made) == []


def test_the_same_notice_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    other = write_project(tmp_path)
    translate(other, "de")
    assert polynotice(other, "release", FIRST, "--summary", "The first.").exit_code == 0
    assert tree(other / "releases") == tree(made / "releases")


def test_what_a_build_refuses_is_not_released(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    replace_in(folder / "notice_data/care.yml", "Calls are recorded.", "Calls are kept.")
    done = polynotice(folder, "release", FIRST, "--json")
    assert done.exit_code == 1
    codes = {one["code"] for one in json.loads(done.stdout)["problems"]}
    assert codes == {"missing-translation"} or codes == {"fuzzy-translation"}
    assert not (folder / "releases").exists()


def test_a_date_that_is_there_is_refused_with_all_that_a_build_refuses(released: Path) -> None:
    before = tree(released / "releases")
    replace_in(released / "docs/index.md", "What we do", "What we shall do")
    done = polynotice(released, "release", FIRST)
    assert done.exit_code == 1
    assert "to be committed" not in done.stderr
    assert f"releases/{FIRST}:1: error release-exists: There is a release of" in done.stdout
    assert "missing-translation" in done.stdout
    assert tree(released / "releases") == before


@pytest.mark.parametrize("date", ["2026-02-30", "20260301", "2026-W10-1", "tomorrow", "../x"])
def test_what_is_no_date_is_wrong_usage(made: Path, date: str) -> None:
    for arguments in ([date], ["2027-01-01", "--effective", date]):
        done = polynotice(made, "release", *arguments)
        assert done.exit_code == 2
        assert "is no date such as 2026-03-01" in done.stderr


def test_a_release_comes_behind_those_before_it(made: Path) -> None:
    releases, _ = read_releases(made)
    day = datetime.date.fromisoformat

    def found(date: str, effective: str) -> list[str]:
        order = Order(date=day(date), effective=day(effective))
        return [one.code for one in refusals(order, releases)]

    assert found("2026-03-02", "2026-03-01") == []
    assert found("2026-03-02", "2026-02-28") == ["release-order"]
    assert found("2026-02-28", "2026-03-02") == ["release-order"]
    assert found(FIRST, FIRST) == ["release-exists"]


def test_two_branches_with_a_release_each_are_told_if_they_contradict(released: Path) -> None:
    issue(released, "2026-04-01", "2026-06-01")
    assert read_releases(released)[1] == []
    issue(released, "2026-05-01", "2026-06-01")
    assert read_releases(released)[1] == []
    issue(released, "2026-05-02", "2026-05-31")
    assert problems_of(released) == ["releases/2026-05-02/release.json:1: error release-order"]


def test_a_changed_text_is_named(released: Path) -> None:
    file = released / "releases" / FIRST / "de.json"
    line = 1 + file.read_text(encoding="utf-8").split("Calls are recorded.")[0].count("\n")
    replace_in(file, "Calls are recorded.", "Calls are not recorded.")
    (problem,) = load(released).problems
    assert (problem.span.path, problem.span.line) == (f"releases/{FIRST}/de.json", line)
    assert "Calls are not recorded." in problem.message
    assert problems_of(released) == [f"{problem.span.path}:{line}: error release-changed"]
    replace_in(file, "Calls are not recorded.", "Calls are recorded.")
    assert problems_of(released) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (HEAD, '"correction": false', '"correction": true', "release-changed"),
        (HEAD, '"effective": "2026-03-01"', '"effective": "2026-02-01"', "release-changed"),
        (HEAD, '"date": "2026-03-01"', '"date": "2026-03-02"', "release-changed"),
        (HEAD, '"date": "2026-03-01"', '"date": "2026-02-30"', "unreadable-release"),
        (HEAD, '{\n "poly', '{\n "x": 1,\n "poly', "unreadable-release"),
        (HEAD, '"locales": ["en", "de"]', '"locales": ["en"]', "release-changed"),
        ("en.json", "\n}\n", "\n}", "release-changed"),
        ("en.json", '{\n "loc', "{\n", "release-changed"),
    ],
)
def test_no_other_change_goes_unseen(
    released: Path, name: str, old: str, new: str, code: str
) -> None:
    replace_in(released / "releases" / FIRST / name, old, new)
    releases, problems = read_releases(released)
    assert releases == ()
    assert {one.code for one in problems} == {code}
    assert all(one.span.path == f"releases/{FIRST}/{name}" for one in problems)


def test_lines_may_end_as_git_writes_them_on_windows(released: Path) -> None:
    for path in (released / "releases" / FIRST).iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    releases, problems = read_releases(released)
    assert (len(releases), problems) == (1, [])
    assert list(releases[0].locales) == ["en", "de"]


def test_two_releases_of_a_day_are_a_merge_to_be_finished(released: Path) -> None:
    head = released / "releases" / FIRST / HEAD
    text = head.read_text()
    head.write_text(f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n")
    assert problems_of(released) == [f"releases/{FIRST}/{HEAD}:1: error unreadable-release"]


def test_one_that_is_known_to_be_readable_is_proved_all_the_same(released: Path) -> None:
    known: Drawer[bool] = Drawer()
    ((release,), problems) = read_releases(released, known)
    assert (problems, [*known.used.values()]) == ([], [True])
    assert "locales" in vars(release)
    (again,), problems = read_releases(released, known)
    assert "locales" not in vars(again)
    assert (again.locales, problems) == (release.locales, [])
    replace_in(released / "releases" / FIRST / "de.json", "data", "date")
    assert [one.code for one in read_releases(released, known)[1]] == ["release-changed"]


def test_a_missing_file_and_one_too_many_are_named(released: Path) -> None:
    folder = released / "releases" / FIRST
    (folder / "de.json").rename(folder / "fr.json")
    assert [(one.span.path, one.code) for one in read_releases(released)[1]] == [
        (f"releases/{FIRST}/de.json", "unreadable-release"),
        (f"releases/{FIRST}/fr.json", "release-changed"),
    ]
    shutil.rmtree(folder)
    folder.mkdir()
    assert [one.code for one in read_releases(released)[1]] == ["unreadable-release"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "the file is empty"), ("{\n<<<<<<< HEAD\n}\n", "git left an unfinished merge in it")],
)
def test_a_head_emptied_or_half_merged_is_said_to_be_so(
    released: Path, text: str, reason: str
) -> None:
    (released / "releases" / FIRST / HEAD).write_text(text)
    (problem,) = read_releases(released)[1]
    assert problem.message == f"The release cannot be read: {reason}."


def test_a_stray_file_is_to_be_removed_and_a_changed_one_restored(released: Path) -> None:
    folder = released / "releases" / FIRST
    (folder / "notes.txt").write_text("x")
    replace_in(folder / "en.json", "\n}\n", "\n}")
    changed, stray = read_releases(released)[1]
    assert stray.hint == "Remove it."
    assert changed.hint.startswith("Restore the file")


def test_what_stands_beside_releases_is_none_of_them(released: Path) -> None:
    (released / "releases/README.md").write_text("Ours.")
    (released / "releases/.2026-04-01.writing").mkdir()
    releases, problems = read_releases(released)
    assert (len(releases), problems) == (1, [])


def test_a_build_refuses_what_was_changed(released: Path) -> None:
    replace_in(released / "releases" / FIRST / "en.json", "Messages.", "Message.")
    done = polynotice(released, "build")
    assert done.exit_code == 1
    assert "release-changed" in done.stdout
    assert not (released / "site").exists()
    done = polynotice(released, "changes")
    assert (done.exit_code, done.stdout.count("release-changed")) == (1, 1)


@pytest.mark.parametrize("has_releases", [False, True])
def test_what_the_disk_refuses_leaves_nothing(tmp_path: Path, has_releases: bool) -> None:
    if has_releases:
        (tmp_path / "releases/2026-01-01").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileNotFoundError):
        write_release(tmp_path, FIRST, {"en.json": b"1", "no-folder/de.json": b"2"})
    assert sorted(tmp_path.rglob("*")) == before
    write_release(tmp_path, FIRST, {"en.json": b"1"})
    with pytest.raises(FileExistsError):
        write_release(tmp_path, FIRST, {"en.json": b"2"})
    assert tree(tmp_path / "releases" / FIRST) == {"en.json": b"1"}


def test_a_file_where_releases_belong_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "releases").write_text("Mine.")
    with pytest.raises(NotADirectoryError):
        write_release(tmp_path, FIRST, {"en.json": b"1"})
    assert tree(tmp_path) == {"releases": b"Mine."}


class KilledError(BaseException):
    """Stands for the end of the process."""


class _Killing(dict[str, bytes]):
    """Files, the process being killed once the last of them is written."""

    def items(self) -> Any:
        yield from super().items()
        raise KilledError


def test_killed_while_releasing_leaves_no_release(released: Path) -> None:
    before = tree(released / "releases" / FIRST)
    with pytest.raises(KilledError):
        write_release(released, "2026-04-01", _Killing({"en.json": b"1"}))
    releases, problems = read_releases(released)
    assert (len(releases), problems) == (1, [])
    assert tree(released / "releases" / FIRST) == before
    issue(released, "2026-04-01")
    assert [one.head.date for one in read_releases(released)[0]] == [FIRST, "2026-04-01"]
    assert not list((released / "releases").glob(".*"))


def test_a_strict_project_can_be_released_and_then_warns_of_what_is_not(released: Path) -> None:
    replace_in(released / "mkdocs.yml", "site_name: Notice", "site_name: Notice\nstrict: true")
    replace_in(released / "notice_data/care.yml", "Calls are recorded.", "Calls are kept.")
    translate(released, "de")
    (found,) = json.loads(polynotice(released, "check", "--json").stdout)["problems"]
    assert (found["code"], found["severity"]) == ("unreleased", "warning")
    assert "in en: the record calls was changed (purpose)." in found["message"]
    assert polynotice(released, "build").exit_code == 1
    done = polynotice(released, "release", "2026-04-01")
    assert (done.exit_code, done.stdout) == (0, "")
    assert polynotice(released, "build").exit_code == 0


def test_a_release_with_warnings_says_that_it_is_there(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    with (folder / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[Missing](missing.md)\n")
    translate(folder, "de")
    done = polynotice(folder, "release", FIRST)
    assert (done.exit_code, "warning" in done.stdout) == (0, True)
    assert f"releases/{FIRST} has the notice, to be committed." in done.stderr


def test_what_a_release_was_made_of_is_remarked_on(made: Path, released: Path) -> None:
    releases, _ = read_releases(made)
    order = Order(date=datetime.date(2026, 4, 1), effective=datetime.date(2026, 4, 1))

    def remarked(folder: Path, commit: str | None, *, dirty: bool | None) -> list[str]:
        origin = Origin(commit=commit, dirty=dirty, versions={})
        head = read_head(files_of(order, freeze(load(folder)), "en", origin)[HEAD])
        return [line.partition(":")[0] for line in remarks(head, releases)]

    same = f"It says the same as the release of {FIRST}, word for word."
    assert remarked(made, "abc", dirty=False) == [same]
    assert remarked(made, None, dirty=None) == ["There is no commit yet", same]
    replace_in(released / "docs/index.md", "What we do", "What we shall do")
    translate(released, "de")
    assert remarked(released, "abc", dirty=False) == []
    assert remarked(released, "abc", dirty=True) == ["The sources have uncommitted changes"]
    assert "no commit yet" in polynotice(released, "release", "2026-04-01").stderr


def test_a_release_follows_the_one_that_it_names(released: Path, tmp_path: Path) -> None:
    done = polynotice(released, "release", "2026-04-01")
    assert (done.exit_code, done.stdout) == (0, "")
    first, second = read_releases(released)[0]
    assert second.head.predecessor is not None
    assert second.head.predecessor.release_sha256 == first.head.release_sha256
    assert first.head.predecessor is None
    path = "releases/2026-04-01/release.json"

    def found() -> list[tuple[str, str]]:
        problems = read_releases(released)[1]
        return [(one.code, one.span.path) for one in problems]

    assert found() == []
    kept = (released / "releases" / FIRST).rename(tmp_path / "kept")
    assert found() == [("release-order", path)]
    issue(released, FIRST, summary="Another.")
    assert found() == [("release-order", path)]
    shutil.rmtree(released / "releases" / FIRST)
    kept.rename(released / "releases" / FIRST)
    issue(released, "2026-03-15")
    assert found() == [("release-order", path)]
    shutil.rmtree(released / "releases/2026-03-15")
    replace_in(released / "releases" / FIRST / HEAD, '"correction": false', '"correction": true')
    assert [code for code, _ in found()] == ["release-changed"]
