"""What in `mkdocs.yml` asks other hosts for something, told by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import CONFIG, build_site, problems_of, translate, write_project

MATERIAL = """\
site_name: Notice
site_url: https://notice.example/policy/
theme:
  name: material
  font: false
plugins:
  - search
  - polynotice
"""

WARNED = {
    "the theme's fonts": (MATERIAL.replace("  font: false\n", ""), 3),
    "fonts of one's own": (MATERIAL.replace("font: false", "font: {text: Inter}"), 5),
    "a style sheet": (MATERIAL + "extra_css:\n  - a.css\n  - https://cdn.example/b.css\n", 11),
    "one without a scheme": (MATERIAL + "extra_css: [//cdn.example/b.css]\n", 9),
    "one with backslashes": (MATERIAL + "extra_css: ['\\\\cdn.example/b.css']\n", 9),
    "a script": (MATERIAL + "extra_javascript:\n  - https://cdn.example/b.js\n", 10),
    "a script with options": (
        MATERIAL + "extra_javascript:\n  - path: https://cdn.example/b.mjs\n    async: true\n",
        10,
    ),
    "a logo": (MATERIAL.replace("font:", "logo: https://cdn.example/a.png\n  font:"), 5),
    "an icon": (MATERIAL.replace("font:", "favicon: //cdn.example/a.png\n  font:"), 5),
    "analytics": (MATERIAL + "extra:\n  analytics: {provider: google, property: G-1}\n", 10),
    "consent": (MATERIAL + "extra:\n  consent: {title: Cookies, description: d}\n", 10),
    "a repository at GitHub": (MATERIAL + "repo_url: https://github.com/a/b\n", 9),
    "a repository at GitLab": (MATERIAL + "repo_url: https://gitlab.example/a/b\n", 9),
    "highlighted code in the plain theme": (
        MATERIAL.replace("material", "mkdocs").replace("  font: false\n", ""), 3,
    ),
    "analytics in the plain theme": (
        MATERIAL.replace("material", "mkdocs")
        .replace("font: false", "highlightjs: false")
        .replace("plugins", "  analytics: {gtag: G-1}\nplugins"),
        6,
    ),
}  # fmt: skip

FINE = {
    "a theme without fonts": MATERIAL,
    "files of the site": MATERIAL + "extra_css: [a.css, ../b.css]\nextra_javascript: [a//b.js]\n",
    "files at the site's own address": MATERIAL
    + "extra_css: ['https://notice.example/a.css', '//notice.example/b.css']\n",
    "the plain theme without highlighted code": MATERIAL.replace("material", "mkdocs").replace(
        "font: false", "highlightjs: false"
    ),
    "fonts and files that the privacy plugin fetches": MATERIAL.replace("font: false", "font: {}")
    .replace("- search", "- privacy")
    .replace("plugins:", "extra_css: ['https://cdn.example/b.css']\nplugins:"),
    "a repository elsewhere": MATERIAL + "repo_url: https://git.example/a/b\n",
    "links to others": MATERIAL + "extra: {social: [{icon: a/b, link: 'https://github.com/a'}]}\n",
    "a question whether a page helped": MATERIAL + "extra: {analytics: {feedback: {title: x}}}\n",
}

SHEET = """\
/* From https://cdn.example/ and url(https://cdn.example/a.png)
   of 2026 */
@import "print.css";
p { background: url("images/a.png"); }
i { background: url(data:image/png;base64,AA==); }
"""


def found_in(folder: Path, config: str, **files: str) -> list[str]:
    (folder / "docs").mkdir(exist_ok=True)
    write_project(folder, {"mkdocs.yml": config, **files})
    return [one for one in problems_of(folder) if one.endswith("third-party")]


@pytest.mark.parametrize("name", WARNED)
def test_what_asks_another_host_is_warned_of_with_its_line(tmp_path: Path, name: str) -> None:
    config, line = WARNED[name]
    assert found_in(tmp_path, config) == [f"mkdocs.yml:{line}: warning third-party"]


@pytest.mark.parametrize("name", FINE)
def test_what_stays_on_the_site_is_not(tmp_path: Path, name: str) -> None:
    assert found_in(tmp_path, FINE[name]) == []


def test_a_privacy_plugin_that_is_turned_off_fetches_nothing(tmp_path: Path) -> None:
    config = MATERIAL.replace("- search", "- privacy: {enabled: false}").replace("font: false", "")
    assert len(found_in(tmp_path, config)) == 1


@pytest.mark.parametrize(
    "rule",
    [
        '@import "https://cdn.example/a.css";',
        "@import url(//cdn.example/a.css);",
        "b { background: URL( 'https://cdn.example/a.png' ); }",
        "@font-face { src: local(x), url(https://cdn.example/a.woff2); }",
    ],
)
def test_what_a_style_sheet_loads_is_told_with_its_line(tmp_path: Path, rule: str) -> None:
    config = MATERIAL + "extra_css: [a.css]\n"
    found = found_in(tmp_path, config, **{"docs/a.css": SHEET + rule + "\n"})
    assert found == ["docs/a.css:6: warning third-party"]
    assert found_in(tmp_path, config, **{"docs/a.css": SHEET}) == []


def test_a_file_that_mkdocs_yml_inherits_has_no_line_here(tmp_path: Path) -> None:
    base = {"base.yml": "extra_css: ['https://cdn.example/a.css']\n"}
    config = "INHERIT: base.yml\n" + MATERIAL
    assert found_in(tmp_path, config, **base) == ["mkdocs.yml:1: warning third-party"]


def test_a_warning_does_not_stop_a_build(tmp_path: Path) -> None:
    write_project(tmp_path, {"mkdocs.yml": CONFIG + "repo_url: https://github.com/a/b\n"})
    translate(tmp_path, "de")
    assert (build_site(tmp_path) / "de" / "index.html").exists()
