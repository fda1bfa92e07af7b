"""From the document and its design to the sheet: what stands on the page, in which order and in which words."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from resumes.document import Basics, Document, Education, Location, Profile, Project, Volunteer, Work
from resumes.rendering.design import Design
from resumes.rendering.sheet import Contact, Entry, Form, Section, Sheet
from resumes.rendering.wording import WORDS, written_date, written_range
from resumes.rendering.written_in import language_of_texts, prose_of, runs_right_to_left

CODE_LAST = {"AU", "CA", "GB", "NZ", "US"}
"""Countries where a postal code is written behind the town and the region."""
HARMLESS = {"http", "https", "mailto", "tel"}
LONGEST_ADDRESS = 2000
# Controls, half characters and what is no character; annotations and tags, which no one sees; overrides and isolates of
# direction, with which a text could read otherwise than it is stored. Joiners and plain marks of direction stay.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    r"\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
    + "]"
)


def lay_out(document: Document, design: Design) -> Sheet:
    """Pure and total: any document gives a sheet. Empty values, entries and sections are left out."""
    prose = prose_of(document)
    language = design.language or language_of_texts(prose)
    makers: dict[str, Callable[[Document, str], tuple[Form, Iterable[Entry]]]] = {
        "summary": lambda d, _: ("text", [Entry(path="basics", summary=d.basics.summary)]),
        "work": _work,
        "education": _education,
        "skills": _skills,
        "projects": _projects,
        "volunteer": _volunteer,
        "certificates": _certificates,
        "publications": _publications,
        "awards": _awards,
        "languages": _languages,
        "interests": _interests,
        "references": _references,
    }
    sections = []
    for key in design.sections():
        form, entries = makers[key](document, language)
        kept = [entry for entry in map(_cleaned, entries) if entry != Entry(path=entry.path)]
        if kept:
            sections.append(Section(key=key, heading=WORDS[language].headings[key], form=form, entries=kept))
    return Sheet(
        name=one_line(document.basics.name),
        label=one_line(document.basics.label),
        contacts=_contacts(document.basics),
        sections=sections,
        language=language,
        rtl=runs_right_to_left([" ".join(prose), document.basics.name]),
    )


def one_line(text: str) -> str:
    """Text without characters that can't or mustn't be printed, its white space made single blanks."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def _joined(separator: str, *texts: str) -> str:
    return separator.join(filter(None, map(one_line, texts)))


def harmless(address: str) -> str:
    """The address if following it can do no harm, with a scheme added where it has none; else empty."""
    address = one_line(address)
    if not address or " " in address or len(address) > LONGEST_ADDRESS:
        return ""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme in HARMLESS:
        return address
    return f"https://{address}" if re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$|\?|#)", address) else ""


def shown_address(address: str) -> str:
    """An address as people print it: no scheme, no "www.", no slash at its end."""
    shown = re.sub(r"^(https?://)?(www\.)?", "", one_line(address), flags=re.IGNORECASE).rstrip("/")
    return shown or one_line(address)


def _cleaned(entry: Entry) -> Entry:
    texts = {k: one_line(v) for k, v in entry if isinstance(v, str) and k not in {"path", "summary"}}
    # A blank line in a summary is a new paragraph; every other break is only where the typist's line ended.
    paragraphs = [one_line(p) for p in re.split(r"\n\s*\n", entry.summary)]
    lists = {k: [t for t in map(one_line, v) if t] for k, v in entry if isinstance(v, list)}
    if not lists["tags"]:
        texts["tags_label"] = ""
    return entry.model_copy(update={**texts, **lists, "summary": "\n\n".join(p for p in paragraphs if p)})


def _contacts(basics: Basics) -> list[Contact]:
    found = [
        Contact(kind="email", text=basics.email, href=f"mailto:{basics.email.strip()}" if "@" in basics.email else ""),
        Contact(kind="phone", text=basics.phone, href=_tel(basics.phone)),
        Contact(kind="location", text=_place(basics.location)),
        Contact(kind="url", text=shown_address(basics.url), href=harmless(basics.url)),
    ]
    found += [Contact(kind="profile", text=_profile(p), href=harmless(p.url)) for p in basics.profiles]
    cleaned = [c.model_copy(update={"text": one_line(c.text), "href": harmless(c.href)}) for c in found]
    return [contact for contact in cleaned if contact.text]


def _profile(profile: Profile) -> str:
    """ "github.com/alice", which tells network and user; what an address doesn't tell stands before it."""
    address = shown_address(profile.url)
    told = _letters_and_digits(address)
    names = (profile.network, profile.username)
    untold = [name for name in names if not _letters_and_digits(name) or _letters_and_digits(name) not in told]
    return _joined(": ", *untold, address)


def _letters_and_digits(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _tel(phone: str) -> str:
    digits = re.sub(r"[^0-9+]", "", phone)
    return f"tel:{digits}" if len(digits) >= 5 else ""


def _place(location: Location) -> str:
    """ "Chicago, Illinois 60614, US" where the postal code follows the region, "69003 Lyon, FR" elsewhere."""
    code, city, region = location.postal_code, location.city, location.region
    if one_line(location.country_code).upper() in CODE_LAST:
        town = _joined(" ", _joined(", ", city, region), code)
    else:
        town = _joined(", ", _joined(" ", code, city), region)
    return _joined(", ", location.address, town, location.country_code)


def _dated(row: Work | Volunteer | Education | Project, language: str) -> dict[str, str]:
    """A date alone is taken for the end of an education, and for the beginning of anything else."""
    first, last = one_line(row.start_date), one_line(row.end_date)
    start, end, dates = written_range(first, last, language, says_until=not isinstance(row, Education))
    return {"start": start, "end": end, "dates": dates}


def _linked(url: str) -> dict[str, str]:
    return {"link": shown_address(url), "href": harmless(url)}


def _work(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "entries", (
        Entry(
            path=f"work[{i}]",
            title=row.position or row.name,
            subtitle=row.name if row.position else "",
            place=row.location,
            note=row.description,
            summary=row.summary,
            bullets=row.highlights,
            **_dated(row, language),
            **_linked(row.url),
        )
        for i, row in enumerate(document.work)
    )


def _volunteer(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "entries", (
        Entry(
            path=f"volunteer[{i}]",
            title=row.position or row.organization,
            subtitle=row.organization if row.position else "",
            summary=row.summary,
            bullets=row.highlights,
            **_dated(row, language),
            **_linked(row.url),
        )
        for i, row in enumerate(document.volunteer)
    )


def _education(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    words = WORDS[language]
    return "entries", (
        Entry(
            path=f"education[{i}]",
            title=_joined(", ", row.study_type, row.area) or row.institution,
            subtitle=row.institution if row.study_type or row.area else "",
            note=f"{words.grade}: {row.score}" if one_line(row.score) else "",
            tags_label=words.courses,
            tags=row.courses,
            **_dated(row, language),
            **_linked(row.url),
        )
        for i, row in enumerate(document.education)
    )


def _projects(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "entries", (
        Entry(
            path=f"projects[{i}]",
            title=row.name,
            subtitle=_joined(", ", *row.roles, row.entity),
            summary=row.description,
            bullets=row.highlights,
            tags_label=WORDS[language].keywords,
            tags=row.keywords,
            **_dated(row, language),
            **_linked(row.url),
        )
        for i, row in enumerate(document.projects)
    )


def _certificates(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "lines", (
        Entry(
            path=f"certificates[{i}]",
            title=row.name,
            subtitle=row.issuer,
            dates=written_date(row.date, language),
            **_linked(row.url),
        )
        for i, row in enumerate(document.certificates)
    )


def _publications(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "lines", (
        Entry(
            path=f"publications[{i}]",
            title=row.name,
            subtitle=row.publisher,
            dates=written_date(row.release_date, language),
            summary=row.summary,
            **_linked(row.url),
        )
        for i, row in enumerate(document.publications)
    )


def _awards(document: Document, language: str) -> tuple[Form, Iterable[Entry]]:
    return "lines", (
        Entry(
            path=f"awards[{i}]",
            title=row.title,
            subtitle=row.awarder,
            dates=written_date(row.date, language),
            summary=row.summary,
        )
        for i, row in enumerate(document.awards)
    )


def _skills(document: Document, _language: str) -> tuple[Form, Iterable[Entry]]:
    return "groups", (
        Entry(path=f"skills[{i}]", title=row.name, note=row.level, tags=row.keywords)
        for i, row in enumerate(document.skills)
    )


def _languages(document: Document, _language: str) -> tuple[Form, Iterable[Entry]]:
    return "pairs", (
        Entry(path=f"languages[{i}]", title=row.language, note=row.fluency) for i, row in enumerate(document.languages)
    )


def _interests(document: Document, _language: str) -> tuple[Form, Iterable[Entry]]:
    return "groups", (
        Entry(path=f"interests[{i}]", title=row.name, tags=row.keywords) for i, row in enumerate(document.interests)
    )


def _references(document: Document, _language: str) -> tuple[Form, Iterable[Entry]]:
    return "quotes", (
        Entry(path=f"references[{i}]", title=row.name, summary=row.reference)
        for i, row in enumerate(document.references)
    )
