"""A requirement's text as slots: what is asked, with the alternatives that each slot leaves open."""

import re
from dataclasses import dataclass, field

from resumes.matching.folding import fold, phrases
from resumes.matching.named import Named, named_in
from resumes.matching.units import Unit, units_of
from resumes.matching.vocabulary import vocabulary, words_of
from resumes.matching.wording import data, language_of

Element = Named | Unit
OR = phrases(word for word in data("generic")["or"] if word != "/")
AND = phrases(data("generic")["and"])
SUCH_AS = phrases(data("generic")["such_as"])
PAREN = re.compile(r"\(([^()]{1,200})\)")
SECTOR = phrases(data("generic")["sector"])
MOST_SLOTS = 14
SHORT_NAME = re.compile(r"[A-Z]{2,6}s?")
REASON = re.compile("|".join(re.escape(fold(text)) for text in data("generic")["reasons"]))


@dataclass(frozen=True)
class Slot:
    """Any one of the options will do; all elements of an option are asked together."""

    options: tuple[tuple[Element, ...], ...]

    @property
    def named(self) -> bool:
        return any(isinstance(element, Named) for option in self.options for element in option)

    @property
    def weight(self) -> float:
        return max(sum(getattr(element, "weight", 1.5) for element in option) for option in self.options)


@dataclass(frozen=True)
class Ask:
    """runs: slots that stand together, all asked, each run for itself ("X and Y"). examples: any one of them shows the
    whole. spelt: another name for the whole ("CRRT"). sector: an employer's name can show it.
    words: those outside brackets, small ones left out."""

    runs: tuple[tuple[Slot, ...], ...]
    examples: tuple[Element, ...] = field(default=())
    spelt: tuple[Named, ...] = field(default=())
    sector: bool = False
    words: tuple[str, ...] = field(default=())

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for run in self.runs for slot in run)[:MOST_SLOTS]


def without_reason(text: str) -> str:
    """Cut where the posting only says why it asks."""
    found = REASON.search(fold(text), 12)
    return text[: found.start()] if found else text


def ask_of(text: str, *, plainly: bool = False) -> Ask:
    """plainly: where a text says nothing but words that every posting says, they are what is asked."""
    text = without_reason(text)
    examples: list[Element] = []
    spelt: list[Named] = []
    for match in PAREN.finditer(text):
        inner = named_in(match[1])
        if SHORT_NAME.fullmatch(match[1]):
            spelt.append(Named(frozenset({fold(match[1])}), match[1], match.start(1), match.end(1)))
        elif len(inner) == 1 and inner[0].text.strip() == match[1].strip():
            spelt += inner
        else:
            examples += elements_of(re.sub(SUCH_AS, "", match[1]) or match[1])
    body = PAREN.sub(lambda match: " " * len(match.group()), text)
    if (such := SUCH_AS.search(fold(body))) and elements_of(body[such.end() :]):
        examples += elements_of(body[such.end() :])
        body = body[: such.start()]
    stop = vocabulary().stop
    words = tuple(found.group() for found in words_of(fold(body)) if found.group() not in stop)
    sector = SECTOR.search(fold(text)) is not None
    slots = _slots(body)
    if plainly and not slots and (plain := units_of(body, plainly=True)):
        slots = (tuple(Slot(((unit,),)) for unit in plain),)
    return Ask(slots, tuple(examples), tuple(spelt), sector=sector, words=words)


def elements_of(text: str) -> list[Element]:
    """Names first; what is left is units of meaning."""
    names = named_in(text)
    rest = list(text)
    for name in names:
        rest[name.start : name.end] = "\x00" * (name.end - name.start)
    units = [unit for unit in units_of("".join(rest)) if "\x00" not in unit.text]
    if names:
        units, more = _also_named(text, units)
        names += more
    return sorted([*names, *units], key=lambda element: element.start)


def _also_named(text: str, units: list[Unit]) -> tuple[list[Unit], list[Named]]:
    """Beside names, a word with a capital that no vocabulary knows is one too: "Salesforce and Gong"; in German any
    noun has a capital."""
    if language_of(text) == "de":
        return units, []
    new = [
        unit
        for unit in units
        if unit.start and text[unit.start].isupper() and not any(key[0] in "#@" for key in unit.keys)
    ]
    names = [Named(frozenset({unit.text}), text[unit.start : unit.end], unit.start, unit.end) for unit in new]
    return [unit for unit in units if unit not in new], names


def _slots(text: str) -> tuple[tuple[Slot, ...], ...]:
    runs, english = _runs(text), language_of(text) == "en"
    slots: list[tuple[Slot, ...]] = []
    index = 0
    while index < len(runs):
        group = [runs[index][0]]
        while index + 1 < len(runs) and runs[index + 1][1] == "or":
            index += 1
            group.append(runs[index][0])
        slots.append(tuple(_alternatives(group, english=english)))
        index += 1
    return tuple(slots)


def _alternatives(group: list[list[Element]], *, english: bool) -> list[Slot]:
    """Slots of runs joined by "or". "a b or c" shares its beginning; in English "computer or electrical engineering"
    shares its noun."""
    if len(group) == 1:
        return [Slot(((element,),)) for element in group[0]]
    first, *middle, last = group
    if all(len(run) > 1 for run in group) or any(isinstance(element, Named) for run in group for element in run[1:]):
        return [Slot(tuple(tuple(run) for run in group))]
    before, after = (
        first[:-1] if len(last) == 1 or len(first) > 1 else [],
        last[1:] if len(first) == 1 and english else [],
    )
    options = [[first[-1]] if before else first, *middle, [last[0]] if after else last]
    if not before and not after:
        options = group
    shared = [Slot(((element,),)) for element in (*before, *after)]
    return [*shared, Slot(tuple(tuple(option) for option in options))]


def _runs(text: str) -> list[tuple[list[Element], str]]:
    """Elements that stand side by side, each run with how it is joined to the one before it: "or", "and" or ""."""
    runs: list[tuple[list[Element], str]] = []
    last = 0
    for element in elements_of(text):
        between = fold(text[last : element.start])
        joined = (
            "or"
            if OR.search(between) or between.strip() == "/"
            else "and"
            if AND.search(between) or "," in between or ";" in between
            else ""
        )
        if runs and not joined:
            runs[-1][0].append(element)
        else:
            runs.append(
                ([element], joined if not (joined == "and" and "," in between and not AND.search(between)) else "comma")
            )
        last = element.end
    return _commas_settled(runs)


def _commas_settled(runs: list[tuple[list[Element], str]]) -> list[tuple[list[Element], str]]:
    """A comma means what the next joining word means: "A, B or C"."""
    following = "and"
    settled = []
    for run, joined in reversed(runs):
        following = joined if joined in {"or", "and"} else following
        settled.append((run, following if joined == "comma" else joined))
        if joined == "":
            following = "and"
    return settled[::-1]
