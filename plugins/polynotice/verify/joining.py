"""Parts of a site put together: all that keeps them from being one, and the site that they make."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.core.work_done import step_by_step
from polynotice.verify import manifest, part_record
from polynotice.verify.part_record import RECORD, Part

_AGAIN = "Build the part again with `polynotice build --locale`."


@dataclass(frozen=True, kw_only=True)
class FoundPart:
    """A folder with a part of a site."""

    folder: Path
    record: Part

    def span(self, name: str = RECORD) -> Span:
        """Where one of its files is."""
        return Span((self.folder / name).as_posix())


def read_parts(folders: Sequence[Path]) -> tuple[list[FoundPart], list[Problem]]:
    """The parts in those folders, and what is wrong with each as such.

    A file that is not what the part's build has written is none of the site's.
    """
    parts, problems = [], []
    for folder in step_by_step("Reading parts", folders):
        record, wrong = part_record.read_part(folder, (folder / RECORD).as_posix())
        problems += wrong
        if record is not None:
            parts.append(FoundPart(folder=folder, record=record))
            problems += _damages(parts[-1])
    return parts, problems


def _damages(part: FoundPart) -> Iterator[Problem]:
    """Every way in which the files of a part are not those that its build has written."""
    there = dict(part_record.digests_in(part.folder))
    listed = part.record.files
    for name in sorted({*there, *listed}):
        if name not in listed:
            yield _bad(part, name, "The file was added to the part.", "Remove it.")
        elif name not in there:
            yield _bad(part, name, "The file is not in the part any more.")
        elif there[name] is None:
            yield _bad(part, name, "It is no ordinary file that can be read.")
        elif there[name] != listed[name].sha256:
            yield _bad(part, name, "The file is not as the part's build has written it.")


def _bad(part: FoundPart, name: str, message: str, hint: str = _AGAIN) -> Problem:
    return Problem(code="bad-part", span=part.span(name), message=message, hint=hint)


def problems_between(
    parts: Sequence[FoundPart], inputs: Mapping[str, str], locales: Sequence[str]
) -> list[Problem]:
    """Every way in which the parts do not make one site, which is that of the project.

    `inputs` and `locales` are the project's: the digests of what it is made of, the ids of its
    published locales.
    """
    problems = [problem for part in parts for problem in _other_inputs(part, inputs)]
    if not problems:  # else what follows from them would be repeated
        problems = [problem for part in parts[1:] for problem in _other_making(part, parts[0])]
    problems += _locales(parts, locales)
    return problems or list(_shared_files(parts))


def _other_inputs(part: FoundPart, inputs: Mapping[str, str]) -> Iterator[Problem]:
    theirs = part.record.inputs
    names = [name for name in {**inputs, **theirs} if inputs.get(name) != theirs.get(name)]
    if names:
        yield _other(part, f"The part was built of other inputs than the project's: {_some(names)}")


def _other_making(part: FoundPart, first: FoundPart) -> Iterator[Problem]:
    """What two parts of the same files were nevertheless not made alike with."""
    one, other = part.record, first.record
    versions, others = one.provenance.versions, other.provenance.versions
    names = [name for name in {**others, **versions} if versions.get(name) != others.get(name)]
    where = first.folder.as_posix()
    if names:
        yield _other(part, f"The part was built with other versions than {where}: {_some(names)}")
    elif one.provenance != other.provenance:
        yield _other(
            part, f"The part was built of another commit, or at another time, than {where}"
        )
    elif (one.read, one.whole) != (other.read, other.whole):
        yield _other(part, f"Plugins, snippets or hooks gave the part other texts than {where}")


def _other(part: FoundPart, message: str) -> Problem:
    return Problem(
        code="other-inputs",
        span=part.span(),
        message=f"{message.removesuffix('.')}.",
        hint="Build all parts from one commit, with the same versions and settings.",
    )


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def _locales(parts: Sequence[FoundPart], wanted: Sequence[str]) -> Iterator[Problem]:
    """Which locales are in no part, in several, or not the project's."""
    counts = Counter(locale for part in parts for locale in part.record.locales)
    seen: set[str] = set()
    for part in parts:
        for locale in part.record.locales:
            if locale in seen:
                message = f"The locale {locale} is in {counts[locale]} of the parts."
                hint = "Name each part once, and build each locale in one of them."
                yield Problem(
                    code="bad-part", span=part.span(), locale=locale, message=message, hint=hint
                )
            seen.add(locale)
            if locale not in wanted:
                message = f"The locale {locale} is not one that the project publishes."
                yield Problem(
                    code="bad-part", span=part.span(), locale=locale, message=message, hint=_AGAIN
                )
    for locale in wanted:
        if locale not in seen:
            yield Problem(
                code="locale-missing",
                span=Span(RECORD),
                locale=locale,
                message=f"The locale {locale} is in none of the parts.",
                hint=f"Build it with `polynotice build --locale {locale}`, and name it, too.",
            )


def _shared_files(parts: Sequence[FoundPart]) -> Iterator[Problem]:
    """Which files that are not of a part's own locales are not those of the whole.

    What is beside all pages must be in all parts, what is beside those of another locale (redirects
    of old addresses) in the part with its pages, too.
    """
    first = parts[0]
    part_of = {locale: part for part in parts for locale in part.record.locales}
    for part in parts:
        for name, file in part.record.files.items():
            other = part_of[file.locale] if file.locale else first
            if other.record.files.get(name) != file:
                yield _not_shared(part, name, other)
        for name, file in first.record.files.items():
            if file.locale is None and name not in part.record.files:
                yield _not_shared(first, name, part)


def _not_shared(part: FoundPart, name: str, other: FoundPart) -> Problem:
    return Problem(
        code="bad-part",
        span=part.span(name),
        message=f"The file is not the same in {other.folder.as_posix()}, as it would be in a whole "
        "site.",
        hint="Something makes it of the pages of the part: leave that out, or build the site as a "
        "whole.",
    )


def write_joined(
    parts: Sequence[FoundPart],
    locales: Sequence[str],
    target: Path,
    files: Mapping[str, str],
    archive: Mapping[str, str],
) -> None:
    """Writes the site that the parts make into an empty folder, with its manifest.

    Only of parts that nothing is wrong with; `locales` are the site's, and `files` are the texts
    that no part can have: they are of all locales. So is the `archive`, of which the manifest knows
    nothing.
    """
    for number, part in enumerate(step_by_step("Copying parts", parts)):
        for name, file in part.record.files.items():
            if file.locale in part.record.locales or (file.locale is None and number == 0):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(part.folder / name, target / name)
    lines = {locale: text for part in parts for locale, text in part.record.manifest.items()}
    prose = {locale: text for part in parts for locale, text in part.record.prose.items()}
    of_words, of_prose = ({name: each[name] for name in locales} for each in (lines, prose))
    text = manifest.text_of(of_words, of_prose, parts[0].record.provenance, files)
    for name, content in {**archive, **files, manifest.MANIFEST: text}.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(content, encoding="utf-8", newline="\n")
