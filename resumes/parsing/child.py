"""The sandboxed child's work: from a file's bytes on standard input to its reading or a refusal, left as files.

Input: one line of JSON (`Request`), then the bytes. Output: `reading.json` and `page-N.webp`, or `refused.json`, in
the working folder; the name of each step is printed as it begins.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from resumes.parsing import refusals
from resumes.parsing.file_facts import complete_facts, look_at
from resumes.parsing.handover import READING, REFUSED, Refusal, Request, picture_name
from resumes.parsing.opening import open_file
from resumes.parsing.page_images import page_images
from resumes.parsing.plausible import looks_like_resume
from resumes.parsing.read import read_document
from resumes.parsing.reading import Kind, Reading
from resumes.parsing.unreadable import Unreadable


def main() -> None:
    header, _, data = sys.stdin.buffer.read().partition(b"\n")
    work(Request.model_validate_json(header), data, Path.cwd(), step=_say)


def work(request: Request, data: bytes, out_dir: Path, *, step: Callable[[str], None]) -> None:
    """Leaves its results in the folder. Lets errors of our own through."""
    try:
        step("reading")
        kind = open_file(data, request.name)
        reading = read(data, request.name, kind, step=step, resume=request.resume)
        (out_dir / READING).write_text(reading.model_dump_json())
        if request.images and kind is Kind.PDF:
            step("drawing")
            for number, image in page_images(data):
                (out_dir / picture_name(number)).write_bytes(image)
    except Unreadable as refusal:
        refused = Refusal(code=refusal.code, sentence=refusal.sentence)
        (out_dir / REFUSED).write_text(refused.model_dump_json())


def read(data: bytes, name: str, kind: Kind, *, step: Callable[[str], None], resume: bool = True) -> Reading:
    """The reading of an opened file, facts and all. Raises Unreadable if it must be a resume and isn't."""
    look = look_at(data, name, kind)
    step("understanding")
    reading = read_document(data, kind, look.facts, look.found.hidden)
    reading.facts = complete_facts(reading, look.found)
    if resume and not looks_like_resume(reading):
        raise refusals.not_a_resume()
    return reading


def _say(step: str) -> None:
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()
