"""Groups of personal data: the data index by group, the matrix, and the tags beside a text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from polynotice.notice.reader_options import READER_OPTIONS
from polynotice.verify.site_verifier import Verifier
from tests.projects import (
    CONFIG,
    build_site,
    load,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
    write_project,
)

GROUPED = {
    "notice_data/data.yml": """\
        groups:
          - {id: contact, name: Contact}
          - {id: health, name: Health}
          - {id: empty, name: Nobody}
        data_categories:
          - {id: recordings, name: Recordings}
          - {id: messages, name: Chat messages, group: contact}
          - {id: allergies, name: Allergies, group: health, special: true}
        """,
    "notice_data/care.yml": """\
        section: care
        title: Care
        purposes:
          - id: calls
            title: Calls
            purpose: Calls are recorded.
            personal_data: Recordings of calls.
            data: [recordings, allergies]
          - id: chat
            title: Chat
            purpose: Chats are monitored.
            data: [messages]
        """,
    "docs/index.md": "# Notice\n\nAt a glance:\n\n::: matrix\n\n::: purposes\n",
    "docs/data.md": "# Data\n\n::: data-index\n",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice with groups, of which one is empty, and a kind of data that belongs to none."""
    folder = write_project(tmp_path_factory.mktemp("kept"), GROUPED)
    translate(folder, "de")
    return folder


@pytest.fixture(scope="module")
def site(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That notice, built. Whoever changes it puts it right again."""
    return build_site(shutil.copytree(kept, tmp_path_factory.mktemp("built") / "kept"))


@pytest.fixture
def grouped(kept: Path, tmp_path: Path) -> Path:
    """A copy of that notice, to change."""
    return shutil.copytree(kept, tmp_path, dirs_exist_ok=True)


def test_the_data_index_has_a_table_per_group_in_use_under_its_name(site: Path) -> None:
    index = page(site, "de/data/index.html")
    headings = [text_of(node) for node in index.css("article h2")]
    assert headings == ["DE: Contact", "DE: Health", "DE: Other personal data"]
    rows = [[row.id for row in table.css("tbody tr")] for table in index.css(".notice-table")]
    assert rows == [["data-messages"], ["data-allergies"], ["data-recordings"]]


def test_without_groups_the_data_index_is_one_table(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    translate(folder, "de")
    tables = page(build_site(folder), "index.html").css(".notice-table:has([data-category])")
    assert [[row.id for row in one.css("tbody tr")] for one in tables] == [
        ["data-recordings", "data-messages"]
    ]


def test_the_matrix_marks_for_each_purpose_the_groups_that_it_uses(site: Path) -> None:
    table = page(site, "de/index.html").css_first("table.notice-matrix")
    groups = [node.attributes["data-group"] for node in table.css("thead [data-group]")]
    assert groups == ["contact", "health", "other-data"]
    marked = {
        row.attributes["data-record"]: [
            cell.attributes["data-group"] for cell in row.css("td") if text_of(cell)
        ]
        for row in table.css("tbody tr")
    }
    assert marked == {"calls": ["health", "other-data"], "chat": ["contact"]}
    link = table.css_first('[data-record="chat"] td a')
    assert link.attributes["href"] == "./#chat"
    assert link.attributes["aria-label"] == "DE: Chat: DE: Contact"
    header = table.css_first('[data-record="chat"] th')
    assert (header.attributes["scope"], text_of(header)) == ("row", "DE: Chat")


def test_a_row_links_to_each_kind_of_data_and_its_own_text_stays_as_it_is(site: Path) -> None:
    calls = page(site, "de/index.html").css_first("#calls [data-field=personal_data]")
    assert text_of(calls) == "DE: Recordings of calls."
    tags = calls.css("a.notice-tag")
    assert [tag.attributes["href"] for tag in tags] == [
        "data/#data-recordings",
        "data/#data-allergies",
    ]
    assert [tag.attributes["aria-label"] for tag in tags] == [
        "DE: Recordings",
        "DE: Allergies – DE: Special category of personal data (Article 9 GDPR)",
    ]
    # Where the names fill the cell, they are the links.
    chat = page(site, "de/index.html").css_first("#chat [data-field=personal_data]")
    assert [text_of(link) for link in chat.css("a")] == ["DE: Chat messages"]
    assert chat.css(".notice-tag") == []


MARKS = {
    "language_offer": ("index.html", "[data-offer]"),
    "filter": ("data/index.html", ".notice-filter[data-label]"),
    "row_links": ("index.html", ".notice-table:not([data-row-links])"),
    "data_tags": ("index.html", ".notice-tag"),
}
"""What pages do for readers, and where that is seen in the HTML."""


def marks_of(site: Path) -> set[str]:
    """What the pages of that site do for readers."""
    return {name for name, (path, mark) in MARKS.items() if page(site, path).css(mark)}


def test_what_pages_do_for_readers_can_be_left_out_and_the_site_is_proved(
    site: Path, grouped: Path
) -> None:
    assert marks_of(site) == {*MARKS} == {*READER_OPTIONS}
    # All but one of them: what is remembered of the pages with all is not taken for these.
    for kept in ("row_links", "filter"):
        options = ", ".join(f"{name}: false" for name in MARKS if name != kept)
        config = CONFIG.replace("[en, de]", f"[en, de]\n      reader: {{{options}}}")
        (grouped / "mkdocs.yml").write_text(config, encoding="utf-8")
        assert marks_of(build_site(grouped)) == {kept}
        assert polynotice(grouped, "verify", str(grouped / "site")).exit_code == 0


def test_a_special_kind_of_data_is_marked_in_words_where_names_fill_the_cell(grouped: Path) -> None:
    replace_in(grouped / "mkdocs.yml", "[en, de]", "[en, de]\n      untranslated: fallback")
    replace_in(
        grouped / "notice_data/data.yml", "messages, group", "messages, special: true, group"
    )
    translate(grouped, "de", **{"Chat messages": ""})
    site = build_site(grouped)  # which proves it, the language of each part included
    special = "DE: Special category of personal data (Article 9 GDPR)"
    (item,) = page(site, "de/index.html").css("#chat [data-field=personal_data] li")
    assert text_of(item) == f"Chat messages – {special}"
    assert [(node.tag, text_of(node)) for node in item.css("a, strong")] == [
        ("a", "Chat messages"),
        ("strong", special),
    ]
    chat = json.loads((site / "de/notice.json").read_text(encoding="utf-8"))["records"][1]
    assert chat["fields"]["personal_data"]["text"] == f"Chat messages – {special}"
    html = site / "de/index.html"
    replace_in(html, f'<strong class="notice-special">{special}</strong>', "")
    assert [problem.code for problem in Verifier(load(grouped)).problems(site)] == ["row-text"]


def test_a_table_is_named_by_the_heading_above_it_and_the_proof_knows_by_which(
    kept: Path, site: Path
) -> None:
    for name in ("index.html", "de/index.html", "de/data/index.html"):
        shown = page(site, name)
        headings = {node.id: text_of(node) for node in shown.css("h2, h3")}
        tables = shown.css("table.notice-table")
        names = [headings[str(table.attributes["aria-labelledby"])] for table in tables]
        assert len(names) == len(set(names)) == len(tables) >= 2, name
    assert page(site, "de/index.html").css("table:not([aria-label]):not([aria-labelledby])") == []
    html = site / "de/index.html"
    clean = html.read_text(encoding="utf-8")
    replace_in(html, 'aria-labelledby="chat_1"', 'aria-labelledby="calls_1"')
    found = [problem.message for problem in Verifier(load(kept)).problems(site)]
    html.write_text(clean, encoding="utf-8")
    assert len(found) == 1
    assert 'aria-labelledby="calls_1"' in found[0]


def test_without_a_data_index_there_is_nothing_to_link_to(grouped: Path) -> None:
    (grouped / "docs/data.md").unlink()
    translate(grouped, "de")
    cells = page(build_site(grouped), "index.html").css(".notice-table td")
    assert [link for cell in cells for link in cell.css("a")] == []


def test_a_name_that_is_not_translated_is_marked_as_such_in_its_tag(grouped: Path) -> None:
    replace_in(grouped / "mkdocs.yml", "[en, de]", "[en, de]\n      untranslated: fallback")
    translate(grouped, "de", Recordings="")
    tag = page(build_site(grouped), "de/index.html").css_first("#calls .notice-tag")
    assert tag.attributes["lang"] == "en"
    assert tag.attributes["class"] == "notice-tag notice-untranslated"


CHANGES = [
    ("●", "○"),
    ("●", ""),
    (' aria-label="DE: Chat: DE: Contact"', ' aria-label="DE: Chat: DE: Health"'),
    ('data-name="DE: Recordings"', 'data-name="DE: Nothing"'),
    ('aria-label="DE: Recordings"', 'aria-label="DE: Nothing"'),
    ('href="data/#data-allergies"', 'href="data/#data-messages"'),
    ('scope="row"', 'scope="col"'),
    ("data-group=", "data-field="),
    ('class="notice-matrix"', 'class="matrix"'),
]


def test_the_proof_finds_a_mark_a_tag_or_a_header_that_is_changed(kept: Path, site: Path) -> None:
    verifier = Verifier(load(kept))
    assert verifier.problems(site) == []
    html = site / "de/index.html"
    clean = html.read_text(encoding="utf-8")
    for old, new in CHANGES:
        replace_in(html, old, new)
        found = [str(problem) for problem in verifier.problems(site)]
        html.write_text(clean, encoding="utf-8")
        assert any(line.startswith("de/index.html:1: error row-") for line in found), (old, new)


def test_a_mark_that_is_hidden_is_found_and_an_empty_cell_is_not(kept: Path, site: Path) -> None:
    html = site / "de/index.html"
    style = '<style>[data-record="{}"] td[data-group="contact"]{{display:none}}</style>'
    clean = html.read_text(encoding="utf-8")
    for record, status in (("calls", 0), ("chat", 1)):
        hiding = clean.replace("</head>", f"{style.format(record)}</head>")
        html.write_text(hiding, encoding="utf-8")
        ended = polynotice(kept, "verify", str(site)).exit_code
        html.write_text(clean, encoding="utf-8")
        assert ended == status, record


def test_a_new_name_of_a_kind_of_data_reaches_the_tags_of_a_page_that_is_remembered(
    grouped: Path,
) -> None:
    build_site(grouped)
    replace_in(grouped / "notice_data/data.yml", "name: Recordings", "name: Tapes")
    translate(grouped, "de")
    tag = page(build_site(grouped), "index.html").css_first("#calls .notice-tag")
    assert tag.attributes["data-name"] == "Tapes"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "notice_data/data.yml",
            "group: contact",
            "group: contakt",
            "notice_data/data.yml:7: error unknown-reference",
        ),
        (
            "notice_data/data.yml",
            "{id: health,",
            "{id: contact,",
            "notice_data/data.yml:3: error duplicate-id",
        ),
        (
            "notice_data/data.yml",
            "{id: empty, name: Nobody}",
            "{id: empty}",
            "notice_data/data.yml:4: error missing-field",
        ),
        (
            "notice_data/care.yml",
            "    data: [recordings, allergies]\n",
            "",
            "docs/index.md:5: error bad-block",
        ),
        (
            "notice_data/care.yml",
            "id: chat",
            "id: data-messages",
            "notice_data/care.yml:9: error duplicate-id",
        ),
        ("docs/index.md", "::: matrix", "::: matrx", "docs/index.md:5: error bad-block"),
        (
            "docs/index.md",
            "::: matrix",
            "::: matrix\n    layout: together",
            "docs/index.md:6: error bad-block",
        ),
    ],
)
def test_a_mistake_about_groups_is_reported_with_its_line(
    grouped: Path, file: str, old: str, new: str, expected: str
) -> None:
    assert problems_of(grouped) == []
    replace_in(grouped / file, old, new)
    assert expected in problems_of(grouped)


def test_a_matrix_without_groups_is_refused(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"docs/more.md": "# More\n\n::: matrix\n"})
    assert "docs/more.md:3: error bad-block" in problems_of(folder)


def test_a_matrix_places_no_record(grouped: Path) -> None:
    replace_in(grouped / "docs/index.md", "::: purposes", "")
    found = problems_of(grouped)
    assert "notice_data/care.yml:4: error unplaced-record" in found
