"""What runs only thoroughly, or exhaustively, is more of what always runs."""

from __future__ import annotations

import pytest

from tests.conftest import COLLECTED
from tests.draws import for_each

WITHOUT_DRAWS = {"test_package"}
"""What it builds and installs takes a minute, and is the same each time."""


def claim(item: pytest.Item) -> str:
    """What a test is about, whichever of its draws it tries."""
    assert isinstance(item, pytest.Function)
    given = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    # Without `draws`, it is the values themselves of which some are tried thoroughly alone.
    kept = {name: value for name, value in given.items() if name != "draws"}
    return f"{item.path}: {item.originalname} {kept if 'draws' in given else ''}"


def is_marked(item: pytest.Item) -> bool:
    """Whether a test is left out of most runs."""
    return any(item.get_closest_marker(name) for name in ("thorough", "exhaustive"))


def test_whatever_runs_thoroughly_also_runs_always(request: pytest.FixtureRequest) -> None:
    """A kind of damage, a field, a breakage that is added later cannot be forgotten."""
    collected = request.config.stash[COLLECTED]
    always = {claim(item) for item in collected if not is_marked(item)}
    later = {
        claim(item) for item in collected if is_marked(item) and item.path.stem not in WITHOUT_DRAWS
    }
    assert later - always == set()


def test_a_rule_fails_with_every_case_for_which_it_does_not_hold() -> None:
    def is_small(number: int, limit: int) -> None:
        assert number < limit

    for_each("number, limit", [(1, 2), (2, 3)])(is_small)()
    rule = for_each("number, limit", [(1, 2), (5, 2), (0, 1), (9, 3)])(is_small)
    with pytest.raises(BaseExceptionGroup, match="2 of 4 cases") as caught:
        rule()
    with pytest.raises(ZeroDivisionError) as other:
        for_each("number", [1, 0])(lambda number: 1 // number)()
    assert other.value.__notes__ == ["for {'number': 0}"]
    notes = [error.__notes__ for error in caught.value.exceptions]
    assert notes == [["for {'number': 5, 'limit': 2}"], ["for {'number': 9, 'limit': 3}"]]
