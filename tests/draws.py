"""How much of one claim is tried: a part in every run, more in a thorough one, then all.

`make test` runs what has neither mark, `make test-thorough` what is marked `thorough`, and
`make test-exhaustive` what is marked `exhaustive`, so that together they try everything, and
nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import pytest


def draws(
    few: int, *, of: int, thoroughly: int | None = None, parts: int = 1
) -> pytest.MarkDecorator:
    """Parametrises a test by `draws`: those below `few` always, then up to `thoroughly` and `of`.

    What a number stands for is the test's own: a seed, or the place of a text.
    `parts` is how many tests share the exhaustive ones, for as many workers. Without `thoroughly`,
    a thorough run tries them all.
    """
    some = of if thoroughly is None else thoroughly
    step = max(1, -(-(of - some) // parts))
    rest = [range(start, min(start + step, of)) for start in range(some, of, step)]
    marked = [(range(few, some), pytest.mark.thorough)] if few < some else []
    marked += [(each, pytest.mark.exhaustive) for each in rest]
    return pytest.mark.parametrize(
        "draws",
        [
            pytest.param(range(few), id="few"),
            *(
                pytest.param(numbers, id=f"{numbers.start}-{numbers[-1]}", marks=mark)
                for numbers, mark in marked
            ),
        ],
    )


def each(
    name: str | tuple[str, ...],
    values: Iterable[Any],
    *,
    always: Collection[object],
    thoroughly: Collection[object] | None = None,
) -> pytest.MarkDecorator:
    """Parametrises a test by the values: those to be tried `always`, then `thoroughly`, then all.

    Where there are several names, each value is as many of them. Without `thoroughly`, a thorough
    run tries all.
    """
    values = list(values)
    unknown = [value for value in (*always, *(thoroughly or ())) if value not in values]
    assert unknown == [], f"{unknown} can never be tried"
    several = tuple if isinstance(name, tuple) else lambda value: (value,)

    def mark(value: object) -> pytest.MarkDecorator:
        is_thorough = thoroughly is None or value in thoroughly
        return pytest.mark.thorough if is_thorough else pytest.mark.exhaustive

    return pytest.mark.parametrize(
        name,
        [
            value if value in always else pytest.param(*several(value), marks=mark(value))
            for value in values
        ],
    )


def one_in(step: int, name: str | tuple[str, ...], values: Iterable[Any]) -> pytest.MarkDecorator:
    """Parametrises a test by the values: the first of so many always, the others thoroughly."""
    values = list(values)
    return each(name, values, always=values[::step])


def for_each(
    names: str | tuple[str, ...], values: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Makes one test of a rule and all the values for which it is to hold.

    It fails with every value for which it does not, or with the first that ends otherwise than by
    an assertion. For rules that take no time: some thousand
    tests of a millisecond take ten times as long to be found, handed to workers and counted.
    """
    arguments = names.replace(",", " ").split() if isinstance(names, str) else names
    cases = [value if len(arguments) > 1 else (value,) for value in values]
    assert cases, "a rule without a case holds nothing"

    def over(test: Callable[..., None]) -> Callable[[], None]:
        def run() -> None:
            failed: list[BaseException] = []
            for case in cases:
                given = dict(zip(arguments, case, strict=True))
                try:
                    test(**given)
                except BaseException as error:
                    error.add_note(f"for {given}")
                    if not isinstance(error, (AssertionError, pytest.fail.Exception)):
                        raise
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases fail", failed)

        run.__name__, run.__qualname__ = test.__name__, test.__qualname__
        run.__doc__, run.__module__ = test.__doc__, test.__module__
        return run

    return over
