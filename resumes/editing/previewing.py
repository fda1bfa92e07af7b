"""The real pages of a draft as pictures, kept for a moment so that a page is set once and fetched many times."""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from resumes.editing.drafting import design_in, document_in
from resumes.models import Draft
from resumes.rendering.laying_out import lay_out
from resumes.rendering.scripts import unset_characters
from resumes.rendering.typesetting import NotSet, pictures

PPI = 144
# A page of text takes 0.2 to 0.5 MB. Whoever is editing asks for the same document over and over.
DOCUMENTS = 64
BYTES = 32 * 1024 * 1024


class NoSuchPage(LookupError):
    """The draft has no page of that number."""


@dataclass(frozen=True)
class Preview:
    """digest: of what was set; the same content always has the same. problem: a sentence when the pages could not be
    set, and then there are none. unset: the characters that no font can write. empty: nothing is written yet.
    width, height: of a page, in pixels."""

    revision: int
    digest: str
    pages: int
    problem: str
    unset: str
    empty: bool = False
    width: int = 0
    height: int = 0

    @property
    def numbers(self) -> range:
        return range(1, self.pages + 1)


@dataclass(frozen=True)
class Pages:
    """One document as it was set."""

    images: tuple[bytes, ...] = ()
    problem: str = ""
    unset: str = ""
    empty: bool = False

    @property
    def size(self) -> int:
        return sum(map(len, self.images))


@dataclass
class Shelf:
    """The documents set last, in this process: so many, and so many bytes of them. The newest is always kept.

    One thread sets them all: the compiler lets only one in, and memory stays that of one.
    """

    documents: int = DOCUMENTS
    size: int = BYTES
    _kept: "OrderedDict[str, Pages]" = field(default_factory=OrderedDict)
    _looking: Lock = field(default_factory=Lock)
    _setter: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "preview"))

    def get(self, digest: str, make: Callable[[], Pages]) -> Pages:
        """What was kept, or what `make` gives. Who asks for what is being set waits for it: it is set once."""
        return self._look(digest) or self._setter.submit(self._make, digest, make).result()

    def _make(self, digest: str, make: Callable[[], Pages]) -> Pages:
        kept = self._look(digest)
        if not kept:
            kept = make()
            self._keep(digest, kept)
        return kept

    def _look(self, digest: str) -> Pages | None:
        with self._looking:
            if digest in self._kept:
                self._kept.move_to_end(digest)
            return self._kept.get(digest)

    def _keep(self, digest: str, made: Pages) -> None:
        with self._looking:
            self._kept[digest] = made
            while len(self._kept) > 1 and (len(self._kept) > self.documents or self._total() > self.size):
                self._kept.popitem(last=False)

    def _total(self) -> int:
        return sum(pages.size for pages in self._kept.values())


# Pictures are made from what is stored, so losing them loses nothing: each process keeps its own.
_SHELF = Shelf()


def preview_of(draft: Draft) -> Preview:
    pages = _pages(draft)
    width, height = _measure(pages.images[0]) if pages.images else (0, 0)
    return Preview(
        revision=draft.revision,
        digest=digest_of(draft),
        pages=len(pages.images),
        problem=pages.problem,
        unset=pages.unset,
        empty=pages.empty,
        width=width,
        height=height,
    )


def page_of(draft: Draft, number: int) -> bytes:
    """A PNG at 144 pixels an inch; the first page is 1. Raises NoSuchPage."""
    images = _pages(draft).images
    if not 1 <= number <= len(images):
        raise NoSuchPage(number)
    return images[number - 1]


def digest_of(draft: Draft) -> str:
    """Names what the draft holds, in 32 characters that are safe in an address."""
    held = json.dumps([draft.outline, draft.design], sort_keys=True)
    return hashlib.sha256(held.encode()).hexdigest()[:32]


def _pages(draft: Draft) -> Pages:
    return _SHELF.get(digest_of(draft), lambda: _set(draft))


def _set(draft: Draft) -> Pages:
    design = design_in(draft)
    sheet = lay_out(document_in(draft), design)
    empty = not (sheet.name or sheet.label or sheet.contacts or sheet.sections)
    try:
        images = tuple(pictures(sheet, design, ppi=PPI))
    except NotSet as refusal:
        return Pages(problem=str(refusal))
    return Pages(images=images, unset=unset_characters(sheet), empty=empty)


def _measure(png: bytes) -> tuple[int, int]:
    """Width and height, which every PNG begins with."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
