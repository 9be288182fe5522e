"""A file of the last site stands for what would be made again, byte for byte, or is not taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.core.memory import Drawer, Memory, digest_of
from polynotice.verify.known_texts import KnownTexts
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


@pytest.mark.parametrize(("there", "is_given"), [(TEXT, True), (f"{TEXT}x", False), (None, False)])
def test_only_what_is_known_byte_for_byte_is_given_to_the_next_site(
    tmp_path: Path, there: str | None, is_given: bool
) -> None:
    last, target = tmp_path / "last", tmp_path / "next/below/a.txt"
    last.mkdir()
    if there is not None:
        (last / "a.txt").write_bytes(there.encode())
    given = LastSite(folder=last).give("a.txt", digest_of(TEXT.encode()), target)
    assert (given, target.exists()) == (is_given, is_given)
    assert not given or target.read_bytes() == TEXT.encode()


def test_known_texts_are_made_only_for_who_reads_one() -> None:
    drawer: Drawer[dict[str, bytes]] = Drawer()
    made: list[str] = []

    def make() -> dict[str, str]:
        made.append("once")
        return {"a": TEXT}

    assert dict(KnownTexts.recall(drawer, KEY, make)) == {"a": TEXT}
    known = KnownTexts.recall(drawer, KEY, make)
    assert (list(known), len(made)) == (["a"], 1)
    assert (known["a"], len(made)) == (TEXT, 2)
    assert KnownTexts.recall(drawer, OTHER, make).digests == known.digests
    assert len(made) == 3
