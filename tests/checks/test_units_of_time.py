"""Spans of time in other units."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "A copy within two weeks.", "Eine Kopie binnen 14 Tagen."),
        ("zh-Hans", "Kept for six months.", "保存半年。"),
        ("ja", "Kept for six months.", "半年間保存します。"),
        ("zh-Hans", "Within 15 days.", "半个月内。"),
        ("zh-Hans", "Within 30 minutes.", "半小时内。"),
        ("de", "A copy within 14 days.", "Eine Kopie binnen zwei Wochen."),
        ("fr", "A copy within two weeks.", "Une copie sous quinze jours."),
        ("fr", "A copy within a fortnight.", "Une copie sous 15 jours."),
        ("es", "Within two weeks.", "En 15 días."),
        ("de", "Within one week.", "Binnen 8 Tagen."),
        ("de", "Kept for 12 months.", "Ein Jahr lang aufbewahrt."),
        ("fr", "Kept for 12 months.", "Conservé pendant un an."),
        ("pl", "Kept for 12 months.", "Przechowujemy przez rok."),
        ("ja", "Kept for 12 months.", "1年間保管します。"),
        ("de", "Kept for two years.", "24 Monate lang aufbewahrt."),
        ("de", "Kept for 24 months.", "Zwei Jahre lang aufbewahrt."),
        ("de", "Kept for 18 months.", "Eineinhalb Jahre lang aufbewahrt."),
        ("pl", "Kept for 18 months.", "Przechowujemy przez półtora roku."),
        ("hu", "Kept for 1.5 years.", "Másfél évig őrizzük."),
        ("ru", "Kept for 18 months.", "Храним полтора года."),
        ("de", "Deleted after 24 hours.", "Nach einem Tag gelöscht."),
        ("de", "Deleted after 48 hours.", "Nach zwei Tagen gelöscht."),
        ("it", "Deleted after 7 days.", "Eliminato dopo una settimana."),
        ("de", "Half of it, 50% of customers.", "Die Hälfte, 50 % der Kunden."),
        ("de", "50% of customers", "die Hälfte der Kunden"),
        ("pl", "50% of customers", "połowa klientów"),
        ("ja", "50% of customers", "お客様の50%"),
    ],
)
def test_a_span_may_be_said_in_another_unit(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "A copy within two weeks.", "Eine Kopie binnen 15 Tagen."),
        ("de", "Within 14 days.", "Binnen drei Wochen."),
        ("fr", "Within two weeks.", "Sous 16 jours."),
        ("de", "Kept for 12 months.", "Zwei Jahre lang aufbewahrt."),
        ("de", "Kept for 10 months.", "Ein Jahr lang aufbewahrt."),
        ("de", "Kept for two years.", "25 Monate lang aufbewahrt."),
        ("de", "Kept for 18 months.", "Zweieinhalb Jahre lang."),
        ("de", "Deleted after 48 hours.", "Nach drei Tagen gelöscht."),
        ("de", "A 7-day game from 1 May.", "Ein Spiel von 7 Tagen, ab 1 1. Mai."),
        ("de", "40% of customers", "die Hälfte der Kunden"),
        ("hu", "We answer within a month.", "30 napon belül válaszolunk."),
    ],
)
def test_another_span_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Binnen zwei Wochen.", "Within 14 days."),
        ("de", "Binnen 14 Tagen.", "Within two weeks."),
        ("fr", "Sous 24 mois.", "Within two years."),
        ("it", "Entro due anni.", "Within 24 months."),
    ],
)
def test_english_may_say_a_span_of_its_source_in_another_unit(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings("en", source, translation, lang) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Binnen zwei Wochen.", "Within 15 days."),
        ("de", "Binnen drei Wochen.", "Within 14 days."),
        ("fr", "Sous 24 mois.", "Within three years."),
    ],
)
def test_another_span_in_english_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings("en", source, translation, lang) == ["error"]
