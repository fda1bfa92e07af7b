"""/health, /health/ready and /health/detailed: for probes, so without session, redirect, host check or secrets."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from resume_agent import probes


def live() -> HttpResponse:
    return answer("ok", {}, service="AI Resume Agent")


def ready() -> HttpResponse:
    """Ready without the queue: an upload is kept when the broker is down, and its job runs later."""
    found = good(probes.ask({"database": probes.database, "minio": probes.storage}))
    return answer("ready" if all(found.values()) else "not_ready", found)


def detailed() -> HttpResponse:
    """`degraded` when pages work and background work doesn't."""
    asked = {"database": probes.database, "minio": probes.storage, "redis": probes.broker, "workers": probes.workers}
    found = good(probes.ask(asked))
    if not (found["database"] and found["minio"]):
        return answer("not_ready", found)
    return answer("ok" if all(found.values()) else "degraded", found)


PAGES: Mapping[str, Callable[[], HttpResponse]] = {
    "/health": live,
    "/health/ready": ready,
    "/health/detailed": detailed,
}


def good(problems: Mapping[str, str]) -> dict[str, bool]:
    return {name: not problem for name, problem in problems.items()}


def answer(status: str, found: Mapping[str, bool], **more: str) -> HttpResponse:
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    response = JsonResponse(
        {"status": status, **found, "timestamp": now, **more}, status=503 if status == "not_ready" else 200
    )
    response["Cache-Control"] = "no-store"
    response["Content-Length"] = str(len(response.content))
    return response


def respond(request: HttpRequest) -> HttpResponse:
    """Only for a path of PAGES."""
    return PAGES[request.path_info]() if request.method in {"GET", "HEAD"} else HttpResponseNotAllowed(["GET", "HEAD"])


@sync_and_async_middleware
def health_middleware(get_response):  # type: ignore[no-untyped-def] # sync or async by what Django hands in
    async def later(request: HttpRequest) -> HttpResponseBase:
        if request.path_info not in PAGES:
            passed: HttpResponseBase = await get_response(request)
            return passed
        # Not on the thread that serves the pages: probes must answer while that one is busy.
        response: HttpResponseBase = await sync_to_async(respond, thread_sensitive=False)(request)
        return response

    def now(request: HttpRequest) -> HttpResponseBase:
        if request.path_info in PAGES:
            return respond(request)
        response: HttpResponseBase = get_response(request)
        return response

    return later if iscoroutinefunction(get_response) else now
