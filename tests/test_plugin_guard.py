"""A build that the plugin does not drive ends with a sentence, and publishes no page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import markdown

from polynotice.plugin_guard import SENTENCE, UndrivenBuildError
from polynotice.project.starter import write_starter_files
from tests.processes import run_copy
from tests.projects import CONFIG, build_site, polynotice, replace_in, translate, write_project


def mkdocs(folder: Path) -> subprocess.CompletedProcess[str]:
    return run_copy("mkdocs", "build", folder=folder)


def without_plugin(folder: Path) -> None:
    replace_in(folder / "mkdocs.yml", "  - polynotice:\n      locales: [en, de]\n", "")


def test_mkdocs_without_the_plugin_ends_with_the_sentence_and_no_page(notice: Path) -> None:
    without_plugin(notice)
    ended = mkdocs(notice)
    assert ended.returncode == 1
    assert f"Error: {SENTENCE}\n" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(notice.glob("site/**/*.html")) == []


def test_without_the_extension_nothing_ends_it(notice: Path) -> None:
    without_plugin(notice)
    replace_in(notice / "mkdocs.yml", "[polynotice, ", "[")
    assert mkdocs(notice).returncode == 0
    assert "::: purposes" in (notice / "site" / "index.html").read_text(encoding="utf-8")


def test_whatever_converts_a_page_with_the_extension_is_refused() -> None:
    with pytest.raises(UndrivenBuildError, match="which is not at work here"):
        markdown("Our data.", extensions=["tables", "polynotice"])


def test_with_the_plugin_the_notice_is_built(notice: Path) -> None:
    translate(notice, "de")
    assert (build_site(notice) / "de" / "index.html").is_file()


def listed(folder: Path) -> list[dict[str, object]]:
    found = json.loads(polynotice(folder, "check", "--json").stdout)["problems"]
    return [each for each in found if each["code"] == "unguarded-notice"]


def test_check_asks_for_the_extension_where_extensions_are_listed(notice: Path) -> None:
    assert listed(notice) == []
    replace_in(notice / "mkdocs.yml", "[polynotice, ", "[")
    (found,) = listed(notice)
    assert (found["severity"], found["path"], found["line"]) == ("warning", "mkdocs.yml", 9)
    assert "List `polynotice` under `markdown_extensions`" in str(found["hint"])


def test_check_takes_the_extension_of_an_inherited_configuration(tmp_path: Path) -> None:
    base, own = CONFIG.partition("extra:")[::2]
    write_project(tmp_path, {"base.yml": base, "mkdocs.yml": f"INHERIT: base.yml\nextra:{own}"})
    assert "[polynotice," in (tmp_path / "base.yml").read_text(encoding="utf-8")
    assert listed(tmp_path) == []


def test_a_new_notice_lists_the_extension(tmp_path: Path) -> None:
    write_starter_files(tmp_path)
    assert polynotice(tmp_path, "check").output.startswith("Nothing is wrong: 2 pages")


def test_to_import_the_package_is_still_quick() -> None:
    code = "import polynotice, sys; print(sorted({'click', 'markdown', 'mkdocs'} & {*sys.modules}))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
