"""Translations that say that they are none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both

_MARKS_OF_TOOLS = {
    "#-#-#-#-#": ("msgcat", "#-#-#-#-#"),
    "<<<<<<<": ("git", "<<<<<<<, ======= and >>>>>>>"),
    "=======": ("git", "<<<<<<<, ======= and >>>>>>>"),
    ">>>>>>>": ("git", "<<<<<<<, ======= and >>>>>>>"),
    "|||||||": ("git", "<<<<<<<, |||||||, ======= and >>>>>>>"),
}
"""What tools put where they cannot join two versions: the tool, and all that it puts."""

# In capitals it may be a word where the source has capitals, too: "ALL" is "TODO" in Spanish.
_MARKED = re.compile(r"[\[(]?(TODO|FIXME|TBD|TBC|XXX)[\])]?(?:\s*[:;.–—-]|\s*$)")
_BEGUN = re.compile(r"(TODO|FIXME|TBD)(?!\w)")
_ALONE = re.compile(
    r"[\[({<«\"'*_]*(x{3,}|tb[acd]|to[ -]?do|fixme|wip|asdf\w*|bla(?: ?bla)+"
    r"|(?:noch )?(?:zu )?übersetzen|(?:à|a|por|da|para) (?:traduire|tradu(?:zi|ci)r|tradurre)"
    r"|te vertalen|nog vertalen|do (?:przetłumaczenia|tłumaczenia)|(?:k )?přeložit"
    r"|übersetzung (?:fehlt|folgt)|text folgt|traduction (?:manquante|à venir)|traducción pendiente"
    r"|traduzione mancante|brak tłumaczenia|chybí překlad|vertaling ontbreekt"
    r"|未訳|未翻訳|要翻訳|待翻译|未翻译|待翻譯|未翻譯|미번역|번역 ?(?:필요|예정))"
    r"[\])}>»\"'*_.…:!?]*",
    re.IGNORECASE,
)
"""Whole translations that are none."""

_ALL = {"ast", "es", "gl", "pt"}
"""Languages in which "todo" is a word of its own: all."""

_OF_GAPS = ("??", "xxx", "XXX", "__")
_GAP = re.compile(r"(?<!\S)[\[(]*(\?{2,}|[xX]{3,}|_{3,})[\])]*(?![^\s.,;:])")
_DUMMY = re.compile(
    r"lorem ipsum|\b(?:please )?translate (?:me|this)\b"
    r"|\bto be (?:translated|confirmed|completed)\b"
    r"|\bnot (?:yet )?translated\b|\btranslation (?:missing|needed|pending)\b",
    re.IGNORECASE,
)
_OF_DUMMIES = ("lorem", "tran", "to be")
_WORD = re.compile(r"[^\W_]")


def conflict_marks(pair: Pair) -> Iterator[Finding]:
    """`msgcat` and git mark both versions where they cannot join two translations."""
    for mark, (tool, marks) in _MARKS_OF_TOOLS.items():
        if mark in pair.translation and mark not in pair.source and _is_whole(mark, pair):
            yield Finding(
                code="unfinished-translation",
                message=f"The translation holds two versions, which `{tool}` put together "
                f"{both(pair, in_translation=mark)}.",
                hint=f"Keep one of them, and remove the lines with {marks}.",
                can_be_waived=False,
            )
            return


def _is_whole(mark: str, pair: Pair) -> bool:
    """Whether the mark is no piece of a longer row of signs."""
    return re.search(rf"(?<!\S){re.escape(mark)}(?!\S)", pair.translation) is not None


def placeholder_words(pair: Pair) -> Iterator[Finding]:
    """What stands for a translation that is still to be written."""
    mark = _standing_for(pair)
    if mark:
        yield Finding(
            code="unfinished-translation",
            message=f'The translation says "{mark}", which stands for words that are to come '
            f"{both(pair, in_translation=mark)}.",
            hint="Translate it, or leave it empty or marked fuzzy until then.",
        )


def _standing_for(pair: Pair) -> str:
    """The piece of a translation that is none, if there is one that its source has not."""
    text, source = pair.translation.strip(), pair.source
    if not _WORD.search(text):
        return text if text and _WORD.search(source) else ""
    gap = _GAP.search(text) if any(signs in text for signs in _OF_GAPS) else None
    if gap and gap[1][:2].lower() not in source.lower():
        return gap[1]
    if len(text) <= _SHORT and not _DUMMY.search(source) and (alone := _ALONE.fullmatch(text)):
        is_word = pair.lang.split("-")[0] in _ALL and alone[1].lower() == "todo"
        if not is_word and alone[1].lower() not in source.lower():
            return alone[1]
    small = text.lower()
    dummy = _DUMMY.search(text) if any(word in small for word in _OF_DUMMIES) else None
    if dummy and not _DUMMY.search(source):
        return dummy[0]
    mark = _MARKED.match(text)
    if not mark and pair.lang.split("-")[0] not in _ALL:
        mark = _BEGUN.match(text)
    return mark[1] if mark and not _has_capitals(source) else ""


_SHORT = 40
"""A longer text is a sentence, whatever it begins with."""


def _has_capitals(source: str) -> bool:
    """Whether the source has a word in capitals, whose translation may look like a mark."""
    return any(len(word) > 2 and word.isupper() for word in re.findall(r"[^\W\d_]+", source))
