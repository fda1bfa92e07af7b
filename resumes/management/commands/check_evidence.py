"""Says of each suggested change whether the resume backs it. Needs no server, broker or database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pydantic import TypeAdapter, ValidationError

from resumes.document import Document
from resumes.tailoring.guarding import judge
from resumes.tailoring.suggestion import Proposal

PROPOSALS = TypeAdapter(list[Proposal])
DOCUMENT = TypeAdapter(Document)


class Command(BaseCommand):
    help = 'Writes, for each suggestion in order, {"verdict": "ok" or "question", "reasons": [...]}.'
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("resume", type=Path, metavar="RESUME.json", help="JSON Resume")
        parser.add_argument(
            "suggestions", type=Path, metavar="SUGGESTIONS.json", help="[{path, before, after, evidence, facts}, ...]"
        )

    def handle(self, *, resume: Path, suggestions: Path, **_: Any) -> None:
        document = _read(resume, DOCUMENT, "a JSON Resume")
        proposals = _read(suggestions, PROPOSALS, "a list of suggestions")
        verdicts = [judge(document, proposal).model_dump(mode="json") for proposal in proposals]
        self.stdout.write(json.dumps(verdicts, ensure_ascii=False, indent=2))


def _read[T](file: Path, shape: TypeAdapter[T], what: str) -> T:
    """Raises CommandError with one sentence."""
    try:
        return shape.validate_json(file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file} can't be read: {error.strerror}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CommandError(f"{file} isn't {what}: {place + ': ' if place else ''}{first['msg']}.") from error
