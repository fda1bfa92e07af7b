"""Who acts: "I led" begins with "Led", and a passive says who did it where the text tells."""

import re

from resumes.scoring.wording import is_honour, is_passive, words_of
from resumes.tailoring.rules_lines import Finding, Line
from resumes.tailoring.rules_openers import like
from resumes.tailoring.rules_verbs import past_base
from resumes.tailoring.rules_wording import Wording

MOST_WORDS_BEFORE = 9
OWN_PART = "“{said}” hides your own part. What did you do yourself? Begin with that."


def first_person(line: Line, text: str, words: Wording) -> Finding | None:
    if line.place != "bullet":
        return None
    for said in words.plural_subjects:
        if re.match(rf"{re.escape(said)}(?!\w)", text, re.IGNORECASE):
            return Finding("first_person", "", OWN_PART.format(said=text[: len(said)]))
    rest = _after_subject(text, words)
    if rest is None:
        return None
    if not rest or words_of(rest)[:1] == [] or words_of(rest)[0] in words.not_verbs:
        why = "A resume speaks of you anyway. Can you begin with what you did?"
        return Finding("first_person", "", why)
    again = rf"\b(and|und|but|then)\s+{re.escape(words.subject)}\s+(?=[^\W\d_]{{3,}})"
    rest = re.sub(again, r"\1 ", rest, flags=re.IGNORECASE)
    return Finding("first_person", like("X", rest), "A resume speaks of you anyway: it begins with what you did.")


def _after_subject(text: str, words: Wording) -> str | None:
    """What stands behind the pronoun; "" where the verb that follows could not stand alone."""
    plain = text.replace("’", "'")
    for said in words.perfect:
        if found := re.match(rf"{re.escape(said)}(?:\s+|$)", plain, re.IGNORECASE):
            return text[found.end() :] if _stands_as_participle(text[found.end() :], words) else ""
    if words.elision and re.match("j'", plain, re.IGNORECASE):
        return ""
    found = re.match(rf"{re.escape(words.subject)}['\s]\s*", plain, re.IGNORECASE)
    if not found:
        return None
    return "" if found.group().rstrip().endswith("'") or words.language == "fr" else text[found.end() :]


def _stands_as_participle(rest: str, words: Wording) -> bool:
    """English ones that are the past too ("I have led"); French ones, and German ones at the end, stand alone."""
    listed = words_of(rest)
    if words.vocabulary.action_last:
        return len(listed) > 1 and bool(words.vocabulary.action_last.fullmatch(listed[-1])) and "," not in rest
    if words.language == "fr":
        return bool(listed) and listed[0] in words.tenses.values()
    listed = listed[1:] if len(listed) > 1 and listed[0].endswith("ly") else listed
    return bool(listed) and (bool(past_base(listed[0], words)) or words.past.get(listed[0]) == listed[0])


def passive(line: Line, text: str, words: Wording) -> Finding | None:
    if line.place != "bullet" or not is_passive(text, words.vocabulary) or is_honour(text, words.vocabulary):
        return None
    if after := _by_me(text, words):
        return Finding("passive", after, "It says who did it: you, so the verb can come first.")
    if not _in_main_clause(text, words):
        return None
    return Finding("passive", "", "It doesn't say who did this. If it was you, begin with what you did.")


def _by_me(text: str, words: Wording) -> str:
    """ "The site was built by me in 2020" as "Built the site in 2020"."""
    if not words.agent:
        return ""
    found = re.fullmatch(rf"([^,;.]+?)\s+(?:was|were)\s+([a-z]+)\s+{words.agent}\b([^,;]*)", text.strip())
    verb = _past_of_participle(found[2], words) if found else ""
    if not found or not verb or len(found[1].split()) > MOST_WORDS_BEFORE or found[1].split()[0].lower() == "i":
        return ""
    subject = found[1]
    if subject.split()[0].lower() in words.determiners:
        subject = subject[0].lower() + subject[1:]
    elif not subject.split()[0].isupper() and not subject.split()[0][0].islower():
        return ""
    return f"{verb.capitalize()} {subject}{found[3]}"


def _past_of_participle(participle: str, words: Wording) -> str:
    return words.past_passives.get(participle, "") or (participle if past_base(participle, words) else "")


def _in_main_clause(text: str, words: Wording) -> bool:
    """The auxiliary stands before any comma or relative word, and no action opens the text."""
    first = words_of(text)[0]
    found = re.search(rf"(?<!\w)(?:{'|'.join(sorted(words.auxiliaries))})(?!\w)", text, re.IGNORECASE)
    if not found or (words.language != "de" and first in words.vocabulary.forms):
        return False
    before = text[: found.start()]
    return "," not in before and not any(word in words.relatives for word in words_of(before)[1:])
