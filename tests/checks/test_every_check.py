"""Every check bites on a real sentence in three languages, and is silent on its near miss.

Of each, a finding quotes both texts and says what to do, and a remark of the translator waives it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

import pytest

from polynotice.catalogues import po_format
from polynotice.checks import catalogue
from polynotice.checks.all_checks import ALL, Check
from polynotice.checks.consistency import inconsistent, same_names
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.terms import Glossary, Term
from polynotice.checks.written import as_read
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem
from polynotice.core.translation import Message
from tests.checks.markdown import become

GLOSSARIES = {
    "de": Term(source="personal data", use=("personenbezogen* Daten",), avoid=("Personendaten",)),
    "fr": Term(source="personal data", use=("données à caractère personnel",)),
    "ja": Term(source="personal data", use=("個人データ",), avoid=("個人情報",)),
    "ar": Term(source="personal data", use=("البيانات الشخصية",)),
}


class Case(NamedTuple):
    """A sentence of a notice, a translation that a check bites on, and one that nothing is with."""

    check: str
    lang: str
    source: str
    wrong: str
    right: str


OBJECT = "You may object at any time."
POLICY = "Read [our cookie policy](cookies.md) first."
BOLD = "You may **object** to this at any time."
DAYS = "We answer your request within 30 days."
FINE = "A fine of up to 4% of turnover, at most 20,000,000 euros."
SHOP = "We use {shop} to process your payment."
CALLS = "Calls to our Customer Care team are recorded."
KEPT = "How long do we keep your data?"
LONG = (
    "We process your name and your delivery address, so that we can send you what you have "
    "ordered, and we keep both for as long as the law demands it."
)
TWO = "We record your calls. We delete the recordings after a month."
DPO = "You can reach our DPO at any time."
THIRTY = "We answer within thirty days."
CHAPTER = "See Chapter III."
TLS = "Secured by TLS 1.3."
DATA = "We process your personal data."

CASES = [
    Case("raw_html", "de", OBJECT, "Sie können <b>jederzeit</b> widersprechen.",
         "Sie können jederzeit widersprechen."),
    Case("raw_html", "ja", OBJECT, "いつでも<ruby>異議</ruby>を述べることができます。",
         "いつでも異議を述べることができます。"),
    Case("raw_html", "ar", OBJECT, "يجوز لكم <u>الاعتراض</u> في أي وقت.",
         "يجوز لكم الاعتراض في أي وقت."),
    Case("hidden_characters", "de", OBJECT, "Sie können jeder\u200bzeit widersprechen.",
         "Sie können jeder\u00adzeit widersprechen."),
    Case("hidden_characters", "ja", OBJECT, "いつでも\u202e異議を述べることができます。",
         "いつでも異議を述べることができます。"),
    Case("hidden_characters", "ar", OBJECT, "يجوز لكم\u202e الاعتراض في أي وقت.",
         "يجوز لكم\u200f الاعتراض في أي وقت."),
    Case("links", "de", POLICY, "Lesen Sie zuerst [unsere Cookie-Richtlinie](cookies-de.md).",
         "Lesen Sie zuerst [unsere Cookie-Richtlinie](cookies.md)."),
    Case("links", "ja", POLICY, "まずクッキーポリシーをお読みください。",
         "まず[クッキーポリシー](cookies.md)をお読みください。"),
    Case("links", "ar", POLICY, "اقرؤوا أولاً [](cookies.md) سياسة ملفات تعريف الارتباط.",
         "اقرؤوا أولاً [سياسة ملفات تعريف الارتباط](cookies.md)."),
    Case("conflict_marks", "de", CALLS, "#-#-#-#-#  a.po  #-#-#-#-#\nAnrufe werden aufgezeichnet.",
         "Anrufe bei unserem Kundendienst werden aufgezeichnet."),
    Case("conflict_marks", "ja", DATA, "#-#-#-#-#  b.po (x)  #-#-#-#-#\n個人データを処理します。",
         "個人データを処理します。"),
    Case("conflict_marks", "ar", DATA, "نعالج بياناتكم.\n#-#-#-#-#  c.po  #-#-#-#-#",
         "نعالج بياناتكم الشخصية."),
    Case("conflict_marks", "de", CALLS, "<<<<<<< HEAD\nAnrufe.\n=======\nGespräche.\n>>>>>>> de",
         "Anrufe bei unserem Kundendienst werden << aufgezeichnet >>."),
    Case("conflict_marks", "fr", DATA, "Nous traitons vos données. ======= Vos données.",
         "Nous traitons vos données à caractère personnel."),
    Case("spelled_amounts", "de", THIRTY, "Wir antworten binnen dreizehn Tagen.",
         "Wir antworten binnen dreißig Tagen."),
    Case("spelled_amounts", "ja", THIRTY, "十三日以内に回答します。", "三十日以内に回答します。"),
    Case("spelled_amounts", "ru", THIRTY, "Ответим в течение тринадцати дней.",
         "Ответим в течение тридцати дней."),
    Case("roman_numerals", "de", CHAPTER, "Siehe Kapitel IV.", "Siehe Kapitel 3."),
    Case("roman_numerals", "hu", CHAPTER, "Lásd a VI. fejezetet.", "Lásd a III. fejezetet."),
    Case("roman_numerals", "fr", CHAPTER, "Voir le chapitre II.", "Voir le troisième chapitre."),
    Case("versions", "de", TLS, "Gesichert durch TLS 1,3.", "Gesichert durch TLS 1.3."),
    Case("versions", "fr", TLS, "Sécurisé par TLS 1,3.", "Sécurisé par TLS 1.3."),
    Case("versions", "pl", TLS, "Chronione przez TLS 1,3.", "Chronione przez TLS 1.3."),
    Case("placeholder_words", "de", DATA, "TODO: Wir verarbeiten Ihre personenbezogenen Daten.",
         "Wir verarbeiten Ihre personenbezogenen Daten."),
    Case("placeholder_words", "ja", DATA, "TBD", "個人データを処理します。"),
    Case("placeholder_words", "es", "Everything", "[TODO]", "Todo"),
    Case("placeholder_words", "pt", "all", "tbd", "todo"),
    Case("placeholder_words", "de", DATA, "xxx", "Wir verarbeiten Ihre personenbezogenen Daten."),
    Case("placeholder_words", "fr", DATA, "à traduire", "Nous traitons vos données à caractère "
         "personnel."),
    Case("placeholder_words", "fr", KEPT, "Vos ??? sont gardés combien de temps ?",
         "Combien de temps gardons-nous vos données ?"),
    Case("placeholder_words", "pl", "XXX of the list", "??? z listy", "XXX z listy"),
    Case("placeholder_words", "de", DATA, "Übersetzung fehlt", "Wir verarbeiten Ihre "
         "personenbezogenen Daten."),
    Case("placeholder_words", "de", "To be translated", "TODO übersetzen", "Zu übersetzen"),
    Case("placeholder_words", "it", OBJECT, "to do", "Può opporsi in qualsiasi momento."),
    Case("placeholder_words", "es", OBJECT, "Lorem ipsum dolor sit amet, consectetur.",
         "Todo interesado puede oponerse en cualquier momento."),
    Case("placeholders", "de", SHOP, "Wir nutzen {laden}, um Ihre Zahlung abzuwickeln.",
         "Um Ihre Zahlung abzuwickeln, nutzen wir {shop}."),
    Case("placeholders", "ja", SHOP, "お支払いの処理に店舗を利用しています。",
         "お支払いの処理に{shop}を利用しています。"),
    Case("placeholders", "ar", SHOP, "نستخدم {shop} و{shop} لمعالجة مدفوعاتكم.",
         "نستخدم {shop} لمعالجة مدفوعاتكم."),
    Case("markup", "de", BOLD, "Sie können dem jederzeit widersprechen.",
         "Dem können Sie jederzeit **widersprechen**."),
    Case("markup", "ja", BOLD, "いつでもこれに*異議*を述べることができます。",
         "いつでもこれに**異議**を述べることができます。"),
    Case("markup", "ar", BOLD, "يجوز لكم **الاعتراض** على ذلك في **أي وقت**.",
         "يجوز لكم **الاعتراض** على ذلك في أي وقت."),
    Case("stray_signs", "de", OBJECT, "*Sie können jederzeit widersprechen.",
         "Sie können \\*jederzeit\\* widersprechen."),
    Case("stray_signs", "ja", BOLD, "いつでもこれに**異議**を`述べることができます。",
         "いつでもこれに**異議**を述べることができます。"),
    Case("stray_signs", "ar", POLICY, "اقرؤوا أولاً [سياسة ملفات تعريف الارتباط](cookies.md)].",
         "اقرؤوا أولاً [سياسة ملفات تعريف الارتباط](cookies.md)."),
    Case("block_marks", "de", OBJECT, "- Sie können jederzeit widersprechen.",
         "Sie können – jederzeit – widersprechen."),
    Case("block_marks", "ja", OBJECT, "# いつでも異議を述べることができます。",
         "いつでも異議を述べることができます。"),
    Case("block_marks", "ar", OBJECT, "> يجوز لكم الاعتراض في أي وقت.",
         "يجوز لكم الاعتراض في أي وقت."),
    Case("abbreviations", "de", DPO, "Sie erreichen unseren DSB jederzeit.",
         "Sie erreichen unseren DPO jederzeit."),
    Case("abbreviations", "ja", DPO, "当社の責任者にいつでもご連絡いただけます。",
         "当社の DPO にいつでもご連絡いただけます。"),
    Case("abbreviations", "ar", DPO, "يمكنكم التواصل مع المسؤول لدينا في أي وقت.",
         "يمكنكم التواصل مع DPO لدينا في أي وقت."),
    Case("numbers", "de", DAYS, "Wir beantworten Ihre Anfrage innerhalb von 60 Tagen.",
         "Innerhalb von 30 Tagen beantworten wir Ihre Anfrage."),
    Case("numbers", "ja", FINE, "売上高の4％以下、最大2百万ユーロの制裁金。",
         "売上高の４％以下、最大2,000万ユーロの制裁金。"),
    Case("numbers", "ar", FINE, "غرامة تصل إلى ٤٪ من رقم الأعمال، بحد أقصى ٢٬٠٠٠٬٠٠٠ يورو.",
         "غرامة تصل إلى ٤٪ من رقم الأعمال، بحد أقصى ٢٠٬٠٠٠٬٠٠٠ يورو."),
    Case("identical", "de", CALLS, CALLS, "Anrufe bei unserem Kundenservice werden aufgezeichnet."),
    Case("identical", "ja", CALLS, CALLS.lower(), "カスタマーケアへの通話は録音されます。"),
    Case("identical", "ar", CALLS, f" {CALLS}", "يتم تسجيل المكالمات مع فريق خدمة العملاء لدينا."),
    Case("outer_space", "de", OBJECT, " Sie können jederzeit widersprechen.",
         "Sie können jederzeit widersprechen."),
    Case("outer_space", "ja", OBJECT, "いつでも異議を述べることができます。\u3000",
         "いつでも 異議を述べることができます。"),
    Case("outer_space", "ar", OBJECT, "يجوز لكم الاعتراض في أي وقت.\n",
         "يجوز لكم الاعتراض في أي وقت."),
    Case("end_punctuation", "de", OBJECT, "Sie können jederzeit widersprechen",
         "Sie können jederzeit widersprechen."),
    Case("end_punctuation", "ja", OBJECT, "いつでも異議を述べることができます.",
         "いつでも異議を述べることができます。"),
    Case("end_punctuation", "ar", KEPT, "كم من الوقت نحتفظ ببياناتكم?",
         "كم من الوقت نحتفظ ببياناتكم؟"),
    Case("french_space", "fr", KEPT, "Combien de temps conservons-nous vos données?",
         "Combien de temps conservons-nous vos données\u202f?"),
    Case("french_space", "fr-CH", "We process: your name.", "Nous traitons : votre nom.",
         "Nous traitons\u00a0: votre nom."),
    Case("french_space", "fr-CA", "We process: your name.", "Nous traitons: votre nom.",
         "Nous traitons\u00a0: votre nom."),
    Case("opening_sign", "es", KEPT, "Cuánto tiempo conservamos sus datos?",
         "¿Cuánto tiempo conservamos sus datos?"),
    Case("opening_sign", "es-MX", "Welcome!", "Les damos la bienvenida!",
         "¡Les damos la bienvenida!"),
    Case("opening_sign", "ast", KEPT, "Cuántu tiempu guardamos los sos datos?",
         "¿Cuántu tiempu guardamos los sos datos?"),
    Case("doubled_words", "de", OBJECT, "Sie können jederzeit jederzeit widersprechen.",
         "Sie können jederzeit widersprechen."),
    Case("doubled_words", "fr", OBJECT, "Vous pouvez vous opposer à à tout moment.",
         "Vous pouvez vous vous opposer à tout moment."),
    Case("doubled_words", "ar", OBJECT, "يجوز لكم الاعتراض في في أي وقت.",
         "يجوز لكم الاعتراض في أي وقت."),
    Case("length", "de", LONG, "Wir verarbeiten Ihren Namen und Ihre Lieferadresse.",
         "Wir verarbeiten Ihren Namen und Ihre Lieferadresse, um Ihnen zusenden zu können, was Sie "
         "bestellt haben, und bewahren beides so lange auf, wie das Gesetz es verlangt."),
    Case("length", "ja", LONG, "お名前と配送先住所を処理します。",
         "ご注文の品をお送りするためにお名前と配送先住所を処理し、法律が求める期間にわたって両方を"
         "保管します。"),
    Case("length", "ar", LONG, "نعالج اسمكم وعنوان التسليم.",
         "نعالج اسمكم وعنوان التسليم الخاص بكم لكي نتمكن من إرسال ما طلبتموه إليكم، ونحتفظ بهما "
         "طوال المدة التي يتطلبها القانون."),
    Case("doubled_words", "de", OBJECT, "Jederzeit widersprechen können Sie Sie.",
         "Dass die, die die Daten haben, widersprechen können."),
    Case("missing_sentence", "de", TWO, "Wir zeichnen Ihre Anrufe auf.",
         "Wir zeichnen Ihre Anrufe auf; nach einem Monat löschen wir die Aufzeichnungen."),
    Case("missing_sentence", "ja", TWO, "通話を録音します。",
         "通話を録音します。録音は一か月後に削除します。"),
    Case("missing_sentence", "ar", TWO, "نسجل مكالماتكم وبياناتكم.",
         "نسجل مكالماتكم. ونحذف التسجيلات بعد شهر."),
    Case("defined_terms", "de", DATA, "Wir verarbeiten Ihre Personendaten.",
         "Wir verarbeiten Ihre personenbezogenen Daten."),
    Case("defined_terms", "ja", DATA, "お客様の個人情報を処理します。",
         "お客様の個人データを処理します。"),
    Case("defined_terms", "fr", DATA, "Nous traitons vos données privées.",
         "Nous traitons vos données à caractère personnel."),
    Case("defined_terms", "ar", DATA, "نعالج المعطيات الشخصية الخاصة بكم.",
         "نعالج البيانات الشخصية الخاصة بكم."),
]  # fmt: skip

BY_NAME: dict[str, Check] = {check.__name__: check for check in ALL}
ids = [f"{case.check}-{case.lang}" for case in CASES]


def pair_of(case: Case, translation: str) -> Pair:
    """That translation of the case's source, with its locale's glossary."""
    term = GLOSSARIES.get(case.lang)
    is_about_terms = term and case.check == "defined_terms"
    return Pair(
        source=case.source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(case.lang)),
        glossary=Glossary(path="glossary.yml", terms=(term,)) if is_about_terms else None,
        become=become,
    )


def test_every_check_has_cases_in_three_locales() -> None:
    locales = defaultdict(set)
    for case in CASES:
        locales[case.check].add(case.lang)
    assert {name: len(found) >= 3 for name, found in locales.items()} == dict.fromkeys(
        BY_NAME, True
    )


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_check_bites_and_is_silent_on_the_near_miss(case: Case) -> None:
    assert list(BY_NAME[case.check](pair_of(case, case.wrong))) != []
    right = pair_of(case, case.right)
    assert [finding for check in ALL for finding in check(right)] == []


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_finding_quotes_both_texts_and_says_what_to_do(case: Case) -> None:
    for finding in BY_NAME[case.check](pair_of(case, case.wrong)):
        if finding.code == "hidden-character":
            continue  # nobody sees what is quoted; the character is named instead
        assert is_quoted(case.source, finding), finding
        assert is_quoted(case.wrong, finding), finding
        assert len(finding.hint) > 5
        assert finding.message.endswith(".")
        assert finding.hint.endswith((".", ")"))


def is_quoted(text: str, finding: Finding) -> bool:
    """Whether the finding has a piece of the text between quotation marks."""
    texts = {re.sub(r"\s+", " ", one).strip() for one in (text, as_read(text))}
    quotes = re.findall(r'"(.*?)"(?=[\s.,;:)]|$)', finding.message, re.DOTALL)
    pieces = [re.sub(r"\s+", " ", quote).strip("… ") for quote in quotes]
    return any(piece and any(piece in one for one in texts) for piece in pieces)


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_remark_of_the_translator_waives_what_a_check_finds(case: Case) -> None:
    found = list(BY_NAME[case.check](pair_of(case, case.wrong)))
    codes = {finding.code for finding in found}
    assert codes <= {problem.code for problem in problems(case, "")}
    left = {problem.code for problem in problems(case, f"polynotice: ignore {', '.join(codes)}")}
    # Where a link leads nobody can waive, and nothing that reorders a text.
    final = {one.code for one in found if not one.can_be_waived}
    assert codes & left == final
    assert final <= {"link-mismatch", "hidden-character", "unfinished-translation"}


def problems(case: Case, remark: str) -> list[Problem]:
    """What is wrong with a catalogue that has that entry alone."""
    entry = po_format.Entry(
        msgid=case.source, msgstr=(case.wrong,), remarks=(remark,) if remark else ()
    )
    return catalogue.check_catalogue(
        [Message(text=Text(msgid=case.source, span=Span("docs/index.md")))],
        po_format.PoFile(header=po_format.Entry(msgid=""), entries=(entry,)),
        path="notice.po",
        source=conventions(find_locale("en")),
        conventions=conventions(find_locale(case.lang)),
        is_fatal=True,
        glossary=pair_of(case, case.wrong).glossary,
        become_of=lambda _: become,
    )


# Translations beside each other

SAME = "Calls"
PLACES = ("purposes/calls/title", "purposes/more-calls/title")


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [("de", "Anrufe", "Telefonate"), ("ja", "通話", "電話"), ("ar", "المكالمات", "الاتصالات")],
)
def test_one_source_in_two_ways_is_found(lang: str, first: str, second: str) -> None:
    def found(other: str, remark: str = "") -> list[Problem]:
        entries = [
            po_format.Entry(
                msgctxt=place, msgid=SAME, msgstr=(text,), remarks=(remark,) if remark else ()
            )
            for place, text in zip(PLACES, (first, other), strict=True)
        ]
        return beside(lang, entries)

    assert found(first) == []
    (problem,) = found(second)
    assert problem.code == "inconsistent-translation"
    assert f'"{SAME}" is "{second}" here and "{first}" in line' in problem.message
    assert first in problem.hint
    assert found(second, "polynotice: ignore inconsistent-translation") == []
    assert inconsistent.__name__ not in BY_NAME


@pytest.mark.parametrize(
    ("lang", "post", "mail"),
    [
        ("de", "Adresse", "E-Mail-Adresse"),
        ("ja", "住所", "メールアドレス"),
        ("ar", "العنوان", "البريد الإلكتروني"),
    ],
)
def test_one_name_for_two_kinds_of_data_is_found(lang: str, post: str, mail: str) -> None:
    def found(second: str, remark: str = "") -> list[Problem]:
        pairs = (("address", "Postal address", post), ("email", "Email address", second))
        entries = [
            po_format.Entry(
                msgctxt=f"data/{id_}/name",
                msgid=source,
                msgstr=(text,),
                remarks=(remark,) if remark else (),
            )
            for id_, source, text in pairs
        ]
        return beside(lang, entries)

    assert found(mail) == []
    (problem,) = found(post)
    assert problem.code == "same-translation"
    assert f'"Email address" is called "{post}", as "Postal address" is' in problem.message
    assert found(post, "polynotice: ignore same-translation") == []
    assert same_names.__name__ not in BY_NAME


def beside(lang: str, entries: list[po_format.Entry]) -> list[Problem]:
    """What is wrong with a catalogue of these entries, all of them translations of messages."""
    messages = [
        Message(text=Text(msgid=one.msgid, context=one.msgctxt, span=Span("notice_data/a.yml")))
        for one in entries
    ]
    return catalogue.check_catalogue(
        messages,
        po_format.PoFile(header=po_format.Entry(msgid=""), entries=tuple(entries)),
        path="notice.po",
        source=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
        is_fatal=True,
    )
