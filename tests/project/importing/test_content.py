"""Columns that are known by what stands below headers that say nothing, and tables that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.project.importing import columns
from polynotice.project.importing.document import Table
from polynotice.project.importing.headers import fields_in
from polynotice.project.importing.readers import read_document
from tests.project.importing.documents import bring, run, write


def table(headers: str, *rows: str) -> str:
    """A table in Markdown; cells stand between bars."""
    rule = "|".join("--" for _ in headers.split("|"))
    return "\n".join(f"| {row} |" for row in (headers, rule, *rows)) + "\n"


def concluded(folder: Path, text: str) -> dict[str, str]:
    """The headers of what was concluded by their fields, and the number of rows as `rows`."""
    _, found = bring(folder / "new", write(folder, "n.md", f"# N\n\n{text}"))
    taken = {each["field"]: each["header"] for each in found["concluded"]}
    return {**taken, "rows": str(found["rows"])}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("language", "headers", "rows"),
    [
        (
            "en",
            "Purpose|Bits|Notes to it",
            [
                "Ship your order|Name, delivery address, phone number|x",
                "Send our newsletter|Email address, first name|y",
                "Take your payment|Payment details and IBAN|z",
            ],
        ),
        (
            "pt",
            "Campo|Exemplar|Finalidade",
            ["Nome|a|Identificar a pessoa", "E-mail|b|Avisar", "Telefone|c|Ligar à pessoa"],
        ),
        (
            "cs",
            "Účel|Co|Právní základ",
            [
                "Vyřízení objednávky|Jméno a příjmení, e-mailová adresa, telefonní číslo|Smlouva",
                "Zasílání novinek|E-mail|Souhlas",
            ],
        ),
        (
            "tr",
            "Amaç|Neler|Açıklama",
            ["Siparişiniz|Ad, soyad, e-posta adresi|x", "Destek|Telefon numarası|y"],
        ),
        (
            "ja",
            "利用目的|内訳|備考",
            ["商品の発送|氏名、住所、電話番号|あ", "メールマガジンの配信|メールアドレス|い"],
        ),
        (
            "fi",
            "Tarkoitus|Sisältö|Muuta",
            ["Tilauksen käsittely|Nimi, sähköpostiosoite, puhelinnumero|x", "Uutiskirje|Nimi|y"],
        ),
    ],
)
def test_kinds_of_data_below_a_header_show_what_it_is(
    tmp_path: Path, language: str, headers: str, rows: list[str]
) -> None:
    found = concluded(tmp_path, table(headers, *rows))
    assert (found["rows"], "personal_data" in found) == (str(len(rows)), True)


def test_purposes_are_the_one_column_of_texts_beside_data_and_their_legal_bases(
    tmp_path: Path,
) -> None:
    rows = [
        "We send you what you ordered|Name, address, phone|Article 6(1)(b) GDPR",
        "We tell you what is new|Email address|Article 6(1)(a) GDPR",
    ]
    found = concluded(tmp_path, table("Worum es geht|Womit|Wonach", *rows))
    assert found == {
        "purpose": "Worum es geht",
        "personal_data": "Womit",
        "legal_basis": "Wonach",
        "rows": "2",
    }
    output = run(tmp_path / "n.md", "--into", tmp_path / "other").output
    assert '"Worum es geht" is taken for purpose, by what stands below it' in output


NEAR_MISSES = {
    "cookies": table(
        "Designation|Purpose|Contents|Lifetime",
        "_ga|Counts visitors|Device ID, IP address, name|2 years",
        "session_id|Keeps you logged in|Username, email address|1 day",
    ),
    "receivers": table(
        "Tool we like|Purpose|Gets",
        "Acme GmbH|Sends our newsletter|Name, email address",
        "Bolt Inc|Takes payments|Name, IBAN, billing address",
    ),
    "processors of France": table(
        "Sous-traitant|Rôle|Pays|Garanties",
        "OVH SAS|Serveur et base de données|France|Contrat de sous-traitance",
        "Brevo SAS|Envoi des e-mails du compte|France|Clauses contractuelles types",
    ),
    "processors of Poland": table(
        "Podprzetwarzający|Cel|Dane|Umowa", "Acme sp. z o.o.|Hosting strony|E-mail, imię|tak"
    ),
    "steps": table(
        "Step|From|To|Data|Transport|Purpose|Log", "1|Form|Server|Name, email address|TLS|Booking|x"
    ),
    "receivers without a purpose": table(
        "Who|What they get|Where",
        "Acme GmbH|Name, email address, phone number|Germany",
        "Bolt Inc|IBAN, billing address|Ireland",
    ),
    "rights": table(
        "Your right|What it means|Article",
        "Access|You may ask which data we have about you|Article 15 GDPR",
        "Erasure|You may ask us to delete your name and address|Article 17 GDPR",
    ),
    "categories and examples": table(
        "Category|Examples",
        "Contact details|Name, email address, phone number",
        "Payment|IBAN, billing address",
    ),
    "categories, examples and sources": table(
        "Category|Such as|From where",
        "Contact details|Name, email address, phone number|You tell us when you register",
        "Payment|IBAN, billing address|Your bank tells us when you pay",
    ),
    "contact": table(
        "Controller|Acme GmbH",
        "Address|Main Street 1",
        "Email|privacy@example.org",
        "Phone|+49 30 1234",
    ),
    "changes": table(
        "Version|Date|Change",
        "1.1|2026-01-02|We added the phone number and the email address",
        "1.0|2025-01-02|First version",
    ),
    "changes with reasons": table(
        "Date|Reason", "2026-01-02|A new provider of payments", "2025-01-02|First version"
    ),
    "periods": table(
        "Personal data|How long|Reason",
        "Name, address and invoices|10 years|Tax law",
        "Email address, order history|2 years|Statistics",
    ),
    "periods and laws": table(
        "What|How long|By law",
        "Name, address and invoices|10 years|§ 147 AO",
        "Email address, phone number|2 years|Article 6(1)(f) GDPR",
    ),
    "a glossary": table(
        "Term|Meaning",
        "Personal data|Any information about a person",
        "Purpose|What data is used for",
        "Legal basis|What allows that",
        "Controller|Who decides",
    ),
    "permissions and purposes": table(
        "Permission|Purpose",
        "Location|Show shops near you",
        "Contacts, phone number|Invite your friends",
        "Photos, email address|Send us a picture",
    ),
    "names of cookies": table(
        "Purpose|Stored on your device",
        "Counts visitors|_ga, _gid, device ID",
        "Keeps you logged in|session_id, username",
    ),
    "two columns of data": table(
        "Purpose|Sent|Received",
        "Ship|Name, address|Order history, phone number",
        "Write|Email address, name|Username, IP address",
    ),
    "groups of data": table(
        "Personal data|Belongs to|Legal basis",
        "Name|Identity|Contract",
        "Phone number|Contact|Consent",
        "IBAN|Payment|Contract",
    ),
    "data and examples of their use": table(
        "Data type|Description|Examples of usage",
        "Name|What you are called|In letters that we write to you",
        "Email address|Where you read letters|In letters that we send you",
    ),
    "tasks": table(
        "Task|Purpose|Legal basis",
        "Newsletter|Tell you what is new|Consent",
        "Shop|Ship what you ordered|Contract",
        "Server logs|Find mistakes|Legitimate interests",
    ),
    "permissions": table(
        "Permission|Needed to",
        "Camera|Scan a code with your phone",
        "Location|Show shops near you",
    ),
}


@pytest.mark.parametrize("text", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_tables_of_something_else_are_not_concluded_from(tmp_path: Path, text: str) -> None:
    assert concluded(tmp_path, text) == {"rows": "0"}
    known = table("Purpose|Personal data", "Ship|Name")
    assert concluded(_made(tmp_path / "other"), f"{known}\n{text}") == {"rows": "1"}


def test_a_table_of_tasks_that_names_legal_bases_is_one_of_purposes(tmp_path: Path) -> None:
    rows = [
        "Shop|We ship what you ordered|Name, address|Contract",
        "Letters|We tell you what is new|Email address, first name|Consent",
    ]
    headers = "Task|Purpose|Bits|Legal basis"
    assert concluded(tmp_path, table(headers, *rows)) == {"personal_data": "Bits", "rows": "2"}
    without = table("Task|Purpose|Bits", *(row.rpartition("|")[0] for row in rows))
    assert concluded(_made(tmp_path / "other"), without)["rows"] == "0"


def test_a_column_that_is_only_said_to_be_data_gives_way_to_the_one_that_is(
    tmp_path: Path,
) -> None:
    rows = ["Ship|Orders|Name, address, phone", "Write|News|Email address, first name"]
    text = table("Purpose|Name of the data file|Fields", *rows)
    assert concluded(tmp_path, text)["personal_data"] == "Fields"
    rows = ["Ship|Name, address|Name, address, phone", "Write|Name|Email address, first name"]
    other = _made(tmp_path / "other")
    assert "personal_data" not in concluded(other, table("Purpose|Data|Fields", *rows))


WIDE = "#|Activity|Role|Data|Purpose|Data subjects|Systems|Evidence|Remarks"


def test_three_known_headers_of_many_are_enough_where_all_are_marked(tmp_path: Path) -> None:
    row = "1|Orders|Controller|Name, address|Shipping|Customers|Shop|orders.py|x"
    assert concluded(tmp_path, table(WIDE, row))["rows"] == "1"
    other = _made(tmp_path / "other")
    cells = [f"<td>{cell}</td>" for cell in (*WIDE.split("|"), *row.split("|"))]
    plain = f"<table><tr>{''.join(cells[:9])}</tr><tr>{''.join(cells[9:])}</tr></table>"
    source = write(other, "n.html", f"<h1>N</h1>{plain}")
    assert bring(other / "new", source)[1]["rows"] == 0


def test_two_known_headers_of_many_are_enough_where_rows_begin_with_one_of_them(
    tmp_path: Path,
) -> None:
    text = table(
        "数据类别|是否收集|处理目的|存储位置|是否离开你的设备", "图片|是|模型的输入|内存|否"
    )
    assert concluded(tmp_path, text) == {"rows": "1"}


@pytest.mark.parametrize(
    ("headers", "row", "data"),
    [
        ("Veri kategorisi|Veri|Amaç", "Kimlik|Telefon numarası|Giriş", "Telefon numarası"),
        ("Data category|Personal data|Purpose", "Contact|Phone|Calls", "Phone"),
        ("Data category|Data controller|Purpose", "Phone|Acme|Calls", "Phone"),
        ("信息类型|具体内容|收集目的", "设备|型号、品牌|适配", "型号、品牌"),
        ("信息类型|具体内容|收集目的", "设备型号|见下文|适配", "设备型号"),
        ("Datenkategorie|Beispiele|Zweck", "Kontakt|Name, Telefon|Anrufe", "Kontakt"),
        ("Data|Purpose|Measures", "Marks|Core|Name, address, phone", "Marks"),
        ("Datum|Ort|Zweck", "Rufzeichen|im Gerät|Anzeige", "Rufzeichen"),
    ],
)
def test_data_are_taken_before_their_categories(
    tmp_path: Path, headers: str, row: str, data: str
) -> None:
    assert concluded(tmp_path, table(headers, row))["rows"] == "1"
    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("notice_data/*.yml"))
    assert f"personal_data: {data}" in written.replace('"', "")


UPRIGHT = table(
    "Field|Entry",
    "Purpose|Ship what you ordered",
    "Personal data|Name, address, phone number",
    "Legal basis|Article 6(1)(b) GDPR",
    "Safeguards|Encryption",
    "Evidence|orders.py",
    "Open points|none",
    "Seen by|J. D.",
)


def test_a_table_with_one_purpose_and_its_headers_below_each_other_is_one_row(
    tmp_path: Path,
) -> None:
    assert concluded(tmp_path, UPRIGHT) == {"rows": "1"}
    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.yml"))
    assert "safeguards: Encryption" in written


def test_a_table_of_one_purpose_is_taken_as_the_report_says_it_can_be(tmp_path: Path) -> None:
    text = table("Purpose|To know who visits", "What we ask|Name", "Storage|None", "Signed|J. D.")
    source = write(tmp_path, "n.md", f"# N\n\n{text}")
    lacking = bring(tmp_path / "a", source)[1]
    assert (lacking["rows"], lacking["page_tables"][0]["lacks"]) == (0, "personal_data")
    assert bring(tmp_path / "b", source, "--columns", "What we ask=personal_data")[1]["rows"] == 1


@pytest.mark.parametrize(("seen", "rows"), [("Name, address, phone", 1), ("What you enter", 0)])
def test_labels_beside_what_a_table_says_are_no_purposes(
    tmp_path: Path, seen: str, rows: int
) -> None:
    recipients = "Categories of recipients to whom we have disclosed or may disclose your data"
    pairs = {
        "Purpose": "Ship what you ordered",
        f"{recipients} in other countries": "-",
        "Personal data": seen,
        "Retention": "Ten years",
        "Evidence": "orders.py",
    }
    cells = (f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in pairs.items())
    source = write(tmp_path, "n.html", f"<h1>N</h1><table>{''.join(cells)}</table>")
    assert bring(tmp_path / "new", source)[1]["rows"] == rows


def test_a_table_in_which_the_law_is_named_takes_receivers_for_a_column(tmp_path: Path) -> None:
    rows = ["Acme|Name|Hosting|Contract"]
    assert concluded(tmp_path, table("Provider|Data|Purpose|Legal basis", *rows))["rows"] == "1"
    other = _made(tmp_path / "other")
    assert concluded(other, table("Provider|Data|Purpose", "Acme|Name|Hosting"))["rows"] == "0"


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("receivers without a purpose", ["purpose"]),
        ("categories and examples", ["purpose"]),
        ("receivers", ["personal_data"]),
        ("periods", [""]),
        ("rights", []),
        ("changes", []),
    ],
)
def test_a_table_that_may_be_of_purposes_is_reported_with_what_it_lacks(
    tmp_path: Path, name: str, lacks: list[str]
) -> None:
    _, found = bring(tmp_path / "new", write(tmp_path, "n.md", f"# N\n\n{NEAR_MISSES[name]}"))
    assert [each["lacks"] for each in found["page_tables"]] == lacks


def test_a_table_that_is_taken_for_receivers_is_reported_and_can_be_said_to_be_purposes(
    tmp_path: Path,
) -> None:
    text = table("Provider|Data|Purpose", "Acme|Name|Hosting")
    source = write(tmp_path, "n.md", text)
    output = run(source, "--into", tmp_path / "a").output
    assert "table 1: stays a table of the page, for its rows seem to be receivers" in output
    given = ("--columns", "Provider=recipients")
    assert bring(tmp_path / "b", source, *given)[1]["rows"] == 1


def test_a_header_with_a_comma_can_be_given_as_it_stands(tmp_path: Path) -> None:
    text = table("What for, and how|Which, if any", "Ship|Something", "Write|Else")
    source = write(tmp_path, "n.md", text)
    given = "What for, and how=purpose,Which, if any=personal_data"
    assert bring(tmp_path / "a", source, "--columns", given)[1]["rows"] == 2
    result = run(source, "--columns", "What for,Which, if any=personal_data", "--dry-run")
    assert result.exit_code == 2
    assert 'No table has the header "What for,Which, if any".' in result.output


def test_the_hint_of_what_was_concluded_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    text = table("Purpose|Bits, or pieces", "Ship|Name, address", "Write|Email address, name")
    output = run(write(tmp_path, "n.md", text), "--into", tmp_path / "a").output
    assert "--columns 'Bits, or pieces=FIELD,HEADER=personal_data'." in output


def test_what_is_concluded_of_an_edition_is_said_too(tmp_path: Path) -> None:
    english = table("Purpose|Personal data", "Ship it|Name, address", "Write|Email address")
    bring(tmp_path / "a", write(tmp_path, "n.md", english))
    german = table("Zweck|Was", "Es senden|Name, Anschrift, Telefon", "Schreiben|E-Mail-Adresse")
    source = write(tmp_path, "de.md", german)
    edition = (source, "--locale", "de", "--into", tmp_path / "a")
    assert '"Was" is taken for personal data' in run(*edition, "--dry-run").output
    _, found = bring(tmp_path / "a", source, "--locale", "de")
    assert [(each["field"], each["header"]) for each in found["concluded"]] == [
        ("personal_data", "Was")
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("n.md", "{}", "English (en), for none of them says what it is in."),
        ("n.html", '<html lang="de-AT"><p>x</p>', "German (de), as n.html says."),
    ],
)
def test_the_language_that_the_files_are_taken_to_be_in_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, name, text.format(table("Zweck|Daten", "Senden|Name")))
    output = run(name, "--into", "a").output
    assert f"The files are taken to be in {said}" in output
    assert "say in which: --locale LOCALE" in output
    assert "are taken to be" not in run(name, "--into", "b", "--locale", "de").output


def test_rows_of_a_long_table_are_not_each_asked_for_headers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(headers: list[str], given: dict[str, str]) -> tuple[str | None, ...]:
        asked.append(headers)
        return fields_in(headers, given)

    monkeypatch.setattr(columns, "fields_in", counted)
    rows = [f"Ship {n}|Name {n}" for n in range(500)]
    rows[250] = "Purpose|Personal data"
    document = read_document(table("Purpose|Personal data", *rows).encode(), "n.md")
    (found,) = columns.understood([b for b in document.blocks if isinstance(b, Table)], {})
    assert found is not None
    assert len(found.rows) == 499
    assert len(asked) < 10
