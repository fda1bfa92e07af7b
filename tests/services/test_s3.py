"""The product's storage on a real S3 with real signatures."""

import io
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from resume_agent.lib.private_files import PrivateS3Storage, StorageUnusable
from resume_agent.tests.test_health import S3
from tests.services import s3

pytestmark = pytest.mark.services
PUBLIC_NAME = "localhost"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with s3.s3() as address:
        yield address


def storage(endpoint: str, bucket: str = "resumes", **options: str) -> PrivateS3Storage:
    keys = {"access_key": s3.ACCESS_KEY, "secret_key": s3.SECRET_KEY, "region_name": "us-east-1"}
    return PrivateS3Storage(endpoint_url=endpoint, bucket_name=bucket, **{**keys, **options})


@pytest.fixture
def bucket(endpoint: str) -> PrivateS3Storage:
    store = storage(endpoint)
    store.ensure_bucket()
    return store


def status_of(link: str) -> int:
    try:
        with urllib.request.urlopen(link, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_missing_bucket_is_made_once(endpoint: str) -> None:
    store = storage(endpoint, "made-once")
    assert store.problem() == "the bucket made-once is missing: run manage.py ensure_buckets"
    assert store.ensure_bucket()
    assert not store.ensure_bucket()
    assert store.problem() == ""


def test_wrong_keys_are_told_apart_from_a_missing_bucket(endpoint: str) -> None:
    store = storage(endpoint, secret_key="wrong")
    assert store.problem().startswith("the storage refused the keys")
    with pytest.raises(StorageUnusable, match="refused the keys"):
        store.ensure_bucket()


def test_what_is_saved_is_read_back_and_a_second_file_takes_no_first_ones_place(bucket: PrivateS3Storage) -> None:
    first = bucket.save("uploads/same", ContentFile(b"first"))
    second = bucket.save("uploads/same", ContentFile(b"second"))
    assert first != second
    with bucket.open(first) as file:
        assert file.read() == b"first"


def test_only_a_signed_link_opens_a_file(bucket: PrivateS3Storage, endpoint: str) -> None:
    name = bucket.save("uploads/private", ContentFile(b"private"))
    assert status_of(bucket.url(name)) == 200
    assert status_of(f"{endpoint}/resumes/{name}") == 403


def test_a_link_is_signed_for_the_public_address(bucket: PrivateS3Storage, endpoint: str) -> None:
    name = bucket.save("uploads/public", ContentFile(b"public"))
    public = endpoint.replace("127.0.0.1", PUBLIC_NAME)
    link = storage(endpoint, public_endpoint_url=public).url(name)
    assert link.startswith(public)
    assert status_of(link) == 200
    # The signature covers the host: the same link by the other name is worth nothing.
    assert status_of(link.replace(PUBLIC_NAME, "127.0.0.1")) == 403


def test_a_link_ends(bucket: PrivateS3Storage) -> None:
    name = bucket.save("uploads/short", ContentFile(b"short"))
    link = bucket.url(name, expire=1)
    time.sleep(2.1)
    assert status_of(link) == 403


def test_the_command_makes_the_bucket_and_health_sees_it(endpoint: str, settings: Settings, client: Client) -> None:
    keys = {"access_key": s3.ACCESS_KEY, "secret_key": s3.SECRET_KEY, "region_name": "us-east-1"}
    options = {**keys, "endpoint_url": endpoint, "bucket_name": "from-command"}
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": S3, "OPTIONS": options}}
    assert client.get("/health/ready").json()["minio"] is False
    out = io.StringIO()
    call_command("ensure_buckets", stdout=out)
    assert "Bucket from-command made" in out.getvalue()
    assert client.get("/health/ready").json()["minio"] is True
    options["secret_key"] = "wrong"
    settings.STORAGES = {**settings.STORAGES}
    with pytest.raises(CommandError, match="check MINIO_ACCESS_KEY"):
        call_command("ensure_buckets", stdout=out)
