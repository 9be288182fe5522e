"""Web pages: what a browser would show of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.project.importing.document import (
    Block,
    Cell,
    Document,
    Heading,
    ImportRefusedError,
    Left,
    Line,
    Table,
)
from polynotice.project.importing.html_inline import (
    CONTROLS,
    TEXT,
    UNSEEN,
    Look,
    inner_look,
    is_struck_out,
    refuse_deep,
    run_of,
    why_not_read,
)
from polynotice.project.importing.html_lists import is_word_mark, labels_of, word_item
from polynotice.project.importing.html_tables import grid_of, is_index, not_in_grid
from polynotice.project.importing.link_addresses import can_stand, is_broken, joined, scheme_of
from polynotice.project.importing.prose_tables import IN_A_CELL, cells_of
from polynotice.project.importing.runs import Run, plain

MOST_CHARACTERS = 10_000_000

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
_FRAME = frozenset({"nav", "aside", "header", "footer", "form", "dialog"})
"""What a page has around its content."""


def read_html_document(text: str, path: str) -> Document:
    """The page's content; what stands around that, where it is marked, is left."""
    if len(text) > MOST_CHARACTERS:
        raise ImportRefusedError("It is larger than 10 MB.")
    tree = LexborHTMLParser(text)
    root = tree.css_first("html")
    lang = ((root.attributes.get("lang") if root is not None else "") or "").strip()
    reader = _Reader(path, _address_of(tree))
    body = tree.body
    if body is not None:
        reader.content = _content(tree)
        reader.walk(body, Look(), 0)
        reader.end_line()
    return Document(path=path, blocks=tuple(reader.blocks), left=tuple(reader.left), lang=lang)


def _address_of(tree: LexborHTMLParser) -> str:
    """Where the page was published, as far as it says."""
    for query, name in (("base[href]", "href"), ('link[rel="canonical"]', "href")):
        node = tree.css_first(query)
        address = (node.attributes.get(name) or "") if node is not None else ""
        if scheme_of(address) in ("http", "https"):
            return address
    return ""


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that has the page's content, if the page says so."""
    for query in ("main article", "main", '[role="main"]', "article"):
        nodes = tree.css(query)
        if len(nodes) == 1 and nodes[0].text(strip=True):
            return nodes[0]
    return None


class _Reader:
    def __init__(self, path: str, address: str, *, in_cell: bool = False) -> None:
        self.path = path
        self.address = address
        self.in_cell = in_cell
        self.content: LexborNode | None = None
        self.blocks: list[Block] = []
        self.left: list[Left] = []
        self.runs: list[Run] = []
        self.kind: Line | Heading = Line(runs=(), place="")
        self.label = ""
        """What stands in front of the next paragraph."""
        self.tables = 0
        self.paragraphs = 0
        self.lists: list[tuple[bool, Iterator[str]]] = []

    def walk(self, node: LexborNode, look: Look, depth: int) -> None:
        """Adds what an element shows, in order."""
        refuse_deep(depth)
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == TEXT:
                text = (child.text_content or "").replace("\n", " ")
                self.runs.append(run_of(text, replace(look, link=self._link(look.link))))
            elif tag in UNSEEN or _is_permalink(child) or is_word_mark(child):
                continue
            elif why := why_not_read(child):
                self._leave(child, why)
            elif self._is_frame(child):
                self.end_line()
                self._leave(child, "stands around the page's content: navigation, header or footer")
            elif tag in CONTROLS:
                self._leave(child, "is a control that does something on the web page alone")
            elif tag == "img":
                self._leave_image(child)
            elif tag == "table":
                self._table(child, depth)
            elif tag in ("br", "hr"):
                self.end_line()
            elif tag in _BLOCKS:
                self._block(child, tag, look, depth)
            else:
                self.walk(child, inner_look(child, look), depth + 1)

    def _is_frame(self, node: LexborNode) -> bool:
        content = self.content
        if node.tag in ("nav", "dialog"):
            return True
        if content is None or node.tag == "body":
            return False
        is_around = node.mem_id == content.mem_id or _holds(node, content)
        is_within = _holds(content, node)
        if node.tag in _FRAME and not is_around:
            return not is_within or node.tag == "form"
        return not is_around and not is_within

    def _block(self, node: LexborNode, tag: str, look: Look, depth: int) -> None:
        self.end_line()
        if tag in ("ul", "ol", "menu"):
            self.lists.append((tag == "ol", iter(labels_of(node, in_cell=self.in_cell))))
            self.walk(node, look, depth + 1)
            self.end_line()
            self.lists.pop()
            return
        before = self.kind
        if re.fullmatch("h[1-6]", tag):
            self.kind = Heading(level=int(tag[1]), line=Line(runs=(), place=""))
        elif tag == "li":
            self._item()
        elif item := word_item(node):
            self.kind, self.label = item
        self.walk(node, look, depth + 1)
        self.end_line()
        self.kind = before

    def _item(self) -> None:
        """Begins an item of the list, one that a page counts otherwise as a paragraph."""
        ordered, labels = self.lists[-1] if self.lists else (False, iter(()))
        self.label = next(labels, "")
        depth = max(len(self.lists) - 1, 0)
        is_item = not self.label
        self.kind = Line(runs=(), place="", is_item=is_item, is_ordered=ordered, depth=depth)

    def end_line(self) -> None:
        """Ends the paragraph, heading or item that the runs belong to."""
        runs, self.runs = tuple(self.runs), []
        if not plain(runs):
            return
        label, self.label = self.label, ""
        runs = (Run(text=f"{label} "), *runs) if label else runs
        self.paragraphs += 1
        place = f"paragraph {self.paragraphs}"
        if isinstance(self.kind, Heading):
            self.blocks.append(replace(self.kind, line=Line(runs=runs, place=place)))
        else:
            self.blocks.append(replace(self.kind, runs=runs, place=place, label=label))

    def _table(self, node: LexborNode, depth: int) -> None:
        self.end_line()
        if is_index(node):
            self._leave(node, "is an index that a project makes of its records by itself")
            return
        for gone in not_in_grid(node):
            self._leave(gone, why_not_read(gone))
        rows = grid_of(node)
        inner = [cell for row in rows for cell in row if cell.node.css("table")]
        if inner and any(len({c.number for c in row}) == 1 or len(rows) == 1 for row in rows):
            for cell in {cell.number: cell for row in rows for cell in row}.values():
                self.walk(cell.node, Look(), depth + 1)  # a table that only lays the page out
                self.end_line()
            return
        for caption in node.css("caption"):
            self.walk(caption, Look(), depth + 1)
            self.end_line()
        self.tables += 1
        name = f"table {self.tables}"
        known: dict[int, Cell] = {}
        grid = []
        for row in rows:
            cells = []
            for cell in row:
                if cell.number not in known:
                    place = f"{name}, row {cell.row}, column {cell.column}"
                    lines = self._lines(cell.node, place, depth)
                    known[cell.number] = Cell(
                        lines=lines,
                        place=place,
                        is_wide=cell.is_wide,
                        is_head=cell.node.tag == "th",
                    )
                cells.append(known[cell.number])
            grid.append(tuple(cells))
        if any(cell.text for row in grid for cell in row):
            self.blocks.append(Table(rows=tuple(grid), place=name))

    def _lines(self, node: LexborNode, place: str, depth: int) -> tuple[Line, ...]:
        """The lines of a cell; a table in it is a line for each of its cells."""
        if is_struck_out(node):
            self._leave(node, why_not_read(node))
            return ()
        inner = _Reader(self.path, self.address, in_cell=True)
        inner.walk(node, Look(), depth + 1)
        inner.end_line()
        self.left += [replace(left, place=place) for left in inner.left]
        lines: list[Line] = []
        for block in inner.blocks:
            if isinstance(block, Table):
                cells = cells_of(block)
                lines += [line for cell in cells for line in cell.lines]
                text = " ".join(cell.text for cell in cells)
                self.left.append(Left(path=self.path, place=place, text=text, why=IN_A_CELL))
            else:
                lines.append(block.line if isinstance(block, Heading) else block)
        return tuple(replace(line, place=place) for line in lines)

    def _link(self, link: str) -> str:
        """The address as it can stand in a notice; of others, only the words stay."""
        if not link:
            return ""
        whole = joined(self.address, link)
        if can_stand(whole):
            return whole
        why = "leads to a place of the old page: link to one of the notice, if it has it"
        why = "is no address that a browser can follow" if is_broken(link) else why
        left = Left(path=self.path, place=f"link {len(self.left) + 1}", text=link, why=why)
        if link not in {one.text for one in self.left}:
            self.left.append(left)
        return ""

    def _leave(self, node: LexborNode, why: str) -> None:
        shown = _words(node)
        if shown:
            place = f"<{node.tag}> behind paragraph {self.paragraphs}"
            self.left.append(Left(path=self.path, place=place, text=shown, why=why))

    def _leave_image(self, node: LexborNode) -> None:
        words = (node.attributes.get("alt") or "").strip()
        if words:
            place = f"picture behind paragraph {self.paragraphs}"
            why = "is a picture: add it to a page by hand"
            self.left.append(Left(path=self.path, place=place, text=words, why=why))


def _is_permalink(node: LexborNode) -> bool:
    """Whether it is the sign beside a heading with the heading's address."""
    address = node.attributes.get("href") or "" if node.tag == "a" else ""
    return "#" in address and node.text(strip=True) in ("¶", "#", "§", "🔗", "")


def _holds(outer: LexborNode, inner: LexborNode) -> bool:
    """Whether an element stands somewhere within another."""
    node = inner.parent
    while node is not None:
        if node.mem_id == outer.mem_id:
            return True
        node = node.parent
    return False


def _words(node: LexborNode) -> str:
    def pieces(one: LexborNode, depth: int) -> Iterator[str]:
        refuse_deep(depth)
        for child in one.iter(include_text=True):
            if child.tag == TEXT:
                yield child.text_content or ""
            elif child.tag not in UNSEEN:
                yield " " if child.tag in _BLOCKS else ""
                yield from pieces(child, depth + 1)

    return " ".join("".join(pieces(node, 0)).split())
