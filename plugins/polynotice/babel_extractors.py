"""How Babel finds a notice's messages: the method `polynotice` of `pybabel extract`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from polynotice.core.translation import Message
from polynotice.mkdocs_host import mkdocs_site
from polynotice.mkdocs_host.host import NAME, TITLE, Abort, ConfigurationError, load_config
from polynotice.mkdocs_host.host_choice import CONFIG_FILES
from polynotice.project.check import hindrances
from polynotice.project.load import load_project
from polynotice.project.project import Project

Found = tuple[int, str | None, str | tuple[str, str], list[str]]
"""What Babel takes from an extractor: line, function, its arguments, comments."""

NO_LINE = 0
"""Babel writes a reference with this line as the file alone, as the notice's template has it."""


class _NamedFile(Protocol):
    @property
    def name(self) -> str: ...


def extract(
    fileobj: _NamedFile,
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[Found]:
    """The messages that the file has part in, in the order of the notice.

    Which messages a notice has shows only when it is read as a whole. Babel writes them in the
    order in which it meets them, and meets `mkdocs.yml` first: that file gives them all. A page
    or a file of records gives its own once more, so that Babel adds it to their references.

    The option `config` names the project's configuration if it is not `mkdocs.yml`; it is looked
    for beside the file and in the folders above. Ends the program if there is none, or if the
    project has errors that would cost messages.
    """
    del keywords, comment_tags  # what source code calls and marks; a notice has neither
    path = Path(fileobj.name).resolve()
    config_file = _config_above(path, options.get("config"))
    name = path.relative_to(config_file.parent).as_posix()
    for message in _load(config_file).messages:
        if path == config_file or name in message.paths:
            yield _found(message)


def _found(message: Message) -> Found:
    context, msgid = message.text.context, message.text.msgid
    comments = list(message.comments)
    if context is None:
        return NO_LINE, None, msgid, comments
    return NO_LINE, "pgettext", (context, msgid), comments


def _config_above(path: Path, given: object) -> Path:
    names = [str(given)] if given else CONFIG_FILES[NAME]
    for folder in path.parents:
        for name in names:
            if (folder / name).is_file():
                return folder / name
    raise SystemExit(f"{path}: there is no {names[0]} beside it or in a folder above.")


@lru_cache(maxsize=1)  # Babel asks file by file; one run sees one state of the project
def _load(config_file: Path) -> Project:
    try:
        config = load_config(str(config_file))
    except (ConfigurationError, Abort) as error:
        raise SystemExit(f"{config_file}: {TITLE} cannot use this configuration: {error}") from None
    plugin = config.plugins.get("polynotice")
    if plugin is None:
        raise SystemExit(f"{config_file} does not list the plugin polynotice.")
    loaded = load_project(*mkdocs_site.read_site(config, dict(plugin.config.data), drafts=True))
    if in_the_way := hindrances(loaded):
        raise SystemExit("\n".join([*map(str, in_the_way), "Nothing was extracted."]))
    return loaded
