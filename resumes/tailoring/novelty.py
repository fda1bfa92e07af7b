"""Words of the new text that nothing backs: tools, names, outcomes, anything."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from resumes.tailoring.doing import AND, actions_in
from resumes.tailoring.idle_words import MOST, idle
from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import quantities
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token, folded
from resumes.tailoring.wordbank import Bank, concepts, is_name, synonyms_of

OF_SO_MANY = re.compile(r"(?: d(?:e |.)\w+)? (?:of|de|d'|d’|von|aus|mit|with|con|avec) ?(?:up to |bis zu )?")
"""Between a team and how many it has."""


@dataclass(frozen=True)
class New:
    """Neighbouring words that nothing backs. `is_name`: a tool, a place, a client, not a common word."""

    text: str
    is_name: bool


def new_words(after: str, bank: Bank, words: Lexicon, *, prose: bool = True, levels: bool = True) -> list[New]:
    """`prose`: words for doing something are left to the check of scope; a list of names has none.

    `levels`: "basic" and "fluent" are left to the check of levels.
    """
    listed = read(after, words.language)
    backed = _backed_places(after, listed, bank, words, prose=prose, levels=levels)
    fresh = [place for place in range(len(listed)) if place not in backed]
    if prose and len(fresh) <= MOST and all(idle(place, after, listed, backed, words) for place in fresh):
        return []
    return [_phrase(run, after, listed, words) for run in _runs(fresh, listed, words)]


def _backed_places(
    after: str, listed: tuple[Token, ...], bank: Bank, words: Lexicon, *, prose: bool, levels: bool
) -> set[int]:
    numbers = [(one.start, one.end) for one in quantities(after, words.language)]
    places = {
        place
        for place, token in enumerate(listed)
        if any(start <= token.start < end for start, end in numbers) or _is_backed(token, bank, words, prose=prose)
    }
    for label, covered in concepts(listed, words).items():
        if label in bank.concepts:
            places.update(covered)
    for hit in words.rates.find(listed):
        if hit.label in bank.rates:
            places.update(range(hit.start, hit.end))
    places |= _implied(listed, bank, words) | _teams(after, listed, words)
    spans = [(action.start, action.end) for action in actions_in(listed, words) if prose]
    finders = (words.bounds, words.idioms, *((words.fluency,) if levels else ()))
    spans += [(hit.start, hit.end) for finder in finders for hit in finder.find(listed)]
    for start, end in spans:
        if not any(is_name(listed[place], words) for place in range(start, end)):
            places.update(range(start, end))
    if prose:
        places -= _ranks_of_others(listed, bank, words) | _added(listed, bank, words)
    places |= _spelled_out(after, listed, bank, words) | _shortened(after, listed, places) | _makers(listed, words)
    return places | _joined(listed, bank)


def _added(listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> set[int]:
    """Of "reports and dashboards" the second is new, where there were reports."""
    doing = {action.start for action in actions_in(listed, words)}
    pairs = [
        pair
        for place, token in enumerate(listed)
        if token.folded in AND and 0 < place < len(listed) - 1
        for pair in ((place - 1, place + 1), (place + 1, place - 1))
    ]
    return {
        new
        for new, old in pairs
        if not bank.knows(listed[new].folded)
        and listed[new].folded not in words.neutral
        and bank.knows(listed[old].folded, loosely=False)
        and new not in doing
        and any(
            related(listed[old].folded, other, words.language, loosely=False)
            for other in synonyms_of(listed[new].folded, words.language)
        )
    }


def _implied(listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> set[int]:
    """The patients of a nurse, the pupils of a teacher: who has the one has the other."""
    return {
        place
        for place, token in enumerate(listed)
        for nouns, signs in words.implied
        if token.folded in nouns and any(known.startswith(signs) for known in bank.folded)
    }


def _teams(after: str, listed: tuple[Token, ...], words: Lexicon) -> set[int]:
    """ "A team of seven", "seven-strong": the number is looked at elsewhere."""
    counted = [one for one in quantities(after, words.language) if one.unit in ("", "person")]
    return {
        place
        for place, token in enumerate(listed)
        if token.folded in words.teams
        and any(token.folded in one.counted or OF_SO_MANY.fullmatch(after[token.end : one.start]) for one in counted)
    }


def _ranks_of_others(listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> set[int]:
    """The "senior" of "mentored senior engineers", where the backing says it of something else."""
    pairs = {(one.folded, other.folded) for text in bank.texts for one, other in pairwise(text)}
    return {
        place
        for place, (token, following) in enumerate(pairwise(listed))
        if token.folded in words.seniority
        and not token.opens
        and following.clause == token.clause
        and following.folded not in words.joiners
        and not any(token.folded == one and related(other, following.folded, bank.language) for one, other in pairs)
    }


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
    if words.ordinals.get(word) in bank.ordinals:
        return True
    if word in words.time_words and bank.has_time:
        return True
    strict = token.is_capitalised and not token.opens and words.language != "de"
    if bank.knows(word, loosely=not strict or len(word) > 7):
        return True
    if token.dotted and len(word) > 1 and any(other.startswith(word) for other in bank.folded):
        return True
    return _abbreviated(word, bank) or bank.composes(word) or bank.knows_synonym(word)


def _name_is_backed(token: Token, bank: Bank, words: Lexicon) -> bool:
    word = folded(token.text.rstrip("s")) if token.is_acronym else token.folded
    same = [other for other in bank.words if other.folded in (word, token.folded, word + "s")]
    if any(other.is_capitalised for other in same):
        return True
    if same and word not in words.neutral and word not in words.ambiguous:
        return True
    if _is_degree(token.text, bank):
        return True
    return token.is_acronym and (word in bank.initials or (len(word) > 5 and bank.knows(token.folded)))


def _is_degree(text: str, bank: Bank) -> bool:
    """BMath for a Bachelor of Mathematics."""
    level = {"B": "bachelor", "M": "master"}.get(text[:1], "")
    return len(text) > 3 and level in bank.folded and any(word.startswith(folded(text[1:])) for word in bank.folded)


def _shortened(after: str, listed: tuple[Token, ...], backed: set[int]) -> set[int]:
    """The LOTO of "Lockout/tagout (LOTO)": short for the words before it, which are backed."""
    places: set[int] = set()
    for place, token in enumerate(listed):
        if not token.is_acronym or not after[: token.start].rstrip().endswith("("):
            continue
        for size in range(1, min(place, len(token.folded)) + 1):
            run = range(place - size, place)
            if backed.issuperset(run) and _is_short_for(token.folded, [listed[word].folded for word in run]):
                places.add(place)
    return places


def _is_short_for(acronym: str, run: list[str]) -> bool:
    """Its letters stand in the words in this order, each word's first among them."""
    if not run:
        return not acronym
    if not acronym.startswith(run[0][:1]):
        return False
    return any(
        _is_short_for(acronym[size:], run[1:])
        for size in range(1, min(len(acronym), len(run[0])) + 1)
        if _in_order(acronym[:size], run[0])
    )


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _makers(listed: tuple[Token, ...], words: Lexicon) -> set[int]:
    """ "Amazon EC2", "Apache Kafka": who makes it says nothing new, if what they make is backed."""
    return {
        place
        for place, (token, following) in enumerate(pairwise(listed))
        if following.folded in words.makers.get(token.folded, ())
    }


def _abbreviated(word: str, bank: Bank) -> bool:
    """The resume has the word cut short, with its full stop: "Dipl." for "Diplom"."""
    return len(word) > 3 and any(
        other.dotted and 1 < len(other.folded) < len(word) and word.startswith(other.folded) for other in bank.words
    )


def _spelled_out(after: str, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> set[int]:
    """ "Stock keeping units" for SKU, and "service level agreements (SLA)" where the resume has the acronym."""
    content = [place for place, token in enumerate(listed) if token.folded not in words.joiners]
    acronyms = {folded(token.text.rstrip("s")) for token in bank.words if token.is_acronym and 1 < len(token.text) < 8}
    places: set[int] = set()
    for acronym in acronyms:
        size = len(acronym)
        for start in range(len(content) - size + 1):
            run = content[start : start + size]
            near = run[-1] - run[0] < 2 * size and listed[run[0]].clause == listed[run[-1]].clause
            if near and "".join(listed[place].folded[0] for place in run) == acronym:
                places.update(run)
    return places | _before_brackets(after, listed, content, acronyms)


def _before_brackets(after: str, listed: tuple[Token, ...], content: list[int], acronyms: set[str]) -> set[int]:
    places: set[int] = set()
    for place, token in enumerate(listed):
        if folded(token.text.rstrip("s")) in acronyms and after[: token.start].rstrip().endswith("("):
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
