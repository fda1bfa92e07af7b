"""What an exported file is called: whose resume it is, in words a recruiter can file it by."""

import re
import unicodedata
from itertools import accumulate

from resumes.document import Document
from resumes.rendering.written_in import language_of_texts, prose_of

WORDS = {"en": "Resume", "de": "Lebenslauf", "fr": "CV", "es": "CV"}
LETTER_WORDS = {"en": "Cover-Letter", "de": "Anschreiben", "fr": "Lettre-de-motivation", "es": "Carta-de-presentacion"}
LONGEST = 80
"""Characters without the ending."""
MOST_BYTES = 200
"""In UTF-8, without the ending: file systems end at 255, and downloads get a " (1)" added."""


def file_name(document: Document, form: str, version_name: str = "") -> str:
    """E.g. "Alice-Example-Resume-Acme-backend.pdf". form: the ending, without its dot. Letters of any script stay."""
    word = WORDS[language_of_texts(prose_of(document))]
    parts = [_hyphened(document.basics.name), word, _hyphened(version_name)]
    return f"{_shortened('-'.join(filter(None, parts)))}.{form}"


def letter_file_name(name: str, employer: str, language: str, form: str) -> str:
    """E.g. "Alice-Example-Cover-Letter-Acme.pdf". language: the letter's."""
    parts = [_hyphened(name), LETTER_WORDS.get(language, LETTER_WORDS["en"]), _hyphened(employer)]
    return f"{_shortened('-'.join(filter(None, parts)))}.{form}"


def _hyphened(text: str) -> str:
    """Letters, digits and their marks, hyphens between; the rest may mean something to a shell or a file system."""
    kept = "".join(char if _is_word(char) else "-" for char in unicodedata.normalize("NFC", text) if char not in "'’.")
    return re.sub("-+", "-", kept).strip("-_")


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN" or char in "_+"


def _shortened(name: str) -> str:
    sizes = accumulate(len(char.encode()) for char in name[:LONGEST])
    return name[: sum(size <= MOST_BYTES for size in sizes)].rstrip("-_")
