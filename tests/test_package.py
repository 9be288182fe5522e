"""What is published: a wheel and an sdist that work by themselves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_bytes
from email.message import Message
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import polynotice
from tests.projects import ROOT
from tests.test_architecture import LIBRARIES

HOME = "https://github.com/mkdocs-polynotice/mkdocs-polynotice"
"""The one address of the repository, until there is a public one: see CONTRIBUTING, "A release"."""

OUTSIDE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
"""An environment in which this repository's modules are not found by accident."""


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=OUTSIDE | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist of the repository as it is."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--directory", folder, folder=ROOT)
    return folder


def names(built: Path) -> list[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        return wheel.namelist()


def metadata(built: Path) -> Message:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        path = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(wheel.read(path))


def description(built: Path) -> str:
    payload = metadata(built).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode("utf-8")


def test_the_wheel_holds_the_package_as_it_is_in_the_repository_and_no_more(built: Path) -> None:
    package = ROOT / "plugins" / "polynotice"
    expected = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in names(built) if ".dist-info/" not in name} == expected
    assert {"polynotice/py.typed", "polynotice/project/starter_files/.gitignore"} <= expected


def test_the_version_has_one_place(built: Path) -> None:
    assert metadata(built)["Version"] == polynotice.__version__
    texts = [(ROOT / name).read_text() for name in ("pyproject.toml", "Makefile")]
    assert not any(polynotice.__version__ in text for text in texts)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {polynotice.__version__} " in changelog


def test_the_package_index_is_told_what_it_needs(built: Path) -> None:
    told = metadata(built)
    assert told["Description-Content-Type"] == "text/markdown"
    assert (told["Requires-Python"], told["License-Expression"]) == (">=3.11", "MIT")
    addresses = [line.partition(", ")[2] for line in told.get_all("Project-URL", [])]
    assert len(addresses) == 4
    assert all(address.startswith(HOME) for address in addresses)


def test_readmes_links_on_the_package_index_are_absolute_and_lead_to_files(built: Path) -> None:
    links = re.findall(r'(?:\]\(|<(?:img src|a href)=")([^)"]+)', description(built))
    own = [link for link in links if link.startswith(HOME)]
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    assert len(own) > 10
    for link in own:
        kind, tag, path = link.removeprefix(f"{HOME}/").split("/", 2)
        assert tag == f"v{polynotice.__version__}"
        assert (ROOT / path.partition("#")[0]).is_file(), link
        assert kind == ("raw" if path.endswith(".png") else "blob")


def test_every_library_that_is_imported_is_required(built: Path) -> None:
    required = {
        re.split(r"[^\w.-]", line, maxsplit=1)[0].lower()
        for line in metadata(built).get_all("Requires-Dist", [])
        if not re.search(r"extra == .(material|materialx|properdocs)\b", line)  # hosts and themes
    }
    provided = packages_distributions()
    needed = {name for library in LIBRARIES for name in map(str.lower, provided[library])}
    assert needed - required == set()
    assert required - needed == {"mkdocs-material"}  # the theme is never imported


@pytest.mark.thorough
def test_the_wheel_builds_a_notice_that_init_made(built: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", "fresh", folder=tmp_path)
    fresh = tmp_path / "fresh"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = fresh / "lib" / version / "site-packages"
    run(sys.executable, "-m", "zipfile", "-e", next(built.glob("*.whl")), packages, folder=ROOT)
    # The dependencies of this environment, but not its links to this repository.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = fresh / "bin" / "python"
    where = run(python, "-c", "import polynotice; print(polynotice.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(packages)
    start = "import sys; from polynotice.cli import main; main()"
    run(python, "-c", start, "init", "mine", folder=tmp_path)
    run(python, "-m", "mkdocs", "build", "--strict", folder=tmp_path / "mine")
    run(python, "-c", start, "verify", "site", folder=tmp_path / "mine")
    assert (tmp_path / "mine" / "site" / "notice-manifest.json").is_file()


@pytest.mark.thorough
def test_the_sdists_tests_run(built: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "tarfile", "-e", next(built.glob("*.tar.gz")), folder=tmp_path)
    (folder,) = tmp_path.iterdir()
    kept = [name for name in (".venv", "site", "dist", ".git") if (folder / name).exists()]
    assert kept == []
    tests = ["tests/core", "tests/notice/test_records.py", "tests/test_docs.py"]
    tests += ["tests/mkdocs_host/test_themes.py", "tests/verify/test_hosted_site.py"]
    told = run(
        *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *tests),
        folder=folder,
        PYTHONPATH=str(folder / "plugins"),
    )
    assert " passed" in told
