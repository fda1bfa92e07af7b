"""Words that say nothing: cut, or said in short, where the sentence stays right without them."""

import re
from functools import lru_cache

from resumes.scoring.wording import words_of
from resumes.tailoring.rules_lines import Finding, Line
from resumes.tailoring.rules_openers import like
from resumes.tailoring.rules_wording import Wording, wording_for

KIND = "filler"
NEXT = re.compile(r"\s*([^\W\d_]+|\S)?")
BREAKING = frozenset(",;:()")
SENTENCE_END = re.compile(r"[.!?]\s*$")


def filler(line: Line, text: str, words: Wording) -> Finding | None:
    after, cut = text, list[str]()
    for found in reversed([*_any_filler(words.language).finditer(text)]):
        said = re.sub(r"\s+", " ", found.group().lower().replace("’", "'"))
        shorter = _without(after, found, words.fillers[said]) if _may_go(text, found, said, words) else after
        if shorter != after:
            after, cut = shorter, [said, *cut]
    if not cut or not after.strip(" .") or (line.place == "bullet" and len(words_of(after)) < 2):
        return None
    named = ", ".join(f"“{said}”" for said in dict.fromkeys(cut))
    return Finding(KIND, after, f"It says the same without {named}.")


@lru_cache
def _any_filler(language: str) -> re.Pattern[str]:
    words = wording_for(language)
    listed = [re.escape(said).replace(r"\ ", r"\s+").replace("'", "['’]") for said in (words.fillers if words else ())]
    ends = r"(?:(?<=['’])|(?!\w|-))"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(listed)}){ends}", re.IGNORECASE)


def _may_go(text: str, found: re.Match[str], said: str, words: Wording) -> bool:
    following = NEXT.match(text, found.end())
    next_ = (following[1] or "").lower() if following else ""
    opens = not text[: found.start()].strip() or bool(SENTENCE_END.search(text[: found.start()]))
    before = "" if opens else (words_of(text[: found.start()])[-1:] or [""])[0]
    if said in words.filler_after and not (next_.isalpha() and (opens or _takes_an_object(before, said, words))):
        return False
    if words.fillers[said]:
        return True
    return before not in words.kept_after and _stands_without(text, found, before, next_, words)


def _takes_an_object(before: str, said: str, words: Wording) -> bool:
    """After a verb or certain prepositions, the noun stands alone as well as with "various"."""
    verbs = words.vocabulary.forms if words.language == "en" else words.tenses.values()
    return before in words.filler_after[said] or before in verbs


def _stands_without(text: str, found: re.Match[str], before: str, next_: str, words: Wording) -> bool:
    """Neither what follows nor what stands around hangs on the filler."""
    last = text[: found.start()].rstrip()[-1:]
    vowel_after_de = words.elision and next_[:1] in tuple("aeiouyhéèêâîôûœ") and before == "de"
    hangs = next_ in words.kept_before or next_[:1] in BREAKING or next_ in tuple("-–—&/")
    return not hangs and not vowel_after_de and last not in (*BREAKING, "-", "–", "—", "&", "/")


def _without(text: str, found: re.Match[str], said: str) -> str:
    head, tail = text[: found.start()], text[found.end() :]
    if said:
        return head + like(found.group(), said) + (" " if tail[:1].isalpha() else "") + tail
    tail = tail.lstrip()
    if not head.strip() or SENTENCE_END.search(head):
        tail = like(found.group(), tail)
    ending = not tail or tail[0] in ".!?"
    return (head.rstrip() if ending else head) + tail
