"""Two builds of the same inputs give the same bytes: of every file, anywhere, on any day.

One build is a process of its own, in another folder, time zone, locale and order of files, with
another seed of hashes and mask of permissions, and with a clock that is years ahead of the other's,
which runs in this process, or thoroughly in one of its own, too.
"""

from __future__ import annotations

import gzip
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from polynotice.mkdocs_host import sitemap
from tests.conftest import copy_of_repository
from tests.draws import each
from tests.projects import CONFIG, ROOT, build_site, replace_in, translate, write_project

CLOCK = '''\
"""Sets the clock of a process to another day: Python imports this module when it starts."""
import datetime
import time

AHEAD = {seconds}
REAL = time.time
time.time = lambda: REAL() + AHEAD


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


datetime.datetime = Later
'''


@dataclass(frozen=True, kw_only=True)
class Machine:
    """Where and when a build runs."""

    folder: str
    zone: str
    seed: str
    locale: Mapping[str, str]
    mask: int
    ahead: int
    """How many seconds the clock is ahead."""
    reverse: bool
    """Whether the files of the notice were written last first."""


MACHINES = (
    Machine(
        folder="a",
        zone="Pacific/Kiritimati",
        seed="0",
        locale={"LC_ALL": "C.UTF-8"},
        mask=0o022,
        ahead=0,
        reverse=False,
    ),
    Machine(
        folder="else where/deeper/b",
        zone="America/Adak",
        seed="4294967295",
        locale={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        mask=0o077,
        ahead=1000 * 86400,
        reverse=True,
    ),
)


def build_on(machine: Machine, notice: Path, tmp_path: Path, epoch: str | None) -> dict[str, bytes]:
    """Builds a copy of the notice there, and gives each file of the site."""
    folder = tmp_path / machine.folder
    names = sorted((path for path in notice.rglob("*") if path.is_file()), reverse=machine.reverse)
    for path in names:
        target = folder / path.relative_to(notice)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    clock = tmp_path / f"clock-{machine.ahead}"
    clock.mkdir(exist_ok=True)
    (clock / "sitecustomize.py").write_text(CLOCK.format(seconds=machine.ahead))
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TMPDIR": str(clock),
        "TZ": machine.zone,
        "PYTHONHASHSEED": machine.seed,
        "PYTHONPATH": os.pathsep.join([str(clock), *filter(None, [os.environ.get("PYTHONPATH")])]),
        **machine.locale,
        **({"SOURCE_DATE_EPOCH": epoch} if epoch else {}),
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env=environment,
        umask=machine.mask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return files_in(folder / "site")


def files_in(site: Path) -> dict[str, bytes]:
    """Each file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    """The names of the files that one site has otherwise than the other."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


PLUGINS = """\
site_url: https://notice.example/
plugins:
  - search
  - minify: {minify_html: true}
  - polynotice:
      locales: [en, de, ar]
"""


DATED = """\
{% extends "base.html" %}
{% block content %}{{ super() }}<i>{{ page.update_date }}</i>{% endblock %}
"""
"""A template that prints the day of the build."""


def small_notice(folder: Path, theme: str) -> Path:
    head, _, tail = CONFIG.partition("plugins:\n")
    config = head.replace("name: material", f"name: {theme}") + PLUGINS
    config += "markdown_extensions:" + tail.partition("markdown_extensions:")[2]
    if theme != "material":
        config = config.replace("  font: false\n", "  custom_dir: overrides\n")
        (folder / "overrides").mkdir(parents=True)
        (folder / "overrides" / "main.html").write_text(DATED, encoding="utf-8")
    more = {f"docs/more/{n}.md": f"# Page {n}\n\nWords of page {n}.\n" for n in range(5)}
    write_project(folder, {"mkdocs.yml": config, **more, "docs/more/a.txt": "A file.\n"})
    translate(folder, "de", "ar")
    return folder


@each(
    ("theme", "epoch", "is_here"),
    itertools.product(["material", "mkdocs", "readthedocs"], [None, "1700000000"], [True, False]),
    always=[("material", None, True), ("mkdocs", "1700000000", True)],
    thoroughly=[
        ("material", None, False),
        ("mkdocs", "1700000000", False),
        ("readthedocs", None, True),
    ],
)
def test_a_small_notice_has_the_same_bytes_anywhere(
    theme: str,
    epoch: str | None,
    is_here: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    notice = small_notice(tmp_path / "notice", theme)
    other = build_on(MACHINES[1], notice, tmp_path, epoch)
    if is_here:
        files = files_in(build_site(notice))
    else:
        files = build_on(MACHINES[0], notice, tmp_path, epoch)
    assert differing(files, other) == set()
    assert {"index.html", "ar/index.html", "sitemap.xml", "sitemap.xml.gz"} <= files.keys()
    if theme == "material":  # the other two have no page for each locale's errors
        assert {"404.html", "de/404.html", "search/search_index.json"} <= files.keys()
    assert gzip.decompress(files["sitemap.xml.gz"]) == files["sitemap.xml"]
    # Stored as it is: how zlib compresses differs from one to the next.
    assert files["sitemap.xml"] in files["sitemap.xml.gz"]


def test_the_own_notice_has_the_same_bytes_anywhere(own_site: Path, tmp_path: Path) -> None:
    """As a build in another process, of other tests, has them."""
    notice = copy_of_repository(tmp_path / "notice")
    shutil.copytree(ROOT / "releases", notice / "releases")
    one = build_on(MACHINES[1], notice, tmp_path, None)
    assert one == files_in(own_site)
    assert len(one) > 150


def test_another_input_gives_other_bytes(tmp_path: Path) -> None:
    """The comparison bites."""
    notice = small_notice(tmp_path / "notice", "material")
    one = files_in(build_site(notice))
    replace_in(notice / "docs" / "more" / "1.md", "Words of page", "Other words of page")
    translate(notice, "de")
    translate(notice, "ar")
    other = files_in(build_site(notice))
    pages = {f"{one}more/1/index.html" for one in ("", "de/", "ar/")}
    indexes = {f"{one}search/search_index.json" for one in ("", "de/", "ar/")}
    assert differing(one, other) == pages | indexes | {"notice-manifest.json"}


def test_the_time_is_that_of_source_date_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files = files_in(build_site(small_notice(tmp_path / "notice", "mkdocs")))
    assert b'"time": "2023-11-14T22:13:20Z"' in files["notice-manifest.json"]
    assert b"Build Date UTC : 2023-11-14 22:13:20" in files["index.html"]
    assert b"<i>2023-11-14</i>" in files["de/index.html"]


def test_without_source_date_epoch_no_time_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    files = files_in(build_site(small_notice(tmp_path / "notice", "mkdocs")))
    assert b'"time": null' in files["notice-manifest.json"]
    assert b"Build Date UTC : 1970-01-01 00:00:00" in files["index.html"]


@pytest.mark.parametrize("length", [0, 1, 65_534, 65_535, 65_536, 131_070, 200_000])
def test_a_sitemap_of_any_length_is_packed(length: int, tmp_path: Path) -> None:
    data = bytes(number % 251 for number in range(length))
    (tmp_path / "sitemap.xml").write_bytes(data)
    (tmp_path / "sitemap.xml.gz").write_bytes(b"")
    sitemap.pack(tmp_path)
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()) == data


def test_a_site_without_a_packed_sitemap_stays_without(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_bytes(b"<urlset/>")
    sitemap.pack(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["sitemap.xml"]
