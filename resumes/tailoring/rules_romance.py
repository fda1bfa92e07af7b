"""French and Spanish weak openings: "Responsable de la gestion" is "Gestion", "Chargé de rédiger" is "Rédigé"."""

import re

from resumes.tailoring.rules_wording import Wording

ARTICLE = re.compile(r"(?:la|le|les|l['’]|el|los|las|un|una|une)\s*\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
JOINER = re.compile(r"(?:^|,|\b(?:et|y|e|ou|o|u)\b)\s*$")


def told_by_verb_or_noun(rest: str, *, ended: bool, words: Wording) -> str:
    """The task as the language of resumes names it, or "" where that is not sure."""
    return _by_noun(rest, words) or _by_verb(rest, ended=ended, words=words)


def _by_noun(rest: str, words: Wording) -> str:
    article = ARTICLE.match(rest)
    noun = rest[article.end() :] if article else rest
    first = WORD.match(noun)
    known = first and first.group().lower() in words.nominals
    return noun if first and known and re.match(r"\s+(?!(?:et|y|e|ou|o|u)\b)\w", noun[first.end() :]) else ""


def _by_verb(rest: str, *, ended: bool, words: Wording) -> str:
    """Each coordinated infinitive as the form that stands for having done it; as it is in the current job."""
    found = [match for match in WORD.finditer(rest) if match.group().lower() in words.tenses]
    if not found or found[0].start() or re.match(r"\s*(?:,|\b(?:et|y|e|ou|o|u)\b)", rest[found[0].end() :]):
        return ""
    if not all(JOINER.search(_without_de(rest[: match.start()])) for match in found) or _other_infinitive(rest, words):
        return ""
    after = rest
    for match in reversed(found):
        said = words.tenses[match.group().lower()] if ended else match.group()
        before = _without_de(rest[: match.start()])
        after = before + said + after[match.end() :]
    return after


def _without_de(text: str) -> str:
    """Before a joined infinitive: "et de rédiger" has one "de" too many when "chargé de" has gone."""
    return re.sub(r"(?:(?<=\s)|(?<=^))(?:de\s+|d['’])$", "", text, flags=re.IGNORECASE)


def _other_infinitive(rest: str, words: Wording) -> bool:
    """An infinitive after a joiner that is not known: it would stay what the others no longer are."""
    joined = re.findall(
        r"(?:,|\b(?:et|y|e|ou|o|u))\s+(?:de\s+|d['’])?([^\W\d_]+(?:er|ir|re|ar))\b", rest, re.IGNORECASE
    )
    return any(word.lower() not in words.tenses for word in joined)
