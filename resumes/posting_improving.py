"""The job that asks the AI what a posting says; only what it can quote from the posting goes into the reading."""

from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from resume_agent.ai import client
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue, retry
from resume_agent.jobs.running import Failed, Run
from resumes.matching import merging
from resumes.matching.posting import PostingReading
from resumes.matching.said import Said
from resumes.models import Posting
from resumes.posting_intake import keep

IMPROVE = "resumes.posting"
PROMPT = Prompt.from_file(Path(merging.__file__).parent / "prompts" / "posting.v1.txt")
MOST_TEXT = 20_000
"""Characters of a posting that are sent."""
MAX_OUTPUT_TOKENS = 6000
GONE = Failed("gone", "This job was deleted while the AI read its posting. Your resumes are as they were.")


def improve(posting: Posting) -> bool:
    """Queues the work, once: again after it failed or was stopped, never after it was done. False without a key."""
    if not client.configured() or posting.is_by_ai:
        return False
    if posting.job is not None:
        return retry(posting.job)
    with transaction.atomic():
        # Of two clicks one asks.
        if Posting.objects.select_for_update().get(pk=posting.pk).job_id is not None:
            return False
        posting.job = enqueue(owner=posting.owner, kind=IMPROVE, subject=posting.pk)
        posting.save(update_fields=["job"])
    return True


def stop(posting: Posting) -> None:
    """Ends the work on it, if there is any; the rules' reading stays."""
    if posting.job is not None:
        posting.job.want_stop(timezone.now())


def throw_away(posting: Posting) -> None:
    """The posting, and the work on it if there still is any."""
    stop(posting)
    posting.delete()


def work(run: Run) -> Said:
    """The slow part, outside any transaction."""
    run.step("reading")
    posting = _posting(run.subject)
    asked = client.Asked(
        owner=posting.owner,
        purpose="posting",
        prompt=PROMPT,
        data={"text": posting.text[:MOST_TEXT]},
        job=run.job.pk,
        max_output_tokens=MAX_OUTPUT_TOKENS,
    )
    run.step("asking")
    with ai_failures_as_outcomes(run.job):
        said = Said.model_validate_json("".join(listen(run, partial(client.stream, asked, Said))))
    run.step("checking")
    return said


def save(job: Job, said: Said) -> str:
    """Once, in the transaction that ends the job. Into the reading as it is now: the person may have corrected it."""
    _posting(job.subject)
    posting = Posting.objects.select_for_update().get(pk=job.subject)
    keep(posting, merging.merged(posting.text, PostingReading.model_validate(posting.reading), said))
    posting.prompt, posting.model = PROMPT.name, settings.OPENAI_MODEL
    posting.save(update_fields=["title", "employer", "reading", "prompt", "model"])
    return reverse("postings:detail", args=[posting.pk])


def _posting(posting_id: UUID) -> Posting:
    try:
        return Posting.objects.select_related("owner").get(pk=posting_id)
    except Posting.DoesNotExist:
        raise GONE from None
