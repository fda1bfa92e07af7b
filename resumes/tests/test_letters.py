"""Letters as their owner handles them without a key: put together, edited, asked about, exported, deleted."""

import io
import re

import docx
import pytest
from django.test import Client
from pdfminer.high_level import extract_text
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.models import Fact, Letter, Posting, Version
from resumes.posting_intake import take_in
from resumes.tests.given import RESUME, read
from resumes.tests.writing import DOUBTFUL, HONEST, INVENTED, POSTING, a_letter, address

REASON = {"kind": "number", "claim": "12 engineers", "sentence": "Where does it come from?", "where": INVENTED}


def doubtful(owner: User) -> Letter:
    return a_letter(owner, text=DOUBTFUL, reasons=[REASON])


def test_without_a_key_a_letter_quotes_the_persons_own_lines(alices: Client, alice: User) -> None:
    version, posting = read(alice).versions.get(), take_in(alice, POSTING, employer="Example Payments")
    data = {"version": str(version.pk), "tone": "formal", "length": "medium", "language": "en"}
    shown = alices.post(f"/postings/{posting.pk}/letters/new/", data, follow=True).text
    letter = Letter.objects.get()
    assert letter.text.startswith("Dear Sir or Madam,")
    assert "“Led the move of 14 services to Kubernetes, cutting the hosting bill by 31%”" in letter.text
    assert "[One sentence: why this job, and why this employer?]" in letter.text
    assert "COBOL" not in letter.text
    assert "Put together by rules" in shown
    assert "Still to fill in" in shown
    assert (letter.prompt, letter.model, letter.job) == ("", "", None)


@pytest.mark.parametrize(
    ("language", "tone", "greeting"),
    [("de", "plain", "Guten Tag, liebes Team von Acme,"), ("fr", "warm", "Bonjour à toute"), ("es", "formal", "Estim")],
)
def test_rules_write_in_the_language_of_the_choice(
    alices: Client, alice: User, language: str, tone: str, greeting: str
) -> None:
    version, posting = read(alice).versions.get(), take_in(alice, POSTING, employer="Acme")
    data = {"version": str(version.pk), "tone": tone, "length": "short", "language": language}
    alices.post(f"/postings/{posting.pk}/letters/new/", data)
    letter = Letter.objects.get()
    assert letter.text.startswith(greeting)
    assert "COBOL" not in letter.text


def test_without_a_resume_there_is_nothing_to_write_from(alices: Client, alice: User) -> None:
    posting = take_in(alice, POSTING)
    assert "there is none yet" in alices.get(f"/postings/{posting.pk}/letters/new/").text
    assert alices.post(f"/postings/{posting.pk}/letters/new/", {"tone": "plain"}).status_code == 422


def test_a_strangers_version_cannot_be_written_from(alices: Client, alice: User, charlie: User) -> None:
    read(alice)
    strange, posting = read(charlie).versions.get(), take_in(alice, POSTING)
    data = {"version": str(strange.pk), "tone": "plain", "length": "short", "language": "en"}
    assert alices.post(f"/postings/{posting.pk}/letters/new/", data).status_code == 422
    assert not Letter.objects.exists()


def test_the_version_that_was_sent_and_the_postings_language_are_offered(alices: Client, alice: User) -> None:
    read(alice)
    sent = read(alice, text=f"{RESUME}Ruby\n", name="b.txt").versions.get()
    text = "Wir suchen Sie als Entwickler\n\nIhr Profil\n- Erfahrung mit PostgreSQL und Kubernetes\n- Sie sind im Team"
    posting = take_in(alice, text)
    Posting.objects.filter(pk=posting.pk).update(version=sent)
    shown = alices.get(f"/postings/{posting.pk}/letters/new/").text
    assert f'value="{sent.pk}" selected' in shown
    assert 'value="de" selected' in shown
    held = Version.objects.exclude(pk=sent.pk).get()
    shown = alices.get(f"/postings/{posting.pk}/letters/new/?version={held.pk}").text
    assert f'value="{held.pk}" selected' in shown


def test_the_text_is_saved(alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    data = {"text": f" {HONEST}\r\n\r\n\u202e", "revision": str(letter.revision)}
    assert "Saved." in alices.post(address(letter, "save/"), data, follow=True).text
    letter.refresh_from_db()
    assert (letter.text, letter.revision) == (HONEST, 1)


def test_of_two_tabs_the_second_is_refused_and_shows_both_texts(alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    alices.post(address(letter, "save/"), {"text": "From the first tab.", "revision": "0"})
    answer = alices.post(address(letter, "save/"), {"text": "From the second tab.", "revision": "0"})
    assert answer.status_code == 409
    assert "From the first tab." in answer.text
    assert "From the second tab." in answer.text
    letter.refresh_from_db()
    assert letter.text == "From the first tab."
    over = re.search(r'name="over" value="(\d+)"', answer.text)
    assert over
    alices.post(address(letter, "save/"), {"text": "From the second tab.", "revision": "0", "over": over[1]})
    letter.refresh_from_db()
    assert letter.text == "From the second tab."
    assert letter.earlier.newest_first()[0].text == "From the first tab."


@pytest.mark.parametrize(
    "data", [{"text": "kept word " * 2000, "revision": "0"}, {"text": "kept word", "revision": "x"}]
)
def test_what_cannot_be_saved_stays_on_the_page(alices: Client, alice: User, data: dict[str, str]) -> None:
    answer = alices.post(address(a_letter(alice), "save/"), data)
    assert answer.status_code == 422
    assert "kept word" in answer.text
    assert "kept word" not in Letter.objects.get().text


def test_a_doubt_ends_with_its_claim_and_not_with_a_comma(alices: Client, alice: User) -> None:
    letter = doubtful(alice)
    reworded = DOUBTFUL.replace(INVENTED, "Leading 12 engineers at Acme Ltd was mine.")
    alices.post(address(letter, "save/"), {"text": reworded, "revision": "0"})
    letter.refresh_from_db()
    assert {each["claim"] for each in letter.reasons} == {"12 engineers"}
    alices.post(address(letter, "save/"), {"text": HONEST, "revision": "1"})
    letter.refresh_from_db()
    assert letter.reasons == []


def test_what_the_person_says_is_true_becomes_a_fact_and_is_not_asked_again(alices: Client, alice: User) -> None:
    letter = doubtful(alice)
    data = {"sentence": INVENTED, "where": "At Acme, from 2021 on"}
    assert "ask about this again" in alices.post(address(letter, "confirm/"), data, follow=True).text
    fact = Fact.objects.get()
    assert (fact.resume, fact.posting, fact.question, fact.text) == (
        letter.version.resume, letter.posting, INVENTED, "At Acme, from 2021 on",
    )  # fmt: skip
    letter.refresh_from_db()
    assert letter.reasons == []
    alices.post(address(letter, "save/"), {"text": DOUBTFUL, "revision": str(letter.revision)})
    letter.refresh_from_db()
    assert letter.reasons == []
    alices.post(address(letter, "confirm/"), data)
    assert Fact.objects.count() == 1


def test_it_is_true_needs_a_where(alices: Client, alice: User) -> None:
    answer = alices.post(address(doubtful(alice), "confirm/"), {"sentence": INVENTED, "where": " "})
    assert answer.status_code == 422
    assert "Say where this comes from" in answer.text
    assert not Fact.objects.exists()


@pytest.mark.parametrize("form", ["pdf", "docx", "txt"])
def test_there_is_no_file_while_a_sentence_is_open(alices: Client, alice: User, form: str) -> None:
    answer = alices.get(address(doubtful(alice), f"export/{form}/"))
    assert answer.status_code == 409
    assert "One sentence is still open" in answer.text


HOSTILE = "#set page(fill: red) <script>alert(1)</script> $x^2$ @ref \\evil {{ 7|add:7 }} *b* `raw`"


def test_a_letter_becomes_a_tagged_pdf_and_hostile_text_stays_text(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=f"{HONEST}\n\n{HOSTILE}")
    answer = alices.get(address(letter, "export/pdf/"))
    assert "Alice-Example-Cover-Letter-Example-Payments.pdf" in answer["Content-Disposition"]
    assert b"pdfuaid" in answer.content
    text = " ".join(extract_text(io.BytesIO(answer.content)).split())
    assert HOSTILE in text
    assert "alice@example.com" in text
    assert "14 services to Kubernetes" in text


def test_a_letter_becomes_a_word_file_with_its_paragraphs(alices: Client, alice: User) -> None:
    answer = alices.get(address(a_letter(alice, text=HONEST), "export/docx/"))
    document = docx.Document(io.BytesIO(answer.content))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == "Alice Example"
    assert said[-3:] == HONEST.split("\n\n")
    assert document.core_properties.title == "Alice Example, cover letter"


def test_a_letter_becomes_plain_text(alices: Client, alice: User) -> None:
    assert alices.get(address(a_letter(alice, text=HONEST), "export/txt/")).content.decode() == HONEST + "\n"


def test_a_letter_that_cannot_be_set_says_so(alices: Client, alice: User) -> None:
    answer = alices.get(address(a_letter(alice, text="x" * 30_000), "export/pdf/"))
    assert answer.status_code == 422
    assert "Shorten it" in answer.text


def test_an_unknown_format_is_not_found(alices: Client, alice: User) -> None:
    assert alices.get(address(a_letter(alice), "export/exe/")).status_code == 404


def test_every_design_sets_a_letter(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=HONEST)
    for template in ("classic", "modern", "compact", "executive", "academic", "technical"):
        Version.objects.update(design={"template": template})
        assert b"pdfuaid" in alices.get(address(letter, "export/pdf/")).content


def test_hostile_text_is_shown_as_text(alices: Client, alice: User) -> None:
    shown = alices.get(address(a_letter(alice, text=HOSTILE, reasons=[{**REASON, "where": HOSTILE}]))).text
    assert "<script>alert(1)" not in shown
    assert "{{ 7|add:7 }}" in shown


def test_deleting_asks_first(alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    assert "Delete for good" in alices.get(address(letter, "delete/")).text
    shown = alices.post(address(letter, "delete/"), follow=True).text
    assert "No letter for this job yet" in shown
    assert not Letter.objects.exists()


def test_what_a_letter_has_no_work_for_is_left_alone(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=HONEST)
    for path in ("stop/", "retry/", "by-rules/"):
        assert alices.post(address(letter, path)).status_code == 302
    letter.refresh_from_db()
    assert letter.text == HONEST


@pytest.mark.parametrize(
    ("method", "path"),
    [("get", ""), ("get", "delete/"), ("get", "export/pdf/")]
    + [("post", f"{name}/") for name in ("save", "confirm", "stop", "retry", "by-rules", "delete")],
)
def test_a_stranger_gets_404(charlies: Client, alice: User, charlie: User, method: str, path: str) -> None:
    letter = a_letter(alice)
    assert getattr(charlies, method)(address(letter, path)).status_code == 404
    own = take_in(charlie, POSTING)
    assert getattr(charlies, method)(f"/postings/{own.pk}/letters/{letter.pk}/{path}").status_code == 404
    assert Letter.objects.filter(pk=letter.pk).exists()


@pytest.mark.parametrize("path", ["", "new/"])
def test_a_strangers_posting_has_no_letters(charlies: Client, alice: User, path: str) -> None:
    posting = take_in(alice, POSTING)
    assert charlies.get(f"/postings/{posting.pk}/letters/{path}").status_code == 404


def test_pages_take_few_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    letter = doubtful(alice)
    for number in range(10):
        Letter.objects.create(version=letter.version, posting=letter.posting, text=f"Letter {number}")
    base = f"/postings/{letter.posting_id}/letters/"
    for path in (base, f"{base}new/", address(letter), address(letter, "delete/")):
        with django_assert_max_num_queries(8):
            assert alices.get(path).status_code == 200
    assert "Write a letter" in alices.get(f"/postings/{letter.posting_id}/").text
