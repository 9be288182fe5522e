"""What a theme is asked for, and what a theme without a place for a switcher is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from polynotice.mkdocs_host.host_choice import config_file_in
from polynotice.verify import provenance
from tests.projects import (
    CONFIG,
    build_site,
    page,
    problems_of,
    translate,
    write_project,
)

MKDOCS = CONFIG.replace("name: material\n  font: false", "name: mkdocs\n  highlightjs: false")


def install(folder: Path, name: str) -> None:
    """Lets a distribution be found that has no files."""
    info = folder / f"{name.replace('-', '_')}-10.2.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 10.2.2\n")


def test_two_themes_in_one_package_are_refused_by_name(
    notice: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(notice, "de")
    assert problems_of(notice) == []
    packages = tmp_path_factory.mktemp("packages")
    install(packages, "mkdocs-materialx")
    monkeypatch.syspath_prepend(packages)
    assert problems_of(notice) == ["mkdocs.yml:3: error mixed-themes"]
    # They have nothing to do with a notice whose theme is another.
    write_project(notice, {"mkdocs.yml": MKDOCS})
    assert "mkdocs.yml:3: error mixed-themes" not in problems_of(notice)


def test_a_theme_without_a_switcher_has_a_line_of_links(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": MKDOCS, "docs/a/more.md": "# More\n"})
    translate(tmp_path, "de")
    links = page(build_site(tmp_path), "de/a/more/index.html").css(".notice-languages a")
    found = [(link.attributes["href"], link.attributes["hreflang"], link.text()) for link in links]
    assert found == [("../../../a/more/", "en", "English"), ("./", "de", "Deutsch")]


def test_a_template_with_links_of_its_own_is_given_no_others(tmp_path: Path) -> None:
    own = """\
{% extends "base.html" %}
{% block footer %}
  {% for one in notice.alternates %}
    <a href="{{ one.url | url }}" hreflang="{{ one.locale }}">{{ one.locale }}</a>
  {% endfor %}
{% endblock %}
"""
    config = MKDOCS.replace("name: mkdocs\n", "name: mkdocs\n  custom_dir: own\n")
    write_project(tmp_path, {"mkdocs.yml": config, "own/main.html": own})
    translate(tmp_path, "de")
    html = build_site(tmp_path) / "de" / "index.html"
    assert 'hreflang="de"' in html.read_text("utf-8")
    assert "notice-languages" not in html.read_text("utf-8")


def test_a_notice_in_one_language_has_no_switcher(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": MKDOCS.replace("[en, de]", "[en]")})
    assert "notice-languages" not in (build_site(tmp_path) / "index.html").read_text("utf-8")


def test_material_has_its_own_place_for_the_switcher(notice: Path) -> None:
    translate(notice, "de")
    assert "notice-languages" not in (build_site(notice) / "index.html").read_text("utf-8")


def test_the_configuration_is_looked_for_by_the_hosts_names(tmp_path: Path) -> None:
    assert config_file_in(tmp_path) == tmp_path / "mkdocs.yml"
    (tmp_path / "mkdocs.yaml").touch()
    assert config_file_in(tmp_path) == tmp_path / "mkdocs.yaml"
    (tmp_path / "mkdocs.yml").touch()
    assert config_file_in(tmp_path) == tmp_path / "mkdocs.yml"


def test_versions_are_those_of_the_host_that_is_at_work() -> None:
    assert "mkdocs" in provenance.versions([], "mkdocs")
    assert "mkdocs" not in provenance.versions([], "properdocs")
