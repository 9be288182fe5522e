"""Words put in and taken out are told apart in any script, and no sign is lost."""

from __future__ import annotations

import random

import pytest

from polynotice.project.releases.word_difference import word_difference, words_of

TEXTS = [
    "",
    "We keep calls for 1,000.50 days; then we erase them.",
    "We keep calls for 90 days, then we delete them!",
    "Nous conservons les appels pendant 90\u00a0jours, c’est-à-dire trois mois.",
    "通話は90日間保存され、その後削除されます。",
    "通話は30日間保存されます。",
    "نحتفظ بالمكالمات لمدة ٩٠ يومًا.",
    "เราเก็บบันทึกการโทรไว้ 90 วัน",
    "हम कॉल रिकॉर्ड रखते हैं।",
    "통화는 90일간 보관됩니다.",
    "a\n\nb  c\t",
]


@pytest.mark.parametrize("old", TEXTS)
def test_both_texts_are_there_whole(old: str) -> None:
    for new in TEXTS:
        pieces = word_difference(old, new)
        assert "".join(one.text for one in pieces if one.kind != "added") == old
        assert "".join(one.text for one in pieces if one.kind != "removed") == new
        assert all(one.text for one in pieces)
        assert "".join(words_of(old)) == old


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("for 1,000.50 days", "for 1,000.05 days", "for [1,000.50]{1,000.05} days"),
        ("通話は90日間保存", "通話は30日間保存", "通話は[90]{30}日間保存"),
        ("เราเก็บ", "เราเก็ม", "เราเก็[บ]{ม}"),
        ("हम रखते हैं", "हम देते हैं", "हम [रखते]{देते} हैं"),
        ("l’appel", "l'appel", "[l’appel]{l'appel}"),
        ("an old dog", "a new dog", "[an old]{a new} dog"),
        ("We keep it.", "We keep it", "We keep it[.]"),
        ("same", "same", "same"),
    ],
)
def test_changes_are_of_whole_words(old: str, new: str, marked: str) -> None:
    marks = {"same": "{}", "removed": "[{}]", "added": "{{{}}}"}
    said = "".join(marks[one.kind].format(one.text) for one in word_difference(old, new))
    assert said == marked


def test_any_texts_come_back() -> None:
    signs = "ab 1.,é통話เ็ก\n\u0301"
    hand = random.Random(14)  # noqa: S311 (the same texts in each run)
    for _ in range(100):
        old, new = ("".join(hand.choices(signs, k=hand.randrange(12))) for _ in range(2))
        pieces = word_difference(old, new)
        assert "".join(one.text for one in pieces if one.kind != "added") == old
        assert "".join(one.text for one in pieces if one.kind != "removed") == new
