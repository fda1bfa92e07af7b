"""A link to a report for a mentor: what it shows, what it hides, and when it is gone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from interviews.models import Interview, InterviewLink, Question
from interviews.tests.making import answer_in, begun, ended, found, judged
from interviews.tests.saying import ANSWER, LINE, QUOTE
from resumes.posting_intake import take_in
from resumes.tests.given import read
from resumes.tests.writing import POSTING

pytestmark = pytest.mark.django_db


def shared(owner: User, **fields: object) -> InterviewLink:
    """Of an interview from a resume, whose question quotes a line of it."""
    version = read(owner).versions.get()
    interview = ended(owner, ANSWER, version=version)
    Interview.objects.filter(pk=interview.pk).update(title=version.resume.title)
    Question.objects.update(source={"kind": "resume", "quote": LINE, "path": "work[1].highlights[1]"})
    judged(answer_in(interview), found("action", 4, QUOTE))
    return InterviewLink.objects.create(
        interview=interview, **{"expires_at": timezone.now() + timedelta(days=1), **fields}
    )


def page(client: Client, link: InterviewLink) -> str:
    return client.get(f"/shared/interviews/{link.token}/").text


def test_a_link_is_made_shown_and_works_for_strangers(alices: Client, client: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    made = alices.post(f"/interviews/{interview.pk}/share/", {"days": "7"}, follow=True).text
    link = InterviewLink.objects.get()
    assert link.token in made
    assert timedelta(days=6, hours=23) < link.expires_at - timezone.now() <= timedelta(days=7)
    assert "I rolled it back" in page(client, link)


def test_a_mentor_sees_the_answer_with_what_was_found(client: Client, alice: User) -> None:
    text = page(client, shared(alice))
    for part in ("Tell me about a release that went wrong.", QUOTE, "4 of 5", "What stands out"):
        assert part in text


def test_a_mentor_sees_no_line_of_the_resume_and_no_contact_data(client: Client, alice: User) -> None:
    text = page(client, shared(alice))
    secrets = [LINE, "Alice Example", "alice@example.com", "7946", "Widget Works", "Acme Ltd"]
    assert [secret for secret in secrets if secret in text] == []


def test_with_a_job_it_is_named_after_that(client: Client, alice: User) -> None:
    link = shared(alice)
    assert "<h1>Practice interview</h1>" in page(client, link)
    Interview.objects.update(posting=take_in(alice, POSTING), title="Backend Engineer at Acme")
    assert "<h1>Backend Engineer at Acme</h1>" in page(client, link)


def test_a_mentor_finds_nothing_to_press(client: Client, alice: User) -> None:
    text = page(client, shared(alice))
    assert "<form" not in text
    assert "/interviews/" not in text.replace("/shared/interviews/", "")


def test_search_engines_and_caches_stay_out_and_no_cookie_is_set(client: Client, alice: User) -> None:
    response = client.get(f"/shared/interviews/{shared(alice).token}/")
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize("fields", [{"revoked_at": timezone.now()}, {"expires_at": timezone.now()}])
def test_what_is_revoked_or_expired_is_gone(client: Client, alice: User, fields: dict[str, object]) -> None:
    response = client.get(f"/shared/interviews/{shared(alice, **fields).token}/")
    assert response.status_code == 404
    assert QUOTE not in response.text


@pytest.mark.parametrize("token", ["x", "A" * 43, "A" * 300])
def test_what_never_was_is_not_there(client: Client, db: None, token: str) -> None:
    assert client.get(f"/shared/interviews/{token}/").status_code == 404


def test_a_link_goes_with_its_interview(alices: Client, client: Client, alice: User) -> None:
    link = shared(alice)
    alices.post(f"/interviews/{link.interview_id}/delete/")
    assert client.get(f"/shared/interviews/{link.token}/").status_code == 404


def test_revoking_works_at_once_and_for_good(alices: Client, client: Client, alice: User) -> None:
    link = shared(alice)
    revoke = f"/interviews/{link.interview_id}/share/{link.pk}/revoke/"
    assert "Revoked." in alices.post(revoke, follow=True).text
    alices.post(revoke)
    assert client.get(f"/shared/interviews/{link.token}/").status_code == 404


def test_visits_are_counted_but_not_the_owners(alices: Client, charlies: Client, client: Client, alice: User) -> None:
    link = shared(alice)
    for visitor in (alices, charlies, client):
        page(visitor, link)
    client.head(f"/shared/interviews/{link.token}/")
    link.refresh_from_db()
    assert link.views == 2


def test_a_stranger_manages_no_link(charlies: Client, alice: User) -> None:
    link = shared(alice)
    place = f"/interviews/{link.interview_id}/share/"
    assert charlies.get(place).status_code == 404
    assert charlies.post(place, {"days": "7"}).status_code == 404
    assert charlies.post(f"{place}{link.pk}/revoke/").status_code == 404
    link.refresh_from_db()
    assert (link.revoked_at, InterviewLink.objects.count()) == (None, 1)


def test_a_link_of_another_interview_is_not_revoked_here(alices: Client, alice: User) -> None:
    link, other = shared(alice), ended(alice, ANSWER)
    assert alices.post(f"/interviews/{other.pk}/share/{link.pk}/revoke/").status_code == 404


@pytest.mark.parametrize("days", ["", "0", "100000", "x"])
def test_a_time_that_is_not_offered_is_refused(alices: Client, alice: User, days: str) -> None:
    interview = ended(alice, ANSWER)
    assert alices.post(f"/interviews/{interview.pk}/share/", {"days": days}).status_code == 422
    assert not InterviewLink.objects.exists()


def test_only_an_interview_that_is_over_is_shared(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(f"/interviews/{interview.pk}/share/", {"days": "7"})
    assert not InterviewLink.objects.exists()


def test_no_more_links_than_twenty_work_at_once(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    until = timezone.now() + timedelta(days=1)
    InterviewLink.objects.bulk_create(InterviewLink(interview=interview, expires_at=until) for _ in range(20))
    response = alices.post(f"/interviews/{interview.pk}/share/", {"days": "7"})
    assert (response.status_code, "20 links of this report work already" in response.text) == (422, True)


@pytest.mark.parametrize("place", ["/shared/interviews/{token}/", "/interviews/{interview}/share/"])
def test_pages_ask_the_database_little(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries, place: str
) -> None:
    link = shared(alice)
    with django_assert_max_num_queries(10):
        assert alices.get(place.format(token=link.token, interview=link.interview_id)).status_code == 200
