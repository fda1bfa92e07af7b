"""The shape of what can be edited: the sections of a resume, their rows, and each field with the words it goes by."""

import re
from dataclasses import dataclass
from enum import StrEnum

from resumes.editing.outline import TEXT


class Kind(StrEnum):
    """What a field takes. WORDS: a list of short words, with commas. END: a date, or nothing while it goes on."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    END = "end"
    WORDS = "words"
    EMAIL = "email"
    PHONE = "tel"
    LINK = "url"


@dataclass(frozen=True)
class Field:
    """name: where it stands in its row. size: how wide it is drawn, in sixths of the row."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    size: int = 3
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """A list of rows. one: a row, with its article. titles: the fields that name a row. bullets: the list in each row
    that has a text per row of its own, or empty. folds: its rows are large enough to be folded.
    """

    key: str
    title: str
    one: str
    fields: tuple[Field, ...]
    titles: tuple[str, ...] = ()
    bullets: str = ""
    folds: bool = False


SHORT = "Separate them by commas."
FROM = Field("startDate", "From", Kind.DATE, 2)
TO = Field("endDate", "To", Kind.END, 2)
LINK = Field("url", "Link", Kind.LINK, 3)
BULLET = Field(TEXT, "Bullet", Kind.TEXT, 6)

BASICS = (
    Field("name", "Name"),
    Field("label", "Headline", hint="The role you want to be seen in."),
    Field("email", "E-mail", Kind.EMAIL),
    Field("phone", "Phone", Kind.PHONE),
    Field("location/city", "City", size=2),
    Field("location/region", "Region", size=2),
    Field("location/countryCode", "Country", size=2),
    Field("location/address", "Street"),
    Field("location/postalCode", "Postcode", size=1),
    Field("url", "Website", Kind.LINK, 2),
    Field("summary", "Summary", Kind.TEXT, 6),
)
PROFILES = Section(
    "basics/profiles",
    "Profiles",
    "a profile",
    (Field("network", "Network", size=2), Field("username", "User name", size=2), Field("url", "Link", Kind.LINK, 2)),
    ("network", "username"),
)
SECTIONS = (
    PROFILES,
    Section(
        "work",
        "Experience",
        "a job",
        (
            Field("position", "Role"),
            Field("name", "Employer"),
            FROM,
            TO,
            Field("location", "Place", size=2),
            Field("description", "About the employer"),
            LINK,
            Field("summary", "In short", Kind.TEXT, 6),
        ),
        ("position", "name"),
        bullets="highlights",
        folds=True,
    ),
    Section(
        "education",
        "Education",
        "a school",
        (
            Field("institution", "School"),
            Field("studyType", "Degree"),
            Field("area", "Subject"),
            Field("score", "Grade"),
            FROM,
            TO,
            Field("url", "Link", Kind.LINK, 2),
            Field("courses", "Courses", Kind.WORDS, 6, SHORT),
        ),
        ("studyType", "area", "institution"),
        folds=True,
    ),
    Section(
        "skills",
        "Skills",
        "a group of skills",
        (
            Field("name", "Group", size=4),
            Field("level", "Level", size=2),
            Field("keywords", "Skills", Kind.WORDS, 6),
        ),
        ("name",),
    ),
    Section(
        "projects",
        "Projects",
        "a project",
        (
            Field("name", "Project"),
            Field("entity", "For"),
            FROM,
            TO,
            Field("url", "Link", Kind.LINK, 2),
            Field("roles", "Your roles", Kind.WORDS, 3, SHORT),
            Field("keywords", "Keywords", Kind.WORDS, 3, SHORT),
            Field("description", "About it", Kind.TEXT, 6),
        ),
        ("name", "entity"),
        bullets="highlights",
        folds=True,
    ),
    Section(
        "volunteer",
        "Volunteering",
        "a voluntary role",
        (
            Field("position", "Role"),
            Field("organization", "Organisation"),
            FROM,
            TO,
            Field("url", "Link", Kind.LINK, 2),
            Field("summary", "In short", Kind.TEXT, 6),
        ),
        ("position", "organization"),
        bullets="highlights",
        folds=True,
    ),
    Section(
        "certificates",
        "Certificates",
        "a certificate",
        (
            Field("name", "Certificate", size=3),
            Field("issuer", "Issued by", size=3),
            Field("date", "Date", Kind.DATE, 2),
            Field("url", "Link", Kind.LINK, 4),
        ),
        ("name",),
    ),
    Section(
        "publications",
        "Publications",
        "a publication",
        (
            Field("name", "Title", size=4),
            Field("releaseDate", "Date", Kind.DATE, 2),
            Field("publisher", "Publisher"),
            LINK,
            Field("summary", "About it", Kind.TEXT, 6),
        ),
        ("name",),
        folds=True,
    ),
    Section(
        "awards",
        "Awards",
        "an award",
        (
            Field("title", "Award", size=2),
            Field("awarder", "Given by", size=2),
            Field("date", "Date", Kind.DATE, 2),
            Field("summary", "About it", Kind.TEXT, 6),
        ),
        ("title",),
        folds=True,
    ),
    Section(
        "languages",
        "Languages",
        "a language",
        (Field("language", "Language"), Field("fluency", "Level")),
        ("language",),
    ),
    Section(
        "interests",
        "Interests",
        "an interest",
        (Field("name", "Interest", size=2), Field("keywords", "In particular", Kind.WORDS, 4)),
        ("name",),
    ),
    Section(
        "references",
        "References",
        "a reference",
        (Field("name", "Name", size=6), Field("reference", "What they say", Kind.TEXT, 6)),
        ("name",),
        folds=True,
    ),
)
BY_KEY = {section.key: section for section in SECTIONS}
ROW = "*"
ROW_ID = re.compile(r"[a-z0-9]{1,32}")


def _fields() -> dict[str, Field]:
    found = {f"basics/{field.name}": field for field in BASICS}
    for section in SECTIONS:
        found |= {f"{section.key}/{ROW}/{field.name}": field for field in section.fields}
        if section.bullets:
            found[f"{section.key}/{ROW}/{section.bullets}/{ROW}/{TEXT}"] = BULLET
    return found


FIELDS = _fields()
LISTS = {section.key: section.one for section in SECTIONS} | {
    f"{section.key}/{ROW}/{section.bullets}": "a bullet" for section in SECTIONS if section.bullets
}
"""Where rows can be added, and how one of them is called."""


def pattern_of(path: str) -> str:
    """The path with a star for each id, or "" when an id can't be one."""
    parts = path.split("/")
    first = 2 if parts[:2] == ["basics", "profiles"] else 1
    if parts[0] == "basics" and first == 1:
        return path
    for at in range(first, len(parts), 2):
        if not ROW_ID.fullmatch(parts[at]):
            return ""
        parts[at] = ROW
    return "/".join(parts)


def field_at(path: str) -> Field | None:
    return FIELDS.get(pattern_of(path))


def one_of(list_path: str) -> str:
    """How a row of the list is called, with its article, or "" where no rows can be added."""
    return LISTS.get(pattern_of(list_path), "")


def section_of(path: str) -> Section | None:
    """The section that a path leads into; None for the person's own fields."""
    parts = path.split("/")
    return BY_KEY.get("/".join(parts[:2])) or BY_KEY.get(parts[0])


def row_of(path: str) -> str:
    """The path of the section's row that a path leads into, or "basics"."""
    section = section_of(path)
    return "/".join(path.split("/")[: section.key.count("/") + 2]) if section else "basics"
