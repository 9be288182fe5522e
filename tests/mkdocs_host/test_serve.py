"""`mkdocs serve`, really served: every save is seen, and a mistake is shown instead of stopping."""

from __future__ import annotations

import itertools
import re
import shutil
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.draws import each
from tests.projects import CONFIG, replace_in, translate, write_project
from tests.served import PATIENCE, Served, serving

pytestmark = pytest.mark.waits

HOOKS = """\
import sys
from pathlib import Path

HERE = Path(__file__).parent


def on_page_markdown(markdown, page, config, files):
    if "Trouble" in markdown:
        raise KeyError("a colour")
    if "Give up" in markdown:
        sys.exit("Enough.")


def on_post_build(config):
    if (HERE / "once.md").exists():
        (HERE / "once.md").rename(HERE / "docs/index.md")


def on_serve(server, config, builder):
    server.watch(config.docs_dir, builder)
"""
CONFIGURATION = (
    CONFIG.replace("font: false", "font: false\n  custom_dir: theme")
    + """\
hooks: [hooks.py]
watch: [theme, notice_data]
"""
)
MORE = {
    "mkdocs.yml": CONFIGURATION,
    "hooks.py": HOOKS,
    "theme/main.html": '{% extends "base.html" %}\n{% block footer %}{% endblock %}\n',
    "docs/rights.md": "# Rights\n\nYou have some.\n",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notice, with its translations. To be copied."""
    folder = write_project(tmp_path_factory.mktemp("kept") / "notice", MORE)
    translate(folder, "de")
    return folder


@pytest.fixture
def project(kept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(kept, tmp_path / "notice")


@pytest.fixture(scope="module")
def server(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The notice, served for one test after another."""
    folder = shutil.copytree(kept, tmp_path_factory.mktemp("served") / "notice")
    with serving(folder) as found:
        yield found


@pytest.fixture
def served(server: Served, kept: Path) -> Iterator[Served]:
    """The notice, served. Afterwards its files are brought back, and every page with them."""
    before = {name: shown(server.page(name)) for name in ("", "de/", "rights/", "de/rights/")}
    yield server
    bring_back(server.folder, kept)
    for name, html in before.items():
        server.wait(lambda now, html=html: shown(now) == html, name)


def shown(html: str) -> str:
    """A page without the script that asks for the next build."""
    return re.sub(r"<script>\s*var livereload = .*?</script>", "", html, flags=re.DOTALL)


def bring_back(folder: Path, kept: Path) -> None:
    """Gives a project the files of another, and no more."""
    files = {
        path.relative_to(kept): path.read_bytes() for path in kept.rglob("*") if path.is_file()
    }
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder) not in files and ".cache" not in path.parts:
            path.unlink()
    for name, data in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def is_sound(html: str) -> bool:
    return "notice-problems" not in html and "<h1" in html


def test_every_kind_of_file_is_seen_when_it_is_saved(served: Served) -> None:
    folder = served.folder
    replace_in(folder / "notice_data/care.yml", "Calls are recorded.", "Calls are taped.")
    served.wait(lambda html: "Calls are taped." in html)
    replace_in(folder / "docs/index.md", "What we do with your data.", "What is done with data.")
    served.wait(lambda html: "What is done with data." in html)
    replace_in(folder / "locales/de/LC_MESSAGES/notice.po", "DE: Messages.", "DE: Nachrichten.")
    served.wait(lambda html: "DE: Nachrichten." in html, "de/")
    replace_in(folder / "mkdocs.yml", "site_name: Notice", "site_name: Renamed")
    served.wait(lambda html: "Renamed" in html)


MISTAKES = [
    ("notice_data/care.yml", "purpose: Calls", "porpose: Calls", "notice_data/care.yml:6:"),
    ("notice_data/care.yml", "[recordings]", "[recordings", "notice_data/care.yml:9:"),
    ("docs/index.md", "::: data-index", "::: data-indx", "docs/index.md:9:"),
    ("locales/de/LC_MESSAGES/notice.po", 'msgid "Chat"', 'msgid "Chat', "notice.po:"),
    ("mkdocs.yml", "locales: [en, de]", "locales: [en, xx-yy]", "mkdocs.yml:9:"),
    ("mkdocs.yml", "locales: [en, de]", "locales: [en, de", "mkdocs.yml:10:"),
    ("mkdocs.yml", "name: material", "name: materiall", "mkdocs.yml:3: error bad-setting:"),
    ("docs/index.md", "What we", "Trouble", "hooks.py:9: error build-failed:"),
    ("docs/index.md", "What we", "Give up", "hooks.py:11: error build-failed:"),
    ("theme/main.html", "endblock", "endblok", "theme/main.html:2: error build-failed:"),
]
"""In which file what stands instead of what, and what the page has to tell of it."""


def test_a_mistake_is_shown_on_the_page_and_goes_when_it_is_mended(served: Served) -> None:
    last = "nothing yet"
    for name, sound, broken, told in MISTAKES:
        replace_in(served.folder / name, sound, broken)
        html = served.wait(lambda html, told=told, last=last: told in html and last not in html)
        assert "livereload(" in html
        replace_in(served.folder / name, broken, sound)
        last = told
    served.wait(lambda html: is_sound(html) and "Calls are recorded." in html)


def test_a_build_while_serving_writes_nothing_where_it_watches(served: Served) -> None:
    watched = [served.folder / name for name in ("docs", "notice_data", "locales")]
    before = {path: path.stat().st_mtime_ns for f in watched for path in f.rglob("*")}
    replace_in(served.folder / "mkdocs.yml", "site_name: Notice", "site_name: Again")
    served.wait(lambda html: "Again" in html)
    assert {path: path.stat().st_mtime_ns for f in watched for path in f.rglob("*")} == before


OPTIONS = ("--strict", "--dirty", "--clean", "--watch-theme")
NO_CONFIGURATION = ("site_nam", "site_name: [", "site_name: Notice\nnav: 12\nx")


@each(
    ("option", "broken"),
    itertools.product(OPTIONS, NO_CONFIGURATION),
    always=[*zip(OPTIONS, itertools.cycle(NO_CONFIGURATION))],
)
def test_whatever_the_option_an_error_is_shown_and_goes_when_it_is_mended(
    project: Path, option: str, broken: str
) -> None:
    with serving(project, option) as served:
        replace_in(project / "mkdocs.yml", "site_name", broken)
        served.wait(lambda html: "mkdocs.yml:" in html and "bad-setting" in html, "de/")
        replace_in(project / "mkdocs.yml", broken, "site_name")
        served.wait(is_sound, "de/")
        served.wait(is_sound)


def test_a_folder_that_is_removed_while_serving_is_seen_again_when_it_returns(
    served: Served,
) -> None:
    away, care = served.folder / "away", served.folder / "notice_data/care.yml"
    for name in ("notice_data", "locales", "docs"):
        (served.folder / name).rename(away)
        served.wait(lambda html: "notice-problems" in html and "massages" not in html)
        away.rename(served.folder / name)
        served.wait(is_sound)
        replace_in(care, "[messages]", "[massages]")
        served.wait(lambda html: "massages" in html)
        replace_in(care, "[massages]", "[messages]")


def test_a_page_that_is_deleted_while_it_is_open_comes_back_with_its_file(served: Served) -> None:
    path = served.folder / "docs/rights.md"
    text = path.read_text(encoding="utf-8")
    for name in ("rights/", "de/rights/"):
        path.unlink()
        html = served.wait(lambda html: "This page is gone" in html, name)
        assert "livereload(" in html
        path.write_text(text, encoding="utf-8")
        served.wait(lambda html: "<h1 id=" in html and "This page is gone" not in html, name)


def test_a_file_that_takes_the_place_of_a_page_does_not_stop_the_preview(served: Served) -> None:
    (served.folder / "docs/rights.md").unlink()
    (served.folder / "docs/rights").write_text("No page.", encoding="utf-8")
    served.wait(lambda text: text == "No page.", "rights")
    replace_in(served.folder / "mkdocs.yml", "name: material", "name: materiall")
    served.wait(lambda html: "materiall" in html)
    replace_in(served.folder / "mkdocs.yml", "name: materiall", "name: material")
    served.wait(is_sound)


def test_a_build_that_fails_tells_nothing_of_the_build_before(served: Served) -> None:
    replace_in(served.folder / "notice_data/care.yml", "[messages]", "[massages]")
    served.wait(lambda html: "massages" in html)
    replace_in(served.folder / "mkdocs.yml", "name: material", "name: materiall")
    html = served.wait(lambda html: "materiall" in html)
    assert "massages" not in html


def test_a_page_that_never_was_is_not_said_to_be_gone(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.page("never/")


def test_a_preview_starts_with_whatever_is_broken_but_the_configuration(project: Path) -> None:
    shutil.rmtree(project / "locales")
    replace_in(project / "notice_data/care.yml", "[recordings]", "[recordings")
    with serving(project) as served:
        html = served.wait(lambda html: "notice-problems" in html)
        assert "notice_data/care.yml:9: error unreadable-records" in html
        replace_in(project / "notice_data/care.yml", "[recordings", "[recordings]")
        told = "locales/de/LC_MESSAGES/notice.po:1: error unreadable-catalogue"
        served.wait(lambda html: told in html and "unreadable-records" not in html)
        translate(project, "de")
        served.wait(is_sound)


def test_a_preview_without_a_configuration_ends_with_what_mkdocs_says(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "site_name: Notice", "site_name: [")
    served = Served(project, project.with_suffix(".log"))
    assert served.process.wait(timeout=PATIENCE) != 0
    assert "mkdocs.yml" in served.log.read_text(encoding="utf-8")


def test_a_save_during_the_first_build_is_not_lost(project: Path) -> None:
    text = (project / "docs/index.md").read_text(encoding="utf-8")
    changed = text.replace("What we do with your data.", "Saved in the meantime.")
    (project / "once.md").write_text(changed, encoding="utf-8")
    with serving(project) as served:
        served.wait(lambda html: "Saved in the meantime." in html)


def test_pages_that_the_configuration_puts_elsewhere_are_watched_there(served: Served) -> None:
    (served.folder / "docs").rename(served.folder / "pages")
    served.wait(lambda html: "docs_dir" in html)
    replace_in(served.folder / "mkdocs.yml", "theme:", "docs_dir: pages\ntheme:")
    served.wait(is_sound)
    replace_in(served.folder / "pages/index.md", "What we do", "What is done")
    served.wait(lambda html: "What is done" in html)


def test_a_file_that_the_configuration_inherits_is_watched(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: middle.yml\n")
    (project / "middle.yml").write_text("INHERIT: base.yml\n")
    with serving(project) as served:
        served.wait(is_sound)
        replace_in(project / "base.yml", "site_name: Notice", "site_name: Our notice")
        served.wait(lambda html: "Our notice" in html)


def test_a_preview_goes_on_without_the_plugin_and_with_it_again(served: Served) -> None:
    config = served.folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    plain = text.replace("  - polynotice:\n      locales: [en, de]\n", "")
    # With the extension, it would end the build.
    config.write_text(plain.replace("[polynotice, ", "["), encoding="utf-8")
    served.wait(lambda html: "::: purposes" in html)
    config.write_text(text.replace("[en, de]", "[en]"), encoding="utf-8")
    served.wait(lambda html: is_sound(html) and "Calls are recorded." in html)
