"""Signing up, in, out and back in, as a browser without JavaScript does it."""

import html
import re
from http import HTTPStatus
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from conftest import PASSWORD

ALICE = "alice@example.com"
NEW = "a new horse every day"


@pytest.fixture
def visitor(db: None) -> Client:
    return Client()


def sign_up(client: Client, *, email: str = ALICE) -> int:
    form = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
    return client.post("/accounts/signup/", form).status_code


def last_code() -> str:
    found = re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def last_link() -> str:
    found = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def test_signing_up_goes_straight_to_the_resumes(visitor: Client) -> None:
    answer = visitor.post("/accounts/signup/", {"email": ALICE, "password1": PASSWORD, "password2": PASSWORD})
    assert answer.headers["Location"] == "/resumes/"
    assert User.objects.get().email == ALICE
    assert visitor.session["_auth_user_id"] == str(User.objects.get().pk)


def test_the_code_in_the_mail_verifies_the_address(visitor: Client) -> None:
    sign_up(visitor)
    visitor.post("/accounts/confirm-email/", {"code": last_code()})
    assert EmailAddress.objects.get(email=ALICE).verified


def test_a_wrong_code_verifies_nothing(visitor: Client) -> None:
    sign_up(visitor)
    answer = visitor.post("/accounts/confirm-email/", {"code": "AAAA-AAAA"})
    assert answer.status_code == HTTPStatus.OK
    assert not EmailAddress.objects.get(email=ALICE).verified


def test_the_mail_comes_as_text_and_as_html(visitor: Client) -> None:
    sign_up(visitor)
    message = mail.outbox[-1]
    assert isinstance(message, mail.EmailMultiAlternatives)
    assert last_code() in str(message.alternatives[0][0])


def test_an_unverified_person_can_log_in_again(visitor: Client) -> None:
    sign_up(visitor)
    visitor.post("/accounts/logout/")
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    assert answer.headers["Location"] == "/resumes/"


def test_logging_in_ignores_the_case_of_the_address(visitor: Client, alice: User) -> None:
    answer = visitor.post("/accounts/login/", {"login": "Alice@Example.com", "password": PASSWORD})
    assert answer.headers["Location"] == "/resumes/"


@pytest.mark.parametrize("email", [ALICE, "ALICE@example.com"])
def test_an_address_can_only_sign_up_once(visitor: Client, alice: User, email: str) -> None:
    answer = visitor.post("/accounts/signup/", {"email": email, "password1": PASSWORD, "password2": PASSWORD})
    assert "There is already an account with this address" in answer.text
    assert User.objects.count() == 1


def test_a_short_password_is_refused_beside_its_field(visitor: Client) -> None:
    answer = visitor.post("/accounts/signup/", {"email": ALICE, "password1": "short", "password2": "short"})
    assert 'id="id_password1_error"' in answer.text
    assert not User.objects.exists()


def test_a_wrong_password_does_not_say_whether_the_account_exists(visitor: Client, alice: User) -> None:
    known = visitor.post("/accounts/login/", {"login": ALICE, "password": "wrong horse"})
    unknown = visitor.post("/accounts/login/", {"login": "nobody@example.com", "password": "wrong horse"})
    errors = [re.findall(r"notice-bad.*?</div>", each.text, re.DOTALL) for each in (known, unknown)]
    assert errors[0] == errors[1]
    assert errors[0]


def test_a_forgotten_password_is_replaced_through_the_mail(visitor: Client, alice: User) -> None:
    visitor.post("/accounts/password/reset/", {"email": ALICE})
    form = visitor.get(last_link(), follow=True)
    visitor.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    alice.refresh_from_db()
    assert alice.check_password(NEW)


def test_a_reset_link_works_once(visitor: Client, alice: User) -> None:
    visitor.post("/accounts/password/reset/", {"email": ALICE})
    link = last_link()
    form = visitor.get(link, follow=True)
    visitor.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert "This link no longer works" in Client().get(link, follow=True).text


def test_asking_to_reset_answers_the_same_for_an_unknown_address(visitor: Client, alice: User) -> None:
    answers = [visitor.post("/accounts/password/reset/", {"email": each}) for each in (ALICE, "nobody@example.com")]
    assert {answer.headers["Location"] for answer in answers} == {"/accounts/password/reset/done/"}
    assert mail.outbox[-1].subject == "There is no account for this address"


def test_asking_too_often_gets_our_429_page(visitor: Client, alice: User) -> None:
    for _ in range(5):
        visitor.post("/accounts/password/reset/", {"email": ALICE})
    answer = visitor.post("/accounts/password/reset/", {"email": ALICE})
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "That was a lot at once" in answer.text


def test_guessing_passwords_is_slowed_down(visitor: Client, alice: User) -> None:
    for _ in range(5):
        visitor.post("/accounts/login/", {"login": ALICE, "password": "wrong horse"})
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    assert "_auth_user_id" not in visitor.session
    assert "Too many" in answer.text


def test_a_closed_account_is_told_so(visitor: Client, alice: User) -> None:
    User.objects.update(is_active=False)
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD}, follow=True)
    assert "This account is closed" in answer.text


def test_changing_the_address_takes_the_password_and_the_code(alices: Client, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=ALICE, verified=True, primary=True)
    asked = alices.post("/accounts/email/", {"action_add": "", "email": "alice@example.org"})
    assert not mail.outbox
    alices.post(asked.headers["Location"], {"password": PASSWORD})
    alice.refresh_from_db()
    assert alice.email == ALICE
    alices.post("/accounts/confirm-email/", {"code": last_code()})
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"


def test_changing_the_password_asks_for_the_old_one(alices: Client, alice: User) -> None:
    wrong = {"oldpassword": "wrong horse", "password1": NEW, "password2": NEW}
    assert 'id="id_oldpassword_error"' in alices.post("/accounts/password/change/", wrong).text
    alices.post("/accounts/password/change/", {**wrong, "oldpassword": PASSWORD})
    alice.refresh_from_db()
    assert alice.check_password(NEW)


def test_logging_out_takes_a_post(alices: Client) -> None:
    assert "Log out?" in alices.get("/accounts/logout/").text
    assert "_auth_user_id" in alices.session
    assert alices.post("/accounts/logout/").headers["Location"] == "/"
    assert "_auth_user_id" not in alices.session


def told(answer: Any) -> str:
    return html.unescape(answer.text)


def test_guessing_from_elsewhere_locks_nobody_out(visitor: Client, alice: User) -> None:
    stranger = Client(REMOTE_ADDR="192.0.2.7")
    for _ in range(6):
        stranger.post("/accounts/login/", {"login": ALICE, "password": "wrong horse"})
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    assert answer.headers["Location"] == "/resumes/"


def test_guessing_at_many_accounts_is_slowed_down(visitor: Client, alice: User) -> None:
    for number in range(10):
        visitor.post("/accounts/login/", {"login": f"nobody{number}@example.com", "password": "wrong horse"})
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    assert "wait five minutes" in told(answer)


def test_a_new_password_ends_the_wait(visitor: Client, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email=ALICE, verified=True, primary=True)
    for _ in range(6):
        visitor.post("/accounts/login/", {"login": ALICE, "password": "wrong horse"})
    visitor.post("/accounts/password/reset/", {"email": ALICE})
    form = visitor.get(last_link(), follow=True)
    visitor.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    answer = visitor.post("/accounts/login/", {"login": ALICE, "password": NEW})
    assert answer.headers["Location"] == "/resumes/"


@pytest.mark.parametrize(
    ("path", "form", "sentence"),
    [
        ("login", {"login": ALICE, "password": "wrong horse"}, "Check both and try again, or reset your password."),
        ("login", {"login": "", "password": ""}, "Type in your password."),
        ("login", {"login": "alice", "password": "x"}, "It looks like name@example.com."),
        ("signup", {"email": ALICE, "password1": "password123", "password2": "password123"}, "only yours"),
        ("signup", {"email": ALICE, "password1": ALICE, "password2": ALICE}, "nothing to do with it"),
        ("password/reset", {"email": ""}, "Type in an e-mail address."),
    ],
)
def test_a_mistake_says_what_to_do(visitor: Client, path: str, form: dict[str, str], sentence: str) -> None:
    assert sentence in told(visitor.post(f"/accounts/{path}/", form))


def test_a_wrong_code_says_where_to_look(visitor: Client) -> None:
    sign_up(visitor)
    assert "ask for a new one" in told(visitor.post("/accounts/confirm-email/", {"code": "AAAA-AAAA"}))


def test_every_mistake_is_told_at_once(visitor: Client) -> None:
    answer = visitor.post("/accounts/signup/", {"email": ALICE, "password1": "password123", "password2": "other"})
    assert "only yours" in told(answer)
    assert told(answer).count("You must type the same password each time.") == 1


def test_passwords_that_differ_are_told_once(visitor: Client) -> None:
    answer = visitor.post("/accounts/signup/", {"email": ALICE, "password1": PASSWORD, "password2": NEW})
    assert told(answer).count("You must type the same password each time.") == 1


def test_a_mistake_is_named_in_the_title_and_has_the_focus(visitor: Client) -> None:
    page = told(visitor.post("/accounts/signup/", {"email": ALICE, "password1": PASSWORD, "password2": NEW}))
    assert "<title>Error: Sign up" in page
    assert re.findall(r'id="(\w+)"[^>]* autofocus|autofocus[^>]* id="(\w+)"', page) == [("", "id_password2")]


def test_a_form_without_mistakes_has_none_in_its_title(visitor: Client) -> None:
    page = told(visitor.get("/accounts/signup/"))
    assert "<title>Sign up" in page
    assert "autofocus" not in page


def test_a_new_person_is_told_of_the_code_once(visitor: Client) -> None:
    sign_up(visitor)
    first, second = told(visitor.get("/resumes/")), told(visitor.get("/resumes/"))
    assert "We sent a code to" in first
    assert "reminder" not in first
    assert "reminder" in second


def test_the_page_of_the_code_does_not_send_people_elsewhere(visitor: Client) -> None:
    sign_up(visitor)
    visitor.get("/resumes/")
    visitor.post("/accounts/logout/")
    visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    visitor.get("/resumes/")
    page = told(visitor.post("/accounts/email/", {"action_send": "", "email": ALICE}, follow=True))
    assert "<h1>Verify your address</h1>" in page
    assert "your account page" not in page


def test_a_second_code_is_told(visitor: Client) -> None:
    sign_up(visitor)
    visitor.get("/resumes/")
    page = told(visitor.post("/accounts/confirm-email/", {"action": "resend"}, follow=True))
    assert "We sent a new code" in page


def test_after_logging_in_again_a_new_code_can_be_had(visitor: Client) -> None:
    sign_up(visitor)
    visitor.post("/accounts/logout/")
    visitor.post("/accounts/login/", {"login": ALICE, "password": PASSWORD})
    assert "Send me a code" in told(visitor.get("/accounts/confirm-email/", follow=True))
    visitor.post("/accounts/email/", {"action_send": "", "email": ALICE})
    visitor.post("/accounts/confirm-email/", {"code": last_code()})
    assert EmailAddress.objects.get(email=ALICE).verified


def test_asking_to_reset_promises_nothing_about_an_address(visitor: Client) -> None:
    assert "If there is an account" in told(visitor.get("/accounts/password/reset/done/"))
