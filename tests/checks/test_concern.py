"""What is left out of a check as no concern of a pair's would have found nothing.

Each pair is checked twice: as always, and with all that lets a check leave a text alone switched
off. The pairs are those of this notice, of the plugin's own words and of the other tests, and what
becomes of them when pieces that checks look for are put into them.
"""

from __future__ import annotations

import random
import sys
from functools import cache
from pathlib import Path

import pytest

from polynotice.catalogues import po_reader
from polynotice.catalogues.po_format import Entry
from polynotice.checks import catalogue
from polynotice.checks.all_checks import ALL, concerned
from polynotice.checks.look import Look, sources_of
from polynotice.checks.pair import Become, Finding, Pair, all_as_written
from polynotice.checks.terms import Glossary, Term
from polynotice.core.characters import kinds_in, kinds_in_each
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.model import Span, Text
from tests.checks.markdown import DEFINITIONS, MARKDOWN
from tests.checks.test_every_check import CASES
from tests.draws import draws, for_each
from tests.payloads import ALL as PAYLOADS

ROOT = Path(__file__).parents[2]
Draw = tuple[str, str, str]
"""A locale, a source and a translation."""

PIECES = [
    *"?!:;.,…()[]{}<>*_`|~#=@$%&+-/\\^\n\t·。？؟،«»“”„’½²Ⅳ字\u00a0\u202f\u3000\u00ad\u200b\u202e",
    "3", "30", "2016/679", "٣٠", "३०", "三十", "二十四", "1,5", "1.5", "1 000", "1\u202f000",
    "17 December 2025", "17. Dezember 2025", "2025-12-17", "3月18日", "18 March", "5 p.m.", "17:00",
    "24/7", "thirty", "dreißig", "quarante", "двадцать", "two weeks", "million", "IV", "CXII",
    "Chapter III", "TLS 1.3", "TLS 1,3", "TODO", "todo", "[TODO]", "(TBD)", "FIXME:", "@todo",
    "xxx", "xx", "Xx", "50 %", "XX", "??", "___", "to do:", "to be confirmed", "Lorem Ipsum",
    "tranſlate me", "未翻訳", "[DE]",
    "n/a", "  \n", "<<<<<<<", "=======", "|||||||", "#-#-#-#-#", "<b>", "&lt;b&gt;", "**x**", "`c`",
    "[w](p.md)", "[^law]", "[gdpr]", "www.a.example", "WWW.a.example", "https://b.example/x",
    "a@b.example", "{shop}", "{{ shop }}", "%s", "{: .wide }", ":smile:", "urn:x:1", "# ", "- ",
    "::: x", "the the", "(der der)", "der der,", "m² m²", "(m² m²)", "a-a a", "l'eau eau", "DPO",
    "\u0301" * 5, "‼‼‼‼‼", "\U0001f600", "\ufdd0", "\ue000",
]  # fmt: skip
"""What checks look for, in several scripts, and what resembles it."""


@cache
def real_pairs() -> list[Draw]:
    """The translations of this notice, of the plugin's own words and of the other tests."""
    paths = [*ROOT.glob("locales/*/LC_MESSAGES/*.po"), *ROOT.glob("plugins/polynotice/words/*.po")]
    pairs = [
        (_locale_of(path), entry.msgid, entry.msgstr[0])
        for path in sorted(paths)
        for entry in po_reader.parse(path.read_text(encoding="utf-8")).entries
        if entry.msgstr[0]
    ]
    return pairs + [(case.lang, case.source, text) for case in CASES for text in case[3:]]


def _locale_of(path: Path) -> str:
    name = path.parents[1].name if path.parent.name == "LC_MESSAGES" else path.stem
    return name.replace("_", "-")


PLAIN = {
    "de": ("We keep your data.", "Wir behalten Ihre Daten."),
    "fr": ("We record your calls", "Nous enregistrons vos appels"),
    "es": ("We record your calls", "Grabamos sus llamadas"),
    "ja": ("We keep your data.", "お客様のデータを保管します。"),
    "ar": ("We record your calls", "نسجل مكالماتكم"),
}


def with_each_piece() -> list[Draw]:
    """Plain pairs with each piece before, between and behind the words of the translation."""
    return [
        (lang, source, text)
        for lang, (source, plain) in PLAIN.items()
        for piece in PIECES
        for text in (f"{piece} {plain}", plain.replace(" ", f" {piece} ", 1), plain + piece)
    ]


def drawn(number: int) -> Draw:
    """A real pair, one or both of whose texts have been changed; the same for the same number."""
    chance = random.Random(number)  # noqa: S311
    lang, source, translation = chance.choice(real_pairs())
    if chance.random() < 0.8:
        translation = changed(translation, chance)
    if chance.random() < 0.4:
        source = changed(source, chance)
    if chance.random() < 0.1:
        translation = chance.choice((changed(source, chance), chance.choice(PIECES), source))
    return lang, source, translation


def changed(text: str, chance: random.Random) -> str:
    """The text with pieces more, words fewer or twice, or in other letters."""
    for _ in range(chance.randint(1, 3)):
        words = text.split(" ")
        place = chance.randrange(len(words))
        match chance.randrange(6):
            case 0:
                words.insert(place, chance.choice(PIECES))
            case 1:
                words[place] += chance.choice(PIECES)
            case 2:
                words[place] = chance.choice((*PIECES, *PAYLOADS))
            case 3:
                words[place] += chance.choice((" ", "  ", "\n", ", ")) + words[place]
            case 4:
                del words[place]
            case 5:
                words = [chance.choice((str.upper, str.lower, str.title))(text)]
        text = " ".join(words)
    return text


GLOSSARY = Glossary(
    path="glossary.yml",
    terms=(
        Term(source="personal data", use=("personenbezogen*",), avoid=("private Daten",)),
        Term(source="data", use=("Daten*", "données", "datos")),
        Term(source="DPO", use=("DSB", "DPO")),
        Term(source="retention period", avoid=("Frist",)),
    ),
)


def findings(pairs: list[Draw], *, at_length: bool = False) -> list[list[Finding]]:
    """What is found in each pair; if `at_length`, with every check asked of each of them.

    Otherwise the pairs of a language are looked through together, as those of a catalogue.
    """
    source_conventions = conventions(find_locale("en"))
    found: dict[int, list[Finding]] = {}
    for lang in dict.fromkeys(lang for lang, _, _ in pairs):
        places = [place for place, pair in enumerate(pairs) if pair[0] == lang]
        own = conventions(find_locale(lang))
        glossary = GLOSSARY if lang in ("de", "fr", "es") else None
        texts = [Text(msgid=pairs[place][1], span=Span("a.md")) for place in places]
        sources = sources_of(texts, source_conventions, become_of)
        look = Look(sources, [pairs[place][2] for place in places], own, glossary)
        for place, asked in zip(places, concerned(look), strict=True):
            _, source, translation = pairs[place]
            checks = ALL if at_length else asked
            pair = Pair(
                source=source,
                translation=translation,
                source_conventions=source_conventions,
                conventions=own,
                glossary=glossary,
                become=become_of(texts[0]),
            )
            entry = Entry(msgid=source, msgstr=(translation,))
            is_prose = place % 2 == 0
            found[place] = (
                list(catalogue.findings_of(entry, pair, (), checks, is_prose=is_prose))
                if checks is not None
                else []
            )
    return [found[place] for place in range(len(pairs))]


BECOME = MARKDOWN.beside([DEFINITIONS]).inline


def become_of(_: Text) -> Become:
    """What every text becomes."""
    return BECOME


@draws(1, thoroughly=6, of=40)
def test_nothing_is_left_out_that_would_have_found_something(
    draws: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = list(map(drawn, range(draws.start * 1000, draws.stop * 1000)))
    if draws.start == 0:
        pairs += [*real_pairs()[::3], *with_each_piece()]
    found = findings(pairs)
    switch_off_all_shortcuts(monkeypatch)
    sought = findings(pairs, at_length=True)
    assert [one for one in zip(pairs, found, sought, strict=True) if one[1] != one[2]] == []
    codes = {finding.code for each in found for finding in each}
    assert len(codes) > 12, "the pairs have too little that is wrong"


def switch_off_all_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every text be of every kind."""
    for name, module in list(sys.modules.items()):
        if name.startswith("polynotice.") and hasattr(module, "kinds_in"):
            monkeypatch.setattr(module, "kinds_in", lambda _: -1)


@draws(1, thoroughly=6, of=40)
def test_texts_are_of_the_same_kinds_together_as_each_by_itself(draws: range) -> None:
    pairs = map(drawn, range(draws.start * 1000, draws.stop * 1000))
    texts = [text for _, *both in pairs for text in both]
    assert kinds_in_each(texts) == list(map(kinds_in, texts))
    texts += ["a\0b", "", "???"]
    assert kinds_in_each(texts) == list(map(kinds_in, texts))
    assert kinds_in_each([]) == []


def asked_of(*pairs: tuple[str, str], lang: str = "de") -> list[set[str] | None]:
    """The names of the checks that are asked of each pair of a catalogue."""
    own = conventions(find_locale(lang))
    texts = [Text(msgid=source, span=Span("a.md")) for source, _ in pairs]
    sources = sources_of(texts, conventions(find_locale("en")), all_as_written)
    asked = concerned(Look(sources, [translation for _, translation in pairs], own))
    return [None if each is None else {check.__name__ for check in each} for each in asked]


PLAIN_PAIR = ("We keep your calls.", "Ihre Anrufe bleiben.")


def test_a_check_is_left_out_where_what_it_looks_for_is_missing() -> None:
    assert asked_of(PLAIN_PAIR, PLAIN_PAIR) == [None, None]
    for lang, source, translation, asked in (
        ("de", "In 3 days.", "Binnen drei Tagen.", {"numbers"}),
        ("de", "In 3 days.", "Binnen 3 Tagen.", None),
        ("de", "In 3 million days.", "Binnen 3 Tagen.", {"numbers"}),
        ("de", "In 3 days.", "Binnen 3 Mio. Tagen.", {"numbers"}),
        ("de", "On 3 May.", "Bis zum 3. Juni.", {"numbers"}),
        ("de", "At 3 p.m.", "Um 3 Uhr.", {"numbers"}),
        ("de", "In 1.3.", "Um 1.3.", {"numbers"}),
        ("de", "On 5/13/2025.", "Zum 5/13/2025.", {"numbers"}),
        ("de", "It costs 1,000.", "Kostet 1,000.", {"numbers", "versions"}),
        ("ja", "In 3 days.", "3万。", {"numbers"}),
        ("de", "TLS and 1.3", "Die 1,3", {"numbers", "versions"}),
        ("de", "Why.", "Aber?", {"end_punctuation"}),
        ("fr", "Why.", "Pourquoi?", {"end_punctuation", "french_space"}),
        ("es", "Why.", "Qué?", {"end_punctuation", "opening_sign"}),
        ("de", "Data.", "Dann.", None),
        ("de", "Data.", "DATA", {"identical", "end_punctuation"}),
        ("de", "We keep it.", "Ihre ihre Ihre Ihre.", {"doubled_words"}),
        ("de", "Kept in Baden Baden.", "Liegt in Baden Baden.", None),
        ("de", "Kept in Baden Baden.", "Liegt in Baden  Baden.", {"doubled_words"}),
        ("ja", "We keep it.", "語 語。", None),
        ("de", "We keep it.", " Ihre.", {"outer_space"}),
        ("de", "We keep it.", "Soft\u00adhyphen.", {"hidden_characters"}),
        ("de", "We keep it.", "- Ihre.", {"block_marks"}),
        ("de", "We keep it.", "Lorem ipsum.", {"placeholder_words"}),
        ("de", "We keep it.", "Tbd.", {"placeholder_words"}),
        ("de", "We keep thirty of it.", "Dreißig davon.", {"spelled_amounts"}),
        ("de", "We keep IV of it.", "Davon vier.", {"roman_numerals"}),
    ):
        before, found, behind = asked_of(PLAIN_PAIR, (source, translation), PLAIN_PAIR, lang=lang)
        assert (source, translation, found) == (source, translation, asked)
        if lang == "de":
            assert before is behind is None


def test_an_end_is_looked_at_where_a_reader_sees_another() -> None:
    (asked,) = asked_of(("Read it.", "Lies <b es."))
    assert asked is not None and "end_punctuation" in asked


def test_what_may_become_an_element_is_looked_at_without_any_check_of_words() -> None:
    assert asked_of(("We keep it.", "Alles ^^bleibt^^."), PLAIN_PAIR) == [set(), None]


def test_what_starts_a_block_is_looked_at_in_every_form() -> None:
    blocks = "# ", "- ", "* ", "+ ", "> ", "!!! ", "??? ", "???+ ", "::: ", "```", "~~~", "[TOC]"
    asked = asked_of(*(("We keep it.", f"{block}Ihre.") for block in blocks))
    assert all(each is not None and "block_marks" in each for each in asked)


@for_each(("lang", "whole"), [("de", "Wir rufen Sie bald an. " * 9), ("ja", "連絡します。" * 12)])
def test_texts_of_any_length_are_judged_together_as_each_by_itself(lang: str, whole: str) -> None:
    sources = "We call you back. ", "We will call you back very soon, and write. "
    pairs = [
        (lang, source * 4, whole[:size]) for source in sources for size in range(1, len(whole))
    ]
    found = findings(pairs)
    assert found == findings(pairs, at_length=True)
    assert {one.code for each in found for one in each} >= {"length", "missing-sentence"}


def test_all_checks_are_asked_of_what_cannot_be_looked_through_with_others() -> None:
    every = {check.__name__ for check in ALL}
    pairs = [PLAIN_PAIR, ("We keep your calls.", "Ihre\0Anrufe."), PLAIN_PAIR]
    assert asked_of(*pairs) == [None, every, None]
    assert asked_of(("We\0keep.", "Ihre."), PLAIN_PAIR) == [every, None]
    assert asked_of(PLAIN_PAIR, ("We keep. " * 2000, "Ihre."), PLAIN_PAIR) == [None, every, None]
    assert asked_of(("We keep.", "[" * 401), PLAIN_PAIR) == [every, None]
    assert asked_of() == []


def test_most_of_a_notice_is_asked_about_in_few_checks() -> None:
    pairs = [(source, text) for lang, source, text in real_pairs() if lang == "pl"]
    asked = asked_of(*pairs, lang="pl")
    assert sum(map(len, filter(None, asked))) < len(pairs)
