"""Signs of Markdown that mark nothing, beside marks that are well formed."""

from __future__ import annotations

import pytest

from polynotice.core.problems import Severity
from tests.checks.test_links import findings
from tests.draws import for_each

BOLD = "You may **object** at any time."
PLAIN = "You may object at any time."
LINK = "Read [our policy](policy.md) first."
CANCEL = "Choose “Cancel” in the list."


@for_each(
    ("lang", "source", "translation", "sign"),
    [
        ("cs", BOLD, "Můžete** kdykoli** vznést námitku ** hned**.", "*"),
        ("fr", BOLD, "**Objection : ** vous pouvez vous opposer.", "*"),
        ("ja", BOLD, "いつでも**異議を述べることができます。", "*"),
        ("zh-Hant", BOLD, "您可以隨時*__反對。", "_"),
        ("tr", BOLD, "Her zaman __itiraz __ edebilirsiniz.", "_"),
        ("ar", PLAIN, "يجوز لكم *الاعتراض في أي وقت.", "*"),
        ("de", PLAIN, "Sie können _jederzeit widersprechen.", "_"),
        ("de", CANCEL, "Wählen Sie [Abbrechen in der Liste.", "["),
        ("ja", CANCEL, "リストで[キャンセル](を選びます。", "["),
        ("fr", CANCEL, "Choisissez [Annuler][bouton] dans la liste.", "["),
        ("de", PLAIN, "Sie können jederzeit widersprechen.[^unbekannt]", "["),
        ("ja", PLAIN, "いつでも異議を述べることができます。![図]", "["),
        ("sv", PLAIN, "Du kan invända [] när som helst.", "["),
        ("de", "A picture ![logo][logo] here.", "Ein Bild ![Logo][zeichen] hier.", "["),
        ("de", "See [rights][] first.", "Siehe [Rechte][rights][Pflichten] zuerst.", "["),
    ],
)
def test_a_sign_that_is_left_over_is_an_error(
    lang: str, source: str, translation: str, sign: str
) -> None:
    told = [
        finding
        for finding in findings(lang, source, translation)
        if finding.message.startswith(f'The translation has a "{sign}" that marks nothing ')
    ]
    assert {(finding.code, finding.severity) for finding in told} == {
        ("markup-mismatch", Severity.ERROR)
    }


@pytest.mark.parametrize(
    ("lang", "translation", "instead"),
    [
        ("ja", "いつでも__異議__を述べることができます。", "**異議**"),
        ("zh-Hans", "__数据。__您可以反对。", "**数据。**"),
        ("th", "ท่าน_คัดค้าน_ได้ทุกเมื่อ", "*คัดค้าน*"),
    ],
)
def test_underlines_beside_a_letter_are_to_be_stars_and_reported_once(
    lang: str, translation: str, instead: str
) -> None:
    bold = BOLD.replace("**", instead[: instead.count("*") // 2])
    assert [(one.severity, one.hint) for one in findings(lang, bold, translation)] == [
        (
            Severity.ERROR,
            f'An underline that touches a letter marks nothing: write "{instead}", '
            "or put a space there.",
        )
    ]


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("ja", BOLD, "いつでも__異議を述べることができます。"),
        ("tr", BOLD, "Her zaman __itiraz __ edebilirsiniz."),
        ("zh-Hans", BOLD, "*您可以随时__反对__您的数据。"),
    ],
)
def test_underlines_that_stars_would_not_help_want_a_partner(
    lang: str, source: str, translation: str
) -> None:
    hints = [one.hint for one in findings(lang, source, translation)]
    assert "Write its partner, or remove it; \\_ is the sign itself." in hints


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("fr", "Our backend is safe.", "Notre *backend* est sûr."),
        ("es", "Keep out hackers.", "Frente a los _hackers_."),
        ("de", BOLD, "Sie können jederzeit widersprechen."),
        ("ja", PLAIN, "いつでも**異議**を述べることができます。"),
        ("it", "Choose Security.", "Scelga __Sicurezza__."),
    ],
)
def test_words_that_are_emphasised_otherwise_are_worth_a_warning(
    lang: str, source: str, translation: str
) -> None:
    assert [(one.code, one.severity) for one in findings(lang, source, translation)] == [
        ("markup-mismatch", Severity.WARNING)
    ]


@for_each(
    ("lang", "source", "translation"),
    [
        ("ja", CANCEL, "リストの[キャンセル]を選びます。"),
        ("fr", "The terms (and the DOD's) apply.", "Les conditions (et [celles du DOD]) valent."),
        ("de", "See [rights][] first.", "Siehe [Rechte][rights] ([Hilfe], [Abbrechen]) zuerst."),
        ("de", "Customers of ours", "Unsere Kund*innen"),
        ("de", "The cookie client_id", "Das Cookie client_id"),
        ("ja", "The cookie client_id", "クッキーのclient_idは"),
        ("ja", "The cookie _ga of ours", "当社の _ga クッキー"),
        ("tr", "The cookie _ga of ours", "Bizim _ga çerezimiz"),
        ("ar", PLAIN, "يجوز لكم \\_الاعتراض\\_ في أي وقت."),
        ("sv", "Write `_a` there.", "Skriv `_a` där."),
        ("fr", "At https://x.example/_a_ too.", "Aussi à https://x.example/_a_."),
    ],
)
def test_signs_that_are_meant_are_fine(lang: str, source: str, translation: str) -> None:
    assert findings(lang, source, translation) == []


def test_a_bracket_that_was_a_link_is_an_error_of_links() -> None:
    assert {one.code for one in findings("de", LINK, "Lesen Sie [unsere Richtlinie] zuerst.")} == {
        "link-mismatch"
    }
