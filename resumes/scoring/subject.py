"""What the checks look at: a reading, seen as roles, bullets and texts, each with its path in the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from resumes.document import Document
from resumes.parsing.reading import FieldReading, Kind, Line, Reading
from resumes.scoring.months import first_month, last_month
from resumes.scoring.vocabulary import Vocabulary, guess_language, vocabulary_for
from resumes.scoring.wording import find_phrase, word_count, words_of


@dataclass(frozen=True)
class Text:
    """A piece of the document and its path."""

    path: str
    text: str


@dataclass(frozen=True)
class Entry:
    """Anything with a time: a job, volunteering, a project or a course of study."""

    path: str
    title: str
    organisation: str
    start_date: str
    end_date: str
    prose: str
    bullets: tuple[Text, ...] = ()

    @property
    def name(self) -> str:
        """How a sentence names it."""
        return self.title or self.organisation or "an entry without a name"

    @property
    def start(self) -> int | None:
        return first_month(self.start_date)

    @property
    def end(self) -> int | None:
        return last_month(self.end_date)

    @property
    def current(self) -> bool:
        return not self.end_date


@dataclass(frozen=True)
class Subject:
    """A reading and the day it is judged on. unseen: the lines behind the others that a person can't see."""

    reading: Reading
    today: date
    unseen: tuple[Line, ...] = ()

    @property
    def document(self) -> Document:
        return self.reading.document

    @property
    def has_file(self) -> bool:
        return self.reading.facts.kind is not Kind.JSON

    @cached_property
    def language(self) -> str:
        return self.reading.language or guess_language(words_of(self.text))

    @cached_property
    def vocabulary(self) -> Vocabulary | None:
        return vocabulary_for(self.language)

    @property
    def known_vocabulary(self) -> Vocabulary:
        """The vocabulary, for checks that need one and so are made only when there is one."""
        return cast(Vocabulary, self.vocabulary)

    @cached_property
    def jobs(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                f"work[{i}]",
                job.position,
                job.name,
                job.start_date,
                job.end_date,
                f"{job.summary} {job.description}".strip(),
                _bullets(f"work[{i}]", job.highlights),
            )
            for i, job in enumerate(self.document.work)
        )

    @cached_property
    def volunteering(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                f"volunteer[{i}]",
                v.position,
                v.organization,
                v.start_date,
                v.end_date,
                v.summary,
                _bullets(f"volunteer[{i}]", v.highlights),
            )
            for i, v in enumerate(self.document.volunteer)
        )

    @cached_property
    def projects(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                f"projects[{i}]",
                p.name,
                p.entity,
                p.start_date,
                p.end_date,
                p.description,
                _bullets(f"projects[{i}]", p.highlights),
            )
            for i, p in enumerate(self.document.projects)
        )

    @cached_property
    def studies(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(f"education[{i}]", e.study_type or e.area, e.institution, e.start_date, e.end_date, "")
            for i, e in enumerate(self.document.education)
        )

    @property
    def activities(self) -> tuple[Entry, ...]:
        return (*self.jobs, *self.projects, *self.volunteering)

    @cached_property
    def bullets(self) -> tuple[Text, ...]:
        return tuple(bullet for entry in self.activities for bullet in entry.bullets)

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """The summary, the bullets and the paragraphs: what is written in sentences."""
        texts = [Text("basics.summary", self.document.basics.summary)]
        texts += [
            Text(f"work[{i}].{name}", text)
            for i, w in enumerate(self.document.work)
            for name, text in (("summary", w.summary), ("description", w.description))
        ]
        texts += [
            Text(f"projects[{i}].description", project.description) for i, project in enumerate(self.document.projects)
        ]
        texts += [Text(f"volunteer[{i}].summary", v.summary) for i, v in enumerate(self.document.volunteer)]
        return (*(text for text in texts if text.text.strip()), *self.bullets)

    @cached_property
    def skills(self) -> tuple[Text, ...]:
        """Each skill once, however often it is listed: a group's keywords, or the group itself when it has none."""
        return tuple({skill.text.strip().lower(): skill for skill in reversed([*_skills(self.document)])}.values())[
            ::-1
        ]

    @cached_property
    def text(self) -> str:
        """All that was read, or all that the document says when there is no file."""
        if self.reading.lines:
            return "\n".join(line.text for line in self.reading.lines)
        return "\n".join(_strings(self.document.to_json_resume()))

    @cached_property
    def words(self) -> int:
        return self.reading.facts.words or word_count(self.text)

    @cached_property
    def fields(self) -> dict[str, FieldReading]:
        return {field.path: field for field in self.reading.fields}

    @cached_property
    def academic(self) -> bool:
        """Whether this is a scholar's resume, which may be longer: publications, or a title that says so."""
        titles = self.vocabulary.phrases["academic"] if self.vocabulary else ()
        jobs = [job.title for job in self.jobs[:2]]
        held = any(find_phrase(job, title) for job in [*jobs, self.document.basics.label] for title in titles)
        return len(self.document.publications) >= 5 or (held and bool(self.document.publications))


def subject_of(reading: Reading, today: date) -> Subject:
    """What can't be seen wins nothing: no check but the one on hidden text looks at it."""
    seen = [line for line in reading.lines if not line.hidden]
    unseen = tuple(line for line in reading.lines if line.hidden)
    return Subject(reading.model_copy(update={"lines": seen}) if unseen else reading, today, unseen)


def names_of(jobs: Iterable[Entry]) -> Iterator[Text]:
    """What to quote for each job: its title, or else its employer, if it has either."""
    for job in jobs:
        if job.title:
            yield Text(f"{job.path}.position", job.title)
        elif job.organisation:
            yield Text(f"{job.path}.name", job.organisation)


def _bullets(path: str, highlights: list[str]) -> tuple[Text, ...]:
    return tuple(Text(f"{path}.highlights[{i}]", text) for i, text in enumerate(highlights) if text.strip())


def _skills(document: Document) -> Iterator[Text]:
    for i, skill in enumerate(document.skills):
        if skill.name.strip() and not skill.keywords:
            yield Text(f"skills[{i}].name", skill.name)
        for j, keyword in enumerate(skill.keywords):
            if keyword.strip():
                yield Text(f"skills[{i}].keywords[{j}]", keyword)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
