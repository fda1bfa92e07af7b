"""Stops a file that is too large while it arrives, so that the page can say so and nothing of it is kept."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

MAX_BYTES = 10 * 1024 * 1024
FLAG = "resume_agent.upload_too_large"


class LimitedUpload(FileUploadHandler):
    """Comes first in FILE_UPLOAD_HANDLERS. Over the limit, the file is dropped and `request.META[FLAG]` is set."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start + len(raw_data) > MAX_BYTES:
            if self.request is not None:
                self.request.META[FLAG] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> Any:  # noqa: ARG002 - Django's signature
        """Never the one that keeps the file: the handlers after this one do."""
        return None
