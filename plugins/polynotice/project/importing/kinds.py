"""Kinds of personal data, proposed from what the cells of a notice list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from polynotice.catalogues.vocabularies import kinds_of_data
from polynotice.html.plain_text import is_plain
from polynotice.project.importing.names import free, slug
from polynotice.project.importing.planned import PlannedRecord

_APART = re.compile(r"[,;、，；]\s*|\n")
_JOINING = {
    "en": "and or", "de": "und oder sowie", "fr": "et ou", "es": "y e o u", "it": "e ed o od",
    "pt": "e ou", "ca": "i o", "ro": "și şi sau ori", "nl": "en of", "pl": "i oraz lub",
    "sv": "och eller", "da": "og eller", "nb": "og eller", "nn": "og eller", "no": "og eller",
    "fi": "ja tai", "et": "ja või", "hu": "és vagy", "cs": "a nebo", "sk": "a alebo",
    "sl": "in ali", "hr": "i ili", "sr": "i ili и или", "bs": "i ili", "bg": "и или",
    "ru": "и или", "uk": "та і й або", "lt": "ir arba", "lv": "un vai", "mt": "u jew",
    "ga": "agus nó", "el": "και ή", "tr": "ve veya", "ar": "و أو", "he": "או", "fa": "و یا",
    "vi": "và hoặc", "id": "dan atau", "hi": "और या",
}  # fmt: skip
"""The words in front of the last of a list, by languages that put spaces around them."""
_ARTICLE = re.compile(
    r"^(?:(?:your|the|a|an|any|our|their|and|or|ihre?n?|ihr|die|der|das|den|und|votre|vos|le|la|les|"
    r"un|une|su|sus|el|los|las|uw|de|het)\s+|l['’])+",
    re.IGNORECASE,
)
LONGEST = 5
"""The number of words of the longest name of a kind."""


def propose(
    records: Sequence[PlannedRecord],
    known: Mapping[str, str] | None = None,
    vocabulary: Mapping[str, str] | None = None,
    language: str = "en",
) -> dict[str, str]:
    """Gives each record the kinds that its cell lists, and all kinds: names by ids.

    What several purposes list in the same words is surely a kind; what one alone does is likely to
    be one, and so is what was set off from its neighbours by an "and" of the `language`, a BCP 47
    id: the "en" of a Dutch list is a French preposition. `known` are those that a
    project has already, which are not among those given back. What the `vocabulary` has is surely a
    kind, too, and gets its id and its name, so that the name comes translated.
    """
    terms = {_compared(name): kind for kind, name in (vocabulary or {}).items()}
    for kind in special_kinds().intersection(vocabulary or {}):
        terms.setdefault(_compared(kind.replace("-", " ")), kind)
    joins = _joins(language.partition("-")[0])
    listed = {record.id: list(_listed(record, terms, joins)) for record in records}
    users = defaultdict[str, set[str]](set)
    names: dict[str, str] = {}
    for record_id, kinds in listed.items():
        for name, _ in kinds:
            users[_compared(name)].add(record_id)
            names.setdefault(_compared(name), name)
    ids = {_compared(name): kind for kind, name in (known or {}).items()}
    own: dict[str, str] = {}
    for key, kind in terms.items():
        if key in names and key not in ids:
            ids[key] = own[kind] = own.get(kind) or free(kind, set(ids.values()))
            names[key] = (vocabulary or {})[kind]
    for key, name in names.items():
        if key not in ids and (made := slug(name, words=LONGEST, small=True)):
            ids[key] = free(made, set(ids.values()))
    for record in records:
        data: dict[str, str] = {}
        for name, doubt in listed[record.id]:
            key = _compared(name)
            if key in ids:
                is_sure = len(users[key]) > 1 or key in terms
                once = "" if is_sure else "only this purpose names it"
                data.setdefault(ids[key], doubt if once and doubt else once)
        record.data = tuple(data.items())
    used = {kind for record in records for kind, _ in record.data}
    new = used - set(known or {})
    return {ids[key]: _titled(name) for key, name in names.items() if ids.get(key) in new}


@cache
def special_kinds() -> frozenset[str]:
    """The ids of the kinds of the vocabulary that are special categories of Article 9 GDPR."""
    return frozenset(term.id for term in kinds_of_data().values() if term.special)


@cache
def _joins(language: str) -> re.Pattern[str]:
    """What parts the last of a list; nothing does in a language that is not listed."""
    words = _JOINING.get(language, "").split()
    return re.compile(rf"\s(?:{'|'.join(words)})\s") if words else re.compile(r"(?!)")


def _listed(
    record: PlannedRecord, terms: Container[str], joins: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    """Each kind that the record's cell lists, and what makes that doubtful.

    A word such as "and" does not part what is one of the terms.
    """
    cell = record.fields["personal_data"]
    for line in cell.lines:
        text = re.sub(r"\([^()]*\)", "", line.uncounted).strip().rstrip(".。")
        text = text.rpartition(":")[2] if ":" in text else text
        for sentence in re.split(r"[.。]\s+", text):
            pieces = _APART.split(sentence)
            for number, piece in enumerate(pieces):
                is_last = number == len(pieces) - 1
                parts = _parted(piece, terms, joins) if is_last else [piece]
                doubt = "parted at a word such as and" if len(parts) > 1 else ""
                for part in parts:
                    name = _name_in(part)
                    if _is_name(name):
                        yield name, doubt


def _parted(text: str, terms: Container[str], joins: re.Pattern[str]) -> list[str]:
    cuts = [(0, 0), *(match.span() for match in joins.finditer(text)), (len(text), len(text))]
    parts = []
    first = 0
    while first < len(cuts) - 1:
        begin = cuts[first][1]
        ends = range(len(cuts) - 1, first, -1)
        whole = (n for n in ends if _compared(_name_in(text[begin : cuts[n][0]])) in terms)
        last = next(whole, first + 1)
        parts.append(text[begin : cuts[last][0]])
        first = last
    return parts


def _name_in(text: str) -> str:
    return _ARTICLE.sub("", text.strip(" .·•–-"))


def _is_name(text: str) -> bool:
    has_letters = re.search(r"[^\W\d_]{2}", text) is not None
    return is_plain(text) and has_letters and len(text.split()) <= LONGEST and len(text) <= 50


def _compared(name: str) -> str:
    """What two ways to write a kind have in common."""
    folded = name.casefold().replace("e-mail", "email").replace("telephone", "phone")
    folded = re.sub(r"\badd?resses\b", "address", folded)
    words = [re.sub(r"(?<=[a-z]{3})s$", "", word) for word in folded.split()]
    return " ".join(words).strip("*_")


def _titled(name: str) -> str:
    return name[:1].upper() + name[1:]
