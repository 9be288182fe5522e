"""A site is published whole or not at all, by whatever program publishes it.

The programs are the real ones, mike in a process of its own, and what they push to is a bare
repository in a folder.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from polynotice.mkdocs_host.staging import stage
from tests.draws import each
from tests.processes import run_copy
from tests.projects import CONFIG, config_of, polynotice, replace_in, translate, write_project

HOOKS = """\
import json
from pathlib import Path

SEEN = {}


def on_config(config): SEEN["config"] = config.site_dir
def on_pre_build(config): SEEN["pre_build"] = config.site_dir


def on_post_build(config):
    SEEN["post_build"] = config.site_dir
    Path(config.site_dir, "asked.txt").write_text("of now")
    noted = Path(SEEN["config"], "more")
    noted.mkdir(parents=True, exist_ok=True)
    (noted / "noted.txt").write_text("of then")
    Path(__file__).with_name("seen.json").write_text(json.dumps(SEEN))
"""
DROPS_A_ROW = """
import re


def on_post_page(output, page, config):
    return re.sub(r'<tr [^>]*data-record="chat".*?</tr>', "", output, flags=re.S)
"""


def environment() -> dict[str, str]:
    """With this Python's own programs first, and a git that knows who commits."""
    names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, **dict.fromkeys(names, "somebody@example.org"), "PATH": path}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )


def mike(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs mike in a process of its own, which is a copy of this one."""
    return run_copy(
        "mike", *arguments, folder=folder, first=lambda: os.environ.update(environment())
    )


def mkdocs(folder: Path, *arguments: str) -> Result:
    """What MkDocs's own command line does, in that folder."""
    with chdir(folder):
        done = CliRunner(env=environment()).invoke(cli, arguments)
    # It leaves out what the process has said before, and goes on doing so.
    logging.getLogger("mkdocs.commands.build").filters.clear()
    return done


def git(folder: Path, *arguments: str) -> str:
    done = run(folder, "git", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice with nothing wrong, in a repository, and its origin, a bare one. Nobody changes it.

    It stands below the folder that is given, beside `remote.git`.
    """
    kept = tmp_path_factory.mktemp("kept")
    folder = write_project(kept / "notice", {".gitignore": "/site/\n__pycache__/\n"})
    config = CONFIG.replace("- search\n", "- search\n  - mike\n") + "hooks: []\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    translate(folder, "de")
    git(kept, "init", "-q", "--bare", "remote.git")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "remote", "add", "origin", "../remote.git")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Start")
    return kept


@pytest.fixture(scope="module")
def kept_by_mike(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with its version 1.0 deployed by mike. Nobody changes it."""
    parent = shutil.copytree(kept, tmp_path_factory.mktemp("by_mike"), dirs_exist_ok=True)
    done = mike(parent / "notice", "deploy", "--push", "1.0")
    assert done.returncode == 0, done.stderr
    return parent


@pytest.fixture
def deployed(kept: Path, tmp_path: Path) -> Path:
    """A copy of that notice, beside a copy of its origin."""
    return shutil.copytree(kept, tmp_path, dirs_exist_ok=True) / "notice"


@pytest.fixture
def deployed_by_mike(kept_by_mike: Path, tmp_path: Path) -> Path:
    """A copy of that notice, of which mike has deployed the version 1.0."""
    return shutil.copytree(kept_by_mike, tmp_path, dirs_exist_ok=True) / "notice"


def hook(folder: Path, text: str) -> None:
    """Makes the project use that hook."""
    (folder / "hook.py").write_text(text, encoding="utf-8")
    replace_in(folder / "mkdocs.yml", "hooks: []", "hooks: [hook.py]")


MAKER = re.compile(
    rb'<meta name="generator"[^>]*>|"versions": \{[^}]*\}|"manifest_sha256": "[^"]*"'
)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but those of git, without the name of what has made it.

    mike builds with ProperDocs where another plugin has brought that along.
    """
    return {
        path.relative_to(folder).as_posix(): MAKER.sub(b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def checked_out(folder: Path, name: str = "checked-out") -> Path:
    """What the remote's branch `gh-pages` holds, in a folder of its own."""
    target = folder.parent / name
    git(folder.parent, "clone", "-q", "-b", "gh-pages", "remote.git", str(target))
    return target


def commits(folder: Path) -> str:
    return git(folder.parent / "remote.git", "rev-list", "--all")


@pytest.mark.parametrize("versions", [1, pytest.param(2, marks=pytest.mark.thorough)])
def test_mike_deploys_the_whole_proved_site(deployed_by_mike: Path, versions: int) -> None:
    deployed = deployed_by_mike
    assert mkdocs(deployed, "build", "-q", "-d", "alone").exit_code == 0
    if versions == 2:
        done = mike(deployed, "deploy", "--push", "2.0")
        assert done.returncode == 0, done.stderr
    found = checked_out(deployed)
    for version in ("1.0", "2.0")[:versions]:
        assert contents(found / version) == contents(deployed / "alone")
        result = polynotice(deployed, "verify", str(found / version))
        assert result.exit_code == 0, result.output


@each("why", ["not complete", "not whole", "strict"], always=["not whole"])
def test_mike_deploys_and_deletes_nothing_where_a_build_is_refused(
    deployed_by_mike: Path, why: str
) -> None:
    deployed = deployed_by_mike
    before = commits(deployed)
    if why == "not complete":
        replace_in(deployed / "docs" / "index.md", "What we do", "All that we do")
    elif why == "not whole":
        hook(deployed, DROPS_A_ROW)
    else:
        hook(deployed, WARNS)
        replace_in(deployed / "mkdocs.yml", "site_name", "strict: true\nsite_name")
    # Started, not copied: mike sets up no log, and what it then says is for one that has none.
    done = run(deployed, "mike", "deploy", "--push", "1.0")
    assert done.returncode != 0
    said = {"not complete": "missing-translation", "not whole": "row-missing", "strict": ""}
    assert said[why] in done.stderr
    assert commits(deployed) == before
    assert git(deployed, "rev-parse", "gh-pages") in before


def test_gh_deploy_deploys_the_whole_proved_site(deployed: Path) -> None:
    assert mkdocs(deployed, "build", "-q", "-d", "alone").exit_code == 0
    for folder, options in (("site", ()), ("elsewhere", ("-d", "elsewhere"))):
        done = mkdocs(deployed, "gh-deploy", *options)
        assert done.exit_code == 0, done.output
        found = contents(checked_out(deployed, f"{folder}-of-remote"))
        assert found.pop(".nojekyll") == b""
        assert found == contents(deployed / "alone")
        assert found == contents(deployed / folder)


def test_gh_deploy_deploys_nothing_where_the_build_is_refused(deployed: Path) -> None:
    assert mkdocs(deployed, "gh-deploy").exit_code == 0
    before, site = commits(deployed), contents(deployed / "site")
    hook(deployed, DROPS_A_ROW)
    assert mkdocs(deployed, "gh-deploy").exit_code != 0
    assert commits(deployed) == before
    assert contents(deployed / "site") == site


def test_gh_deploy_deploys_nothing_where_a_strict_build_is_refused(deployed: Path) -> None:
    assert mkdocs(deployed, "gh-deploy", "--strict").exit_code == 0
    before, site = commits(deployed), contents(deployed / "site")
    hook(deployed, WARNS)
    refused = mkdocs(deployed, "gh-deploy", "--strict")
    assert refused.exit_code == 1
    assert "1 warning in strict mode. The last good site is as it was." in refused.stderr
    assert commits(deployed) == before
    assert contents(deployed / "site") == site


def test_who_only_loads_the_configuration_finds_the_site_where_it_says(deployed: Path) -> None:
    config = config_of(deployed)
    config.plugins.on_startup(command="mike", dirty=False)  # type: ignore[arg-type]
    before = contents(deployed)
    config = config.plugins.on_config(config)
    config.plugins.on_shutdown()
    assert config.site_dir == str(deployed / "site")
    assert contents(deployed) == before
    assert not list(deployed.glob(".site*"))


@pytest.mark.parametrize("has_site", [False, True])
def test_what_plugins_write_is_published_wherever_they_look_for_the_site(
    deployed: Path, has_site: bool
) -> None:
    hook(deployed, HOOKS)
    for _ in range(2 if has_site else 1):
        config = config_of(deployed)
        build(config)
    seen = json.loads((deployed / "seen.json").read_text())
    site = deployed / "site"
    assert seen["config"] == seen["pre_build"] == config.site_dir == str(site)
    assert seen["post_build"] != str(site)
    assert (site / "asked.txt").read_text() == "of now"
    assert (site / "more" / "noted.txt").read_text() == "of then"
    assert not list(deployed.glob(".site*"))


def test_after_a_refused_build_the_site_is_where_the_configuration_says(deployed: Path) -> None:
    build(config_of(deployed))
    before = contents(deployed / "site")
    hook(deployed, DROPS_A_ROW)
    config = config_of(deployed)
    with pytest.raises(Abort):
        build(config)
    assert config.site_dir == str(deployed / "site")
    assert contents(deployed / "site") == before
    assert not list(deployed.glob(".site*"))


WARNS = """
import logging


def on_post_build(config):
    logging.getLogger("mkdocs.hooks").warning("Something is odd.")
"""


@pytest.mark.parametrize("has_site", [False, True])
def test_a_strict_build_with_warnings_leaves_the_last_good_site(
    deployed: Path, has_site: bool
) -> None:
    strict = ("build", "--strict")
    if has_site:
        assert mkdocs(deployed, *strict).exit_code == 0
    before = contents(deployed / "site")
    hook(deployed, WARNS)
    replace_in(deployed / "mkdocs.yml", "Notice", "Policy")
    translate(deployed, "de")
    refused = mkdocs(deployed, *strict)
    assert refused.exit_code == 1
    assert "1 warning in strict mode. The last good site is as it was." in refused.stderr
    assert contents(deployed / "site") == before
    assert not list(deployed.glob(".site*"))
    # Without it, a warning is one.
    assert mkdocs(deployed, "build").exit_code == 0
    assert contents(deployed / "site") != before


@pytest.mark.parametrize("by", ["mkdocs.yml", "hook", "third party"])
def test_a_strict_build_is_refused_whatever_warned(deployed: Path, by: str) -> None:
    config = deployed / "mkdocs.yml"
    assert mkdocs(deployed, "build").exit_code == 0
    before = contents(deployed / "site")
    if by == "mkdocs.yml":
        replace_in(config, "site_name", "strict: true\nrepo_url: https://github.com/a/b\nsite_name")
    elif by == "hook":
        hook(deployed, WARNS)
    else:
        replace_in(
            config, "generator: false", "generator: false\n  polyfills: ['//a.example/b.js']"
        )
    options = () if by == "mkdocs.yml" else ("--strict",)
    assert mkdocs(deployed, "build", *options).exit_code == 1
    assert contents(deployed / "site") == before


def test_only_what_was_written_since_is_taken_in(tmp_path: Path) -> None:
    config = config_of(write_project(tmp_path))
    site = Path(config.site_dir)
    for name in ("old.txt", "changed.txt", ".git/config", "of/.dots"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("old")
    staged = stage(config)
    for name in ("changed.txt", ".git/config", "of/.dots", "new/one.txt"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("written since")
    staged.take_in()
    taken = {"changed.txt", "of/.dots", "new/one.txt"}
    assert contents(Path(config.site_dir)) == dict.fromkeys(taken, b"written since")
    staged.publish()
    assert set(contents(site)) == taken
    assert (site / ".git" / "config").read_text() == "written since"
