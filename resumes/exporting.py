"""Makes the files of a version, and the proof that what stands in them comes back."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.db import IntegrityError

from resumes.document import Document
from resumes.models import Proof, Version
from resumes.proving.comparing import READERS
from resumes.proving.proving import NotProven, prove
from resumes.rendering.design import Design
from resumes.rendering.file_names import file_name
from resumes.rendering.laying_out import lay_out
from resumes.rendering.rendering import Format, render
from resumes.rendering.scripts import unset_characters

CONTENT_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.JSON: "application/json",
    Format.TEXT: "text/plain; charset=utf-8",
    Format.MARKDOWN: "text/markdown; charset=utf-8",
}
PROVEN = (Format.PDF, Format.DOCX)
"""Formats that are read again before they are handed out."""
SECONDS_FOR_A_TURN = 8
_PROOFS = BoundedSemaphore(2)


def file_of(version: Version, form: Format) -> bytes:
    """The same bytes each time. Raises NotSet."""
    made = version.created_at.replace(microsecond=0)
    return render(_document(version), Design.stored(version.design), form, made=made)


def name_of(version: Version, form: Format) -> str:
    """Without the version's own name: that is for the person, and a file is for others."""
    return file_name(_document(version), form)


def unset_in(version: Version) -> str:
    """Characters that no font of ours can write: empty boxes on a page."""
    return unset_characters(lay_out(_document(version), Design.stored(version.design)))


def proof_of(version: Version, form: Format, data: bytes) -> Proof:
    """What came back from exactly these bytes, as today's readers found it before or, in a second or two, find it now.
    Raises NotProven.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    known = version.proofs.of_bytes(form, sha256)
    if known and known.result.get("readers") == READERS:
        return known
    return _prove(version, form, data, sha256)


def _prove(version: Version, form: Format, data: bytes, sha256: str) -> Proof:
    with _turn():
        result = prove(_document(version), Design.stored(version.design), form, data)
    found = {"sha256": sha256, "complete": result.complete, "result": result.model_dump(mode="json")}
    try:
        return Proof.objects.update_or_create(version=version, format=form, defaults=found)[0]
    except IntegrityError as error:
        # The version was deleted in the meantime.
        raise NotProven from error


@contextmanager
def _turn() -> Iterator[None]:
    """Two proofs at a time in each process: a reader of files is hungry. Raises NotProven after a wait."""
    if not _PROOFS.acquire(timeout=SECONDS_FOR_A_TURN):
        raise NotProven
    try:
        yield
    finally:
        _PROOFS.release()


def _document(version: Version) -> Document:
    return Document.model_validate(version.document)
