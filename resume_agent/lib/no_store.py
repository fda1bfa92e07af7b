"""Keeps the pages of somebody who is logged in out of every cache, the browser's own for "back" included."""

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware


def mark(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """By the cookie rather than the user: no query, and what a log-in or a log-out answers counts too."""
    personal = settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies
    if personal and response.headers.get("Content-Type", "").startswith("text/html"):
        response.headers["Cache-Control"] = "private, no-store"
    return response


@sync_and_async_middleware
def no_store(get_response):  # type: ignore[no-untyped-def] # sync or async by what Django hands in
    async def later(request: HttpRequest) -> HttpResponseBase:
        return mark(request, await get_response(request))

    def now(request: HttpRequest) -> HttpResponseBase:
        return mark(request, get_response(request))

    return later if iscoroutinefunction(get_response) else now
