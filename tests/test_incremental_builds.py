"""A build that remembers equals one that does not, byte for byte, whatever was edited before."""

from __future__ import annotations

import logging
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import TemplateError
from mkdocs.commands.build import DuplicateFilter, build
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from polynotice.files.disk_memory import FOLDER
from polynotice.mkdocs_host import project_memory
from tests.draws import draws
from tests.draws import each as each_of
from tests.notice_edits import CONFIG, FILES, LOCALES, Edits
from tests.processes import Copy, give_up_rights, run_copy
from tests.projects import config_of, polynotice, replace_in, translate, write_project

BY_SEED, BY_THE_FIRST = 8, 2
"""How many edits follow each other, and how many of those that are tried in every run."""


def edits_of(seed: int) -> int:
    return BY_SEED if seed else BY_THE_FIRST


PluginCache = dict[str, "BasePlugin[Any]"]
"""Plugins that MkDocs keeps across the builds of a process, by their names."""


@dataclass(frozen=True, kw_only=True)
class Built:
    """What came of a build."""

    lines: tuple[str, ...] = ()
    """What was logged."""
    refusal: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    def differences(self, other: Built) -> list[str]:
        """How the other differs."""
        names = sorted({*self.files, *other.files})
        found = [name for name in names if self.files.get(name) != other.files.get(name)]
        found += [f"log: {line}" for line in sorted({*self.lines} ^ {*other.lines})]
        if not found and self.lines != other.lines:
            found += ["log: the order"]
        if self.refusal != other.refusal:
            found.append(f"refusal: {self.refusal!r} {other.refusal!r}")
        return found


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line."""
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@contextmanager
def logged() -> Iterator[list[str]]:
    """What MkDocs logs meanwhile, as it does when it is run."""
    log, handler = logging.getLogger("mkdocs"), _Lines()
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    for each in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(each, DuplicateFilter):
            each.msgs.clear()  # what was said in an earlier build of this process
    try:
        yield handler.lines
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def files_in(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def built(folder: Path, *, preview: bool = False, plugins: PluginCache | None = None) -> Built:
    """What comes of a build with plugins of its own; or with those that another build has had."""
    cache: PluginCache = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
    cache.clear()
    cache.update(plugins or {})
    if plugins is None and not preview:
        Hooks._load_hook.cache_clear()  # a process loads them once
    refusal = ""
    files: dict[str, bytes] = {}
    with logged() as lines:
        try:
            config = config_of(folder)
            command = "serve" if preview else "build"
            config.plugins.on_startup(command=command, dirty=False)
            try:
                build(config, serve_url="http://localhost/" if preview else None)
                files = files_in(Path(config.site_dir))
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, TemplateError, SystemExit) as error:
            refusal = f"{type(error).__name__} {error}"
    if plugins is not None:
        plugins.update(cache)
    cache.clear()
    said = tuple(line for line in lines if not line.startswith("INFO Documentation built in"))
    return Built(lines=said, refusal=refusal, files=files)


def clean(folder: Path, *, preview: bool = False) -> Built:
    """What comes of a build that remembers nothing."""
    memory, aside = folder / ".cache", folder / ".cache-aside"
    if memory.exists():
        memory.rename(aside)
    try:
        return built(folder, preview=preview)
    finally:
        shutil.rmtree(memory, ignore_errors=True)
        if aside.exists():
            aside.rename(memory)


def start(folder: Path, *locales: str) -> Path:
    """Writes the notice that is edited, with its translations."""
    options = {**CONFIG["plugins"][1]["polynotice"], "locales": ["en", *locales]}
    config = {**CONFIG, "plugins": ["search", {"polynotice": options}]}
    files = {name: text for name, text in FILES.items() if "/de/" not in name or "de" in locales}
    write_project(folder, {**files, "mkdocs.yml": yaml.safe_dump(config, sort_keys=False)})
    translate(folder, *locales)
    # As its link map says.
    replace_in(folder / "locales/fr/LC_MESSAGES/notice.po", "us.example/)", "us.example/fr)")
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice in four locales, with all that a page can have. To be copied."""
    return start(tmp_path_factory.mktemp("kept") / "notice", *LOCALES)


@pytest.fixture(scope="module")
def kept_in_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same notice in English and French, where one translation does for all."""
    return start(tmp_path_factory.mktemp("kept") / "notice", "fr")


@pytest.fixture
def project(kept_in_two: Path, tmp_path: Path) -> Path:
    """A copy of the notice in two locales."""
    return shutil.copytree(kept_in_two, tmp_path / "notice")


def edit_and_compare(project: Path, seed: int, *, preview: bool) -> None:
    """Edits the project, and builds it after each edit."""
    edits, said = Edits(project, random.Random(seed)), ["as it was"]  # noqa: S311
    plugins: PluginCache | None = {} if preview else None
    built(project, preview=preview, plugins=plugins)
    said.append(edits.one())
    for _ in range(edits_of(seed)):
        remembering = built(project, preview=preview, plugins=plugins)
        expected = clean(project, preview=preview)
        differences = remembering.differences(expected)
        assert not differences, "\n".join([f"seed {seed}", *said, *differences])
        # A site that cannot be built says little: most often, what is wrong is taken back.
        is_undone = bool(expected.refusal) and edits.numbers.random() < 0.8
        said.append(edits.undo() if is_undone else edits.one())


@draws(1, thoroughly=2, of=7, parts=3)
@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_a_build_that_remembers_equals_a_clean_one(
    draws: range, preview: bool, kept: Path, tmp_path: Path
) -> None:
    for seed in draws:
        project = shutil.copytree(kept, tmp_path / str(seed) / "notice")
        edit_and_compare(project, seed, preview=preview)


def write(folder: Path, name: str, text: str) -> None:
    """Writes one file of the project."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def after(folder: Path, *, edit: Callable[[], object]) -> tuple[Built, Built]:
    """What comes of a first build, and of one that remembers after the edit: that of a clean one.

    Both are by processes of their own where the first has loaded what is edited.
    """
    first = built(folder)
    edit()
    second = built(folder)
    assert not second.differences(clean(folder))
    return first, second


def changed(folder: Path, name: str, text: str, *, old_stamp: bool = False) -> tuple[Built, Built]:
    """What comes of builds before and after a file is given another text."""
    path = folder / name
    stamp = path.stat().st_mtime_ns

    def write() -> None:
        path.write_text(text, encoding="utf-8")
        if old_stamp:
            os.utime(path, ns=(stamp, stamp))

    return after(folder, edit=write)


def test_what_a_snippet_defines_is_not_remembered_for_another(project: Path) -> None:
    text = FILES["snippets/shared.md"].replace("office.example/a", "office.example/b")
    _, site = changed(project, "snippets/shared.md", text)
    assert b"office.example/b" in site.files["fr/index.html"]


def test_a_paragraph_in_the_place_of_another_is_not_taken_for_that(project: Path) -> None:
    """The page has the same texts as before, and without words it is the same."""
    text = "# Rights\n\nAsk us.\n\nAt the desk.\n\n"
    write(project, "docs/rights.md", f"{text}Ask us.\n")
    _, site = changed(project, "docs/rights.md", f"{text}At the desk.\n")
    assert site.files["rights/index.html"].count(b"<p>At the desk.</p>") == 2


def test_an_icon_of_the_project_is_not_remembered_for_another(project: Path) -> None:
    icon = "{% include '.icons/own/sign.svg' %}"
    html = f'{{% extends "base.html" %}}{{% block announce %}}{icon}{{% endblock %}}'
    write(project, "overrides/main.html", html)
    _, site = changed(project, "overrides/.icons/own/sign.svg", '<svg class="another"></svg>')
    assert b"another" in site.files["index.html"]


def test_a_template_with_the_size_and_stamp_of_another_is_not_taken_for_it(project: Path) -> None:
    text = FILES["overrides/note.html"].replace("note", "sign")
    _, site = changed(project, "overrides/note.html", text, old_stamp=True)
    assert b">sign</i>" in site.files["fr/index.html"]


LOOKING_ELSEWHERE = [
    "{% for each in nav.pages %}{{ each.content | length }} {% endfor %}",
    "{{ config.plugins.polynotice.config.columns }}",
    "{% set here = page %}{{ here.markdown }}",
    "{{ page.next_page.toc | length }}",
    "{% for each in pages %}{{ each.src_uri }} {% endfor %}",
    "{{ nav.pages | map(attribute='content') | join }}",
    "{{ config['nav'] }}",
]


@each_of("template", LOOKING_ELSEWHERE, always=LOOKING_ELSEWHERE[:1])
def test_a_template_that_looks_elsewhere_is_filled_each_time(template: str, project: Path) -> None:
    html = f'{{% extends "base.html" %}}{{% block announce %}}<b translate="no">{template}</b>'
    write(project, "overrides/main.html", html + "{% endblock %}\n")

    def edit() -> None:
        replace_in(project / "docs/rights.md", "At the desk.", "At a desk.\n\n## More\n\nHere.")
        replace_in(project / "mkdocs.yml", "untranslated", "columns: [purpose]\n    untranslated")
        write(project, "docs/another.md", "# Another\n\nHere.\n")
        replace_in(
            project / "mkdocs.yml", "hooks:", "nav: [index.md, rights.md, orders.md]\nhooks:"
        )

    after(project, edit=edit)


@pytest.mark.parametrize(
    "name",
    [pytest.param("upper.py", marks=pytest.mark.thorough), "own/upper.py", "pymdownx/upper.py"],
)
def test_an_extension_of_the_project_is_not_remembered_for_another(
    name: str, project: Path
) -> None:
    """Not even with the size and the time stamp of the other.

    Pages are remembered with one of Pymdown's alone: the project has a copy of that.
    """
    text = (
        "from markdown import Extension\nfrom markdown.treeprocessors import Treeprocessor\n\n\n"
        "class Mark(Treeprocessor):\n"
        "    def run(self, root):\n"
        "        for each in root.iter('h2'):\n"
        "            if each.text == 'Where':\n                each.set('class', 'one')\n\n\n"
        "class Marks(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.treeprocessors.register(Mark(md), 'mark', 5)\n\n\n"
        "def makeExtension(**options):\n    return Marks(**options)\n"
    )
    path = project / name
    if name.startswith("pymdownx/"):
        face = "from pkgutil import extend_path\n\n__path__ = extend_path(__path__, __name__)\n"
        write(project, "pymdownx/__init__.py", face)
    write(project, name, text)
    module = name.removesuffix(".py").replace("/", ".")
    replace_in(project / "mkdocs.yml", "- abbr\n", f"- abbr\n- {module}\n")
    stamp = path.stat().st_mtime_ns

    def begin() -> None:
        """Forgets what this process has loaded, and a new one has not."""
        sys.path.insert(0, str(project))
        for each in [each for each in sys.modules if each.split(".")[0] == "pymdownx"]:
            del sys.modules[each]
        project_memory.print_of.cache_clear()
        project_memory._print_of_all.cache_clear()

    for value in ("one", "two"):
        path.write_text(text.replace("one", value), encoding="utf-8")
        os.utime(path, ns=(stamp, stamp))
        shutil.rmtree(path.parent / "__pycache__", ignore_errors=True)
        done = run_copy("mkdocs", "build", "-q", folder=project, first=begin)
        assert done.returncode == 0, done.stderr
        assert f' class="{value}"' in (project / "site/rights/index.html").read_text("utf-8")


def test_builds_at_once_share_a_memory_and_equal_a_clean_one(project: Path) -> None:
    assert not built(project).refusal
    replace_in(project / "docs/rights.md", "At the desk.", "At the desk.\n\nIn the hall.")
    folders = [project.parent / f"site-{name}" for name in "ab"]
    with (project.parent / "log").open("wb") as log:
        number = log.fileno()
        processes = [
            Copy(("mkdocs", "build", "-d", str(one)), folder=project, output=number, errors=number)
            for one in folders
        ]
    for process in processes:
        assert process.wait() == 0, (project.parent / "log").read_text("utf-8")
    expected = clean(project).files
    assert expected
    for folder in folders:
        assert files_in(folder) == expected


@each_of("mode", [0o000, 0o555], always=[0o000])
def test_a_memory_that_is_locked_is_done_without(mode: int, project: Path) -> None:
    before = built(project).files
    replace_in(project / "docs/rights.md", "At the desk.", "At a desk.")
    (project / FOLDER).chmod(mode)
    try:
        done = run_copy("mkdocs", "build", folder=project, first=give_up_rights)
    finally:
        (project / FOLDER).chmod(0o755)
    assert done.returncode == 0, done.stderr
    found = files_in(project / "site")
    assert found != before
    assert found == clean(project).files


@draws(1, thoroughly=3, of=10)
def test_check_and_status_say_what_they_would_without_a_memory(
    draws: range, kept: Path, tmp_path: Path
) -> None:
    for seed in draws:
        project = shutil.copytree(kept, tmp_path / str(seed) / "notice")
        edits, said = Edits(project, random.Random(seed)), ["as it was"]  # noqa: S311
        for _ in range(edits_of(seed)):
            found = [said_of(project), said_of(project)]
            shutil.copytree(project / ".cache", project.parent / "aside")
            shutil.rmtree(project / ".cache")
            found.append(said_of(project))
            assert found[0] == found[1] == found[2], "\n".join([f"seed {seed}", *said])
            # What was remembered over all edits, not in the last run alone.
            shutil.rmtree(project / ".cache")
            (project.parent / "aside").rename(project / ".cache")
            said.append(edits.one())


def said_of(project: Path) -> list[tuple[int, str]]:
    """What `polynotice check` and `polynotice status` say."""
    cache: PluginCache = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
    found = []
    for command in ("check", "status"):
        cache.clear()
        result = polynotice(project, command)
        found.append((result.exit_code, result.output))
    return found
