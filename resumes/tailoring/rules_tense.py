"""Tense: a job that is over is told in the past, what goes on "currently" in the present."""

import re

from resumes.scoring.wording import find_phrase
from resumes.tailoring.rules_lines import Finding, Line
from resumes.tailoring.rules_openers import TOKEN, like
from resumes.tailoring.rules_verbs import past_base, past_of, present_base
from resumes.tailoring.rules_wording import Wording

KIND = "tense"
JOINERS = frozenset({"and", "or", "&", "und", "sowie", ",", "/"})
ALONE = frozenset({"and", "or", "&", "und", "sowie"})
PAST = "This job is over, so it is told in the past tense."
NOW = "It says that you do this now, so it is told in the present tense."


def tense(line: Line, text: str, words: Wording) -> Finding | None:
    if line.place != "bullet" or words.language not in ("en", "de"):
        return None
    if line.ended:
        return _told_in_the_past(text, words)
    if any(find_phrase(text, marker) for marker in words.ongoing):
        return _told_in_the_present(text, words)
    return None


def _told_in_the_past(text: str, words: Wording) -> Finding | None:
    tokens = [*TOKEN.finditer(text)]
    listed = [token.group().lower() for token in tokens]
    if not listed or tokens[0].start() != len(text) - len(text.lstrip()) or not _is_present_verb(0, listed, words):
        return None
    verbs = [
        0,
        *(i for i in range(1, len(listed)) if listed[i - 1] in JOINERS and _may_be_verb(tokens[i].group(), words)),
    ]
    if _is_unclear(verbs, listed, words):
        return Finding(KIND, "", f"{PAST} Can you put its verbs into the past?")
    after = text
    for i in reversed(verbs):
        after = after[: tokens[i].start()] + _past(listed[i], words) + after[tokens[i].end() :]
    return Finding(KIND, like(text, after), PAST)


def _past(word: str, words: Wording) -> str:
    if words.language == "de":
        return words.tenses.get(word, "")
    base = present_base(word, words)
    return past_of(base, words) if base else ""


def _may_be_verb(word: str, words: Wording) -> bool:
    """In German a capital makes it a noun."""
    return word.islower() and bool(_past(word, words) or (words.language == "de" and word.endswith("iere")))


def _is_present_verb(index: int, listed: list[str], words: Wording) -> bool:
    """A verb in the present, and no noun that looks like one ("Design of", "Support for", "Project lead")."""
    if not _past(listed[index], words):
        return False
    base = present_base(listed[index], words) if words.language == "en" else listed[index]
    following = listed[index + 1] if index + 1 < len(listed) else ""
    shown = following in words.determiners or following[:1].isdigit()
    return shown or (base not in words.noun_verbs and bool(following))


def _is_unclear(verbs: list[int], listed: list[str], words: Wording) -> bool:
    """A word after "and" that may be a noun, or that hangs on an infinitive ("to plan and build")."""
    later = verbs[1:]
    if any(i + 1 < len(listed) and listed[i + 1] in JOINERS for i in verbs):
        return True
    if any(not _is_present_verb(i, listed, words) for i in later):
        return True
    infinitive = any(listed[i] in ("to", "zu") for i in range(max(later, default=0)))
    commas = [i for i in later if listed[i - 1] == ","]
    return bool(later) and (infinitive or (bool(commas) and not any(listed[i - 1] in ALONE for i in later)))


def _told_in_the_present(text: str, words: Wording) -> Finding | None:
    tokens = [*TOKEN.finditer(text)]
    listed = [token.group().lower() for token in tokens]
    at = 1 if listed[:1] and listed[0] in words.ongoing else 0
    present = _present(listed[at], words) if len(listed) > at else ""
    if not present:
        return None
    others = [word for i, word in enumerate(listed) if i > at and listed[i - 1] in JOINERS and _present(word, words)]
    if others or re.search(r"[.;]\s", text):
        return Finding(KIND, "", f"{NOW} Can you put its verbs into the present?")
    after = text[: tokens[at].start()] + present + text[tokens[at].end() :]
    return Finding(KIND, like(text, after), NOW)


def _present(word: str, words: Wording) -> str:
    if words.language == "de":
        return next((now for now, past in words.tenses.items() if past == word), "")
    return past_base(word, words)
