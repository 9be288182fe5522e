"""The structure of the code: arrows run one way, and each library is known by few."""

from __future__ import annotations

import ast
import functools
import graphlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.projects import ROOT

PACKAGE = ROOT / "plugins" / "polynotice"

ORDER = (
    "core",
    "files",
    "html",
    "catalogues",
    "checks",
    "notice",
    "pages",
    "project",
    "verify",
    "mkdocs_host",
)
"""Each package may know those before it, and none behind it."""

ENTRY_POINTS = {"babel_extractors", "cli", "plugin_guard"}
"""They know all, and none of the packages knows them. The command line has a module per command."""

LIBRARIES = {
    "babel": {"core"},
    "click": {"cli", "plugin_guard"},
    "docx": {"project"},
    "jinja2": {"mkdocs_host"},
    "markdown": {"pages", "plugin_guard", ""},
    "markdown_it": {"project"},
    "markupsafe": {"mkdocs_host"},
    "mkdocs": {"mkdocs_host"},
    "msgspec": {"core", "files", "notice", "verify"},
    "pikepdf": {"project", "verify"},
    "playwright": {"mkdocs_host"},
    "openpyxl": {"project"},
    "rapidfuzz": {"catalogues"},
    "rich": {"cli", "mkdocs_host"},
    "selectolax": {"html", "pages", "project", "verify"},
    "tinycss2": {"html"},
    "watchdog": {"mkdocs_host"},
    "yaml": {"files"},
}
"""Every library, with the packages and entry points that may know it."""

DISK = {"io", "logging", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile"}
PURE = {"core", "html", "checks", "pages"}
"""The packages whose functions read and write nothing."""
IMPORTING = (  # what brings documents in, but for the writing of files
    *("alignment", "editions", "into_catalogue"),
    *("accounting", "columns", "csv_reader", "document", "docx_inline", "docx_parts"),
    *("files", "header_words", "heading_words", "headers", "sheets"),
    *("html_inline", "html_reader", "html_tables", "kinds", "markdown_reader", "names", "plan"),
    *("planned", "readers", "runs", "shape", "text_reader", "written"),
)
PURE_ELSEWHERE = {
    "catalogues": {
        "likeness",
        "merge",
        "po_format",
        "po_headers",
        "po_reader",
        "po_usual",
        "untranslated",
    },
    "notice": {
        "as_of",
        "block_source",
        "block_syntax",
        "blocks",
        "columns",
        "digests",
        "export_index",
        "graph",
        "legal_bases",
        "marks",
        "named_bases",
        "notice_form",
        "notice_json",
        "record_mistakes",
        "record_schema",
        "record_texts",
        "release_form",
        "release_text",
        "requirements",
        "settings",
        "tables",
        "words",
    },
    "project": {
        "add_locale",
        "check",
        "coverage",
        "disclosures",
        "exports.addresses",
        "exports.contents",
        "exports.export_files",
        "exports.page_files",
        "exports.zensical",
        "extraction",
        *(f"importing.{name}" for name in IMPORTING),
        "load",
        "message_markdown",
        "missing_disclosures",
        "placeholders",
        "progress",
        *(f"releases.{name}" for name in ("changes", "freezing", "in_force", "issuing")),
        "releases.redline",
        *(
            f"releases.{name}"
            for name in ("archive", "archive_content", "archive_of_locale", "archive_words")
        ),
        "releases.in_site",
        "releases.lagging_pages",
        "releases.unreleased",
        *(f"releases.{name}" for name in ("version", "word_difference", "words")),
        "rendering",
        "speaking",
        "translation_page",
        "unplaced",
        "update",
    },
    "verify": {"built_page", "hidden_parts", "manifest", "page_comparison", "page_content"},
}
"""The modules of other packages that have no file in their hands either."""

CATCHES = {"mkdocs_host.rebuild": {"Exception"}}
"""What stopped a rebuild is shown on the page and in the log, whosever mistake it is."""


def modules() -> dict[str, Path]:
    """Every module by its name below `polynotice`, a package's face by the package's."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        found[name.removesuffix("__init__").rstrip(".")] = path
    return found


MODULES = modules()


@dataclass(frozen=True)
class Code:
    """What these tests ask of a module.

    It is kept in place of the tree: Python looks through that again and again for what may be
    freed, and with 400 of them that took longer than all the rest.
    """

    docstring: str
    imports: frozenset[str]
    names: frozenset[str]
    """What it imports, each name in full: `from polynotice.mkdocs_host import themes`, too."""
    handlers: tuple[tuple[frozenset[str], bool], ...]
    """The exceptions that each handler catches, and whether it does nothing but pass."""


@functools.cache
def code(module: str) -> Code:
    """A module, parsed."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    imports: set[str] = set()
    names: set[str] = set()
    handlers = []
    for node in statements(tree):
        if isinstance(node, ast.Import):
            imports |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide where things are"
            imports.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            caught = frozenset(ast.unparse(kind) if kind else "everything" for kind in kinds)
            handlers.append((caught, all(isinstance(step, ast.Pass) for step in node.body)))
    docstring = ast.get_docstring(tree) or ""
    return Code(docstring, frozenset(imports), frozenset(names | imports), tuple(handlers))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements below a node, at any depth, with handlers and cases; no expression."""
    for place in ("body", "orelse", "finalbody", "handlers", "cases"):
        for each in getattr(node, place, ()):
            yield each
            yield from statements(each)


def imports(module: str) -> frozenset[str]:
    return code(module).imports


def strings(module: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str, bool]]:
    """The strings of a module, if the pattern is anywhere in what it says.

    Of each the line, the text, and whether it stands by itself, as docstrings do. Strings that
    follow one another are one, there as for Python.
    """
    text = MODULES[module].read_text(encoding="utf-8")
    if pattern.search(re.sub(r"""["'](?:\s|\\\n)+[rbfRBF]*["']|\\\n""", "", text)):
        nodes = list(ast.walk(ast.parse(text)))
        alone = {node.value for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value, node in alone


def test_every_module_stands_in_a_package_or_is_an_entry_point() -> None:
    places = {name.split(".")[0] for name in MODULES if "." in name}
    assert places - ENTRY_POINTS == set(ORDER)
    assert {name for name in MODULES if "." not in name} - places | {"cli"} == {"", *ENTRY_POINTS}


def test_arrows_between_packages_run_one_way() -> None:
    known = {
        (module, name.split(".")[1])
        for module in MODULES
        for name in imports(module)
        if name.startswith("polynotice.")
    }
    upwards = [
        f"{module} knows {package}"
        for module, package in known
        if module.split(".")[0] in ORDER
        and (package not in ORDER or ORDER.index(package) > ORDER.index(module.split(".")[0]))
    ]
    assert upwards == []


def test_no_modules_know_each_other_in_a_circle() -> None:
    """Wherever the import stands: one within a function only hides that two are one."""
    known = {
        module: {
            name.removeprefix("polynotice.")
            for name in code(module).names
            if name.removeprefix("polynotice.") in MODULES
        }
        for module in MODULES
    }
    graphlib.TopologicalSorter(known).prepare()  # says which, if there is one


def test_a_library_is_known_only_where_it_may_be() -> None:
    own = sys.stdlib_module_names | {"polynotice"}
    known = {
        (name.split(".")[0], module.split(".")[0])
        for module in MODULES
        for name in imports(module)
        if name.split(".")[0] not in own
    }
    assert {pair for pair in known if pair[1] not in LIBRARIES.get(pair[0], ())} == set()
    assert {library for library, _ in known} == set(LIBRARIES)


def test_one_door_leads_to_the_host() -> None:
    """Both hosts have the same modules: what asks for them elsewhere may get the wrong one's."""
    hosts = {"mkdocs", "properdocs"}
    knowing = {name for name in MODULES if {each.split(".")[0] for each in imports(name)} & hosts}
    assert knowing == {"mkdocs_host.host"}


KNOW_NO_HOST = {
    "host_choice": "says which host is at work, before one is imported",
    "taken_host": "the same",
    "named_words": "reads templates of Jinja",
    "own_templates": "reads templates of Jinja",
    "template_html": "reads templates of Jinja",
    "progress_bar": "is shown while MkDocs is at work, and gives way to its log",
    "search_index": "the form of the search plugin's index",
    "sitemap": "the copy of the sitemap that MkDocs writes",
    "still_templates": "reads templates of Jinja",
    "theme_catalogues": "where themes have their words",
    "theme_markup": "the elements of Material and MaterialX",
    "words_in_extra": "what Material shows of `extra`",
}
"""The modules of the host's package that ask nothing of it, and what keeps each of them there."""


def test_what_knows_no_host_stands_in_another_package() -> None:
    package = "mkdocs_host."
    known = {
        name: {
            f"{package}{each}"
            for found in code(name).names
            if (each := found.removeprefix(f"polynotice.{package}").partition(".")[0])
        }
        for name in MODULES
        if name.startswith(package)
    }
    knowing = {f"{package}host"}
    while more := {name for name, asked in known.items() if asked & knowing} - knowing:
        knowing |= more
    assert {name.removeprefix(package) for name in known.keys() - knowing} == set(KNOW_NO_HOST)


def test_a_theme_is_asked_by_what_it_offers() -> None:
    by_name = re.compile(r"theme\.name (?:==|!=|in) ")
    found = {name for name, path in MODULES.items() if by_name.search(path.read_text("utf-8"))}
    assert found <= THEMES_BY_NAME


THEMES_BY_NAME = {"mkdocs_host.known_hands"}
"""Which themes look at nothing but what they are given has to be known of each."""


def test_what_is_pure_reads_and_writes_nothing() -> None:
    pure = [name for name in MODULES if name.split(".")[0] in PURE]
    pure += [f"{package}.{name}" for package, names in PURE_ELSEWHERE.items() for name in names]
    assert {name: found for name in pure if (found := imports(name) & DISK)} == {}


def test_every_package_says_what_it_is_for_and_where_to_begin() -> None:
    for package in ORDER:
        says = " ".join(code(package).docstring.split())
        assert "May know" in says, package
        begin = says.partition("Begin with `")[2].partition("`")[0]
        assert f"{package}.{begin}" in MODULES, package


def test_nothing_is_swallowed() -> None:
    for module in MODULES:
        for caught, is_passed in code(module).handlers:
            caught -= CATCHES.get(module, set())
            assert not caught & {"everything", "BaseException", "Exception"}, module
            assert not is_passed, module


def test_modules_stay_small() -> None:
    sizes = {name: len(path.read_text().splitlines()) for name, path in MODULES.items()}
    assert {name: size for name, size in sizes.items() if size > 300} == {}


def test_no_group_is_repeated_possessively() -> None:
    """Python below 3.11.5 matches that wrongly (CPython's gh-106052); `(?>(?:…)*)` is right."""
    repeated = re.compile(r"(?<!\\)\)[*+?]\+")
    found = [
        f"{module}:{line}: {text}"
        for module in MODULES
        for line, text, _ in strings(module, repeated)
        if repeated.search(text) and "\n" not in text
    ]
    assert found == []
