"""Readability: the file itself, its permissions, its name, its size and its links."""

from resumes.parsing.reading import Link
from resumes.scoring.checking import FILE, PDF, Check, Need, Verdict, check, passed
from resumes.scoring.counting import count, listed, share_of
from resumes.scoring.subject import Subject
from resumes.scoring.wording import plain

MEGABYTE = 1_000_000
MOST_BYTES = 2 * MEGABYTE
SHORTEST_NAME = 3
NAMED = Need(lambda s: bool(s.reading.facts.name and _names(s)), "The file's name, or yours, isn't known.")
LINKS = Need(lambda s: any(_is_web(link) for link in s.reading.facts.links), "The file has no links.")


@check(
    "unrestricted",
    "readability",
    weight=2,
    title="Copying is allowed",
    looks_at="Whether a PDF forbids copying or reading aloud.",
    why="Some systems respect the lock and refuse to read the text; screen readers may be shut out too.",
    fix="Export the PDF again without a password or permission settings.",
    needs=(PDF, Need(lambda s: s.reading.facts.restricted is not None, "The file doesn't say.")),
)
def unrestricted(subject: Subject) -> Verdict:
    if subject.reading.facts.restricted:
        return Verdict(0, "The PDF forbids copying its text")
    return passed("The PDF allows its text to be read")


@check(
    "form-fields",
    "readability",
    weight=1,
    title="No form fields",
    looks_at="Fillable fields in a PDF; any costs all.",
    why="What is typed into a form field isn't part of the page's text, and most systems miss it.",
    fix="Print the filled form to a new PDF, or better, write the resume without a form.",
    needs=(PDF, Need(lambda s: s.reading.facts.form_fields is not None, "The file doesn't say.")),
)
def form_fields(subject: Subject) -> Verdict:
    number = subject.reading.facts.form_fields or 0
    if not number:
        return passed("The PDF holds no form fields")
    return Verdict(0, f"The PDF holds {count(number, 'form field')}")


@check(
    "tagged",
    "readability",
    weight=0.5,
    title="The PDF is tagged",
    looks_at="Whether the PDF carries structure tags (headings, lists, reading order).",
    why="Tags tell screen readers, and newer hiring systems, what is a heading and what comes next.",
    fix="Export as a tagged or accessible PDF (Word: Options, Document structure tags; LibreOffice: Tagged PDF).",
    needs=(PDF, Need(lambda s: s.reading.facts.tagged is not None, "The file doesn't say.")),
)
def tagged(subject: Subject) -> Verdict:
    return passed("The PDF is tagged") if subject.reading.facts.tagged else Verdict(0, "The PDF has no structure tags")


@check(
    "links",
    "readability",
    weight=1,
    title="Links show their text",
    looks_at="Web and mail links that stand on no text, for example on an icon.",
    why="Printed out, or read as plain text, such a link is gone.",
    fix="Write the address out (linkedin.com/in/...) and put the link on it.",
    needs=(FILE, LINKS),
)
def links(subject: Subject) -> Verdict:
    web = {link.url: link for link in subject.reading.facts.links if _is_web(link)}
    bare = [url for url, link in web.items() if not link.text.strip() and not _is_written_out(subject, url)]
    if not bare:
        return passed("Every link stands on visible text")
    title = share_of(len(bare), len(web), "link", one="stands on no text", many="stand on no text")
    return Verdict(1 - len(bare) / len(web), f"{title}: {listed(bare, most=3)}")


@check(
    "file-name",
    "readability",
    weight=0.3,
    title="The file's name says whose it is",
    looks_at="Whether the file's name holds a part of your name.",
    why="Recruiters save dozens of files called 'resume.pdf'. Yours should be found again.",
    fix="Rename the file to your name and 'resume', with the job if you like.",
    needs=(FILE, NAMED),
)
def file_name(subject: Subject) -> Verdict:
    name = subject.reading.facts.name
    if any(part in _letters(name) for part in _names(subject)):
        return passed(f"The file's name, '{name}', holds yours")
    return Verdict(0, f"The file's name, '{name}', doesn't say whose resume it is")


@check(
    "file-size",
    "readability",
    weight=0.5,
    title="The file is under 2 MB",
    looks_at="The file's size; 2 MB or more costs all.",
    why="Some application forms refuse larger files.",
    fix="Shrink or remove pictures, and export again.",
    needs=(FILE, Need(lambda s: s.reading.facts.bytes > 0, "The file's size isn't known.")),
)
def file_size(subject: Subject) -> Verdict:
    size = subject.reading.facts.bytes
    if size < MOST_BYTES:
        return passed("The file is under 2 MB")
    return Verdict(0, f"The file has {size / MEGABYTE:.1f} MB")


def _is_web(link: Link) -> bool:
    return link.url.startswith(("http", "mailto:", "www."))


def _is_written_out(subject: Subject, url: str) -> bool:
    address = url.split("://")[-1].removeprefix("mailto:").removeprefix("www.").rstrip("/")
    return address.lower() in subject.text.lower()


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())


def _names(subject: Subject) -> list[str]:
    parts = [_letters(part) for part in subject.document.basics.name.replace("-", " ").split()]
    return [part for part in parts if len(part) >= SHORTEST_NAME]


CHECKS: tuple[Check, ...] = (unrestricted, form_fields, links, tagged, file_name, file_size)
