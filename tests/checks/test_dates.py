"""Dates without their year, or without their day."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("ja", "Reply by 18 March.", "3月18日までにお返事ください。"),
        ("az", "Reply by 18 June 2025.", "18 İyun 2025"),
        ("en-GB", "Reply by 18 September.", "Reply by 18 \u017feptember."),
        ("en-GB", "Reply by 18 April.", "Reply by 18 Apr\u0131l."),
        ("tr", "Reply by 18 November.", "18 Kasim’a kadar yanıtlayın."),
        ("tr", "Changed on 18 November 2025.", "18 KASIM 2025 tarihinde değişti."),
        ("el", "Since July 2025.", "Από Ιούλιο\u03c3 2025."),
        ("ko", "Reply by 18 March.", "3월 18일까지 답변해 주세요."),
        ("cs", "Reply by 18 March.", "Odpovězte do 18. 3."),
        ("cs", "Reply by 18 March.", "Odpovězte do 18. března."),
        ("sl", "Until 31 December.", "Do 31. 12."),
        ("sl", "Until 31 December.", "Do 31. decembra."),
        ("de", "Until 31 December.", "Bis zum 31.12. jeden Jahres."),
        ("de", "Until 31 December.", "Bis 31. Dezember."),
        ("de", "Reply by 18 March.", "Bis 18. März."),
        ("fr", "Reply by 18 March.", "Avant le 18 mars."),
        ("fr", "From 1 March.", "À partir du 1er mars."),
        ("es", "Reply by 18 March.", "Antes del 18 de marzo."),
        ("pt", "Reply by 18 March.", "Até 18 de março."),
        ("it", "Reply by 18 March.", "Entro il 18 marzo."),
        ("it", "From 1 July.", "Dal 1° luglio."),
        ("nl", "Reply by 18 March.", "Vóór 18 maart."),
        ("pl", "Reply by 18 March.", "Do 18 marca."),
        ("sk", "Reply by 18 March.", "Do 18. marca."),
        ("hu", "Reply by 18 March.", "Március 18-ig."),
        ("hu", "Reply by 18 March.", "03. 18-ig."),
        ("hr", "Reply by 18 March.", "Do 18. ožujka."),
        ("ro", "Reply by 18 March.", "Până la 18 martie."),
        ("bg", "Reply by 18 March.", "До 18 март."),
        ("el", "Reply by 18 March.", "Έως τις 18 Μαρτίου."),
        ("fi", "Reply by 18 March.", "Viimeistään 18. maaliskuuta."),
        ("fi", "Reply by 18 March.", "Viimeistään 18.3."),
        ("sv", "Reply by 18 March.", "Senast den 18 mars."),
        ("sv", "Reply by 18 March.", "Senast 18/3."),
        ("da", "Reply by 18 March.", "Senest den 18. marts."),
        ("et", "Reply by 18 March.", "Hiljemalt 18. märtsiks."),
        ("lv", "Reply by 18 March.", "Līdz 18. martam."),
        ("lt", "Reply by 18 March.", "Iki kovo 18 d."),
        ("lt", "Reply by 18 March.", "Iki kovo 18-osios."),
        ("zh-Hans", "Reply by 18 March.", "请于3月18日前回复。"),
        ("zh-Hans", "Reply by 18 March.", "请于3月18号前回复。"),
        ("ar", "Reply by 18 March.", "الرد قبل 18 مارس."),
        ("ar", "Reply by 18 March.", "الرد قبل ١٨ مارس."),
        ("he", "Reply by 18 March.", "עד 18 במרץ."),
        ("tr", "Reply by 18 March.", "18 Mart’a kadar."),
        ("uk", "Reply by 18 March.", "До 18 березня."),
        ("ru", "Reply by 18 March.", "До 18 марта."),
        ("vi", "Reply by 18 March.", "Trước ngày 18 tháng 3."),
        ("vi", "Reply by 18 March.", "Trước 18/3."),
        ("de", "By March 18.", "Bis 18. März."),
        ("de", "By March 18th.", "Bis 18. März."),
        ("de", "By the 18th of March.", "Bis zum 18. März."),
        ("de", "By 18 Mar.", "Bis 18. März"),
        ("de", "Sept 18.", "18. September."),
        ("ja", "From 18 to 20 March.", "3月18日から20日まで。"),
        ("ja", "1–18 March", "3月1日～18日"),
        ("de", "From March 18 to 20.", "Vom 18. bis 20. März."),
        ("ja", "18–20 March 2025", "2025年3月18日～20日"),
        ("ja", "In March 2025.", "2025年3月に。"),
        ("cs", "In March 2025.", "V březnu 2025."),
        ("cs", "In March 2025.", "3/2025."),
        ("de", "In March 2025.", "Im März 2025."),
        ("de", "In March 2025.", "03.2025"),
        ("pl", "In March 2025.", "W marcu 2025 r."),
        ("ja", "Each March.", "毎年3月。"),
        ("ko", "Between May and June.", "5월부터 6월까지."),
        ("zh-Hans", "In March.", "在3月。"),
        ("vi", "In March.", "Vào tháng 3."),
        ("sl", "In March 2025.", "Marca 2025."),
        ("lv", "In March 2025.", "2025. gada martā."),
        ("hu", "In March 2025.", "2025 márciusában."),
        ("ro", "The 2 most important ones.", "Cele 2 mai importante."),
        ("it", "Two sets: 2 set.", "2 set: due set"),
        ("de", "You may 2 times.", "Sie dürfen 2 Mal."),
        ("ro", "More than 5 days.", "5 mai multe zile."),
    ],
)
def test_a_day_may_be_written_as_its_language_writes_it(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("ja", "Reply by 18 March.", "3月19日まで。"),
        ("az", "Reply by 18 June 2025.", "18 İyul 2025"),
        ("tr", "Reply by 18 March.", "18 Kasim’a kadar yanıtlayın."),
        ("ja", "Reply by 18 March.", "4月18日まで。"),
        ("ko", "Reply by 18 March.", "3월 19일까지."),
        ("cs", "Reply by 18 March.", "Do 18. 4."),
        ("cs", "Reply by 18 March.", "Do 18. dubna."),
        ("cs", "Reply by 18 March.", "Do 19. března."),
        ("de", "Until 31 December.", "Bis zum 30.12. jeden Jahres."),
        ("de", "Until 31 December.", "Bis zum 31.11. jeden Jahres."),
        ("de", "Reply by 18 March.", "Bis 18. Mai."),
        ("fr", "Reply by 18 March.", "Avant le 18 mai."),
        ("pl", "Reply by 18 March.", "Do 18 maja."),
        ("ar", "Reply by 18 March.", "قبل 18 مايو."),
        ("sl", "Reply by 18 March.", "Do 18. maja."),
        ("hu", "Reply by 18 March.", "Május 18-ig."),
        ("fi", "Reply by 18 March.", "Viimeistään 18. toukokuuta."),
        ("lv", "Reply by 18 March.", "Līdz 18. maijam."),
        ("lt", "Reply by 18 March.", "Iki gegužės 18 d."),
        ("zh-Hans", "Reply by 18 March.", "4月18日前。"),
        ("vi", "Reply by 18 March.", "Trước ngày 18 tháng 4."),
        ("ja", "From 18 to 20 March.", "3月18日から21日まで。"),
        ("ja", "In March 2025.", "2025年4月に。"),
        ("de", "In March 2025.", "Im April 2025."),
        ("ja", "Each March.", "毎年4月。"),
    ],
)
def test_another_day_or_month_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]


CHANGED = "Last changed on 18 March 2026."


@for_each(
    ("lang", "source", "translation"),
    [
        ("ja", CHANGED, "最終変更日:令和8年3月18日。"),
        ("ja", CHANGED, "最終変更日:令和8年3月18日。"),
        ("ja", CHANGED, "最終変更日:令和八年3月18日。"),
        ("ja", CHANGED, "最終変更日:2026年(令和8年)3月18日。"),
        ("ja", CHANGED, "最終変更日:令和8年(2026年)3月18日。"),
        ("ja", "Since 2019.", "令和元年以来。"),
        ("ja", "Since 2003.", "平成15年から。"),
        ("ja", "Act No. 57 of 2003", "平成15年法律第57号"),
        ("ja", "Since 1988.", "昭和63年から。"),
        ("zh-Hant", "Since 2026.", "自民國115年起。"),
    ],
)
def test_a_year_of_a_reign_is_its_common_year(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("ja", CHANGED, "最終変更日:令和7年3月18日。"),
        ("ja", CHANGED, "最終変更日:平成8年3月18日。"),
        ("ja", CHANGED, "最終変更日:2026年(令和7年)3月18日。"),
        ("ja", CHANGED, "最終変更日:令和8年3月19日。"),
        ("ja", "Since 2003.", "平成14年から。"),
        ("zh-Hant", "Since 2026.", "自民國114年起。"),
    ],
)
def test_another_year_of_a_reign_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
