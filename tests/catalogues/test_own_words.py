"""The tool's own words, as they come translated."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from polynotice.catalogues import po_files, po_reader
from polynotice.catalogues.own_words import own_words
from polynotice.core.locales import find_locale
from polynotice.notice.columns import FIELDS
from polynotice.notice.words import WORDS
from tests.draws import for_each
from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    catalogue,
    edit,
    page,
    polynotice,
    problems_of,
    replace_in,
    stand_in,
    text_of,
    translate,
    write_project,
)

FOLDER = ROOT / "plugins" / "polynotice" / "words"
LANGUAGES = sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.po"))

# The official languages of the Union but for English, and ten others.
UNION = (
    *("bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv"),
    *("mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
OTHERS = ("ar", "he", "ja", "ko", "nb", "ru", "tr", "uk", "zh-Hans", "zh-Hant")
PROMISED = [*UNION, *OTHERS]


def test_the_languages_that_are_promised_are_there() -> None:
    assert sorted(PROMISED) == LANGUAGES


def test_the_template_has_the_words_that_the_tool_says() -> None:
    said = {f"columns/{name}": text for name, text in FIELDS.items()}
    said |= {f"words/{name}": text.replace("{language}", "English") for name, text in WORDS.items()}
    template = own_words(find_locale("en"))
    assert said.items() <= template.items()
    for starter in ("starter_files", "starter_gdpr"):
        config = (files("polynotice.project") / starter / "mkdocs.yml").read_text("utf-8")
        title = template["markdown/toc/permalink_title"]
        assert f"permalink_title: {title}\n" in config


@for_each("language", LANGUAGES)
def test_every_word_is_translated_into_each_language(language: str) -> None:
    entries = po_reader.parse((FOLDER / f"{language.replace('-', '_')}.po").read_text("utf-8"))
    template = po_reader.parse((FOLDER / "words.pot").read_text("utf-8"))
    assert [one.key for one in entries.entries] == [one.key for one in template.entries]
    for entry in entries.entries:
        translation = entry.msgstr[0]
        assert translation.strip() == translation != ""
        # Many languages share the word "Source"; no sentence is left in English.
        assert translation != entry.msgid or " " not in translation
        assert re.findall(r"\d+", translation) == re.findall(r"\d+", entry.msgid)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A small notice in English, whose German has not been started."""
    return write_project(tmp_path)


def of_the_tool(folder: Path, locale: str) -> dict[str, str]:
    """What the locale's catalogue has for each word of the tool's own."""
    return {
        entry.msgctxt: entry.msgstr[0]
        for entry in catalogue(folder, locale).entries
        if entry.msgctxt and entry.msgctxt.startswith(("columns/", "words/"))
    }


@pytest.mark.parametrize("locale", [*LANGUAGES, "de-AT", "zh-HK", "fr-CA", "pt-BR"])
def test_a_new_locale_opens_with_its_frame_done(notice: Path, locale: str) -> None:
    assert polynotice(notice, "add-locale", locale).exit_code == 0
    words = of_the_tool(notice, locale)
    assert len(words) > 4
    assert all(words.values())
    wrong = [line for line in problems_of(notice) if "missing-translation" not in line]
    assert [line for line in wrong if f"locales/{locale.replace('-', '_')}/" in line] == []


def test_in_chinese_the_script_is_that_of_the_locale(notice: Path) -> None:
    polynotice(notice, "add-locale", "zh-HK")
    assert of_the_tool(notice, "zh-HK") != own_words(find_locale("zh-Hans"))
    assert of_the_tool(notice, "zh-HK").items() <= own_words(find_locale("zh-Hant")).items()


def test_a_language_that_the_tool_does_not_have_opens_empty(notice: Path) -> None:
    polynotice(notice, "add-locale", "eo")
    assert set(of_the_tool(notice, "eo").values()) == {""}


def test_after_an_update_the_words_that_are_new_are_there(notice: Path) -> None:
    polynotice(notice, "add-locale", "de")
    edit(notice, "de", lambda entry: "")
    assert polynotice(notice, "update").exit_code == 0
    assert all(of_the_tool(notice, "de").values())
    assert polynotice(notice, "update", "--check").exit_code == 0


def test_a_projects_own_translation_wins(notice: Path) -> None:
    polynotice(notice, "add-locale", "de")
    edit(notice, "de", lambda entry: stand_in(entry, "de"))
    polynotice(notice, "update")
    assert of_the_tool(notice, "de")["columns/purpose"] == "DE: Purpose"


def test_a_word_that_the_project_has_worded_in_another_way_is_its_own(notice: Path) -> None:
    replace_in(
        notice / "mkdocs.yml", "[en, de]", "[en, de]\n      words: {purpose: What we do it for}"
    )
    polynotice(notice, "add-locale", "de")
    words = of_the_tool(notice, "de")
    assert words["columns/purpose"] == ""
    assert words["columns/personal_data"] == "Verarbeitete personenbezogene Daten"


def test_a_notice_in_another_language_speaks_it_and_goes_into_others(tmp_path: Path) -> None:
    options = """\
      source_locale: de
      locales: [de, fr, ja]
      words: {draft: Entwurf. Maßgeblich ist der deutsche Text.}
"""
    config = CONFIG.replace("      locales: [en, de]\n", options)
    folder = write_project(tmp_path, {"mkdocs.yml": config})
    assert [line for line in problems_of(folder) if "bad-setting" in line] == []
    translate(folder, "fr", "ja")
    assert polynotice(folder, "update").exit_code == 0
    header = page(build_site(folder), "index.html").css_first("th[data-field=purpose]")
    assert text_of(header) == "Zweck"
    for locale in ("fr", "ja"):
        (folder / po_files.path_of(find_locale(locale))).unlink()
        polynotice(folder, "add-locale", locale)
    assert of_the_tool(folder, "fr")["columns/purpose"] == "Finalité"
    assert of_the_tool(folder, "ja")["words/draft"] == ""


def test_a_word_that_nobody_has_written_goes_when_it_is_asked_for_no_more(notice: Path) -> None:
    polynotice(notice, "add-locale", "de")
    edit(notice, "de", lambda entry: entry.msgstr[0] or stand_in(entry, "de"))
    before = catalogue(notice, "de")
    replace_in(notice / "docs/index.md", "::: data-index", "")
    polynotice(notice, "update")
    gone = [entry.msgctxt for entry in catalogue(notice, "de").entries if entry.obsolete]
    assert gone
    assert [context for context in gone if (context or "").startswith("words/")] == []
    (notice / "docs/more.md").write_text("# More\n\n::: data-index\n", encoding="utf-8")
    polynotice(notice, "update")
    words = {entry.msgctxt: entry.msgstr for entry in before.entries if entry.msgctxt}
    assert of_the_tool(notice, "de") == {
        context: words[context][0] for context in of_the_tool(notice, "de")
    }
