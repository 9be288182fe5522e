"""The reader of records: what each file says, and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from polynotice.core.locales import Locale
from polynotice.core.model import DataCategory, DataGroup, Notice, Purpose, Section, Span, Text
from polynotice.core.problems import Problem, did_you_mean
from polynotice.files import yaml_source
from polynotice.files.yaml_source import Document, Place
from polynotice.notice import record_mistakes
from polynotice.notice.columns import FIELDS
from polynotice.notice.former_ids import taken_former_ids
from polynotice.notice.legal_bases import mistakes_in_ids, value_of_ids, what_is_lacking
from polynotice.notice.record_files import RecordFile
from polynotice.notice.record_mistakes import problem_of
from polynotice.notice.record_schema import (
    ID_PATTERN,
    DataCategoryForm,
    DataGroupForm,
    FileForm,
    FormType,
    purpose_form,
)
from polynotice.notice.record_texts import category_of, group_of, values_of, with_users

_LISTS = {"purposes", "data_categories"}  # the keys of a file that hold its records


class RecordReader:
    """Reads files of records one by one, and notes what is wrong with them."""

    def __init__(self, extra_columns: tuple[str, ...], source: Locale) -> None:
        self.source = source
        self.purpose_form = purpose_form(extra_columns)
        self.fields = (*FIELDS, *extra_columns)
        self.sections: dict[str, Section] = {}
        self.categories: dict[str, DataCategory] = {}
        self.groups: dict[str, DataGroup] = {}
        self.purposes: dict[str, Purpose] = {}
        self.references: list[tuple[str, str, Span]] = []
        """Of purposes to data categories."""
        self.group_references: list[tuple[str, str, Span]] = []
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.has_unread = False

    def _add(
        self, code: str, span: Span, message: str, hint: str, record: str | None = None
    ) -> None:
        self.problems.append(
            Problem(code=code, span=span, message=message, hint=hint, record=record)
        )

    def read(self, files: Iterable[RecordFile]) -> None:
        """Reads the files, in their order."""
        for file in files:
            if file.text is not None:
                self._read_file(file.name, file.stem, file.text)
            elif file.problem:
                self.problems.append(file.problem)
                self.has_unread |= file.has_records
        self._check_references()
        self.problems += what_is_lacking(self.purposes.values(), self.categories, self.source)

    def _read_file(self, name: str, stem: str, text: str) -> None:
        document, problems = yaml_source.load_yaml(text, name, code="unreadable-records")
        self.problems += problems
        if document is None:
            self.has_unread = True
            return
        if not isinstance(document.data, dict):
            self.has_unread = True
            message = "The file holds no records."
            hint = "Start it with `purposes:` or `data_categories:`."
            self._add("unreadable-records", Span(name), message, hint)
            return
        form = self._valid_file(document)
        has_misspelt = any(get_close_matches(str(key), _LISTS) for key in document.data)
        if not has_misspelt and not _LISTS & set(document.data):
            message = "The file has neither `purposes` nor `data_categories`."
            self._add("missing-field", Span(name), message, "Add one of them, or remove the file.")
        if form.purposes is not None:
            self._add_purposes(form, document, stem)
        self._add_groups(form, document)
        self._add_categories(form, document)

    def _valid_file(self, document: Document) -> FileForm:
        """The top of the file, less what is wrong there: that hides no mistake in its records."""
        form, mistakes = record_mistakes.read_form(FileForm, document.data)
        self.problems += [problem_of(one, document, (), FileForm) for one in mistakes]
        bad = {one.place[0] for one in mistakes}
        listed = _LISTS & set(document.children(()))
        self.has_unread |= not listed or any(get_close_matches(str(one), _LISTS) for one in bad)
        rest = {key: value for key, value in document.children(()).items() if key not in bad}
        return form or record_mistakes.read_form(FileForm, rest)[0] or FileForm()

    def _valid(self, form: type[FormType], document: Document, place: Place) -> FormType | None:
        """The value at `place` as that form; `None`, and its problems noted, if it is none."""
        value, mistakes = record_mistakes.read_form(form, document.at(place))
        new = [problem_of(one, document, place, form) for one in mistakes]
        meant = {one.hint for one in new if one.code == "unknown-field"}
        for problem, mistake in zip(new, mistakes, strict=True):
            # A required key that is there, but misspelt, is one mistake.
            name = mistake.place[-1] if mistake.place else ""
            if mistake.kind != "missing" or f'Did you mean "{name}"?' not in meant:
                self.problems.append(problem)
        return value

    def _add_purposes(self, form: FileForm, document: Document, stem: str) -> None:
        section_id = form.section or stem
        span = document.span(("section",))
        if not re.fullmatch(ID_PATTERN, section_id):
            hint = "Give the file a `section:` of a-z, 0-9 and hyphens."
            self._add("bad-id", span, f'"{section_id}" cannot be the id of a section.', hint)
        title = None
        if form.title:
            title = Text(
                msgid=form.title,
                context=f"sections/{section_id}/title",
                span=document.span(("title",)),
                comment="Title of a section",
            )
        purposes = list(self._purposes(len(form.purposes or ()), document))
        earlier = self.sections.get(section_id)
        if earlier and earlier.title and title and earlier.title.msgid != title.msgid:
            message = f'The section "{section_id}" has another title in {earlier.title.span.path}.'
            self._add("duplicate-id", title.span, message, "Use one title, or another section id.")
        self.sections[section_id] = Section(
            id=section_id,
            title=(earlier and earlier.title) or title,
            purposes=(*(earlier.purposes if earlier else ()), *purposes),
            span=earlier.span if earlier else span,
        )

    def _purposes(self, count: int, document: Document) -> Iterator[Purpose]:
        for index in range(count):
            place: Place = ("purposes", index)
            form = self._valid(self.purpose_form, document, place)
            if form is None:
                self._break(document, place)
                continue
            span = document.span((*place, "id"))
            if self._is_taken(form.id, self.purposes, span):
                continue
            name = form.title or form.id
            fields = dict(values_of(form, self.fields, document, place, name))
            title = None
            if form.title:
                title = Text(
                    msgid=form.title,
                    context=f"purposes/{form.id}/title",
                    span=document.span((*place, "title")),
                    comment=f"Title of the purpose {form.id}: heading of its table",
                )
            if form.personal_data is None and not form.data:
                message = f'The purpose "{form.id}" names no personal data.'
                hint = "Add `personal_data:` or `data:`."
                self._add("missing-field", span, message, hint, form.id)
                self.broken.add(form.id)
                continue
            if basis := value_of_ids(form, document, place, self.source):
                fields["legal_basis"] = basis
            self.problems += mistakes_in_ids(form, document, place, self.source)
            for position, category in enumerate(form.data):
                where = document.span((*place, "data", position))
                if category in form.data[:position]:
                    message = f'"{category}" stands twice in the data of "{form.id}".'
                    self._add("duplicate-id", where, message, "Remove one.", form.id)
                self.references.append((form.id, category, where))
            purpose = Purpose(
                id=form.id,
                title=title,
                fields={name: fields[name] for name in self.fields if name in fields},
                data=tuple(form.data),
                formerly=tuple(form.formerly),
                effective=form.effective,
                legal_basis_ids=tuple(form.legal_basis_ids),
                span=span,
            )
            yield self.purposes.setdefault(form.id, purpose)

    def _break(self, document: Document, place: Place) -> None:
        """Notes that a record is there, without an id perhaps under a misspelt name of that."""
        values = document.children(place)
        self.broken |= {str(values["id"])} if "id" in values else set(map(str, values.values()))

    def _add_groups(self, form: FileForm, document: Document) -> None:
        for index in range(len(form.groups or ())):
            place: Place = ("groups", index)
            group = self._valid(DataGroupForm, document, place)
            if group is None:
                self._break(document, place)
                continue
            if not self._is_taken(group.id, self.groups, document.span((*place, "id"))):
                self.groups[group.id] = group_of(group, document, place)

    def _add_categories(self, form: FileForm, document: Document) -> None:
        for index in range(len(form.data_categories or ())):
            place: Place = ("data_categories", index)
            category = self._valid(DataCategoryForm, document, place)
            if category is None:
                self._break(document, place)
                continue
            span = document.span((*place, "id"))
            if self._is_taken(category.id, self.categories, span):
                continue
            self.categories[category.id] = category_of(category, document, place)
            if category.group:
                where = document.span((*place, "group"))
                self.group_references.append((category.id, category.group, where))

    def _is_taken(
        self, new_id: str, known: Mapping[str, Purpose | DataCategory | DataGroup], span: Span
    ) -> bool:
        if new_id not in known:
            return False
        first = known[new_id].span
        message = f'The id "{new_id}" is taken by the record in {first.path}:{first.line}.'
        self._add("duplicate-id", span, message, "Give this record an id of its own.", new_id)
        return True

    def _check_references(self) -> None:
        for kind, references, known in (
            ("data category", self.references, self.categories),
            ("group", self.group_references, self.groups),
        ):
            for record, name, span in references:
                if not (self.has_unread or name in known or name in self.broken):
                    message = f'No file defines the {kind} "{name}" of "{record}".'
                    hint = did_you_mean(name, known)
                    self._add("unknown-reference", span, message, hint, record)
        self.problems += taken_former_ids(self.purposes, self.categories)
        for name in self.categories:
            if purpose := self.purposes.get(f"data-{name}"):
                message = f'"{purpose.id}" is the address of the data category "{name}".'
                hint = "Give the purpose another id."
                self._add("duplicate-id", purpose.span, message, hint, purpose.id)

    def notice(self) -> Notice:
        """The notice, without its words, of all records that could be understood."""
        sections = tuple(self.sections.values())
        categories = tuple(with_users(one, sections) for one in self.categories.values())
        return Notice(
            sections=sections,
            categories=categories,
            groups=tuple(self.groups.values()),
            broken=frozenset(self.broken),
            has_unread=self.has_unread,
        )
