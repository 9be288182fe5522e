"""Starts the catalogue of a locale."""

from __future__ import annotations

from polynotice.catalogues import merge, po_files, po_headers
from polynotice.catalogues.po_format import PoFile
from polynotice.catalogues.started import started
from polynotice.core.locales import find_locale
from polynotice.project.project import Project
from polynotice.project.update import Updated, unwritable


def start_catalogue(project: Project, locale_id: str) -> Updated:
    """Starts the catalogue of a locale.

    Raises `FileExistsError` if there is one, and `polynotice.locales.UnknownLocaleIdError`.
    """
    one = find_locale(locale_id)
    name = po_files.path_of(one)
    if (project.site.root / name).exists():
        raise FileExistsError(name)
    template = (merge.template_entry(message) for message in project.messages)
    entries = started(template, one, project.site.settings.source)
    po = PoFile(header=po_headers.new_header(one), entries=entries)
    try:
        po_files.write_catalogue(project.site.root, name, po)
    except OSError as error:
        return Updated(changed=(), problems=(unwritable(name, error),))
    return Updated(changed=(name,))
