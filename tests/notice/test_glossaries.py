"""Defined terms of a locale: the file that has them, and translations held to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.terms import Glossary, Term
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.problems import Problem
from polynotice.notice import glossaries
from tests.draws import for_each
from tests.projects import (
    CONFIG,
    ROOT,
    catalogue,
    polynotice,
    problems_of,
    replace_in,
    translate,
    write_project,
)

PATH = "locales/de/glossary.yml"


def findings(
    lang: str, source: str, translation: str, *terms: Term, code: str = "glossary"
) -> list[Finding]:
    """What the glossary of those terms finds in a translation from English."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
        glossary=Glossary(path="glossary.yml", terms=terms),
    )
    return [found for check in ALL for found in check(pair) if found.code == code]


def read(folder: Path, text: str, lang: str = "de") -> tuple[Glossary | None, list[Problem]]:
    """What is read of a glossary with that text."""
    path = folder / glossaries.path_of(find_locale(lang))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return glossaries.read_glossary(folder, find_locale(lang))


SOURCE = "We use your personal data and your email address."
DATA = {
    "de": Term(source="personal data", use=("personenbezogen* Daten",), avoid=("Personendaten",)),
    "pl": Term(source="personal data", use=("dan* osobow*",), avoid=("informacj* osobow*",)),
    "ja": Term(source="personal data", use=("個人データ",), avoid=("個人情報",)),
    "ko": Term(source="personal data", use=("개인정보",), avoid=("개인 데이터",)),
    "zh-Hans": Term(source="personal data", use=("个人数据",), avoid=("个人信息",)),
    "ar": Term(source="personal data", use=("البيانات الشخصية",), avoid=("المعطيات الشخصية",)),
    "tr": Term(source="personal data", use=("kişisel* Veri*",), avoid=("ıslak imza",)),
    "th": Term(source="personal data", use=("ข้อมูลส่วนบุคคล",), avoid=("ข้อมูลส่วนตัว",)),
}


@for_each(
    ("lang", "translation"),
    [
        ("de", "Wir verwenden Ihre personenbezogenen Daten und Ihre Adresse."),
        ("de", "Wir verwenden **personenbezogene** Daten und Ihre Adresse."),
        ("de", "Wir verwenden Ihre personen\u00adbezogenen Daten und Ihre Adresse."),
        ("de", "PERSONENBEZOGENE\u00a0DATEN und Ihre Adresse."),
        ("pl", "Korzystamy z Państwa danych osobowych i adresu."),
        ("ja", "お客様の個人データとアドレスを利用します。"),
        ("ko", "귀하의 개인정보와 주소를 이용합니다."),
        ("zh-Hans", "我们使用您的个人数据和地址。"),
        ("ar", "نستخدم البيانات الشخصية والعنوان."),
        ("th", "เราใช้ข้อมูลส่วนบุคคลและที่อยู่ของคุณ"),
        ("tr", "Kişisel VERİ ve adres."),
        ("tr", "KİŞİSEL VERİLER ve adres."),
    ],
)
def test_a_translation_with_the_required_term_is_fine(lang: str, translation: str) -> None:
    assert findings(lang, SOURCE, translation, DATA[lang]) == []


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("de", "Wir verwenden Ihre persönlichen Daten und Ihre Adresse."),
        ("pl", "Korzystamy z Państwa danych i adresu."),
        ("ja", "お客様のデータとアドレスを利用します。"),
        ("zh-Hans", "我们使用您的数据和地址。"),
        ("ar", "نستخدم بياناتكم والعنوان."),
    ],
)
def test_a_translation_without_the_required_term_is_a_warning(lang: str, translation: str) -> None:
    (found,) = findings(lang, SOURCE, translation, DATA[lang])
    assert found.severity == "warning"


@for_each(
    ("lang", "translation"),
    [
        ("de", "Wir verwenden Ihre Personendaten und Ihre Adresse."),
        ("de", "Wir verwenden [Ihre Personendaten](data.md) und Ihre Adresse."),
        ("pl", "Korzystamy z Państwa informacji osobowych i adresu."),
        ("ja", "お客様の個人情報とアドレスを利用します。"),
        ("ko", "귀하의 개인 데이터와 주소를 이용합니다."),
        ("zh-Hans", "我们使用您的个人信息和地址。"),
        ("ar", "نستخدم المعطيات الشخصية والعنوان."),
        # Beside the required one, too.
        ("ja", "個人データ（個人情報）とアドレスを利用します。"),
        ("th", "เราใช้ข้อมูลส่วนตัวและที่อยู่ของคุณ"),
        ("tr", "KİŞİSEL VERİ: ISLAK İMZA."),
    ],
)
def test_a_translation_with_a_forbidden_term_is_an_error(lang: str, translation: str) -> None:
    (found,) = findings(lang, SOURCE, translation, DATA[lang])
    assert found.severity == "error"


@for_each(
    ("source", "is_meant"),
    [
        ("Your personal data.", True),
        ("Personal data", True),
        ("**Personal** data", True),
        ("Your personal\u00a0data.", True),
        ("[Personal data](data.md)", True),
        ("Your impersonal data.", False),
        ("Your personal database.", False),
        ("Your personal-data officer.", False),
        ("See `personal data`.", False),
        ("See <https://law.example/personal data>.", False),
        ("Your data.", False),
    ],
)
def test_a_term_is_meant_where_it_stands_as_whole_words(source: str, is_meant: bool) -> None:
    assert bool(findings("de", source, "≡", DATA["de"])) is is_meant


def test_a_term_with_a_capital_is_meant_where_it_is_written_so() -> None:
    bag = Term(source="Shopping Bag", use=("Warenkorb",))
    assert findings("de", "Items in your Shopping Bag", "Dinge in Ihrer Tasche", bag) != []
    assert findings("de", "Items in your shopping bag", "Dinge in Ihrer Tasche", bag) == []


def test_a_star_in_a_term_stands_for_any_ending() -> None:
    customer = Term(source="customer*", use=("Kund*",), avoid=("Klient*",))
    assert findings("de", "Our customers", "Unsere Kundinnen", customer) == []
    (found,) = findings("de", "Our customers", "Unsere Klienten", customer)
    assert found.severity == "error"
    assert '"Klienten"' in found.message


def test_a_term_within_a_longer_one_is_not_meant() -> None:
    terms = (
        Term(source="data", use=("Angaben",)),
        Term(source="personal data", use=("personenbezogen* Daten",)),
    )
    right = "Ihre personenbezogenen Daten."
    assert findings("de", "Your personal data.", right, *terms) == []
    (found,) = findings("de", "Your personal data, and other data.", right, *terms)
    assert found.message.startswith('The source has the term "data" (')


def test_what_one_term_forbids_another_may_want() -> None:
    customer = Term(source="customer", use=("Kunde",), avoid=("Klient", "Mandant"))
    client = Term(source="client", use=("Klient",))
    assert findings("de", "A customer or client.", "Ein Kunde oder Klient.", customer, client) == []
    assert findings("de", "A customer.", "Ein Kunde, kein Klient.", customer, client) != []
    mail = Term(source="email", use=("E-Mail",), avoid=("Mail",))
    assert findings("de", "By email.", "Per E-Mail.", mail) == []
    (found,) = findings("de", "By email.", "Per E-Mail oder Mail.", mail)
    assert found.severity == "error"


@pytest.mark.parametrize(
    ("lang", "term", "translation"),
    [
        ("de", Term(source="term", avoid=("Mail",)), "Emaille"),
        ("pl", Term(source="term", avoid=("dane",)), "danego"),
        ("hi", Term(source="term", avoid=("मेल",)), "मेला"),
        ("ar", Term(source="term", avoid=("بيان",)), "بيانات"),
    ],
)
def test_a_forbidden_term_within_another_word_is_fine(
    lang: str, term: Term, translation: str
) -> None:
    assert findings(lang, "The term", translation, term) == []
    assert findings(lang, "The term", term.avoid[0], term) != []


def test_a_required_term_may_stand_in_a_compound() -> None:
    account = Term(source="account", use=("Konto",))
    assert findings("de", "Your account", "Ihr Kundenkonto", account) == []
    assert findings("sv", "Your account", "Ditt kundkontonummer", account) == []


def test_an_absent_term_is_told_as_a_warning_about_forms_in_languages_that_inflect() -> None:
    term = Term(source="personal data", use=("dane osobowe", "danych osobowych"), line=3)
    (found,) = findings("pl", SOURCE, "Używamy Państwa danych.", term)
    assert found.message == (
        'The source has the term "personal data" ("We use your personal data and your email…"), '
        'the translation ("Używamy Państwa danych.") no "dane osobowe" or "danych osobowych".'
    )
    assert found.hint == (
        'Write "dane osobowe"; if the term is there in another form, list that form under `use` '
        "in glossary.yml:3 (a star stands for any ending)."
    )
    (found,) = findings("zh-Hans", SOURCE, "我们使用您的数据。", DATA["zh-Hans"])
    assert found.hint == 'Write "个人数据".'


def test_a_forbidden_term_is_told_with_what_to_write() -> None:
    (found,) = findings("de", SOURCE, "Wir verwenden Ihre Personendaten.", DATA["de"])
    assert found.message == (
        'The translation has "Personendaten" ("…verwenden Ihre Personendaten."), which the '
        'glossary forbids for "personal data" ("We use your personal data and your email…").'
    )
    assert found.hint == 'Write "personenbezogen… Daten".'
    (found,) = findings("de", "By mail", "Per Mail", Term(source="mail", avoid=("Mail",)))
    assert found.hint == "Use another word."


def test_a_locale_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert glossaries.read_glossary(tmp_path, find_locale("de")) == (None, [])


@pytest.mark.parametrize("text", ["", "# Nothing yet\n", "{}\n"])
def test_an_empty_glossary_is_fine(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (Glossary(path=PATH), [])


def test_a_glossary_has_lists_or_single_words(tmp_path: Path) -> None:
    text = "email address:\n  use: E-Mail-Adresse\n  avoid: [Mailadresse, 'E-Mail  Adresse']\n"
    found, problems = read(tmp_path, f"# Terms\n{text}no: {{avoid: ['nein']}}\n")
    assert problems == []
    assert found == Glossary(
        path=PATH,
        terms=(
            Term(
                source="email address",
                use=("E-Mail-Adresse",),
                avoid=("Mailadresse", "E-Mail Adresse"),
                line=2,
            ),
            Term(source="no", avoid=("nein",), line=5),
        ),
    )


def test_a_glossary_stands_beside_the_catalogues_folder() -> None:
    assert glossaries.path_of(find_locale("zh-Hans")) == "locales/zh_Hans/glossary.yml"
    assert glossaries.path_of(find_locale("pt-BR")) == "locales/pt_BR/glossary.yml"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: [\n", 1, "This is not valid YAML"),
        ("- a\n- b\n", 1, "The glossary is no mapping of terms."),
        ("name: Name\n", 1, 'The term "name" has neither `use` nor `avoid`.'),
        ("name:\n", 1, 'The term "name" has neither `use` nor `avoid`.'),
        ("\nname: {}\n", 2, 'The term "name" has neither `use` nor `avoid`.'),
        ("name:\n  used: [Name]\n", 2, 'A term has no "used" ("name").'),
        ("name:\n  use: []\n", 2, '`use` of "name" is empty.'),
        ("name:\n  use:\n", 2, '`use` of "name" has None, which is no word.'),
        ("name:\n  avoid: [no]\n", 2, '`avoid` of "name" has False, which is no word.'),
        ("name:\n  avoid: ['*']\n", 2, "`avoid` of \"name\" has '*', which is no word."),
        ("name:\n  use: {a: b}\n", 2, "`use` of \"name\" has {'a': 'b'}, which is no word."),
        (
            "name:\n  use: [Name]\n  avoid: [Name]\n",
            3,
            '"Name" is both wanted and forbidden for "name".',
        ),
        ("a: {use: b}\nname: {use: b}\nname: {use: c}\n", 3, 'The key "name" stands here'),
        ("'*': {use: b}\n", 1, "A term has no word in it."),
        ("name: {use: *b}\n", 1, "This is not valid YAML"),
    ],
)
def test_a_mistake_in_a_glossary_is_an_error_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    _, (problem,) = read(tmp_path, text)
    assert (problem.code, problem.severity, problem.locale) == ("bad-glossary", "error", "de")
    assert (problem.span.path, problem.span.line) == (PATH, line)
    assert problem.message.startswith(message)
    assert problem.hint


def test_a_mistake_keeps_no_other_term_from_being_read(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "name: 1\nage: {use: Alter}\n")
    assert len(problems) == 1
    assert found is not None
    assert [term.source for term in found.terms] == ["age"]


def test_a_glossary_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_bytes("größe: {use: Größe}".encode("latin-1"))
    found, (problem,) = glossaries.read_glossary(tmp_path, find_locale("de"))
    assert (found, problem.code) == (None, "bad-glossary")
    assert problem.message == "The glossary cannot be read: it is not UTF-8."


CATALOGUE = "locales/de/LC_MESSAGES/notice.po"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A notice in whose German calls are "Telefonate" in the purpose."""
    write_project(tmp_path)
    translate(
        tmp_path,
        "de",
        **{
            "Calls are recorded.": "Telefonate werden aufgezeichnet.",
            "Recordings of calls.": "Mitschnitte von Anrufen.",
            "Calls": "Anrufe",
        },
    )
    return tmp_path


def line_of(folder: Path, msgid: str) -> int:
    """The line of the message with that source."""
    return next(one.line for one in catalogue(folder, "de").entries if one.msgid == msgid)


def test_check_holds_catalogues_to_their_glossary(notice: Path) -> None:
    line = line_of(notice, "Calls are recorded.")
    assert problems_of(notice) == []
    read(notice, "calls: {use: [Anruf*]}\n")
    assert problems_of(notice) == [f"{CATALOGUE}:{line}: warning glossary"]
    read(notice, "calls: {avoid: [Telefonat*]}\n")
    assert problems_of(notice) == [f"{CATALOGUE}:{line}: error glossary"]


def test_a_remark_waives_a_term(notice: Path) -> None:
    read(notice, "calls: {use: [Anruf*], avoid: [Telefonat*]}\n")
    context = 'msgctxt "purposes/calls/purpose"'
    replace_in(notice / CATALOGUE, context, f"# polynotice: ignore glossary\n{context}")
    assert problems_of(notice) == []


def test_check_reports_a_bad_glossary_and_update_goes_on(notice: Path) -> None:
    read(notice, "calls: Anruf\ncalls: Anrufe\n")
    assert problems_of(notice) == [
        f"{PATH}:1: error bad-glossary",
        f"{PATH}:2: error bad-glossary",
    ]
    assert polynotice(notice, "update").exit_code == 0
    (notice / PATH).unlink()
    assert polynotice(notice, "check").exit_code == 0


def test_a_regional_locale_without_a_glossary_has_that_of_its_language(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, de-AT]")})
    read(tmp_path, "Chat: {avoid: [DE-AT]}\n")
    translate(tmp_path, "de")
    translate(tmp_path, "de-AT")
    assert {line.split("/")[1] for line in problems_of(tmp_path)} == {"de_AT"}
    read(tmp_path, "Chat: {avoid: [DE]}\n", "de-AT")
    assert {line.split("/")[1] for line in problems_of(tmp_path)} == {"de_AT"}
    read(tmp_path, "Chat: {avoid: [Katze]}\n", "de-AT")
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("locales/*/LC_MESSAGES")), ids=str)
def test_each_locale_of_the_own_notice_defines_its_terms(path: Path) -> None:
    one = find_locale(path.parent.name.replace("_", "-"))
    found, problems = glossaries.read_glossary(ROOT, one)
    assert problems == []
    assert found is not None
    assert "personal data" in {term.source for term in found.terms}


def test_the_example_for_translators_is_a_glossary(tmp_path: Path) -> None:
    text = (ROOT / "TRANSLATING.md").read_text(encoding="utf-8")
    (example,) = [piece for piece in text.split("```yaml\n")[1:] if "avoid:" in piece]
    found, problems = read(tmp_path, example.partition("```")[0])
    assert problems == []
    assert found is not None
    assert [term.source for term in found.terms] == ["personal data", "email address"]
