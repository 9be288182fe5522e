"""Numbers that both texts spell out."""

from __future__ import annotations

from tests.checks.pairs import number_findings
from tests.draws import for_each


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "thirteen months", "dreizehn Monate"),
        ("de", "six months", "ein halbes Jahr"),
        ("de", "two weeks", "vierzehn Tage"),
        ("de", "twenty-four months", "zwei Jahre"),
        ("de", "twelve months", "ein Jahr"),
        ("fr", "ninety days", "quatre-vingt-dix jours"),
        ("nl", "six weeks", "zes weken"),
        ("ja", "thirty days", "三十日"),
    ],
)
def test_a_number_in_words_may_be_said_in_another_unit(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", "thirteen months", "einunddreißig Monate"),
        ("zh-Hans", "seven months", "半年"),
        ("fr", "thirteen months", "trente et un mois"),
        ("de", "thirty days", "dreizehn Tage"),
        ("pl", "six months", "pięć miesięcy"),
        ("ja", "thirty days", "十三日"),
        ("es", "four kinds of cookies", "cinco tipos de cookies"),
        ("ru", "ten years", "двадцать лет"),
    ],
)
def test_another_number_in_words_is_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]


@for_each(
    ("lang", "source", "translation"),
    [
        # Nobody can say which of the two has become which.
        ("de", "twenty days or thirty", "vierzig Tage oder fünfzig"),
        ("de", "twenty days", "vierzig Tage oder fünfzig"),
        ("de", "twenty days or thirty", "vierzig Tage"),
        ("de", "twenty days or thirty", "einige Tage"),
        # One that means two: 0 and 24.
        ("de", "until ten", "bis Mitternacht"),
    ],
)
def test_numbers_in_words_are_compared_where_each_text_has_one_that_the_other_has_not(
    lang: str, source: str, translation: str
) -> None:
    assert number_findings(lang, source, translation) == []
