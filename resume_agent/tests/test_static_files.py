"""Static files under ASGI, where a stream of a blocking iterator would be a warning and a stall."""

import warnings
from contextlib import closing

import pytest
from asgiref.sync import async_to_sync
from django.http.response import HttpResponseBase
from django.test import AsyncClient, Client
from pytest_django import Settings

CSS = "/static/css/base.css"


def get(path: str, **headers: str) -> HttpResponseBase:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return async_to_sync(AsyncClient().get)(path, headers=headers)


def test_a_file_comes_whole_with_its_type() -> None:
    response = get(CSS)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/css")
    assert int(response["Content-Length"]) == len(b"".join(response)) > 0


def test_a_file_that_is_known_is_not_sent_again() -> None:
    response = get(CSS, **{"if-none-match": get(CSS)["ETag"]})
    assert response.status_code == 304


@pytest.mark.django_db
def test_without_asgi_it_is_served_too(db: None, client: Client) -> None:
    with closing(client.get(CSS)) as response:
        assert response.status_code == 200


def test_collected_files_are_looked_up_once(settings: Settings) -> None:
    settings.WHITENOISE_AUTOREFRESH = False
    assert get(CSS).status_code == 200
