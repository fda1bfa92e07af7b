"""What a posting's requirements name: skills, least years, languages, each with its place."""

from resumes.matching.languages_asked import asks_languages
from resumes.matching.named import named_in
from resumes.matching.posting import Quoted, Requirement
from resumes.matching.years_asked import asks_years


def skills_in(requirements: list[Requirement]) -> list[Quoted]:
    """Tools, methods and certificates, each once, where it is named first."""
    found: dict[str, Quoted] = {}
    for requirement in requirements:
        for named in named_in(requirement.text):
            place = requirement.start + named.start
            found.setdefault(
                min(named.names), Quoted(value=named.text, text=named.text, start=place, end=place + len(named.text))
            )
    return list(found.values())


def years_in(requirements: list[Requirement]) -> list[Quoted]:
    found = []
    for requirement in requirements:
        if years := asks_years(requirement.text):
            text = requirement.text[years.start : years.end]
            start = requirement.start + years.start
            found.append(Quoted(value=f"{years.least:g}", text=text, start=start, end=start + len(text)))
    return found


def languages_in(requirements: list[Requirement]) -> list[Quoted]:
    found: dict[str, Quoted] = {}
    for requirement in requirements:
        for tongue in asks_languages(requirement.text):
            start, end = requirement.start + tongue.start, requirement.start + tongue.end
            text = requirement.text[tongue.start : tongue.end]
            found.setdefault(tongue.code, Quoted(value=tongue.code, text=text, start=start, end=end))
    return list(found.values())
