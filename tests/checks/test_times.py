"""Times of day."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Call until 5 p.m.", "Rufen Sie bis 17 Uhr an."),
        ("de", "Call until 5 p.m.", "Bis 17:00 Uhr."),
        ("de", "Call until 5 p.m.", "Bis 17.00 Uhr."),
        ("fr", "Call until 5 p.m.", "Jusqu’à 17 h."),
        ("fr", "Call until 5 pm.", "Jusqu’à 17h00."),
        ("fr", "Call until 5.30 pm.", "Jusqu’à 17 h 30."),
        ("fr", "Call until 5:30 PM.", "Jusqu’à 17h30."),
        ("es", "Call until 5 p.m.", "Hasta las 5 p. m."),
        ("es", "Call until 5 p.m.", "Hasta las 17:00 h."),
        ("es", "Call until 5 p.m.", "Hasta las 5 de la tarde."),
        ("es", "Call until 5:30 p.m.", "Hasta las 5:30 de la tarde."),
        ("de", "Until 5 p.m.", "Bis 5 Uhr nachmittags."),
        ("de", "Until 8 p.m.", "Bis 8 Uhr abends."),
        ("de", "Until 5 p.m.", "Nachmittags bis 5 Uhr."),
        ("pl", "Until 5 p.m.", "Do 5 po południu."),
        ("ru", "Until 5 p.m.", "До 5 часов вечера."),
        ("fr", "Until 5 p.m.", "Jusqu’à 5 heures de l’après-midi."),
        ("it", "Until 5 p.m.", "Fino alle 5 del pomeriggio."),
        ("cs", "Until 5 p.m.", "Do 5 odpoledne."),
        ("nl", "Until 5 p.m.", "Tot 5 uur ’s middags."),
        ("zh-Hans", "From 2 to 5 p.m.", "下午2点到5点。"),
        ("de", "From 9 a.m.", "Ab 9 Uhr."),
        ("de", "Until 12 p.m.", "Bis 12 Uhr."),
        ("en-GB", "Until 5 p.m.", "Until 5 pm."),
        ("pt", "Until 5 p.m.", "Até às 17h."),
        ("fi", "Until 5 p.m.", "Klo 17 asti."),
        ("sv", "Until 5 p.m.", "Till kl. 17.00."),
        ("cs", "Until 5 p.m.", "Do 17 hodin."),
        ("hu", "Until 5 p.m.", "Délután 5 óráig."),
        ("hu", "Until 5 p.m.", "17 óráig."),
        ("ja", "Until 5 p.m.", "午後5時まで。"),
        ("ja", "Until 5 p.m.", "17時まで。"),
        ("ja", "Until 5:30 p.m.", "午後5時半まで。"),
        ("ja", "Until 5:30 p.m.", "17時30分まで。"),
        ("zh-Hans", "Until 5 p.m.", "下午5点前。"),
        ("zh-Hans", "Until 5 p.m.", "17:00前。"),
        ("ko", "Until 5 p.m.", "오후 5시까지."),
        ("ar", "Until 5 p.m.", "حتى الساعة 5 مساءً."),
        ("he", "Until 5 p.m.", "עד השעה 17:00."),
        ("de", "9 a.m. to 5 p.m.", "9 bis 17 Uhr"),
        ("de", "9 a.m.–5 p.m.", "9–17 Uhr"),
        ("pl", "9 a.m. to 5 p.m.", "9:00–17:00"),
        ("pl", "9 a.m. to 5 p.m.", "od 9.00 do 17.00"),
        ("de", "from 2 to 5 p.m.", "14 bis 17 Uhr"),
        ("de", "from 9 to 5 p.m.", "9 bis 17 Uhr"),
        ("de", "From 9:00 to 17:00", "von 9 bis 17 Uhr"),
        ("de", "12 noon", "12 Uhr"),
        ("de", "12 noon", "mittags"),
        ("de", "noon", "12 Uhr"),
        ("de", "at noon", "12:00 Uhr"),
        ("de", "midnight", "0 Uhr"),
        ("de", "midnight", "24 Uhr"),
        ("fr", "12 p.m.", "midi"),
        ("de", "12 a.m.", "Mitternacht"),
        ("en-US", "Until 17:00.", "Until 5 p.m."),
        ("es-MX", "Until 17:00.", "Hasta las 5:00 p. m."),
        ("de", "24/7 support", "Hilfe rund um die Uhr"),
        ("fr", "24/7 support", "Assistance 24 h/24 et 7 j/7"),
        ("fr", "24/7", "24h/24, 7j/7"),
        ("es", "24/7", "las 24 horas"),
        ("pl", "24/7", "całodobowo"),
        ("ja", "24/7", "24時間365日"),
        ("ja", "24/7", "年中無休"),
        ("de", "around the clock", "24 Stunden am Tag, 7 Tage die Woche"),
        ("de", "24/7", "24 Stunden am Tag"),
    ],
)
def test_a_time_may_be_said_as_its_language_says_it(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Call until 5 p.m.", "bis 16 Uhr"),
        ("de", "Call until 5 p.m.", "bis 16:00 Uhr"),
        ("fr", "Until 5 p.m.", "jusqu’à 16 h"),
        ("ja", "Until 5 p.m.", "午前5時"),
        ("ja", "Until 5 p.m.", "午後6時"),
        ("de", "9 a.m. to 5 p.m.", "9 bis 16 Uhr"),
        ("de", "until 5:30 p.m.", "bis 17:00"),
        ("en-US", "Until 17:00.", "Until 5 a.m."),
        ("es", "Until 5 p.m.", "Hasta las 5 a. m."),
        ("de", "12 noon", "11 Uhr"),
        ("de", "Until 5 p.m.", "Bis 5 Uhr."),
        ("de", "Until 5 p.m.", "Bis 5:00 Uhr."),
        ("de", "Until 5:30 p.m.", "Bis 5.30 Uhr."),
        ("fr", "Until 5 p.m.", "Jusqu’à 5 h."),
        ("pl", "Until 5 p.m.", "Do 5:00."),
        ("ja", "Until 5 p.m.", "5時まで。"),
        ("de", "9 a.m. to 5 p.m.", "9 bis 5 Uhr"),
        ("de", "Until 5 p.m.", "Bis 6 Uhr nachmittags."),
        ("de", "Until 17:00", "bis 5 Uhr"),
        ("de", "24/7 support", "24/6"),
        ("de", "24/7 support", "12 Stunden"),
    ],
)
def test_another_time_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
