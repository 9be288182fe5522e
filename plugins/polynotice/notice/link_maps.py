"""Link maps on disk: `locales/<locale>/links.yml`.

```yaml
https://commission.europa.eu/law/law-topic/data-protection_en:
  https://commission.europa.eu/law/law-topic/data-protection_de
privacy@shop.example: datenschutz@shop.example
```

A file of its own, beside the catalogue: where a notice sends its readers is for legal to approve,
and a file has an owner and a history, which an entry in a catalogue has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polynotice.catalogues.po_files import FOLDER
from polynotice.checks.link_map import LinkMap, Redirection
from polynotice.core.locales import Locale
from polynotice.core.problems import Problem, Severity
from polynotice.core.translation import Message
from polynotice.files.yaml_source import Document, Place
from polynotice.html.addresses import is_safe
from polynotice.notice import locale_files

if TYPE_CHECKING:
    from polynotice.checks.pair import BecomeOf


def path_of(locale: Locale) -> str:
    """Where the locale's link map is, relative to the project's folder, if there is one."""
    return f"{FOLDER}/{locale.folder}/links.yml"


def read_link_map(
    root: Path, locale: Locale, messages: Iterable[Message], become_of: BecomeOf
) -> tuple[LinkMap | None, list[Problem]]:
    """The locale's link map with every entry that can be followed, and what is wrong with it.

    `messages` are those of the notice, and `become_of` says what each becomes on its
    pages; an entry for none of their links is reported.
    `None` if there is no link map, or if it cannot be read at all.
    """
    name = path_of(locale)
    document, problems = locale_files.read_locale_file(
        root, name, locale, code="bad-link-map", what="link map"
    )
    if document is None:
        return None, problems
    reader = _LinkMapReader(document, locale, _addresses_in(messages, become_of))
    redirections = tuple(reader.redirections())
    return LinkMap(path=name, redirections=redirections), [*problems, *reader.problems]


def _addresses_in(messages: Iterable[Message], become_of: BecomeOf) -> set[str]:
    """Where the links of the messages lead, but to images and pages of the notice.

    A mail address is one also where it has become a link.
    """
    from polynotice.checks.links import addresses, targets  # here: most locales have no link map

    texts = [become_of(message.text)(message.text.msgid) for message in messages]
    addresses_said = {address for text in texts for address in (*targets(text), *addresses(text))}
    addresses_said |= {address.removeprefix("mailto:") for address in addresses_said}
    return {
        address for address in addresses_said if address[:1] not in "!#" and not _is_page(address)
    }


def _is_page(address: str) -> bool:
    return _kind(address) == "file" and re.search(r"\.md(?:[?#]|$)", address) is not None


def _kind(address: str) -> str:
    """What an address is for: http, https, mailto, tel, address (of mail) or file."""
    scheme, colon, _ = address.partition(":")
    if colon and re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return scheme.lower()
    return "address" if "@" in address else "file"


class _LinkMapReader:
    def __init__(self, document: Document, locale: Locale, known: Collection[str]) -> None:
        self.document = document
        self.locale = locale
        self.known = known
        self.problems: list[Problem] = []

    def add(
        self, place: Place, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(
            Problem(
                code="bad-link-map",
                severity=severity,
                span=self.document.span(place),
                message=message,
                hint=hint,
                locale=self.locale.id,
            )
        )

    def redirections(self) -> Iterator[Redirection]:
        data = self.document.data
        if data is not None and not isinstance(data, dict):
            self.add((), "The link map is no mapping of addresses.", f"Write {_EXAMPLE}.")
            return
        for source, target in (data or {}).items():
            if source not in self.known:
                self._report_unused(source)
            if mistake := _mistake(source, target):
                self.add((source,), *mistake)
            else:
                line = self.document.span((source,)).line
                yield Redirection(source=source, target=target, line=line)

    def _report_unused(self, source: str) -> None:
        import difflib

        near = difflib.get_close_matches(source, self.known, n=1)
        hint = (
            f'Did you mean "{near[0]}"?' if near else "Write it as the source does, or remove it."
        )
        message = f'No link of the notice leads to "{source}".'
        self.add((source,), message, hint, Severity.WARNING)


def _mistake(source: str, target: object) -> tuple[str, str] | None:
    """What is wrong with where a link is to lead instead of `source`, and what to do."""
    from polynotice.checks.written import targets as written_targets

    if not isinstance(target, str) or not target.strip():
        return f'"{source}" has {target!r} in its place, which is no address.', f"Write {_EXAMPLE}."
    if target == source:
        return f'"{source}" leads where the source leads.', "Remove the line: links need no other."
    if not is_safe(target) or written_targets(f"[a]({target})") != Counter([target]):
        hint = "Write it as it would stand in the round brackets of a link."
        return f'No link of a notice may lead to "{target}".', hint
    if _is_page(source) or _is_page(target):
        hint = "Remove the line, and let the link be as it is in the source."
        return f'"{source}" is a page, which each locale has at the same place.', hint
    # A link may come to be encrypted, but not lose that.
    if (kind := _kind(target)) != _kind(source) and (kind, _kind(source)) != ("https", "http"):
        hint = f"Lead to a place of the same kind: {_kind(source)}."
        return f'"{source}" becomes "{target}", which is {kind}.', hint
    return None


_EXAMPLE = "`https://…/law_en: https://…/law_de`"
