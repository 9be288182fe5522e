"""The theme's templates: compiled once, and found without a walk through its icons."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from polynotice.mkdocs_host.host import Theme


class QuickTheme(Theme):
    """A theme whose templates are sooner there: the same ones, with the same words."""

    @classmethod
    def of(cls, theme: Theme) -> QuickTheme:
        """The theme, with the same folders and options; itself, if it is such a one."""
        if isinstance(theme, cls):
            return theme
        quick = cls(custom_dir=theme.custom_dir)  # without its name: its files are read already
        quick.name = theme.name
        quick.dirs, quick.static_templates = theme.dirs, theme.static_templates
        quick.update(theme)
        return quick

    def get_env(self) -> Environment:
        """The environment of the theme's templates."""
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        # By their content: a build after the first need not compile them again.
        env.bytecode_cache = FileSystemBytecodeCache()
        return env


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """Every file that MkDocs may copy to the site.

        MkDocs asks for all files of the theme, and then leaves out those below folders whose names
        start with a dot. Of Material's files that is all but a few hundred of fifteen thousand.
        """
        names: set[str] = set()
        for top in self.searchpath:
            for folder, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [each for each in folders if not each.startswith(".")]
                below = Path(folder).relative_to(top)
                names.update((below / each).as_posix() for each in files)
        return sorted(names)
