"""What is remembered is what would be worked out again."""

from __future__ import annotations

import pytest

from polynotice.core.memory import Drawer, Memory, key_of


def test_a_value_is_worked_out_once() -> None:
    drawer = Drawer[str]()
    assert drawer.recall(key_of("a"), lambda: "first") == "first"
    assert drawer.recall(key_of("a"), lambda: "second") == "first"
    assert drawer.recall(key_of("b"), lambda: "third") == "third"


def test_what_has_no_key_is_worked_out_each_time() -> None:
    drawer = Drawer[str]()
    assert [drawer.recall(None, lambda text=text: text) for text in "ab"] == ["a", "b"]
    assert drawer.used == {}


def test_only_what_the_last_run_asked_for_is_known_in_the_next() -> None:
    memory = Memory()
    for run, asked in enumerate(["ab", "b", "ab"]):
        drawer = memory.drawer("letters", str)
        found = {
            letter: drawer.recall(key_of(letter), lambda run=run: f"{run}") for letter in asked
        }
        memory.end_run()
    assert found == {"a": "2", "b": "0"}


def test_a_drawer_that_a_run_leaves_closed_keeps_what_it_has() -> None:
    memory = Memory()
    memory.drawer("letters", str).recall(key_of("a"), lambda: "kept")
    memory.end_run()
    memory.drawer("others", str)
    memory.end_run()
    assert memory.drawer("letters", str).recall(key_of("a"), lambda: "new") == "kept"


def test_a_key_tells_apart_whatever_its_parts_tell_apart() -> None:
    keys = [key_of("a", "b"), key_of("ab"), key_of(["a", "b"]), key_of(None), key_of(""), key_of(0)]
    assert len(set(keys)) == len(keys)


def test_what_cannot_be_written_down_has_no_digest() -> None:
    with pytest.raises(TypeError):
        key_of(object())
