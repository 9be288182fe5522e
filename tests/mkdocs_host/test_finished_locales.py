"""A locale that would become what it was is not made again; what might differ is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from polynotice.mkdocs_host.finished_locales import FinishedLocales, digests_in, states_in
from polynotice.verify.finished_locale import FinishedLocale
from tests.draws import each
from tests.projects import FILES, replace_in, translate, write_project
from tests.test_incremental_builds import PluginCache, built, clean, write

LOCALES = ("de", "fr")
GERMAN, FRENCH = "de/index.html", "fr/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A notice in three locales that was built before."""
    folder = tmp_path / "notice"
    config = FILES["mkdocs.yml"].replace("[en, de]", "[en, de, fr]")
    config += "extra_css: [own.css]\nhooks: [hooks.py]\n"
    hook = "def on_config(config):\n    return config\n"
    own = {"docs/own.css": "h1 { color: #123 }\n", "hooks.py": hook}
    write_project(folder, {**FILES, "mkdocs.yml": config, **own})
    translate(folder, *LOCALES)
    assert built(folder).files
    return folder


def are_same(project: Path, before: dict[str, int]) -> dict[str, bool]:
    """Whether each of these files of the site is the same on the disk."""
    site = project / "site"
    return {name: (site / name).stat().st_ino == number for name, number in before.items()}


def numbers(project: Path) -> dict[str, int]:
    """The numbers of the pages on the disk."""
    return {name: (project / "site" / name).stat().st_ino for name in (GERMAN, FRENCH)}


def edit_catalogue(project: Path, locale: str, text: str) -> None:
    """Gives a translation other words."""
    path = project / f"locales/{locale}/LC_MESSAGES/notice.po"
    replace_in(path, 'msgid "Messages."\nmsgstr "', f'msgid "Messages."\nmsgstr "{text}')


def test_only_the_locale_of_an_edited_catalogue_is_made_again(project: Path) -> None:
    before = numbers(project)
    edit_catalogue(project, "de", "Neu ")
    site = built(project)
    assert b"Neu " in site.files[GERMAN]
    assert are_same(project, before) == {GERMAN: False, FRENCH: True}
    assert not site.differences(clean(project))


def test_a_build_of_nothing_new_loads_neither_checks_nor_proof(project: Path) -> None:
    code = (
        "import sys\nfrom mkdocs.__main__ import cli\n"
        "try:\n    cli(['build', '-q'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "print(*sys.modules)"
    )

    def loaded() -> set[str]:
        command = [sys.executable, "-c", code]
        return set(subprocess.check_output(command, text=True, cwd=project).split())

    shutil.rmtree(project / ".cache")
    (project / "hooks.py").unlink()
    replace_in(project / "mkdocs.yml", "extra_css: [own.css]\nhooks: [hooks.py]\n", "")
    names = (
        "catalogues.po_reader", "checks.catalogue", "html.hiding_rules", "notice.graph",
        "notice.tables", "pages.page_steps", "verify.built_page", "verify.wanted_tables",
    )  # fmt: skip
    heavy = {"tinycss2", *(f"polynotice.{name}" for name in names)}
    assert heavy <= loaded()
    assert not {"asyncio", "rapidfuzz", "polynotice.notice.record_reader", *heavy} & loaded()
    edit_catalogue(project, "de", "Neu ")
    assert heavy <= loaded()


def test_a_build_after_none_of_its_sources_changed_makes_no_translation(project: Path) -> None:
    before = numbers(project)
    site = built(project)
    assert are_same(project, before) == {GERMAN: True, FRENCH: True}
    assert not site.differences(clean(project))


def test_an_edited_record_makes_every_locale_again(project: Path) -> None:
    before = numbers(project)
    replace_in(project / "notice_data/care.yml", "[messages]", "[messages, recordings]")
    built(project)
    assert not any(are_same(project, before).values())


@pytest.mark.parametrize("damage", ["change", "remove"])
@pytest.mark.parametrize("name", [FRENCH, "notice.jsonld", "404.html", "sitemap.xml"])
def test_a_file_that_was_damaged_since_is_made_again(project: Path, name: str, damage: str) -> None:
    file = project / "site" / name
    good = file.read_bytes()
    if damage == "remove":
        file.unlink()
    else:
        file.write_bytes(good[:-40] + b"?" + good[-39:])
    assert built(project).files[name] == good


def test_the_error_page_has_what_another_locale_says_now(project: Path) -> None:
    path = project / "locales/de/LC_MESSAGES/notice.po"
    replace_in(path, 'msgid "Page not found"\nmsgstr "', 'msgid "Page not found"\nmsgstr "Neu ')
    site = built(project)
    assert b"Neu " in site.files["404.html"]
    assert not site.differences(clean(project))


def test_pages_are_compared_again_beside_another_style_sheet(project: Path) -> None:
    (project / "docs/own.css").write_text(".notice-table td { display: none }\n", "utf-8")
    site = built(project)
    assert site.refusal == clean(project).refusal
    assert any(FRENCH in line and ".notice-table td" in line for line in site.lines), site.lines


def test_pages_in_which_a_hook_has_a_hand_are_made_again(project: Path) -> None:
    hook = "def on_post_page(output, page, config):\n    return output + '<!-- {} -->'\n"
    (project / "hooks.py").write_text(hook, "utf-8")
    built(project)
    before = numbers(project)
    site = built(project)
    assert not any(are_same(project, before).values())
    assert not site.differences(clean(project))


MKDOCS = ("name: material\n  font: false\n", "name: mkdocs\n")


MOVING_NONE = [
    ("- search\n", "- search:\n      indexing: full", "- search:\n      indexing: titles", ""),
    (
        "plugins:",
        "  static_templates: [404.html]",
        "  static_templates: [own.html]",
        "plugins:",
    ),
    ("hooks:", "not_in_nav: one.md", "not_in_nav: two.md", "hooks:"),
]


@each(("place", "before", "after", "then"), MOVING_NONE, always=MOVING_NONE[:1])
def test_an_option_that_moves_no_other_makes_every_locale_again(
    place: str, before: str, after: str, then: str, project: Path
) -> None:
    write(project, "overrides/own.html", "{{ config.site_name }}\n")
    own = "name: mkdocs\n  custom_dir: overrides\n"
    config = (project / "mkdocs.yml").read_text("utf-8").replace(MKDOCS[0], own)
    write(project, "mkdocs.yml", config.replace(place, f"{before}\n{then}"))
    assert built(project).files
    pages = numbers(project)
    built(project)
    assert all(are_same(project, pages).values())
    replace_in(project / "mkdocs.yml", before, after)
    assert not built(project).differences(clean(project))


def test_a_script_beside_the_search_index_is_copied_again(project: Path) -> None:
    replace_in(project / "mkdocs.yml", *MKDOCS)
    write(project, "docs/search/own.js", "// one\n")
    built(project)
    write(project, "docs/search/own.js", "// two\n")
    site = built(project)
    assert site.files["fr/search/own.js"] == b"// two\n"
    assert not site.differences(clean(project))


def test_a_template_behind_a_linked_folder_is_not_taken_for_another(project: Path) -> None:
    write(project, "shared/note.html", '<i translate="no">one</i>\n')
    main = (
        '{% extends "base.html" %}{% block announce %}{% include "own/note.html" %}{% endblock %}'
    )
    write(project, "overrides/main.html", main)
    (project / "overrides/own").symlink_to(project / "shared")
    (project / "shared/round").symlink_to(project / "overrides")
    replace_in(project / "mkdocs.yml", "font: false", "font: false\n  custom_dir: overrides")
    assert b">one</i>" in built(project).files[FRENCH]
    write(project, "shared/note.html", '<i translate="no">two</i>\n')
    site = built(project)
    assert b">two</i>" in site.files[FRENCH]
    assert not site.differences(clean(project))


def test_what_a_function_of_a_hook_says_is_not_remembered_for_another(project: Path) -> None:
    hook = "def word():\n    return 'one'\n\n\ndef on_config(config):\n"
    hook += "    config.extra['word'] = word\n    return config\n"
    write(project, "hooks.py", hook)
    main = (
        '{% extends "base.html" %}{% block announce %}<i translate="no">{{ config.extra.word() }}'
    )
    write(project, "overrides/main.html", f"{main}</i>{{% endblock %}}")
    replace_in(project / "mkdocs.yml", "font: false", "font: false\n  custom_dir: overrides")
    assert b">one</i>" in built(project).files[FRENCH]
    write(project, "hooks.py", hook.replace("one", "another"))
    assert b">another</i>" in built(project).files[FRENCH]


def test_a_page_that_was_put_behind_a_link_since_is_made_again(project: Path) -> None:
    page = project / "site" / FRENCH
    good = page.read_bytes()
    page.rename(page.with_name("aside.html"))
    page.symlink_to("aside.html")
    assert built(project).files[FRENCH] == good
    assert not page.is_symlink()


def test_what_is_wrong_comes_and_goes_on_every_page_of_a_preview(project: Path) -> None:
    plugins: PluginCache = {}
    first = built(project, preview=True, plugins=plugins)
    assert b"notice-problems" not in first.files[FRENCH]
    edit_catalogue(project, "de", "30 ")
    second = built(project, preview=True, plugins=plugins)
    assert b"number-mismatch" in second.files[FRENCH]
    assert not second.differences(clean(project, preview=True))
    replace_in(project / "locales/de/LC_MESSAGES/notice.po", "30 ", "")
    third = built(project, preview=True, plugins=plugins)
    assert b"notice-problems" not in third.files[FRENCH]
    assert third.files == first.files


def test_files_that_another_build_has_changed_meanwhile_are_not_published(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / GERMAN).parent.mkdir()
    for name in (GERMAN, FRENCH):
        (tmp_path / name).write_text(name, encoding="utf-8")
    left = {
        locale: FinishedLocale(files=digests_in(tmp_path, [name]))
        for locale, name in (("de", GERMAN), ("fr", FRENCH))
    }
    finished = FinishedLocales(kept=left)
    finished.refuse_if_changed(tmp_path)
    (tmp_path / FRENCH).write_text("another", encoding="utf-8")
    with pytest.raises(PluginError, match="files of fr"):
        finished.refuse_if_changed(tmp_path)


def test_files_are_not_read_again_where_they_are_the_same_ones(tmp_path: Path) -> None:
    last, new = tmp_path / "site/fr.html", tmp_path / "new/fr.html"
    for path in (last, new):
        path.parent.mkdir()
    last.write_text("fr.html", encoding="utf-8")
    left = {"fr": FinishedLocale(files=digests_in(last.parent, ["fr.html"]))}
    states = states_in(last.parent, ["fr.html", "gone.html"])
    assert [*states] == ["fr.html"]
    finished = FinishedLocales(kept=left, states=states)
    new.hardlink_to(last)
    finished.refuse_if_changed(new.parent)
    shutil.copy2(last, tmp_path / "copy")
    (tmp_path / "copy").replace(new)  # another one with the same bytes, as on another disk
    finished.refuse_if_changed(new.parent)
    new.unlink()
    new.hardlink_to(last)
    new.write_text("other.h", encoding="utf-8")  # in its place, and as long
    with pytest.raises(PluginError, match="files of fr"):
        finished.refuse_if_changed(new.parent)
    new.unlink()
    with pytest.raises(PluginError, match="files of fr"):
        finished.refuse_if_changed(new.parent)
