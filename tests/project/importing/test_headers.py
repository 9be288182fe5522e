"""Headers as public notices word them, and tables that are of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.project.importing.headers import fields_in, is_category
from tests.project.importing.documents import bring, run, write

WANTED = ("purpose", "personal_data", "legal_basis")


@pytest.mark.parametrize(
    "headers",
    [
        "What we use your data for|What data we process|Our lawful basis",
        "Wofür wir Ihre Daten nutzen|Welche Daten wir verarbeiten|Unsere Rechtsgrundlage",
        "À quelles fins utilisons-nous vos données\u00a0?|Quelles données traitons-nous\u00a0?"
        "|Notre base légale",
        "Az adatok felhasználásának célja|A kezelt adatok|A jogalapjaink",
        "Per cosa utilizziamo i tuoi dati|Quali dati elaboriamo|Le nostre basi legali",
        "Waar we uw gegevens voor gebruiken|Welke gegevens we verwerken|Onze wettelijke basis",
        "Do czego wykorzystujemy dane użytkownika|Jakie dane przetwarzamy|Nasza podstawa prawna",
        "K čemu vaše údaje používáme|Jaké údaje zpracováváme|Naše právní základy",
        "Для чего мы используем данные|Какие данные мы обрабатываем|Наша правовая база",
        "データの使用目的|処理されるデータ|法的根拠",
        "我们使用您的数据的目的|我们处理哪些数据|我们的法律依据",
        "Finalità|Dati necessari|Base giuridica",
        "Purpose|Data|Legal basis",
    ],
)
def test_a_header_is_what_the_ones_beside_it_are_not(headers: str) -> None:
    assert fields_in(headers.split("|")) == WANTED
    assert fields_in([*headers.split("|"), "More about data"])[:3] == WANTED


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Type de donnée|Finalité|Conservation", ("personal_data", "purpose", "retention")),
        ("Cel|Kategorie danych|Retencja", ("purpose", "personal_data", "retention")),
        ("Uppgift|Ändamål|Lagringstid", ("personal_data", "purpose", "retention")),
        ("Amaç|Toplanan veri|Hukuki sebep", WANTED),
        ("Nazwa|Cel|Kraj", (None, "purpose", None)),
        ("Účel|Kategorie údajů|Doba zpracování", ("purpose", "personal_data", "retention")),
        ("Adatkezelés|Cél|Adatkategóriák|Jogalap", (None, *WANTED)),
        ("Gegevensverwerking|Doel|Gegevenscategorieën|Grondslag", (None, *WANTED)),
        ("Traitement de données|Finalité|Catégories de données|Base légale", (None, *WANTED)),
        ("Processing of personal data|Purpose|Data categories|Legal basis", (None, *WANTED)),
        ("Data processing|Purpose|Legal basis", (None, "purpose", "legal_basis")),
        ("Data processed|Purpose|Legal basis", ("personal_data", "purpose", "legal_basis")),
        ("数据处理|目的|数据类别|法律依据", (None, *WANTED)),
        ("Feldname|Datentyp|Zweck", ("personal_data", None, "purpose")),
        ("Spalte|Datentyp|Zweck", (None, "personal_data", "purpose")),
    ],
)
def test_a_kind_of_data_is_named_in_the_singular_too_and_a_field_before_its_type(
    headers: str, fields: tuple[str | None, ...]
) -> None:
    assert fields_in(headers.split("|")) == fields


@pytest.mark.parametrize(
    "headers",
    [
        "Traitement|Finalité|Données",
        "Behandling|Syfte|Uppgifter",
        "Verwerking|Doel|Gegevens",
        "Verarbeitung|Zweck|Daten",
        "Activity|Purpose|Data",
    ],
)
def test_a_header_that_names_the_purpose_goes_before_one_that_names_the_processing(
    headers: str,
) -> None:
    assert fields_in(headers.split("|")) == (None, "purpose", "personal_data")
    first, purpose, data = headers.split("|")
    assert fields_in([first, data, "Legal basis"]) == WANTED
    joint = fields_in([first, data, f"{purpose} / Legal basis"])
    assert joint == (None, "personal_data", "purpose")


def test_what_is_given_for_a_category_or_for_data_is_believed() -> None:
    headers = ["Data category", "Data", "Purpose"]
    assert fields_in(headers) == (None, "personal_data", "purpose")
    assert fields_in(headers, {"data category": "personal_data"})[0] == "personal_data"
    assert fields_in(headers, {"data": "source"}) == ("personal_data", "source", "purpose")


@pytest.mark.parametrize(
    ("header", "is_one"),
    [("Art der Daten", True), ("Artikel", False), ("Kind of data", True), ("Kinderdaten", False)],
)
def test_a_category_is_named_by_whole_words(header: str, is_one: bool) -> None:
    assert is_category(header) is is_one


IN_EVERY_LANGUAGE = {
    "bg": "За какво използваме|Каква информация|Правно основание",
    "cs": "Důvod zpracování|Rozsah údajů|Zákonný důvod",
    "da": "Hvad bruger vi det til|Hvilke oplysninger|Lovhjemmel",
    "de": "Verarbeitungszweck|Betroffene Daten|Gesetzliche Grundlage",
    "el": "ΣΚΟΠΟΣ ΕΠΕΞΕΡΓΑΣΙΑΣ|ΔΕΔΟΜΕΝΑ|ΝΟΜΙΚΗ ΒΑΣΗ",
    "en": "What we use it for|What we hold|Our justification",
    "es": "Objetivo|Información que recabamos|Base de legitimación",
    "et": "Milleks|Milliseid andmeid|Õiguslik alus",
    "fi": "Miksi käsittelemme|Käsiteltävät tiedot|Käsittelyperuste",
    "fr": "FINALITE|DONNEES TRAITEES|BASE LEGALE",
    "ga": "Cén fáth|Cén fhaisnéis|Bunús dlíthiúil",
    "hr": "Svrha obrade|Vrste podataka|Zakonska osnova",
    "hu": "Adatkezelés célja|Adatkör|Jogcím",
    "it": "A che scopo|Informazioni raccolte|Fondamento giuridico",
    "lt": "Kodėl|Kokie duomenys|Teisėtumo pagrindas",
    "lv": "Kādēļ|Datu kategorijas|Tiesiskais pamats",
    "mt": "Għalfejn|X'tagħrif nużaw|Bażi ġuridika",
    "nl": "Doeleinden|Welke informatie|Wettelijke grond",
    "pl": "W jakim celu|Zakres danych|Przesłanka",
    "pt": "Objetivo do tratamento|Informações recolhidas|Fundamento de licitude",
    "ro": "De ce o colectăm|Dată|Temei legal",
    "sk": "Účel spracúvania|Rozsah údajov|Zákonný dôvod",
    "sl": "Zakaj|Katere podatke|Zakonska podlaga",
    "sv": "Varför|Vilka uppgifter|Laglig grund",
    "ar": "لماذا نستخدمها|ما نجمعه من معلومات|السند القانوني",
    "he": "לשם מה|אילו פרטים|בסיס חוקי",
    "ja": "利用目的|取得する情報|適法化根拠",
    "ko": "수집 목적|수집 항목|법령",
    "nb": "Hva bruker vi det til|Hvilke opplysninger|Behandlingsgrunnlag",
    "ru": "Назначение обработки|Перечень сведений|Законное основание",
    "tr": "İŞLEME AMACI|KİŞİSEL VERİ KATEGORİSİ|HUKUKİ SEBEP",
    "uk": "Навіщо|Які відомості|Підстава",
    "zh-Hans": "业务场景与目的|收集的信息|合法性基础",
    "zh-Hant": "使用目的|資料種類|法律基礎",
}
"""Headers of purposes, personal data and legal bases, as notices word them beside the tool."""


@pytest.mark.parametrize("headers", IN_EVERY_LANGUAGE.values(), ids=IN_EVERY_LANGUAGE)
def test_headers_are_known_in_every_language(headers: str) -> None:
    assert fields_in(headers.split("|")) == WANTED
    marked = [f"{number}. {header} *" for number, header in enumerate(headers.split("|"), 1)]
    assert fields_in(marked) == WANTED


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Purpose|Retention of personal data", ("purpose", "retention")),
        ("Cel|Odbiorcy danych|Okres przechowywania danych", ("purpose", "recipients", "retention")),
        ("目的|データの保存期間", ("purpose", "retention")),
        ("Cél|Személyes adatok megőrzési ideje", ("purpose", "retention")),
        ("Purpose|Source of the personal data", ("purpose", "source")),
        ("Purpose|Personal data and their retention", ("purpose", "personal_data")),
        ("Purpose and legal basis|Personal data we keep", ("purpose", "personal_data")),
        ("Legal basis and purpose|Personal data", ("purpose", "personal_data")),
        ("Právní základ a účel|Osobní údaje", ("purpose", "personal_data")),
        ("Právny základ a účel|Osobné údaje", ("purpose", "personal_data")),
        ("Pravna podlaga in namen|Osebni podatki", ("purpose", "personal_data")),
        ("Pravna osnova i svrha|Osobni podaci", ("purpose", "personal_data")),
        ("Bażi legali u skop|Data personali", ("purpose", "personal_data")),
        ("Ändamål|Lagring eller uppgift", ("purpose", "personal_data")),
        ("Finalidad|Destinatarios a los que se comunican datos", ("purpose", "recipients")),
        ("Purpose|Retention of data in years", ("purpose", "retention")),
        ("Formål|Lagringssted|Lagringstid", ("purpose", None, "retention")),
        ("Zweck|Aufbewahrungsort|Aufbewahrung", ("purpose", None, "retention")),
        ("Účel|Retence", ("purpose", "retention")),
    ],
)
def test_what_is_said_of_personal_data_is_no_personal_data(
    headers: str, fields: tuple[str | None, ...]
) -> None:
    assert fields_in(headers.split("|")) == fields


@pytest.mark.parametrize(
    "headers",
    ["Cookie name|Purpose|Duration", "Nom|Finalité|Durée", "Purpose|Legal basis", "Début de|But"],
)
def test_a_table_without_personal_data_has_no_column_of_them(headers: str) -> None:
    assert "personal_data" not in fields_in(headers.split("|"))


@pytest.mark.parametrize(
    "headers", ["Date|Change|Version", "Right|What it means|How to use it", "User|Role|Login"]
)
def test_tables_of_something_else_have_neither_column(headers: str) -> None:
    assert {"purpose", "personal_data"}.isdisjoint(fields_in(headers.split("|")))


def test_a_table_that_lacks_one_of_the_two_columns_is_reported_and_stays(tmp_path: Path) -> None:
    text = (
        "| Purpose | Data |\n|--|--|\n| Ship | Name |\n\n"
        "| What for | Basis |\n|--|--|\n| Advertise | Consent |\n\n"
        "| Provider | Purpose |\n|--|--|\n| Acme | Hosting |\n\n"
        "| Right | Article |\n|--|--|\n| Access | 15 |\n"
    )
    source = write(tmp_path, "n.md", text)
    status, found = bring(tmp_path / "new", source)
    assert (status, found["rows"]) == (0, 1)
    assert [(each["place"], each["lacks"]) for each in found["page_tables"]] == [
        ("table 2", "personal_data")
    ]
    output = run(source, "--into", tmp_path / "other").output
    assert "table 2: stays a table of the page, for no header names personal data" in output


def test_two_columns_of_which_one_is_named_otherwise_are_none_of_purposes(tmp_path: Path) -> None:
    text = "# N\n\n| {} |\n|--|--|\n| Ship orders | Contract |\n"
    _, found = bring(tmp_path / "a", write(tmp_path, "a.md", text.format("Purpose | Basis")))
    assert (found["rows"], [each["lacks"] for each in found["page_tables"]]) == (
        0,
        ["personal_data"],
    )
    assert bring(tmp_path / "b", write(tmp_path, "b.md", text.format(" | ")))[1]["rows"] == 1


def test_words_that_other_headers_have_as_well_prove_nothing() -> None:
    assert fields_in(["Data", "Activity", "Country"]) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "tables"), [("Provider", 0), ("Recipient", 0), ("Cookies", 0), ("Category", 1)]
)
def test_a_table_of_who_receives_data_is_none_of_purposes(
    tmp_path: Path, first: str, tables: int
) -> None:
    text = (
        "| Purpose | Data |\n|--|--|\n| Ship | Name |\n\n"
        f"| {first} | Purpose | Data shared |\n|--|--|--|\n| Acme | Hosting | Name |\n"
    )
    status, found = bring(tmp_path / "new", write(tmp_path, "n.md", text))
    assert (found["left"], found["tables"]) == ([], 1 + tables)
    assert (status, "Hosting" in (tmp_path / "new/docs/index.md").read_text()) == (0, not tables)


CONCLUDED = "| Purpose | {} | Legal basis |\n|--|--|--|\n| Ship | {} | Contract |\n"


@pytest.mark.parametrize(
    ("header", "cell"), [("Category", "Name, address"), ("Affected", "Name<br>Address")]
)
def test_the_one_column_that_can_be_personal_data_is_taken_and_said_to_be_concluded(
    tmp_path: Path, header: str, cell: str
) -> None:
    source = write(tmp_path, "n.md", CONCLUDED.format(header, cell))
    status, found = bring(tmp_path / "new", source)
    assert (status, found["rows"], found["left"]) == (0, 1, [])
    assert [(each["place"], each["header"]) for each in found["concluded"]] == [("table 1", header)]
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "new").rglob("*.yml"))
    assert f'# likely: "{header}" is concluded to be personal data' in written
    output = run(source, "--into", tmp_path / "other").output
    assert f'table 1: "{header}" is taken for personal data' in output


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Category", "Necessary"),
        ("Category", "_ga, a cookie"),
        ("Examples", "Name, address"),
        ("Partners", "Acme, Bolt"),
        ("Details | Category", "Name, address | Name, address"),
    ],
)
def test_a_column_that_can_be_something_else_is_none_of_personal_data(
    tmp_path: Path, header: str, cell: str
) -> None:
    text = CONCLUDED.format(header, cell)
    if " | " in header:
        text = text.replace("|--|--|--|", "|--|--|--|--|").replace("Details", "More")
    _, found = bring(tmp_path / "new", write(tmp_path, "n.md", text))
    assert (found["rows"], found["concluded"]) == (0, [])
    assert [each["lacks"] for each in found["page_tables"]] == ["personal_data"]


def test_a_header_that_says_what_it_is_needs_no_conclusion(tmp_path: Path) -> None:
    source = write(tmp_path, "n.md", CONCLUDED.format("Personal data", "Name, address"))
    assert bring(tmp_path / "new", source)[1]["concluded"] == []
