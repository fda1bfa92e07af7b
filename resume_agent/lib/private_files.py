"""Files that only their owner may see: where they lie, and how a checked request gets one."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.storage import FileSystemStorage, Storage
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header
from storages.backends.s3 import S3Storage

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CreateBucketConfigurationTypeDef

# What a storage raises when it can't be reached or refuses.
STORAGE_ERRORS = (OSError, BotoCoreError, ClientError)
LINK_SECONDS = 300
# What a browser shows without running anything in it. All else is downloaded, whatever the caller wished.
SHOWN = ("application/pdf", "image/png", "image/jpeg", "image/webp")


class PrivateFileSystemStorage(FileSystemStorage):
    """A folder that is never served: asking for a file's address is a mistake and raises ValueError."""

    def url(self, name: str | None) -> str:
        raise ValueError(f"{name} is private: serve it by serve_private.")


class PrivateS3Storage(S3Storage):  # type: ignore[misc] # the package has no types
    """A private bucket, read and written by the internal address; links are signed for the public one."""

    def get_default_settings(self) -> dict[str, Any]:
        config = client_config(connect_timeout=5, read_timeout=30, attempts=3)
        private = {"file_overwrite": False, "default_acl": None, "querystring_expire": LINK_SECONDS}
        return {**super().get_default_settings(), **private, "client_config": config, "public_endpoint_url": ""}

    @cached_property
    def public_client(self) -> "S3Client":
        return self.client_for(self.public_endpoint_url or self.endpoint_url)

    def client_for(self, endpoint: str, **config: int) -> "S3Client":
        """A client of this storage at `endpoint`; `config` as for `client_config`."""
        return boto3.session.Session().client(
            "s3",
            endpoint_url=endpoint,
            region_name=self.region_name,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            config=client_config(**config) if config else self.client_config,
        )

    def url(
        self,
        name: str,
        parameters: dict[str, str] | None = None,
        expire: int | None = None,
        http_method: str | None = None,
    ) -> str:
        """A link that works for five minutes, for whoever holds it."""
        return self.public_client.generate_presigned_url(
            "get_object",
            Params={**(parameters or {}), "Bucket": self.bucket_name, "Key": name},
            ExpiresIn=expire or self.querystring_expire,
            HttpMethod=http_method or "GET",
        )

    def problem(self) -> str:
        """Why the bucket can't be used, "" when it can. Takes two seconds at most."""
        try:
            self.client_for(self.endpoint_url, connect_timeout=1, read_timeout=1, attempts=1).head_bucket(
                Bucket=self.bucket_name
            )
        except (BotoCoreError, ClientError) as error:
            return explain(error, self.bucket_name)
        return ""

    def ensure_bucket(self) -> bool:
        """Makes the bucket, private as S3 makes them, and says whether it had to. Raises StorageUnusable."""
        client = self.client_for(self.endpoint_url, connect_timeout=5, read_timeout=10, attempts=2)
        try:
            if exists(client, self.bucket_name):
                return False
            make_bucket(client, self.bucket_name, self.region_name)
        except (BotoCoreError, ClientError) as error:
            # Another replica may have made it between the look and the making.
            if code(error) in {"BucketAlreadyOwnedByYou", "OperationAborted"}:
                return False
            raise StorageUnusable(explain(error, self.bucket_name)) from error
        return True


class StorageUnusable(Exception):
    """The storage doesn't do what is asked; the text says why, for an operator."""


def client_config(*, connect_timeout: int, read_timeout: int, attempts: int) -> Config:
    """Path-style addresses and checksums only where needed: what every S3-compatible understands."""
    return Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=connect_timeout,
        read_timeout=read_timeout,
        retries={"total_max_attempts": attempts},
    )


def exists(client: "S3Client", bucket: str) -> bool:
    try:
        client.head_bucket(Bucket=bucket)
    except ClientError as error:
        if code(error) == "404":
            return False
        raise
    return True


def make_bucket(client: "S3Client", bucket: str, region: str) -> None:
    """AWS wants the region named everywhere but in its first one, and refuses it there."""
    if region in {"", "us-east-1"}:
        client.create_bucket(Bucket=bucket)
        return
    place = cast("CreateBucketConfigurationTypeDef", {"LocationConstraint": region})
    client.create_bucket(Bucket=bucket, CreateBucketConfiguration=place)


def code(error: BotoCoreError | ClientError) -> str:
    return str(error.response["Error"]["Code"]) if isinstance(error, ClientError) else ""


def explain(error: BotoCoreError | ClientError, bucket: str) -> str:
    answer = code(error)
    if answer in {"403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"}:
        return "the storage refused the keys: check MINIO_ACCESS_KEY and MINIO_SECRET_KEY"
    if answer in {"404", "NoSuchBucket"}:
        return f"the bucket {bucket} is missing: run manage.py ensure_buckets"
    if answer:
        return f"the storage answered {answer}"
    return f"the storage can't be reached ({type(error).__name__}): check MINIO_ENDPOINT"


def serve_private(file: FieldFile, *, filename: str, content_type: str, inline: bool) -> HttpResponse:
    """The file itself, or a redirect to a link that lives five minutes. The caller has checked who asks."""
    shown = inline and content_type in SHOWN
    disposition = content_disposition_header(not shown, filename) or "inline"
    response = answer(file.storage, file.name or "", content_type=content_type, disposition=disposition)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def answer(storage: Storage, name: str, *, content_type: str, disposition: str) -> HttpResponse:
    if isinstance(storage, PrivateS3Storage):
        wanted = {"ResponseContentType": content_type, "ResponseContentDisposition": disposition}
        return HttpResponseRedirect(storage.url(name, parameters=wanted))
    try:
        with storage.open(name) as content:
            response = HttpResponse(content.read(), content_type=content_type)
    except FileNotFoundError as error:
        raise Http404("This file is gone.") from error
    response["Content-Disposition"] = disposition
    # A sandboxed PDF isn't shown at all, and needs none: it has no access to the page's origin.
    policy = "frame-ancestors 'none'" if content_type == "application/pdf" else "default-src 'none'; sandbox"
    response["Content-Security-Policy"] = policy
    return response
