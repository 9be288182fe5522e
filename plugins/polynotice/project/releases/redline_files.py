"""A redline as files: a page for the browser, and a document with tracked changes for Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from polynotice.project.releases.redline import Paragraph
from polynotice.project.releases.word_difference import Piece


@dataclass(frozen=True, kw_only=True)
class Redline:
    """A redline, and what is said of it."""

    locale: str
    direction: str
    title: str
    """Names the notice."""
    old: str
    """Names the version that it begins with, such as `2027-03-01`."""
    new: str
    paragraphs: Sequence[Paragraph]


_TAGS = {"page": "h2", "heading": "h3", "text": "p", "record": "h4", "field": "p"}
_STYLE = (
    "body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "ins{background:#dfd;text-decoration:underline}"
    "del{background:#fdd;text-decoration:line-through}"
    "h4{font:1rem ui-monospace,monospace;margin-bottom:0}.same{color:#555}"
)


def html_of(redline: Redline) -> str:
    """A page of its own, without anything from elsewhere.

    What was put in stands between {+ and +}, what was taken out between [- and -]: colours and
    lines are lost in print and to those who listen.
    """
    title = escape(f"{redline.title}: {redline.old} – {redline.new}")
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(redline.locale)}" dir="{escape(redline.direction)}">',
        f'<meta charset="utf-8"><title>{title}</title>',
        '<meta name="robots" content="noindex">',
        f"<style>{_STYLE}</style>",
        f"<h1>{title}</h1>",
    ]
    for one in redline.paragraphs:
        tag = _TAGS[one.style]
        said = "".join(_marked(piece) for piece in one.pieces).replace("\n", "<br>")
        lines.append(f'<{tag} class="{one.style} {one.kind}">{said}</{tag}>')
    return "\n".join([*lines, "</html>", ""])


def _marked(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "added":
        return f"<ins>{{+{text}+}}</ins>"
    return f"<del>[-{text}-]</del>" if piece.kind == "removed" else text


_AUTHOR = "Polynotice"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = {"page": "Heading1", "heading": "Heading2", "record": "Heading3"}


def docx_of(redline: Redline) -> bytes:
    """A Word file: all changes rejected it is the old notice, all accepted the new one.

    Its changes have no time: no clock is asked, and the same redline gives the same bytes.
    """
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": _document(redline),
        "word/styles.xml": _styles(redline.locale),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _XML + text)
    return data.getvalue()


def _styles(locale: str) -> str:
    language = f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="{locale}"/>'
    sizes = {"Title": 40, "Heading1": 32, "Heading2": 26, "Heading3": 20}
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_word_name(name)}"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        for name, size in sizes.items()
    )
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{named}</w:styles>"
    )


def _word_name(style: str) -> str:
    """The name by which Word knows a style of its own: `heading 1`."""
    return style.replace("Heading", "heading ")


def _document(redline: Redline) -> str:
    is_rtl = redline.direction == "rtl"
    title = f"{redline.title}: {redline.old} – {redline.new}"
    head = _in_paragraph(_run(title, is_rtl=is_rtl), "Title", "", is_rtl=is_rtl)
    numbers = iter(range(1, 1_000_000))
    body = "".join(_paragraph(one, numbers, is_rtl=is_rtl) for one in redline.paragraphs)
    return f"<w:document {_W}><w:body>{head}{body}<w:sectPr/></w:body></w:document>"


def _paragraph(one: Paragraph, numbers: Iterator[int], *, is_rtl: bool) -> str:
    runs = []
    for piece in one.pieces:
        run = _run(piece.text, is_rtl=is_rtl, is_deleted=piece.kind == "removed")
        tag = {"added": "w:ins", "removed": "w:del"}.get(piece.kind)
        who = f'w:id="{next(numbers)}" w:author="{_AUTHOR}"'
        runs.append(f"<{tag} {who}>{run}</{tag}>" if tag else run)
    # The end of a paragraph that came or went is a change, too.
    tag = {"added": "w:ins", "removed": "w:del"}.get(one.kind)
    mark = f'<w:rPr><{tag} w:id="{next(numbers)}" w:author="{_AUTHOR}"/></w:rPr>' if tag else ""
    return _in_paragraph("".join(runs), _NAMES.get(one.style, ""), mark, is_rtl=is_rtl)


def _in_paragraph(runs: str, style: str, mark: str, *, is_rtl: bool) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    bidi = "<w:bidi/>" if is_rtl else ""
    return f"<w:p><w:pPr>{named}{bidi}{mark}</w:pPr>{runs}</w:p>"


def _run(text: str, *, is_rtl: bool, is_deleted: bool = False) -> str:
    tag = "w:delText" if is_deleted else "w:t"
    lines = [f'<{tag} xml:space="preserve">{_said(line)}</{tag}>' for line in text.split("\n")]
    properties = "<w:rPr><w:rtl/></w:rPr>" if is_rtl else ""
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def _said(text: str) -> str:
    """The text in XML, without the signs that XML cannot hold."""
    return escape("".join(sign for sign in text if sign >= " " or sign == "\t"), quote=False)
