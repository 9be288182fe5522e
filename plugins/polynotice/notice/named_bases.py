"""Which legal bases a record rests on, as far as that can be told from what it says."""

from __future__ import annotations

import re

from polynotice.catalogues.vocabularies import legal_bases
from polynotice.core.model import Purpose

_NUMBERS = re.compile(
    r"\b(6|9|49)\b\W{1,3}(?:\w{1,12}\W{1,3}){0,3}?\(?([12])\b\)?(?P<rest>[^;\d]{0,40})"
)
_IN_BRACKETS = re.compile(r"\(([a-j])\)")
_NAMED = re.compile(r"^\W{0,3}(?:\w{3,9}\W{1,3})?([a-j])(?![^\W\d_])")
"""As in "lit. a" or "point a", or right behind the paragraph, as in "6.1.a"."""
_FURTHER = re.compile(
    r"\s*(?:[,&/+]|\b(?:and|or|und|oder|bzw\.|et|ou|y|o|e|i|oraz|lub|en|of|a|og|och|eller)\b)\s*"
    r"(?:(?:lit|let|pkt|point|points|litt|lettre|letra)\b\.?\s*)?([a-j])(?![^\W\d_])"
)
"""Another point behind the first, as in "lit. b und f"."""
_INTERESTS = re.compile(
    r"legitimate interest|berechtigt\w* interess|int[ée]r[êe]ts? l[ée]gitime"
    r"|inter[ée]s(?:es|se|ses)? leg[íi]tim|interess[ei] legittim|legittim[oi] interess"
    r"|gerechtvaardigd\w* belang",
    re.IGNORECASE,
)
"""Article 6(1)(f), as it is named in words alone."""


def bases_of(purpose: Purpose) -> frozenset[str] | None:
    """The ids of the legal bases that it names, such as `gdpr-6-1-f`; `None` if nobody can tell."""
    if purpose.legal_basis_ids:
        return frozenset(purpose.legal_basis_ids)
    value = purpose.fields.get("legal_basis")
    if value is None:
        return None
    bases = frozenset(each for text in value.texts for each in bases_in(text.msgid))
    return bases or None


def bases_in(text: str) -> frozenset[str]:
    """The ids of the legal bases that a text names by article, paragraph and point.

    >>> sorted(bases_in("Article 6(1)(f) GDPR")), sorted(bases_in("Art. 9 Abs. 2 lit. a DSGVO"))
    (['gdpr-6-1-f'], ['gdpr-9-2-a'])
    >>> sorted(bases_in("Article 6(1)(a) and (b)")), sorted(bases_in("art. 6.1.c RGPD"))
    (['gdpr-6-1-a', 'gdpr-6-1-b'], ['gdpr-6-1-c'])
    >>> sorted(bases_in("Art. 6 Abs. 1 lit. b & f")), sorted(bases_in("art. 6 ust. 1 lit. b i f"))
    (['gdpr-6-1-b', 'gdpr-6-1-f'], ['gdpr-6-1-b', 'gdpr-6-1-f'])
    >>> bases_in("Our legitimate interests"), bases_in("A contract")
    (frozenset({'gdpr-6-1-f'}), frozenset())
    """
    bases = set[str]()
    for match in _NUMBERS.finditer(text):
        rest = match["rest"]
        points = _IN_BRACKETS.findall(rest) or _points_in(rest)
        bases |= {f"gdpr-{match[1]}-{match[2]}-{point}" for point in points}
    if _INTERESTS.search(text):
        bases.add("gdpr-6-1-f")
    return frozenset(legal_bases().keys() & bases)  # Article 6(2) has no points, and 6(1) no (h)


def _points_in(text: str) -> list[str]:
    points: list[str] = []
    match = _NAMED.match(text)
    while match:
        points.append(match[1])
        match = _FURTHER.match(text, match.end())
    return points
