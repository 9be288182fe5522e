"""What messages become, beside the definitions of the pages that say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import CONFIG, INDEX, problems_of, translate, write_project

EXTENDED = CONFIG.replace(" admonition,", " abbr, footnotes, admonition,")
SEE = "See [rights] for more."
MORE = "[rights]: more.md\n"
OTHER = "# More\n\nA copy [in print] of it.\n"


def codes(folder: Path, pages: dict[str, str], **translations: str) -> list[str]:
    """What is wrong with a notice that has those pages and that German of their texts."""
    write_project(folder, {"mkdocs.yml": EXTENDED, **pages})
    translate(folder, "de", **translations)
    return [problem.rpartition(" ")[2] for problem in problems_of(folder)]


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("Mehr steht unter [Rechte].", ["link-mismatch"]),
        ("Mehr steht unter [Rechte][rights].", []),
        ("Mehr steht unter [Rechte](more.md).", []),
    ],
)
def test_a_reference_of_the_page_is_not_lost_in_silence(
    tmp_path: Path, translation: str, found: list[str]
) -> None:
    pages = {"docs/index.md": f"{INDEX}\n{SEE}\n\n{MORE}", "docs/more.md": OTHER}
    assert [
        code
        for code in codes(tmp_path, pages, **{SEE: translation})
        if code != "markup-mismatch"  # the brackets that are left
    ] == found


def test_what_one_page_defines_is_no_link_on_another(tmp_path: Path) -> None:
    other = OTHER + f"\n{SEE}\n"
    pages = {"docs/index.md": f"{INDEX}\nYour [rights].\n\n{MORE}", "docs/more.md": other}
    translations = {SEE: "Siehe [Rechte].", "Your [rights].": "Ihre [Rechte][rights]."}
    assert codes(tmp_path, pages, **translations) == []


def test_a_message_on_two_pages_has_the_definitions_of_both(tmp_path: Path) -> None:
    other = OTHER + f"\n{SEE}\n"
    pages = {"docs/index.md": f"{INDEX}\n{SEE}\n\n{MORE}", "docs/more.md": other}
    assert "link-mismatch" in codes(tmp_path, pages, **{SEE: "Siehe [Rechte]."})


def test_footnotes_and_abbreviations_are_those_of_the_page(tmp_path: Path) -> None:
    text = "Ask the DPO.[^law]"
    home = f"{INDEX}\n{text}\n\n[^law]: The law.\n\n*[DPO]: Data Protection Officer\n"
    pages = {"docs/index.md": home, "docs/more.md": OTHER}
    rest = {"The law.": "Das Gesetz.", "Data Protection Officer": "Datenschutzbeauftragte"}
    assert codes(tmp_path, pages, **rest, **{text: "Fragen Sie den DPO.[^law]"}) == []
    lost = codes(tmp_path, pages, **rest, **{text: "Fragen Sie den DSB."})
    assert sorted(lost) == ["link-mismatch", "markup-mismatch"]
