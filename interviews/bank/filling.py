"""Makes a question of the bank the person's own: its slots are filled from their resume and the posting."""

import re
from collections.abc import Iterator

from interviews.bank.bank import BankQuestion
from interviews.bank.material import Material
from interviews.planning.plan import PlannedQuestion, Source

_SLOT = re.compile(r"\{(\w+)\}")
QUOTING = ("line", "requirement", "skill")
"""Slots that quote; the first of these that a text has says where the question comes from."""
SECONDS = {"behavioural": 150, "technical": 180, "case": 240, "screening": 90}


def slots_in(text: str) -> list[str]:
    return _SLOT.findall(text)


def fillings(question: BankQuestion, language: str, material: Material) -> Iterator[PlannedQuestion]:
    """Every way to ask it, most telling first; none if something it needs is missing."""
    template = question.text[language]
    slots = slots_in(template)
    quoting = [slot for slot in QUOTING if slot in slots]
    plain = {slot: str(getattr(material, slot)) for slot in slots if slot not in QUOTING}
    if not all(plain.values()) or len(quoting) > 1:
        return
    for source in _sources(quoting, material):
        values = plain | dict.fromkeys(quoting, source.quote)
        yield PlannedQuestion(
            text=template.format_map(values),
            kind=question.kind,
            competency=question.competency,
            strong=list(question.strong[language]),
            hints=list(question.hints[language]),
            source=source,
            bank_id=question.id,
            seconds=SECONDS[question.kind],
        )


def _sources(quoting: list[str], material: Material) -> tuple[Source, ...]:
    if not quoting:
        return (Source(kind="role"),)
    return {"line": material.lines, "requirement": material.requirements, "skill": material.skills}[quoting[0]]
