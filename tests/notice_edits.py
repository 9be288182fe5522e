"""Random edits of a small notice: of every kind of file that a build reads."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

LOCALES = ("de", "fr", "ar")
WORDS = ("calls", "chats", "letters", "orders", "visits", "photos", "parcels", "bills", "claims")

CONFIG: dict[str, Any] = {
    "site_name": "Notice",
    "site_url": "https://notice.example/",
    "theme": {"name": "material", "font": False, "custom_dir": "overrides", "features": []},
    "plugins": [
        "search",
        {"polynotice": {"locales": ["en", *LOCALES], "untranslated": "fallback"}},
    ],
    "markdown_extensions": [
        "abbr",
        "admonition",
        "attr_list",
        "footnotes",
        "tables",
        {"toc": {"permalink": True}},
        {"pymdownx.snippets": {"base_path": ["snippets"]}},
    ],
    "extra_css": ["extra.css"],
    "extra": {"generator": False},
    "hooks": ["hooks.py"],
}

FILES = {
    "mkdocs.yml": yaml.safe_dump(CONFIG, sort_keys=False),
    "hooks.py": "def on_config(config):\n    return config\n",
    "overrides/main.html": (
        '{% extends "base.html" %}\n'
        '{% block announce %}{{ _("We keep your data safe.") }}{% include "note.html" %}'
        "{% endblock %}\n"
    ),
    "overrides/note.html": '<i translate="no">note</i>\n',
    "overrides/.icons/own/sign.svg": '<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n',
    "docs/extra.css": ".note { color: #123; }\n",
    "snippets/shared.md": (
        "Shared words of all pages, with the [office][office].\n\n"
        "[office]: https://office.example/a\n\n*[GDPR]: General Data Protection Regulation\n"
    ),
    "docs/index.md": (
        "# Privacy notice\n\nWhat we do with your data by the GDPR and the [law][law].[^1]\n\n"
        "[law]: https://law.example/one\n[^1]: A note below the page.\n\n"
        "::: purposes\n    section: care\n\n"
        '--8<-- "shared.md"\n'
    ),
    "docs/rights.md": (
        "---\ntitle: Your rights\ndescription: What you can ask for.\n---\n\n# Rights\n\n"
        "Ask us, see [the notice](index.md) and [your data](more/data.md#your-data).\n\n"
        "## Where\n\nAt the desk.\n"
    ),
    "docs/more/data.md": (
        "# Your data\n\n::: data-index\n\n## More\n\nSee [rights](../rights.md).\n"
    ),
    "docs/orders.md": "# Orders\n\n::: purposes\n    section: shop\n",
    "notice_data/care.yml": (
        "section: care\ntitle: Care\npurposes:\n"
        "  - id: calls\n    title: Calls\n    purpose: Calls are recorded for 30 days.\n"
        "    personal_data: Recordings of calls, **always**.\n    data: [recordings]\n"
        "  - id: chat\n    title: Chat\n    purpose: Chats are read by [us](https://us.example/).\n"
        "    personal_data: Messages.\n    data: [messages, recordings]\n"
    ),
    "notice_data/shop.yml": (
        "section: shop\ntitle: Shop\npurposes:\n"
        "  - id: order\n    title: Orders\n    purpose: Orders are sent.\n"
        "    personal_data: Addresses.\n    data: [addresses]\n"
    ),
    "notice_data/data.yml": (
        "data_categories:\n  - {id: recordings, name: Recordings}\n"
        "  - {id: messages, name: Chat messages}\n"
        "  - {id: addresses, name: Addresses, special: true}\n"
    ),
    "locales/de/glossary.yml": "orders:\n  use: [Orders, orders]\n",
    "locales/fr/links.yml": "https://us.example/:\n  https://us.example/fr\n",
}
"""The notice that the edits start from, without its catalogues."""


class Edits:
    """Edits a project, one at a time, by the numbers that `numbers` draws."""

    def __init__(self, folder: Path, numbers: random.Random) -> None:
        self.folder = folder
        self.numbers = numbers
        self._before: dict[str, list[tuple[str, int]]] = {}
        """Earlier texts of each file, with when it was changed."""
        self._last: dict[Path, tuple[bytes, int]] = {}
        """Every file before the last edit."""

    def one(self) -> str:
        """Makes one edit, and says which."""
        self._last = self._state()
        while True:
            kind = self.numbers.choices(KINDS, [weight for _, weight in WEIGHTS])[0]
            said = kind(self)
            if said:
                return f"{kind.__name__}: {said}"

    def undo(self) -> str:
        """Takes the last edit back, with the old time stamps, as git may."""
        now = self._state()
        for path in now.keys() - self._last.keys():
            path.unlink()
        for path, (data, changed) in self._last.items():
            if now.get(path) != (data, changed):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                os.utime(path, ns=(changed, changed))
        return "undone"

    def _state(self) -> dict[Path, tuple[bytes, int]]:
        """Every file of the project, with when it was changed."""
        found = {}
        for path in self.folder.rglob("*"):
            if path.relative_to(self.folder).parts[0] not in (".cache", "site") and path.is_file():
                found[path] = (path.read_bytes(), path.stat().st_mtime_ns)
        return found

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        if path.exists():
            kept = (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns)
            self._before.setdefault(name, []).append(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def names(self, pattern: str) -> list[str]:
        found = self.folder.glob(pattern)
        return sorted(path.relative_to(self.folder).as_posix() for path in found if path.is_file())

    def pick(self, pattern: str) -> str | None:
        names = self.names(pattern)
        return self.numbers.choice(names) if names else None

    def word(self) -> str:
        return f"{self.numbers.choice(WORDS)} {self.numbers.randrange(10)}"

    def change_config(self, change: Callable[[dict[str, Any]], object]) -> str:
        config = yaml.safe_load(self.read("mkdocs.yml"))
        said = change(config)
        self.write("mkdocs.yml", yaml.safe_dump(config, sort_keys=False, allow_unicode=True))
        return json.dumps(said, default=str)

    # Each of the following makes an edit, and says what it was; or says nothing, and makes none.

    def word_anywhere(self) -> str | None:
        """Another word in a text of a page, record, snippet or template."""
        pattern = self.numbers.choice(
            ("docs/**/*.md", "notice_data/*.yml", "snippets/*.md", "overrides/*.html")
        )
        name = self.pick(pattern)
        if name is None:
            return None
        text = self.read(name)
        places = list(re.finditer(r"\b(?:data|sent|read|desk|keep|Shared|More|All|note)\b", text))
        if not places:
            return None
        place = self.numbers.choice(places)
        new = self.numbers.choice(("data", "sent", "read", "desk", "keep", "More"))
        return self.write(name, text[: place.start()] + new + text[place.end() :])

    def record(self) -> str | None:
        """A record changed, added, removed, moved, or renamed."""
        name = self.numbers.choice(("notice_data/care.yml", "notice_data/shop.yml"))
        other = "notice_data/shop.yml" if "care" in name else "notice_data/care.yml"
        data, elsewhere = yaml.safe_load(self.read(name)), yaml.safe_load(self.read(other))
        records = data["purposes"]
        record = self.numbers.choice(records)
        what = self.numbers.choice(("change", "add", "remove", "move", "rename", "order", "data"))
        if what == "change":
            field = self.numbers.choice(("title", "purpose", "personal_data"))
            record[field] = f"{self.word().capitalize()} are kept."
        elif what == "add":
            number = self.numbers.randrange(100, 999)
            text = {"purpose": f"{self.word()}.", "personal_data": f"{self.word()}."}
            records.append({"id": f"new-{number}", "title": f"New {number}", **text, "data": []})
            records[-1]["data"] = ["messages"]
        elif what == "remove" and len(records) > 1:
            records.remove(record)
        elif what == "move" and len(records) > 1:
            records.remove(record)
            elsewhere["purposes"].append(record)
            self.write(other, yaml.safe_dump(elsewhere, sort_keys=False))
        elif what == "rename":
            record["id"] = f"id-{self.numbers.randrange(100, 999)}"
        elif what == "order":
            records.reverse()
        else:
            kinds = ["recordings", "messages", "addresses"]
            record["data"] = self.numbers.sample(kinds, self.numbers.randrange(1, 3))
        return f"{what} {self.write(name, yaml.safe_dump(data, sort_keys=False))}"

    def category(self) -> str:
        """A kind of data, renamed or made special."""
        name = "notice_data/data.yml"
        data = yaml.safe_load(self.read(name))
        kind = self.numbers.choice(data["data_categories"])
        if self.numbers.random() < 0.5:
            kind["name"] = self.word().capitalize()
        else:
            kind["special"] = not kind.get("special")
        return self.write(name, yaml.safe_dump(data, sort_keys=False))

    def catalogue(self) -> str | None:
        """An entry translated otherwise, emptied, marked as fuzzy, or with a remark."""
        name = self.pick("locales/*/LC_MESSAGES/notice.po")
        if name is None:
            return None
        text = self.read(name)
        entries = list(re.finditer(r'(?m)^((?:#.*\n)*)(msgctxt .*\n)?msgid "(.+)"\n', text))
        if not entries:
            return None
        entry = self.numbers.choice(entries)
        end = text.find("\n\n", entry.end())
        end = len(text) if end < 0 else end
        said = re.search(r'msgstr ((?:".*"\n?)+)', text[entry.end() : end])
        if said is None:
            return None
        start, stop = entry.end() + said.start(1), entry.end() + said.end(1)
        what = self.numbers.choice(("other", "other", "empty", "fuzzy", "waive", "wrong", "link"))
        new = text[start:stop]
        if what in ("other", "wrong"):
            new = f'"{self.word().upper() if what == "other" else entry[3]} {entry[3]}"\n'
        elif what == "empty":
            new = '""\n'
        elif what == "link":
            new = f'"{entry[3]} [x](https://evil.example/)"\n'
        changed = text[:start] + new + text[stop:]
        head = {"fuzzy": "#, fuzzy\n", "waive": "# polynotice: ignore ending\n"}.get(what, "")
        at = entry.start() if what == "waive" else entry.end(1)
        self.write(name, changed[:at] + head + changed[at:])
        return f"{what} {name} {entry[3][:30]}"

    def glossary_or_links(self) -> str:
        """Another term or address that translations must use; or none."""
        if self.numbers.random() < 0.5:
            return self.write("locales/de/glossary.yml", f"{self.word()}:\n  use: {self.word()}\n")
        to = self.numbers.choice(("fr", "de", "other"))
        links = f"https://us.example/:\n  https://us.example/{to}\n"
        return self.write("locales/fr/links.yml", links)

    def page(self) -> str | None:
        """A page with a part more, or less."""
        name = self.pick("docs/**/*.md")
        parts = (
            "## Part {0}\n\nWords of {0}.",
            "!!! note\n    A note of {0}.",
            "- one {0}\n- two",
            "Text with `code` of {0}. {{: .x }}",
            "```\ncode {0}\n```",
            "See [orders](orders.md#{0}).",
            "*[GDPR]: The {0}",
            "[office]: https://{1}.example/b",
            "| a | b |\n|---|---|\n| {0} | d |",
            "More.[^2]\n\n[^2]: A note of {0}.",
            '--8<-- "shared.md"',
            '--8<-- "missing.md"',
            "The [office][office] of {0}.",
            "![Sign of {0}](extra.css)",
        )
        if name is None:
            return None
        text = self.read(name)
        if self.numbers.random() < 0.35:
            pieces = text.rstrip().split("\n\n")
            if len(pieces) < 3:
                return None
            pieces.pop(self.numbers.randrange(1, len(pieces)))
            return "less of " + self.write(name, "\n\n".join(pieces) + "\n")
        word = self.word()
        part = self.numbers.choice(parts).format(word, word.replace(" ", "-"))
        return f"{part!r} in " + self.write(name, f"{text.rstrip()}\n\n{part}\n")

    def files(self) -> str | None:
        """A page added, moved, or removed."""
        what = self.numbers.choice(("add", "move", "remove", "asset"))
        name = self.pick("docs/**/*.md")
        if what == "asset":
            asset = self.folder / "docs/file.txt"
            if asset.exists():
                asset.unlink()
                return "asset removed"
            return self.write("docs/file.txt", self.word())
        if what == "add":
            number = self.numbers.randrange(5)
            word = self.word()
            return self.write(f"docs/more/new-{number}.md", f"# New {number}\n\nOn {word}.\n")
        if name is None or name == "docs/index.md":
            return None
        text = self.read(name)
        self.write(name, text)
        (self.folder / name).unlink()
        if what == "remove":
            return f"removed {name}"
        return f"{name} to " + self.write(f"docs/moved/{Path(name).name}", text)

    def snippet(self) -> str:
        """What a snippet defines, and what it says."""
        number = self.numbers.randrange(5)
        return self.write(
            "snippets/shared.md",
            f"Shared words, {self.word()}, with the [office][office].\n\n"
            f"[office]: https://office.example/{number}\n\n*[GDPR]: Regulation {number}\n",
        )

    def definitions(self) -> str:
        """What a snippet defines, and nothing that it says."""
        number = self.numbers.randrange(5)
        text = re.sub(r"office\.example/\w+", f"office.example/{number}", self.read(SNIPPET))
        return self.write(SNIPPET, text)

    def template(self) -> str:
        """A template of the project's own, its style, or its sign."""
        number = self.numbers.randrange(10)
        what = self.numbers.choice(("main", "note", "other", "css", "icon", "footer"))
        if what == "css":
            return self.write("docs/extra.css", f".note {{ color: #12{number}; }}\n")
        if what == "icon":
            svg = f'<svg viewBox="0 0 9 9"><path d="M{number} 0h9v9z"/></svg>\n'
            return self.write("overrides/.icons/own/sign.svg", svg)
        if what == "note":
            return self.write("overrides/note.html", f'<i translate="no">not{number}</i>\n')
        if what == "footer":
            text = f'<footer translate="no">f{number} {{{{ page.title }}}}</footer>\n'
            return self.write("overrides/partials/copyright.html", text)
        if what == "other":
            inner = self.numbers.choice(OTHER_TEMPLATES)
        else:
            inner = f'{{{{ _("We keep it {self.word()}.") }}}}'
        text = f'{{% extends "base.html" %}}\n{{% block announce %}}{inner}{{% endblock %}}\n'
        return self.write("overrides/main.html", text) + " " + inner

    def hook(self) -> str:
        """Another hook: one of those that touch content, templates, settings, or nothing."""
        event, text = self.numbers.choice(HOOKS)
        self.write("hooks.py", text.replace("NUMBER", str(self.numbers.randrange(5))))
        return event

    def option(self) -> str:
        """An option of `mkdocs.yml`."""

        def change(config: dict[str, Any]) -> object:
            theme, numbers = config["theme"], self.numbers
            name, values = numbers.choice(OPTIONS)
            value = numbers.choice(values)
            if name == "theme":
                theme.update(value)
            elif name == "own":
                own = next(one for one in config["plugins"] if "polynotice" in one)
                own["polynotice"].update(value)
            elif name == "plugins":
                rest = [one for one in config["plugins"] if "polynotice" in one]
                config["plugins"] = [*value, *rest]
            elif name == "extensions":
                kept = [
                    one
                    for one in config["markdown_extensions"]
                    if _name_of(one) not in map(_name_of, value)
                ]
                config["markdown_extensions"] = [*kept, *value]
            elif name == "no extension" and config["markdown_extensions"]:
                config["markdown_extensions"].pop(
                    numbers.randrange(len(config["markdown_extensions"]))
                )
            elif value is None:
                config.pop(name, None)
            else:
                config[name] = value
            return name, value

        return self.change_config(change)

    def nav(self) -> str | None:
        """Titles and order of the navigation."""
        pages = [name.removeprefix("docs/") for name in self.names("docs/**/*.md")]

        def change(config: dict[str, Any]) -> object:
            if self.numbers.random() < 0.3:
                return config.pop("nav", None)
            self.numbers.shuffle(pages)
            items = [{self.word(): page} if self.numbers.random() < 0.6 else page for page in pages]
            middle = self.numbers.randrange(len(items) + 1)
            config["nav"] = [
                *items[:middle],
                *([{self.word(): items[middle:]}] * (middle < len(items))),
            ]
            return config["nav"]

        return self.change_config(change)

    def branch(self) -> str | None:
        """A file as it was before, with its old time stamp."""
        if not self._before:
            return None
        name = self.numbers.choice(sorted(self._before))
        text, changed = self.numbers.choice(self._before[name])
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(changed, changed))
        return name

    def same_stamp(self) -> str | None:
        """Another text of the same length, with the same time stamp."""
        name = self.pick("overrides/*.html") or ""
        text = self.read(name) if name else ""
        new = re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), text)
        if new == text:
            return None
        changed = (self.folder / name).stat().st_mtime_ns
        self.write(name, new)
        os.utime(self.folder / name, ns=(changed, changed))
        return name

    def memory(self) -> str | None:
        """The memory damaged, cut off, gone, or locked."""
        drawers = sorted((self.folder / ".cache").rglob("*.msgpack"))
        if not drawers:
            return None
        path = self.numbers.choice(drawers)
        what = self.numbers.choice(
            ("damaged", "cut", "gone", "swapped", "foreign", "folder", "all")
        )
        data = path.read_bytes()
        if what == "damaged":
            place = self.numbers.randrange(len(data))
            path.write_bytes(data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :])
        elif what == "cut":
            path.write_bytes(data[: self.numbers.randrange(len(data))])
        elif what == "gone":
            path.unlink()
        elif what == "swapped":
            path.write_bytes(self.numbers.choice(drawers).read_bytes())
        elif what == "foreign":
            path.write_bytes(b"\x00" * 16 + data[16:])
        elif what == "folder":
            path.unlink()
            path.mkdir()
        else:
            for each in drawers:
                each.unlink() if each.is_file() else each.rmdir()
        return f"{what} {path.name}"


SNIPPET = "snippets/shared.md"

OTHER_TEMPLATES = (
    '<b translate="no">{{ config.plugins.polynotice.config.columns }}</b>',
    '<b translate="no">{{ config.mdx_configs }}</b>',
    '<b translate="no">{% for p in nav.pages %}{{ p.content | length }} {% endfor %}</b>',
    '<b translate="no">{{ page.markdown | length }}</b>',
    '<b translate="no">{% for f in pages %}{{ f.src_uri }} {% endfor %}</b>',
    '<b translate="no">{{ page.file.content_string | length }}</b>',
    '<b translate="no">{% if page.next_page %}{{ page.next_page.toc | length }}{% endif %}</b>',
    "{% include '.icons/own/sign.svg' %}",
    '<b translate="no">{{ config.nav }}</b>',
    '<b translate="no">{{ page.meta }}</b>',
    '{% for a in notice.alternates %}<b translate="no">{{ a.url }}</b>{% endfor %}',
)

HOOKS = (
    ("none", "def on_config(config):\n    return config\n"),
    (
        "content",
        "def on_page_content(html, page, config, files):\n"
        "    return html + '<hr class=\"nNUMBER\">'\n",
    ),
    (
        "markdown",
        "def on_page_markdown(markdown, page, config, files):\n"
        "    return markdown + '\\n\\n---\\n' * NUMBER\n",
    ),
    (
        "context",
        "def on_page_context(context, page, config, nav):\n"
        "    page.meta['hide'] = ['toc'] if NUMBER % 2 else []\n",
    ),
    (
        "env",
        "def on_env(env, config, files):\n    env.filters['tojson'] = lambda value, *_: 'NUMBER'\n",
    ),
    (
        "late options",
        "import mkdocs.plugins\n\n\n@mkdocs.plugins.event_priority(-200)\n"
        "def on_config(config):\n"
        "    config.mdx_configs = {**config.mdx_configs, 'toc': {'permalink': 'NUMBER' > '2'}}\n"
        "    return config\n",
    ),
    (
        "early options",
        "def on_config(config):\n"
        "    config.extra['version'] = {'provider': 'mNUMBER'}\n    return config\n",
    ),
    (
        "output",
        "def on_post_page(output, page, config):\n"
        "    return output.replace('</body>', '<!-- NUMBER --></body>')\n",
    ),
    (
        "nav",
        "def on_nav(nav, config, files):\n"
        "    nav.items.sort(key=lambda item: str(item.title), reverse=NUMBER > 2)\n",
    ),
    (
        "toc",
        "def on_page_content(html, page, config, files):\n"
        "    page.toc.items[:] = page.toc.items[:NUMBER]\n",
    ),
)
"""Hooks by what they touch."""

OPTIONS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("site_name", ("Notice", "Another notice")),
    ("site_url", ("https://notice.example/", "https://other.example/sub/", None)),
    ("use_directory_urls", (True, False)),
    ("copyright", (None, "All rights", "<b>All</b> rights")),
    ("repo_url", (None, "https://github.com/x/y")),
    ("extra", ({"generator": False}, {"generator": False, "homepage": "https://x.example/"})),
    ("extra_css", (["extra.css"], [])),
    ("theme", ({"features": []}, {"features": ["navigation.tabs", "navigation.footer"]})),
    ("theme", ({"features": ["navigation.indexes", "toc.integrate", "content.tooltips"]},)),
    ("theme", ({"palette": {"primary": "teal"}}, {"palette": {"scheme": "slate"}})),
    (
        "theme",
        (
            {"palette": [{"scheme": "default", "toggle": {"icon": "own/sign", "name": "Dark"}}]},
            {"icon": {"logo": "own/sign"}},
        ),
    ),
    ("theme", ({"name": "material"}, {"name": "mkdocs"}, {"name": "readthedocs"})),
    ("theme", ({"name": "material"},)),
    (
        "own",
        ({"columns": ["purpose"]}, {"columns": ["personal_data", "purpose"]}, {"columns": None}),
    ),
    ("own", ({"words": {"purpose": "Why"}}, {"words": {"not_found": "Nothing here"}})),
    ("own", ({"words": None},)),
    ("own", ({"reader": {"row_links": False, "filter": False}}, {"reader": {"data_tags": False}})),
    ("own", ({"reader": {"language_offer": False}}, {"reader": None})),
    ("own", ({"extra_columns": {"basis": "Legal basis"}}, {"extra_columns": None})),
    ("own", ({"locales": ["en", "de", "fr", "ar"]}, {"locales": ["en", "ar", "de"]})),
    ("own", ({"locales": ["en", {"de": {"publish": False}}, "fr", "ar"]},)),
    (
        "own",
        ({"untranslated": "error"}, {"untranslated": "fallback"}, {"untranslated": "fallback"}),
    ),
    ("plugins", (["search"], [], [{"search": {"lang": ["en", "de"]}}], ["search", "tags"])),
    ("plugins", (["search", "meta"], [{"search": {"separator": "[s]"}}])),
    ("extensions", (["smarty"], ["md_in_html"], ["def_list"], ["sane_lists"])),
    (
        "extensions",
        ([{"toc": {"permalink": False}}], [{"toc": {"permalink": "#", "title": "On it"}}]),
    ),
    ("extensions", ([{"toc": {"toc_depth": 1}}], [{"toc": {"baselevel": 2}}])),
    ("extensions", (["pymdownx.superfences"], [{"pymdownx.highlight": {"linenums": True}}])),
    ("extensions", ([{"footnotes": {"BACKLINK_TEXT": "^"}}], ["footnotes"], ["abbr"], ["tables"])),
    ("extensions", ([{"pymdownx.snippets": {"base_path": ["snippets"]}}],)),
    (
        "extensions",
        ([{"pymdownx.snippets": {"base_path": ["snippets"], "auto_append": ["shared.md"]}}],),
    ),
    ("no extension", (None,)),
    ("validation", (None, {"links": {"not_found": "info"}}, {"links": {"anchors": "warn"}})),
    ("exclude_docs", (None, "more/new-*.md")),
    ("not_in_nav", (None, "more/*.md")),
    ("draft_docs", (None, "more/new-1.md")),
    ("strict", (False, False)),
)
"""Options of `mkdocs.yml` with values for each; `own` are the plugin's."""


def _name_of(extension: object) -> str:
    return next(iter(extension)) if isinstance(extension, dict) else str(extension)


WEIGHTS: tuple[tuple[Callable[[Edits], str | None], int], ...] = (
    (Edits.word_anywhere, 4),
    (Edits.record, 6),
    (Edits.category, 2),
    (Edits.catalogue, 8),
    (Edits.glossary_or_links, 2),
    (Edits.page, 8),
    (Edits.files, 4),
    (Edits.snippet, 2),
    (Edits.definitions, 2),
    (Edits.template, 5),
    (Edits.hook, 5),
    (Edits.option, 12),
    (Edits.nav, 3),
    (Edits.branch, 5),
    (Edits.same_stamp, 2),
    (Edits.memory, 3),
)
KINDS = [kind for kind, _ in WEIGHTS]
