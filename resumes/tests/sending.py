"""Requests to the editor as its pages make them, for this app's tests."""

from html import unescape
from typing import Any

from django.test import Client

from resumes.models import Draft, Resume

HTMX = {"HX-Request": "true"}


def body(response: Any) -> str:
    return unescape(response.content.decode())


def send(client: Client, made: Resume, url: str = "fields", *, script: bool = True, **data: Any) -> Any:
    """Fields are named with double underscores for slashes; "seen__" gives what the page knew."""
    named = {
        (f"seen:{key[6:]}" if key.startswith("seen__") else key).replace("__", "/"): value
        for key, value in data.items()
    }
    return client.post(f"/resumes/{made.pk}/edit/{url}/", named, headers=HTMX if script else {})


def rename(client: Client, made: Resume, to: str, *, seen: str = "Alice Example", **options: Any) -> Any:
    return send(client, made, basics__name=to, seen__basics__name=seen, **options)


def outline(made: Resume) -> dict[str, Any]:
    held: dict[str, Any] = Draft.objects.get(resume=made).outline
    return held
