"""Which field a header names, in any language that the tool has words for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from unicodedata import category, normalize

from polynotice.catalogues.own_words import known_languages, own_words
from polynotice.core.locales import find_locale
from polynotice.notice.columns import FIELDS
from polynotice.project.importing.header_words import (
    EXAMPLES,
    HEADER_WORDS,
    PLACES,
    PROCESSING,
    WEAK_HEADER_WORDS,
)

LONGEST = 90
"""The number of characters of the longest text that is taken for a header."""

MOST_UNSURE = 8
"""The number of headers with several fields up to which all combinations are weighed."""


def folded(text: str) -> str:
    """The words of a header as they are compared: without case, marks at their ends and numbers.

    >>> folded(" 2. Purpose of Processing: ")
    'purpose of processing'
    """
    text = " ".join(text.replace("\u00ad", "").casefold().split())
    first = next((at for at, sign in enumerate(text) if category(sign)[0] in "LM"), len(text))
    last = next((at for at, sign in enumerate(reversed(text)) if category(sign)[0] in "LMN"), 0)
    return text[first : len(text) - last]


def field_of(header: str, given: Mapping[str, str] | None = None) -> str | None:
    """The field that a header names: as `given` by its words, or as the tool knows it.

    Of several fields that it names, the one that it names first: "Categories of recipients" are
    recipients, and "Source of the personal data" is a source.

    >>> field_of("Why we process your personal data"), field_of("Zweck"), field_of("Shoe size")
    ('purpose', 'purpose', None)
    """
    return next(iter(_named(header, given or {})), None)


def weakly_named(header: str) -> str:
    """The field that a header may name with words that headers of other fields have, too, if any.

    >>> weakly_named("Veri türü"), weakly_named("Verarbeitung"), weakly_named("Zweck")
    ('personal_data', 'purpose', '')
    """
    return next(iter(_found(folded(header), WEAK_HEADER_WORDS)), "")


def fields_in(
    headers: Sequence[str], given: Mapping[str, str] | None = None
) -> tuple[str | None, ...]:
    """The fields that headers beside each other name, each of them once.

    A header that names two fields is the one that no other header is: where the next column is
    personal data, "データの使用目的", the purpose for which data is used, is the purpose. Where two
    name the same alone, it is the first.

    >>> fields_in(["データの使用目的", "処理されるデータ", "More about your data"])
    ('purpose', 'personal_data', None)
    """
    sure = [_surely_named(header, given or {}) for header in headers]
    if not any(field in _PROVING for fields in sure for field in fields):
        return tuple(fields[0] if fields else None for fields in sure)
    named = [_named(header, given or {}) for header in headers]
    if sum(len(fields) > 1 for fields in named) > MOST_UNSURE:
        named = [fields[:1] for fields in named]
    weakly = [not fields for fields in sure]
    elsewhere = {field for fields in sure for field in fields}
    named = [
        tuple(field for field in fields if not (weak and field in elsewhere))
        for fields, weak in zip(named, weakly, strict=True)
    ]
    if "personal_data" not in (given or {}).values():
        named = _data_before_categories(headers, named, sure)
    return _best(named, weakly, 0, frozenset())[1]


def _data_before_categories(
    headers: Sequence[str], named: Sequence[tuple[str, ...]], sure: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The fields without the categories of data, where another column is the data themselves.

    That one names them surely, or with nothing but a weak word: "Data".
    """
    data = "personal_data"
    texts = [folded(header) for header in headers]
    is_category_of = [is_category(text) for text in texts]
    weak = WEAK_HEADER_WORDS[data]
    is_data = [
        data in fields or (not fields and text in weak)
        for text, fields in zip(texts, sure, strict=True)
    ]
    found = list(named)
    if any(is_it and not cat for is_it, cat in zip(is_data, is_category_of, strict=True)):
        for n, fields in enumerate(named):
            if is_category_of[n]:
                found[n] = tuple(field for field in fields if field != data)
            elif is_data[n] and not sure[n]:
                found[n] = (data,)
    return found


_CATEGORY = re.compile(
    r"categor|kategor|catégor|κατηγορ|категор|(?<!\w)(?:type|kinds?\b|sorts?\b|typ|art(?:en)?\b|soort|tipo|rodzaj|druh"
    r"|slag|laji|tyyppi|luokka|τύπ|είδ|вид|тип|tür|faj|típus|סוג|نوع|فئ)|datenart|datentyp"
    r"|種類|種別|种类|类型|类别|類型|類別|유형|종류|구분|분류|区分|分類"
)


def is_category(header: str) -> bool:
    """Whether a header names categories or kinds of something.

    >>> is_category("Data categories"), is_category("Veri türü"), is_category("Your data")
    (True, True, False)
    """
    return _CATEGORY.search(folded(header)) is not None


_ESSENTIAL = frozenset({"purpose", "personal_data"})
_PROVING = _ESSENTIAL | {"legal_basis"}
"""Fields of which one shows that words are a header's, so that weak ones beside it count."""
_OF_DATA = frozenset({"retention", "legal_basis"})
"""What data have: "Retention of personal data" is no personal data, in whatever order."""
_JOINT = re.compile(
    r"[/,;&+،、・]|\s(?:and|or|und|oder|bzw\.|et|ou|y|e|i|o|en|och|eller|og|ja|tai|és|vagy"
    r"|și|şi|sau|oraz|lub|nebo|alebo|ali|ili|jew|agus|nó|un|vai|ir|arba|või|ve|veya)\s"
    r"|\s(?:και|ή|и|или|та|або|و|أو)\s"
    r"|\s[וو]|及|和|與|与|および|ならびに|(?:과|와) "
)
"""Joins two things that a header names."""
_PERHAPS_JOINT = re.compile(r"\s(?:a(?!\s(?:l[aeo]s?|el|qu\w+|cu\w+)\b)|in|ter|u|й|і)\s")
"""Joins them in Czech, Slovak, Slovenian, Maltese or Ukrainian; other languages say something else
with it, so that each side has to name a field, and another one."""


def _best(
    named: Sequence[Sequence[str]], weakly: Sequence[bool], at: int, taken: frozenset[str]
) -> tuple[tuple[int, int, int], tuple[str | None, ...]]:
    """The fields of the headers from that on: as many as can be, the first that each names.

    A header that names a field weakly gives way to one that names it: "Finalité" is the purpose
    beside "Traitement".
    """
    if at == len(named):
        return (len(_ESSENTIAL - taken), 0, 0), ()
    ranked: list[tuple[tuple[int, int, int], tuple[str | None, ...]]] = []
    for place, field in enumerate(named[at]):
        if field not in taken:
            (lacks, less, rank), others = _best(named, weakly, at + 1, taken | {field})
            place += len(FIELDS) if weakly[at] else 0
            ranked.append(((lacks, less, rank + place), (field, *others)))
    (lacks, less, rank), others = _best(named, weakly, at + 1, taken)
    ranked.append(((lacks, less + 1, rank), (None, *others)))
    return min(ranked, key=lambda each: each[0])


def _named(header: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that a header may name, the likeliest first."""
    words = folded(header)
    sure = _surely_named(header, given)
    is_example = any(_place(words, piece) >= 0 for piece in EXAMPLES)
    weak = () if is_example else _found(words, WEAK_HEADER_WORDS)
    if not sure or (_is_joint(words) and _ESSENTIAL.isdisjoint(sure)):
        return (*sure, *weak)
    return sure


def _surely_named(header: str, given: Mapping[str, str]) -> tuple[str, ...]:
    words = folded(header)
    if words in given:
        return (given[words],)
    if words in _own_headers():
        return (_own_headers()[words],)
    found = _found(words, HEADER_WORDS)
    return found if _is_joint(words) else _without_what_it_is_of(found)


def _without_what_it_is_of(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that one thing can be: the source of the personal data is no personal data."""
    if not fields or fields[0] in _ESSENTIAL | {"data_subjects"}:
        unfit = {"personal_data"} if _OF_DATA & set(fields) else set()
    else:
        unfit = set(_ESSENTIAL)
    return tuple(field for field in fields if field not in unfit)


def _is_joint(words: str) -> bool:
    """Whether a header names two things."""
    if _JOINT.search(words):
        return True
    for match in _PERHAPS_JOINT.finditer(words):
        sides = (words[: match.start()], words[match.end() :])
        first, second = (_names(side, HEADER_WORDS) or ("",) for side in sides)
        if all((first[0], second[0])) and first[0] != second[0]:
            return True
    return False


def _found(words: str, pieces_of: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    fields = dict.fromkeys(_names(words, pieces_of))
    if "personal_data" in fields and not _is_joint(words) and _is_processing(words):
        del fields["personal_data"]
    if "retention" in fields and any(_place(words, piece) >= 0 for piece in PLACES):
        del fields["retention"]
    return tuple(fields)


def _names(words: str, pieces_of: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The fields whose pieces stand in it, in the order in which they do."""
    if len(words) > LONGEST:
        return ()
    names = [
        (at, -len(piece), field)
        for field, pieces in pieces_of.items()
        for piece in pieces
        if (at := _place(words, piece)) >= 0
    ]
    return tuple(field for _, _, field in sorted(names))


def _is_processing(words: str) -> bool:
    """Whether a header names what is done with data: "Adatkezelés", "Traitement de données"."""
    return any(_place(words, piece) >= 0 for piece in PROCESSING)


def _place(words: str, piece: str) -> int:
    """Where the piece stands: at a word's beginning, where it is short or has several words.

    -1 if nowhere.
    """
    words, piece = _bare(f"{words} "), _bare(piece)
    is_compound = len(piece) > 4 and " " not in piece.strip()
    if is_compound or ord(piece[0]) >= 0x590:
        # Compounds, scripts that write no spaces, and articles that are part of a word.
        return words.find(piece)
    match = re.search(rf"(?<!\w){re.escape(piece)}", words)
    return match.start() if match else -1


@cache
def _bare(text: str) -> str:
    """The text without accents, which capitals often lack: "DONNÉES" is written "DONNEES"."""
    apart = normalize("NFD", text.casefold())
    return normalize("NFC", re.sub("[\u0300-\u036f]", "", apart))


@cache
def _own_headers() -> Mapping[str, str]:
    """The tool's own headers in every language, with their fields."""
    fields = {folded(header): field for field, header in FIELDS.items()}
    for language in sorted(known_languages()):
        words = own_words(find_locale(language))
        for field in FIELDS:
            if f"columns/{field}" in words:
                fields.setdefault(folded(words[f"columns/{field}"]), field)
    return fields
