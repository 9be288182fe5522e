"""What plugins and Markdown fill in on pages alone is refused wherever it would be shown raw."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs_host.test_other_plugins import add_to_config, with_plugins
from tests.projects import (
    build_site,
    page,
    polynotice,
    problems_of,
    replace_in,
    text_of,
    translate,
)

RECORD = "purpose: Calls are recorded."


def found(folder: Path) -> list[str]:
    """Where `polynotice check` finds such a thing, without the code."""
    code = " page-syntax"
    return [line.removesuffix(code) for line in problems_of(folder) if line.endswith(code)]


def with_record(folder: Path, text: str) -> None:
    replace_in(folder / "notice_data/care.yml", RECORD, f"purpose: {text}")


IN_RECORDS = {
    "the purpose": (RECORD, "purpose: We use {{ company }}.", "care.yml:6"),
    "a title": ("title: Calls", "title: '{{ company }}'", "care.yml:5"),
    "a list": ("personal_data: Messages.", "personal_data: [A, 'B {# not C #}']", "care.yml:12"),
    "a category": ("name: Recordings", "name: 'Recordings {{ company }}'", "data.yml:2"),
}


@pytest.mark.parametrize("place", IN_RECORDS)
def test_a_macro_in_a_record_is_refused_at_its_line(tmp_path: Path, place: str) -> None:
    old, new, line = IN_RECORDS[place]
    folder = with_plugins(tmp_path, "macros")
    replace_in(folder / "notice_data" / line.split(":", maxsplit=1)[0], old, new)
    assert found(folder) == [f"notice_data/{line}: error"]


IN_CONFIG = {
    "the site's name": ("site_name: Notice", "site_name: 'Notice of {{ company }}'", 1),
    "a column": ("[en, de]\n", "[en, de]\n      extra_columns: {more: 'Of {{ company }}'}\n", 11),
    "copyright": ("extra:", "copyright: 'By {{ company }}'\nextra:", 11),
    "navigation": ("extra:", "nav:\n  - Of {{ company }}: index.md\nextra:", 12),
}


@pytest.mark.parametrize("place", IN_CONFIG)
def test_a_macro_in_words_of_mkdocs_yml_is_refused_at_its_line(tmp_path: Path, place: str) -> None:
    old, new, line = IN_CONFIG[place]
    folder = with_plugins(tmp_path, "macros")
    replace_in(folder / "mkdocs.yml", old, new)
    if place == "a column":
        replace_in(folder / "notice_data/care.yml", RECORD, f"{RECORD}\n    more: More.")
        replace_in(
            folder / "mkdocs.yml", "[en, de]\n", "[en, de]\n      columns: [purpose, more]\n"
        )
    assert f"mkdocs.yml:{line}: error" in found(folder)


def test_a_macro_in_front_matter_that_the_plugin_leaves_is_refused(tmp_path: Path) -> None:
    head = "---\ntitle: Of {{ company }}\ndescription: For {{ company }}\n---\n# A\n"
    folder = with_plugins(tmp_path, "macros", **{"docs/a.md": head})
    replace_in(folder / "mkdocs.yml", "extra:\n", "extra:\n  company: Example Ltd\n")
    assert found(folder) == ["docs/a.md:3: error"]  # in titles it is filled in


@pytest.mark.parametrize("said", ["Wir sind {{ company }}.", "{% if x %}Anrufe{% endif %} hier."])
def test_a_macro_in_a_translation_is_refused(tmp_path: Path, said: str) -> None:
    folder = with_plugins(tmp_path, "macros")
    translate(folder, "de", **{"What we do with your data.": said})
    (one,) = found(folder)
    assert one.startswith("locales/de/LC_MESSAGES/notice.po:")


def test_the_site_that_is_there_stays_where_a_record_has_a_macro(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = with_plugins(tmp_path, "macros")
    translate(folder, "de")
    before = (build_site(folder) / "index.html").read_bytes()
    with_record(folder, "We use {{ company }}.")
    translate(folder, "de")
    with pytest.raises(Abort):
        build_site(folder)
    assert '"{{ company }}" is shown as it is written: the plugin macros' in caplog.text
    assert (folder / "site/index.html").read_bytes() == before


def test_other_signs_for_macros_are_known_and_the_usual_ones_are_then_words(tmp_path: Path) -> None:
    signs = "macros: {j2_variable_start_string: '[[', j2_variable_end_string: ']]'}"
    folder = with_plugins(tmp_path, signs)
    with_record(folder, "'We use [[ company ]] and {{ company }}.'")
    said = polynotice(folder, "check").output
    assert said.count('"[[ company ]]" is shown as it is written') == 1
    replace_in(folder / "notice_data/care.yml", "[[ company ]]", "others")
    assert found(folder) == []


@pytest.mark.parametrize(
    "text", ["'We write `{{ company }}` and ``{% if %}``.'", "'They begin with {{ or {%.'"]
)
def test_a_record_may_speak_of_such_signs_and_pages_may_use_them(tmp_path: Path, text: str) -> None:
    folder = with_plugins(tmp_path, "macros", **{"docs/a.md": "# A\n\nWe are {{ company }}.\n"})
    replace_in(folder / "mkdocs.yml", "extra:\n", "extra:\n  company: Example Ltd\n")
    with_record(folder, text)
    translate(folder, "de")
    assert problems_of(folder) == []
    assert "Example Ltd" in text_of(page(build_site(folder), "de/a/index.html").body)


def test_without_a_plugin_that_fills_it_in_a_record_may_say_so(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path)
    with_record(folder, "We write {{ company }}.")
    translate(folder, "de")
    assert problems_of(folder) == []
    translate(folder, "de", **{"We write {{ company }}.": "Wir schreiben {{ firma }}."})
    assert {line.split()[-1] for line in problems_of(folder)} == {"placeholder-mismatch"}


HOOK = "def on_page_markdown(markdown, **_):\n    return markdown\n"


def test_where_a_hook_changes_pages_it_is_a_warning(tmp_path: Path) -> None:
    folder = with_plugins(tmp_path, **{"own.py": HOOK})
    add_to_config(folder, "hooks: [own.py]\n")
    with_record(folder, "We are {{ company }}.")
    assert found(folder) == ["notice_data/care.yml:6: warning"]


FILLED_IN_WHILE_BUILDING = "# A\n\nChanged on {{ git_revision_date_localized }}.\n"


def test_what_is_filled_in_after_the_catalogues_were_asked_is_refused_by_check(
    tmp_path: Path,
) -> None:
    files = {"docs/a.md": FILLED_IN_WHILE_BUILDING}
    folder = with_plugins(tmp_path, "git-revision-date-localized", **files)
    assert found(folder) == ["docs/a.md:3: error"]
    replace_in(folder / "docs/a.md", "{{ git_revision_date_localized }}", "`{{ git_x }}`")
    assert found(folder) == []


ON_PAGES_ALONE = {
    "snippet": ("--8<-- 'x.md'", "pymdownx.snippets"),
    "include": ("{% include 'x.md' %}", "include-markdown"),
    "box": ("!!! note 'Mind': we call", ""),
    "box behind words": ("We call.\n\n      ??? note\n          And more", ""),
    "executed code": ('```python exec="on"\n      print(1)\n      ```', ""),
    "block": ("::: purposes", ""),
    "heading": ("## Calls", ""),
    "contents": ("[TOC]", ""),
}
WORDS = {
    "snippet": ("Cut --8<-----", "pymdownx.snippets"),
    "include": ("We include {% others %}", "include-markdown"),
    "box": ("Really!!! We call", ""),
    "box behind words": ("Why??? Because", ""),
    "executed code": ("We run ```print(1)``` for you", ""),
    "block": ("Two ways::: this and that", ""),
    "heading": ("#1 reason, and issue #2", ""),
    "contents": ("See [TOC] on top", ""),
}


def with_text(folder: Path, text: str, filled_in_by: str) -> Path:
    """A notice with that text in a record, and what fills such a text in on pages."""
    with_plugins(folder, *(["include-markdown"] if filled_in_by == "include-markdown" else []))
    if filled_in_by.startswith("pymdownx"):
        replace_in(folder / "mkdocs.yml", "tables, toc]", f"tables, toc, {filled_in_by}]")
    with_record(folder, f"|\n      {text}")
    return folder


@pytest.mark.parametrize("name", ON_PAGES_ALONE)
def test_what_only_pages_have_is_refused_in_a_record(tmp_path: Path, name: str) -> None:
    assert found(with_text(tmp_path, *ON_PAGES_ALONE[name])) == ["notice_data/care.yml:6: error"]


@pytest.mark.parametrize("name", WORDS)
def test_words_that_look_like_it_are_not(tmp_path: Path, name: str) -> None:
    assert found(with_text(tmp_path, *WORDS[name])) == []
