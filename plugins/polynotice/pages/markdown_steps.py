"""Who has a hand in what becomes of the texts of a page."""

from __future__ import annotations

from markdown import Markdown


def makers_of_steps(md: Markdown) -> set[str]:
    """The packages that the steps come from which a text goes through within its block."""
    steps = [*md.inlinePatterns, *md.treeprocessors]
    return {type(step).__module__.split(".")[0] for step in steps}


def makers_of_all_steps(md: Markdown) -> set[str]:
    """The packages that the steps come from which a page goes through."""
    steps = [*md.preprocessors, *md.parser.blockprocessors, *md.postprocessors]
    return makers_of_steps(md) | {type(step).__module__.split(".")[0] for step in steps}
