"""Public links: who may make them, what a stranger sees, and when they are gone."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pypdfium2 import PdfDocument
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes import sharing
from resumes.document import Document
from resumes.models import Resume, ShareLink, Version

pytestmark = pytest.mark.django_db

DOCUMENT = {
    "basics": {
        "name": "Alice Example",
        "label": "Backend engineer",
        "email": "alice@example.com",
        "phone": "+44 20 7946 0958",
        "url": "https://alice.example",
        "summary": "Write to alice@example.com or call +44 20 7946 0958.",
        "location": {"address": "1 High Street", "postalCode": "N1 9GU", "city": "London", "countryCode": "GB"},
        "profiles": [{"network": "GitHub", "username": "alex-codes", "url": "https://github.com/alex-codes"}],
    },
    "work": [{"name": "Acme Ltd", "position": "Engineer", "startDate": "2020-03", "highlights": ["Halved the bill"]}],
    "skills": [{"name": "Languages", "level": "daily", "keywords": ["Python", "Go"]}],
    "languages": [{"language": "French", "fluency": "fluent"}],
    "references": [{"name": "Bob Boss", "reference": "Ring 020 7946 0958 or bob@acme.example."}],
    "certificates": [{"name": "CKA", "issuer": "CNCF", "date": "2022", "url": "https://cncf.example/cka"}],
}
SECRETS = ["alice@example.com", "7946", "alice.example", "High Street", "N1 9GU", "alex-codes", "bob@acme.example"]


def shared(owner: User, **values: object) -> ShareLink:
    resume = Resume.objects.create(owner=owner, title="For headhunters only")
    version = Version.objects.create(resume=resume, origin="edit", name="Plan B", document=DOCUMENT)
    return link_to(version, **values)


def link_to(version: Version, **values: object) -> ShareLink:
    return ShareLink.objects.create(version=version, **{"expires_at": timezone.now() + timedelta(days=1), **values})


def pdf_text(data: bytes) -> str:
    with PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_a_stranger_reads_the_resume(client: Client, alice: User) -> None:
    page = client.get(f"/shared/{shared(alice).token}/")
    for text in ("Alice Example", "Acme Ltd", "Halved the bill", "Mar 2020 – Present", "London", "French", "CKA"):
        assert text in page.content.decode()


def test_the_page_hides_ways_to_reach_the_person(client: Client, alice: User) -> None:
    page = client.get(f"/shared/{shared(alice).token}/").content.decode()
    assert [secret for secret in SECRETS if secret in page] == []


def test_the_pdf_hides_ways_to_reach_the_person(client: Client, alice: User) -> None:
    data = client.get(f"/shared/{shared(alice).token}/pdf/").content
    assert "Halved the bill" in pdf_text(data)
    assert [secret for secret in SECRETS if secret in pdf_text(data)] == []
    assert b"mailto:" not in data
    assert b"alex-codes" not in data


def test_a_pdf_that_is_asked_for_often_is_drawn_once(client: Client, alice: User) -> None:
    link = shared(alice)
    path = f"/shared/{link.token}/pdf/"
    first = client.get(path).content
    before = sharing._drawn.cache_info()
    assert client.get(path).content == first
    assert sharing._drawn.cache_info().misses == before.misses
    with_contact = link_to(link.version, shows_contact=True)
    assert client.get(f"/shared/{with_contact.token}/pdf/").content != first


def test_contact_details_are_shown_when_chosen(client: Client, alice: User) -> None:
    link = shared(alice, shows_contact=True)
    page = client.get(f"/shared/{link.token}/").content.decode()
    assert 'href="mailto:alice@example.com"' in page
    assert "alice@example.com" in pdf_text(client.get(f"/shared/{link.token}/pdf/").content)


def test_years_sums_and_links_to_work_stay() -> None:
    text = (
        "2012 - 2015 2016 - 2020, 01/2020 - 03.2021, 05.06.2019, 1 000 000 users, 99.95 %, +31% https://work.example/a"
    )
    document = Document.model_validate({"basics": {"summary": text}})
    assert sharing.without_contact(document).basics.summary == text


@pytest.mark.parametrize("phone", ["+49 (0)30 901820", "(555) 123-4567", "555.123.4567", "+33123456789", "0171/123456"])
def test_phone_numbers_in_texts_are_blanked(phone: str) -> None:
    document = Document.model_validate({"work": [{"summary": f"Call {phone} now"}]})
    assert sharing.without_contact(document).work[0].summary == "Call [hidden] now"


def test_nothing_private_is_named(client: Client, alice: User) -> None:
    link = shared(alice)
    page, pdf = client.get(f"/shared/{link.token}/"), client.get(f"/shared/{link.token}/pdf/")
    said = page.content.decode() + pdf["Content-Disposition"]
    assert "headhunters" not in said
    assert "Plan" not in said
    assert 'filename="Alice-Example' in pdf["Content-Disposition"]


@pytest.mark.parametrize("path", ["", "pdf/"])
def test_nobody_is_tracked_and_nothing_is_indexed(client: Client, alice: User, path: str) -> None:
    response = client.get(f"/shared/{shared(alice).token}/{path}")
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_the_page_asks_robots_to_stay_away_and_runs_nothing(client: Client, alice: User) -> None:
    page = client.get(f"/shared/{shared(alice).token}/").content.decode()
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "<script" not in page
    assert "csrf" not in page


def test_visits_are_counted(client: Client, alice: User) -> None:
    link = shared(alice)
    client.get(f"/shared/{link.token}/")
    client.get(f"/shared/{link.token}/")
    client.get(f"/shared/{link.token}/pdf/")
    link.refresh_from_db()
    assert (link.views, link.downloads) == (2, 1)


def test_a_look_at_the_headers_does_not_count(client: Client, alice: User) -> None:
    link = shared(alice)
    assert client.head(f"/shared/{link.token}/").status_code == 200
    link.refresh_from_db()
    assert link.views == 0


def test_the_owners_own_visits_do_not_count(alices: Client, charlies: Client, alice: User) -> None:
    link = shared(alice)
    alices.get(f"/shared/{link.token}/")
    charlies.get(f"/shared/{link.token}/")
    link.refresh_from_db()
    assert link.views == 1


@pytest.mark.parametrize("token", ["x", "a" * 43, "a" * 500, "%00", "ü" * 43])
def test_an_unknown_link_is_gone(client: Client, db: None, token: str) -> None:
    response = client.get(f"/shared/{token}/")
    assert response.status_code == 404
    assert "no longer there" in response.content.decode()


def test_expired_revoked_and_unknown_look_the_same(client: Client, alice: User) -> None:
    revoked = shared(alice, revoked_at=timezone.now())
    expired = shared(alice, expires_at=timezone.now() - timedelta(seconds=1))
    deleted = shared(alice)
    deleted.version.delete()
    answers = [client.get(f"/shared/{token}/") for token in (revoked.token, expired.token, deleted.token, "a" * 43)]
    answers += [client.get(f"/shared/{token}/pdf/") for token in (revoked.token, expired.token)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_hostile_words_stay_words(client: Client, alice: User) -> None:
    hostile = {"basics": {"name": "<script>alert(1)</script>", "url": "javascript:alert(1)"}}
    link = shared(alice, shows_contact=True)
    Version.objects.update(document=hostile)
    page = client.get(f"/shared/{link.token}/").content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_names_of_any_script_are_set_in_their_direction(client: Client, alice: User) -> None:
    link = shared(alice)
    Version.objects.update(document={"basics": {"name": "ليلى حداد"}})
    assert 'dir="rtl"' in client.get(f"/shared/{link.token}/").content.decode()


def test_a_link_is_made_with_contact_details_hidden(alices: Client, alice: User) -> None:
    version = shared(alice).version
    response = alices.post(f"/resumes/{version.resume_id}/share/", {"version": version.pk, "days": "7"})
    link = ShareLink.objects.newest_first()[0]
    assert response["Location"].endswith(f"#link-{link.pk}")
    assert not link.shows_contact
    assert timedelta(days=6) < link.expires_at - timezone.now() <= timedelta(days=7)
    assert f"http://testserver/shared/{link.token}/" in alices.get(response["Location"]).content.decode()


def test_nothing_is_shared_until_a_link_is_made(alices: Client, alice: User) -> None:
    version = shared(alice).version
    ShareLink.objects.all().delete()
    assert "nobody but you can see" in alices.get(f"/resumes/{version.resume_id}/share/").content.decode()
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("wrong", [{"days": "3650"}, {"version": "nonsense"}, {"days": ""}])
def test_a_wrong_choice_is_told_and_shares_nothing(alices: Client, alice: User, wrong: dict[str, str]) -> None:
    version = shared(alice).version
    response = alices.post(f"/resumes/{version.resume_id}/share/", {"version": str(version.pk), "days": "7", **wrong})
    assert response.status_code == 422
    assert "field-error" in response.content.decode()
    assert ShareLink.objects.count() == 1


def test_a_version_of_another_resume_is_refused(alices: Client, alice: User, charlie: User) -> None:
    own, other = shared(alice), shared(charlie)
    response = alices.post(f"/resumes/{own.version.resume_id}/share/", {"version": other.version_id, "days": "7"})
    assert response.status_code == 422
    assert ShareLink.objects.count() == 2


def test_too_many_links_are_refused_in_words(alices: Client, alice: User) -> None:
    version = shared(alice).version
    for _ in range(19):
        link_to(version)
    chosen = {"version": version.pk, "days": "30"}
    response = alices.post(f"/resumes/{version.resume_id}/share/", chosen)
    assert response.status_code == 422
    assert "20 links of this resume work already" in response.content.decode()
    ShareLink.objects.newest_first()[0].revoke()
    assert alices.post(f"/resumes/{version.resume_id}/share/", chosen).status_code == 302


def test_a_version_deleted_in_the_meantime_is_not_shared(alice: User) -> None:
    version = shared(alice).version
    Version.objects.filter(pk=version.pk).delete()
    with pytest.raises(sharing.Gone):
        sharing.share(version, days=7, shows_contact=False)


def test_a_version_deleted_while_its_link_is_made_is_told_in_words(alices: Client, alice: User) -> None:
    version = shared(alice).version
    path = f"/resumes/{version.resume_id}/share/"
    deleted: list[int] = []

    def delete_first(execute: Any, sql: str, *args: Any) -> Any:
        if not deleted and "share" not in sql and sql.startswith("SAVEPOINT"):
            deleted.append(1)
            Version.objects.filter(pk=version.pk).delete()
        return execute(sql, *args)

    with connection.execute_wrapper(delete_first):
        response = alices.post(path, {"version": version.pk, "days": "7"})
    assert response.status_code == 422
    assert "This version was deleted in the meantime" in response.content.decode()


def test_revoking_works_at_once_and_for_good(alices: Client, client: Client, alice: User) -> None:
    link = shared(alice)
    path = f"/resumes/{link.version.resume_id}/share/"
    assert alices.post(f"{path}{link.pk}/revoke/")["Location"] == path
    assert client.get(f"/shared/{link.token}/").status_code == 404
    link.refresh_from_db()
    first = link.revoked_at
    alices.post(f"{path}{link.pk}/revoke/")
    link.refresh_from_db()
    assert link.revoked_at == first
    assert "Revoked" in alices.get(path).content.decode()


def test_revoking_needs_a_post(alices: Client, alice: User) -> None:
    link = shared(alice)
    assert alices.get(f"/resumes/{link.version.resume_id}/share/{link.pk}/revoke/").status_code == 405
    assert ShareLink.objects.active().count() == 1


def test_an_expired_link_is_listed_as_such(alices: Client, alice: User) -> None:
    link = shared(alice, expires_at=timezone.now() - timedelta(days=1))
    page = alices.get(f"/resumes/{link.version.resume_id}/share/").content.decode()
    assert "Expired" in page
    assert link.token not in page


def test_a_stranger_can_neither_see_nor_make_nor_revoke_links(charlies: Client, alice: User) -> None:
    link = shared(alice)
    path = f"/resumes/{link.version.resume_id}/share/"
    assert charlies.get(path).status_code == 404
    assert charlies.post(path, {"version": link.version_id, "days": "7"}).status_code == 404
    assert charlies.post(f"{path}{link.pk}/revoke/").status_code == 404
    assert ShareLink.objects.active().count() == 1


def test_a_link_of_another_resume_is_not_revoked(charlies: Client, alice: User, charlie: User) -> None:
    link, own = shared(alice), shared(charlie)
    assert charlies.post(f"/resumes/{own.version.resume_id}/share/{link.pk}/revoke/").status_code == 404
    assert ShareLink.objects.active().count() == 2


def test_a_resume_without_a_version_says_what_to_do(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="Empty")
    page = alices.get(f"/resumes/{resume.pk}/share/").content.decode()
    assert "Save your first one in the editor" in page


def test_the_share_page_takes_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = shared(alice).version
    for _ in range(30):
        link_to(version)
    with django_assert_max_num_queries(8):
        assert alices.get(f"/resumes/{version.resume_id}/share/").status_code == 200


def test_the_shared_page_takes_two_queries(
    client: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    link = shared(alice)
    with django_assert_max_num_queries(2):
        client.get(f"/shared/{link.token}/")


def test_a_pdf_that_cannot_be_set_is_told_in_words(client: Client, alice: User) -> None:
    link = shared(alice)
    Version.objects.update(document={"basics": {"summary": "a" * 40_000}})
    response = client.get(f"/shared/{link.token}/pdf/")
    assert response.status_code == 422
    assert "The PDF could not be made" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    link.refresh_from_db()
    assert link.downloads == 0


def test_the_town_is_all_that_stays_of_contact_details() -> None:
    basics = sharing.without_contact(Document.model_validate(DOCUMENT)).basics
    assert (basics.email, basics.phone, basics.url, basics.profiles) == ("", "", "", [])
    assert basics.location.model_dump(exclude_defaults=True) == {"city": "London", "country_code": "GB"}
