"""The export page, its files, and the proof before the download."""

import json
from io import BytesIO
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes import exporting
from resumes.models import Draft, Proof, Resume, Version
from resumes.proving.comparing import READERS
from resumes.proving.proving import NotProven
from resumes.rendering.rendering import Format
from resumes.tests.given import read, received

pytestmark = pytest.mark.django_db

DOCUMENT = {
    "basics": {"name": "Alice Example", "label": "Backend engineer", "email": "alice@example.com"},
    "work": [
        {
            "name": "Acme Ltd",
            "position": "Engineer",
            "startDate": "2020-03",
            "endDate": "2022-01",
            "highlights": ["Halved the hosting bill of fourteen services"],
        }
    ],
}


def made(owner: User, **values: object) -> Resume:
    resume = Resume.objects.create(owner=owner, title="For Acme")
    Version.objects.create(resume=resume, **{"origin": "edit", "document": DOCUMENT, **values})
    return resume


def exported(client: Client, resume: Resume, path: str) -> bytes:
    response = client.get(f"/resumes/{resume.pk}/export/{path}")
    assert response.status_code == 200
    return bytes(response.content)


def test_the_page_offers_each_format_with_its_file_name(alices: Client, alice: User) -> None:
    page = exported(alices, made(alice), "").decode()
    for form in ("pdf", "docx", "json", "txt", "md"):
        assert f"/export/{form}/?version=" in page
        assert f"Alice-Example-Resume.{form}" in page


def test_the_name_of_a_version_is_not_for_recruiters(alices: Client, alice: User) -> None:
    resume = made(alice, name="Plan B")
    response = alices.get(f"/resumes/{resume.pk}/export/txt/")
    assert response["Content-Disposition"] == 'attachment; filename="Alice-Example-Resume.txt"'


@pytest.mark.parametrize(
    ("form", "content_type", "start"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("json", "application/json", b"{"),
        ("txt", "text/plain; charset=utf-8", b"Alice Example"),
        ("md", "text/markdown; charset=utf-8", b"# Alice Example"),
    ],
)
def test_each_file_is_of_its_kind(alices: Client, alice: User, form: str, content_type: str, start: bytes) -> None:
    response = alices.get(f"/resumes/{made(alice).pk}/export/{form}/")
    assert response["Content-Type"] == content_type
    assert response.content.startswith(start)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_word_file_and_the_json_hold_the_words(alices: Client, alice: User) -> None:
    resume = made(alice)
    with ZipFile(BytesIO(exported(alices, resume, "docx/"))) as package:
        assert b"Halved the hosting bill" in package.read("word/document.xml")
    assert json.loads(exported(alices, resume, "json/"))["work"][0]["name"] == "Acme Ltd"


def test_the_newest_version_is_exported_unless_another_is_named(alices: Client, alice: User) -> None:
    resume = made(alice)
    first = resume.versions.get()
    Version.objects.create(resume=resume, origin="edit", document={"basics": {"name": "Alice Newer"}})
    assert b"Alice Newer" in exported(alices, resume, "txt/")
    assert b"Acme Ltd" in exported(alices, resume, f"txt/?version={first.pk}")
    assert f"txt/?version={first.pk}" in exported(alices, resume, f"?version={first.pk}").decode()


@pytest.mark.parametrize(
    "path", ["exe/", "PDF/", "txt/?version=nonsense", "?version=nonsense", "txt/proof/", "x/proof/"]
)
def test_what_is_not_there_is_404(alices: Client, alice: User, path: str) -> None:
    assert alices.get(f"/resumes/{made(alice).pk}/export/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "pdf/", "json/", "pdf/proof/"])
def test_a_stranger_gets_404(charlies: Client, bobs: Client, alice: User, path: str) -> None:
    resume = made(alice)
    assert charlies.get(f"/resumes/{resume.pk}/export/{path}").status_code == 404
    assert bobs.get(f"/resumes/{resume.pk}/export/{path}").status_code == 404


def test_a_version_of_another_resume_is_404(alices: Client, alice: User, charlie: User) -> None:
    other = made(charlie).versions.get()
    assert alices.get(f"/resumes/{made(alice).pk}/export/txt/?version={other.pk}").status_code == 404


def test_an_uploaded_version_is_exported_in_its_design(alices: Client, alice: User) -> None:
    resume = read(alice)
    assert b"Widget Works" in exported(alices, resume, "md/")
    assert "You gave us this one as a file" in exported(alices, resume, "").decode()


def test_a_pdf_is_proven_before_it_is_handed_out(alices: Client, alice: User) -> None:
    resume = made(alice)
    exported(alices, resume, "pdf/")
    proof = Proof.objects.get()
    assert (proof.version.resume_id, proof.format, proof.complete) == (resume.pk, "pdf", True)


def test_text_needs_no_proof(alices: Client, alice: User) -> None:
    exported(alices, made(alice), "txt/")
    assert not Proof.objects.exists()


def test_the_same_bytes_are_proven_once(alices: Client, alice: User) -> None:
    resume = made(alice)
    exported(alices, resume, "docx/")
    Proof.objects.update(result={"fields": [], "complete": True, "readers": READERS})
    exported(alices, resume, "docx/")
    assert Proof.objects.get().result == {"fields": [], "complete": True, "readers": READERS}


def test_what_older_readers_found_is_proven_anew(alices: Client, alice: User) -> None:
    resume = made(alice)
    exported(alices, resume, "docx/")
    Proof.objects.update(result={"fields": [], "complete": True, "readers": READERS - 1}, complete=False)
    exported(alices, resume, "docx/")
    assert Proof.objects.get().complete
    assert Proof.objects.get().result["readers"] == READERS


def test_other_bytes_are_proven_anew(alices: Client, alice: User) -> None:
    resume = made(alice)
    Proof.objects.create(version=resume.versions.get(), format="pdf", sha256="0" * 64, complete=False, result={})
    exported(alices, resume, "pdf/")
    assert Proof.objects.get().complete


def test_a_file_that_came_back_whole_is_called_machine_safe(alices: Client, alice: User) -> None:
    page = exported(alices, made(alice), "pdf/proof/").decode()
    assert "Machine-safe" in page
    assert "All 8 details came back to both readers" in page
    assert "Experience 1, bullet 1" in page
    assert "Mar 2020" in page


def lossy() -> dict[str, object]:
    fields = [
        {"path": "basics.email", "value": "alice@example.com", "ours": "lost", "theirs": "came back"},
        {"path": "work[0].endDate", "value": "2022-01", "ours": "changed", "got": "2021-01", "theirs": "changed"},
        {"path": "basics.profiles[0].url", "value": "https://x.example", "ours": "came back", "theirs": "lost"},
        {"path": "basics.name", "value": "Alice Example", "ours": "came back", "theirs": "came back"},
    ]
    return {"fields": fields, "complete": False, "readers": READERS}


def test_what_did_not_come_back_is_said_and_no_badge_given(alices: Client, alice: User) -> None:
    resume = made(alice)
    exported(alices, resume, "pdf/")
    Proof.objects.update(complete=False, result=lossy())
    page = exported(alices, resume, "pdf/proof/").decode()
    assert "Not all came back" in page
    assert "1 of 4 details came back to both readers, 3 did not" in page
    assert "Machine-safe</span>" not in page
    for words in ("E-mail", "Experience 1, to", "“Jan 2021”", "Profile 1, link", "Found in part", "Nothing"):
        assert words in page


def test_an_empty_version_has_nothing_to_prove(alices: Client, alice: User) -> None:
    page = exported(alices, made(alice, document={}), "pdf/proof/").decode()
    assert "Nothing to check" in page
    assert "Machine-safe</span>" not in page


def test_the_proof_is_a_part_for_the_page_that_asks_for_it(alices: Client, alice: User) -> None:
    resume = made(alice)
    part = alices.get(f"/resumes/{resume.pk}/export/docx/proof/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert 'id="proof-docx"' in part
    assert 'hx-get="/resumes/' in exported(alices, resume, "").decode()


def test_a_file_that_cannot_be_proven_is_handed_out_without_a_badge(alices: Client, alice: User) -> None:
    resume = made(alice)
    with patch.object(exporting, "SECONDS_FOR_A_TURN", 0.01), exporting._turn(), exporting._turn():
        assert exported(alices, resume, "pdf/").startswith(b"%PDF")
        page = exported(alices, resume, "pdf/proof/").decode()
    assert "Not checked" in page
    assert "nothing is proven" in page
    assert not Proof.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_version_deleted_while_it_is_proven_is_not_proven(alice: User) -> None:
    version = made(alice).versions.get()
    data = exporting.file_of(version, Format.PDF)
    Version.objects.all().delete()
    with pytest.raises(NotProven):
        exporting.proof_of(version, Format.PDF, data)


def test_unsaved_changes_are_told_with_a_way_to_save_them(alices: Client, alice: User) -> None:
    resume = made(alice)
    assert "in no version yet" not in exported(alices, resume, "").decode()
    Draft.objects.create(resume=resume, base=resume.versions.get(), outline={"basics": {"name": "Alice Changed"}})
    page = exported(alices, resume, "").decode()
    assert "in no version yet" in page
    assert f'action="/resumes/{resume.pk}/versions/save/"' in page


def test_a_version_saved_on_the_export_page_is_the_one_exported_next(alices: Client, alice: User) -> None:
    """Also after a mistake: the form that comes back still knows where it was asked for, and what was typed."""
    resume = made(alice)
    Draft.objects.create(resume=resume, base=resume.versions.get(), outline={"basics": {"name": "Alice Changed"}})
    hidden = '<input type="hidden" name="then" value="export">'
    assert hidden in exported(alices, resume, "").decode()
    sent = {"name": "x" * 81, "note": "Sent on Monday", "then": "export"}
    again = alices.post(f"/resumes/{resume.pk}/versions/save/", sent)
    assert again.status_code == 422
    assert hidden in again.content.decode()
    assert "Sent on Monday" in again.content.decode()
    page = alices.post(f"/resumes/{resume.pk}/versions/save/", sent | {"name": "Plan C"}, follow=True)
    assert page.context["version"] == resume.versions.get(name="Plan C")
    assert "in no version yet" not in page.content.decode()


def test_a_draft_without_a_version_asks_for_the_first_one(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    Draft.objects.create(resume=resume, outline={"basics": {"name": "Alice"}})
    page = exported(alices, resume, "").decode()
    assert "Save your first one" in page
    assert "Download" not in page
    assert alices.get(f"/resumes/{resume.pk}/export/pdf/").status_code == 404


def test_a_resume_still_being_read_leads_to_the_reading(alices: Client, alice: User) -> None:
    resume = received(alice)
    assert alices.get(f"/resumes/{resume.pk}/export/")["Location"] == f"/resumes/{resume.pk}/"


def test_the_export_page_takes_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    resume = made(alice)
    for i in range(30):
        Version.objects.create(resume=resume, origin="edit", document=DOCUMENT, name=f"Version {i}")
    with django_assert_max_num_queries(8):
        exported(alices, resume, "")


def test_a_known_proof_takes_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    resume = made(alice)
    exported(alices, resume, "pdf/")
    with django_assert_max_num_queries(8):
        exported(alices, resume, "pdf/proof/")


def unsettable(owner: User) -> Resume:
    return made(owner, document={"basics": {"name": "Alice Example", "summary": "a" * 40_000}})


def test_a_page_that_cannot_be_set_is_told_in_words(alices: Client, alice: User) -> None:
    resume = unsettable(alice)
    response = alices.get(f"/resumes/{resume.pk}/export/pdf/")
    assert response.status_code == 422
    assert "This file could not be made" in response.content.decode()
    assert "too long to set on pages" in response.content.decode()
    assert b"a" * 40_000 in exported(alices, resume, "txt/")


def test_the_proof_of_a_page_that_cannot_be_set_says_so(alices: Client, alice: User) -> None:
    page = exported(alices, unsettable(alice), "pdf/proof/").decode()
    assert "Not checked" in page
    assert "too long to set on pages" in page


def test_a_page_that_cannot_be_set_has_no_thumbnail(alices: Client, alice: User) -> None:
    assert alices.get(f"/resumes/{unsettable(alice).pk}/thumbnail/").status_code == 404


def test_characters_that_no_font_can_write_are_named(alices: Client, alice: User) -> None:
    page = exported(alices, made(alice, document={"basics": {"name": "Alice \U00013080"}}), "").decode()
    assert "No font of ours can write <bdi>\U00013080</bdi>" in page
    assert "No font of ours" not in exported(alices, made(alice), "").decode()
