"""Numbers, percentages, references to articles and dates: the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.concern import only_where, sought_by
from polynotice.checks.number_difference import Difference
from polynotice.checks.number_values import DIGIT
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.plain_numbers import may_differ
from polynotice.checks.quoting import both
from polynotice.checks.same_numbers import differences
from polynotice.core.problems import Severity


@only_where(either=DIGIT)
@sought_by(may_differ)
def numbers(pair: Pair) -> Iterator[Finding]:
    """Each number of the source is in the translation, as its language writes it, and no other."""
    difference = differences(pair)
    lacking = [written for written, _ in difference.lacking]
    extra = [written for written, _ in difference.extra]
    if lacking:
        yield Finding(
            code="number-mismatch",
            severity=_severity(difference, pair),
            message=f'The translation lacks "{_quoted(lacking)}" of the source '
            f"{both(pair, lacking[0], extra[0] if extra else '')}.",
            hint=_instead(lacking, extra, pair) if extra else "Put it in, in digits.",
        )
    elif extra:
        yield Finding(
            code="number-mismatch",
            severity=_severity(difference, pair),
            message=f'The translation has "{_quoted(extra)}", the source does not '
            f"{both(pair, in_translation=extra[0])}.",
            hint="Write the number in words if the source does, or remove it.",
        )


def _severity(difference: Difference, pair: Pair) -> Severity:
    """A warning where the number may be there all the same: in a name, or in unknown words."""
    if _are_of_names(difference.lacking, pair.source) and _are_of_names(
        difference.extra, pair.translation
    ):
        return Severity.WARNING
    is_one_sided = not (difference.lacking and difference.extra)
    return Severity.WARNING if is_one_sided and difference.may_be_in_words else Severity.ERROR


def _are_of_names(values: list[tuple[str, frozenset[str]]], text: str) -> bool:
    """Whether each of the numbers stands within a name: "COVID-19", "3D"."""
    return all(
        re.search(
            rf"[A-Z]{{2,}}[-\u2010\u2011]{written}(?!\w)|(?<!\w){written}[A-Z]{{1,4}}(?!\w)", text
        )
        for written in (re.escape(one) for one, _ in values)
    )


def _instead(lacking: list[str], extra: list[str], pair: Pair) -> str:
    hint = f'It has "{_quoted(extra)}" instead.'
    for there, must in zip(extra, lacking, strict=False):
        # The same digits and signs say something else in this language: "1,000" in German.
        if there == must:
            signs = {pair.source_conventions.group: pair.conventions.group}
            signs[pair.source_conventions.decimal] = pair.conventions.decimal
            own = "".join(signs.get(sign, sign) for sign in must)
            hint += f' In this language that is another number; write "{own}".'
    return hint


def _quoted(numbers_found: list[str]) -> str:
    return '", "'.join(numbers_found)
