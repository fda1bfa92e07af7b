"""Scores a resume and writes the report as JSON. Needs no server, broker or database."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resumes.document import Document
from resumes.matching.matching import match
from resumes.matching.reading_postings import read_posting
from resumes.parsing.unreadable import Unreadable
from resumes.reading_posting_files import posting_in
from resumes.sandboxed_reading import read_path
from resumes.scoring.score import score


class Command(BaseCommand):
    help = (
        "Scores a resume (PDF, DOCX, text, Markdown, JSON Resume) and writes JSON: total, categories, findings with"
        " their evidence and points, and the checks that passed or were skipped. With --job also match: each"
        " requirement of the posting as met, partly or not_found, with the lines of the resume that prove it."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--job", type=Path, metavar="FILE", help="a job posting (text, Markdown, PDF, DOCX)")

    def handle(self, *, file: Path, job: Path | None = None, **_: Any) -> None:
        reading = _read(file, read_path)
        today = timezone.localdate()
        result = score(reading, today=today).model_dump(mode="json")
        if job:
            result["match"] = _matched(reading.document, _read(job, posting_in), today)
        self.stdout.write(json.dumps(result, indent=2, ensure_ascii=False))


def _read[Read](file: Path, read: Callable[[Path], Read]) -> Read:
    """What went wrong with the file as one line."""
    try:
        return read(file)
    except OSError as error:
        raise CommandError(f"{error.filename or file} can't be used: {error.strerror}.") from error
    except Unreadable as refusal:
        raise CommandError(f"{file.name}: {refusal.sentence}") from refusal


def _matched(document: Document, posting: str, today: date) -> dict[str, Any]:
    found = match(document, read_posting(posting), today=today)
    return {
        "requirements": [
            {
                "text": one.text,
                "priority": one.priority,
                "status": one.status,
                "evidence": [{"quote": proof.quote} for proof in one.evidence],
            }
            for one in found.requirements
        ]
    }
