"""Starts a round of suggestions on what the editor holds: by rules at once, by AI as a job."""

from django.db import transaction
from django.utils import timezone

from resume_agent.jobs.queueing import enqueue
from resumes.matching.posting import PostingReading
from resumes.models import Posting, Resume, Round
from resumes.suggesting.by_ai import SUGGEST, keep
from resumes.suggesting.by_rules import improve, tailor
from resumes.suggesting.material import material_of


def start(resume: Resume, *, by: Round.By, posting: Posting | None = None) -> Round:
    """For the posting, or for any reader without one."""
    scope = Round.Scope.TAILOR if posting else Round.Scope.IMPROVE
    round_ = Round(resume=resume, posting=posting, scope=scope, by=by)
    return _queued(round_) if by == Round.By.AI else _by_rules(round_)


@transaction.atomic
def _queued(round_: Round) -> Round:
    """Of two clicks one asks: the round that is under way already is the answer to the other."""
    Resume.objects.select_for_update().get(pk=round_.resume_id)
    if earlier := round_.resume.rounds.under_way(round_.posting).first():
        return earlier
    round_.job = enqueue(owner=round_.resume.owner, kind=SUGGEST, subject=round_.pk)
    round_.save(force_insert=True)
    return round_


def _by_rules(round_: Round) -> Round:
    material, today = material_of(round_.resume), timezone.localdate()
    if round_.posting:
        found = tailor(material, PostingReading.model_validate(round_.posting.reading), today=today)
    else:
        found = improve(material, today=today)
    with transaction.atomic():
        round_.save(force_insert=True)
        keep(round_, found)
    return round_
