"""Headings, labels and dates in the languages a resume can be set in."""

import re
from typing import NamedTuple

from resumes.parsing.words import known

_MONTH = re.compile(r"(\d{4})-(0?[1-9]|1[0-2])(-\d{1,2}(T.*)?)?", re.ASCII)


class Words(NamedTuple):
    """present: what stands for an end that hasn't come. until: before an end without a beginning. months: twelve, as
    printed before a year."""

    headings: dict[str, str]
    present: str
    until: str
    months: tuple[str, ...]
    grade: str
    courses: str
    keywords: str


WORDS = {
    "en": Words(
        headings={
            "summary": "Summary",
            "work": "Experience",
            "education": "Education",
            "skills": "Skills",
            "projects": "Projects",
            "volunteer": "Volunteering",
            "certificates": "Certificates",
            "publications": "Publications",
            "awards": "Awards",
            "languages": "Languages",
            "interests": "Interests",
            "references": "References",
        },
        present="Present",
        until="Until",
        months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        grade="Grade",
        courses="Courses",
        keywords="Technologies",
    ),
    "de": Words(
        headings={
            "summary": "Profil",
            "work": "Berufserfahrung",
            "education": "Ausbildung",
            "skills": "Kenntnisse",
            "projects": "Projekte",
            "volunteer": "Ehrenamt",
            "certificates": "Zertifikate",
            "publications": "Veröffentlichungen",
            "awards": "Auszeichnungen",
            "languages": "Sprachen",
            "interests": "Interessen",
            "references": "Referenzen",
        },
        present="heute",
        until="Bis",
        months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
        grade="Note",
        courses="Schwerpunkte",
        keywords="Technologien",
    ),
    "fr": Words(
        headings={
            "summary": "Profil",
            "work": "Expérience professionnelle",
            "education": "Formation",
            "skills": "Compétences",
            "projects": "Projets",
            "volunteer": "Bénévolat",
            "certificates": "Certifications",
            "publications": "Publications",
            "awards": "Distinctions",
            "languages": "Langues",
            "interests": "Centres d’intérêt",
            "references": "Références",
        },
        present="aujourd’hui",
        until="Jusqu’en",
        months=("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
        grade="Mention",
        courses="Cours",
        keywords="Technologies",
    ),
    "es": Words(
        headings={
            "summary": "Perfil",
            "work": "Experiencia profesional",
            "education": "Formación",
            "skills": "Competencias",
            "projects": "Proyectos",
            "volunteer": "Voluntariado",
            "certificates": "Certificaciones",
            "publications": "Publicaciones",
            "awards": "Premios",
            "languages": "Idiomas",
            "interests": "Intereses",
            "references": "Referencias",
        },
        present="actualidad",
        until="Hasta",
        months=("ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."),
        grade="Nota",
        courses="Asignaturas",
        keywords="Tecnologías",
    ),
}


def written_date(iso: str, language: str) -> str:
    """An ISO prefix with the precision it has, days left out: "2021-03" is "Mar 2021". Anything else stays as it is."""
    found = _MONTH.fullmatch(iso)
    return f"{WORDS[language].months[int(found[2]) - 1]} {found[1]}" if found else iso


def written_range(first: str, last: str, language: str, *, says_until: bool = True) -> tuple[str, str, str]:
    """(start, end, both as one text) of ISO prefixes; an end that is missing is the present.

    says_until: whether an end without a beginning needs a word ("Until Mar 2021") to be read as one.
    """
    words = WORDS[language]
    start, end = written_date(first, language), written_date(last, language)
    if (start and not end) or known("present", end):
        end = words.present
    if start:
        return start, end, f"{start} – {end}"
    return start, end, f"{words.until} {end}" if says_until and end else end
