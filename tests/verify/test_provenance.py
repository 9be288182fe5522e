"""Where a site comes from: what git, the environment and the installed distributions say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort, PluginError

from polynotice.files.git_history import commit
from polynotice.verify import provenance
from polynotice.verify.manifest import MANIFEST
from tests.draws import one_in
from tests.files.test_git_history import git
from tests.projects import CONFIG, build_site, polynotice, replace_in, write_project

INPUTS = ("mkdocs.yml", "docs", ":(glob)notice_data/**/*.yml", ":(glob)locales/**/*.po")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A notice in the source language alone, all committed."""
    folder = tmp_path / "notice"
    write_project(folder, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en]")})
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


def source_of(folder: Path) -> dict[str, Any] | None:
    """What the manifest of a build says of the sources."""
    data = json.loads((build_site(folder) / MANIFEST).read_text(encoding="utf-8"))
    source: dict[str, Any] | None = data["source"]
    return source


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD").strip()


# --- the commit ----------------------------------------------------------------------------------


def test_a_clean_tree_is_its_commit(repository: Path) -> None:
    assert source_of(repository) == {"commit": head(repository), "dirty": False}
    assert re.fullmatch(r"[0-9a-f]{40}", head(repository))


def test_a_second_build_is_no_dirtier_than_the_first(repository: Path) -> None:
    """Though the site of the first lies in the tree, which does not ignore it."""
    assert source_of(repository) == source_of(repository)
    git(repository, "add", "site")
    git(repository, "commit", "--quiet", "--message", "The site, too")
    replace_in(repository / "site" / "index.html", "Calls are recorded.", "X")
    assert source_of(repository) == {"commit": head(repository), "dirty": False}


def change_record(folder: Path) -> None:
    replace_in(folder / "notice_data" / "care.yml", "Messages.", "Mail.")


def add_record(folder: Path) -> None:
    text = "data_categories:\n  - {id: names, name: Names}\n"
    (folder / "notice_data" / "more.yml").write_text(text, encoding="utf-8")


def add_ignored_record(folder: Path) -> None:
    (folder / ".git" / "info" / "exclude").write_text("more.yml\n", encoding="utf-8")
    add_record(folder)


def stage_change(folder: Path) -> None:
    change_record(folder)
    git(folder, "add", ".")


def remove_page(folder: Path) -> None:
    git(folder, "rm", "--quiet", "--cached", "docs/index.md")


def add_page(folder: Path) -> None:
    (folder / "docs" / "new page.md").write_text("# New\n", encoding="utf-8")


def change_config(folder: Path) -> None:
    replace_in(folder / "mkdocs.yml", "site_name: Notice", "site_name: Another notice")


@pytest.mark.parametrize(
    "change",
    [
        *(change_record, add_record, add_ignored_record, stage_change),
        *(remove_page, add_page, change_config),
    ],
)
def test_an_input_that_is_not_in_the_commit_makes_it_dirty(repository: Path, change: Any) -> None:
    change(repository)
    assert source_of(repository) == {"commit": head(repository), "dirty": True}


def test_a_file_that_git_knows_makes_it_dirty_wherever_it_is(repository: Path) -> None:
    """It may be a template, a hook or the tool itself."""
    (repository / "hook.py").write_text("", encoding="utf-8")
    git(repository, "add", "hook.py")
    git(repository, "commit", "--quiet", "--message", "A hook")
    assert source_of(repository) == {"commit": head(repository), "dirty": False}
    (repository / "hook.py").write_text("# changed\n", encoding="utf-8")
    assert source_of(repository) == {"commit": head(repository), "dirty": True}


@pytest.mark.parametrize(
    "name", [".venv/lib/x.py", "node_modules/x.js", "docs/.obsidian/x", "x.md"]
)
def test_a_file_that_is_no_input_does_not(repository: Path, name: str) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / name).write_text("x", encoding="utf-8")
    assert source_of(repository) == {"commit": head(repository), "dirty": False}


def test_a_catalogue_compiled_by_an_editor_does_not(repository: Path) -> None:
    path = repository / "locales" / "de" / "LC_MESSAGES"
    path.mkdir(parents=True)
    (path / "notice.mo").write_bytes(b"")
    assert source_of(repository) == {"commit": head(repository), "dirty": False}


def test_a_notice_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "all" / "the notice"
    write_project(folder, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en]")})
    git(tmp_path / "all", "init", "--quiet")
    git(tmp_path / "all", "add", ".")
    git(tmp_path / "all", "commit", "--quiet", "--message", "All")
    assert source_of(folder) == {"commit": head(folder), "dirty": False}
    change_record(folder)
    assert source_of(folder) == {"commit": head(folder), "dirty": True}


def test_a_shallow_clone_and_a_work_tree_know_their_commit(
    repository: Path, tmp_path: Path
) -> None:
    change_record(repository)
    git(repository, "commit", "--quiet", "--all", "--message", "Changed")
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "clone")
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "tree"), "HEAD")
    expected = {"commit": head(repository), "dirty": False}
    assert (source_of(tmp_path / "clone"), source_of(tmp_path / "tree")) == (expected, expected)


def test_nothing_is_told_without_a_repository(repository: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(repository, archive, ignore=shutil.ignore_patterns(".git"))
    assert source_of(archive) is None


def test_nothing_is_told_of_a_notice_that_a_repository_around_it_does_not_know(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    git(tmp_path, "add", "a.txt")
    git(tmp_path, "commit", "--quiet", "--message", "Other")
    folder = write_project(tmp_path / "notice", {"mkdocs.yml": CONFIG.replace("[en, de]", "[en]")})
    assert source_of(folder) is None


def test_nothing_is_told_before_the_first_commit(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"mkdocs.yml": CONFIG.replace("[en, de]", "[en]")})
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    assert source_of(folder) is None


def test_nothing_is_told_of_a_repository_that_git_cannot_read(repository: Path) -> None:
    (repository / ".git" / "HEAD").write_text("nonsense", encoding="utf-8")
    assert source_of(repository) is None


def test_nothing_is_told_where_there_is_no_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert source_of(repository) is None


def test_asking_changes_nothing(repository: Path, tmp_path: Path) -> None:
    os.utime(repository / "mkdocs.yml", (0, 0))  # git would note that in its index
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    assert commit(repository, INPUTS, tmp_path / "site")
    assert before == {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}


# --- the time ------------------------------------------------------------------------------------


@one_in(4, "value", ["", "yesterday", "-1", "1.5", "1e9", "٣", "4294967296", "9" * 5000, " 1"])
def test_a_time_that_is_none_refuses_the_build_and_leaves_the_last_site(
    value: str, repository: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site = build_site(repository)
    before = (site / MANIFEST).read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises((PluginError, Abort)):
        build_site(repository)
    assert "SOURCE_DATE_EPOCH:1: error bad-setting: " in caplog.text
    assert (site / MANIFEST).read_bytes() == before


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("0", "1970-01-01T00:00:00Z"),
        ("1700000000", "2023-11-14T22:13:20Z"),
        ("4294967295", "2106-02-07T06:28:15Z"),
    ],
)
def test_a_time_is_told_in_utc(
    value: str, time: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    data = json.loads((build_site(repository) / MANIFEST).read_text(encoding="utf-8"))
    assert data["time"] == time


# --- the versions --------------------------------------------------------------------------------


def test_the_tool_and_whatever_it_requires_have_their_installed_versions() -> None:
    found = provenance.versions(["material", "material/search"], "mkdocs")
    lines = [line for line in requires("mkdocs-polynotice") or [] if "extra ==" not in line]
    required = {re.split(r"[^\w-]", line)[0].lower() for line in lines}
    assert {"mkdocs-polynotice", "pymdown-extensions", "pygments"} | required <= found.keys()
    assert found == {name: version(name) for name in found}


def test_a_part_in_use_is_told_and_one_that_is_not_is_not() -> None:
    assert "mkdocs-minify-plugin" in provenance.versions(["minify"], "mkdocs")
    assert "mkdocs-minify-plugin" not in provenance.versions(["material/search"], "mkdocs")


def installed(folder: Path, name: str, number: str, more: str = "", points: str = "") -> None:
    """Installs a distribution as pip would, in that folder."""
    info = folder / f"{name}-{number}.dist-info"
    info.mkdir(parents=True)
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n{more}"
    (info / "METADATA").write_text(f"{head}\nVersion: none of the fields\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(points, encoding="utf-8")


def versions_with(folder: Path, notice: Path) -> dict[str, str]:
    """The versions in the manifest of a build in a process that finds those, too."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=notice, env=environment, check=True, capture_output=True)
    data = json.loads((notice / "site" / MANIFEST).read_text(encoding="utf-8"))
    found: dict[str, str] = data["versions"]
    return found


PLUGIN = "from mkdocs.plugins import BasePlugin\n\n\nclass Plugin(BasePlugin):\n    pass\n"


@pytest.mark.parametrize("number", ["1.2.3", "4.0rc1+local"])
def test_versions_are_read_from_what_is_installed(
    number: str, repository: Path, tmp_path: Path
) -> None:
    """A plugin, what it requires, and another version of a library that is there already."""
    folder = tmp_path / "installed"
    points = "[mkdocs.plugins]\nquiet = quiet_plugin:Plugin\n"
    needs = (
        "Requires-Dist: Quiet_Helper>=1\n"
        'Requires-Dist: quiet-elsewhere; sys_platform == "win32"\n'
        'Requires-Dist: quiet-more; extra == "more"\n'
        "Requires-Dist: quiet-absent\n"
    )
    installed(folder, "mkdocs_quiet", number, needs, points)
    (folder / "quiet_plugin.py").write_text(PLUGIN, encoding="utf-8")
    for name in ("Quiet_Helper", "quiet_elsewhere", "quiet_more", "rapidfuzz"):
        installed(folder, name, number)
    replace_in(repository / "mkdocs.yml", "  - search\n", "  - search\n  - quiet\n")
    found = versions_with(folder, repository)
    found_versions = {
        name: each for name, each in found.items() if "quiet" in name or name == "rapidfuzz"
    }
    assert found_versions == dict.fromkeys(["mkdocs-quiet", "quiet-helper", "rapidfuzz"], number)


def test_verify_asks_neither_for_versions_nor_for_a_commit(repository: Path) -> None:
    site = build_site(repository)
    change = "git says another commit by now"
    git(repository, "commit", "--quiet", "--allow-empty", "--message", change)
    assert polynotice(repository, "verify", str(site)).output == ""
