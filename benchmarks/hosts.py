"""How long the notice of this repository takes under each host and theme: `make bench-hosts`."""

from __future__ import annotations

import json
import os
import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from benchmarks.builds import forget
from benchmarks.report import table
from benchmarks.timing import Command, median, ratio, seconds

ROOT = Path(__file__).parents[1]

RUNS = 3


@dataclass(frozen=True, kw_only=True)
class Host:
    """A generator with a theme: what `make` has installed it into, and how it is asked."""

    name: str
    environment: str
    command: str
    """For a shell, in the folder of the notice; its programs come from the environment first."""
    theme: str = "material"
    search: str = ""
    site: str = "site"


_EXPORT = "polynotice export notice-export --format zensical"

HOSTS = (
    Host(name="MkDocs, Material", environment=".venv", command="mkdocs build -q"),
    Host(
        name="ProperDocs, Material",
        environment=".venv-properdocs",
        command="properdocs build -q -f mkdocs.yml",
    ),
    *(
        Host(
            name=f"{title}, MaterialX with {search.title()}",
            environment=".venv-materialx",
            command=f"{title.lower()} build -q -f mkdocs.yml",
            theme="materialx",
            search=search,
        )
        for title in ("MkDocs", "ProperDocs")
        for search in ("lunr", "pagefind")
    ),
    Host(
        name="Zensical, export and build",
        environment=".venv-zensical",
        command=f"{_EXPORT} && python3 notice-export/build.py public",
        site="public",
    ),
)
"""The first is what the others are compared with."""


def write(host: Host, folder: Path) -> None:
    """Writes the notice for that host into a folder of its own."""
    for name in ("docs", "notice_data", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("name: material", f"name: {host.theme}")
    if host.search:
        config = config.replace("  - search\n", f"  - search:\n      provider: {host.search}\n")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def command_of(host: Host, folder: Path) -> Command:
    """A build after no other. What the environment has no program for comes from `.venv`."""

    def prepare() -> None:
        forget(folder)
        for left in ("notice-export", "public"):
            shutil.rmtree(folder / left, ignore_errors=True)

    places = [ROOT / host.environment / "bin", ROOT / ".venv" / "bin"]
    path = os.pathsep.join([*map(str, places), os.environ["PATH"]])
    arguments = ("/usr/bin/env", f"PATH={path}", "sh", "-c", host.command)
    return Command(arguments=arguments, folder=folder, prepare=prepare)


def work(command: Command) -> tuple[float, float]:
    """The seconds that a command takes, and those that processors worked on it meanwhile."""
    before = os.times()
    taken = seconds(command)
    after = os.times()
    user = after.children_user - before.children_user
    return taken, user + after.children_system - before.children_system


def digest(host: Host, folder: Path) -> str:
    """What the manifest of its site says that the notice says."""
    manifest = folder / host.site / "notice-manifest.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["sha256"])


def report(folder: Path) -> Iterator[str]:
    """Builds in turn; reports times, processor time and ratios. Asserts that all say the same."""
    hosts = [host for host in HOSTS if (ROOT / host.environment / "bin").is_dir()]
    missing = [host.name for host in HOSTS if host not in hosts]
    commands: dict[str, Command] = {}
    for number, host in enumerate(hosts):
        write(host, folder / str(number))
        commands[host.name] = command_of(host, folder / str(number))
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            taken[name].append(work(command))
    digests = {digest(host, folder / str(number)) for number, host in enumerate(hosts)}
    assert len(digests) == 1, digests  # noqa: S101
    yield "## Hosts and themes: the notice of this repository, 12 locales × 8 pages, cold\n"
    first = next(iter(commands))
    rows = [
        [
            name,
            median(_each(times, 0)),
            ratio(_each(times, 0), _each(taken[first], 0)),
            f"{statistics.median(_each(times, 1)):.2f} s",
            ratio(_each(times, 1), _each(taken[first], 1)),
        ]
        for name, times in taken.items()
    ]
    of_first = f"of {first}"
    yield table(("host and theme", "time", of_first, "processor time", of_first), rows)
    yield f"All of them say the same: `sha256` {digests.pop()[:12]}….\n"
    yield f"{', '.join(sorted({*_versions(hosts)}))}.\n"
    if missing:
        yield f"Not installed, and so not measured: {'; '.join(missing)}.\n"


def _versions(hosts: Sequence[Host]) -> Iterator[str]:
    """What they were built with, as their environments have it installed."""
    for environment in dict.fromkeys(host.environment for host in hosts):
        folders = (ROOT / environment).glob("lib/python*/site-packages")
        for each in distributions(path=[*map(str, folders)]):
            if each.name in ("properdocs", "mkdocs-materialx", "zensical"):
                yield f"{each.name} {each.version}"


def _each(times: Sequence[tuple[float, float]], place: int) -> list[float]:
    return [each[place] for each in times]
