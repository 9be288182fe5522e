"""Whether a project says what its documents said: each text is looked up where it went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from polynotice.core.model import Text
from polynotice.html.visible_text import squeezed
from polynotice.project.importing.document import Left, lines_of
from polynotice.project.importing.markdown_reader import read_markdown_document
from polynotice.project.importing.planned import Plan, Way
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Account:
    """What was taken of the documents, and what was not."""

    taken: int
    left: tuple[Left, ...]

    @property
    def cells(self) -> int:
        """The number of cells and paragraphs that the documents have."""
        return self.taken + len(self.left)


def account(plan: Plan, project: Project, pages: Mapping[str, str]) -> Account:
    """Looks each text of the plan up in the project that was written.

    `pages` are the paths below `docs/` of the plan's pages as they were written. What is not there
    in the same words is among what was left.
    """
    said: dict[str, list[str]] = {}
    ways: list[Way] = []
    lost: list[Left] = []
    for way in plan.ways:
        if way.to not in said:
            said[way.to] = list(_said(project, way.to, pages))
        if _is_among(way, said[way.to]):
            ways.append(way)
        else:
            why = f"does not come back in the same words from {way.to}"
            lost.append(Left(path=way.path, place=way.place, text=way.text, why=why))
    left = (*plan.left, *lost)
    return Account(taken=len({(way.path, way.place) for way in ways}), left=left)


def _is_among(way: Way, texts: Collection[str]) -> bool:
    """Whether the text is one of those; the lines of a cell may stand in one behind each other."""
    if way.to.startswith("page "):
        return way.text in texts
    return way.to.startswith("header ") or way.text in "\n".join(texts)


def _said(project: Project, to: str, pages: Mapping[str, str]) -> Iterable[str]:
    """What a reader sees there."""
    kind, _, rest = to.partition(" ")
    if kind == "page":
        uri = pages[rest]
        seen = [_seen(project, text) for text in project.texts_of(uri)]
        return [*seen, *_signs(project, uri)]
    record_id, _, name = rest.partition(" ")
    purpose = project.notice.purpose(record_id)
    if purpose is None:
        return []
    if name == "title":
        return [_seen(project, purpose.title)] if purpose.title else []
    value = purpose.fields.get(name)
    return [_seen(project, text) for text in value.texts] if value else []


def _signs(project: Project, uri: str) -> Iterable[str]:
    """What of a page has no words, such as a dash in a cell: no message is made of it."""
    for page in project.site.pages:
        if page.uri == uri:
            for block in read_markdown_document(page.body, uri).blocks:
                texts = (line.text for line in lines_of(block))
                yield from (text for text in texts if not any(sign.isalnum() for sign in text))


def _seen(project: Project, text: Text) -> str:
    page = next(iter(project.markdown.said_on.get(text.key, ())), "")
    return squeezed(project.markdown.seen(text.msgid, page).text)
