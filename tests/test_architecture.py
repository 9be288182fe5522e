"""The rooms of the code: dependencies point downwards, and each library has one door."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "plugins" / "polynotice"

LAYERS = {
    "core": {
        "model", "problems", "translation", "tables", "blocks", "block_syntax", "po_format",
        "manifest", "merge", "plain_text", "preview", "pseudo", "notice_json", "proof",
        "style_rules", "catalogue_checks", "waiting", "waivers", "checks", "checks.pair",
        "checks.markup", "checks.addresses", "checks.elements", "checks.invisible",
        "checks.numbers", "checks.safety", "checks.wording", "checks.consistency",
        "checks.glossary", "checks.punctuation", "checks.quoting", "checks.link_map",
        "checks.sentences", "checks.terms", "",
    },
    "sources": {
        "yaml_source", "record_forms", "records", "block_source", "locales", "settings",
        "po_files", "po_headers", "likeness", "rendering", "table_elements", "markdown_ext",
        "html_elements", "html_text", "leaks", "glossaries", "link_maps", "locale_files",
        "mkdocs_site", "built_page", "built_site", "publication", "watching", "serving",
        "failures", "locale_pages", "search_index", "theme_templates", "git_history",
        "text_files", "starter", "content_security", "third_parties", "manifest_forms",
        "provenance", "sitemap",
    },
    "use cases": {
        "project", "progress", "verification", "build",
    },
    "entry points": {
        "babel_extractors", "cli", "mkdocs_plugin", "status_table",
    },
}  # fmt: skip
ORDER = list(LAYERS)

DOORS = {
    "babel": {"locales"},
    "click": {"cli"},
    "jinja2": {"build", "mkdocs_plugin", "theme_templates"},
    "markdown": {"markdown_ext", "mkdocs_site"},
    "markupsafe": {"locale_pages"},
    "mkdocs": {
        "publication",
        "watching",
        "serving",
        "failures",
        "third_parties",
        "mkdocs_site",
        "locale_pages",
        "build",
        "mkdocs_plugin",
        "cli",
        "babel_extractors",
        "theme_templates",
    },
    "msgspec": {"manifest_forms", "record_forms"},
    "rapidfuzz": {"likeness"},
    "rich": {"status_table"},
    "selectolax": {
        "html_elements",
        "built_page",
        "html_text",
        "leaks",
        "built_site",
        "content_security",
    },
    "watchdog": {"watching"},
    "yaml": {"yaml_source"},
}
"""Every library, with the modules that may know it."""


def modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        found[name.removesuffix("__init__").rstrip(".")] = path
    return found


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports hide where things are"
            names |= (
                {node.module or ""}
                if node.module != "polynotice"
                else {
                    f"polynotice.{alias.name}"
                    for alias in node.names
                    if alias.name != "__version__"
                }
            )
    return names


def layer_of(module: str) -> int:
    return next(n for n, layer in enumerate(ORDER) if module in LAYERS[layer])


def test_every_module_has_a_layer_and_every_layer_its_modules() -> None:
    assert set(modules()) == set().union(*LAYERS.values())


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_module_depends_on_its_own_layer_and_those_below(module: str) -> None:
    inner = {
        name.removeprefix("polynotice").lstrip(".")
        for name in imports(modules()[module])
        if name.split(".")[0] == "polynotice"
    }
    assert [name for name in inner if layer_of(name) > layer_of(module)] == []


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_library_is_known_only_behind_its_door(module: str) -> None:
    outer = {name.split(".")[0] for name in imports(modules()[module])}
    libraries = {name for name in outer if name not in sys.stdlib_module_names | {"polynotice"}}
    assert {name for name in libraries if module not in DOORS[name]} == set()


@pytest.mark.parametrize("module", sorted(LAYERS["core"] - {""}))
def test_the_core_reads_and_writes_nothing(module: str) -> None:
    forbidden = {"pathlib", "os", "io", "logging", "subprocess", "tempfile", "shutil", "socket"}
    assert imports(modules()[module]) & forbidden == set()


CATCHES = {"serving": {"Exception"}}
"""What stopped a rebuild is shown on the page and in the log, whosever mistake it is."""


@pytest.mark.parametrize("module", sorted(modules()))
def test_nothing_is_swallowed(module: str) -> None:
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            caught = {ast.unparse(kind) if kind else "everything" for kind in kinds}
            caught -= CATCHES.get(module, set())
            assert not caught & {"everything", "BaseException", "Exception"}
            assert not all(isinstance(step, ast.Pass) for step in node.body)


def test_modules_stay_small() -> None:
    sizes = {name: len(path.read_text().splitlines()) for name, path in modules().items()}
    assert {name: size for name, size in sizes.items() if size > 450} == {}
