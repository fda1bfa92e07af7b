"""Which language and direction a resume is written in."""

import unicodedata

from resumes.document import Document
from resumes.parsing.words import language_of
from resumes.rendering.wording import WORDS


def prose_of(document: Document) -> list[str]:
    """The texts that tell in which language and direction a resume is written."""
    texts = [document.basics.summary, document.basics.label]
    for work in document.work:
        texts += [work.position, work.summary, *work.highlights]
    for volunteer in document.volunteer:
        texts += [volunteer.position, volunteer.summary, *volunteer.highlights]
    for project in document.projects:
        texts += [project.description, *project.highlights]
    texts += [study.area for study in document.education]
    texts += [award.summary for award in document.awards]
    texts += [publication.summary for publication in document.publications]
    texts += [reference.reference for reference in document.references]
    return [text for text in texts if text]


def language_of_texts(texts: list[str]) -> str:
    found = language_of(texts)
    return found if found in WORDS else "en"


def runs_right_to_left(texts: list[str]) -> bool:
    """Whether most letters of the first text that has any run from right to left."""
    for text in texts:
        letters = [unicodedata.bidirectional(c) for c in text[:5000]]
        right, left = sum(c in {"R", "AL"} for c in letters), letters.count("L")
        if right or left:
            return right > left
    return False
