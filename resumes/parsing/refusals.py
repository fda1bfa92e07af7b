"""The sentences that a person reads when a file can't be read: one per cause, each with a way on."""

from resumes.parsing.unreadable import Unreadable

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 40
TAKEN = "PDF, Word (.docx), plain text, Markdown or JSON Resume"


def empty() -> Unreadable:
    return Unreadable("empty", "This file is empty. Please check that it opens on your computer, then upload it again.")


def no_words() -> Unreadable:
    return Unreadable("empty", "This file opens, but there is nothing written in it. Please choose another file.")


def too_large(size: int) -> Unreadable:
    megabytes = size / 1024 / 1024
    return Unreadable(
        "too_large",
        f"This file has {megabytes:.1f} MB; the limit is {MAX_BYTES // 1024 // 1024} MB. "
        "Large pictures are the usual cause: please remove or shrink them and export the file again.",
    )


def too_many_pages(pages: int) -> Unreadable:
    return Unreadable(
        "too_many_pages",
        f"This file has {pages:,} pages; the limit is {MAX_PAGES}. Please upload just the pages of your resume.",
    )


def too_long() -> Unreadable:
    return Unreadable(
        "too_many_pages",
        f"This file holds more text than {MAX_PAGES} pages. Please upload just the text of your resume.",
    )


def wrong_type(what: str, way_on: str) -> Unreadable:
    """what: with its article, as in "a ZIP archive". way_on: a whole sentence."""
    return Unreadable("wrong_type", f"This file is {what}, which we can't read as a resume. {way_on}")


def unknown() -> Unreadable:
    return Unreadable("wrong_type", f"We don't know this kind of file. Please upload your resume as {TAKEN}.")


def picture() -> Unreadable:
    return Unreadable(
        "wrong_type",
        "This file is a picture, and we can't read text in pictures yet. "
        "Please upload the document it was made from, as PDF or Word (.docx).",
    )


def image_only() -> Unreadable:
    return Unreadable(
        "image_only",
        "This PDF is a picture of a resume: there is no text in it that a machine could read, so most hiring systems "
        "can't read it either. Reading scans comes later. Please export a PDF from your word processor and upload it.",
    )


def undecodable() -> Unreadable:
    return Unreadable(
        "image_only",
        "This PDF draws its letters without saying which letters they are, so no machine can read it. "
        "Please use a common font, such as Arial or Calibri, export the PDF again and upload that.",
    )


def image_only_word() -> Unreadable:
    return Unreadable(
        "image_only",
        "This Word file holds only pictures: there is no text in it that a machine could read. "
        "Please upload a version in which your resume is written as text.",
    )


def encrypted_pdf() -> Unreadable:
    return Unreadable(
        "encrypted",
        "This PDF is protected by a password. Please open it, save a copy without the password, and upload the copy.",
    )


def encrypted_office() -> Unreadable:
    return Unreadable(
        "encrypted",
        "This Office file is protected by a password. Please open it, remove the password under File > Info, "
        "save it and upload it again.",
    )


def corrupt(what: str) -> Unreadable:
    """what: "PDF", "Word file" or "JSON file"."""
    return Unreadable(
        "corrupt",
        f"This {what} is damaged: it ends early or its parts don't fit together. "
        "Please check that it opens on your computer, save it again and upload the new copy.",
    )


def word_variant() -> Unreadable:
    return wrong_type("a Word template or a Word file with macros", "Please save it as an ordinary .docx file.")


def other_json() -> Unreadable:
    return Unreadable(
        "wrong_type",
        'This JSON file isn\'t a JSON Resume: it has none of "basics", "work" and "education". '
        "Please check it against jsonresume.org/schema.",
    )


def misshapen_json(place: str) -> Unreadable:
    """place: a path in the file, e.g. "work.0.name"."""
    return Unreadable(
        "wrong_type",
        f"This JSON Resume doesn't follow the schema at {place}. Please check it against jsonresume.org/schema.",
    )


def bomb() -> Unreadable:
    return Unreadable(
        "bomb",
        "This file unpacks to far more than a resume can hold, so we didn't open it. "
        "Please save it again from your word processor, without embedded files, and upload the new copy.",
    )


def not_a_resume() -> Unreadable:
    return Unreadable(
        "not_a_resume",
        "This doesn't look like a resume: we found no contact details, jobs, education or skills in it. "
        "If it is one, please check that these parts have headings, and upload it again.",
    )


def timeout() -> Unreadable:
    return Unreadable(
        "timeout",
        "Reading this file took too long, so we stopped. Very large drawings or tables are the usual cause: "
        "please export it again in a simpler form and upload that.",
    )


def too_hungry() -> Unreadable:
    return Unreadable(
        "timeout",
        "This file needs more memory than we give to one resume, so we stopped. Very large pictures are the usual "
        "cause: please shrink them, export the file again and upload that.",
    )


def defeated() -> Unreadable:
    return Unreadable(
        "corrupt",
        "Something in this file stopped our reader. Please save it again from your word processor, as PDF or "
        "Word (.docx), and upload the new copy.",
    )
