"""Invisible characters: each where it hides or reorders something, and where it is at home."""

from __future__ import annotations

from pathlib import Path

from polynotice.checks.all_checks import ALL
from polynotice.checks.invisible import invisible
from polynotice.checks.pair import Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.draws import for_each
from tests.projects import problems_of, replace_in, translate

TAGS = "\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
"""What makes the flag of Wales of a black flag."""


@for_each(
    ("lang", "text", "found"),
    [
        ("de", "Ihre\u202e Daten", "202E"),  # reverses what follows
        ("de", "Ihre \u202dDaten\u202c", "202D 202C"),
        ("ar", "بياناتك \u202aGDPR\u202c", "202A 202C"),  # isolates do it without side effects
        ("he", "המידע \u202bשלך\u202c", "202B 202C"),
        ("ar", "بياناتك \u2066GDPR", "2066"),  # does not end
        ("ar", "بياناتك\u2069 GDPR", "2069"),  # ends nothing
        ("ar", "\u2066GDPR\u2069 \u2069", "2069"),
        ("ar", "\u2066بياناتك\u2069", "2066"),  # turns Arabic round
        ("he", "\u2067GDPR 2016\u2069 המידע", "2067"),  # turns English round
        ("en", "Your \u2066data\u2069", "2066"),  # serves nothing without another direction
        ("de", "Ihre\u200e Daten", "200E"),
        ("sv", "Dina\u200f uppgifter", "200F"),
        ("en", "Your\u061c data", "061C"),
        ("de", "Ihre\u200b Daten", "200B"),
        ("th", "ข้อ a\u200bb", "200B"),
        ("ja", "お客様の\u200dデータ", "200D"),
        ("de", "Auf\u200clage", "200C"),
        ("en", "Your 👩\u200d data", "200D"),
        ("zh-Hans", "您的\ufeff数据", "FEFF"),
        ("fr", "Vos\u2060données", "2060"),
        ("de", "Daten\u00ad", "00AD"),
        ("de", "Da\u00ad\u00adten", "00AD"),
        ("ko", "귀하의\u3164 데이터", "3164"),
        ("ko", "\u115f\u1160 데이터", "115F 1160"),
        ("ko", "\uffa0데이터", "FFA0"),
        ("en", "Your\u2800data", "2800"),
        ("km", "ទ\u17b4", "17B4"),
        ("en", "Your\u034f data", "034F"),
        ("en", f"Your data{TAGS[0]}", "E0067"),
        ("en", f"Wales {TAGS}", "E0067 E0062 E0077 E006C E0073 E007F"),
        ("en", f"\U0001f3f4{TAGS[:2]}{TAGS[-1]}", "E0067 E0062 E007F"),  # no flag
        ("en", "Your\ufe0f data", "FE0F"),
        ("en", "Your\U000e0100 data", "E0100"),
        ("en", "Your\u180b data", "180B"),
        ("en", "Your\u180e data", "180E"),
        ("en", "Your\u2061\u206a data", "2061 206A"),
        ("en", "Your\ufff9 data\ufffb", "FFF9 FFFB"),
        ("en", "Your\x00 \x08data\x7f", "0000 0008 007F"),
        ("en", "Your\x85data", "0085"),
        ("en", "Your\u2028data\u2029", "2028 2029"),
        ("fi", "Tietosi\ue000", "E000"),
        ("en", "Your da\u0301\u0301\u0301\u0301\u0301ta", "0301"),
    ],
)
def test_what_can_hide_or_reorder_text_is_found(lang: str, text: str, found: str) -> None:
    codes = [finding.message.partition("U+")[2].split()[0] for finding in invisible(text, lang, "")]
    assert codes == found.split()


@for_each(
    ("lang", "text"),
    [
        ("fa", "داده\u200cهای شما"),
        ("en", "Your data (داده\u200cها)"),
        ("hi", "आपका डेटा क्\u200dष"),
        ("si", "ශ්\u200dරී ලංකා"),
        ("ml", "അവന്\u200d"),
        ("ar", "هـ\u200d"),
        ("ar", "بياناتك (GDPR)\u200f"),
        ("he", "המידע שלך (GDPR)\u200f"),
        ("ar", "أ\u061c (1)"),
        ("en", "The shop שלום\u200f (closed)"),
        ("ar", "شركة \u2066Shop Ltd.\u2069 هنا"),
        ("he", "\u2068Shop 2016\u2069 \u2068שלום\u2069"),
        ("en", "The \u2067שלום\u2069 shop"),
        ("ar", "\u2067شركة \u2066Shop\u2069\u2069"),
        ("de", "Daten\u00adschutz"),
        ("en", "2020\u2060–\u20602021"),
        ("km", "ទិន្នន័យ\u200bរបស់អ្នក"),
        ("th", "ข้อมูล\u200bGDPR"),
        ("de", "Team 👩\u200d💻 hier"),
        ("de", "Team 👨🏽\u200d⚕\ufe0f hier"),
        ("en", f"Wales \U0001f3f4{TAGS}"),
        ("en", "❤\ufe0f 1\ufe0f\u20e3 ©\ufe0e"),
        ("ja", "葛\U000e0100城"),
        ("mn", "ᠮ\u180bᠮ\u180eᠠ"),
        ("fr", "Vos données\u202f: toutes"),
        ("ja", "お客様の\u3000データ"),
        ("vi", "Dữ liệu của bạn (tie\u0302\u0301ng)"),
        ("ar", "\u0600١٢"),  # a number sign, which is seen
        ("en", "Your\tdata\nand more"),
    ],
)
def test_what_its_script_needs_is_fine(lang: str, text: str) -> None:
    assert list(invisible(text, lang, "text")) == []


def pair(translation: str) -> Pair:
    return Pair(
        source="Your data",
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale("de")),
    )


def test_an_invisible_character_of_a_translation_is_named() -> None:
    found = [f for check in ALL for f in check(pair("Ihre\u202e Daten"))]
    assert [(f.code, f.message) for f in found] == [
        (
            "hidden-character",
            "The translation has an invisible U+202E (RIGHT-TO-LEFT OVERRIDE) in it.",
        )
    ]


def test_a_person_may_know_better_of_joiners_but_not_of_what_reorders_or_hides(
    notice: Path,
) -> None:
    catalogue = notice / "locales/de/LC_MESSAGES/notice.po"
    for character, codes in (("\u200c", []), ("\u202e", ["hidden-character"])):
        translate(notice, "de", **{"Messages.": f"Nach{character}richten."})
        replace_in(
            catalogue,
            'msgctxt "purposes/chat/personal_data"',
            '# polynotice: ignore hidden-character\nmsgctxt "purposes/chat/personal_data"',
        )
        assert [line.split()[-1] for line in problems_of(notice)] == codes


def test_the_source_is_looked_at_too(notice: Path) -> None:
    replace_in(notice / "mkdocs.yml", "[en, de]", "[en]")
    replace_in(notice / "notice_data/care.yml", "Messages.", "Mess\u200bages.")
    replace_in(notice / "docs/index.md", "What we do", "What\u202e we do")
    assert problems_of(notice) == [
        "docs/index.md:3: error hidden-character",
        "notice_data/care.yml:12: error hidden-character",
    ]
