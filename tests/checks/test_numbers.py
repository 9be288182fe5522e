"""Numbers, percentages, articles and dates of translations."""

from __future__ import annotations

import pytest

from polynotice import checks
from polynotice.checks import Finding, Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale


def findings(lang: str, source: str, translation: str) -> list[Finding]:
    """What every check together finds in a translation from English."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
    )
    return [finding for check in checks.ALL for finding in check(pair)]


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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
        ("zh-Hans", DAYS, "我们将在三十天内答复。"),
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
    (found,) = findings("zh-Hans", DAYS, "我们将在三十天内答复。")
    assert found.message == (
        f'The translation lacks "30" of the source (source: "{DAYS}"; '
        'translation: "我们将在三十天内答复。").'
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
