"""Takes in a job posting, pasted or as a file, and reads it by rules."""

from django.core.files.uploadedfile import UploadedFile

from accounts.models import User
from resume_agent.lib.hidden_characters import without_hidden
from resumes.matching.posting import PostingReading
from resumes.matching.reading_postings import read_posting
from resumes.models import Posting
from resumes.parsing.file_names import clean_name
from resumes.reading_posting_files import posting_text

MOST_CHARACTERS = 50_000
LEAST_WORDS = 8
UNNAMED = "A job without a title"
LONGEST_NAME = 160
NAMES = ("title", "employer")


class NotAPosting(Exception):
    """The text can't be one; str() is a sentence for the person."""


def text_of(file: "UploadedFile[bytes]") -> str:
    """Raises Unreadable."""
    return posting_text(file.read(), clean_name(file.name or ""))


def cleaned(text: str) -> str:
    """Nothing in it that a person wouldn't see, with plain line ends. Raises NotAPosting for too little or too much."""
    text = without_hidden(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > MOST_CHARACTERS:
        most = f"a posting can have {MOST_CHARACTERS:,}. Leave out what isn’t the job."
        raise NotAPosting(f"This text has {len(text):,} characters; {most}")
    if len(text.split()) < LEAST_WORDS:
        raise NotAPosting("This is too short to be a posting. Paste the whole text, with what they ask for.")
    return text


def take_in(owner: User, text: str, *, title: str = "", employer: str = "", url: str = "") -> Posting:
    """What the person typed goes before what was read. Raises NotAPosting."""
    text = cleaned(text)
    reading = read_posting(text)
    posting = Posting(owner=owner, text=text, title=title, employer=employer, url=url)
    posting.typed = [name for name in NAMES if getattr(posting, name)]
    keep(posting, reading)
    posting.save(force_insert=True)
    return posting


def keep(posting: Posting, reading: PostingReading) -> None:
    """Gives the posting what was read, and its names from it, but for those that the person typed. Saves nothing."""
    posting.reading = reading.model_dump(mode="json")
    for name, otherwise in zip(NAMES, (UNNAMED, ""), strict=True):
        if name not in posting.typed:
            setattr(posting, name, (_value(reading, name) or otherwise)[:LONGEST_NAME])


def _value(reading: PostingReading, name: str) -> str:
    found = getattr(reading, name)
    return " ".join(found.text.split()) if found else ""
