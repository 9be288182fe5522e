"""What a build has made and hardly asks for again lies on the disk, and is the same there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from polynotice.core.memory import Drawer, key_of
from polynotice.files.disk_memory import FOLDER, DiskMemory
from polynotice.files.laid_aside import ENOUGH

KEYS = [key_of(number) for number in range(3)]
LARGE = ["a" * ENOUGH, "\u05d0" * ENOUGH, "c" * ENOUGH]
SMALL = "".join(["a", "b"])


def memory_in(root: Path) -> DiskMemory:
    return DiskMemory(root, b"1", is_spare=True)


def opened(memory: DiskMemory) -> Drawer[str]:
    return memory.drawer("pages", str)


def fill(drawer: Drawer[str]) -> None:
    for key, value in zip(KEYS, LARGE, strict=True):
        assert drawer.recall(key, lambda value=value: value) is value


def said_in(root: Path) -> list[str]:
    """What the next run recalls."""
    drawer = opened(DiskMemory(root, b"1"))
    return [drawer.recall(key, lambda: "worked out again") for key in KEYS]


def test_a_large_value_is_not_kept_in_memory_and_a_small_one_is(tmp_path: Path) -> None:
    drawer = opened(memory_in(tmp_path))
    for value, is_kept in ((LARGE[0], False), (SMALL, True)):
        drawer.put(key_of(value), value)
        found = drawer.get(key_of(value))
        assert found == value
        assert (found is value) == is_kept


def test_the_last_value_of_a_key_is_recalled_wherever_the_one_before_lies(tmp_path: Path) -> None:
    drawer = opened(memory_in(tmp_path))
    for value in (SMALL, LARGE[0], SMALL):
        drawer.put(KEYS[0], value)
        assert drawer.get(KEYS[0]) == value


def test_what_lies_aside_is_recalled_in_this_run_and_the_next(tmp_path: Path) -> None:
    memory = memory_in(tmp_path)
    fill(opened(memory))
    assert [opened(memory).get(key) for key in KEYS] == LARGE
    assert [*opened(memory).used.values()] == LARGE
    memory.end_run()
    assert [opened(memory).get(key) for key in KEYS] == LARGE
    assert said_in(tmp_path) == LARGE


def test_nothing_is_left_beside_the_drawers(tmp_path: Path) -> None:
    memory = memory_in(tmp_path)
    fill(opened(memory))
    assert not [*(tmp_path / FOLDER).iterdir()]  # whatever ends the process
    memory.end_run()
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {".gitignore", "pages.msgpack"}


def test_values_stay_in_memory_where_the_disk_takes_none(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("", encoding="utf-8")  # a file in the folder's place
    memory = memory_in(tmp_path)
    fill(opened(memory))
    assert all(opened(memory).get(key) is value for key, value in zip(KEYS, LARGE, strict=True))
    memory.end_run()


def test_what_a_full_disk_has_cut_off_stays_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.pwrite
    memory = memory_in(tmp_path)
    with monkeypatch.context() as full:
        full.setattr(os, "pwrite", lambda file, data, start: whole(file, data[:-1], start))
        opened(memory).put(KEYS[0], LARGE[0])
    for key, value in zip(KEYS[1:], LARGE[1:], strict=True):
        opened(memory).put(key, value)
    assert [opened(memory).get(key) for key in KEYS] == LARGE
    memory.end_run()
    assert said_in(tmp_path) == LARGE


def test_a_run_goes_on_with_half_of_a_character_and_keeps_none_of_its_drawer(
    tmp_path: Path,
) -> None:
    memory = memory_in(tmp_path)
    fill(opened(memory))
    torn = "\ud800" * ENOUGH
    assert opened(memory).recall(key_of("torn"), lambda: torn) == torn
    memory.end_run()
    assert said_in(tmp_path) == ["worked out again"] * 3


def test_two_copies_of_a_process_do_not_write_over_each_other(tmp_path: Path) -> None:
    memory = memory_in(tmp_path)
    opened(memory).put(KEYS[0], LARGE[0])
    process = os.fork()
    if process == 0:
        other = memory.drawer("other pages", str)
        other.put(KEYS[1], LARGE[1])
        is_there = (opened(memory).get(KEYS[0]), other.get(KEYS[1])) == (LARGE[0], LARGE[1])
        memory.leave(["pages"])
        memory.end_run()
        os._exit(0 if is_there else 1)
    opened(memory).put(KEYS[2], LARGE[2])
    assert os.waitpid(process, 0)[1] == 0
    assert opened(memory).get(KEYS[2]) == LARGE[2]
    memory.end_run()
    assert said_in(tmp_path) == [LARGE[0], "worked out again", LARGE[2]]
    assert DiskMemory(tmp_path, b"1").drawer("other pages", str).get(KEYS[1]) == LARGE[1]
