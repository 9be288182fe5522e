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
    # The same by escapes, units, amounts, functions and words that are seldom used.
    "di\\splay:none", "display:n\\6Fne", "\\64 isplay:\\6e\\6f\\6e\\65", "disp\\00006cay:none",
    "opacity:0.001", "opacity:1%", "opacity:1e-3", "opacity:calc(1 - 1)",
    "font-size:0.01px", "font-size:.1em", "font-size:1%", "font:bold 0.5px/1 serif",
    "font-size:min(1px, 1em)",
    "color:rgba(0,0,0,0)", "color:rgb(0 0 0 / 0%)", "color:#0000", "color:#12345600",
    "color:hsla(1,2%,3%,.01)", "color:oklch(50% 0 0 / 0)", "color:color(srgb 0 0 0 / 0)",
    "-webkit-text-fill-color:transparent",
    "text-indent:-99em", "position:absolute;left:-99em", "position:absolute;left:-200vw",
    "position:relative;left:-99ch", "position:absolute;right:200%", "margin-left:-999em",
    "position:absolute;top:calc(-1 * 9999px)", "position:fixed;inset:-99in auto auto -99in",
    "translate:-200vw", "translate:0 -99em", "transform:translate(-40in)",
    "transform:rotateX(90deg)", "transform:rotateY(.25turn)", "rotate:x 90deg",
    "rotate:1 0 0 100grad", "transform:rotate3d(1,0,0,90deg)", "transform:skewX(90deg)",
    "transform:scale(.01)", "transform:scaleY(0.001)", "transform:matrix(0,0,0,0,0,0)",
    "transform:matrix(1,0,0,1,-9999,0)", "scale:1 0", "zoom:.01",
    "-webkit-text-security:disc",
    "clip-path:circle(0)", "clip-path:polygon(0 0)", "clip-path:inset(0 0 100% 0)",
    "mask-image:linear-gradient(transparent, transparent)",
    "-webkit-mask:linear-gradient(transparent,transparent)",
    "height:.5px;overflow:hidden", "max-height:0;overflow-y:scroll", "line-height:0;overflow:clip",
    "contain:strict", "letter-spacing:-1em", "letter-spacing:200vw", "filter:blur(20px)",
    "filter:contrast(0)", "font-size-adjust:0",
)  # fmt: skip
NEAR_MISSES = (
    "", "display:block", "opacity:0.5", "opacity:1", "opacity:50%", "font-size:0.7rem",
    "margin: 0.6em 0 2em", "line-height:0", "min-height:0", "height:0", "overflow:hidden",
    "border-radius:0", "font: 0.9rem/1 serif", "left:-10px", "color:red", "visibility:visible",
    "background-color:transparent", "border-color:transparent", "transform:scale(0.9)",
    "font:10px/0.5 serif", "scale:0.5", "--display:none", "--DISPLAY:none",
    "content:'display:none'", "clip-path:none", "x", ";;:",
    "left:-2px", "left:-.5em", "left:calc(-1 * 2px)", "margin-left:-5vw", "text-indent:2em",
    "font-size:9px", "font-size:.5em", "font-size:80%", "font-size:clamp(1rem, 1vw, 2rem)",
    "font:400 12px/1.5 serif", "color:rgba(0,0,0,.5)", "color:rgb(0 0 0 / 50%)", "color:#000f",
    "color:#000000", "color:hsl(1,2%,3%)", "color:var(--x)", "rotate:90deg",
    "transform:rotate(5deg)", "transform:rotateX(5deg)", "transform:translate(-50%,-50%)",
    "transform:matrix(1,0,0,1,0,0)", "transform:none", "transform:skewX(5deg)", "translate:2px",
    "zoom:.9", "-webkit-text-security:none", "clip-path:inset(0)", "clip-path:inset(1px)",
    "clip:rect(auto auto auto auto)", "clip:auto", "mask:none", "max-height:20em;overflow:auto",
    "width:50%;overflow:hidden", "content-visibility:auto", "contain:layout",
    "letter-spacing:-.05em", "letter-spacing:.1em", "filter:grayscale(1)", "filter:blur(0)",
    "filter:opacity(50%)", "font-size-adjust:.5", "animation:none", "unicode-bidi:isolate",
    "dis\\9 play:none", "d isplay:none", "display:inline /* none */", "margin:0 auto 24px",
    "padding:12px 16px", "vertical-align:text-top", "inset:0", "left:50%",
)  # fmt: skip
"""Styles that are alike, and leave everything there to be read."""
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
    declaration = draw.rng.choice(
        ["display:none", "visibility:hidden", "display: none !important", "di\\splay:n\\6fne"]
    )
    rule = draw.rng.choice(
        [
            "{0}{{{1}}}", "@media screen{{ {0} {{ color:red; {1} }} }}",
            "a{{b:c}}\n{0} {{{1};x:y}}",
            "@supports (a:b) {{@layer c {{@container (d) {{ {0}{{{1}", "/* {{ */{0}/**/{{;{1}}}",
            "html{{ & {0}, &{0} {{ {1} }} }}", "<!-- {0} {{ a:';}}}}'; {1} }}",
            "@keyframes gone {{to {{ {1} }}}} {0} {{animation: gone 0s forwards}}",
        ]
    )  # fmt: skip
    return rule.format(selector, declaration)


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
