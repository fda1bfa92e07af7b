"""Scores a resume and writes the report as JSON. Needs no server, broker or database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_path
from resumes.scoring.score import score


class Command(BaseCommand):
    help = (
        "Scores a resume (PDF, DOCX, text, Markdown, JSON Resume) and writes JSON: total, categories, findings with"
        " their evidence and points, and the checks that passed or were skipped."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **_: Any) -> None:
        try:
            reading = read_path(file)
        except OSError as error:
            raise CommandError(f"{error.filename or file} can't be used: {error.strerror}.") from error
        except Unreadable as refusal:
            raise CommandError(f"{file.name}: {refusal.sentence}") from refusal
        self.stdout.write(score(reading, today=timezone.localdate()).model_dump_json(indent=2))
