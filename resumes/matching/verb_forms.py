"""Verbs that open or close the parts of an enumeration ("saber manejar X, realizar Y", "X haben, Y können")."""

import re

from resumes.matching.wording import Wording

WORD = re.compile(r"[^\W\d_]+")
LEAST_LETTERS, LEAST_WORDS, CLOSING = 4, 2, "de"
FORMS = {
    "en": (("ing",), ("ed",)),
    "fr": (("er", "ir", "re"),),
    "es": (("ar", "er", "ir"), ("ado", "ido")),
    "de": (),
}


def same_form(left: str, right: str, words: Wording) -> bool:
    """Whether two folded parts open with verbs in the same form; in German, whether a verb closes the left one."""
    before, behind = WORD.findall(left), WORD.findall(right)
    if len(before) < LEAST_WORDS or len(behind) < LEAST_WORDS:
        return False
    if words.language == CLOSING:
        return before[-1] in words.verbs
    return any(_ends(before, form) and _ends(behind, form) for form in FORMS[words.language])


def _ends(words: list[str], form: tuple[str, ...]) -> bool:
    """The first word, or the one behind an elided letter ("d'avoir")."""
    word = words[1] if len(words[0]) == 1 else words[0]
    return len(word) >= LEAST_LETTERS and word.endswith(form)
