"""How much of one claim is tried: a part in every run, the rest in a thorough one.

`make test` runs what has no mark `thorough`, `make test-thorough` what has it, so that the two
together try everything, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def draws(few: int, *, of: int, parts: int = 1) -> pytest.MarkDecorator:
    """Parametrises a test by `draws`: the numbers below `few` always, those below `of` thoroughly.

    What a number stands for is the test's own: a seed, or the place of a text.
    `parts` is how many tests share the thorough ones, for as many workers.
    """
    step = -(-(of - few) // parts)
    thorough = [range(start, min(start + step, of)) for start in range(few, of, step)]
    return pytest.mark.parametrize(
        "draws",
        [
            pytest.param(range(few), id="few"),
            *(
                pytest.param(some, id=f"{some.start}-{some[-1]}", marks=pytest.mark.thorough)
                for some in thorough
            ),
        ],
    )


def each(
    name: str | tuple[str, ...], values: Iterable[Any], *, always: Collection[object]
) -> pytest.MarkDecorator:
    """Parametrises a test by the values: those that are to be tried `always`, others thoroughly.

    Where there are several names, each value is as many of them.
    """
    values = list(values)
    unknown = [value for value in always if value not in values]
    assert unknown == [], f"{unknown} can never be tried"
    several = tuple if isinstance(name, tuple) else lambda value: (value,)
    return pytest.mark.parametrize(
        name,
        [
            value if value in always else pytest.param(*several(value), marks=pytest.mark.thorough)
            for value in values
        ],
    )
