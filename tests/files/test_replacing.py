"""What is written beside what others wrote: all that is new is there, or all that was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from polynotice.files.replacing import put_back_if_it_fails, replace_file, write_new_files
from tests.processes import talking


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_new_files_are_all_there_or_none(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    files = {"here/a": b"1", "new/deep/b": b"2", "here/c": b"3"}
    (tmp_path / "here/c").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new_files(tmp_path, files)
    assert names_in(tmp_path) == ["here", "here/c"]
    assert (tmp_path / "here/c").read_bytes() == b"mine"
    (tmp_path / "here/c").unlink()
    write_new_files(tmp_path, files)
    assert {name: (tmp_path / name).read_bytes() for name in files} == files


@pytest.mark.parametrize("knows_two_names", [True, False])
def test_what_fails_leaves_each_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_two_names: bool
) -> None:
    if not knows_two_names:  # a memory card's file system
        monkeypatch.setattr(Path, "hardlink_to", _refuse)
    first, second, new = tmp_path / "first", tmp_path / "second", tmp_path / "locales/de/new"
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    second.chmod(0o640)
    with pytest.raises(KeyboardInterrupt), put_back_if_it_fails([first, second, new]):
        replace_file(second, b"changed")
        new.parent.mkdir(parents=True)
        new.write_bytes(b"half")
        raise KeyboardInterrupt
    assert names_in(tmp_path) == ["first", "second"]
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert second.stat().st_mode & 0o777 == 0o640


def _refuse(path: Path, other: Path) -> None:
    raise PermissionError(1, "Operation not permitted", str(path), None, str(other))


def test_what_succeeds_stays_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path, link = tmp_path / "there", tmp_path / "link"
    path.write_bytes(b"1")
    link.symlink_to(path)
    with put_back_if_it_fails([link, tmp_path / "new"]):
        replace_file(link, b"2")
        (tmp_path / "new").write_bytes(b"3")
    assert names_in(tmp_path) == ["link", "new", "there"]
    assert (path.read_bytes(), (tmp_path / "new").read_bytes()) == (b"2", b"3")
    with pytest.raises(ValueError, match="no"), put_back_if_it_fails([link]):
        replace_file(link, b"4")
        raise ValueError("no")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"2")


def test_a_folder_in_which_somebody_else_has_put_something_stays(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"), put_back_if_it_fails([tmp_path / "a/b/new"]):
        (tmp_path / "a/b").mkdir(parents=True)
        (tmp_path / "a/mine").touch()
        raise ValueError("no")
    assert names_in(tmp_path) == ["a", "a/mine"]


def test_a_file_in_the_place_of_a_folder_stays_and_hides_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(ValueError, match="no"), put_back_if_it_fails([tmp_path / "a/new"]):
        raise ValueError("no")
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_the_next_run_removes_what_a_killed_one_left_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "notice.po"
    path.write_bytes(b"1")

    def work_without_end() -> None:
        with put_back_if_it_fails([path]):
            os.write(1, b"begun\n")
            time.sleep(600)

    with talking(work_without_end) as (worker, said):
        assert said.readline() == "begun\n"
        running = names_in(tmp_path)
        with put_back_if_it_fails([path]):
            pass
        assert names_in(tmp_path) == running
        worker.kill()
        worker.wait()
    (tmp_path / ".notice.po-mine").mkdir()
    assert len(names_in(tmp_path)) > 2
    with put_back_if_it_fails([path]):
        replace_file(path, b"2")
    assert names_in(tmp_path) == [".notice.po-mine", "notice.po"]
    assert path.read_bytes() == b"2"
