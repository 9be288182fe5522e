"""Defined terms: translated as the locale's glossary says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polynotice.checks.concern import sought_by
from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import around, head
from polynotice.checks.terms import Term, find, has_any, lowered, without
from polynotice.checks.written import as_read
from polynotice.core.conventions import Conventions
from polynotice.core.problems import Severity

_UNINFLECTED = {"id", "lo", "ms", "my", "km", "th", "vi", "yue", "zh"}
"""Languages whose words have one form."""


def _may_have_terms(look: Look) -> Iterator[int]:
    if look.glossary is None:
        return
    for place, source in enumerate(look.sources.each(_as_sought)):
        if look.glossary.may_have_terms(source):
            yield place


def _as_sought(source: str, _: Conventions) -> str:
    return lowered(as_read(source))


@sought_by(_may_have_terms)
def defined_terms(pair: Pair) -> Iterator[Finding]:
    """A term of the source has a translation that the glossary wants, and none that it forbids."""
    if pair.glossary is None:
        return
    source = as_read(pair.source)
    terms = pair.glossary.terms_in(source)
    if not terms:
        return
    translation = as_read(pair.translation).replace("\u00ad", "")
    for term in terms:
        forbidden = _forbidden(term, terms, translation)
        for word in forbidden:
            yield _has_forbidden(term, word, source, translation)
        # A translation may have the term in a compound, or with an ending.
        if term.use and not forbidden and not has_any(term.use, translation):
            yield _lacks_required(term, pair, source, translation)


def _forbidden(term: Term, terms: Sequence[Term], translation: str) -> list[str]:
    """The pieces of the translation that the term forbids, and no term there wants."""
    words = []
    for word in term.avoid:
        if not find([word], translation, whole=True):
            continue
        # "Mail" may be forbidden, and "E-Mail" wanted.
        wanted = [other for one in terms for other in one.use if other == word or other not in word]
        words += find([word], without(wanted, translation), whole=True)
    return words


def _has_forbidden(term: Term, piece: str, source: str, translation: str) -> Finding:
    at = translation.find(piece)
    instead = _instruction(term) if term.use else "Use another word"
    return Finding(
        code="glossary",
        message=f'The translation has "{piece}" ("{around(at, at + len(piece), translation)}"), '
        f'which the glossary forbids for "{term.source}" ("{_in_source(term, source)}").',
        hint=f"{instead}.",
    )


def _lacks_required(term: Term, pair: Pair, source: str, translation: str) -> Finding:
    forms = '" or "'.join(term.use)
    hint = f"{_instruction(term)}."
    if pair.glossary and pair.lang.split("-")[0] not in _UNINFLECTED:
        hint = (
            f"{_instruction(term)}; if the term is there in another form, list that form under "
            f"`use` in {pair.glossary.path}:{term.line} (a star stands for any ending)."
        )
    return Finding(
        code="glossary",
        severity=Severity.WARNING,
        message=f'The source has the term "{term.source}" ("{_in_source(term, source)}"), the '
        f'translation ("{head(translation)}") no "{forms}".',
        hint=hint,
    )


def _instruction(term: Term) -> str:
    return f'Write "{term.use[0].replace("*", "…")}"'


def _in_source(term: Term, source: str) -> str:
    match = term.pattern.search(source)
    return around(*match.span(), source) if match else head(source)
