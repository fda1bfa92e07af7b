"""Words, phrases, numbers and openings of a text, for the checks on wording."""

import re
import unicodedata
from functools import lru_cache

from resumes.scoring.vocabulary import Vocabulary
from resumes.scoring.vocabulary.inflection import Form

WORD = re.compile(r"[^\W\d_]+(?:['’&.+-][^\W\d_]+)*")
TOKEN = re.compile(r"\S*\w\S*")
NUMBER = re.compile(r"\d+(?:[.,   ’']\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
ADVERB_ENDING = "ly"
SPECIAL_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d"})


def words_of(text: str) -> list[str]:
    """The words in lower case, apostrophes straightened."""
    return [match.group().replace("’", "'").lower() for match in WORD.finditer(text)]


def word_count(text: str) -> int:
    return len(TOKEN.findall(text))


def plain(text: str) -> str:
    """Lower case without accents, so that what a person types in a file name or address compares."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(SPECIAL_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def find_phrase(text: str, phrase: str) -> tuple[int, int] | None:
    """Where the phrase stands in the text as whole words, whatever the case; None when it doesn't."""
    found = _whole_words(phrase).search(text)
    return found.span() if found else None


@lru_cache(maxsize=4096)
def _whole_words(phrase: str) -> re.Pattern[str]:
    pattern = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    end = r"(?!\w)" if phrase[-1].isalnum() else ""
    return re.compile(rf"(?<!\w){pattern}{end}", re.IGNORECASE)


def opens_with(text: str, phrases: tuple[str, ...]) -> str:
    """The phrase that the text starts with, or ""."""
    start = " ".join(text.lower().replace("’", "'").split())
    return next((phrase for phrase in phrases if _starts(start, phrase)), "")


def _starts(text: str, phrase: str) -> bool:
    rest = text.removeprefix(phrase)
    return rest != text and (not rest or not rest[0].isalnum() or phrase.endswith("'"))


def carries_number(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text holds a figure or a number word. Years don't count; nor do digits inside a name (STM32, B2B)."""
    if any(_is_figure(text, match) for match in NUMBER.finditer(text)):
        return True
    parts = [part for word in words_of(text) for part in (word, *word.split("-"))]
    return any(part in vocabulary.words["number_words"] for part in parts)


def _is_figure(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else " "
    bare_year = YEAR.fullmatch(match.group()) and text[match.end() : match.end() + 1] not in {"%", "+"}
    return not before.isalpha() and not bare_year


def opening(text: str, vocabulary: Vocabulary) -> Form | None:
    """The action that the text opens with, or None. A leading adverb ("Successfully led") is looked past."""
    words = words_of(text)
    if len(words) > 1 and words[0].endswith(ADVERB_ENDING) and words[0] not in vocabulary.forms:
        words = words[1:]
    for word in words[: vocabulary.action_window]:
        unprefixed = (word.removeprefix(prefix) for prefix in vocabulary.action_prefixes)
        for part in dict.fromkeys((word, word.split("-")[-1], *unprefixed)):
            if form := _action(part, vocabulary):
                return form
    return _last_word_action(text, vocabulary)


def is_passive(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text hides who acted. Honours ("Was promoted") are the person's own, whoever gave them."""
    honoured = any(word in vocabulary.words["honours"] for word in words_of(text))
    return not honoured and any(pattern.search(text) for pattern in vocabulary.passive)


def is_honour(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text opens with an honour, with or without the auxiliary ("Promoted twice", "Was elected")."""
    return any(word in vocabulary.words["honours"] for word in words_of(text)[:3])


def _last_word_action(text: str, vocabulary: Vocabulary) -> Form | None:
    """The verb at the end ("Neues Konzept eingeführt"). In capitals it would be a noun ("Neue Kunden in Bayern")."""
    last = WORD.findall(text)[-1:]
    if last and vocabulary.action_last and last[0].islower() and vocabulary.action_last.fullmatch(last[0]):
        return Form(last[0], "neutral")
    return None


def _action(word: str, vocabulary: Vocabulary) -> Form | None:
    if word in vocabulary.not_actions:
        return None
    if form := vocabulary.forms.get(word):
        return form
    if len(word) > 4 and word.endswith(vocabulary.action_endings):
        return Form(word, "past" if vocabulary.tense_matters else "neutral")
    return None
