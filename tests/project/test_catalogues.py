"""What a locale says is the same, however little of its catalogue is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from polynotice.core.locales import find_locale
from polynotice.core.memory import Memory
from polynotice.files.disk_memory import DiskMemory
from polynotice.project.catalogues import Catalogues
from polynotice.project.project import Project
from tests.projects import CONFIG, load, translate, write_project

LOCALES = [find_locale(locale) for locale in ("de", "fr")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in three languages, all of it translated."""
    write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en, de, fr]")})
    translate(tmp_path, "de", "fr")
    return load(tmp_path)


@pytest.mark.parametrize("is_spare", [True, False])
def test_a_spare_memory_keeps_the_catalogue_that_was_asked_last_and_no_other(
    project: Project, *, is_spare: bool
) -> None:
    memory = DiskMemory(project.site.root, b"1", is_spare=is_spare)
    catalogues = Catalogues(project.site.root, LOCALES, memory)
    first = catalogues["de"]
    assert catalogues["de"] is first
    assert catalogues["fr"] == project.catalogues["fr"]
    assert catalogues["de"] == first
    assert (catalogues["de"] is first) != is_spare


def test_a_catalogue_that_was_read_is_not_read_again_when_it_has_changed_since(
    project: Project,
) -> None:
    memory = DiskMemory(project.site.root, b"1", is_spare=True)
    catalogues = Catalogues(project.site.root, LOCALES, memory)
    before = catalogues["de"], catalogues["fr"]
    for path in project.site.root.glob("locales/*/LC_MESSAGES/notice.po"):
        path.write_text("", encoding="utf-8")
    assert (catalogues["de"], catalogues["fr"]) == before


def test_a_catalogue_that_the_memory_has_lost_is_read_again_as_long_as_it_is_the_same(
    project: Project,
) -> None:
    memory = DiskMemory(project.site.root, b"1", is_spare=True)
    catalogues = Catalogues(project.site.root, LOCALES, memory)
    before = catalogues["de"], catalogues["fr"]
    shutil.rmtree(memory.folder)
    assert (catalogues["de"], catalogues["fr"]) == before
    shutil.rmtree(memory.folder)
    path = project.site.root / "locales/de/LC_MESSAGES/notice.po"
    path.write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="changed meanwhile; build again") as error:
        catalogues.get("de")
    assert error.value.filename == "locales/de/LC_MESSAGES/notice.po"
    assert catalogues["fr"] == before[1]


def test_a_few_words_are_what_the_locale_says_whoever_was_asked_in_between(
    project: Project,
) -> None:
    texts = [message.text for message in project.messages]
    apart = [project.say_apart(locale) for locale in LOCALES]
    for text in texts:
        said = [say(text) for say in apart]
        assert said == [project.say(locale)(text) for locale in LOCALES]
        assert {phrase.lang for phrase in said} == {"de", "fr"}


def test_without_a_disk_each_is_kept(project: Project) -> None:
    catalogues = Catalogues(project.site.root, LOCALES, Memory())
    assert [catalogues[locale.id] for locale in LOCALES] == [
        catalogues[locale.id] for locale in LOCALES
    ]
