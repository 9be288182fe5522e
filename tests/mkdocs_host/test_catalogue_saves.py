"""A preview after a catalogue is saved: as a clean one, though MkDocs makes little of it anew."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.draws import draws
from tests.projects import FILES, config_of, replace_in, translate, write_project
from tests.test_incremental_builds import PluginCache, clean, files_in, write

LOCALES = ("de", "fr", "fr-CA")
GERMAN, FRENCH, CANADIAN = (f"locales/{one}/LC_MESSAGES/notice.po" for one in ("de", "fr", "fr_CA"))
CONFIG = FILES["mkdocs.yml"].replace(
    "[en, de]", "[en, de, fr, fr-CA]\n      untranslated: fallback\n      full_page: true"
)
NAV = "nav: [index.md, {Rights & duties: [rights.md, orders.md]}, Law: https://law.example/]\n"
MORE = {
    "mkdocs.yml": f"{CONFIG}{NAV}",
    "docs/rights.md": "---\ntitle: Rights & duties\n---\n\nYou *have* some.\n",
    "docs/orders.md": "# Orders\n\n[Your rights](rights.md)\n",
}


class Preview:
    """What `mkdocs serve` does with a project at each save, without a server that is asked."""

    def __init__(self, project: Path, *, strict: bool = False) -> None:
        self.project = project
        self.site = project.with_name("site")
        self.strict = strict
        self.built = 0
        """How often MkDocs has built all."""
        MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]
        config = self._config()
        self._plugins = config.plugins
        config.plugins.on_startup(command="serve", dirty=False)
        self._build(config)
        server = LiveReloadServer(self._build, "127.0.0.1", 0, str(self.site))
        for path in (config.docs_dir, config.config_file_path):
            server.watch(path)
        self._server = server
        server = config.plugins.on_serve(server, config=config, builder=self._build)
        self._builder = server.builder

    def _config(self) -> MkDocsConfig:
        config = config_of(self.project)
        config.site_dir, config.strict = str(self.site), self.strict
        return config

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.built += 1
        build(config or self._config(), serve_url="http://localhost/")

    def is_quick(self) -> bool:
        """Does what follows a save; gives whether MkDocs did not have to build it all."""
        before = self.built
        time.sleep(0.1)  # as MkDocs does, to see whether more is saved
        self._builder()
        return self.built == before

    def differences(self) -> list[str]:
        """The files that are not as a clean preview has them."""
        cache: PluginCache = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
        kept = dict(cache)
        wanted = clean(self.project, preview=True).files
        cache.update(kept)
        found = files_in(self.site)
        return sorted(name for name in {*found, *wanted} if found.get(name) != wanted.get(name))

    def close(self) -> None:
        """Ends it."""
        self._server.server_close()
        self._plugins.on_shutdown()


@contextmanager
def previewed(project: Path) -> Iterator[Preview]:
    """A preview of the project, which ends with what is done with it."""
    preview = Preview(project)
    try:
        yield preview
    finally:
        preview.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice in four locales, one of them the regional form of another. To be copied."""
    folder = write_project(tmp_path_factory.mktemp("kept") / "notice", MORE)
    translate(folder, *LOCALES)
    (folder / CANADIAN).write_text((folder / CANADIAN).read_text("utf-8").replace("Chat", ""))
    return folder


@pytest.fixture
def project(kept: Path, tmp_path: Path) -> Path:
    """A copy of the notice in four locales."""
    return older(shutil.copytree(kept, tmp_path / "notice"))


def older(folder: Path) -> Path:
    """Waits until a project is older than what will be made of it, and gives it."""
    time.sleep(0.1)
    return folder


@pytest.fixture
def in_two(kept: Path, tmp_path: Path) -> Path:
    """The notice in English and German: for what is the same however many locales there are."""
    folder = shutil.copytree(kept, tmp_path / "notice")
    for name in (FRENCH, CANADIAN):
        (folder / name).unlink()
    replace_in(folder / "mkdocs.yml", "[en, de, fr, fr-CA]", "[en, de]")
    return older(folder)


def test_a_saved_catalogue_makes_its_locale_and_its_regional_forms_again(project: Path) -> None:
    with previewed(project) as preview:
        replace_in(project / FRENCH, "FR\u00a0: Rights & duties", "Droits & devoirs")
        assert preview.is_quick()
        assert "Droits &amp; devoirs" in (preview.site / "fr/orders/index.html").read_text("utf-8")
        assert not preview.differences()
        replace_in(project / GERMAN, "DE: Messages.", "30 Nachrichten.")  # a number too many
        assert preview.is_quick()
        assert "number-mismatch" in (preview.site / "fr/index.html").read_text("utf-8")
        assert not preview.differences()
        replace_in(project / GERMAN, "30 Nachrichten.", "Nachrichten.")
        assert preview.is_quick()
        assert "number-mismatch" not in (preview.site / "fr/index.html").read_text("utf-8")
        assert not preview.differences()


EDITS: dict[str, Callable[[Path], object]] = {
    "a translation": lambda path: _change(path, "DE: ", "De: "),
    "all of its translations": lambda path: _change(path, ": ", ": neu "),
    "a placeholder for one": lambda path: _change(path, 'msgstr "', 'msgstr "{count} '),
    "markup that could do harm": lambda path: _change(path, "FR", "<script>alert(1)</script>FR"),
    "no translation": lambda path: _change(path, "Messages.", ""),
    "doubt": lambda path: _change(path, 'msgid "Chat"', '#, fuzzy\nmsgid "Chat"'),
    "a lawyer's word": lambda path: _change(path, "Status: draft", "Status: approved"),
    "a mistake in its form": lambda path: _change(path, 'msgid "Chat"', 'msgid "Chat'),
    "signs that are no text": lambda path: _change(path, 'msgid "Chat"', 'msgid "Chat\\x'),
    "nothing": lambda path: path.write_text("", "utf-8"),
    "no file": lambda path: path.unlink(missing_ok=True),
}
"""What is done to a catalogue, which has then …"""


def _change(path: Path, old: str, new: str) -> None:
    if path.exists():
        path.write_text(path.read_text("utf-8", "replace").replace(old, new, 3), "utf-8")


@draws(1, thoroughly=4, of=9)
def test_after_any_saves_of_catalogues_the_preview_is_that_of_a_clean_build(
    draws: range, project: Path
) -> None:
    sound = {name: (project / name).read_bytes() for name in (GERMAN, FRENCH, CANADIAN)}
    for seed in draws:
        for name, data in sound.items():
            (project / name).write_bytes(data)
        with previewed(project) as preview:
            save_and_compare(preview, random.Random(seed), sound, 12 if seed else 5)  # noqa: S311


def save_and_compare(
    preview: Preview, numbers: random.Random, sound: dict[str, bytes], saves: int
) -> None:
    """Edits catalogues, and looks at the preview after each save."""
    said: list[str] = []
    for _ in range(saves):
        name, what = numbers.choice([*sound]), numbers.choice([*EDITS])
        EDITS[what](preview.project / name)
        said.append(f"{name} has {what}")
        if numbers.random() < 0.4:
            other = numbers.choice([*sound])
            (preview.project / other).write_bytes(sound[other])
            said.append(f"{other} is sound")
        said.append("quick" if preview.is_quick() else "full")
        assert not preview.differences(), said


def _with_link(project: Path) -> None:
    write(project.parent, "elsewhere.txt", "Words.")
    (project / "docs/linked.txt").symlink_to(project.parent / "elsewhere.txt")


def _with_hook(project: Path) -> None:
    write(project, "hooks.py", "def on_nav(nav, config, files):\n    return nav\n")
    replace_in(project / "mkdocs.yml", "nav:", "hooks: [hooks.py]\nnav:")


def _with_snippets(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "[polynotice,", "[polynotice, pymdownx.snippets,")


def _with_emoji_of_its_own(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "[polynotice,", "[polynotice, pymdownx.emoji,")


def _with_another_plugin(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "- search\n", "- search\n  - material/offline\n")


@pytest.mark.parametrize(
    "prepare",
    [_with_link, _with_hook, _with_snippets, _with_emoji_of_its_own, _with_another_plugin],
)
def test_what_may_look_at_more_has_all_built_again(
    prepare: Callable[[Path], Any], in_two: Path
) -> None:
    prepare(in_two)
    with previewed(in_two) as preview:
        replace_in(in_two / GERMAN, "DE: Messages.", "Nachrichten.")
        assert not preview.is_quick()


def _same_size_and_stamp(project: Path) -> None:
    path = project / "docs/orders.md"
    stamp = path.stat().st_mtime_ns
    replace_in(path, "Orders", "Visits")
    os.utime(path, ns=(stamp, stamp))


OTHERS: dict[str, Callable[[Path], object]] = {
    "a page": lambda project: replace_in(project / "docs/orders.md", "[Your", "[All your"),
    "a page with its old stamp": _same_size_and_stamp,
    "a record": lambda project: replace_in(project / "notice_data/care.yml", "are rec", "get rec"),
    "a setting": lambda project: replace_in(
        project / "mkdocs.yml", "site_name: N", "site_name: A n"
    ),
    "a glossary": lambda project: write(
        project, "locales/de/glossary.yml", "Chat: {use: [Plausch]}\n"
    ),
    "a new page": lambda project: write(project, "docs/more.md", "# More\n"),
    "a release": lambda project: (project / "releases").mkdir(),
}


def test_what_is_saved_with_a_catalogue_is_shown_with_it(in_two: Path) -> None:
    said = "Messages."

    def save_catalogue() -> None:
        nonlocal said
        replace_in(in_two / GERMAN, f"DE: {said}", f"DE: Neu: {said}")
        said = f"Neu: {said}"

    with previewed(in_two) as preview:
        for what, save in OTHERS.items():
            save_catalogue()
            assert preview.is_quick(), f"alone, before {what}"
            save_catalogue()
            save(in_two)
            assert not preview.is_quick(), what
            assert not preview.differences(), what
