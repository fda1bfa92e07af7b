"""What a letter says of the person that neither their resume nor what they told us backs."""

import re
from dataclasses import dataclass

from resumes.document import Document
from resumes.tailoring.backing import ENTRIES, HEADS, strings
from resumes.tailoring.guarding import judge
from resumes.tailoring.letter_sentences import sentences_of
from resumes.tailoring.letter_words import LetterWords, letter_words
from resumes.tailoring.suggestion import Proposal, Reason

MOST_LINES = 8
_PAST = re.compile(
    r"\bI (?!was\b|am\b|enjoyed\b|read\b|saw\b|noticed\b|learned\b)"
    r"(?:\w+ly )?(?:\w+ed|led|ran|built|wrote|won|grew|cut)\b"
)
HARD = ("number", "name", "date", "quote")
"""What may be doubted of a sentence on why somebody applies."""
_GREETING = re.compile(r"(?:\S+\s+){0,7}\S+[,:]")
_WORD = re.compile(r"\w+")
_ALIKE = re.compile(r"\W+")


class Doubt(Reason):
    """where: the sentence of the letter, word for word."""

    where: str


@dataclass(frozen=True)
class Told:
    """All that a letter is held against. title and employer: of the job it is for. confirmed: sentences of letters that
    the person said are true. facts: what they typed about those, and elsewhere."""

    document: Document
    language: str = "en"
    title: str = ""
    employer: str = ""
    facts: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()


def doubts_in(text: str, told: Told) -> list[Doubt]:
    """In the letter's order."""
    lines = _lines(told.document)
    return [doubt for sentence in sentences_of(text) for doubt in _doubts(sentence.text, told, lines)]


def still_doubted(text: str, doubts: list[Doubt], told: Told) -> list[Doubt]:
    """Of what was found before. A doubt ends with its claim, not with a comma: a sentence that still has the claim is
    judged anew. What the person wrote themselves isn't questioned."""
    lines, left = _lines(told.document), []
    confirmed = {alike(each) for each in told.confirmed}
    claims = {doubt.claim.casefold() for doubt in doubts}
    for sentence in sentences_of(text):
        same = [doubt for doubt in doubts if doubt.where == sentence.text and alike(sentence.text) not in confirmed]
        if not same and any(claim in sentence.text.casefold() for claim in claims):
            found = _doubts(sentence.text, told, lines)
            same = [doubt for doubt in found if doubt.claim.casefold() in claims]
        left += same
    return left


def alike(sentence: str) -> str:
    """The same for sentences that differ only in case and in signs."""
    return _ALIKE.sub(" ", sentence.casefold()).strip()


def _doubts(sentence: str, told: Told, lines: list[str]) -> list[Doubt]:
    said = alike(sentence)
    if said == alike(told.document.basics.name) or said in {alike(each) for each in told.confirmed}:
        return []
    if _GREETING.fullmatch(sentence):
        return []
    words = letter_words(told.language)
    motive = _is_motive(sentence, told.language, words)
    claimed = _without_frames(sentence, told, words, motive=motive)
    if not _WORD.search(claimed):
        return []
    evidence = [*_nearest(claimed, lines), *_heads(told.document)]
    proposal = Proposal(path="letter", after=claimed, evidence=evidence, facts=list(told.facts))
    found = [each for each in judge(told.document, proposal).reasons if not motive or each.kind in HARD]
    return [Doubt(**reason.model_dump(), where=sentence) for reason in found if not _is_courtesy(reason.claim, words)]


def _is_motive(sentence: str, language: str, words: LetterWords) -> bool:
    """It says why they apply, and nothing that they did or can: a wish has no proof, and needs none."""
    said = f" {alike(sentence)} "
    if not any(f" {alike(each)} " in said for each in words.motives):
        return False
    if any(f" {alike(each)} " in said for each in words.boasts):
        return False
    return language != "en" or not _PAST.search(sentence)


def _without_frames(sentence: str, told: Told, words: LetterWords, *, motive: bool) -> str:
    """Without phrases of politeness and, where it speaks of the application, without the job applied for."""
    frames = list(words.frames)
    if motive or set(_WORD.findall(sentence.casefold())) & set(words.aims):
        frames += [each for each in (told.title, told.employer) if each.strip()]
    for frame in sorted(frames, key=len, reverse=True):
        sentence = re.sub(rf"(?<!\w){re.escape(frame)}(?!\w)", " ", sentence, flags=re.IGNORECASE)
    return " ".join(sentence.split())


def _is_courtesy(claim: str, words: LetterWords) -> bool:
    return set(_WORD.findall(claim.casefold())) <= set(words.courtesy)


def _nearest(sentence: str, lines: list[str]) -> list[str]:
    """The lines of the resume that share most words with it."""
    said = {word for word in _WORD.findall(sentence.casefold()) if len(word) > 1}
    shared = {line: len(said & set(_WORD.findall(line.casefold()))) for line in lines}
    ranked = sorted((line for line in lines if shared[line]), key=lambda line: -shared[line])
    return ranked[:MOST_LINES]


def _lines(document: Document) -> list[str]:
    return list(dict.fromkeys(strings(document.model_dump(mode="json", by_alias=True))))


def _heads(document: Document) -> list[str]:
    """Who the person worked and studied for, and as what: a letter names them anywhere."""
    data = document.model_dump(mode="json", by_alias=True)
    entries = [entry for section in ENTRIES for entry in data[section]]
    return list(dict.fromkeys(text for entry in entries for key in HEADS for text in strings(entry.get(key, ""))))
