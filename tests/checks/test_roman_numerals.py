"""Numbers in Roman letters."""

from __future__ import annotations

import pytest

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("fr", "In the 19th century.", "Au XIXe siècle."),
        ("es", "In the 19th century.", "En el siglo XIX."),
        ("pl", "In the 19th century.", "W XIX wieku."),
        ("ru", "In the 19th century.", "В XIX веке."),
        ("hu", "Act 112 of 2011", "a 2011. évi CXII. törvény"),
        ("hu", "Act CXII of 2011", "a 2011. évi CXII. törvény"),
        ("de", "Chapter III of the Act", "Kapitel 3 des Gesetzes"),
        ("de", "Chapter III of the Act", "drittes Kapitel des Gesetzes"),
        ("de", "A CIVIL case", "ein CIVIL-Fall"),
        ("de", "Chapter III of Annex II", "Kapitel 3 des Anhangs II, Teil IV"),
    ],
)
def test_a_number_may_be_written_in_letters_or_digits(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("fr", "In the 19th century.", "Au XVIIIe siècle."),
        ("hu", "Act 112 of 2011", "a 2011. évi CXIII. törvény"),
        ("hu", "Act CXII of 2011", "a 2011. évi CXIII. törvény"),
        ("de", "Chapter III of the Act", "Kapitel IV des Gesetzes"),
        ("de", "Chapter 3 of the Act", "Kapitel IV des Gesetzes"),
    ],
)
def test_another_number_in_letters_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]
