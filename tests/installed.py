"""What a process finds out about installed packages, kept for a whole run of tests.

MkDocs and Material look it up anew for every configuration that is loaded: half of that time, some
thousand times in a run. What is installed stays the same meanwhile.
"""

from __future__ import annotations

import functools
from types import CodeType

import mkdocs.utils
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.theme import Theme

from polynotice.mkdocs_host import known_hands
from polynotice.verify import third_parties_in_scripts


class _CompiledTemplates(BytecodeCache):
    """Compiled templates by their file and content, and what their environment can do."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str, frozenset[str]], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the code of a template that was compiled before."""
        if code := self._codes.get(_key(bucket)):
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        assert bucket.code is not None
        self._codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[str, str, frozenset[str]]:
    return bucket.key, bucket.checksum, frozenset(bucket.environment.extensions)


def look_up_once() -> None:
    """Keeps themes and compiled templates from now on."""
    themes = functools.cache(mkdocs.utils.get_themes.__wrapped__)
    # MkDocs clears its own cache whenever it has loaded a theme.
    mkdocs.utils.get_themes = functools.lru_cache(maxsize=None)(lambda: themes())
    compiled = _CompiledTemplates()
    environment = Theme.get_env

    def get_env(theme: Theme) -> Environment:
        env = environment(theme)
        env.bytecode_cache = compiled
        return env

    Theme.get_env = get_env  # type: ignore[method-assign]
    # The files of the known themes, and their scripts, which are in every site that is built.
    known_hands.states_of = functools.cache(known_hands.states_of)
    third_parties_in_scripts.may_ask = functools.lru_cache(1000)(third_parties_in_scripts.may_ask)
