"""Sets a JSON Resume as PDF, DOCX, text, Markdown or JSON. Needs no server, broker or database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from resumes.document import Document
from resumes.parsing.extract_json import document_in
from resumes.parsing.refusals import MAX_BYTES
from resumes.parsing.unreadable import Unreadable
from resumes.rendering.design import Design, Font, Paper, Spacing, Template
from resumes.rendering.rendering import Format, render
from resumes.rendering.typesetting import NotSet
from resumes.rendering.wording import WORDS


class Command(BaseCommand):
    help = (
        "Sets a JSON Resume on pages: PDF, DOCX, text (.txt), Markdown (.md) or JSON, as the ending of --output says."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.json")
        parser.add_argument("--template", required=True, metavar="NAME", help=", ".join(Template))
        parser.add_argument("--output", required=True, type=Path, metavar="OUT", help=_endings())
        parser.add_argument("--paper", default="a4", help="a4 or letter")
        parser.add_argument("--accent", default="", metavar="#RRGGBB", help="Without it, the template's own colour.")
        parser.add_argument("--font", default="", metavar="FAMILY", help=", ".join(Font))
        parser.add_argument("--spacing", default=Spacing.NORMAL.value, help=", ".join(Spacing))
        parser.add_argument("--language", default="", help="Of headings and dates: " + ", ".join(WORDS))

    def handle(self, *, file: Path, output: Path, **choices: Any) -> None:
        ending = output.suffix.lower().removeprefix(".")
        if ending not in list(Format):
            raise CommandError(f"--output must end in {_endings()}; {output.name} doesn't.")
        design = _design(choices)
        document = _document(file)
        try:
            output.write_bytes(render(document, design, Format(ending)))
        except NotSet as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as error:
            raise CommandError(f"{output} can't be written: {error.strerror}.") from None


def _endings() -> str:
    *others, last = (f".{form}" for form in Format)
    return f"{', '.join(others)} or {last}"


def _design(choices: dict[str, Any]) -> Design:
    """Raises CommandError with what there is to choose from."""
    allowed: dict[str, list[str]] = {
        "template": list(Template),
        "paper": ["a4", "letter"],
        "font": ["", *Font],
        "spacing": list(Spacing),
        "language": ["", *WORDS],
    }
    for name, values in allowed.items():
        if choices[name] not in values:
            raise CommandError(f"There is no {name} {choices[name]!r}; choose from: {', '.join(filter(None, values))}.")
    paper = Paper.LETTER if choices["paper"] == "letter" else Paper.A4
    chosen = {name: choices[name] for name in ("template", "font", "spacing", "language")}
    try:
        return Design.model_validate({**chosen, "paper": paper, "accent": choices["accent"].lower()})
    except ValidationError:
        raise CommandError(f"{choices['accent']!r} is no colour like #1f3a4d.") from None


def _document(file: Path) -> Document:
    """Raises CommandError."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise CommandError(f"{file} is larger than {MAX_BYTES // 1024 // 1024} MB, too large for a resume.")
        return document_in(file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file} can't be read: {error.strerror}.") from None
    except Unreadable as refusal:
        raise CommandError(f"{file}: {refusal.sentence}") from None
