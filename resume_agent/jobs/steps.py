"""The named steps of a piece of work and when each began and ended, as kept in its row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict


@dataclass(frozen=True)
class Step:
    """`name` is for code ("reading"), `label` for people ("Reading your file").

    given: over as soon as the work is queued, as the arrival of a file is; no attempt begins it.
    """

    name: str
    label: str
    given: bool = False


class StepRecord(TypedDict):
    """Moments are ISO 8601, or None as long as they lie ahead."""

    name: str
    label: str
    started: str | None
    ended: str | None


def all_ahead(steps: Iterable[Step], queued: datetime) -> list[StepRecord]:
    """The steps before an attempt: all lie ahead but what was given with the work."""
    moment = queued.isoformat()
    return [
        StepRecord(name=step.name, label=step.label, started=moment, ended=moment)
        if step.given
        else StepRecord(name=step.name, label=step.label, started=None, ended=None)
        for step in steps
    ]


def begin(records: list[StepRecord], name: str, now: datetime) -> list[StepRecord]:
    """End whatever is going on and start `name`. Raises KeyError for a step that the kind never declared."""
    if all(record["name"] != name for record in records):
        raise KeyError(name)
    return [
        StepRecord(name=name, label=record["label"], started=now.isoformat(), ended=None)
        if record["name"] == name
        else _ended(record, now)
        for record in records
    ]


def end_all(records: list[StepRecord], now: datetime) -> list[StepRecord]:
    return [_ended(record, now) for record in records]


def _ended(record: StepRecord, now: datetime) -> StepRecord:
    if record["started"] is None or record["ended"] is not None:
        return record
    return StepRecord(name=record["name"], label=record["label"], started=record["started"], ended=now.isoformat())
