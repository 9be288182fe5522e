"""A memory between runs: never trusted blindly, and never in the way."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from polynotice.core.memory import key_of
from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.files.disk_memory import FOLDER, DiskMemory

KEY = key_of("a")
KEPT = Problem(code="x", span=Span("a.md", 2), message="Kept.", hint="Do.")
NEW = Problem(code="x", span=Span("a.md", 2), message="New.", hint="Do.")


def run(root: Path, value: Problem, made_of: bytes = b"1") -> Problem:
    """What one run of the program recalls, or works out."""
    memory = DiskMemory(root, made_of)
    found = memory.drawer("some problems", Problem).recall(KEY, lambda: value)
    memory.end_run()
    return found


def file_of(root: Path) -> Path:
    return root / FOLDER / "some_problems.msgpack"


def test_the_next_run_recalls_what_the_last_one_has_worked_out(tmp_path: Path) -> None:
    assert run(tmp_path, KEPT) == KEPT
    assert run(tmp_path, NEW) == KEPT


def test_another_version_of_the_program_works_it_out_again(tmp_path: Path) -> None:
    run(tmp_path, KEPT)
    assert run(tmp_path, NEW, made_of=b"2") == NEW


@pytest.mark.parametrize("length", [0, 1, 16, 31, 32, 33, 60])
def test_a_file_that_was_cut_off_is_as_good_as_none(tmp_path: Path, length: int) -> None:
    run(tmp_path, KEPT)
    file_of(tmp_path).write_bytes(file_of(tmp_path).read_bytes()[:length])
    assert run(tmp_path, NEW) == NEW


def test_a_file_with_any_byte_changed_is_as_good_as_none(tmp_path: Path) -> None:
    run(tmp_path, KEPT)
    whole = file_of(tmp_path).read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        file_of(tmp_path).write_bytes(damaged)
        assert run(tmp_path, NEW) == NEW, place


def test_values_of_another_form_are_as_good_as_none(tmp_path: Path) -> None:
    memory = DiskMemory(tmp_path, b"1")
    memory.drawer("some problems", str).recall(KEY, lambda: "text")
    memory.end_run()
    assert run(tmp_path, NEW) == NEW


@pytest.mark.parametrize("taken", [".cache", FOLDER, f"{FOLDER}/some_problems.msgpack"])
def test_a_run_goes_on_where_nothing_can_be_kept(tmp_path: Path, taken: str) -> None:
    path = tmp_path / taken
    path.parent.mkdir(parents=True, exist_ok=True)
    if taken.endswith(".msgpack"):
        path.mkdir()  # a folder in the file's place
    else:
        path.write_text("", encoding="utf-8")  # a file in the folder's
    assert run(tmp_path, NEW) == NEW
    assert run(tmp_path, KEPT) == KEPT


def test_nothing_is_left_beside_the_drawers(tmp_path: Path) -> None:
    run(tmp_path, KEPT)
    (tmp_path / FOLDER / "some_problems.msgpack").unlink()
    run(tmp_path, KEPT)
    names = {path.name for path in (tmp_path / FOLDER).iterdir()}
    assert names == {".gitignore", "some_problems.msgpack"}


def test_the_folder_may_go_at_any_time(tmp_path: Path) -> None:
    memory = DiskMemory(tmp_path, b"1")
    for value in (KEPT, NEW):
        memory.drawer("some problems", Problem).recall(key_of(value), lambda value=value: value)
        memory.end_run()
        for path in (tmp_path / FOLDER).iterdir():
            path.unlink()
        (tmp_path / FOLDER).rmdir()
    assert run(tmp_path, NEW) == NEW


def test_what_is_handed_over_others_have_before_the_run_ends(tmp_path: Path) -> None:
    memory = DiskMemory(tmp_path, b"1")
    for name in ("handed over", "kept"):
        memory.drawer(name, Problem).put(KEY, KEPT)
    memory.hand_over(["handed over", "never opened"])
    other = DiskMemory(tmp_path, b"1")
    assert other.drawer("handed over", Problem).get(KEY) == KEPT
    assert other.drawer("kept", Problem).get(KEY) is None
    assert memory.drawer("handed over", Problem).get(KEY) == KEPT
    memory.end_run()
    assert DiskMemory(tmp_path, b"1").drawer("kept", Problem).get(KEY) == KEPT


def test_what_the_disk_does_not_take_over_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("", encoding="utf-8")  # a file in the folder's place
    memory = DiskMemory(tmp_path, b"1")
    memory.drawer("problems", Problem).put(KEY, KEPT)
    memory.hand_over(["problems"])
    assert memory.drawer("problems", Problem).get(KEY) is KEPT


def test_runs_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    runs = [threading.Thread(target=run, args=(tmp_path, KEPT)) for _ in range(8)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()
    assert run(tmp_path, NEW) == KEPT
