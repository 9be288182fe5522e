"""Ids and titles as a person would have given them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST_TITLE = 60

_SMALL_WORDS = """
a an and any as at by for from if in into is it its of on or our that the their this to us
we when with you your der die das den dem des ein eine einer und oder von zu zur zum im
für fuer mit auf wir sie ihre le la les un une du de et ou pour dans en nos vos el los las y o
para con il lo gli e per di del della dei degli delle al alla het een van voor met
"""
_SMALL = frozenset(_SMALL_WORDS.split())

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "œ": "oe",
     "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"}
)  # fmt: skip


_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+(?=\S)")
"""Of a heading, such as "2." or "3.1"."""


def slug(text: str, *, words: int = 5, small: bool = False) -> str:
    """The words of a text as an id, small words left out unless wanted; empty if it has none.

    >>> slug("Calls to our Customer Care team"), slug("Gewährleistung für Käufe"), slug("目的")
    ('calls-customer-care-team', 'gewaehrleistung-kaeufe', '')
    >>> slug("3.1 When you register"), slug("3 years")
    ('register', '3-years')
    """
    text = _NUMBER.sub("", text)
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’](?=\w)", "", plain))
    kept = [word for word in parts if small or word not in _SMALL] or parts
    return "-".join(kept[:words])


def free(name: str, taken: Container[str]) -> str:
    """The name, or with the first number behind it that nobody has."""
    number = 2
    candidate = name
    while candidate in taken:
        candidate = f"{name}-{number}"
        number += 1
    return candidate


_LEADS = re.compile(
    r"^(?:when|if|where|once|after|before|while) [^.]*?, (?:we|it)(?: |['’]ll |['’]re )"
    r"(?:also )?(?:(?:may|will|can|might|need to|would) )?(?:also )?",
    re.IGNORECASE,
)
_USES = re.compile(
    r"^(?:we )?(?:(?:may|will|can) )?(?:also )?(?:use|collect|process|need|store)[^.,;:]{0,40}? "
    r"(?:data|information|it|this) (?:about you )?(?:in order )?to ",
    re.IGNORECASE,
)
_AIM = re.compile(r"^we [^.]{0,200}? in order to ", re.IGNORECASE)
_LEAD_WORDS = re.compile(
    r"^(?:in order to |so that we can |to |for the purposes? of |for (?=\w+ing )|"
    r"when (?:we have an? |you )|we (?:may |will |also |can )*|um (?=.* zu )|zur |zum |pour |para |"
    r"per |afin de )",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[,;:.!?。、，；：—–](?:\s|$)|[。、，；：]|\s\(|"
    r"\s(?:and to|or to|so that|in order to|which|that we|"
    r"to ensure|to remind|we (?:need|will|may|can)|"
    r"are|is|confirming|typically|damit|um zu|afin|sowie)\s",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"^\s*(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=\w{2})")
"""What a list counts its purposes with."""


def title_of(purpose: str) -> str:
    """A short title from what a purpose says, in its own words; empty if it has no words.

    >>> title_of("To understand customers' patterns, their needs, and more.")
    "Understand customers' patterns"
    >>> title_of("When you make a purchase, we may request feedback on your experience.")
    'Request feedback on your experience'
    >>> title_of("We may use your data to defend against any legal claims.")
    'Defend against any legal claims'
    >>> title_of("B. Managing sites (reports, records and more).")
    'Managing sites'
    """
    text = _COUNTED.sub("", " ".join(purpose.split(" ")))
    for lead in (_LEADS, _AIM, _USES, _LEAD_WORDS):
        rest = lead.sub("", text, count=1)
        text = rest if len(rest) > 8 else text
    cut = next((m.start() for m in _CUT.finditer(text) if m.start() > 11), len(text))
    text = text[:cut].rstrip(" .,;:。、，；：")
    if len(text) > 45 and " and " in text[20:]:
        text = text[: text.index(" and ", 20)]
    if len(text) > LONGEST_TITLE:
        end = text.rfind(" ", 0, LONGEST_TITLE)
        text = text[: end if end > 0 else LONGEST_TITLE // 2]
        while " " in text and text.rpartition(" ")[2].lower() in _SMALL:
            text = text.rpartition(" ")[0]
    return text[:1].upper() + text[1:]
