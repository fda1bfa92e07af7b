"""Hands a given answer on to whoever works on it next: what was spoken to be heard, what can be read to be judged."""

from accounts.models import User
from interviews.models import Answer, Chunk
from resume_agent.ai import client
from resume_agent.jobs.queueing import enqueue

HEAR = "interviews.hear"
ASSESS = "interviews.assess"


def hand_on(answer: Answer, owner: User) -> None:
    """Runs inside the transaction that gives the answer. What was heard waits until the person has looked at it."""
    if not client.configured():
        return
    if answer.text:
        answer.judging = enqueue(owner=owner, kind=ASSESS, subject=answer.pk)
        answer.save(update_fields=["judging"])
    elif Chunk.objects.filter(answer=answer, take=answer.take).exists() and not answer.hearing_id:
        answer.hearing = enqueue(owner=owner, kind=HEAR, subject=answer.pk)
        answer.save(update_fields=["hearing"])
