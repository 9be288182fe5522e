"""A file of the last site stands for what would be made again, byte for byte, or is not taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.core.memory import Memory
from polynotice.verify.last_site import LastSite

KEY, OTHER = b"1", b"2"
TEXT = "Messages – gespeichert.\n"


def recall(folder: Path, memory: Memory, key: bytes | None, text: str = TEXT) -> tuple[str, bool]:
    """What is given for the key, and whether it was made for that."""
    asked: list[None] = []

    def make() -> str:
        asked.append(None)
        return text

    last = LastSite(folder=folder, known=lambda: memory.drawer("files", bytes))
    given = last.recall("a.txt", key, make)
    memory.end_run()
    return given, bool(asked)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """That of a run which has made the file, and written it."""
    memory = Memory()
    assert recall(tmp_path, memory, KEY) == (TEXT, True)
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    return memory


def test_what_is_made_of_the_same_is_taken_from_the_last_site(
    tmp_path: Path, memory: Memory
) -> None:
    assert recall(tmp_path, memory, KEY, "not asked") == (TEXT, False)
    assert recall(tmp_path, memory, KEY, "nor now") == (TEXT, False)


@pytest.mark.parametrize("key", [OTHER, None], ids=["of other things", "of nobody knows what"])
def test_what_is_made_of_anything_else_is_made(
    tmp_path: Path, memory: Memory, key: bytes | None
) -> None:
    assert recall(tmp_path, memory, key, "New.") == ("New.", True)


@pytest.mark.parametrize("damaged", [TEXT.encode()[:-1], b"\xff", b"", None])
def test_a_file_that_is_not_as_it_was_left_is_made_again(
    tmp_path: Path, memory: Memory, damaged: bytes | None
) -> None:
    (tmp_path / "a.txt").unlink()
    if damaged is not None:
        (tmp_path / "a.txt").write_bytes(damaged)
    assert recall(tmp_path, memory, KEY) == (TEXT, True)


def test_without_a_last_site_all_is_made() -> None:
    assert LastSite().recall("a.txt", KEY, lambda: TEXT) == TEXT
