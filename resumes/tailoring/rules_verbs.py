"""English verb forms for the rules: the base behind a form, and the past of a base, where they are sure."""

from functools import cache

from resumes.tailoring.rules_wording import Wording, wording_for

VOWELS = "aeiou"
E_KEPT = ("ee", "oe", "ye")
S_AFTER = ("s", "x", "z", "ch", "sh", "o")


def past_of(base: str, words: Wording) -> str:
    """The simple past, or "" where it is not known to be right."""
    if base in words.past:
        return words.past[base]
    if base in words.unsure or base not in _bases(words.language):
        return ""
    if base.endswith("e"):
        return base + "d"
    if _ends_in_y(base):
        return base[:-1] + "ied"
    return base + (base[-1] if base in words.doubling else "") + "ed"


def gerund_base(form: str, words: Wording) -> str:
    """The verb of an -ing form, or ""."""
    return _gerunds(words.language).get(form, "")


def present_base(form: str, words: Wording) -> str:
    """The verb of a form that can only be the present ("manage", "manages"); "" for "cut" and "set"."""
    base = _presents(words.language).get(form, "")
    return "" if words.past.get(base) == base else base


def past_base(form: str, words: Wording) -> str:
    """The verb of a form that can only be the past; "" for "cut" and "set"."""
    base = _pasts(words.language).get(form, "")
    return "" if base == form else base


@cache
def _bases(language: str) -> frozenset[str]:
    words = wording_for(language)
    return frozenset(form.base for form in words.vocabulary.forms.values()) if words else frozenset()


@cache
def _gerunds(language: str) -> dict[str, str]:
    words = wording_for(language)
    return {_gerund(base, words): base for base in sorted(_bases(language))} if words else {}


@cache
def _presents(language: str) -> dict[str, str]:
    bases = sorted(_bases(language))
    return {_third_person(base): base for base in bases} | {base: base for base in bases}


@cache
def _pasts(language: str) -> dict[str, str]:
    words = wording_for(language)
    made = [(past_of(base, words), base) for base in sorted(_bases(language))] if words else []
    return {past: base for past, base in made if past}


def _gerund(base: str, words: Wording) -> str:
    if base.endswith("e") and not base.endswith(E_KEPT):
        return base[:-1] + "ing"
    return base + (base[-1] if base in words.doubling | words.doubling_before_ing else "") + "ing"


def _third_person(base: str) -> str:
    if _ends_in_y(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(S_AFTER) else "s")


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in tuple(VOWELS)
