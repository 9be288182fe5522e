"""Numbers, percentages, articles and dates of translations."""

from __future__ import annotations

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Finding, Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from tests.checks.pairs import number_findings
from tests.draws import for_each


def findings(lang: str, source: str, translation: str) -> list[Finding]:
    """What every check together finds in a translation from English."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
    )
    return [finding for check in ALL for finding in check(pair)]


FINE = "A fine of up to 4% of turnover."
MANY = "Our 1,000 customers."
MILLIONS = "A fine of up to EUR 20,000,000."
EXACT = "A fee of 1,234.56 euros."
DAYS = "We answer within 30 days."
ARTICLE = "The definition is in Article 4(1) GDPR."
ARTICLES = "See Articles 13, 14 and 15 GDPR."
BASIS = "We rely on Art. 6(1)(f) GDPR."
VERSION = "Secured by TLS version 2.1."
LONG_VERSION = "Secured by version 1.2.3 of it."
CHANGED = "Last changed on 17 December 2025."
FROM = "It applies from 1 May 2025."
HOURS = "We are there from 9:30 to 17:00."
PHONE = "Call us at +44 20 7946 0958."


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", FINE, "Eine Geldbuße von bis zu 4 % des Umsatzes."),
        ("fr", FINE, "Une amende jusqu’à 4\u202f% du chiffre d’affaires."),
        ("ar", FINE, "غرامة تصل إلى ٤٪ من رقم الأعمال."),
        ("fa", FINE, "جریمه تا ۴٪ از گردش مالی."),
        ("tr", FINE, "Cironun %4’üne kadar para cezası."),
        ("ja", FINE, "売上高の４％以下の制裁金。"),
        ("de", MANY, "Unsere 1.000 Kunden."),
        ("pl", MANY, "Nasi klienci: 1 000."),
        ("sv", MANY, "Våra 1\u00a0000 kunder."),
        ("fr", MANY, "Nos 1\u202f000 clients."),
        ("de-CH", MANY, "Unsere 1’000 Kunden."),
        ("ar", MANY, "عملاؤنا ١٬٠٠٠."),
        ("ja", MANY, "当社の１,０００人のお客様。"),
        ("de", MILLIONS, "Eine Geldbuße von bis zu 20 000 000 EUR."),
        ("tr", MILLIONS, "20.000.000 avroya kadar para cezası."),
        ("pl", EXACT, "Opłata 1234,56 euro."),
        ("fr", EXACT, "Des frais de 1\u202f234,56 euros."),
        ("ar", EXACT, "رسوم قدرها ١٬٢٣٤٫٥٦ يورو."),
        ("ja", DAYS, "３０日以内に回答します。"),
        ("hi", DAYS, "हम ३० दिनों में उत्तर देते हैं।"),
        ("de", ARTICLE, "Die Definition steht in Artikel 4 Nummer 1 DSGVO."),
        ("hu", ARTICLE, "A fogalmat a GDPR 4. cikkének (1) pontja határozza meg."),
        ("ja", ARTICLE, "定義はGDPR第4条第1項にあります。"),
        ("ja", ARTICLE, "定義はGDPR第４条（１）にあります。"),
        ("fr", BASIS, "Nous nous fondons sur l’article 6, paragraphe 1, point f), du RGPD."),
        ("sv", BASIS, "Vi stöder oss på artikel 6.1 f i GDPR."),
        ("nl", BASIS, "Wij beroepen ons op artikel 6, lid 1, onder f), AVG."),
        ("tr", BASIS, "GDPR’nin 6(1)(f) maddesine dayanırız."),
        ("sv", "See Article 4(1) and Article 5(2).", "Se artikel 4.1 och artikel 5.2."),
        ("ja", ARTICLES, "GDPR第13・14・15条をご覧ください。"),
        ("zh-Hans", ARTICLES, "见第13、14和15条。"),
        ("de", "See Articles 13-15 GDPR.", "Siehe Artikel 13–15 DSGVO."),
        ("pl", "Regulation (EU) 2016/679", "rozporządzenie (UE) 2016/679"),
        ("de", VERSION, "Gesichert durch TLS Version 2.1."),
        ("ja", VERSION, "TLSバージョン2.1で保護されています。"),
        ("fr", LONG_VERSION, "Protégé par sa version 1.2.3."),
        ("de", PHONE, "Rufen Sie uns an: +44 20 7946 0958."),
        ("ja", HOURS, "営業時間は9:30〜17:00です。"),
        ("de", "See [Article 4](a99.md).", "Siehe [Artikel 4](a99.md)."),
        ("fr", "Between 2 and 4 years.", "Entre 4 et 2 ans."),
        ("ja", MANY, "当社の１，０００人のお客様。"),
        ("zh-Hans", MILLIONS, "最高2000万欧元的罚款。"),
        ("ja", MILLIONS, "2,000万ユーロ以下の制裁金。"),
        ("hi", "Our 100,000 customers.", "हमारे 1,00,000 ग्राहक।"),
        ("de", HOURS, "Wir sind von 9.30 bis 17.00 Uhr da."),
    ],
)
def test_a_number_may_be_written_as_its_language_writes_it(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", FINE, "Eine Geldbuße von bis zu 2 % des Umsatzes."),
        ("ar", FINE, "غرامة تصل إلى ٢٪ من رقم الأعمال."),
        ("tr", FINE, "Cironun %40’ına kadar para cezası."),
        ("ja", FINE, "売上高の制裁金。"),
        ("de", "A fine of 1.5% of turnover.", "Eine Geldbuße von 15 % des Umsatzes."),
        ("pl", MANY, "Nasi klienci: 100."),
        ("fr", MANY, "Nos 1\u202f000\u202f000 clients."),
        ("de", MANY, "Unser 1 Kunde."),
        ("sv", MILLIONS, "Böter på upp till 2 000 000 euro."),
        ("ar", EXACT, "رسوم قدرها ١٬٢٣٤٫٦٥ يورو."),
        ("ja", DAYS, "２０日以内に回答します。"),
        ("zh-Hans", DAYS, "我们将在二十天内答复。"),
        ("hu", "We answer within a month.", "30 napon belül válaszolunk."),
        ("de", ARTICLE, "Die Definition steht in Artikel 4 Nummer 2 DSGVO."),
        ("sv", ARTICLE, "Definitionen finns i artikel 41 i GDPR."),
        ("ja", ARTICLE, "定義はGDPR第4条にあります。"),
        ("fr", BASIS, "Nous nous fondons sur l’article 9, paragraphe 1, point f), du RGPD."),
        ("sv", "See Article 4(1) and Article 5(2).", "Se artikel 4.2 och artikel 5.1."),
        ("zh-Hans", ARTICLES, "见第13和15条。"),
        ("pl", "Regulation (EU) 2016/679", "rozporządzenie (UE) 2016/697"),
        ("de", VERSION, "Gesichert durch TLS Version 2.2."),
        ("ja", VERSION, "TLSバージョン1.2で保護されています。"),
        ("fr", LONG_VERSION, "Protégé par sa version 1.2.4."),
        ("de", PHONE, "Rufen Sie uns an: +44 20 7946 0985."),
        ("de", "See [Article 4](a99.md).", "Siehe [Artikel 5](a99.md)."),
    ],
)
def test_another_number_is_found(lang: str, source: str, translation: str) -> None:
    assert [found.code for found in findings(lang, source, translation)] == ["number-mismatch"]


@for_each(
    ("lang", "date"),
    [
        ("de", "17. Dezember 2025"),
        ("de", "17. Dez. 2025"),
        ("de", "17.12.2025"),
        ("fr", "17/12/2025"),
        ("nl", "17-12-2025"),
        ("es", "17 de diciembre de 2025"),
        ("pl", "17 grudnia 2025 r."),
        ("tr", "17 Aralık 2025’te"),
        ("sv", "2025-12-17"),
        ("sv", "2025\u201112\u201117"),
        ("ar", "17 ديسمبر 2025"),
        ("ar", "١٧ ديسمبر ٢٠٢٥"),
        ("ja", "2025年12月17日"),
        ("ja", "２０２５年１２月１７日"),
        ("zh-Hans", "2025 年 12 月 17 日"),
        ("ko", "2025년 12월 17일"),
        ("ru", "17 декабря 2025 г."),
        ("en-US", "on December 17, 2025"),
        ("hu", "2025. december 17-én"),
        ("lt", "2025 m. gruodžio 17 d."),
        ("hu", "2025.12.17."),
        ("ja", "2025/12/17"),
        ("ko", "2025. 12. 17."),
        ("cs", "17. 12. 2025"),
        ("he", "17 בדצמבר 2025"),
        ("mt", "17 ta’ Diċembru 2025"),
        ("vi", "ngày 17 tháng 12 năm 2025"),
    ],
)
def test_a_date_may_be_written_as_its_language_writes_it(lang: str, date: str) -> None:
    assert findings(lang, CHANGED, f"≡ {date} ≡.") == []


@for_each(
    ("lang", "date"),
    [
        ("de", "18. Dezember 2025"),
        ("de", "17. November 2025"),
        ("de", "17. Dezember 2024"),
        ("de", "12.17.2024"),
        ("pl", "17 stycznia 2025 r."),
        ("sv", "2025-11-17"),
        ("ar", "١٧ نوفمبر ٢٠٢٥"),
        ("ja", "2025年11月17日"),
        ("ja", "17日"),
        ("hu", "2025. november 17-én"),
    ],
)
def test_another_day_month_or_year_is_found(lang: str, date: str) -> None:
    assert [found.code for found in findings(lang, CHANGED, f"≡ {date} ≡.")] == ["number-mismatch"]


@pytest.mark.parametrize(("lang", "date"), [("nl", "05-01-2025"), ("de", "5.1.2025")])
def test_a_numeric_date_with_day_and_month_exchanged_is_found(lang: str, date: str) -> None:
    assert [found.code for found in findings(lang, FROM, f"≡ {date} ≡.")] == ["number-mismatch"]


def test_dates_exchanged_by_their_months_are_found() -> None:
    source = "From 17 December 2025 until 1 May 2026."
    assert findings("pl", source, "Od 17 grudnia 2025 r. do 1 maja 2026 r.") == []
    (found,) = findings("pl", source, "Od 17 maja 2025 r. do 1 grudnia 2026 r.")
    assert found.message == (
        'The translation lacks "17 December 2025", "1 May 2026" of the source '
        '(source: "From 17 December 2025 until 1 May 2026."; '
        'translation: "Od 17 maja 2025 r. do 1 grudnia 2026 r.").'
    )
    assert found.hint == 'It has "17 maja 2025", "1 grudnia 2026" instead.'


def test_a_lost_number_is_to_be_put_in() -> None:
    (found,) = findings("zh-Hans", DAYS, "我们将在数天内答复。")
    assert found.message == (
        f'The translation lacks "30" of the source (source: "{DAYS}"; '
        'translation: "我们将在数天内答复。").'
    )
    assert found.hint == "Put it in, in digits."


def test_a_number_of_its_own_is_to_be_removed() -> None:
    (found,) = findings("de", "We answer within a month.", "Wir antworten binnen 30 Tagen.")
    assert found.message == (
        'The translation has "30", the source does not (source: "We answer within a month."; '
        'translation: "Wir antworten binnen 30 Tagen.").'
    )
    assert found.hint == "Write the number in words if the source does, or remove it."


def test_a_number_given_twice_is_needed_twice() -> None:
    source = "Within 30 days, at most 30 days more."
    assert findings("fr", source, "Sous 30 jours, au plus 30 jours de plus.") == []
    (found,) = findings("fr", source, "Sous 30 jours, au plus un mois de plus.")
    assert found.message.startswith('The translation lacks "30" of the source (')


@pytest.mark.parametrize(
    ("lang", "translation", "own"),
    [
        ("de", "Unsere 1,000 Kunden.", "1.000"),
        ("it", "I nostri 1,000 clienti.", "1.000"),
        ("fr", "Nos 1,000 clients.", "1\u202f000"),
        ("pl", "Nasi klienci: 1,000.", "1\u00a0000"),
        ("es", "Nuestros 1,000 clientes.", "1.000"),
    ],
)
def test_a_thousand_that_is_one_in_another_language_is_found(
    lang: str, translation: str, own: str
) -> None:
    (found,) = findings(lang, MANY, translation)
    assert found.message == (
        f'The translation lacks "1,000" of the source (source: "{MANY}"; '
        f'translation: "{translation}").'
    )
    assert found.hint == (
        f'It has "1,000" instead. In this language that is another number; write "{own}".'
    )


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        # Written as the source, and no other number in that language.
        ("ja", MANY, "当社の1,000人のお客様。"),
        ("es-MX", MANY, "Nuestros 1,000 clientes."),
        ("zh-Hans", "A rate of 0.125%.", "费率为0.125%。"),
        ("de", "A rate of 0.125%.", "Ein Satz von 0,125 %."),
        ("de", "A rate of 0.125%.", "Ein Satz von 0.125 %."),
        ("de", "A rate of 1.125%.", "Ein Satz von 1,125 %."),
        ("fr", MANY, "Nos 1.000 clients."),
    ],
)
def test_what_no_reader_can_take_for_another_number_is_none(
    lang: str, source: str, translation: str
) -> None:
    assert findings(lang, source, translation) == []


def test_tenths_that_become_thousands_are_found() -> None:
    (found,) = findings("de", "A rate of 1.125%.", "Ein Satz von 1.125 %.")
    assert found.hint.endswith('write "1,125".')


TWO_MONTHS = "We delete it after 2 months."
MONTH = "We answer within one month."
A_MONTH = "We answer within a month."
TWELVE = "We keep it for twelve months."
THIRTEEN = "For children under thirteen years."
FACTOR = "Protected by 2-factor authentication."
THIRD = "We share it with third parties."
FOUR = "We use four types of cookies."
DAILY = "At least once every 24 hours."
HALF = "It is fetched every 30 minutes."
ALL_OF_IT = "It may not be 100% right."
MODELS = "You can upload 3D models."


@for_each(
    ("lang", "source", "translation"),
    [
        # In digits in the source, in words in the translation.
        ("pt-BR", TWO_MONTHS, "Nós a excluímos após dois meses."),
        ("nl", TWO_MONTHS, "Wij verwijderen dit na twee maanden."),
        ("de", TWO_MONTHS, "Nach zweimonatiger Frist wird gelöscht."),
        ("pl", TWO_MONTHS, "Usuwamy to po dwóch miesiącach."),
        ("ru", TWO_MONTHS, "Удаляем через два месяца."),
        ("ar", TWO_MONTHS, "نحذفها بعد شهرين."),
        ("he", TWO_MONTHS, "אנו מוחקים אותו לאחר חודשיים."),
        ("hu", TWO_MONTHS, "Két hónap után töröljük."),
        ("fi", TWO_MONTHS, "Poistamme ne kahden kuukauden kuluttua."),
        ("zh-Hans", DAYS, "我们将在三十天内答复。"),
        ("ja", DAYS, "三十日以内に回答します。"),
        ("ko", DAYS, "삼십일 이내에 답변합니다."),
        ("fr", DAYS, "Nous répondons dans les trente jours."),
        ("uk", DAYS, "Відповідаємо протягом тридцяти днів."),
        ("cs", DAYS, "Odpovídáme do třiceti dnů."),
        ("tr", DAYS, "Otuz gün içinde yanıt veririz."),
        ("it", HALF, "Viene scaricato ogni mezz'ora."),
        ("pl", ALL_OF_IT, "Może nie mieć stuprocentowej dokładności."),
        ("pl", DAILY, "Co najmniej raz na dobę."),
        ("el", MODELS, "Μπορείτε να ανεβάσετε τρισδιάστατα μοντέλα."),
        ("fr", FACTOR, "Protégé par l’authentification à deux facteurs."),
        ("de", FACTOR, "Geschützt durch Zwei-Faktor-Authentifizierung."),
        ("sv", FACTOR, "Skyddat av tvåfaktorsautentisering."),
        ("bg", FACTOR, "Защитено с двуфакторно удостоверяване."),
        ("de", "Within 24 hours.", "Innerhalb von vierundzwanzig Stunden."),
        ("es", "Within 31 days.", "En treinta y un días."),
        ("fr", "Within 90 days.", "Sous quatre-vingt-dix jours."),
        # In words in the source, in digits in the translation.
        ("ja", MONTH, "1か月以内に回答します。"),
        ("ja", A_MONTH, "1か月以内に回答します。"),
        ("de", A_MONTH, "Wir antworten binnen 1 Monat."),
        ("de", TWELVE, "Wir bewahren es 12 Monate auf."),
        ("bg", TWELVE, "Съхраняваме ги 12 месеца."),
        ("pt-BR", TWELVE, "Guardamos por 12 meses."),
        ("ko", TWELVE, "12개월 동안 보관합니다."),
        ("ja", "Within twenty-four hours.", "24時間以内。"),
        ("de", "We serve two hundred shops.", "Wir beliefern 200 Läden."),
        ("zh-Hant", FOUR, "我們使用 4 種 Cookie。"),
        # A digit of a term.
        ("ko", THIRD, "제3자와 공유합니다."),
        ("ko", "We use two-step verification.", "2단계 인증을 사용합니다."),
        ("ja", "You can use one or more services.", "1つ以上のサービスを利用できます。"),
        ("ja", "Create a phone mask.", "1件の電話番号マスクを作成します。"),
        ("ja", "It is &#37; of 4.", "4 の &#37; です。"),
    ],
)
def test_a_number_may_be_spelled_out_on_one_side(lang: str, source: str, translation: str) -> None:
    assert codes(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("de", THIRTEEN, "Für Kinder unter 31 Jahren."),
        ("ja", THIRTEEN, "31歳未満のお子様。"),
        ("ru", THIRTEEN, "Для детей младше 30 лет."),
        ("de", "Within 7 days.", "Binnen sechs Tagen."),
        ("de", "Within 2 days.", "Binnen zweiundzwanzig Tagen."),
        ("de", "Within 4 days.", "Binnen vierzehn Tagen."),
        ("de", "Within 24 hours.", "Innerhalb von vierunddreißig Stunden."),
        ("nl", "Within 6 days.", "Binnen zesentwintig dagen."),
        ("es", "Within 31 days.", "En treinta días."),
        ("fr", "Within 90 days.", "Sous quatre-vingts jours."),
        ("pl", TWO_MONTHS, "Usuwamy to po dwunastu miesiącach."),
        ("zh-Hans", DAYS, "我们将在十三天内答复。"),
        ("ko", DAYS, "십삼일 이내에 답변합니다."),
        ("ja", "We answer within thirty days.", "3日以内に回答します。"),
        ("ja", "Only one of them.", "そのうち1つ、または1つ。"),
        ("ko", "We share it with partners.", "제3자와 공유합니다."),
        ("de", A_MONTH, "Wir antworten binnen 30 Tagen."),
        ("fr", TWELVE, "Nous le conservons 2 mois."),
        ("de", "We serve two hundred shops.", "Wir beliefern 100 Läden."),
    ],
)
def test_a_word_is_no_other_number(lang: str, source: str, translation: str) -> None:
    assert codes(lang, source, translation) == ["error number-mismatch"]


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        # Nobody can tell whether this language spells the number out.
        ("sw", DAYS, "Tunajibu ndani ya siku thelathini."),
        ("kn", DAYS, "ನಾವು ಮೂವತ್ತು ದಿನಗಳಲ್ಲಿ ಉತ್ತರಿಸುತ್ತೇವೆ."),
        ("ka", DAYS, "გიპასუხებთ ოცდაათ დღეში."),
        # A number that belongs to a name.
        ("de", "The COVID-19 certificates.", "Die COVID-Zertifikate."),
        ("ro", "We fight the virus.", "Combatem COVID-19."),
        ("fi", MODELS, "Voit ladata malleja."),
    ],
)
def test_what_may_be_right_is_a_warning(lang: str, source: str, translation: str) -> None:
    assert codes(lang, source, translation) == ["warning number-mismatch"]


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("sw", DAYS, "Tunajibu ndani ya siku 20."),
        ("kn", DAYS, "ನಾವು 20 ದಿನಗಳಲ್ಲಿ ಉತ್ತರಿಸುತ್ತೇವೆ."),
        ("de", "See section-19.", "Siehe Abschnitt."),
        ("de", "The COVID-19 rules.", "Die COVID-18-Regeln und 20 mehr."),
    ],
)
def test_another_number_is_an_error_in_any_language(
    lang: str, source: str, translation: str
) -> None:
    assert codes(lang, source, translation) == ["error number-mismatch"]


LAW = "Law No. 13.709/2018 applies."
CLAUSE = "See 252.227-7013 for it."
REGISTER = "The Epidemics Act (CC 818.101) applies."
CALL = "Call 1-800-352-5267 or +44 20 7946 0958."
FEE = "It is limited to $500."
MARKS = "We stop where: (i) you broke it, (ii) we must, or (iii) it ends."


@for_each(
    ("lang", "source", "translation"),
    [
        ("pt-BR", LAW, "Aplica-se a Lei nº 13.709/2018."),
        ("es", LAW, "Se aplica la Ley n.º 13.709/2018."),
        ("de", LAW, "Es gilt das Gesetz Nr. 13709/2018."),
        ("de", CLAUSE, "Siehe dazu 252.227-7013."),
        ("ru", CLAUSE, "См. 252.227-7013."),
        ("fr", REGISTER, "La loi sur les épidémies (RS 818.101) s’applique."),
        ("de", REGISTER, "Es gilt das Epidemiengesetz (SR 818.101)."),
        ("fr", CALL, "Appelez le +1 800 352 5267 ou le +44 20 79 46 09 58."),
        ("de", CALL, "Rufen Sie 1 800 352-5267 oder +44 (20) 7946-0958 an."),
        ("ja", "Call (650) 903-0800.", "650-903-0800 にお電話ください。"),
        ("de", "Call 650-903-0800.", "Rufen Sie +1 650 9030800 an."),
        ("es", "Case C-311/18 and ISO/IEC 27001:2013.", "Caso C-311/18 e ISO/IEC 27001:2013."),
        ("de", "Version 1.2.3 of it.", "Seine Version 1.2.3."),
        ("pt-BR", FEE, "Limita-se a US$ 500,00."),
        ("de", "At most $10,000.", "Höchstens 10.000,00 $."),
        ("zh-Hans", MARKS, "在以下情况停止：(1) 您违反，(2) 我们必须，或 (3) 结束。"),
        ("ar", MARKS, "نتوقف عند: (1) المخالفة، (2) الوجوب، (3) الانتهاء."),
        ("th", "The Act of 1998.", "พระราชบัญญัติ พ.ศ. 2541"),
    ],
)
def test_a_designator_has_the_same_digits_whatever_stands_between(
    lang: str, source: str, translation: str
) -> None:
    assert codes(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("pt-BR", LAW, "Aplica-se a Lei nº 13.790/2018."),
        ("de", CLAUSE, "Siehe dazu 252.272-7013."),
        ("fr", REGISTER, "La loi sur les épidémies (RS 808.101) s’applique."),
        ("fr", CALL, "Appelez le +1 800 352 5276 ou le +44 20 79 46 09 58."),
        ("cs", "Version 1.2 of it.", "Jeho verze 1.12."),
        ("de", "Version 1.2 of it.", "Seine Version 12."),
        ("de", "From 4.5-6.5 per cent.", "Von 45-65 Prozent."),
        ("pt-BR", FEE, "Limita-se a US$ 50,00."),
        ("zh-Hans", MARKS, "在以下情况停止：(1) 您违反，或 (2) 结束。"),
        ("th", "The Act of 1998.", "พระราชบัญญัติ พ.ศ. 2542"),
    ],
)
def test_a_designator_with_other_digits_is_found(lang: str, source: str, translation: str) -> None:
    assert codes(lang, source, translation) == ["error number-mismatch"]


ON = "Last changed on August 15, 2019."


@for_each(
    ("lang", "source", "translation"),
    [
        ("sl", ON, "Spremenjeno 15. avgusta 2019."),
        ("et", ON, "Muudetud 15. augustist 2019."),
        ("ca", ON, "Modificat el 15 d'agost de 2019."),
        ("lv", ON, "Mainīts 2019. gada 15. augustā."),
        ("eu", ON, "2019ko abuztuaren 15etik."),
        ("ar", ON, "آخر تعديل 15 أغسطس، 2019."),
        ("vi", ON, "Thay đổi 15 Tháng Tám 2019."),
        ("it", "From July 1, 2021.", "Dal 1° luglio 2021."),
        ("pt-BR", "From November 1, 2021.", "A partir de 1o de novembro de 2021."),
        ("bn", "From June 23, 2016.", "২০১৬ এর 23শে জুন থেকে।"),
        ("de", "From Sept 16, 2022.", "Ab 16. September 2022."),
    ],
)
def test_a_date_in_a_form_that_no_table_knows_is_the_same_by_day_and_year(
    lang: str, source: str, translation: str
) -> None:
    assert [one for one in codes(lang, source, translation) if "number" in one] == []


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("sl", ON, "Spremenjeno 15. septembra 2019."),
        ("ca", ON, "Modificat el 15 d'abril de 2019."),
        ("ca", ON, "Modificat el 16 d'agost de 2019."),
        ("lv", ON, "Mainīts 2018. gada 15. augustā."),
        ("eu", ON, "2019ko abuztuaren 5etik."),
        ("de", "From Sept 16, 2022.", "Ab 17. September 2022."),
    ],
)
def test_another_date_in_such_a_form_is_found(lang: str, source: str, translation: str) -> None:
    assert "error number-mismatch" in codes(lang, source, translation)


def codes(lang: str, source: str, translation: str) -> list[str]:
    """Each finding as `severity code`."""
    return [f"{found.severity} {found.code}" for found in findings(lang, source, translation)]


@for_each(
    ("lang", "source", "translation"),
    [
        ("zh-Hans", "1.5 million customers", "150万名客户"),
        ("ja", "2 million customers", "200万人のお客様"),
        ("ko", "50,000 customers", "5만 명"),
        ("de", "2 million customers", "2.000.000 Kunden"),
        ("de", "2,000,000 customers", "2 Mio. Kunden"),
        ("fr", "2,000,000 customers", "2 millions de clients"),
        ("pl", "2,000,000 customers", "2 mln klientów"),
        ("hi", "100,000 customers", "1 लाख ग्राहक"),
        ("de", "$1.5bn", "1,5 Mrd. $"),
        ("de", "1.5 billion", "1.500.000.000"),
        ("es", "1.5 billion", "1500 millones"),
        ("de", "10k", "10.000"),
        ("sv", "10,000 customers", "10 tusen kunder"),
        ("fr", "the 1990s", "les années 90"),
        ("pl", "in the 1990s", "w latach 90."),
        ("de", "the 1990s", "die 1990er Jahre"),
        ("de", "zero data", "0 Daten"),
        ("fr", "0 days", "zéro jour"),
    ],
)
def test_a_number_may_have_a_word_for_its_zeros(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == []


@for_each(
    ("lang", "source", "translation"),
    [
        ("zh-Hans", "1.5 million customers", "15万名客户"),
        ("ja", "2 million customers", "20万人のお客様"),
        ("de", "2 million customers", "200.000 Kunden"),
        ("de", "2,000,000 customers", "2 Mrd. Kunden"),
        ("hi", "100,000 customers", "10 लाख ग्राहक"),
        ("de", "10k", "1.000"),
        ("fr", "the 1990s", "les années 80"),
        ("fr", "2,000,000 customers", "2 clients"),
    ],
)
def test_other_zeros_are_found(lang: str, source: str, translation: str) -> None:
    assert number_findings(lang, source, translation) == ["error"]


@pytest.mark.parametrize("digits", ["0123456", "7"])
def test_a_number_too_long_for_any_reader_is_compared_all_the_same(digits: str) -> None:
    long = (digits * 5000)[:5000]  # more than Python makes a number of
    assert number_findings("de", f"thirty {long}", f"dreißig {long}") == []
    assert number_findings("de", f"thirty {long}", "dreißig 30") == ["error"]
