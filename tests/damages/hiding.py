"""Damages that leave everything there and keep it from the reader."""

from __future__ import annotations

from typing import Any

from lxml import html as lxml_html
from lxml.etree import Comment, SubElement

from tests.damages.page import Draw, Finding, damage, wrap

HIDING_STYLES = (
    "display:none", "DISPLAY: None !important", "visibility:hidden", "visibility: collapse",
    "opacity:0", "opacity: .0", "font-size:0",
    "height:0;overflow:hidden", "max-height:0;overflow:clip",
    "position:absolute;left:-9999px", "text-indent:-9999px", "transform:scale(0)",
    "transform: translateX(-5000px)", "clip-path:inset(50%)", "clip:rect(0 0 0 0)",
    "color:transparent", "content-visibility:hidden", "dis\\70lay:none", "display:/**/none",
    "font: 0/0 serif", "position:fixed;top:-2000px", "filter:opacity(0)", "scale:0",
)  # fmt: skip
HIDING_TAGS = (
    "details", "dialog", "template", "noscript", "video", "audio", "canvas", "datalist",
)  # fmt: skip


def _part(draw: Draw) -> tuple[Any, Finding]:
    """A table, what is around it, or what is in it; and what is lost with it."""
    cell = draw.cell()
    around = [one for one in cell.iterancestors() if one.tag != "html"]
    inside = [one for one in cell.iter() if isinstance(one.tag, str)]
    return draw.rng.choice([cell, *around, *inside]), draw.found()


@damage
def part_hidden_by_an_attribute(draw: Draw) -> Finding | None:
    part, found = _part(draw)
    name, value = draw.rng.choice(
        [
            ("hidden", ""),
            ("hidden", "until-found"),
            ("aria-hidden", "true"),
            ("inert", ""),
            ("popover", ""),
        ]
    )
    part.set(name, value)
    return found


@damage
def part_hidden_by_its_style(draw: Draw) -> Finding | None:
    part, found = _part(draw)
    part.set("style", draw.rng.choice(HIDING_STYLES))
    return found


@damage
def row_or_cell_hidden(draw: Draw) -> Finding | None:
    cell = draw.cell()
    part = draw.rng.choice([cell, cell.getparent()])
    if draw.rng.random() < 0.5:
        part.set("style", draw.rng.choice(HIDING_STYLES))
    else:
        part.set("hidden", "")
    return draw.found(part)


@damage
def part_of_a_class_that_the_theme_hides(draw: Draw) -> Finding | None:
    cell = draw.cell()
    part = draw.rng.choice([cell, cell.getparent(), next(cell.iterancestors("table"))])
    part.set("class", f"{part.get('class', '')} {draw.rng.choice(['headerlink', 'tabbed-block'])}")
    return draw.found(part) if part.tag != "table" else draw.found()


@damage
def table_in_an_element_that_hides_it(draw: Draw) -> Finding | None:
    table = draw.rng.choice(draw.tables())
    outer = table.makeelement(draw.rng.choice(HIDING_TAGS))
    outer.tail, table.tail = table.tail, None
    table.getparent().replace(table, outer)
    outer.append(table)
    return draw.found()


@damage
def words_of_a_cell_in_an_element_that_hides_them(draw: Draw) -> Finding | None:
    cell = draw.cell()
    wrap(cell, draw.rng.choice([*HIDING_TAGS, "script", "style", "title", "textarea"]))
    return draw.found(cell)


@damage
def part_commented_out(draw: Draw) -> Finding | None:
    cell = draw.cell()
    part = draw.rng.choice([cell, cell.getparent(), next(cell.iterancestors("table"))])
    found = draw.found(part) if part.tag != "table" else draw.found()
    words = lxml_html.tostring(part, encoding="unicode", with_tail=False).replace("--", "- -")
    comment = Comment(words)
    comment.tail = part.tail
    part.getparent().replace(part, comment)
    return found


def _rule(draw: Draw) -> str:
    """A style rule that hides a part of a table or what is around it."""
    row = draw.row()
    field_name = row.xpath("td")[0].get("data-field")
    selector = draw.rng.choice(
        [
            "tr", "td", ".notice-table", "table", "tbody", ".md-typeset table", "article", "body",
            ".md-content", "main *", f"#{row.get('id')}", f"tr[id='{row.get('id')}']", "tbody > tr",
            f"td[data-field={field_name}]", "tr:not(:hover)", "tr:nth-child(1)", "td:first-child",
            "tr:target", ":is(tr, th)", ".md-typeset:not(.x) .notice-table tr", "html[lang] td",
            f":lang({draw.locale}) .notice-table", "h1, tr", "th", "thead",
        ]
    )  # fmt: skip
    declaration = draw.rng.choice(["display:none", "visibility:hidden", "display: none !important"])
    return draw.rng.choice(
        ["{0}{{{1}}}", "@media screen{{ {0} {{ color:red; {1} }} }}", "a{{b:c}}\n{0} {{{1};x:y}}"]
    ).format(selector, declaration)


@damage
def part_hidden_by_a_style_element(draw: Draw) -> Finding | None:
    style = SubElement(draw.rng.choice([draw.doc.find("head"), draw.doc.find("body")]), "style")
    style.text = _rule(draw)
    return draw.found()


@damage
def part_hidden_by_a_linked_style_sheet(draw: Draw) -> Finding | None:
    name = "/assets/more.css"
    draw.changes[name.lstrip("/")] = _rule(draw)
    SubElement(draw.doc.find("head"), "link", rel="stylesheet", href=name)
    return draw.found()


@damage
def part_hidden_by_an_imported_style_sheet(draw: Draw) -> Finding | None:
    draw.changes["assets/more.css"] = _rule(draw)
    style = SubElement(draw.doc.find("head"), "style")
    style.text = "@import url('/assets/more.css');"
    return draw.found()
