"""Weak openings: "Responsible for managing rotas" becomes "Managed rotas"; where that would invent, a question."""

import re

from resumes.scoring.wording import opens_with
from resumes.tailoring.rules_lines import Finding, Line
from resumes.tailoring.rules_romance import told_by_verb_or_noun
from resumes.tailoring.rules_verbs import gerund_base, past_of
from resumes.tailoring.rules_wording import Wording

KIND = "weak_opener"
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[,;&/]")
JOINERS = ("and", "or", "&", "/")


def weak_opener(line: Line, text: str, words: Wording) -> Finding | None:
    weak = opens_with(text, words.openers) or opens_with(text, words.weak)
    if line.place != "bullet" or not weak or opens_with(text, tuple(words.fillers)):
        return None
    found = re.match(_loosely(weak), text, re.IGNORECASE)
    said = found.group().strip() if found else weak
    rest = text[found.end() :].lstrip(" :") if found else ""
    after = _retold(weak, rest, ended=line.ended, words=words) if weak in words.openers and rest else ""
    if not after:
        why = f"“{said}” leaves open what you did. What did you do yourself, and what came of it?"
        return Finding(KIND, "", why)
    return Finding(KIND, like(text, after), f"It starts with what you did instead of “{said}”.")


def _loosely(phrase: str) -> str:
    return r"\s*" + re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")


def like(before: str, after: str) -> str:
    """With a capital where the text began with one."""
    return after[:1].upper() + after[1:] if before.lstrip()[:1].isupper() else after


def _retold(weak: str, rest: str, *, ended: bool, words: Wording) -> str:
    if words.language == "en":
        return _from_nominal(rest, ended=ended, words=words) or _from_gerund(rest, ended=ended, words=words)
    if words.language == "de":
        return _german(weak, rest, ended=ended, words=words)
    return told_by_verb_or_noun(rest, ended=ended, words=words)


def _told(base: str, *, ended: bool, words: Wording) -> str:
    return past_of(base, words) if ended else base


def _from_nominal(rest: str, *, ended: bool, words: Wording) -> str:
    """ "the coordination of X" as "coordinated X"; not where a second noun hangs on the first."""
    found = re.match(r"(?:the\s+)?([a-z-]+)\s+of\s+(?=\S)", rest, re.IGNORECASE)
    base = words.nominals.get(found[1].lower(), "") if found else ""
    if not found or not base or _second_nominal(rest[found.end() :], words):
        return ""
    verb = _told(base, ended=ended, words=words)
    return verb and f"{verb} {rest[found.end() :]}"


def _second_nominal(rest: str, words: Wording) -> bool:
    listed = [token.lower() for token in TOKEN.findall(rest)]
    return any(word in words.nominals or gerund_base(word, words) for word in listed)


def _from_gerund(rest: str, *, ended: bool, words: Wording) -> str:
    """Each -ing form that has an object as the verb; "" where it can't be told which are coordinated."""
    tokens = [*TOKEN.finditer(rest)]
    listed = [token.group().lower() for token in tokens]
    changed = _coordinated(listed, words) if listed and rest.startswith(tokens[0].group()) else []
    after = rest
    for index in reversed(changed):
        verb = _told(gerund_base(listed[index], words), ended=ended, words=words)
        if not verb:
            return ""
        after = after[: tokens[index].start()] + verb + after[tokens[index].end() :]
    return after if changed else ""


def _coordinated(listed: list[str], words: Wording) -> list[int]:
    """Where the verbs of the sentence stand; none where a form could be something else."""
    forms = [i for i, word in enumerate(listed) if gerund_base(word, words) and not _only_adds(i, listed, words)]
    if not gerund_base(listed[0], words):
        return []
    joined = [i for i in forms if i == 0 or listed[i - 1] in (*JOINERS, ",")]
    loose = [i for i in forms if i not in joined]
    last_and = max((i for i in joined if i and listed[i - 1] in JOINERS), default=0)
    verbs = [i for i in joined if i <= last_and]
    doubtful = any(_is_doubtful(i, listed, words) for i in joined) or any(i < last_and for i in loose)
    return [] if doubtful or loose[:1] == [1] or len(verbs) != len(joined) else verbs


def _only_adds(index: int, listed: list[str], words: Wording) -> bool:
    """ "…, including X" hangs on the verb before it, whatever that becomes."""
    return index > 0 and listed[index] in words.kept_gerunds and listed[index - 1] not in JOINERS


def _is_doubtful(index: int, listed: list[str], words: Wording) -> bool:
    """It may be a noun ("marketing material") and nothing after it shows that it is a verb, or it has no object."""
    following = listed[index + 1] if index + 1 < len(listed) else ""
    shown = following in words.determiners or following[:1].isdigit()
    return following in ("of", "", *JOINERS, ",") or (listed[index] in words.ambiguous_gerunds and not shown)


def _german(weak: str, rest: str, *, ended: bool, words: Wording) -> str:
    """ "Verantwortlich für die Planung" as "Verantwortete die Planung"; without an article, the noun alone."""
    found = re.match(r"(die|das|den|der)\s+(?=\S)", rest)
    first = rest.split()[0].strip(",;:")
    if weak in words.swaps and (first.lower() in words.determiners or first[:1].isdigit()):
        return f"{words.swaps[weak][0 if ended else 1]} {rest}"
    noun = rest[found.end() :] if found else rest
    is_action = _is_action_noun(noun.split()[0].strip(",;:."), words)
    several = re.search(r"\b(?:und|sowie|oder|,)\s+(?:die|das|den|der)\b", noun)
    return noun if is_action and " " in noun and not (found and several) else ""


def _is_action_noun(word: str, words: Wording) -> bool:
    return word[:1].isupper() and (word.lower().endswith("ung") or word.lower() in words.vocabulary.forms)
