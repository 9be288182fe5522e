"""Where a link of a page leads in a locale: to the locale's page, or to the one file there is."""

from __future__ import annotations

from polynotice.core.locales import find_locale
from polynotice.pages.links import LinkTargets, path_from, root_of
from tests.draws import for_each

TARGETS = LinkTargets(
    pages={
        "index.md": "",
        "a.md": "a/",
        "my page.md": "my%20page/",
        "café.md": "caf%C3%A9/",
        "what?.md": "what%3F/",
        "%41.md": "%2541/",
        "a/b.md": "a/b/",
        "more/rights.md": "more/rights/",
    },
    files=frozenset({"img/my logo.png", "more/logo.svg", "form/index.html"}),
    base="/notice/",
)
FROM_DOCS = LinkTargets(pages=TARGETS.pages, files=TARGETS.files, base="/", is_from_docs=True)


@for_each(
    ("address", "page", "file"),
    [
        ("more/rights.md", "index.md", "more/rights.md"),
        ("../index.md#calls", "more/rights.md", "index.md"),
        ("./logo.svg?dark", "more/rights.md", "more/logo.svg"),
        ("../../outside.pdf", "more/rights.md", "../outside.pdf"),
        ("my%20page.md", "index.md", "my page.md"),
        ("caf%C3%A9.md#cafe", "index.md", "café.md"),
        ("café.md", "index.md", "café.md"),
        ("what%3F.md", "index.md", "what?.md"),
        ("a%2Fb.md", "index.md", "a/b.md"),
        ("%2541.md", "index.md", "%41.md"),
        ("%41.md", "index.md", "A.md"),
        ("../img/my%20logo.png", "more/rights.md", "img/my logo.png"),
        # Addresses, as browsers count them from where the page is published.
        ("/notice/a/", "index.md", "a.md"),
        ("/notice/a", "index.md", "a.md"),
        ("/notice/a/index.html#x", "index.md", "a.md"),
        ("/notice/caf%C3%A9/", "index.md", "café.md"),
        ("/notice/", "a.md", "index.md"),
        ("/notice", "a.md", "index.md"),
        ("../my%20page/", "a.md", "my page.md"),
        ("../form/", "a.md", "form/index.html"),
    ],
)
def test_a_path_or_published_address_names_a_file(address: str, page: str, file: str) -> None:
    link = TARGETS.find(address, page)
    assert link is not None
    assert link.file == file


@for_each(
    "address",
    [
        *("", "#calls", "?query", "/index.md", "/a/", "/noticed/a/", "//shop.example/index.md"),
        *("https://shop.example/index.md", "mailto:a@shop.example", "http://[", "/notice/shop/"),
        *("/notice/form/", "/notice/img/my%20logo.png"),
    ],
)
def test_anything_else_names_none(address: str) -> None:
    assert TARGETS.find(address, "more/rights.md") is None
    assert TARGETS.on_page(address, "more/rights.md", "de/") == address


@for_each(
    ("address", "page", "expected"),
    [
        ("my%20page.md#x", "index.md", "my%20page.md#x"),
        ("/notice/a/#x", "more/rights.md", "../a.md#x"),
        ("/notice/what%3F/", "index.md", "what%3F.md"),
        ("../my%20page/", "a.md", "my%20page.md"),
        ("img/my%20logo.png?dark", "index.md", "../img/my%20logo.png?dark"),
        ("logo.svg", "more/rights.md", "../../more/logo.svg"),
        ("../form/", "a.md", "../form/index.html"),
        ("%41.md", "index.md", "../A.md"),
        ("../../outside.pdf", "more/rights.md", "../../outside.pdf"),
    ],
)
def test_a_translated_page_leads_to_its_locales_pages_and_to_shared_files(
    address: str, page: str, expected: str
) -> None:
    assert TARGETS.on_page(address, page, "de/") == expected


def test_an_absolute_path_counts_from_docs_only_where_mkdocs_is_told_so() -> None:
    assert FROM_DOCS.on_page("/index.md#x", "more/rights.md", "de/") == "../index.md#x"
    assert FROM_DOCS.on_page("/my%20page.md", "a.md", "de/") == "my%20page.md"
    assert FROM_DOCS.on_page("/more/logo.svg", "a.md", "de/") == "../more/logo.svg"
    assert FROM_DOCS.on_page("/a/", "a.md", "de/") == "a.md"
    assert TARGETS.on_page("/index.md#x", "more/rights.md", "de/") == "/index.md#x"


@for_each(
    ("address", "page", "english", "german"),
    [
        ("my%20page.md#x", "a.md", "/my%20page/#x", "/de/my%20page/#x"),
        ("#x", "a.md", "/a/#x", "/de/a/#x"),
        ("", "index.md", "/", "/de/"),
        ("/notice/a/", "index.md", "/notice/a/", "/de/a/"),
        ("../my%20page/?q#x", "a.md", "/my%20page/?q#x", "/de/my%20page/?q#x"),
        ("img/my%20logo.png", "index.md", "/img/my%20logo.png", "/img/my%20logo.png"),
        ("/shop/", "index.md", "/shop/", "/shop/"),
        ("https://shop.example/a/", "a.md", "https://shop.example/a/", "https://shop.example/a/"),
    ],
)
def test_what_is_proved_is_what_is_written(
    address: str, page: str, english: str, german: str
) -> None:
    assert TARGETS.address_in(address, page, "") == english
    assert TARGETS.address_in(address, page, "de/") == german


def test_query_and_fragment_stay_where_the_path_changes() -> None:
    link = TARGETS.find("logo.svg?dark#left", "index.md")
    assert link is not None
    assert link.leading_to("../logo.svg") == "../logo.svg?dark#left"


def test_every_locale_but_the_sources_has_a_folder() -> None:
    english, german = find_locale("en"), find_locale("de")
    assert [root_of(locale, english) for locale in (english, german)] == ["", "de/"]


def test_a_link_is_written_from_the_folder_of_its_page() -> None:
    assert path_from("index.md", "what? 5%.md") == "what%3F%205%25.md"
    assert path_from("index.md", "more/rights.md") == "more/rights.md"
    assert path_from("de/more/rights.md", "more/logo.svg") == "../../more/logo.svg"
