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
from polynotice.checks import catalogue, sentences, wording
from polynotice.checks.all_checks import ALL, concerned
from polynotice.checks.pair import Finding, Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.checks.markdown import DEFINITIONS, MARKDOWN
from tests.checks.test_every_check import CASES
from tests.draws import draws
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


def findings(pairs: list[Draw]) -> list[list[Finding]]:
    """What is found in each pair, with nothing known of what its texts become."""
    become = MARKDOWN.beside([DEFINITIONS]).inline
    source_conventions = conventions(find_locale("en"))
    found = []
    for number, (lang, source, translation) in enumerate(pairs):
        pair = Pair(
            source=source,
            translation=translation,
            source_conventions=source_conventions,
            conventions=conventions(find_locale(lang)),
            become=become,
        )
        entry = Entry(msgid=source, msgstr=(translation,))
        found.append(list(catalogue.findings_of(entry, pair, (), is_prose=number % 2 == 0)))
    return found


@draws(1, thoroughly=6, of=40)
def test_nothing_is_left_out_that_would_have_found_something(
    draws: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = list(map(drawn, range(draws.start * 1000, draws.stop * 1000)))
    if draws.start == 0:
        pairs += [*real_pairs()[::3], *with_each_piece()]
    found = findings(pairs)
    switch_off_all_shortcuts(monkeypatch)
    sought = findings(pairs)
    assert [one for one in zip(pairs, found, sought, strict=True) if one[1] != one[2]] == []
    codes = {finding.code for each in found for finding in each}
    assert len(codes) > 12, "the pairs have too little that is wrong"


def switch_off_all_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every text be of every kind, and every check look at every text."""
    for name, module in list(sys.modules.items()):
        if name.startswith("polynotice.") and hasattr(module, "kinds_in"):
            monkeypatch.setattr(module, "kinds_in", lambda _: -1)
    monkeypatch.setattr(catalogue, "concerned", lambda _: ALL)
    monkeypatch.setattr(sentences, "_may_double", lambda _: True)
    monkeypatch.setattr(wording, "_begin_alike", lambda *_: True)


def test_a_check_is_left_out_where_its_signs_are_missing() -> None:
    def asked(source: str, translation: str) -> set[str]:
        de = conventions(find_locale("de"))
        pair = Pair(source=source, translation=translation, source_conventions=de, conventions=de)
        return {check.__name__ for check in concerned(pair)}

    everywhere = asked("We keep your data.", "Wir behalten Ihre Daten.")
    assert {"numbers", "links", "versions", "opening_sign"} & everywhere == set()
    assert {"length", "identical", "doubled_words"} <= everywhere
    assert asked("In 3 days.", "In drei Tagen.") - everywhere == {"numbers"}
    assert asked("In drei Tagen.", "In 3 days.") - everywhere == {"numbers", "versions"}
    assert asked("Why?", "Warum.") == everywhere
    assert asked("Why.", "Warum?") - everywhere == {"french_space", "opening_sign"}
