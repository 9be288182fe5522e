"""The texts of a Word paragraph, with what stands within them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from polynotice.project.importing.docx_parts import Styles, W, is_on
from polynotice.project.importing.link_addresses import can_stand, is_broken
from polynotice.project.importing.runs import Run

BREAK = "\n"
"""Stands in a run for a new line."""

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {
    "tab": " ", "ptab": " ", "cr": BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
_WITHIN = frozenset({"smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo"})
_READING = f"{W}rt//{W}t"


@dataclass(frozen=True, kw_only=True)
class ParagraphContent:
    """What a paragraph has: its runs, and what is beside them."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    """The contents of text boxes that hang on it."""
    left: list[tuple[str, str]] = field(default_factory=list)
    """Texts that are not taken, each with the reason."""


@dataclass(kw_only=True)
class Inline:
    """Reads paragraphs; notes are numbered in the order in which texts point to them."""

    styles: Styles
    targets: Mapping[str, str]
    """Addresses by the ids of their relations."""
    tracked: str | None
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    """The number of each note, by its kind and id."""

    def read(self, paragraph: Any) -> ParagraphContent:
        """What the paragraph has."""
        content = ParagraphContent()
        self._field: list[str] = []
        self._instructions = ""
        self._in_instructions = False
        self._readings: list[str] = []
        self._walk(paragraph, content, "")
        if self._readings:
            content.left.append((" ".join(self._readings), "is the reading above words (ruby)"))
        return content

    def is_taken(self, name: str) -> bool:
        """Whether what a tracked change holds is taken."""
        is_new = name in ("ins", "moveTo")
        return is_new == (self.tracked != "reject")

    def _walk(self, element: Any, content: ParagraphContent, link: str) -> None:
        for child in element:
            name = local(child)
            if name == "r":
                self._run(child, content, link)
            elif name == "hyperlink":
                self._walk(child, content, self._target(child, content))
            elif name in ("ins", "del", "moveFrom", "moveTo"):
                if self.is_taken(name):
                    self._walk(child, content, link)
            elif name == "sdt":
                self._control(child, content, link)
            elif name in _WITHIN:
                self._walk(child, content, link)
            elif name in ("oMath", "oMathPara"):
                text = "".join(child.itertext())
                content.left.append((text, "is a formula: write it as text"))

    def _control(self, element: Any, content: ParagraphContent, link: str) -> None:
        within = element.find(f"{W}sdtContent")
        if within is None:
            return
        if is_on(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            text = "".join(within.itertext())
            content.left.append((text, "is a prompt of a field that nobody has filled in"))
            return
        self._walk(within, content, link)

    def _target(self, element: Any, content: ParagraphContent) -> str:
        address = self.targets.get(element.get(_R_ID) or "", "")
        anchor = element.get(f"{W}anchor")
        if anchor and address:
            address = f"{address}#{anchor}"
        return self._checked(address, f"#{anchor}" if anchor else "", content)

    def _checked(self, address: str, else_named: str, content: ParagraphContent) -> str:
        if can_stand(address):
            return address
        if is_broken(address):
            content.left.append((address, "is no address that a browser can follow"))
            return ""
        if (address or else_named) and not else_named.startswith("#_Toc"):
            why = "leads to a place of the document: link to one of the notice, if it has it"
            content.left.append((address or else_named, why))
        return ""

    def _run(self, element: Any, content: ParagraphContent, link: str) -> None:
        properties = element.find(f"{W}rPr")
        text = "".join(self._texts(element, content))
        link = link or (self._field[-1] if self._field else "")
        if not text:
            return
        if self.styles.is_hidden(properties):
            if text.strip():
                content.left.append((text, "is hidden text"))
            return
        if self.styles.is_struck_out(properties):
            if text.strip():
                content.left.append((text, "is struck out"))
            return
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        content.runs.append(Run(text=text, is_bold=bold, is_italic=italic, link=link))

    def _texts(self, element: Any, content: ParagraphContent) -> Iterator[str]:
        for child in element:
            name = local(child)
            if name in ("t", "delText"):
                yield (child.text or "") if not self._in_instructions else ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "br":
                yield BREAK if child.get(f"{W}type") in (None, "textWrapping") else ""
            elif name in ("footnoteReference", "endnoteReference"):
                key = (name.removesuffix("Reference"), child.get(f"{W}id") or "")
                yield f"[{self.notes.setdefault(key, len(self.notes) + 1)}]"
            elif name == "fldChar":
                self._field_sign(child.get(f"{W}fldCharType"), content)
            elif name == "instrText":
                self._instructions += child.text or ""
            elif name == "sym":
                content.left.append((child.get(f"{W}char") or "", "is a sign of a font of its own"))
            elif name in ("ruby", "AlternateContent"):
                yield from self._of_several(child, name, content)
            elif name in ("drawing", "pict", "object", "Fallback"):
                self._drawing(child, content)

    def _of_several(self, element: Any, name: str, content: ParagraphContent) -> Iterator[str]:
        """The words below their reading, or the first of the forms that a text is there in."""
        if name == "ruby":
            for run in element.iterfind(f"{W}rubyBase/{W}r"):
                yield from self._texts(run, content)
            self._readings += filter(None, (word.text for word in element.iterfind(_READING)))
        else:
            choice = element.find(f"{_MC}Choice")
            yield from self._texts(choice if choice is not None else element, content)

    def _field_sign(self, kind: str | None, content: ParagraphContent) -> None:
        """A field has instructions, then what it shows."""
        if kind == "begin":
            self._field.append("")
            self._instructions, self._in_instructions = "", True
        elif kind == "separate":
            self._in_instructions = False
            words = self._instructions.split('"')
            if self._field and words[0].strip().upper() == "HYPERLINK" and len(words) > 1:
                self._field[-1] = self._checked(words[1], words[1], content)
        elif kind == "end" and self._field:
            self._field.pop()
            self._in_instructions = False

    def _drawing(self, element: Any, content: ParagraphContent) -> None:
        boxes = list(element.iter(f"{W}txbxContent"))
        content.boxes.extend(boxes)
        if boxes:
            return
        for properties in element.iter():
            words = properties.get("descr") if local(properties) == "docPr" else None
            if words:
                content.left.append((words, "is a picture: add it to a page by hand"))


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
