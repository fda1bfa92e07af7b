"""Reads a person's file in the sandbox: the parent's side, which trusts nothing that the child leaves."""

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from os import fstat
from pathlib import Path

from pydantic import ValidationError

from resume_agent.lib.confinement import Limits
from resume_agent.lib.sandbox import Ending, Outcome, read_output, run_limited
from resumes.parsing import refusals
from resumes.parsing.envelope import check_envelope
from resumes.parsing.file_names import clean_name
from resumes.parsing.handover import READING, REFUSED, STEPS, Refusal, Request, picture_name
from resumes.parsing.reading import Page, Reading
from resumes.parsing.unreadable import Unreadable

SECONDS = 30.0
LARGEST_READING = 30 * 1024 * 1024
LARGEST_PICTURE = 8 * 1024 * 1024
LARGEST_REFUSAL = 10 * 1024

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class RenderedPage:
    """width, height: points. image: WebP."""

    number: int
    width: float
    height: float
    image: bytes


@dataclass(frozen=True)
class SandboxedReading:
    """pages: empty for kinds without pages, and when no images were asked for."""

    reading: Reading
    pages: list[RenderedPage]


def read_file(
    data: bytes,
    name: str,
    *,
    on_step: Callable[[str], None] = lambda _: None,
    images: bool = True,
    resume: bool = True,
    seconds: float = SECONDS,
) -> SandboxedReading:
    """`on_step` gets "reading", "understanding" and "drawing" as each begins. Raises Unreadable, also
    for a text that is no resume, unless `resume` is false."""
    name = clean_name(name)
    check_envelope(data, name)
    request = Request(name=name, images=images, resume=resume).model_dump_json().encode()
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        out_dir = Path(folder)
        outcome = run_limited(
            "resumes.parsing.child",
            stdin=request + b"\n" + data,
            out_dir=out_dir,
            limits=Limits(wall=seconds),
            on_line=lambda line: on_step(line) if line in STEPS else None,
        )
        check(outcome)
        return collect(out_dir, name)


def read_path(path: Path) -> Reading:
    """Reads a file of this machine, without pictures. Raises Unreadable, and OSError when it can't be opened."""
    with path.open("rb") as opened:
        size = fstat(opened.fileno()).st_size
        if size > refusals.MAX_BYTES:
            raise refusals.too_large(size)
        data = opened.read(refusals.MAX_BYTES + 1)
    return read_file(data, path.name, images=False).reading


def check(outcome: Outcome) -> None:
    """A child that didn't end well, as a sentence for the person and a line for the operator."""
    if outcome.ending is Ending.OK:
        return
    logger.warning("A file could not be read: %s (%s)", outcome.ending, outcome.detail)
    match outcome.ending:
        case Ending.TIMEOUT:
            raise refusals.timeout()
        case Ending.MEMORY:
            raise refusals.too_hungry()
        case _:
            raise refusals.defeated()


def collect(out_dir: Path, name: str) -> SandboxedReading:
    try:
        if (out_dir / REFUSED).is_symlink() or (out_dir / REFUSED).exists():
            refusal = Refusal.model_validate_json(read_output(out_dir, REFUSED, at_most=LARGEST_REFUSAL))
            raise Unreadable(refusal.code, refusal.sentence)
        reading = Reading.model_validate_json(read_output(out_dir, READING, at_most=LARGEST_READING))
        reading.facts.name = name
        return SandboxedReading(reading, [_page(out_dir, page) for page in reading.pages if _drawn(out_dir, page)])
    except (OSError, ValidationError) as error:
        logger.warning("A reading was not as it should be: %s", type(error).__name__)
        raise refusals.defeated() from None


def _drawn(out_dir: Path, page: Page) -> bool:
    return 0 < page.number <= refusals.MAX_PAGES and (out_dir / picture_name(page.number)).exists()


def _page(out_dir: Path, page: Page) -> RenderedPage:
    image = read_output(out_dir, picture_name(page.number), at_most=LARGEST_PICTURE)
    return RenderedPage(page.number, page.width, page.height, image)
