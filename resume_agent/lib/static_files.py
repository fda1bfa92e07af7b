"""WhiteNoise as async-capable middleware, so that it doesn't push every request behind it into the sync thread."""

from collections.abc import Awaitable, Callable
from contextlib import closing

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc] # the package has no types
    async_capable = True
    sync_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Awaitable[HttpResponseBase]]) -> None:
        super().__init__(get_response)
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if iscoroutinefunction(self):
            return self.later(request)
        response: HttpResponseBase = super().__call__(request)
        return response

    async def later(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(self.static_prefix):
            response: HttpResponseBase = await self.get_response(request)
            return response
        return await sync_to_async(self.read, thread_sensitive=False)(request) or await self.get_response(request)

    def read(self, request: HttpRequest) -> HttpResponse | None:
        """The whole file: ASGI can't stream from a blocking iterator, and none of ours is large."""
        known = self.find_file(request.path_info) if self.autorefresh else self.files.get(request.path_info)
        if known is None:
            return None
        found = known.get_response(request.method, request.META)
        content = b""
        if found.file is not None:
            with closing(found.file) as file:
                content = file.read()
        response = HttpResponse(content, status=int(found.status))
        del response["Content-Type"]
        for name, value in found.headers:
            response[name] = value
        return response
