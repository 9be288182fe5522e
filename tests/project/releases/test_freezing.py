"""A release keeps all that a reader sees, as text, and gives it back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.notice.release_form import Element, FrozenLocale, read_locale
from polynotice.notice.release_text import text_of
from polynotice.project.releases.freezing import freeze
from polynotice.project.releases.words import tables_in, words_in
from polynotice.verify.site_verifier import Verifier
from tests.projects import FILES, load, translate, write_project

PAGES = {
    "docs/index.md": FILES["docs/index.md"].replace(
        "What we do",
        "See [rights](more/rights.md#to-object), ![a *map*](map.png) and <x@y.example>",
    ),
    "docs/map.png": "",
    "docs/more/rights.md": """\
    ---
    title: All rights
    description: What you may ask for.
    ---
    # Your rights

    - one **bold**
      word
    - [two](../index.md), [three](https://shop.example/), [row](../index.md#calls)

    ## To object

    ```
    kept   as

    it is
    ```

    !!! note
        [![back](../map.png)](../index.md)
    """,
}


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FrozenLocale]:
    folder = write_project(tmp_path_factory.mktemp("frozen"), PAGES)
    translate(folder, "de")
    return {each.locale: each for each in freeze(load(folder))}


def test_what_is_written_is_read_as_it_was(frozen: dict[str, FrozenLocale]) -> None:
    for each in frozen.values():
        text = text_of(each)
        assert read_locale(text.encode()) == each
        assert "<" not in text.replace("<x@y.example>", ""), "no HTML"


def test_every_cell_of_the_notice_is_there_in_every_locale(tmp_path: Path) -> None:
    """The words of a cell are those of `notice.json`, which is made another way."""
    folder = write_project(tmp_path)
    translate(folder, "de")
    project = load(folder)
    verifier = Verifier(project)
    for frozen in freeze(project):
        locale = next(one for one in project.site.settings.locales if one.id == frozen.locale)
        records = verifier.notice(locale)["records"]
        assert isinstance(records, list)
        wanted = [
            (each["id"], each["section"], {k: v["text"] for k, v in each["fields"].items()})
            for each in records
        ]
        rows = [row for page in frozen.pages for t in tables_in(page.content) for row in t.rows]
        assert wanted == [
            (row.id, row.section, {k: words_in(v) for k, v in row.cells.items()}) for row in rows
        ]
        assert wanted


def test_links_lead_to_pages_and_files_of_the_notice(frozen: dict[str, FrozenLocale]) -> None:
    for locale, each in frozen.items():
        page = next(one for one in each.pages if one.path == "more/rights.md")
        text = text_of(each)
        assert '["a", {"at": "to-object", "page": "more/rights.md"}' in text, locale
        assert '["a", {"href": "https://shop.example/"}, ["three"]]' in text
        assert '["a", {"at": "calls", "page": "index.md"}' in text
        assert '["img", {"alt": "back", "file": "map.png"}, []]' in text
        assert page.address == "more/rights/"


def test_white_space_is_kept_where_it_is_seen(frozen: dict[str, FrozenLocale]) -> None:
    text = text_of(frozen["en"])
    assert r"kept   as\n\nit is" in text
    assert '["li", {}, ["one ", ["strong", {}, ["bold"]], " word"]]' in text


def test_titles_are_those_of_navigation_front_matter_and_headings(
    frozen: dict[str, FrozenLocale],
) -> None:
    titles = {name: [page.title for page in each.pages] for name, each in frozen.items()}
    assert titles == {
        "en": ["Privacy notice", "All rights"],
        "de": ["DE: Privacy notice", "DE: All rights"],
    }
    assert [item.title for item in frozen["de"].navigation[:1]] == ["DE: Privacy notice"]
    assert frozen["de"].pages[1].description == "DE: What you may ask for."


def test_a_text_in_another_language_is_marked(tmp_path: Path) -> None:
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en, de]\n      untranslated: fallback")
    folder = write_project(tmp_path, {"mkdocs.yml": config})
    _, german = freeze(load(folder))
    (table, *_) = tables_in(german.pages[0].content)
    (piece,) = table.rows[0].cells["purpose"]
    assert isinstance(piece, Element)
    assert (piece.tag, piece.attributes["lang"]) == ("span", "en")


def test_words_have_a_line_for_each_item() -> None:
    items = Element("ul", {}, (Element("li", {}, ("a ", "b")), Element("li", {}, ("c",))))
    assert words_in((items,)) == "a b\nc"
    assert words_in(("a", Element("br", {}), "b")) == "a\nb"
    mark = {"aria-label": "Orders: Payment"}
    assert words_in((Element("a", mark, ("●",)), Element("a", mark))) == "Orders: Payment"


@pytest.mark.parametrize(
    "piece",
    [
        '["script", {}, ["alert(1)"]]',
        '["svg", {}, []]',
        '["iframe", {"src": "https://a.example/"}, []]',
        '["p onload=x", {}, []]',
        '["p", {"onclick": "x"}, []]',
        '["p", {"a b": "x"}, []]',
        '["a", {"href": "javascript:alert(1)"}, ["x"]]',
        '["a", {"href": " javascript:alert(1)"}, ["x"]]',
        '["a", {"href": "data:text/html,x"}, ["x"]]',
    ],
)
def test_no_release_holds_what_runs_or_loads_something(
    frozen: dict[str, FrozenLocale], piece: str
) -> None:
    """Whoever writes a release by hand, digests included, gets it into no archive."""
    text = text_of(frozen["en"])
    line = '["h1", {"id": "privacy-notice"}, ["Privacy notice"]]'
    assert line in text
    with pytest.raises(ValueError, match=r"Expected|Unexpected|pattern|is no address|matching"):
        read_locale(text.replace(line, piece).encode())
    for fine in ("https://a.example/", "mailto:a@b.example", "a/b.md", "tel:1", "#x", "a?b:c"):
        read_locale(text.replace(line, f'["a", {{"href": "{fine}"}}, ["x"]]').encode())
