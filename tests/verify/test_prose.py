"""What a lawyer approved is the notice, not only its tables: prose, navigation and titles."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from polynotice.cli import main
from polynotice.verify.manifest import MANIFEST, digests
from polynotice.verify.manifest_comparison import problems_by_manifest
from polynotice.verify.page_prose import prose_of
from polynotice.verify.prose_comparison import differences
from polynotice.verify.prose_content import PageProse
from tests.projects import CONFIG, build_site, polynotice, replace_in, translate, write_project

FILES = {
    "docs/index.md": """\
        # Notice

        We say what we do. See [more](more.md) of it. It is short.

        - One thing.
        - Another thing.

        !!! note "Mind"
            It is yours.

        ![A lock](lock.svg)

        ::: purposes
            records: [calls]

        ## After

        Last words & more.
        """,
    "docs/more.md": "# More\n\nWhat else there is.\n\n::: purposes\n    records: [chat]\n",
    "docs/sub/deep.md": "# Deep\n\nWithout a table. With two sentences.\n",
    "docs/lock.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "notice_data/data.yml": "data_categories: []\n",
    "notice_data/care.yml": """\
        section: care
        title: Care
        purposes:
          - id: calls
            title: Calls
            purpose: Calls are recorded.
            personal_data: Recordings.
          - id: chat
            purpose: Chats are kept.
            personal_data: Messages.
        """,
}
NAV = """\
nav:
  - index.md
  - More of it: more.md
  - Below:
    - sub/deep.md
    - Elsewhere: https://example.org/
"""
MATERIAL = "  name: material\n  font: false"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of two locales, built into `site`. Read only."""
    folder = tmp_path_factory.mktemp("notice")
    write_project(folder, {**FILES, "mkdocs.yml": CONFIG + NAV})
    translate(folder, "de")
    build_site(folder)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to change."""
    return Path(shutil.copytree(built / "site", tmp_path / "site"))


def found(built: Path, site: Path) -> list[tuple[str, str, str]]:
    """Code, page and sentence of each problem of the site, compared with what was approved."""
    problems = problems_by_manifest(site, built / "site" / MANIFEST)
    return [(one.code, one.span.path, one.message) for one in problems]


def prose_in(site: Path, name: str) -> PageProse:
    html = (site / name).read_text(encoding="utf-8")
    return prose_of(LexborHTMLParser(html), f"/{name}")


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda site: replace_in(site / name, old, new)


INDEX = "de/index.html"
CHANGES: dict[str, tuple[Callable[[Path], None], list[tuple[str, str, str]]]] = {
    "a sentence": (
        in_file(INDEX, "It is short.", "It is long."),
        [("prose-text", INDEX, '"It is long." is said, and "It is short." was approved.')],
    ),
    "a sentence less": (
        in_file(INDEX, " It is short.", ""),
        [
            (
                "prose-missing",
                INDEX,
                '"It is short." is missing; it stood after "See [more](/de/more/) of it.".',
            )
        ],
    ),
    "a sentence more, on a page without a table": (
        in_file("de/sub/deep/index.html", "table. With", "table. We sell it. With"),
        [
            (
                "prose-extra",
                "de/sub/deep/index.html",
                '"We sell it." was not approved; it stands between "DE: Without a table." and '
                '"With two sentences.".',
            )
        ],
    ),
    "a heading": (
        in_file(INDEX, ">DE: After<", ">DE: Before<"),
        [("prose-text", INDEX, '"DE: Before" is said, and "DE: After" was approved.')],
    ),
    "a heading of another level": (
        lambda site: (
            replace_in(site / INDEX, '<h2 id="after">', '<h3 id="after">'),
            replace_in(site / INDEX, "DE: After</h2>", "DE: After</h3>"),
        )[0],
        [
            (
                "prose-text",
                INDEX,
                'The heading "DE: After" was approved, and is a heading of level 3 now.',
            )
        ],
    ),
    "a title": (
        in_file("de/more/index.html", "<title>DE: More of it", "<title>DE: Less of it"),
        [
            (
                "prose-text",
                "de/more/index.html",
                'The page\'s title is "DE: Less of it - DE: Notice", and "DE: More of it - '
                'DE: Notice" was approved.',
            )
        ],
    ),
    "where a link leads": (
        in_file(INDEX, '<a href="more/">', '<a href="https://evil.example/">'),
        [
            (
                "prose-text",
                INDEX,
                '"See [more](https://evil.example/) of it." is said, and '
                '"See [more](/de/more/) of it." was approved.',
            )
        ],
    ),
    "what a picture is read out as": (
        in_file(INDEX, 'alt="A lock"', 'alt="A key"'),
        [("prose-text", INDEX, '"DE: ![A key]" is said, and "DE: ![A lock]" was approved.')],
    ),
    "what is noted": (
        in_file(INDEX, "DE: It is yours.", "DE: It is ours."),
        [("prose-text", INDEX, '"DE: It is ours." is said, and "DE: It is yours." was approved.')],
    ),
    "two items exchanged": (
        lambda site: swap(site / INDEX, "<li>DE: One thing.</li>", "<li>DE: Another thing.</li>"),
        [
            (
                "prose-order",
                INDEX,
                'The item "DE: Another thing." stands elsewhere: between "It is short." and '
                '"DE: One thing.", and was approved between "DE: One thing." and "DE: Mind".',
            )
        ],
    ),
    "a paragraph less": (
        in_file(INDEX, "<p>DE: Last words &amp; more.</p>", ""),
        [
            (
                "prose-missing",
                INDEX,
                '"DE: Last words & more." is missing; it stood after "DE: After".',
            )
        ],
    ),
    "a paragraph hidden": (
        in_file(INDEX, "<p>DE: Last words", '<p style="display: none">DE: Last words'),
        [
            (
                "prose-missing",
                INDEX,
                '"DE: Last words & more." is missing; it stood after "DE: After".',
            )
        ],
    ),
    "a paragraph struck": (
        in_file(INDEX, "DE: Last words &amp; more.", "<s>DE: Last words &amp; more.</s>"),
        [
            (
                "prose-text",
                INDEX,
                '"~~DE: Last words & more.~~" is said, and "DE: Last words & more." was approved.',
            )
        ],
    ),
    "a paragraph more": (
        in_file(INDEX, "<p>DE: Last words", "<p>We sell it all.</p><p>DE: Last words"),
        [
            (
                "prose-extra",
                INDEX,
                '"We sell it all." was not approved; it stands between "DE: After" and '
                '"DE: Last words & more.".',
            )
        ],
    ),
}


def swap(path: Path, one: str, other: str) -> None:
    html = path.read_text(encoding="utf-8")
    assert one in html
    assert other in html
    changed = html.replace(one, "\0").replace(other, one).replace("\0", other)
    path.write_text(changed, encoding="utf-8")


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_finding_names_the_page_and_the_sentence(name: str, built: Path, site: Path) -> None:
    change, expected = CHANGES[name]
    change(site)
    assert found(built, site) == expected


def test_a_table_among_other_prose_is_found(built: Path, site: Path) -> None:
    path = site / INDEX
    html = path.read_text(encoding="utf-8")
    (table,) = re.findall(r"<table.*?</table>\n", html, re.DOTALL)
    end = "<p>DE: Last words &amp; more.</p>\n"
    path.write_text(html.replace(table, "").replace(end, end + table), encoding="utf-8")
    messages = [message for code, _, message in found(built, site) if code.startswith("prose")]
    assert messages == [
        'A table is missing; it stood between "DE: Calls" and "DE: After".',
        'A table was not approved; it stands after "DE: Last words & more.".',
    ]


def test_an_entry_of_the_navigation_that_all_pages_have_is_named_once(
    built: Path, site: Path
) -> None:
    for path in (site / "de").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"DE: Below(?=\s)", "DE: Above", html), encoding="utf-8")
    ((code, name, message),) = found(built, site)
    assert (code, name) == ("prose-text", "de/index.html")
    assert message == (
        '"DE: Above" is said in the navigation, and "DE: Below" was approved. So on 2 more pages '
        "of this locale."
    )


def test_an_entry_that_one_page_lacks_is_named_with_that_page(built: Path, site: Path) -> None:
    path = site / "more" / "index.html"
    html = path.read_text(encoding="utf-8")
    entry = r'<a href="https://example.org/" class="md-nav__link">.*?</a>'
    path.write_text(re.sub(entry, "", html, flags=re.DOTALL), encoding="utf-8")
    message = '"[Elsewhere](https://example.org/)" is missing in the navigation; it stood after '
    message += '"[Deep](/sub/deep/)".'
    assert found(built, site) == [("prose-missing", "more/index.html", message)]


NEAR_MISSES: dict[str, Callable[[Path], None]] = {
    "white space": in_file(INDEX, "<p>DE: Last words &amp;", "\n\n <p>\n DE:  Last\n words &amp;"),
    "none between elements": lambda site: (site / INDEX).write_text(
        re.sub(r">\s+<(?!/?(?:a|em|span)\b)", "><", (site / INDEX).read_text(encoding="utf-8")),
        encoding="utf-8",
    ),
    "an entity": in_file(INDEX, "Last words &amp; more", "Last w&#111;rds &#38; more"),
    "a comment": in_file(INDEX, "<p>DE: Last", "<p><!-- a comment -->DE: Last"),
    "quotes": in_file(INDEX, '<a href="more/">', "<a href='more/'>"),
    "other attributes and their order": in_file(
        INDEX, '<a href="more/">', '<a class="x" href="more/" rel="next">'
    ),
    "another way to write an address": in_file(INDEX, 'href="more/"', 'href="../de/more/"'),
    "the theme's footer": in_file(INDEX, '<footer class="md-footer">', "<footer>By a theme."),
    "the theme's button": in_file(
        INDEX, "</main>", '<button type="button" class="md-top">Back to top</button></main>'
    ),
    "the theme's signs in the text": in_file(
        INDEX,
        "DE: After</h2>",
        'DE: After<a class="headerlink" href="#after" title="Permanent link">&para;</a></h2>',
    ),
    "the theme's edit button": in_file(
        INDEX, '<h1 id="notice">', '<a class="md-content__button" href="x">Edit</a><h1 id="notice">'
    ),
}


@pytest.mark.parametrize("name", list(NEAR_MISSES))
def test_what_says_nothing_else_is_no_difference(name: str, built: Path, site: Path) -> None:
    NEAR_MISSES[name](site)
    assert found(built, site) == []


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_every_theme_is_found_to_say_the_same(theme: str, built: Path, tmp_path: Path) -> None:
    config = CONFIG.replace(MATERIAL, f"  name: {theme}\n  highlightjs: false")
    write_project(tmp_path, {**FILES, "mkdocs.yml": config + NAV})
    translate(tmp_path, "de")
    site = build_site(tmp_path)
    for name in ("index.html", "de/index.html", "de/more/index.html", "de/sub/deep/index.html"):
        assert prose_in(site, name) == prose_in(built / "site", name)
    assert found(built, site) == []
    replace_in(site / INDEX, "It is short.", "It is long.")
    ((code, _, message),) = found(built, site)
    assert (code, "It is long." in message) == ("prose-text", True)


def test_what_a_page_says_is_as_a_reader_meets_it(built: Path) -> None:
    assert prose_in(built / "site", "index.html") == PageProse(
        title="Notice",
        navigation=(
            "[Notice](/)",
            "[More of it](/more/)",
            "Below",
            "[Deep](/sub/deep/)",
            "[Elsewhere](https://example.org/)",
        ),
        text=(
            "# Notice",
            "We say what we do. See [more](/more/) of it. It is short.",
            "- One thing.",
            "- Another thing.",
            "Mind",
            "It is yours.",
            "![A lock]",
            "## Calls",
            ":::",
            "## After",
            "Last words & more.",
        ),
    )


def test_a_manifest_without_prose_is_compared_as_before_and_says_so(
    built: Path, site: Path, tmp_path: Path
) -> None:
    data: dict[str, Any] = json.loads((built / "site" / MANIFEST).read_text(encoding="utf-8"))
    del data["prose"], data["prose_sha256"]
    data["manifest_sha256"] = digests(data)["manifest_sha256"]
    old = tmp_path / "old.json"
    old.write_text(json.dumps(data), encoding="utf-8")
    replace_in(site / INDEX, "It is short.", "It is long.")
    result = CliRunner().invoke(main, ["verify", "--manifest", str(old), str(site)])
    assert result.exit_code == 0
    assert "warning prose-missing" in result.output
    assert "were not compared" in result.output
    replace_in(site / INDEX, "DE: Calls are recorded.", "DE: Calls are lost.")
    assert CliRunner().invoke(main, ["verify", "--manifest", str(old), str(site)]).exit_code == 1


def test_a_warm_build_and_parts_give_the_same_manifest(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "notice"))
    cold = json.loads((build_site(folder) / MANIFEST).read_text(encoding="utf-8"))
    warm = (build_site(folder) / MANIFEST).read_bytes()
    assert json.loads(warm)["prose"] == cold["prose"]
    replace_in(folder / "docs" / "more.md", "What else", "Whatever else")
    translate(folder, "de")
    changed = (build_site(folder) / MANIFEST).read_bytes()
    assert "DE: Whatever else there is." in changed.decode()
    for locale in ("en", "de"):
        ended = polynotice(folder, "build", "--locale", locale, "--site-dir", str(folder / locale))
        assert ended.exit_code == 0, ended.output
    ended = polynotice(
        folder, "join", str(folder / "en"), str(folder / "de"), "--into", str(folder / "whole")
    )
    assert ended.exit_code == 0, ended.output
    assert (folder / "whole" / MANIFEST).read_bytes() == changed


def test_pieces_far_apart_that_changed_places_are_two_that_moved() -> None:
    approved, said = ["A.", "B.", "C.", "D."], ["D.", "B.", "C.", "A."]
    assert [one.code for one in differences(approved, said)] == ["prose-order"] * 2
