"""Reads resumes and writes them as JSON Resume. Needs no server, broker or database."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_path

AT_ONCE = 2
"""Children; each takes a processor and up to 512 MB."""


class Command(BaseCommand):
    help = "Reads resumes (PDF, DOCX, text, Markdown, JSON Resume) and writes each as JSON Resume."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--out", type=Path, metavar="DIR", help="Write DIR/<file name>.json for each file.")

    def handle(self, *, files: list[Path], out: Path | None, **_: Any) -> None:
        if len(files) > 1 and out is None:
            raise CommandError("Several files need a place to go: add --out DIR.")
        if twice := [name for name, count in Counter(file.name for file in files).items() if count > 1]:
            raise CommandError(f"Two files are called {twice[0]}: their results would overwrite each other.")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            failures = list(pool.map(lambda file: self._read(file, out), files))
        for file, failure in zip(files, failures, strict=True):
            if failure:
                self.stderr.write(f"{file.name}: {failure}")
        if any(failures):
            sys.exit(1)

    def _read(self, file: Path, out: Path | None) -> str:
        """Writes one file's JSON. Returns why it couldn't, in one line, or nothing."""
        try:
            reading = read_path(file)
            text = json.dumps(reading.document.to_json_resume(), ensure_ascii=False, indent=2)
            if out is None:
                self.stdout.write(text)
            else:
                out.mkdir(parents=True, exist_ok=True)
                (out / f"{file.name}.json").write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            return f"{error.filename or file} can't be used: {error.strerror}."
        except Unreadable as refusal:
            return refusal.sentence
        return ""
