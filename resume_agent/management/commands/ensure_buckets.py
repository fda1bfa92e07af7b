"""manage.py ensure_buckets: makes the bucket for files when it is missing."""

from typing import Any

from django.core.files.storage import storages
from django.core.management.base import CommandError

from resume_agent import probes
from resume_agent.lib.private_files import PrivateS3Storage, StorageUnusable
from resume_agent.management.steps import SteppedCommand


class Command(SteppedCommand):
    help = "Makes the private bucket for files when it is missing; without MINIO_ENDPOINT, the local folder."

    def handle(self, *_: Any, **__: Any) -> None:
        store = storages["default"]
        if not isinstance(store, PrivateS3Storage):
            if problem := probes.storage():
                raise CommandError(f"The storage isn't ready: {problem}.")
            self.done("Files go to a local folder; no bucket is needed")
            return
        try:
            made = store.ensure_bucket()
        except StorageUnusable as error:
            raise CommandError(f"The bucket isn't ready: {error}.") from error
        self.done(f"Bucket {store.bucket_name} {'made' if made else 'is there'}")
