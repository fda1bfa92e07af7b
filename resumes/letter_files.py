"""Makes the files of a cover letter."""

from resumes.document import Document
from resumes.models import Letter
from resumes.rendering.design import Design
from resumes.rendering.file_names import letter_file_name
from resumes.rendering.letters import LetterFormat, letter_sheet, render_letter
from resumes.rendering.scripts import unset_characters

CONTENT_TYPES = {
    LetterFormat.PDF: "application/pdf",
    LetterFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    LetterFormat.TEXT: "text/plain; charset=utf-8",
}


def file_of(letter: Letter, form: LetterFormat) -> bytes:
    """Needs `version`. The same bytes until the letter changes. Raises NotSet."""
    made = letter.updated_at.replace(microsecond=0)
    return render_letter(letter.text, _document(letter), _design(letter), form, language=letter.language, made=made)


def name_of(letter: Letter, form: LetterFormat) -> str:
    """Needs `version` and `posting`."""
    return letter_file_name(_document(letter).basics.name, letter.posting.employer, letter.language, form)


def unset_in(letter: Letter) -> str:
    """Characters that no font of ours can write: empty boxes on a page."""
    return unset_characters(letter_sheet(letter.text, _document(letter), _design(letter), letter.language))


def _document(letter: Letter) -> Document:
    return Document.model_validate(letter.version.document)


def _design(letter: Letter) -> Design:
    return Design.stored(letter.version.design)
