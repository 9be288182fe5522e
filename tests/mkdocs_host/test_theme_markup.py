"""What a page is to have in the elements that its theme writes."""

from __future__ import annotations

import pytest

from polynotice.mkdocs_host.theme_markup import with_named_search

FIELD = '<form><input type="text" class="md-search__input" name="query" aria-label="Buscar">'
DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'


def test_a_search_dialog_without_a_name_has_that_of_its_field() -> None:
    named = with_named_search(f"<p>a</p>{DIALOG}>{FIELD}")
    assert named == f'<p>a</p>{DIALOG} aria-label="Buscar">{FIELD}'
    assert with_named_search(named) == named


def test_a_search_dialog_is_found_after_a_minifier_too() -> None:
    field = "<input class=md-search__input aria-label=Buscar>"
    named = with_named_search(f"<div class=md-search role=dialog>{field}")
    assert named == f"<div class=md-search role=dialog aria-label=Buscar>{field}"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>no search</p>{FIELD}",
        f'{DIALOG} aria-label="Search the notice">{FIELD}',
        f"{DIALOG} aria-labelledby=title>{FIELD}",
        f'<div class="md-search" data-md-component="search">{FIELD}',
        f'<div class="md-search__inner" role="dialog">{FIELD}',
        f"{DIALOG}><input class=md-search__input>",
    ],
)
def test_other_markup_of_a_theme_stays_as_it_is(html: str) -> None:
    assert with_named_search(html) == html
