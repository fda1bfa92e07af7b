"""What a page of somebody who is logged in tells caches."""

from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client

from accounts.models import User
from conftest import PASSWORD

PRIVATE = "private, no-store"


def test_a_persons_page_is_kept_nowhere(alices: Client) -> None:
    assert alices.get("/resumes/").headers["Cache-Control"] == PRIVATE


def test_a_mistaken_address_is_kept_nowhere_either(alices: Client) -> None:
    assert alices.get("/nothing/").headers["Cache-Control"] == PRIVATE


def test_under_asgi_it_is_the_same(alice: User) -> None:
    client = AsyncClient()
    client.force_login(alice)
    assert async_to_sync(client.get)("/resumes/").headers["Cache-Control"] == PRIVATE


def test_logging_in_leaves_no_page_behind(alice: User) -> None:
    answer = Client().post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert answer.headers["Cache-Control"] == PRIVATE


def test_a_visitors_page_may_be_kept(db: None) -> None:
    assert "no-store" not in Client().get("/").headers.get("Cache-Control", "")


def test_static_files_may_be_kept(alices: Client) -> None:
    answer = alices.get("/static/css/base.css")
    assert "no-store" not in answer.headers.get("Cache-Control", "")
