"""Space and signs around a translation, words twice running, lost and swollen sentences."""

from __future__ import annotations

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.sentences import sentences, weight
from polynotice.checks.written import as_read
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.problems import Severity
from tests.draws import for_each

NNBSP = "\u202f"


def findings(lang: str, source: str, translation: str, source_lang: str = "en") -> list[Finding]:
    """What every check together finds in a translation."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale(source_lang)),
        conventions=conventions(find_locale(lang)),
    )
    return [finding for check in ALL for finding in check(pair)]


def brief(found: list[Finding]) -> list[str]:
    """Each finding as `severity code`."""
    return [f"{one.severity} {one.code}" for one in found]


NAME = "Name and email address."
KEPT = "Your data is kept."
ASKED = "Do you agree?"
LIST = "We use:"
TITLE = "Your data"


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("de", " Name und E-Mail-Adresse."),
        ("de", "Name und E-Mail-Adresse. "),
        ("de", "Name und E-Mail-Adresse.\n"),
        ("pl", "\u00a0Imię i nazwisko oraz adres e-mail."),
        ("ja", "\u3000氏名およびメールアドレス。"),
        ("ar", "الاسم وعنوان البريد الإلكتروني. "),
    ],
)
def test_space_around_a_translation_is_an_error(lang: str, translation: str) -> None:
    assert brief(findings(lang, NAME, translation)) == ["error outer-space"]
    assert findings(lang, NAME, translation.strip()) == []


def test_space_at_both_ends_is_found_twice() -> None:
    found = findings("de", NAME, " Name und E-Mail-Adresse. ")
    assert brief(found) == ["error outer-space"] * 2


def test_space_that_the_source_has_too_is_fine() -> None:
    assert findings("de", " Your data ", " Ihre Daten ") == []


def test_space_around_a_translation_is_reported_with_the_fix() -> None:
    (found,) = findings("de", NAME, " Name und E-Mail-Adresse.")
    assert found.message == (
        'The translation begins with a space (" Name und E-Mail-Adresse."), '
        'the source with none ("Name and email address.").'
    )
    assert found.hint == 'Let it begin with a word: "Name und E-Mail-Adresse.".'


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", NAME, "Name und E-Mail-Adresse"),
        ("ja", f"{KEPT} {NAME}", "データは保存されます。氏名およびメールアドレス"),
        ("zh-Hans", f"{KEPT} {NAME}", "您的数据会被保留。姓名和电子邮件地址"),
        ("bg", f"{KEPT} {NAME}", "Данните Ви се пазят. Име и имейл адрес;"),
        ("ar", NAME, "الاسم وعنوان البريد الإلكتروني"),
        ("hi", KEPT, "आपका डेटा रखा जाता है"),
        ("de", TITLE, "Ihre Daten."),
        ("zh-Hans", TITLE, "您的数据。"),
        ("pl", TITLE, "Państwa dane:"),
        ("de", ASKED, "Sie stimmen zu."),
        ("el", ASKED, "Συμφωνείτε."),
        ("zh-Hans", ASKED, "您同意。"),
        ("de", LIST, "Wir verwenden."),
        ("ja", LIST, "利用するもの"),
        ("sv", "Your data …", "Dina uppgifter"),
        ("nl", "We use (in short).", "Wij gebruiken (kort)"),
        ("es", "See [our policy](policy.md).", "Consulte [nuestra política](policy.md)"),
        ("it", "**Your data is kept.**", "**I Suoi dati sono conservati**"),
    ],
)
def test_another_end_than_the_sources_is_a_warning(
    lang: str, source: str, translation: str
) -> None:
    assert brief(findings(lang, source, translation)) == ["warning end-punctuation"]


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", NAME, "Name und E-Mail-Adresse."),
        ("ja", NAME, "氏名およびメールアドレス。"),
        ("zh-Hant", NAME, "姓名和電子郵件地址。"),
        ("hi", KEPT, "आपका डेटा रखा जाता है।"),
        ("hi", KEPT, "आपका डेटा रखा जाता है."),
        ("ur", KEPT, "آپ کا ڈیٹا رکھا جاتا ہے۔"),
        ("hy", KEPT, "Ձեր տվյալները պահվում են։"),
        ("am", KEPT, "መረጃዎ ይቀመጣል።"),
        ("my", KEPT, "သင့်ဒေတာကို သိမ်းထားသည်။"),
        ("km", KEPT, "ទិន្នន័យរបស់អ្នកត្រូវបានរក្សាទុក។"),
        ("th", KEPT, "ข้อมูลของคุณจะถูกเก็บไว้"),
        ("ar", ASKED, "هل توافقون؟"),
        ("fa", ASKED, "آیا موافقید؟"),
        ("am", ASKED, "ይስማማሉ፧"),
        ("el", ASKED, "Συμφωνείτε;"),
        ("el", ASKED, "Συμφωνείτε\u037e"),
        ("es", ASKED, "¿Está de acuerdo?"),
        ("fr", ASKED, f"Êtes-vous d’accord{NNBSP}?"),
        ("ja", ASKED, "同意されますか。"),
        ("ja", ASKED, "同意されますか？"),
        ("hy", ASKED, "Համաձա՞յն եք։"),
        ("zh-Hans", LIST, "我们使用："),
        ("fr", LIST, "Nous utilisons\u00a0:"),
        ("sv", "Your data …", "Dina uppgifter..."),
        ("de", "He said “yes.”", "Er sagte „ja“."),
        ("ja", "See “your data”.", "「ご自身のデータ」を参照。"),
        ("zh-Hans", "See `data`.", "请参阅 `data`。"),
        ("nl", "Read [the law](https://law.example/?a).", "Lees [de wet](https://law.example/?a)."),
        ("de", "The NET A PORTER Group Ltd", "Die NET A PORTER Group Ltd."),
        ("ro", "About your rights", "Despre drepturile dvs."),
        ("ja", "Name, email address, etc.", "氏名、メールアドレスなど"),
        ("pl", "Name, etc.", "Imię i nazwisko itd."),
    ],
)
def test_an_end_may_be_written_as_its_language_writes_it(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


HOW = "How is your data used?"
UPDATED = "Last updated March 18, 2024"


@for_each(
    ("lang", "source", "translation"),
    [
        # Items of a list, as each language sets them.
        ("cs", "do anything illegal, or", "páchat cokoli nezákonného;"),
        ("bg", "do anything illegal;", "да правите нещо незаконно,"),
        ("de", "do anything that is illegal;", "etwas Rechtswidriges zu tun."),
        ("uk", "You may not do anything illegal.", "Не можна робити нічого незаконного;"),
        # A phrase that becomes a sentence.
        ("es", "If you are a devoted user of the shop", "Si es usuario habitual de la tienda."),
        ("ja", "Where your data is kept and how", "データの保存場所と方法について説明します。"),
        # A full stop that belongs to a date or an ordinal.
        ("hu", UPDATED, "Utolsó frissítés: 2024. március 18."),
        ("hu", "1 May 2024", "2024. május 1."),
        ("pl", UPDATED, "Ostatnia aktualizacja: 18 marca 2024 r."),
        ("ru", UPDATED, "Последнее обновление: 18 марта 2024 г."),
        ("lt", "18 March 2024", "2024 m. kovo 18 d."),
        ("nb", "Paragraph 18", "Ledd nr. 18."),
        # A list may be introduced by a sentence, or by a clause.
        ("ja", LIST, "以下を使用します。"),
        ("ko", LIST, "다음을 사용합니다."),
        ("de", "You have the right to:", "Sie haben das Recht,"),
        # A heading that asks may become a phrase.
        ("ja", HOW, "データの利用方法"),
        ("pt-BR", HOW, "Como seus dados são usados"),
        ("fr", "Which data do you have?", "Les données que nous avons"),
        ("it", "Thank you!", "Grazie."),
        ("bn", KEPT, "আপনার তথ্য রাখা হয়৷"),
    ],
)
def test_an_end_may_be_of_another_kind_that_says_the_same(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


POSED = "See [Who Knows?](https://knows.example)"


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("ja", "[Who Knows?](https://knows.example) をご覧ください"),
        ("hi", "[Who Knows?](https://knows.example) देखें"),
        ("fr", "Voir [Who Knows?](https://knows.example)"),
        ("es", "Véase [Who Knows?](https://knows.example)"),
    ],
)
def test_a_sign_of_a_name_is_no_end(lang: str, translation: str) -> None:
    assert findings(lang, POSED, translation) == []


def test_a_sign_of_other_words_is_one() -> None:
    long = f"{KEPT} Who knows?"
    assert brief(findings("de", long, "Ihre Daten werden gespeichert. Wer weiß")) == [
        "warning end-punctuation"
    ]
    assert brief(findings("fr", "Who knows?", "Qui sait?")) == ["warning end-punctuation"]


@pytest.mark.parametrize(
    ("lang", "source", "translation", "fixed"),
    [
        ("ja", NAME, "氏名およびメールアドレス.", "氏名およびメールアドレス。"),
        ("zh-Hans", KEPT, "您的数据会被保留.", "您的数据会被保留。"),
        ("ar", ASKED, "هل توافقون?", "هل توافقون؟"),
        ("fa", ASKED, "آیا موافقید?", "آیا موافقید؟"),
        ("el", ASKED, "Συμφωνείτε?", "Συμφωνείτε;"),
        ("hi", KEPT, "आपका डेटा रखा जाता है |", "आपका डेटा रखा जाता है।"),
        ("ur", KEPT, "آپ کا ڈیٹا رکھا جاتا ہے.", "آپ کا ڈیٹا رکھا جاتا ہے۔"),
    ],
)
def test_a_sign_of_another_script_is_a_warning_with_the_right_one(
    lang: str, source: str, translation: str, fixed: str
) -> None:
    (found,) = findings(lang, source, translation)
    assert brief([found]) == ["warning end-punctuation"]
    assert found.hint == f'Write "{fixed}".'
    assert findings(lang, source, fixed) == []


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("ja", "NET-A-PORTER."),
        ("zh-Hans", "https://law.example/data."),
        ("ja", "`data`."),
    ],
)
def test_latin_words_may_end_with_a_latin_sign(lang: str, translation: str) -> None:
    assert findings(lang, translation, translation) == []


def test_another_end_is_told_with_the_sign_of_the_language() -> None:
    (found,) = findings("hi", KEPT, "आपका डेटा रखा जाता है")
    assert found.message == (
        'The source ends with a full stop ("Your data is kept."), '
        'the translation with none ("आपका डेटा रखा जाता है").'
    )
    assert found.hint == 'End it as the source does: "आपका डेटा रखा जाता है।".'
    (greek,) = findings("el", ASKED, "Συμφωνείτε.")
    assert greek.hint == 'End it as the source does: "Συμφωνείτε;".'
    (title,) = findings("de", TITLE, "Ihre Daten …")
    assert title.hint == 'End it as the source does: "Ihre Daten".'
    (bracket,) = findings("de", "Your data (in short).", "Ihre Daten (kurz)")
    assert bracket.hint == 'End it as the source does: "Ihre Daten (kurz).".'
    (inside,) = findings("de", "(Your data is kept.)", "(Ihre Daten bleiben)")
    assert inside.hint == 'End it as the source does: "(Ihre Daten bleiben.)".'


@pytest.mark.parametrize(
    "translation",
    [
        "Nos services: des appels.",
        "Nos services : des appels.",
        "Les « services »\u00a0: des appels.",
        "Les «services\u00a0»\u00a0: des appels.",
        f"Les «{NNBSP}services»{NNBSP}: des appels.",
    ],
)
def test_french_without_a_no_break_space_is_a_warning(translation: str) -> None:
    found = findings("fr", "Our services: calls.", translation)
    assert set(brief(found)) == {"warning end-punctuation"}


@for_each(
    ("source", "translation"),
    [
        ("Our services: calls.", "Nos services\u00a0: des appels."),
        ("Our services: calls.", f"Nos services{NNBSP}: des appels."),
        ("Our “services”: calls.", f"Nos «{NNBSP}services{NNBSP}»{NNBSP}: des appels."),
        ("From 9:30 to 17:00.", "De 9:30 à 17:00."),
        ("[The law](https://law.example/?a=b:c).", "[La loi](https://law.example/?a=b:c)."),
        ("See https://law.example/?a.", "Voir https://law.example/?a."),
        ("Use `a: b` now.", "Utilisez `a: b` ici."),
        ("Hello :smile: you.", "Bonjour :smile: à vous."),
        ("Really?!", f"Vraiment{NNBSP}?!"),
        ("Really? “Yes!”", f"Vraiment{NNBSP}? «{NNBSP}Oui{NNBSP}!{NNBSP}»"),
    ],
)
def test_french_with_no_break_spaces_is_fine(source: str, translation: str) -> None:
    assert findings("fr", source, translation) == []


def test_canadian_french_sets_a_space_before_a_colon_alone() -> None:
    assert findings("fr-CA", "Your data?", "Vos données?") == []
    found = findings("fr-CA", "Your data: all.", "Vos données: toutes.")
    assert brief(found) == ["warning end-punctuation"]


@pytest.mark.parametrize("lang", ["de", "it", "pl"])
def test_other_languages_set_no_space_before_a_colon(lang: str) -> None:
    assert findings(lang, "Our services: calls.", "Services: calls ≡.") == []


def test_a_french_space_is_told_with_the_words_around_it() -> None:
    (found,) = findings("fr", "Our services: calls.", "Nos services : des appels.")
    assert found.message == (
        'The translation has a space that can break before ":": "Nos services : des appels."; '
        'the source says "Our services: calls.".'
    )
    assert found.hint == f'Put a narrow no-break space (U+202F) there: "services{NNBSP}:".'


def test_spanish_opens_a_question() -> None:
    assert findings("es", ASKED, "¿Está de acuerdo?") == []
    assert findings("es-MX", "Thank you!", "¡Gracias!") == []
    (found,) = findings("es", f"{KEPT} {ASKED}", "Sus datos se conservan. Está de acuerdo?")
    assert brief([found]) == ["warning end-punctuation"]
    assert '"¿Está de acuerdo?"' in found.hint
    assert findings("pt", ASKED, "Concorda?") == []


@for_each(
    ("lang", "translation", "word"),
    [
        ("de", "Ihre Ihre Daten werden gespeichert.", "Ihre"),
        ("es", "Los datos de de usted se conservan.", "de"),
        ("fr", "Vos données sont sont conservées.", "sont"),
        ("pl", "Państwa dane są są przechowywane.", "są"),
        ("pt", "O nível de proteção de de outro país.", "de"),
        ("sv", "Dina uppgifter uppgifter sparas.", "uppgifter"),
        ("ar", "يتم حفظ حفظ بياناتكم.", "حفظ"),
        ("ru", "Ваши данные **хранятся** хранятся.", "хранятся"),
    ],
)
def test_a_word_twice_running_is_a_warning(lang: str, translation: str, word: str) -> None:
    source = "Your data **is** kept." if "**" in translation else KEPT
    (found,) = findings(lang, source, translation)
    assert brief([found]) == ["warning doubled-word"]
    assert found.message.startswith(f'The translation has "{word}" twice running ("')
    assert found.hint == f'Write "{word}" once.'


@for_each(
    ("lang", "translation"),
    [
        ("de", "Daten, die die Kunden angeben."),
        ("de", "Wir bitten Sie sie zu prüfen."),
        ("de", "Ihre Daten; Daten von Dritten."),
        ("de", "Kunden-Daten Daten-Schutz."),
        ("sv", "Vi vet att det det gäller sparas."),
        ("nl", "De gegevens die die klant opgeeft."),
        ("pt", "Um nível de proteção diferente do do seu país."),
        ("nl", "Als u u afmeldt, stoppen wij."),
        ("fr", "Les données que vous vous êtes engagés à fournir."),
        ("cs", "Údaje se se souhlasem uchovávají."),
        ("tr", "Veriler yavaş yavaş silinir."),
        ("vi", "Dữ liệu luôn luôn được lưu."),
        ("hi", "डेटा अलग अलग रखा जाता है।"),
        ("ja", "データ データ を保存します。"),
        ("ko", "데이터 데이터 보관."),
        ("th", "ข้อมูล ข้อมูล ถูกเก็บ"),
        ("zh-Hans", "数据 数据 会被保留。"),
    ],
)
def test_a_word_that_grammar_doubles_is_fine(lang: str, translation: str) -> None:
    assert [one for one in findings(lang, KEPT, translation) if one.code == "doubled-word"] == []


def test_a_name_that_the_source_doubles_is_fine() -> None:
    assert findings("de", "The shop in Baden Baden.", "Der Laden in Baden Baden.") == []


LONG = (
    "Calls to our Customer Care team are recorded to ensure a high level of service and to manage "
    "queries, complaints or disputes."
)


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        ("de", "Anrufe werden aufgezeichnet, um einen guten Service zu bieten."),
        ("pl", "Rozmowy są nagrywane, aby zapewnić wysoki poziom usług."),
        ("ja", "通話は、高水準のサービスのために録音されます。"),
        ("zh-Hans", "通话会被录音以确保服务质量。"),
        ("ko", "통화는 서비스를 위하여 녹음됩니다."),
        ("ar", "تُسجَّل المكالمات لضمان جودة الخدمة."),
    ],
)
def test_a_text_without_its_last_clause_is_a_warning(lang: str, translation: str) -> None:
    assert brief(findings(lang, LONG, translation)) == ["warning length"]


@pytest.mark.parametrize(
    ("lang", "translation"),
    [
        (
            "de",
            "Anrufe bei unserem Team der Kundenbetreuung werden aufgezeichnet, um einen Service "
            "auf hohem Niveau sicherzustellen und um Anfragen, Beschwerden oder Streitigkeiten zu "
            "bearbeiten.",
        ),
        (
            "ja",
            "当社のカスタマーケアチームへの通話は、高水準のサービスを確実に提供し、お問い合わせ、"
            "苦情または紛争に対応するために録音されます。",
        ),
        (
            "zh-Hans",
            "致电我们客户关怀团队的通话会被录音，以确保高水平的服务，并处理查询、投诉或争议。",
        ),
        (
            "ko",
            "당사 고객 지원팀과의 통화는 높은 수준의 서비스를 보장하고 문의, 불만 또는 분쟁을 "
            "처리하기 위하여 녹음됩니다.",
        ),
        (
            "ar",
            "تُسجَّل المكالمات الواردة إلى فريق رعاية العملاء لدينا لضمان مستوى عالٍ من الخدمة "
            "وللتعامل مع الاستفسارات أو الشكاوى أو النزاعات.",
        ),
    ],
)
def test_a_full_text_has_the_usual_length_of_its_language(lang: str, translation: str) -> None:
    assert findings(lang, LONG, translation) == []
    twice = f"{translation[:-1]}, {translation}"
    assert brief(findings(lang, LONG, twice)) == ["warning length"]


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Age", "Lebensalter in Jahren"),
        ("pl", "Views", "Liczba wyświetleń"),
        ("zh-Hans", "Publicly available information", "公开信息"),
    ],
)
def test_a_short_text_may_have_any_length(lang: str, source: str, translation: str) -> None:
    assert findings(lang, source, translation) == []


def test_the_usual_length_holds_from_other_sources_than_english() -> None:
    german = "Anrufe werden aufgezeichnet, um einen guten Service sicherzustellen."
    assert (
        findings("ja", german, "通話は、良質なサービスを確保するために録音されます。", "de") == []
    )
    assert brief(findings("ja", german, "通話の録音。", "de")) == ["warning length"]


def test_a_length_is_told_with_what_is_usual_and_where_to_look() -> None:
    (found,) = findings("de", LONG, "Anrufe werden aufgezeichnet, um Service zu bieten.")
    assert found.message == (
        "The translation is much shorter than its language needs: 50 characters "
        '("Anrufe werden aufgezeichnet, um Service…"), where about 150 are usual for this source '
        '("Calls to our Customer Care team are rec…").'
    )
    assert found.hint == (
        "Look whether a clause was dropped, such as the end: "
        '"…manage queries, complaints or disputes.".'
    )


TWO = "We record calls. We keep them for a year, or as long as the law wants us to."
THREE = (
    "We record calls to our Customer Care team. We keep the recordings for one year. "
    "You may ask us to delete them earlier."
)


@pytest.mark.parametrize(
    ("lang", "kept", "dropped"),
    [
        (
            "de",
            "Wir zeichnen Anrufe bei unserem Kundenservice auf. Wir bewahren die Aufzeichnungen "
            "ein Jahr lang auf.",
            "Sie können uns bitten, sie früher zu löschen.",
        ),
        (
            "fr",
            "Nous enregistrons les appels à notre service client. Nous conservons les "
            "enregistrements pendant un an.",
            "Vous pouvez nous demander de les supprimer plus tôt.",
        ),
        (
            "ja",
            "当社はカスタマーケアチームへの通話を録音します。録音は一年間保存されます。",
            "お客様は、それより早く録音を削除するよう当社に求めることができます。",
        ),
        (
            "zh-Hans",
            "我们会对客户服务通话进行录音。录音保存一年。",
            "您可以要求我们提前删除这些录音。",
        ),
        (
            "ar",
            "نسجّل المكالمات مع فريق خدمة العملاء. ونحتفظ بالتسجيلات لمدة عام.",
            "ويمكنكم أن تطلبوا منا حذفها قبل ذلك.",
        ),
        (
            "hi",
            "हम अपनी ग्राहक सेवा टीम को किए गए कॉल रिकॉर्ड करते हैं। हम रिकॉर्डिंग एक वर्ष तक रखते हैं।",
            "आप हमसे उन्हें पहले हटाने के लिए कह सकते हैं।",
        ),
        (
            "bn",
            "আমরা আমাদের গ্রাহক সেবা দলের কাছে করা কলগুলি রেকর্ড করে থাকি৷ আমরা রেকর্ডিংগুলি এক বছর পর্যন্ত রাখি৷",
            "আপনি আমাদের সেগুলি আগে মুছে ফেলতে বলতে পারেন৷",
        ),
    ],
)
def test_a_sentence_that_was_dropped_is_a_warning(lang: str, kept: str, dropped: str) -> None:
    assert brief(findings(lang, THREE, kept)) == ["warning missing-sentence"]
    assert findings(lang, THREE, f"{kept} {dropped}") == []


@for_each(
    ("lang", "translation"),
    [
        ("de", "Wir zeichnen Anrufe auf. Wir speichern sie ein Jahr oder so lange wie nötig."),
        ("de", "Wir zeichnen Anrufe auf; wir speichern sie ein Jahr oder so lange wie nötig."),
        ("pl", "Nagrywamy rozmowy – przechowujemy je przez rok lub tak długo, jak każe prawo."),
        ("ja", "当社は通話を録音します。一年間または法律が求める限りその記録を保存します。"),
        ("zh-Hans", "我们会对通话进行录音；录音将保存一年或法律要求的期限，以供日后查阅。"),
        ("ar", "نسجّل المكالمات. ونحتفظ بها لمدة عام أو طالما اقتضى القانون ذلك."),
        ("hi", "हम कॉल रिकॉर्ड करते हैं। हम उन्हें एक वर्ष या कानून के अनुसार रखते हैं।"),
        ("th", "เราบันทึกการโทร เราเก็บไว้หนึ่งปี หรือตราบเท่าที่กฎหมายกำหนดให้เราเก็บไว้"),
        ("nl", "Wij nemen op. Wij bewaren een jaar. Of zo lang als de wet van ons verlangt."),
        # Joined by a conjunction, a comma or brackets.
        (
            "de",
            "Wir zeichnen Anrufe auf und speichern sie ein Jahr, oder solange das Recht es will.",
        ),
        (
            "fr",
            "Nous enregistrons les appels et les conservons un an, ou aussi longtemps que prévu.",
        ),
        ("it", "Registriamo le chiamate (e le conserviamo un anno o finché la legge lo richiede)."),
        ("ja", "当社は通話を録音し、一年間または法律が求める限りその記録を保存します。"),
        ("ar", "نسجّل المكالمات ونحتفظ بها لمدة عام أو طالما اقتضى القانون منا ذلك."),
        # A slip, but nothing is missing.
        ("tr", "Çağrıları kaydediyoruz.Onları bir yıl veya yasanın istediği sürece saklıyoruz."),
    ],
)
def test_as_many_sentences_or_joined_ones_are_fine(lang: str, translation: str) -> None:
    assert findings(lang, TWO, translation) == []


def test_a_missing_sentence_is_told_with_the_last_of_both() -> None:
    last = "You may object to this at any time."
    kept = "Wir zeichnen Anrufe auf. Wir bewahren sie ein Jahr lang auf."
    (found,) = findings("de", f"We record calls. We keep them for a year. {last}", kept)
    assert found.message == (
        'The source has 3 sentences, the last "You may object to this at any time."; '
        "the translation has 2, the last "
        '"Wir bewahren sie ein Jahr lang auf.", and is shorter than its language needs to say all '
        "of them."
    )
    assert found.hint == (
        "Translate the sentence that was dropped; two that were made one can be joined with a "
        'semicolon: "…; …".'
    )


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("fr", "See “the Service”. You can close it.",
         f"Voir «{NNBSP}le Service{NNBSP}». Vous pouvez le fermer."),
        ("fr", "See “the Service.” You can close it.",
         "Voir «\u00a0le Service.\u00a0» Vous pouvez le fermer."),
        ("de", "Write to privacy@shop.example. We answer soon.",
         "Schreiben Sie an privacy@shop.example. Wir antworten bald."),
        ("es", "It is on shop.example. You can read it there.",
         "Está en shop.example. Puede leerlo allí."),
        ("pl", "See https://shop.example/a. It is there.",
         "Zobacz https://shop.example/a. Tam jest."),
    ],
)  # fmt: skip
def test_a_sentence_may_end_with_a_quotation_or_an_address(
    lang: str, source: str, translation: str
) -> None:
    assert len(sentences(as_read(source))) == len(sentences(as_read(translation))) == 2
    assert findings(lang, source, translation) == []


@for_each(
    ("text", "count"),
    [
        ("Your data", 1),
        ("", 0),
        ("Name, e.g. that of a customer. We keep it.", 2),
        ("Under Art. 6 GDPR. It counts.", 2),
        ("See No. 3. Mai was dropped.", 1),
        ("The NET A PORTER Group Ltd. It is one.", 1),
        ("Ask Dr. Who. He knows!", 2),
        ("Version 1.2 is there. So is 1.3.", 2),
        ("Article 6 para. 1 holds. So does subpara. (2).", 2),
        ("Changed on Sept. 5, 2024.", 1),
        ("See the para. We keep data. 5 days later it goes.", 3),
        ("We keep all of it. (1) First.", 2),
        ("z. B. Namen. Wir speichern sie.", 2),
        ("Nach Art. 6 Abs. 1 DSGVO.", 1),
        ("データ。保存します。", 2),
        ("「はい。」と言う。", 2),
        ("آپ کا ڈیٹا۔ ہم رکھتے ہیں۔", 2),
        ("Really?! Yes …", 2),
        ("It is “here.” It is there.", 2),
    ],
)
def test_sentences_are_counted_with_care(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_text_weighs_what_its_scripts_say() -> None:
    assert (weight("data"), weight("データ"), weight("数据"), weight("정보")) == (4, 4.5, 6, 4)


@for_each(
    ("text", "read"),
    [
        ("Your data", "Your data"),
        ("**Your** _data_ *here*", "Your data here"),
        ("[Your data](data.md#a_b), ![logo](a.png)", "Your data, logo"),
        ("[![logo](a.png) text](b.md)", "logo text"),
        ("[words][id] and a note[^1].", "words and a note."),
        ("Use `code: x` now", "Use \ufffc now"),
        ("See <https://law.example> or https://law.example/a_b.", "See \ufffc or \ufffc."),
        ("Write to dpo@shop.example!", "Write to \ufffc!"),
        ("[a](b){: .button } c", "a c"),
        ("5 \\* 3 snake_case", "5 * 3 snake_case"),
        ("<b>bold</b>", "bold"),
    ],
)
def test_a_text_is_taken_as_it_is_read(text: str, read: str) -> None:
    assert as_read(text) == read


def test_only_space_around_a_translation_stops_a_build() -> None:
    codes = {
        finding.code: finding.severity
        for source, translation in ((NAME, " Name, Name "), (TWO, "Ihre Ihre."), (TITLE, "Ihre."))
        for finding in findings("de", source, translation)
    }
    assert codes["outer-space"] is Severity.ERROR
    assert {severity for code, severity in codes.items() if code != "outer-space"} == {
        Severity.WARNING
    }
