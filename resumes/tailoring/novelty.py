"""Words of the new text that nothing backs: tools, names, outcomes, anything."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import quantities
from resumes.tailoring.reading import read
from resumes.tailoring.scope import actions_in
from resumes.tailoring.tokens import Token, folded
from resumes.tailoring.wordbank import Bank, concepts, is_name


@dataclass(frozen=True)
class New:
    """Neighbouring words that nothing backs. `is_name`: a tool, a place, a client, not a common word."""

    text: str
    is_name: bool


def new_words(after: str, bank: Bank, words: Lexicon, *, prose: bool = True) -> list[New]:
    """`prose`: words for doing something are left to the check of scope; a list of names has none."""
    listed = read(after, words.language)
    backed = _backed_places(after, listed, bank, words, prose=prose)
    fresh = [place for place in range(len(listed)) if place not in backed]
    return [_phrase(run, after, listed, words) for run in _runs(fresh, listed, words)]


def _backed_places(after: str, listed: tuple[Token, ...], bank: Bank, words: Lexicon, *, prose: bool) -> set[int]:
    numbers = [(one.start, one.end) for one in quantities(after, words.language)]
    places = {
        place
        for place, token in enumerate(listed)
        if any(start <= token.start < end for start, end in numbers) or _is_backed(token, bank, words, prose=prose)
    }
    for label, covered in concepts(listed, words).items():
        if label in bank.concepts:
            places.update(covered)
    spans = [(action.start, action.end) for action in actions_in(listed, words) if prose]
    spans += [
        (hit.start, hit.end) for finder in (words.fluency, words.bounds, words.idioms) for hit in finder.find(listed)
    ]
    for start, end in spans:
        if not any(is_name(listed[place], words) for place in range(start, end)):
            places.update(range(start, end))
    places |= _spelled_out(after, listed, bank, words)
    return places | _joined(listed, bank)


def _is_backed(token: Token, bank: Bank, words: Lexicon, *, prose: bool) -> bool:
    if is_name(token, words):
        return _name_is_backed(token, bank, words)
    word = token.folded
    if (
        word in (words.neutral if prose else words.joiners)
        or (len(word) == 1 and not token.is_capitalised)
        or word in words.months
    ):
        return True
    strict = token.is_capitalised and not token.opens and words.language != "de"
    if bank.knows(word, loosely=not strict or len(word) > 7):
        return True
    if token.dotted and len(word) > 1 and any(other.startswith(word) for other in bank.folded):
        return True
    return _abbreviated(word, bank) or bank.composes(word)


def _name_is_backed(token: Token, bank: Bank, words: Lexicon) -> bool:
    word = token.folded.rstrip("s") if token.is_acronym else token.folded
    same = [other for other in bank.words if other.folded in (word, token.folded, word + "s")]
    if any(other.is_capitalised for other in same):
        return True
    if same and word not in words.neutral and word not in words.ambiguous:
        return True
    return token.is_acronym and (word in bank.initials or (len(word) > 5 and bank.knows(token.folded)))


def _abbreviated(word: str, bank: Bank) -> bool:
    """The resume has the word cut short, with its full stop: "Dipl." for "Diplom"."""
    return len(word) > 3 and any(
        other.dotted and 1 < len(other.folded) < len(word) and word.startswith(other.folded) for other in bank.words
    )


def _spelled_out(after: str, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> set[int]:
    """ "Stock keeping units" for SKU, and "service level agreements (SLA)" where the resume has the acronym."""
    content = [place for place, token in enumerate(listed) if token.folded not in words.joiners]
    acronyms = {token.folded.rstrip("s") for token in bank.words if token.is_acronym and 1 < len(token.folded) < 8}
    places: set[int] = set()
    for acronym in acronyms:
        size = len(acronym)
        for start in range(len(content) - size + 1):
            run = content[start : start + size]
            if "".join(listed[place].folded[0] for place in run) == acronym and run[-1] - run[0] < 2 * size:
                places.update(run)
    return places | _before_brackets(after, listed, content, acronyms)


def _before_brackets(after: str, listed: tuple[Token, ...], content: list[int], acronyms: set[str]) -> set[int]:
    places: set[int] = set()
    for place, token in enumerate(listed):
        if token.folded.rstrip("s") in acronyms and after[: token.start].rstrip().endswith("("):
            run = [earlier for earlier in content if earlier < place][-len(token.folded) :]
            firsts = Counter(listed[earlier].folded[0] for earlier in run)
            shared = (firsts & Counter(token.folded)).total()
            if 2 * shared >= len(token.folded):
                places.update(run)
    return places


def _joined(listed: tuple[Token, ...], bank: Bank) -> set[int]:
    """Two words for one, or one for two: "web hook", "webhook"."""
    places: set[int] = set()
    pairs = {one.folded + other.folded for text in bank.texts for one, other in pairwise(text)}
    for place, token in enumerate(listed):
        if token.folded in pairs or any(
            related(token.folded, pair, bank.language) for pair in pairs if pair[:3] == token.folded[:3]
        ):
            places.add(place)
        if place and len(token.folded) > 2 and listed[place - 1].folded + token.folded in bank.folded:
            places |= {place - 1, place}
    return places


def _runs(fresh: list[int], listed: tuple[Token, ...], words: Lexicon) -> list[list[int]]:
    """Neighbours together, small words between them included."""
    runs: list[list[int]] = []
    for place in fresh:
        between = listed[runs[-1][-1] + 1 : place] if runs else ()
        if (
            runs
            and listed[place].clause == listed[runs[-1][-1]].clause
            and len(between) < 3
            and all(token.folded in words.joiners for token in between)
        ):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _phrase(run: list[int], after: str, listed: tuple[Token, ...], words: Lexicon) -> New:
    text = after[listed[run[0]].start : listed[run[-1]].end]
    named = any(_looks_named(listed[place], words) for place in run)
    return New(text, named)


def _looks_named(token: Token, words: Lexicon) -> bool:
    if token.is_acronym or any(letter.isdigit() for letter in token.text):
        return True
    return (
        token.is_capitalised and not token.opens and words.language != "de" and folded(token.text) not in words.neutral
    )
