"""The Permissions-Policy header: which powers of the browser a page may use."""

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

# The microphone stays ours for spoken interviews; nothing else is used.
POLICY = "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)"


@sync_and_async_middleware
def permissions_policy(get_response):  # type: ignore[no-untyped-def] # sync or async by what Django hands in
    def stamp(response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    async def later(request: HttpRequest) -> HttpResponseBase:
        return stamp(await get_response(request))

    def now(request: HttpRequest) -> HttpResponseBase:
        return stamp(get_response(request))

    return later if iscoroutinefunction(get_response) else now
