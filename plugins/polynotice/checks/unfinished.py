"""Translations that say that they are none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polynotice.checks.concern import only_where, sought_by
from polynotice.checks.look import BETWEEN, Look
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.core.characters import kind, kinds_in

_MARKS_OF_TOOLS = {
    "#-#-#-#-#": ("msgcat", "#-#-#-#-#"),
    "<<<<<<<": ("git", "<<<<<<<, ======= and >>>>>>>"),
    "=======": ("git", "<<<<<<<, ======= and >>>>>>>"),
    ">>>>>>>": ("git", "<<<<<<<, ======= and >>>>>>>"),
    "|||||||": ("git", "<<<<<<<, |||||||, ======= and >>>>>>>"),
}
"""What tools put where they cannot join two versions: the tool, and all that it puts."""

_SIGN_OF_TOOLS = kind(re.escape("".join(sorted({mark[0] for mark in _MARKS_OF_TOOLS}))))

_PHRASES = (
    r"(?:noch )?(?:zu )?übersetzen|(?:à|a|por|da|para) (?:traduire|tradu(?:zi|ci)r|tradurre)"
    r"|te vertalen|nog vertalen|do (?:przetłumaczenia|tłumaczenia)|(?:k )?přeložit"
    r"|übersetzung (?:fehlt|folgt)|text folgt|traduction (?:manquante|à venir)|traducción pendiente"
    r"|traduzione mancante|brak tłumaczenia|chybí překlad|vertaling ontbreekt|untranslated"
    r"|未訳|未翻訳|要翻訳|待翻译|未翻译|待翻譯|未翻譯|미번역|번역 ?(?:필요|예정)"
)
_ALONE = re.compile(
    rf"[\[({{<\"'*_]*(x{{2,}}|tb[acd]|to[ -]?do|fixme|wip|asdf\w*|bla(?: ?bla)+|{_PHRASES})"
    r"[\])}>»\"'*_.…:!?]*",
    re.IGNORECASE,
)
"""Whole translations that are none."""

_IN_BRACKETS = re.compile(
    rf"[\[({{<]\s?(to[ -]?do|fixme|tbd|wip|{_PHRASES})\s?[:.…!?]*[\])}}>]", re.IGNORECASE
)
_OPEN = tuple("[({<")

_ASKS = re.compile(
    r"\[\s?((?:to )?translat(?:e|ion)|missing|placeholder)\s?[:.…!?]*\](?![(\[:])", re.IGNORECASE
)
"""What English words ask for in square brackets; in round ones, they may be a translation."""

_ALL = {"an", "ast", "es", "gl", "pt"}
"""Languages in which "todo" is a word of its own: all."""

# In capitals it may be a word where the source has capitals, too: "ALL" is "TODO" in Spanish.
_EVERYWHERE = ("TODO", "FIXME", "TBD")
_AT_BEGINNING = (*_EVERYWHERE, "TBC", "XXX")
_MARKED = re.compile(rf"[\[(]?({'|'.join(_AT_BEGINNING)})[\])]?(?:\s*[:;.–—-]|\s*$)")
_CAPITALS = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(_EVERYWHERE)})(?![A-Za-z0-9])")
_AT = re.compile(r"(?<!\S)[\[(]?(@(?:todo|fixme|tbd))(?![\w-]|\.\w)", re.IGNORECASE)
_HEADED = re.compile(r"(to[ -]?do|fixme|tbd)\s?:", re.IGNORECASE)

_OF_MARKS = kind(re.escape("".join((*_OPEN, "@", ":"))), *_AT_BEGINNING)
"""What one of the marks beside other words has in it, or the sign before or behind it."""

_OF_GAPS = kind("", "??", "xx", "XX", "xX", "Xx", "__")
_GAP = re.compile(r"(?<!\S)[\[(]*(\?{2,}|[xX]{2,}|_{3,})[\])]*(?![^\s.,;:])")
_TWENTY = re.compile(r"(?<!\d)20(?!\d)|twent|vice", re.IGNORECASE)
"""What "XX" is in Roman letters."""

_DUMMY = re.compile(
    r"lorem ipsum|\b(?:please )?translate (?:me|this)\b"
    r"|\bto be (?:translated|confirmed|completed|decided|determined|announced|defined|done)\b"
    r"|\bnot (?:yet )?translated\b|\btranslation (?:missing|needed|pending)\b",
    re.IGNORECASE,
)
_OF_DUMMIES = ("lorem", "tran", "to be")
_WORD = re.compile(r"[^\W_]")

_NOTHING = re.compile(r"[\[(]?(n/a|n\. ?a\.|k\. ?a\.|n\.v\.t\.|n/d)[\])]?\.?", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\W*(?:n/?a|n\. ?a|none|nil|nothing|unavailable|inapplicable|unknown|does not apply"
    r"|no (?:data|information|answer)|not (?:applicable|available|given|known|needed|provided"
    r"|relevant|required|specified|stated|used))(?!\w)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"{BETWEEN}\s*(?:{_ALONE.pattern}|{_NOTHING.pattern})\s*(?={BETWEEN})", re.IGNORECASE
)
"""One of them among texts that are looked through as one."""
_LANGUAGE = re.compile(r"\[\s?([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})*)\s?\](?![(\[:])")


@only_where(translation=_SIGN_OF_TOOLS)
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


def _may_stand_for_others(look: Look) -> Iterator[int]:
    yield from look.of_kinds(_OF_GAPS | _OF_MARKS)
    yield from look.wordless
    yield from look.with_match(_WHOLE)
    small = look.joined.lower()
    texts: Sequence[str] = ()
    for piece in _OF_DUMMIES:
        if piece in small:
            texts = texts or small.split(BETWEEN)[1:-1]
            yield from (place for place, text in enumerate(texts) if piece in text)


@sought_by(_may_stand_for_others)
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
    kinds = kinds_in(pair.translation)
    mark = _gap(text, source) if kinds & _OF_GAPS else ""
    mark = mark or _whole(text, pair) or _dummy(text, source)
    return mark or (_language_mark(text, pair) or _mark(text, pair) if kinds & _OF_MARKS else "")


def _gap(text: str, source: str) -> str:
    gap = _GAP.search(text)
    if not gap or gap[1][:2].lower() in source.lower():
        return ""
    return "" if gap[1].lower() == "xx" and _TWENTY.search(source) else gap[1]


def _whole(text: str, pair: Pair) -> str:
    """A whole translation that is none, or that says that there is nothing, as its source does."""
    if len(text) > _SHORT:
        return ""
    alone, nothing = _ALONE.fullmatch(text), _NOTHING.fullmatch(text)
    if not (alone or nothing) or _DUMMY.search(pair.source):
        return ""
    source = pair.source.lower()
    if alone:
        mark = alone[1]
        is_word = _knows_todo(pair) and mark.lower() == "todo"
        is_number = mark.lower() == "xx" and _TWENTY.search(source)
        return "" if is_word or is_number or mark.lower() in source else mark
    return nothing[1] if nothing and not _SAYS_NOTHING.match(source) else ""


def _dummy(text: str, source: str) -> str:
    small = text.lower()
    if not any(piece in small for piece in _OF_DUMMIES):
        return ""
    dummy = _DUMMY.search(text)
    return dummy[0] if dummy and not _DUMMY.search(source) else ""


def _language_mark(text: str, pair: Pair) -> str:
    """What says which language is to be written there: "[DE]"."""
    locales = {pair.lang.lower(), pair.source_conventions.lang.lower()}
    for match in _LANGUAGE.finditer(text) if "[" in text else ():
        language = match[1].lower().replace("_", "-")
        is_one = language in locales or language.split("-")[0] in {
            part for one in locales for part in one.split("-")
        }
        if is_one and match[0] not in pair.source:
            return match[0]
    return ""


def _mark(text: str, pair: Pair) -> str:
    """A mark of unfinished work beside other words: "Adresse TODO prüfen", "… (TBD).", "@todo"."""
    source = pair.source
    mark = _AT.search(text) if "@" in text else None
    mark = mark or (_IN_BRACKETS.search(text) if any(sign in text for sign in _OPEN) else None)
    mark = mark or (_ASKS.search(text) if "[" in text else None)
    if mark and not (_knows_todo(pair) and mark[1] == "todo"):
        return "" if mark[1].lower() in source.lower() or _SAYS_MARK.search(source) else mark[1]
    mark = _MARKED.match(text)
    if _knows_todo(pair):
        return mark[1] if mark and not _has_capitals(source) else ""
    mark = mark or _CAPITALS.search(text) or _HEADED.match(text)
    return mark[1] if mark and not _SAYS_MARK.search(source) else ""


_SAYS_MARK = re.compile(
    r"\b(?:to[ -]?dos?|fixme|tb[acd]|x{3,}"
    r"|to be (?:announced|confirmed|decided|defined|determined|done))\b",
    re.IGNORECASE,
)
"""A source that says it itself."""


def _knows_todo(pair: Pair) -> bool:
    return pair.lang.split("-")[0] in _ALL


_SHORT = 40
"""A longer text is a sentence, whatever it begins with."""


def _has_capitals(source: str) -> bool:
    """Whether the source has a word in capitals, whose translation may look like a mark."""
    return any(len(word) > 2 and word.isupper() for word in re.findall(r"[^\W\d_]+", source))
