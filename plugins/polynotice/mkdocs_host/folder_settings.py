"""What Material's `meta` plugin sets for the pages of a folder, as its files say (`.meta.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.host import File, Files, MkDocsConfig, PluginError


class FolderSettings:
    """Asks the plugin itself, which decides what holds for which page."""

    def __init__(self, config: MkDocsConfig, files: Files, folder: str) -> None:
        self.problems: list[Problem] = []
        self._config = config
        self._files = files
        self._folder = folder
        plugin: Any = themes.plugin_of_theme(config, "meta")
        self._plugin = plugin if plugin is not None and plugin.config.enabled else None
        if self._plugin is not None:
            try:
                self._plugin.on_files(files, config=config)
            except PluginError as error:
                self._plugin = None
                self._note(error)

    def of(self, file: File, own: Mapping[str, Any]) -> Mapping[str, Any]:
        """The settings of a page, whose own front matter is `own`."""
        if self._plugin is None:
            return own
        page = SimpleNamespace(file=file, meta=dict[str, Any](own))
        try:
            self._plugin.on_page_markdown("", page=page, config=self._config, files=self._files)
        except PluginError as error:
            self._note(error)
            return own
        settings: Mapping[str, Any] = page.meta
        return settings

    def place_of(self, name: str, value: str) -> Span | None:
        """Where a setting was written, if a file of the plugin gives it that value."""
        for path, settings in () if self._plugin is None else self._plugin.meta.items():
            if isinstance(settings, dict) and settings.get(name) == value:
                file = self._files.get_file_from_path(path)
                lines = file.content_string.split("\n") if file else []
                numbers = (
                    n for n, line in enumerate(lines, start=1) if line.startswith(f"{name}:")
                )
                return Span((Path(self._folder) / path).as_posix(), next(numbers, 1))
        return None

    def _note(self, error: PluginError) -> None:
        self.problems.append(
            Problem(
                code="unreadable-page",
                span=Span(Path(self._config.config_file_path).name),
                message=f"The plugin meta fails: {' '.join(str(error).split()).rstrip('.')}.",
                hint="Correct the file that it names.",
            )
        )
