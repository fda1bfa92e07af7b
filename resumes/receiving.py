"""Takes in a file: checks it, keeps it, and queues its reading."""

import hashlib
import logging
from dataclasses import dataclass
from pathlib import PurePath
from threading import BoundedSemaphore

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from accounts.models import User
from resume_agent.jobs.queueing import enqueue
from resume_agent.lib.private_files import STORAGE_ERRORS
from resumes.models import Resume, Upload
from resumes.parsing.envelope import check_envelope
from resumes.parsing.file_names import clean_name
from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_file

log = logging.getLogger(__name__)

READ = "resumes.read"
NOT_KEPT = "not_kept"
NOT_KEPT_SENTENCE = (
    "The place where we keep files did not answer, so nothing of it was kept. Your file is fine: try again in a minute."
)
SECONDS_FOR_A_LOOK = 8
_LOOKS = BoundedSemaphore(2)


@dataclass(frozen=True)
class Received:
    """existing: the person had given this very file before; nothing new was made."""

    upload: Upload
    existing: bool


def receive(owner: User, given: "UploadedFile[bytes]", *, into: Resume | None = None) -> Received:
    """Keeps the file as a new resume, or as a newer file of `into`. Raises Unreadable, having kept nothing; its
    code is NOT_KEPT when that is our fault.
    """
    data, name = given.read(), clean_name(given.name or "")
    sha256 = hashlib.sha256(data).hexdigest()
    if known := owner.uploads.of_content(sha256):
        return Received(known, existing=True)
    check_envelope(data, name)
    upload = Upload(owner=owner, name=name, size=len(data), sha256=sha256, kind=_look(data, name))
    _store(upload, data)
    try:
        _keep(upload, into)
    except IntegrityError:
        upload.file.delete(save=False)
        return Received(owner.uploads.select_related("resume").get(sha256=sha256), existing=True)
    return Received(upload, existing=False)


def _store(upload: Upload, data: bytes) -> None:
    try:
        upload.file.save(upload.name, ContentFile(data), save=False)
    except STORAGE_ERRORS as error:
        log.warning("an upload could not be stored: %s", type(error).__name__)
        raise Unreadable(NOT_KEPT, NOT_KEPT_SENTENCE) from error


def _look(data: bytes, name: str) -> str:
    """The file's kind. A file too slow for a look, or one too many at a time, is left to the job to judge."""
    if not _LOOKS.acquire(timeout=SECONDS_FOR_A_LOOK):
        return ""
    try:
        return read_file(data, name, images=False, seconds=SECONDS_FOR_A_LOOK).reading.facts.kind
    except Unreadable as refusal:
        if refusal.code == "timeout":
            return ""
        raise
    finally:
        _LOOKS.release()


@transaction.atomic
def _keep(upload: Upload, into: Resume | None) -> None:
    resume = into or Resume.objects.create(owner=upload.owner, title=title_from(upload.name))
    upload.resume = resume
    upload.job = enqueue(owner=upload.owner, kind=READ, subject=upload.id)
    upload.save()
    resume.save(update_fields=["updated_at"])


def read_again(upload: Upload) -> None:
    """Queues one more reading of a file that is already kept, unless one is under way."""
    if not upload.job.is_over:
        return
    with transaction.atomic():
        upload.job = enqueue(owner=upload.owner, kind=READ, subject=upload.id)
        upload.save(update_fields=["job"])


def title_from(file_name: str) -> str:
    """A file name as a title: without ending, separators as spaces."""
    stem = PurePath(file_name).stem.replace("_", " ").replace("-", " ")
    return " ".join(stem.split())[:120] or "Resume"
