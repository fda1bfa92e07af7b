"""Every page of an account is ours, and says where one is."""

from http import HTTPStatus

import pytest
from django.template.loader import render_to_string
from django.test import Client

from accounts.models import User


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/accounts/signup/", "Sign up"),
        ("/accounts/login/", "Log in"),
        ("/accounts/password/reset/", "Reset your password"),
        ("/accounts/password/reset/done/", "Look in your inbox"),
        ("/accounts/password/reset/key/done/", "Your password is changed"),
        ("/accounts/password/reset/key/1-nothing/", "This link no longer works"),
        ("/accounts/inactive/", "This account is closed"),
    ],
)
def test_a_visitor_sees_our_page(db: None, path: str, title: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == HTTPStatus.OK
    assert f"<h1>{title}</h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/accounts/email/", "Your e-mail address"),
        ("/accounts/password/change/", "Change your password"),
        ("/accounts/reauthenticate/", "Is it you?"),
        ("/accounts/logout/", "Log out?"),
    ],
)
def test_a_person_sees_our_page(alices: Client, path: str, title: str) -> None:
    assert f"<h1>{title}</h1>" in alices.get(path).text


def test_a_person_without_a_password_can_set_one(alices: Client, alice: User) -> None:
    alice.set_unusable_password()
    alice.save(update_fields=["password"])
    alices.force_login(alice)
    assert "<h1>Set a password</h1>" in alices.get("/accounts/password/set/").text


@pytest.mark.parametrize("name", ["signup_closed", "verification_sent", "verified_email_required"])
def test_a_page_that_only_other_settings_reach_is_ours_too(name: str) -> None:
    assert "topbar" in render_to_string(f"account/{name}.html")
