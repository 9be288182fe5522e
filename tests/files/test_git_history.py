"""What git remembers of a file: real repositories, asked and not touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from polynotice.files.git_history import Version, versions

NAME = "locales/notice.pot"


def git(folder: Path, *arguments: str, date: str = "2026-01-01") -> str:
    """Runs git in the folder, on that day, with nobody's own configuration."""
    own = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2001-01-01T12:00:00Z",
        "GIT_COMMITTER_DATE": f"{date}T12:00:00Z",
    }
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    command = ["git", *names, *arguments]
    return subprocess.run(
        command, cwd=folder, env=own, check=True, capture_output=True, text=True
    ).stdout


def commit(folder: Path, date: str, text: str | None, root: str = ".") -> None:
    """Commits the template with that text, or without it."""
    path = folder / root / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", date, date=date)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with three versions of the template, and a commit that leaves it alone."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "-b", "main", ".")
    commit(folder, "2026-01-01", "one ä\n")
    commit(folder, "2026-02-01", "two\n")
    (folder / "other.md").write_text("x", encoding="utf-8")
    commit(folder, "2026-02-15", "two\n")
    commit(folder, "2026-03-01", "three\n")
    return folder


def told(root: Path) -> list[tuple[str, str, bool]]:
    return [(one.date, one.text, one.is_first) for one in versions(root, NAME)]


WHOLE = [
    ("2026-03-01", "three\n", False),
    ("2026-02-01", "two\n", False),
    ("2026-01-01", "one ä\n", True),
]


def test_each_commit_that_changed_the_file_is_told_latest_first(repository: Path) -> None:
    assert told(repository) == WHOLE


def test_what_is_not_committed_is_not_told(repository: Path) -> None:
    (repository / NAME).write_text("four\n", encoding="utf-8")
    git(repository, "add", "--all")
    assert told(repository) == WHOLE


def test_a_project_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", ".")
    commit(tmp_path, "2026-01-01", "top\n")
    commit(tmp_path, "2026-02-01", "below\n", root="legal/notice")
    assert told(tmp_path / "legal" / "notice") == [("2026-02-01", "below\n", True)]


def test_a_merge_is_one_change_on_the_day_it_came_in(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "legal")
    commit(repository, "2026-04-01", "draft\n")
    commit(repository, "2026-04-02", "final\n")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "m", "legal", date="2026-05-01")
    assert told(repository) == [("2026-05-01", "final\n", False), *WHOLE]


def test_a_file_that_was_deleted_and_made_again_is_new(repository: Path) -> None:
    commit(repository, "2026-04-01", None)
    commit(repository, "2026-05-01", "again\n")
    assert told(repository) == [
        ("2026-05-01", "again\n", True),
        ("2026-04-01", "", False),
        *WHOLE,
    ]


def test_the_earliest_version_of_a_shallow_clone_is_not_the_first(repository: Path) -> None:
    shallow = repository.parent / "shallow"
    git(repository, "clone", "--quiet", "--depth", "3", repository.as_uri(), str(shallow))
    assert told(shallow) == [("2026-03-01", "three\n", False), ("2026-02-01", "two\n", False)]


def test_a_hook_that_names_another_repository_does_not_mislead(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git/elsewhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert told(repository) == WHOLE


def test_nothing_is_told_outside_a_repository(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_nothing_is_told_of_a_file_or_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", ".")
    assert told(tmp_path) == []
    commit(tmp_path, "2026-01-01", "x", root="elsewhere")
    assert told(tmp_path) == []


def test_nothing_is_told_where_there_is_no_git(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert shutil.which("git") is None
    assert told(repository) == []


def test_history_ends_where_its_content_is_lost(repository: Path) -> None:
    blob = git(repository, "rev-parse", f"HEAD~2:{NAME}").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert told(repository) == WHOLE[:1]


def test_asking_changes_nothing(repository: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}

    before = files()
    assert next(iter(versions(repository, NAME))) == Version(date="2026-03-01", text="three\n")
    assert files() == before
