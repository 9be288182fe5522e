"""Where a link of a page leads in a locale: to the locale's page, or to the one file there is."""

from __future__ import annotations

import pytest

from polynotice.core.locales import find_locale
from polynotice.pages.links import file_link, path_from, root_of


@pytest.mark.parametrize(
    ("address", "page", "file"),
    [
        ("more/rights.md", "index.md", "more/rights.md"),
        ("../index.md#calls", "more/rights.md", "index.md"),
        ("./logo.svg?dark", "more/rights.md", "more/logo.svg"),
        ("../../outside.pdf", "more/rights.md", "../outside.pdf"),
    ],
)
def test_a_path_from_the_page_names_a_file(address: str, page: str, file: str) -> None:
    link = file_link(address, page)
    assert link is not None
    assert link.file == file


@pytest.mark.parametrize(
    "address",
    [
        *("", "#calls", "?query", "/index.md", "//shop.example/index.md"),
        *("https://shop.example/index.md", "mailto:a@shop.example", "http://["),
    ],
)
def test_anything_else_names_none(address: str) -> None:
    assert file_link(address, "more/rights.md") is None


def test_query_and_fragment_stay_where_the_path_changes() -> None:
    link = file_link("logo.svg?dark#left", "index.md")
    assert link is not None
    assert link.leading_to("../logo.svg") == "../logo.svg?dark#left"


def test_every_locale_but_the_sources_has_a_folder() -> None:
    english, german = find_locale("en"), find_locale("de")
    assert [root_of(locale, english) for locale in (english, german)] == ["", "de/"]


def test_a_link_is_written_from_the_folder_of_its_page() -> None:
    assert path_from("index.md", "more/rights.md") == "more/rights.md"
    assert path_from("de/more/rights.md", "more/logo.svg") == "../../more/logo.svg"
