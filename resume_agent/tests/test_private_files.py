"""Private files: how a checked request gets one, and what a browser may do with it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse
from pytest_django import Settings

from resume_agent.lib.private_files import PrivateFileSystemStorage, PrivateS3Storage, serve_private
from resume_agent.tests.test_commands import use_folder
from resume_agent.tests.test_health import use_s3
from resumes.models import Upload


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> None:
    use_folder(settings, tmp_path / "media")


def stored(name: str = "uploads/0190", content: bytes | None = b"%PDF-1.7") -> FieldFile:
    storage = storages["default"]
    file = FieldFile(Upload(), Upload._meta.get_field("file"), name)
    file.storage = storage
    if content is not None and not isinstance(storage, PrivateS3Storage):
        storage.save(name, ContentFile(content))
    return file


def serve(file: FieldFile, *, kind: str = "application/pdf", name: str = "cv.pdf", inline: bool = True) -> HttpResponse:
    return serve_private(file, filename=name, content_type=kind, inline=inline)


def test_a_local_file_is_sent_whole() -> None:
    response = serve(stored())
    assert response.content == b"%PDF-1.7"
    assert response["Content-Disposition"] == 'inline; filename="cv.pdf"'


def test_it_is_kept_nowhere_and_taken_for_nothing_else() -> None:
    response = serve(stored())
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_what_could_run_in_a_browser_is_downloaded_whatever_was_asked() -> None:
    response = serve(stored(), kind="text/html", name="cv.html")
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_name_cannot_break_out_of_its_header() -> None:
    response = serve(stored(), name='a"; filename="b.exe\r\nX-Evil: 1 é.pdf', inline=False)
    assert "X-Evil" not in response.headers
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''a%22")


def test_a_file_that_is_gone_is_not_found() -> None:
    with pytest.raises(Http404):
        serve(stored(content=None))


def test_s3_sends_to_a_link_of_five_minutes_at_the_public_address(settings: Settings) -> None:
    use_s3(settings, 9000)
    options = settings.STORAGES["default"]["OPTIONS"]
    options["public_endpoint_url"] = "https://files.example.com"
    response = serve(stored(), inline=False)
    assert response.status_code == 302
    link = urlsplit(response["Location"])
    asked = parse_qs(link.query)
    assert (link.netloc, link.path) == ("files.example.com", "/resumes/uploads/0190")
    assert asked["X-Amz-Expires"] == ["300"]
    assert asked["response-content-disposition"] == ['attachment; filename="cv.pdf"']
    assert asked["response-content-type"] == ["application/pdf"]


def test_without_a_public_address_links_are_for_the_internal_one(settings: Settings) -> None:
    use_s3(settings, 9000)
    assert urlsplit(serve(stored())["Location"]).netloc == "127.0.0.1:9000"


def test_nothing_private_has_an_address_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is private"):
        PrivateFileSystemStorage(location=tmp_path).url("uploads/0190")
