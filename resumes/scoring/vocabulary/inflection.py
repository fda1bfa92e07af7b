"""The forms of regular verbs, made generously: a form too many never costs anyone a point."""

from typing import Literal, NamedTuple

Tense = Literal["present", "past", "either", "neutral"]


class Form(NamedTuple):
    base: str
    tense: Tense


def verb_forms(verbs: list[str], *, irregular: dict[str, str], inflect: bool) -> dict[str, Form]:
    """Each form with its base and tense. Without `inflect` the words stand for themselves."""
    if not inflect:
        return {verb: Form(verb, "neutral") for verb in verbs}
    forms: dict[str, Form] = {}
    bases = [*verbs, *irregular.values()]
    for base in bases:
        forms |= {form: Form(base, "neutral") for form in _gerunds(base)}
    for base in bases:
        forms |= {form: Form(base, "past") for form in _pasts(base)}
    for base in bases:
        forms |= {form: Form(base, "present") for form in _presents(base)}
    for past, base in irregular.items():
        also_present = past == base or past in verbs
        forms[past] = Form(base, "either" if also_present else "past")
    return forms


def _stems(base: str) -> tuple[str, ...]:
    """The base as it stands before a vowel ending: with the e dropped, and with the last letter doubled."""
    return (base.removesuffix("e"), base + base[-1])


def _gerunds(base: str) -> set[str]:
    return {f"{stem}ing" for stem in (base, *_stems(base))}


def _pasts(base: str) -> set[str]:
    pasts = {f"{stem}ed" for stem in (base, *_stems(base))}
    return pasts | {base[:-1] + "ied"} if base.endswith("y") else pasts


def _presents(base: str) -> set[str]:
    presents = {base, base + "s", base + "es"}
    return presents | {base[:-1] + "ies"} if base.endswith("y") else presents
