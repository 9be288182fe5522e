"""Versions and clauses."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "TLS 1.3", "TLS 1.3"),
        ("de", "EUR 1.50", "1,50 EUR"),
        ("de", "EUR 1.50", "EUR 1,50"),
        ("de", "1.3 million", "1,3 Millionen"),
        ("de", "TLS 1.3 and 1.3 million", "TLS 1.3 und 1,3 Millionen"),
        ("fr", "Article 4.2", "article 4.2"),
        ("de", "WCAG 2.1", "WCAG 2.1"),
        ("de", "A rate of VAT 7.7 %", "MWST 7,7 %"),
        ("de", "USD 4.5 million", "USD 4,5 Mio."),
    ],
)
def test_a_version_keeps_its_dot_and_a_quantity_gets_its_comma(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "TLS 1.3", "TLS 1,3"),
        ("fr", "Version 2.1 of it", "version 2,1"),
        ("de", "Article 4.2", "Artikel 4,2"),
        ("pl", "OAuth 2.0", "OAuth 2,0"),
        ("fr", "WCAG 2.1 AA", "WCAG 2,1 AA"),
    ],
)
def test_a_version_with_a_comma_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
