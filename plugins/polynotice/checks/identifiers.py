"""Postal addresses, register numbers and other identifiers: the same in every language."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from polynotice.checks.authorities import is_registration, without_authority

_TOKEN = re.compile(r"[^\s,;:()·|]+")
_PARTS = re.compile(r"[,;\n·|]")
_CODE = re.compile(r"[A-Z]{1,6}[./-]?|[A-Z0-9./+-]*\d[A-Za-z0-9./+-]*|\d+\.?[ºª°]|izq|dcha|[+&/–-]")
_NAME = re.compile(r"(?:[dlDL]['’])?[^\W\d_a-z][\w.'’&-]*|\w+-[^\W\d_a-z][\w.'’-]*")
_SMALL = {
    "a", "al", "am", "an", "and", "auf", "av", "avenue", "b", "bd", "bei", "bis", "boulevard",
    "c/o", "calle", "d", "da", "de", "del", "della", "dem", "den", "der", "des", "di", "do", "dos",
    "du", "e", "en", "et", "i", "im", "in", "krt", "la", "las", "le", "les", "los", "no", "nr",
    "of", "on", "piazza", "pl", "place", "plaza", "quai", "rue", "st", "str", "sur", "te", "ten",
    "ter", "the", "tér", "u", "ul", "und", "upon", "utca", "van", "via", "viale", "von", "y", "zu",
    "zum", "zur", "út",
}  # fmt: skip
"""Words of addresses that stand in small letters."""

_SAID = {
    "act", "amended", "annex", "appendix", "article", "articles", "chapter", "clause", "copyright",
    "decision", "directive", "effective", "figure", "form", "law", "page", "paragraph", "part",
    "question", "recital", "registered", "regulation", "release", "section", "since", "step",
    "table", "title", "until", "updated", "version", "year",
}  # fmt: skip
"""What a number may belong to that each language has a word for."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:[–/-](?:19|20)?\d\d)?")
_LONG_NUMBER = re.compile(r"(?:[^\W_]*\d[ ./-]?){5,}")
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # the United Kingdom
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|\b\d{4} ?[A-Z]{2}\b"  # the Netherlands
    r"|\b[A-Z]\d[\dW] ?[A-Z](?=[A-Z]*\d)[A-Z\d]{3}\b"  # Ireland
    r"|\bP\. ?O\. ?Box \d|\bPO Box \d"
)

_STREET = re.compile(
    r"(?<!\w)\d+\w?,?\s+(?:[A-Z][\w.]*\s+)+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Way|Court|"
    r"Place|Drive|Boulevard|Quay|House|Floor)(?!\w)"
    r"|(?:Rue|Avenue|Boulevard|Via|Piazza|Calle|Plaza|Rua|Avenida)\s(?:[A-Z]\w+\s)+\d+"
    r"|(?<!\w)[A-Z]\w+(?:stra(?:ß|ss)e|str\.|ufer|platz|allee|weg|gasse|damm|laan|straat|gracht|plein|"
    r"gatan|vägen|katu|utca)\s+\d+\w?"
)
_ADDRESSEE = re.compile(
    r"(?<!\w)(?:Attn|c/o|Corporation|Corp|Inc|Ltd|LLC|Limited|GmbH|AG|SE|SRL|SA|BV|B\.V)(?!\w)"
)
"""A company or person to whom one writes, in whose name any word may stand."""


def _is_letter_head(text: str, tokens: list[str]) -> bool:
    """Whether the text is a street, or an addressee with a street and a post office's number."""
    if not _STREET.search(text) or not all(map(_is_part, tokens)):
        return False
    numbers = [token for token in tokens if token.isdigit() and len(token) > 3]
    is_addressed = bool(_ADDRESSEE.search(text) and numbers)
    return is_addressed or _STREET.fullmatch(text) is not None


_LEGAL_FORM = re.compile(
    r"(?<!\w)(?:(?:Unlimited )?Company|Limited|Ltd|LLC|LLP|plc|PLC|Inc|Corp|Corporation|Co|Pty|"
    r"GmbH|AG|SE|KG|UG|S\.?à ?r\.?l|(?:et|&) Cie|S\.?[CpP]?\.?A|S\.?A\.?S|SARL|S\.?R\.?L|"
    r"S\.?L\.?U?|B\.?V|N\.?V|AB|\(publ\)|A/S|ApS|AS|ASA|Oyj?|OÜ|UAB|SIA|AD|EOOD|OOD|EAD|"
    r"sp\. z o\. ?o|s\.r\.o|a\.s|d\.o\.o|Kft|Zrt|Nyrt|Lda|Ltda|A\.?Ş)(?!\w)\.?\s*"
)
_PLACE = re.compile(
    r"(?<!\w)(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Way|Court|Place|Drive|Boulevard|Quay|House|"
    r"Floor|Tower|Estate|Park|Building|Buildings|Centre|Center|Campus|Harbour|Harbor|Plaza|Row|"
    r"Terrace|Gardens|Close|Hill|Green|Dock|Docks|Wharf|Mews)\.?"
    r"(?:\s+(?:Lower|Upper|North|South|East|West|N[EW]?|S[EW]?|\d+\w?))?$"
)
_LEAST_PLACES = 3


def _is_company_with_address(text: str, common: AbstractSet[str]) -> bool:
    """Whether the text is a company and where it is: "Shop Limited, Gordon House, Dublin 4".

    Any word may stand in the company's name, and in that of a place; none of `common` beside them.
    """
    parts = [part.strip() for part in _PARTS.split(text.rstrip(". "))]
    named = [n for n, part in enumerate(parts[:_LEAST_PLACES]) if _ends_with_legal_form(part)]
    places = parts[named[-1] + 1 :] if named else parts
    name = ",".join(parts[: len(parts) - len(places)])
    tokens = _TOKEN.findall(_LEGAL_FORM.sub(" ", name)) + _TOKEN.findall(",".join(places))
    # "Contact Shop Limited, …" is a sentence.
    if name and name.split()[0].lower() in common:
        return False
    if not all(_is_part(token.strip(".\"'“”„’")) for token in tokens):
        return False
    count = 0
    for part in places:
        words = {token.strip(".").lower() for token in _TOKEN.findall(part)}
        is_place = _PLACE.search(part) is not None
        if words & _SAID or (words & common and not is_place):
            return False
        count += is_place or (bool(named) and any(map(str.isdigit, part)))
    return count > 1 or (bool(named) and count > 0 and len(places) >= _LEAST_PLACES)


def _ends_with_legal_form(part: str) -> bool:
    *_, last = (None, *_LEGAL_FORM.finditer(part))
    return last is not None and last.end() == len(part)


def is_identifier(text: str, common: AbstractSet[str] = frozenset()) -> bool:
    """Whether the text is an address or number that names one thing, with no word to translate.

    `common` are words, in small letters, that make no name of what they stand in.

    >>> is_identifier("1 High Street, London SW1A 1AA"), is_identifier("HRB 123456 B")
    (True, True)
    >>> is_identifier("Regulation (EU) 2016/679"), is_identifier("30 Days, 24 Hours a Day")
    (False, False)
    """
    tokens = [token.strip(".\"'“”„’") for token in _TOKEN.findall(text)]
    if is_registration(text) or _is_letter_head(text, tokens):
        return True
    address = without_authority(text)
    if address != text and _is_address(address, common):
        return True
    if _is_company_with_address(text, common):
        return True
    words = {token.lower() for token in tokens}
    if words & (common | _SAID) or not all(map(_is_part, tokens)):
        return False
    if _POSTCODE.search(text):
        return True
    numbers = [token for token in tokens if any(map(str.isdigit, token))]
    if all(_YEAR.fullmatch(number) for number in numbers):
        return False
    is_place = len(_PARTS.split(text)) > 1 and len(numbers) > 1 and _has_postal_number(numbers)
    return is_place or _LONG_NUMBER.search(text) is not None


def _is_part(token: str) -> bool:
    """Whether a token may stand in an identifier: a code, a name, or a small word of addresses."""
    return (
        not token
        or token.lower() in _SMALL
        or _CODE.fullmatch(token) is not None
        or _NAME.fullmatch(token) is not None
    )


def _has_postal_number(numbers: list[str]) -> bool:
    """Whether one of them is as long as a post office's."""
    return any(sum(map(str.isdigit, number)) >= 3 for number in numbers)


def _is_address(text: str, common: AbstractSet[str]) -> bool:
    """Whether the text is no more than a place with numbers that tell where it is."""
    tokens = [token.strip(".\"'“”„’") for token in _TOKEN.findall(text)]
    numbers = [token for token in tokens if any(map(str.isdigit, token))]
    if {token.lower() for token in tokens} & (common | _SAID) or not all(map(_is_part, tokens)):
        return False
    has_place = len(numbers) > 1 and _has_postal_number(numbers)
    return has_place or _POSTCODE.search(text) is not None


def names_a_part(text: str) -> bool:
    """Whether the text names a part of a text or the like, for which each language has a word."""
    return any(token.strip(".").lower() in _SAID for token in _TOKEN.findall(text))
