"""Pieces of a text that a translation has as often as its source: links, placeholders, code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of piece, and what is said of one that is lost or added."""

    code: str
    """The code of the problem."""
    noun: str
    """What a finding calls it."""
    example: Callable[[str], str] = str
    """How a piece is written."""
    is_publishers: bool = False
    """Whether it is the publisher's word, so that no remark of a translator waives one more."""


def compare(
    kind: Kind,
    pair: Pair,
    *,
    there: Counter[str],
    must: Counter[str],
    written: Callable[[str, str], str] = lambda _, piece: piece,
) -> Iterator[Finding]:
    """Each piece that the translation lacks, and each that it has and the source has not.

    `there` are the translation's, `must` the source's; `written` is how a text writes a piece.
    """
    missing, extra = next(iter(must - there), ""), next(iter(there - must), "")
    for piece in must - there:
        yield Finding(
            code=kind.code,
            message=f'The translation lacks the {kind.noun} "{piece}" '
            f"{both(pair, written(pair.source, piece), written(pair.translation, extra))}.",
            hint=f"Put {kind.example(piece)} where it belongs.",
        )
    for piece in there - must:
        yield Finding(
            code=kind.code,
            message=f'The translation has the {kind.noun} "{piece}", the source does not '
            f"{both(pair, written(pair.source, missing), written(pair.translation, piece))}.",
            hint=_instead_of(piece, missing),
            can_be_waived=not kind.is_publishers,
        )


def _instead_of(piece: str, missing: str) -> str:
    """What to do about a piece that the source has not, where it has the `missing` one."""
    if not missing:
        return "Remove it."
    hint = f'Write it as the source does: "{missing}".'
    if ("://" in piece or "@" in piece) and ("://" in missing or "@" in missing):
        hint += " Legal can declare another place for this language in its links.yml."
    return hint
