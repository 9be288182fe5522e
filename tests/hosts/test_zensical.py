"""Zensical, which runs no plugins of MkDocs: a notice ends its build, an export of it is built.

The repository's own notice is built in `make test-hosts` alone: that takes a build for each locale.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from polynotice.plugin_guard import SENTENCE
from polynotice.project.starter import write_starter_files
from tests.conftest import copy_of_repository
from tests.hosts.test_hosts import LOCALES, MANIFEST_OF_ALL
from tests.projects import ROOT

ZENSICAL = Path(os.environ.get("POLYNOTICE_ZENSICAL", ROOT / ".venv-zensical" / "bin" / "zensical"))

pytestmark = pytest.mark.skipif(not ZENSICAL.exists(), reason="See `make generators`.")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ZENSICAL, "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_notice_is_refused_with_a_sentence_and_without_a_page(tmp_path: Path) -> None:
    write_starter_files(tmp_path)
    ended = build(tmp_path)
    assert ended.returncode != 0
    assert SENTENCE in ended.stdout + ended.stderr
    # Its error page, which has nothing of the notice, may be there already.
    assert {path.name for path in tmp_path.glob("site/**/*.html")} <= {"404.html"}


def test_without_the_extension_the_tables_are_lost_in_silence(tmp_path: Path) -> None:
    """What the extension is for: the day Zensical reads plugins, this fails."""
    write_starter_files(tmp_path)
    config = tmp_path / "mkdocs.yml"
    lines = [
        line for line in config.read_text("utf-8").splitlines() if "- polynotice #" not in line
    ]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert build(tmp_path).returncode == 0
    assert "::: purposes" in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.skipif(not MANIFEST_OF_ALL, reason="`make test-hosts` says what the others say.")
def test_an_export_of_the_notice_is_built_and_says_what_every_host_says(tmp_path: Path) -> None:
    copy_of_repository(tmp_path)
    path = os.pathsep.join([str(ZENSICAL.parent), str(Path(sys.executable).parent), os.defpath])
    for command in (
        ["-m", "polynotice.cli", "export", "notice-export", "--format", "zensical"],
        ["notice-export/build.py", "public"],  # it proves what it has built
    ):
        ended = subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
    public = tmp_path / "public"
    found, others = (
        json.loads(each.read_text("utf-8"))["sha256"]
        for each in (public / "notice-manifest.json", Path(MANIFEST_OF_ALL or ""))
    )
    assert found == others
    for locale, direction, word in (("en", "ltr", "Search"), ("ar", "rtl", "إبحث")):
        root = public / ("" if locale == "en" else locale)
        html = (root / "orders" / "index.html").read_text("utf-8")
        assert f'<html lang="{locale}" dir="{direction}"' in html
        assert f'aria-label="{word}"' in html
        switcher = r'href="([^"]+)" hreflang="([^"]+)" class="md-select__link"'
        links = dict(re.findall(switcher, html))
        assert sorted(links.values()) == sorted(LOCALES)
        homes = {public, *(public / each for each in LOCALES[1:])}
        assert {(root / "orders" / link).resolve() for link in links} == homes
        items = json.loads((root / "search.json").read_text("utf-8"))["items"]
        pages = {item["location"].partition("#")[0] for item in items}
        assert "orders/" in pages
        assert all((root / name / "index.html").is_file() for name in pages)
        assert not {name.split("/")[0] for name in pages} & set(LOCALES)
