"""The pages of background work: how it stands, live or polled, and the button that tries again."""

from uuid import UUID

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from resume_agent.jobs import queueing, watching
from resume_agent.jobs.models import Job


def _own_job(request: HttpRequest, job_id: UUID) -> Job:
    return get_object_or_404(Job.objects.of(request.user), pk=job_id)


@require_safe
@never_cache
def detail(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = _own_job(request, job_id)
    if job.state == Job.State.DONE:
        return redirect(job.result_url)
    return render(request, "jobs/detail.html", {"job": job})


@require_safe
@never_cache
def progress(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """The progress block alone, for a page that can't be streamed to."""
    return render(request, "jobs/progress.html#progress", {"job": _own_job(request, job_id)})


@require_POST
def retry(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = _own_job(request, job_id)
    queueing.retry(job)
    return _back(request, job)


@require_POST
def stop(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Stops the work, or asks its worker to; work that is over stays as it ended."""
    job = _own_job(request, job_id)
    job.want_stop(timezone.now())
    return _back(request, job)


def _back(request: HttpRequest, job: Job) -> HttpResponse:
    """To the page of ours that showed the job."""
    address = request.POST.get("next", "")
    if address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return HttpResponseRedirect(address)
    return redirect("jobs:detail", job.pk)


@require_GET
async def stream(request: HttpRequest, job_id: UUID) -> StreamingHttpResponse:
    """Server-sent events, from `?after=` or the header Last-Event-ID on, or from how the job stands now."""
    job = await sync_to_async(_own_job)(request, job_id)
    after = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    return StreamingHttpResponse(
        watching.events(job.pk, after=after),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
    )
