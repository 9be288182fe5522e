"""Telephone numbers, registers and terms with a number."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("cs", "2-step verification", "dvoufázové ověření"),
        ("cs", "2FA", "dvoufázové ověření"),
        ("pl", "2-step", "dwuetapowa"),
        ("sk", "2-step", "dvojfázové"),
        ("hr", "2-step", "u dva koraka"),
        ("hr", "2-step", "dvofaktorska"),
        ("sl", "2-step", "dvostopenjsko"),
        ("bg", "2-step", "двустепенно"),
        ("uk", "2-step", "двоетапна"),
        ("ru", "2-step", "двухэтапная"),
        ("el", "2-step", "σε δύο βήματα"),
        ("hu", "2-step", "kétlépcsős"),
        ("fi", "2-step", "kaksivaiheinen"),
        ("et", "2-step", "kaheastmeline"),
        ("lt", "2-step", "dviejų veiksmų"),
        ("lv", "2-step", "divpakāpju"),
        ("ro", "2-step", "în doi pași"),
        ("ar", "2-step", "على خطوتين"),
        ("ar", "2-step", "بخطوتين"),
        ("ar", "2-step", "ذات الخطوتين"),
        ("he", "2-step", "דו-שלבי"),
        ("da", "2-step", "totrinsbekræftelse"),
        ("nb", "2-step", "totrinns"),
        ("sv", "2-step", "tvåstegsverifiering"),
        ("ja", "2-step", "二段階認証"),
        ("zh-Hans", "2-step", "两步验证"),
        ("ko", "2-step", "이중 인증"),
        ("tr", "2-step", "iki adımlı"),
        ("tr", "2-step", "İki adımlı"),
        ("tr", "6 months", "ALTI AY"),
        ("tr", "12 months", "On İki Ay"),
        ("nl", "2-step", "tweestaps"),
        ("id", "2-step", "dua langkah"),
        ("vi", "2-step", "hai bước"),
        ("fr", "2-step", "en deux étapes"),
        ("pt", "2-step", "em duas etapas"),
        ("es", "2-step", "en dos pasos"),
        ("it", "2-step", "a due passaggi"),
        ("de", "2FA", "Zwei-Faktor-Authentisierung"),
    ],
)
def test_a_term_may_have_its_number_in_words(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("cs", "2-step", "třífázové"),
        ("tr", "6 months", "YEDİ AY"),
    ],
)
def test_another_number_of_a_term_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "Call +44 20 7946 0958.", "+44 (0)20 7946 0958"),
        ("de", "Call +44 (0)20 7946 0958.", "+44 20 7946 0958"),
        ("de", "Call +44 20 7946 0958.", "0044 20 7946 0958"),
        ("de", "No, call +1 (650) 903-0800", "+1 650 9030800"),
        ("cs", "File 1234/56", "č. j. 12 34/56"),
        ("de", "Case 1234/56", "Az. 1234/56"),
        ("de", "Account 0000 123 456", "Konto 0000 123456"),
        ("de", "Account 0000123456", "Konto 0000 123 456"),
        ("de", "Number 0880 4411", "Nummer 08804411"),
        ("de", "Number 0880 4411", "Nummer 0880-4411"),
        ("de", "Number 08804411", "Nummer 0880 4411"),
        ("pl", "Tax number 123-456-78-90", "NIP 1234567890"),
        ("pl", "Tax number 1234567890", "NIP 123-456-78-90"),
        ("pl", "Tax number 1234567890", "NIP 123 456 78 90"),
        ("fr", "SIRET 12345678900012", "SIRET 123 456 789 00012"),
        ("nl", "BE0123456789", "BE 0123.456.789"),
        ("pt-BR", "CNPJ 12345678000195", "CNPJ 12.345.678/0001-95"),
        ("de", "IBAN DE89370400440532013000", "IBAN DE89 3704 0044 0532 0130 00"),
        ("de", "IBAN GB29NWBK60161331926819", "IBAN GB29 NWBK 6016 1331 9268 19"),
        ("en-GB", "Sort code 12-34-56", "Sort code 123456"),
        ("de", "Company 01234567", "Firma 01 234 567"),
        ("fr", "Call 01 23 45 67 89", "Appelez le 0123456789"),
        ("fr", "Call 0123456789", "Appelez le 01.23.45.67.89"),
        ("sv", "111 22 Stockholm", "11122 Stockholm"),
        ("cs", "SE-11122 Stockholm", "SE-111 22 Stockholm"),
        ("el", "105 57 Athens", "10557 Αθήνα"),
        ("de", "Call 020 7946 0958", "Rufen Sie +44 20 7946 0958 an"),
        ("de", "Call +442079460958", "Rufen Sie +44 (0)20 7946 0958 an"),
    ],
)
def test_a_designator_may_be_grouped_in_another_way(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "Call +44 20 7946 0958.", "+44 (0)20 7946 0985"),
        ("de", "Call +44 20 7946 0958.", "+49 (0)20 7946 0958"),
        ("cs", "File 1234/56", "č. j. 12 43/56"),
        ("de", "Account 0000 123 456", "Konto 0000 123465"),
        ("de", "Account 0000 123 456", "Konto 000 123 456"),
        ("de", "Number 0880 4411", "Nummer 08804421"),
        ("pl", "Tax number 123-456-78-90", "NIP 1234567809"),
        ("pl", "Tax number 1234567890", "NIP 123-456-78-91"),
        ("de", "Company 01234567", "Firma 1234567"),
        ("de", "Call 020 7946 0958", "Rufen Sie +44 20 7946 0985 an"),
        ("de", "A fine of EUR 10000000", "Eine Buße von 100.000,00 EUR"),
        ("de", "A fine of EUR 1,000,000", "Eine Buße von 1.000,000 EUR"),
        ("de", "Our 1,000 customers", "Unsere 1,000 Kunden"),
        ("sv", "111 22 Stockholm", "11123 Stockholm"),
        ("sv", "11122 Stockholm", "111 23 Stockholm"),
        ("de", "Articles 12 and 13", "Artikel 1213"),
        ("de", "In 2024 2025", "Im Jahr 20242025"),
    ],
)
def test_another_designator_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
