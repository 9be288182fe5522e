"""Notices as they really look, by the hundred: each row is right, or what is left says so."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from polynotice.core.locales import find_locale
from polynotice.project.importing.accounting import account
from polynotice.project.importing.bringing_in import Brought, bring_in, write_files
from polynotice.project.importing.document import Document, lines_of
from polynotice.project.importing.readers import read_document
from tests.project.importing.documents import PUBLISHED
from tests.project.importing.office import excel, word
from tests.projects import load

HEADERS = [
    ("Purpose", "Personal data processed"),
    ("Why we use your data", "What data we use"),
    ("Zweck der Verarbeitung", "Kategorien personenbezogener Daten"),
    ("Finalité du traitement", "Catégories de données"),
    ("Finalidad", "Datos personales"),
    ("Finalità", "Dati trattati"),
    ("Doel", "Persoonsgegevens"),
    ("Cel przetwarzania", "Kategorie danych osobowych"),
    ("利用目的", "個人情報の項目"),
    ("处理目的", "个人信息类型"),
    ("الغرض", "البيانات الشخصية"),
]


def mutated(draw: random.Random) -> list[Any]:
    """The nine rows in one of the forms that real notices have."""
    header = draw.choice(HEADERS)
    rows = [list(row) for row in PUBLISHED]
    for row in rows:
        if draw.random() < 0.3:
            row[1] = row[1].replace(", ", "\n")
        if draw.random() < 0.3:
            row[0] = row[0].replace("'", "’").replace(" our ", " our\u00a0")
    first: list[list[Any]] = []
    if draw.random() < 0.5:
        first = [["", ""]]
    if draw.random() < 0.4:
        header = tuple(f"{number}. {text}:" for number, text in enumerate(header, start=1))
    prose = ["We are a shop.", "You may object, at any time."]
    if draw.random() < 0.4:
        tables = [[list(header), row] for row in rows]
        blocks: list[Any] = []
        for number, table in enumerate(tables):
            blocks += [f"### Why number {number}", table] if draw.random() < 0.9 else [table]
    else:
        cut = draw.randrange(1, 8)
        others = [list(header), *rows[cut:]] if draw.random() < 0.7 else rows[cut:]
        blocks = ["## Customers", [*first, list(header), *rows[:cut]], prose[0]]
        blocks += ["## Others", others, prose[1]]
    return ["# Our notice", prose[0], *blocks]


def as_html(blocks: list[Any]) -> bytes:
    pieces = []
    for block in blocks:
        if isinstance(block, str):
            signs, _, text = block.rpartition("# ")
            level = len(signs) + 1 if block.startswith("#") else 0
            pieces.append(f"<h{level}>{text}</h{level}>" if level else f"<p>{block}</p>")
        else:
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in block)
            body = "".join(f"<tr>{row}</tr>" for row in rows)
            pieces.append(f"<table>{body}</table>".replace("\n", "<br>"))
    return "".join(pieces).encode()


def documents(folder: Path, blocks: list[Any]) -> list[Document]:
    html = read_document(as_html(blocks), "n.html")
    file = word(folder / "n.docx", *blocks)
    return [html, read_document(file.read_bytes(), "n.docx")]


def said(notice: Any, name: str) -> list[str]:
    return [" ".join(t.msgid for t in purpose.fields[name].texts) for purpose in notice.purposes]


def brought_in(document: Document) -> Brought:
    """What a new notice in English has of the document."""
    return bring_in(
        [document],
        given={},
        source=find_locale("en"),
        standing=(),
        config="mkdocs.yml",
        project=None,
    )


def check(folder: Path, seed: int) -> None:
    """Each of the two formats brings the nine rows in, and every text is taken or left."""
    blocks = mutated(random.Random(seed))  # noqa: S311 # to be the same each time
    texts = [[cell for row in block for cell in row] for block in blocks if isinstance(block, list)]
    wanted = [" ".join(cell.split("\n")) for cells in texts for cell in cells if len(cell) > 24]
    for number, document in enumerate(documents(folder, blocks)):
        target = folder / f"new{number}"
        brought = brought_in(document)
        write_files(target, brought.files)
        project = load(target)
        result = account(brought.plan, project, brought.pages)
        assert (seed, number, result.left) == (seed, number, ())
        rows = {*said(project.notice, "purpose"), *said(project.notice, "personal_data")}
        assert len(project.notice.purposes) == 9, (seed, number)
        assert [text for text in wanted if text not in rows and len(text) > 60] == [], seed
        places = {line.place for block in document.blocks for line in lines_of(block)}
        assert result.taken == len(places), (seed, number)


@pytest.mark.parametrize(
    "seed",
    [
        *range(3),
        *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(3, 15)),
        *(pytest.param(seed, marks=pytest.mark.exhaustive) for seed in range(15, 100)),
    ],
)
def test_a_mutated_notice_comes_in_whole(tmp_path: Path, seed: int) -> None:
    check(tmp_path, seed)


def test_a_sheet_with_a_title_comes_in_whole(tmp_path: Path) -> None:
    rows = [["Our notice"], ["Customers"], HEADERS[2], *PUBLISHED]
    document = read_document(excel(tmp_path / "n.xlsx", rows).read_bytes(), "n.xlsx")
    brought = brought_in(document)
    assert len(brought.plan.records) == 9
