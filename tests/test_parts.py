"""Parts of a site, each built by itself, make the site that one build of the whole makes."""

from __future__ import annotations

import contextlib
import filecmp
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from polynotice.verify.part_record import RECORD
from tests.conftest import copy_of_repository
from tests.draws import each
from tests.projects import (
    CONFIG,
    ROOT,
    build_site,
    polynotice,
    replace_in,
    translate,
    write_project,
)

LOCALES = ["en", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh-Hans"]

THREE = CONFIG.replace("[en, de]", "[en, de, fr]")


def own(folder: Path, locales: Sequence[str]) -> tuple[Path, Path]:
    """The notice of this repository in these locales, and the site that MkDocs builds of it."""
    folder.mkdir()
    config = copy_of_repository(folder) / "mkdocs.yml"
    some = re.sub(r"locales: \[.*\]", f"locales: [{', '.join(locales)}]", config.read_text("utf-8"))
    config.write_text(some, encoding="utf-8")
    return folder, build_site(folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small notice with a part for each of its locales, in `parts/`."""
    folder = write_project(tmp_path_factory.mktemp("small"), {"mkdocs.yml": THREE})
    translate(folder, "de", "fr")
    build_parts(folder, ["en"], ["de"], ["fr"])
    return folder


@pytest.fixture
def parts(small: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copytree(small, tmp_path / "notice"))


def build_parts(folder: Path, *divided: Sequence[str]) -> list[Path]:
    made = []
    for locales in divided:
        part = folder / "parts" / "-".join(locales)
        options = [each for locale in locales for each in ("--locale", locale)]
        done = polynotice(folder, "build", *options, "--site-dir", str(part))
        assert done.exit_code == 0, done.output
        made.append(part)
    return made


def join(folder: Path, *names: str) -> list[str]:
    """What is wrong with the parts, each as `path: code`; without any, the site is in `joined`."""
    paths = [str(folder / "parts" / name) for name in names or ("en", "de", "fr")]
    done = polynotice(folder, "join", *paths, "--into", str(folder / "joined"), "--json")
    problems = json.loads(done.stdout)["problems"]
    assert done.exit_code == bool(problems), done.output
    assert (folder / "joined").exists() == (not problems)
    return [f"{p['path'].removeprefix(f'{folder}/parts/')}: {p['code']}" for p in problems]


def assert_same(one: Path, other: Path) -> None:
    """Both folders have the same files with the same bytes."""
    assert files(one) == files(other)
    _, differing, unread = filecmp.cmpfiles(one, other, files(one), shallow=False)
    assert (differing, unread) == ([], [])


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    "divided",
    [
        pytest.param([["ar", "ja"], ["en"]], id="three locales in two"),
        pytest.param([LOCALES[3:], LOCALES[:3]], id="all in two", marks=pytest.mark.thorough),
        pytest.param([[locale] for locale in LOCALES], id="twelve", marks=pytest.mark.exhaustive),
    ],
)
def test_parts_of_this_notice_make_its_site(tmp_path: Path, divided: list[list[str]]) -> None:
    locales = [locale for locale in LOCALES if locale in itertools.chain(*divided)]
    folder, site = own(tmp_path / "notice", locales)
    made = build_parts(folder, *divided)
    assert join(folder, *(part.name for part in made)) == []
    assert_same(folder / "joined", site)
    assert polynotice(folder, "verify", str(folder / "joined")).exit_code == 0


def test_without_locales_it_builds_what_mkdocs_builds(parts: Path) -> None:
    folder, site = parts, build_site(parts)
    assert polynotice(folder, "build", "--site-dir", str(folder / "whole")).exit_code == 0
    assert_same(folder / "whole", site)


HOME = {
    "docs/index.md": "# Notice\n\n[More](more.md#rows), [where](/more/).\n\n::: data-index\n",
    "docs/more.md": "# More\n\n## Rows\n\n::: purposes\n",
}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            {
                "site_url": "https://notice.example/a/b/",
                "use_directory_urls": "false",
                "search": "offline\n  - redirects: {redirect_maps: {old.md: more.md}}",
            },
            id="offline, files below a folder, and redirects",
        ),
        pytest.param(
            {
                "theme": "{name: material, font: false, features: [navigation.instant]}",
                "site_url": "https://notice.example/",
                "locales": "[de, en, fr]",
                "search": "meta",
            },
            id="instant navigation, source not first, no search",
        ),
        pytest.param(
            {
                "theme": "readthedocs",
                "locales": "[en, de, fr, fr-CA, mt: {publish: false}]",
                "untranslated": "fallback",
            },
            id="another theme, fallback, a region and a draft",
        ),
    ],
)
def test_whatever_the_options_parts_make_the_whole(
    tmp_path: Path, change: Mapping[str, str]
) -> None:
    folder = write_project(tmp_path, {"mkdocs.yml": with_options(change), **HOME})
    translate(folder, "de", "fr")
    if "fr-CA" in change.get("locales", ""):
        polynotice(folder, "add-locale", "fr-CA")
        polynotice(folder, "add-locale", "mt")
    site = build_site(folder)
    others = ["fr", "fr-CA"] if "fr-CA" in change.get("locales", "") else ["fr"]
    made = build_parts(folder, [*others, "de"], ["en"])
    assert join(folder, *(part.name for part in made)) == []
    assert_same(folder / "joined", site)


def with_options(change: Mapping[str, str]) -> str:
    config = THREE
    for name, value in change.items():
        if name == "locales":
            config = config.replace("locales: [en, de, fr]", f"locales: {value}")
        elif name == "untranslated":
            config = config.replace(
                "  - polynotice:\n", f"  - polynotice:\n      {name}: {value}\n"
            )
        elif name == "theme":
            config = config.replace("theme:\n  name: material\n  font: false", f"theme: {value}")
        elif name == "search":
            search = "" if value == "meta" else "  - search\n"
            config = config.replace("  - search\n", f"{search}  - {value}\n")
        else:
            config += f"{name}: {value}\n"
    return config


def test_a_part_has_the_pages_of_its_locales_alone(small: Path) -> None:
    part = small / "parts" / "de"
    pages = [name for name in files(part) if name.endswith(".html")]
    assert pages == ["404.html", "de/404.html", "de/index.html"]
    assert not (part / "notice.json").exists()
    assert not (part / "search/search_index.json").exists()
    html = (part / "de/index.html").read_text()
    assert all(f'hreflang="{locale}"' in html for locale in ("en", "de", "fr"))


@pytest.mark.parametrize("command", [["verify"], ["csp"]])
def test_a_part_is_not_taken_for_the_site(small: Path, command: list[str]) -> None:
    for name in ("en", "de"):
        done = polynotice(small, *command, str(small / "parts" / name))
        assert done.exit_code == 1
        assert f"{RECORD}:1: error not-whole: " in done.stdout
        assert not (small / "parts" / name / "notice-manifest.json").exists()


def test_a_part_is_not_taken_for_an_approved_site(small: Path, tmp_path: Path) -> None:
    approved = tmp_path / "whole"
    assert polynotice(small, "build", "--site-dir", str(approved)).exit_code == 0
    manifest = str(approved / "notice-manifest.json")
    done = polynotice(small, "verify", "--manifest", manifest, str(small / "parts/en"))
    assert (done.exit_code, "not-whole" in done.stdout) == (1, True)
    assert polynotice(small, "verify", "--manifest", manifest, str(approved)).exit_code == 0


def test_a_part_does_not_take_the_place_of_the_whole(parts: Path) -> None:
    build_site(parts)
    before = files(parts / "site")
    done = polynotice(parts, "build", "--locale", "de")
    assert done.exit_code == 2
    assert "--site-dir" in done.stderr
    assert files(parts / "site") == before


def test_a_whole_build_leaves_nothing_of_a_part(parts: Path) -> None:
    assert polynotice(parts, "build", "--locale", "de").exit_code == 0
    assert (parts / "site" / RECORD).exists()
    build_site(parts)
    assert not (parts / "site" / RECORD).exists()


@pytest.mark.parametrize("locale", ["it", "mt", "DE"])
def test_a_locale_that_the_site_does_not_have_is_wrong_usage(small: Path, locale: str) -> None:
    done = polynotice(small, "build", "--locale", locale, "--site-dir", str(small / "none"))
    assert (done.exit_code, (small / "none").exists()) == (2, False)
    assert "en, de, fr" in done.stderr


def test_a_missing_locale_is_named(small: Path) -> None:
    assert join(small, "en", "fr") == [f"{RECORD}: locale-missing"]


def test_a_folder_that_is_no_part_is_named(small: Path, tmp_path: Path) -> None:
    assert join(small, "en", "de", "it") == [f"it/{RECORD}: bad-part"]


def test_a_part_that_is_named_twice_is_refused(small: Path) -> None:
    assert join(small, "en", "de", "fr", "de") == [f"de/{RECORD}: bad-part"]


def test_a_locale_in_two_parts_is_refused(parts: Path) -> None:
    build_parts(parts, ["de", "fr"])
    assert join(parts, "en", "de", "de-fr") == [f"de-fr/{RECORD}: bad-part"]
    assert join(parts, "en", "de-fr") == []


def test_a_refused_join_leaves_the_last_site(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    paths = [str(small / "parts" / name) for name in ("en", "de", "fr")]
    assert polynotice(small, "join", *paths, "--into", str(site)).exit_code == 0
    before = files(site)
    assert polynotice(small, "join", *paths[1:], "--into", str(site)).exit_code == 1
    assert files(site) == before


@pytest.mark.parametrize(
    "where",
    ["{folder}", "{folder}/docs", "{folder}/docs/x", "{part}", "{part}/x", "{folder}/parts"],
)
def test_the_site_takes_the_place_of_no_input(small: Path, where: str) -> None:
    part = str(small / "parts/en")
    target = where.format(folder=small, part=part)
    done = polynotice(small, "join", part, "--into", target)
    assert done.exit_code == 2
    assert "would take the place of" in done.stderr


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("notice_data/care.yml", "Chats are monitored.", "Chats are never monitored."),
        ("docs/index.md", "What we do", "All that we do"),
        ("mkdocs.yml", "site_name: Notice", "site_name: Notes"),
    ],
)
def test_parts_of_different_inputs_are_refused(parts: Path, name: str, old: str, new: str) -> None:
    other = Path(shutil.copytree(parts, parts.with_name("other")))
    replace_in(other / name, old, new)
    translate(other, "de", "fr")
    build_parts(other, ["de"])
    assert join(other) == [f"en/{RECORD}: other-inputs", f"fr/{RECORD}: other-inputs"]
    shutil.rmtree(parts / "parts/de")
    shutil.copytree(other / "parts/de", parts / "parts/de")
    assert join(parts) == [f"de/{RECORD}: other-inputs"]


def test_parts_of_another_time_are_refused(parts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build_parts(parts, ["de"])
    assert join(parts) == [f"de/{RECORD}: other-inputs"]


def test_what_the_environment_says_is_an_input(
    parts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_in(parts / "mkdocs.yml", "site_name: Notice", "site_name: Notice\nsite_url: !ENV SITE")
    monkeypatch.setenv("SITE", "https://a.example/")
    build_parts(parts, ["en"], ["fr"])
    monkeypatch.setenv("SITE", "https://b.example/")
    build_parts(parts, ["de"])
    assert join(parts)[-1] == f"fr/{RECORD}: other-inputs"


def damage_page(part: Path) -> str:
    replace_in(part / "de/index.html", "DE: Messages", "DE: Nothing")
    return "de/de/index.html"


def remove_row(part: Path) -> str:
    page = part / "de/index.html"
    html = page.read_text(encoding="utf-8")
    start = re.search(r'<tr [^>]*id="chat"', html).start()  # type: ignore[union-attr]
    page.write_text(html[:start] + html[html.index("</tr>", start) + 5 :], encoding="utf-8")
    return "de/de/index.html"


def add_file(part: Path) -> str:
    (part / "de/extra.html").write_text("More.")
    return "de/de/extra.html"


def add_hidden_file(part: Path) -> str:
    (part / ".htaccess").write_text("Deny from all")
    return "de/.htaccess"


def remove_file(part: Path) -> str:
    (part / "de/notice.json").unlink()
    return "de/de/notice.json"


def damage_asset(part: Path) -> str:
    replace_in(part / "assets/polynotice.css", "{", "{color:red;")
    return "de/assets/polynotice.css"


def put_link(part: Path) -> str:
    page = part / "de/index.html"
    kept = page.rename(part.parent / "kept.html")
    page.symlink_to(kept)
    return "de/de/index.html"


def link_folder(part: Path) -> str:
    (part / "more").symlink_to(part.parent / "en", target_is_directory=True)
    return "de/more"


def change_record(part: Path) -> str:
    replace_in(part / RECORD, '"whole": [', '"whole": [\n  "it",')
    return f"de/{RECORD}"


def halve_record(part: Path) -> str:
    os.truncate(part / RECORD, 200)
    return f"de/{RECORD}"


@pytest.mark.parametrize(
    "damage",
    [
        damage_page,
        remove_row,
        add_file,
        add_hidden_file,
        remove_file,
        damage_asset,
        put_link,
        link_folder,
        change_record,
        halve_record,
    ],
)
def test_a_damaged_part_is_refused(parts: Path, damage: object) -> None:
    assert callable(damage)
    name = damage(parts / "parts" / "de")
    assert join(parts)[0] == f"{name}: bad-part"


def test_whoever_forges_a_record_does_not_get_past_the_proof(parts: Path) -> None:
    from polynotice.verify import part_record

    folder = parts / "parts" / "de"
    damage_page(folder)
    part, _ = part_record.read_part(folder, RECORD)
    assert part
    owners = {name: file.locale for name, file in part.files.items() if file.locale}
    forged = {
        **{name: getattr(part, name) for name in part.__struct_fields__},
        "files": part_record.files_in(folder, owners.get),
        "sha256": None,
    }
    part_record.write_part(folder, part_record.Part(**forged))
    assert join(parts) == ["de/index.html: row-text"]


def test_what_a_hook_makes_of_the_pages_of_a_part_is_refused(tmp_path: Path) -> None:
    hook = (
        "from pathlib import Path\nseen = []\n"
        "def on_post_page(output, page, config):\n    seen.append(page.url)\n"
        "def on_post_build(config):\n"
        "    Path(config.site_dir, 'all.txt').write_text(' '.join(seen))\n    seen.clear()\n"
    )
    config = f"{THREE}hooks: [hook.py]\n"
    folder = write_project(tmp_path, {"mkdocs.yml": config, "hook.py": hook})
    translate(folder, "de", "fr")
    build_parts(folder, ["en"], ["de"], ["fr"])
    assert join(folder) == ["de/all.txt: bad-part", "fr/all.txt: bad-part"]


def test_a_part_is_refused_for_its_own_catalogue_alone(parts: Path) -> None:
    po = parts / "locales/fr/LC_MESSAGES/notice.po"
    replace_in(po, 'Recordings of calls."\n\n', 'Recordings of 3 calls."\n\n')
    replace_in(po, 'msgstr "FR\u00a0: Messages."', 'msgstr ""')
    done = polynotice(parts, "build", "--locale", "fr", "--site-dir", str(parts / "parts/fr"))
    assert (done.exit_code, "missing-translation" in done.stdout) == (1, True)
    assert "Traceback" not in done.output
    assert (parts / "parts/fr" / RECORD).exists(), "the last one is as it was"
    assert (
        polynotice(parts, "build", "--locale", "de", "--site-dir", str(parts / "x")).exit_code == 0
    )


@each(
    ("host", "is_real"),
    [("github", False), ("github", True), ("gitlab", True)],
    always=[("github", False)],
)
def test_the_manuals_examples_for_continuous_integration_run(
    tmp_path: Path, host: str, is_real: bool
) -> None:
    """As bash runs them; what they ask of `polynotice` is done in this process, or really."""
    text = (ROOT / "manual/developers.md").read_text(encoding="utf-8")
    manual = text.partition("### In parts")[2].partition("\n### ")[0]
    examples = [
        yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", manual, re.DOTALL)
    ]
    github, gitlab = examples
    job = github["jobs"]
    divided = {
        "github": [
            re.sub(r"\$\{\{ matrix.locales \}\}", locales, run_of(job["part"])).replace(
                "--site-dir part", f"--site-dir parts/part-{number}"
            )
            for number, locales in enumerate(job["part"]["strategy"]["matrix"]["locales"])
        ],
        "gitlab": [
            f"CI_NODE_INDEX={number}; LOCALES='{locales}'; {gitlab['part']['script'][0]}"
            for number, locales in enumerate(gitlab["part"]["parallel"]["matrix"][0]["LOCALES"])
        ],
    }
    joined = {"github": run_of(job["publish"]), "gitlab": gitlab["pages"]["script"][0]}
    listed = ["en", "de", "fr", "es", "it", "pt-BR", "ja", "ko", "zh-Hans"]
    config = THREE.replace("[en, de, fr]", f"[{', '.join(listed)}]")
    untranslated = config.replace(
        "  - polynotice:\n", "  - polynotice:\n      untranslated: fallback\n"
    )
    folder = write_project(tmp_path, {"mkdocs.yml": untranslated})
    for locale in listed[1:]:
        assert polynotice(folder, "add-locale", locale).exit_code == 0
    site = build_site(folder)
    for line in (*divided[host], joined[host]):
        first = "" if is_real else "polynotice() { printf '%s\\0' \"$@\"; }\n"
        asked = subprocess.check_output(
            ["bash", "-ec", first + line], cwd=folder, env=ENVIRONMENT, text=True
        )
        if not is_real:
            with contextlib.chdir(folder):
                assert polynotice(folder, *asked.split("\0")[:-1]).exit_code == 0
    assert_same(folder / {"github": "site", "gitlab": "public"}[host], site)


def run_of(job: Mapping[str, Any]) -> str:
    """What a job of GitHub does with the command."""
    return str(next(step["run"] for step in job["steps"] if "polynotice" in step.get("run", "")))


ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
