"""Deletes a resume with every file that belongs to it."""

from itertools import chain

from resume_agent.lib.private_files import STORAGE_ERRORS
from resumes.models import PageImage, Resume


class StorageFailed(Exception):
    """The files could not be deleted now; the rows are still there."""


def delete(resume: Resume) -> None:
    """Files first, rows after: no file is ever left without its row. Raises StorageFailed; trying again mends it."""
    uploads = list(resume.uploads.all())
    pages = PageImage.objects.filter(upload__in=uploads)
    try:
        for file in chain((page.image for page in pages), (upload.file for upload in uploads)):
            file.storage.delete(str(file.name))
    except STORAGE_ERRORS as error:
        raise StorageFailed from error
    resume.delete()
