"""What is written beside pages: sitemaps, the notice as data, search index, manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from polynotice.mkdocs_host import locale_search, search_index, search_words, sitemap
from polynotice.mkdocs_host.build import Build
from polynotice.notice.notice_json import as_written
from polynotice.pages.links import root_of
from polynotice.verify.last_site import LastSite
from polynotice.verify.manifest import MANIFEST
from polynotice.verify.site_comparison import GRAPH, NOTICE_JSON
from polynotice.verify.site_verifier import Verifier


def write_data(build: Build, *, is_share: bool = False) -> Verifier:
    """Writes what programs read, each locale's below its own root.

    Another process than the first, which `is_share` says, writes only what its own locales have.
    Gives what the site can be compared with.
    """
    project = build.project
    finished = build.finished
    last = LastSite(
        folder=finished.site,
        keys=finished.keys,
        known=lambda: project.memory.drawer("files of the last site", bytes),
    )
    verifier = Verifier(project, build.speaking, project.memory, finished.kept, last)
    site_dir = Path(build.config.site_dir)
    shown = [locale for locale in (build.source, *build.made) if locale in build.speaking.made]
    locales = build.made if is_share else shown
    # Those that are kept have it; that of the source is kept where nothing but catalogues changed.
    for locale in (one for one in locales if one.id not in build.finished.kept):
        text = json.dumps(as_written(verifier.notice(locale)), ensure_ascii=False)
        write(build, root_of(locale, build.source) + NOTICE_JSON, text + "\n")
    _write_sitemaps(build)
    options = {
        locale.id: search_words.with_own(
            build.theme_words.search_options(locale), locale, build.config
        )
        for locale in locales
    }
    locale_search.write_indexes(build, locales)
    build.pages.beside = frozenset(
        {NOTICE_JSON, *search_index.split(site_dir, options, build.source.id)}
    )
    if not is_share:
        sitemap.pack(site_dir)
        for name, digest in verifier.archive.digests.items() if _is_whole(build) else ():
            # It may be a link to that of the last site, which stays as it is.
            (site_dir / name).unlink(missing_ok=True)
            if not last.give(name, digest, site_dir / name):
                write(build, name, verifier.archive[name])
    return verifier


def write_graph(build: Build, verifier: Verifier) -> None:
    """Writes the notice as linked data, once what is said in each locale is there."""
    if _is_whole(build):
        write(build, GRAPH, verifier.graph)


def write_manifest(build: Build, verifier: Verifier) -> None:
    """Writes the manifest of a whole site, which has what its pages were found to say."""
    if _is_whole(build):
        write_pieces(build, MANIFEST, verifier.manifest(build.provenance))


def _is_whole(build: Build) -> bool:
    """Whether it is a site for readers, with every locale."""
    return not build.speaking.is_preview and not build.speaking.only


def _write_sitemaps(build: Build) -> None:
    """Writes a sitemap for each locale, where Material's instant navigation asks for it."""
    if "navigation.instant" not in (build.config.theme.get("features") or ()):
        return
    template = build.theme_words.env.get_template("sitemap.xml")
    for locale in build.made:
        files = [page.file for page in build.pages.pages[locale.id].values()]
        if files:
            text = template.render(pages=files, notice=build.template_notice(locale))
            write(build, f"{locale.id}/sitemap.xml", text)


def write(build: Build, name: str, text: str) -> None:
    """Writes a file below the site's folder."""
    write_pieces(build, name, [text])


def write_pieces(build: Build, name: str, pieces: Iterable[str]) -> None:
    """Writes a file of a text that is never there as a whole."""
    path = Path(build.config.site_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
