"""Translations that repeat their source."""

from __future__ import annotations

import pytest

from polynotice.checks.all_checks import ALL
from polynotice.checks.pair import Finding, Pair
from polynotice.core.conventions import conventions
from polynotice.core.locales import find_locale
from polynotice.core.problems import Severity


def repeated(text: str, lang: str, source_lang: str = "en") -> list[Finding]:
    """What every check together finds in a text that is its own translation."""
    pair = Pair(
        source=text,
        translation=text,
        source_conventions=conventions(find_locale(source_lang)),
        conventions=conventions(find_locale(lang)),
    )
    return [finding for check in ALL for finding in check(pair)]


LANGUAGES = ("de", "ja", "ar")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "We use your data.",
        "Calls to our Customer Care team are recorded.",
        "Name and email address.",
        "Read [our policy](policy.md) first.",
        "up to 4% of turnover",
    ],
)
def test_a_repeated_sentence_is_an_error(text: str, lang: str) -> None:
    assert [(one.code, one.severity) for one in repeated(text, lang)] == [
        ("identical-to-source", Severity.ERROR)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["Purpose", "IP address", "Your data", "**Your data**", "30 days"])
def test_a_repeated_word_or_two_is_a_warning(text: str, lang: str) -> None:
    assert [(one.code, one.severity) for one in repeated(text, lang)] == [
        ("identical-to-source", Severity.WARNING)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Cookies",
        "E-mail",
        "GDPR",
        "2016/679",
        "NET-A-PORTER",
        "The NET A PORTER Group Ltd",
        "`session_id`",
        "https://law.example/gdpr",
        "<dpo@shop.example>",
        "—",
    ],
)
def test_a_name_code_or_shared_word_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


STREET = "Shop Ltd Attn: Legal Notices 149 New Example Street 4th Floor San Francisco, CA 94105"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Example Shop Ltd, 1 High Street, London SW1A 1AA, United Kingdom",
        "Example GmbH, Friedrichstraße 123, 10117 Berlin",
        "Hauptstraße 1, 1010 Wien",
        "12 rue de la Paix, 75002 Paris",
        "Keizersgracht 1, 1015 CN Amsterdam",
        "ul. Długa 5, 00-238 Warszawa",
        "Kossuth Lajos utca 5, 1053 Budapest",
        "350 Fifth Avenue, New York, NY 10118",
        "PO Box 123, London",
        "Amtsgericht Charlottenburg, HRB 123456 B",
        "ICO Z1234567",
        "KvK 12345678",
        "GB123456789",
        "IBAN DE89 3704 0044 0532 0130 00",
        "Tel. +44 20 7946 0000",
    ],
)
def test_an_address_or_register_number_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        STREET,
        "1 The Village Offices, 10 Example Road, London W12 7GF",
        "Beispielufer 20",
        "Shop GmbH, Musterstraße 5, 10115 Berlin",
        "Client_id, session_id.",
        "terms_en.html",
        "DE 165 893 430",
        "HRB 12345",
        "Law-Net-App",
        "“Musterhansa”",
        "_ga, _gid, PHPSESSID",
        "ISO/IEC 27001:2022",
        "DIN EN ISO 9001:2015, SOC 2 Type II",
        "SMS, MMS, RCS",
        "&nbsp;",
        "[Example.com](https://www.example.com/privacy)",
        "[Shop (Net)](https://shop.example/)",
        "[Example sync](https://example.org/#sync)",
    ],
)
def test_an_address_identifier_or_name_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Google Ireland Limited, Gordon House, Barrow Street, Dublin 4, Ireland",
        "Friends Limited, 4 Grand Canal Square, Grand Canal Harbour, Dublin 2, Ireland",
        "Fruit Distribution Ltd., Hollyhill Industrial Estate, Hollyhill, Cork, Ireland",
        "Pay Europe, Limited, 1 Grand Canal Street Lower, Dublin, D02 H210, Ireland",
        "River Europe Core S.à r.l., 38 avenue John F. Kennedy, L-1855 Luxembourg",
        "Soft Limited, One Soft Place, South County Business Park, Dublin 18, D18 P521",
        "Network Ireland Unlimited Company, Wilton Place, Dublin 2, Ireland",
        "Schuhe SE, Valeska-Gert-Straße 5, 10243 Berlin",
        "Bird International Company, One Cumberland Place, Fenian Street, Dublin 2",
        "Sales.example Inc., Sales Tower, 415 Mission Street, 3rd Floor, CA 94105, USA",
        "Pal (Europe) S.à r.l. et Cie, S.C.A., 22-24 Boulevard Royal, L-2449 Luxembourg",
        "Example N.V., Simon Carmiggeltstraat 6-50, 1011 DJ Amsterdam, The Netherlands",
        "Example Bank AB (publ), Sveavägen 46, 111 34 Stockholm, Sweden",
        "Shop.example sp. z o.o., ul. Wierzbięcice 1B, 61-569 Poznań",
        "SHOP GROUP S.p.A., Via Morimondo 17, 20143 Milano, Italy",
        "Shop SA, 32 Rue Blanche, 75009 Paris, France",
        "Hot Ltd, Dragonara Business Centre, 5th Floor, St Julian's STJ 3141, Malta",
        "Shop Limited, 1 The Village Offices, Westfield Shopping Centre, London W12 7GF",
        "Mails, 675 Ponce de Leon Ave NE, Suite 5000, Atlanta, GA 30308 USA",
        "Shop, 45 Fremont Street, 8th Floor, San Francisco, CA 94105",
        "Clever Limited, 6th Floor, The Tea Building, 56 Shoreditch High Street, London",
        "Gordon House, Barrow Street, Dublin 4",
        "Commission Nationale de l'Informatique, 3 Place de Fontenoy, 75334 Paris Cedex 07",
        "Agencia Española de Protección de Datos, C/ Jorge Juan, 6, 28001 Madrid",
        "Urząd Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa",
    ],
)
def test_a_company_and_where_it_is_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Google Ireland Limited processes your data in Dublin, Ireland.",
        "We are at Gordon House, Barrow Street, Dublin 4, Ireland.",
        "Contact Google Ireland Limited, Gordon House, Barrow Street, Dublin 4",
        "Name, Address, Country, Telephone Number",
        "Delivery by DHL Limited, Returns, Ireland",
        "The Company Limited Liability, Warranty, Damages",
        "Company Limited, Registered Office, Ireland",
        "Your Data, Your Rights, Your Choices, Ireland",
        "Marketing Limited to Email, Post, Phone 4",
        "Purposes, Legal Basis, Recipients, Article 6",
        "Calls Recorded, Chats Stored, 5 Years Limited",
    ],
)
def test_a_company_in_a_sentence_or_list_is_found(text: str, lang: str) -> None:
    assert [one.code for one in repeated(text, lang)] == ["identical-to-source"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "We are at 1 High Street, London SW1A 1AA.",
        "Registered in England and Wales, No. 01234567",
        "Company Number 01234567",
        "Customer Service, 1 High Street, London SW1A 1AA",
        "Regulation (EU) 2016/679",
        "Articles 13, 14 GDPR",
        "30 Days Return Policy",
        "Calls, 30 Days, 24 Hours",
        "Privacy Notice 2024",
    ],
)
def test_words_around_a_number_or_address_are_translated(text: str, lang: str) -> None:
    assert [one.code for one in repeated(text, lang)] == ["identical-to-source"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "We are in Beispielstraße 20 and answer your letters there.",
        "Write to 10115 Berlin if you want to object.",
        "Your session_id.",
        "[Privacy policy](https://policy.example/privacy-policy)",
        "[Read more](https://law.example/read-more)",
        "[Customers](https://law.example/)",
        "Contact data",
        "Your choices",
        "Section 5 Rights",
    ],
)
def test_words_beside_an_address_identifier_or_link_are_found(text: str, lang: str) -> None:
    assert [one.code for one in repeated(text, lang)] == ["identical-to-source"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "Description"), ("fr", "1. Introduction"), ("nl", "[Contact](#contact)"),
     ("de", "Services"), ("ro", "Contact"), ("it", "4. Privacy")],
)  # fmt: skip
def test_a_word_that_the_language_writes_alike_may_be_repeated(lang: str, text: str) -> None:
    assert repeated(text, lang) == []
    assert [one.code for one in repeated(text, "pl")] == ["identical-to-source"]


@pytest.mark.parametrize(
    ("source", "translation", "lang"),
    [
        ("We use your data.", "Wir nutzen Ihre Daten.", "de"),
        ("We use your data.", "お客様のデータを利用します。", "ja"),
        ("Purpose", "الغرض", "ar"),
        ("Purpose", "Cel", "pl"),
    ],
)
def test_a_translation_in_other_words_is_fine(source: str, translation: str, lang: str) -> None:
    english, other = conventions(find_locale("en")), conventions(find_locale(lang))
    pair = Pair(
        source=source, translation=translation, source_conventions=english, conventions=other
    )
    assert [finding for check in ALL for finding in check(pair)] == []


@pytest.mark.parametrize(("lang", "source_lang"), [("en-US", "en"), ("de-AT", "de")])
def test_a_locale_of_the_source_language_may_repeat_it(lang: str, source_lang: str) -> None:
    assert repeated("Calls to our Customer Care team.", lang, source_lang) == []


def test_the_message_quotes_the_source_and_the_hint_tells_how_to_waive_it() -> None:
    (found,) = repeated("We use your data.", "fr")
    assert found.message == (
        "The translation repeats the source "
        '(source: "We use your data."; translation: "We use your data.").'
    )
    assert found.hint == (
        "Translate it; if the words really are the same, write "
        "`# polynotice: ignore identical-to-source` above the entry."
    )


def test_a_long_source_is_quoted_by_its_start() -> None:
    (found,) = repeated("We use your data as long as we need it. " * 3, "fr")
    assert found.message == (
        "The translation repeats the source "
        '(source: "We use your data as long as we need it.…"; '
        'translation: "We use your data as long as we need it.…").'
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "written",
    [
        " We record your calls.",
        "We record your calls. ",
        "we record your calls.",
        "We record  your\u00a0calls.",
        "WE RECORD YOUR CALLS.",
        "We record your calls",
        "We record your calls。",
    ],
)
def test_a_source_in_disguise_is_found_all_the_same(lang: str, written: str) -> None:
    assert "identical-to-source" in codes("We record your calls.", written, lang)


@pytest.mark.parametrize(
    ("lang", "source", "translation"),
    [
        ("de", "Calls are recorded", "Anrufe werden aufgezeichnet"),
        ("nl", "We record your calls.", "We registreren uw calls."),
        ("sv", "Cookies", "cookies"),
        ("de", "Name", "name"),
    ],
)
def test_other_words_and_shared_ones_are_no_repetition(
    lang: str, source: str, translation: str
) -> None:
    assert "identical-to-source" not in codes(source, translation, lang)


def codes(source: str, translation: str, lang: str) -> set[str]:
    """The codes of what every check together finds in a translation from English."""
    pair = Pair(
        source=source,
        translation=translation,
        source_conventions=conventions(find_locale("en")),
        conventions=conventions(find_locale(lang)),
    )
    return {finding.code for check in ALL for finding in check(pair)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["Customer ID", "Shopping Bag", "Customer Care"])
def test_a_kind_of_data_with_capitals_is_no_name(text: str, lang: str) -> None:
    (found,) = repeated(text, lang)
    assert (found.code, found.severity) == ("identical-to-source", Severity.WARNING)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["Google Analytics", "Meta Platforms Ireland Ltd", "NET-A-PORTER"])
def test_a_name_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "ICO registration Z1234567",
        "ICO registration number Z1234567.",
        "Calle Mayor 5, 3.º B, 28013 Madrid, Spain",
        "Calle Mayor 5, 3º izq., 28013 Madrid",
        "Rua de São Bento 148, 1.º, 1200-821 Lisboa, Portugal",
        "Agencia Española de Protección de Datos, C/ Jorge Juan 6, 28001 Madrid",
        "Garante per la protezione dei dati personali, Piazza Venezia 11, 00187 Roma",
        "Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF",
        "Der Bundesbeauftragte für den Datenschutz, Graurheindorfer Straße 153, 53117 Bonn",
        "Data Protection Commission, 21 Fitzwilliam Square South, Dublin 2, D02 RD28, Ireland",
        "Autoriteit Persoonsgegevens, Hoge Nieuwstraat 8, 2514 EL Den Haag",
        "Windows 11",
        "Microsoft Windows 10",
        "iOS 17",
        "macOS 14.2",
        "Google Analytics 4",
        "Firefox 120",
    ],
)
def test_an_authority_a_registration_or_a_program_may_be_repeated(text: str, lang: str) -> None:
    assert repeated(text, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Our ICO registration is Z1234567.",
        "VAT registration GB123456789",
        "Our office is at Calle Mayor 5, 3.º B, 28013 Madrid, Spain.",
        "Write to the Agencia Española, C/ Jorge Juan 6, 28001 Madrid",
        "Contact the Data Protection Commission, 21 Fitzwilliam Square South, D02 RD28",
        "Data Protection Commission, complaints, Dublin 2, D02 RD28",
        "Customer Service Office, Phone, Chat, 30 Days",
        "We support Windows 11.",
        "Windows 11 is needed",
        "Section Five 2",
        "Step 11",
        "Contact Form 8",
        "Customer Group 4",
    ],
)
def test_words_around_an_authority_a_registration_or_a_program_are_found(
    text: str, lang: str
) -> None:
    assert [one.code for one in repeated(text, lang)] == ["identical-to-source"]
