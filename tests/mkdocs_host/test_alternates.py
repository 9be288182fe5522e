"""Where each page is in other languages: in its head and in the sitemap, compared with the site."""

from __future__ import annotations

import logging
from pathlib import Path
from xml.etree import ElementTree

import pytest

from polynotice.mkdocs_host.mkdocs_errors import OWN_LOG
from polynotice.mkdocs_host.site_setup import WITHOUT_ADDRESS
from tests.projects import CONFIG, build_site, page, replace_in, translate, write_project

BASE = "https://shop.example/privacy/"
XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of two pages in three locales, built. Nobody changes it."""
    config = CONFIG.replace("[en, de]", "[en, de, ar, mt: {publish: false}]")
    files = {"mkdocs.yml": f"site_url: {BASE}\n{config}", "docs/more.md": "# More\n"}
    folder = write_project(tmp_path_factory.mktemp("notice"), files)
    translate(folder, "de", "ar", "mt")
    return build_site(folder)


def in_head(site: Path, name: str) -> dict[str, str]:
    links = page(site, name).css('head link[hreflang][rel~="alternate"]')
    return {str(one.attributes["hreflang"]): str(one.attributes["href"]) for one in links}


def expected(path: str) -> dict[str, str]:
    own = {lang: f"{BASE}{lang}/{path}" for lang in ("de", "ar")}
    return {**own, "en": BASE + path, "x-default": BASE + path}


@pytest.mark.parametrize("path", ["", "more/"])
@pytest.mark.parametrize("root", ["", "de/", "ar/"])
def test_the_head_of_each_page_leads_to_the_pages_that_exist(
    site: Path, root: str, path: str
) -> None:
    found = in_head(site, f"{root}{path}index.html")
    assert found == expected(path)
    assert all((site / url.removeprefix(BASE) / "index.html").is_file() for url in found.values())
    canonical = page(site, f"{root}{path}index.html").css_first("link[rel=canonical]")
    assert canonical.attributes["href"] == f"{BASE}{root}{path}"


def test_the_sitemap_has_every_page_once_with_its_alternates(site: Path) -> None:
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall(f"{SITEMAP}url")  # noqa: S314
    listed = [str(url.findtext(f"{SITEMAP}loc")) for url in urls]
    assert sorted(listed) == sorted(
        f"{BASE}{root}{path}" for root in ("", "de/", "ar/") for path in ("", "more/")
    )
    for address, url in zip(listed, urls, strict=True):
        path = "more/" if address.endswith("more/") else ""
        found = {link.get("hreflang"): link.get("href") for link in url.findall(XHTML)}
        assert found == expected(path)


def test_without_an_address_or_other_locales_the_head_says_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger=OWN_LOG)
    folder = write_project(tmp_path)
    translate(folder, "de")
    assert in_head(build_site(folder), "de/index.html") == {}
    said = [(one.levelno, one.getMessage()) for one in caplog.records if one.name == OWN_LOG]
    assert said == [(logging.INFO, WITHOUT_ADDRESS)]  # no warning: a strict build goes through
    caplog.clear()
    replace_in(folder / "mkdocs.yml", "[en, de]", "[en]")
    assert in_head(build_site(folder, site_url=BASE), "index.html") == {}
    assert [one for one in caplog.records if one.name == OWN_LOG] == []


def test_an_error_page_names_no_other_page(site: Path) -> None:
    assert in_head(site, "404.html") == {}
