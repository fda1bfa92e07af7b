"""Content: the wording as a whole, its length, and what it proves."""

import re
from collections import Counter

from resumes.scoring.checking import BULLETS, CONTENT, FILE, LANGUAGE, LINES, Check, Need, Verdict, check, passed
from resumes.scoring.citing import MOST_QUOTES, cite, cite_all, cite_lines
from resumes.scoring.counting import count, credit_at, listed, share_of
from resumes.scoring.measuring import content_words, skill_words
from resumes.scoring.result import Evidence
from resumes.scoring.subject import Subject, Text
from resumes.scoring.vocabulary import Vocabulary, everywhere
from resumes.scoring.wording import find_phrase, is_passive, plain, word_count, words_of

FEWEST_WORDS = 80
MOST_WORDS = 1200
MOST_PAGES = 2
SHOWN_SHARE = 0.2
PASSIVE_SHARE = 0.1
MOST_ACRONYMS = 2
LOUD_WORDS = 5
MOST_LOUD_LINES = 3
STEM = 5
ACRONYM = re.compile(r"(?<![\w&/.-])[A-Z][A-Z&]{1,4}[A-Z](?![\w&/])")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
PROSE = Need(lambda s: bool(s.prose), "There is no running text to look at.")
SKILLS_AND_PROSE = Need(
    lambda s: bool(s.skills) and bool(s.bullets), "This compares skills with bullets, and one of them wasn't found."
)
SHORTER = Need(lambda s: not s.academic, "Academic resumes may be as long as they need.")


@check(
    "word-count",
    "content",
    weight=4,
    title="Neither thin nor overlong",
    looks_at=(
        f"At least {FEWEST_WORDS} words besides the skills, and at most {MOST_WORDS} in all; below, credit in "
        "proportion; above, half, and none from twice as many. Academics are free above. Words of what was read "
        "count; contact details, addresses and dates don't, so that the page's furniture changes nothing."
    ),
    why="Too little leaves nothing to judge; too much goes unread.",
    fix="Aim for one page in your first ten years and two at most after that.",
    needs=(CONTENT,),
)
def words(subject: Subject) -> Verdict:
    number = content_words(subject)
    if (told := number - skill_words(subject)) < FEWEST_WORDS:
        fix = "Add what you did in your newest jobs, courses or projects: two to five points each."
        return Verdict(max(0, told) / FEWEST_WORDS, f"Only {count(max(0, told), 'word')} besides the skills", fix)
    if number <= MOST_WORDS or subject.academic:
        return passed(f"It has {number} words, neither too few nor too many")
    fix = "Shorten the oldest jobs to a line each, and cut what the posting you aim at doesn't ask for."
    return Verdict(
        0.5 if number < 2 * MOST_WORDS else 0, f"It has {number} words; {MOST_WORDS} is the usual limit", fix
    )


@check(
    "pages",
    "content",
    weight=2,
    title="Two pages at most",
    looks_at="The number of pages: up to two is full credit, three half, more none. Academics are exempt.",
    why="Readers give a first look of seconds; what matters must fit where they look.",
    fix="Shorten jobs older than ten years to a line each, and drop what your next job doesn't need.",
    needs=(FILE, Need(lambda s: s.reading.facts.pages is not None, "This kind of file has no fixed pages."), SHORTER),
)
def pages(subject: Subject) -> Verdict:
    number = subject.reading.facts.pages or 0
    if number <= MOST_PAGES:
        return passed(f"It has {count(number, 'page')}")
    return Verdict(0.5 if number == MOST_PAGES + 1 else 0, f"It has {number} pages; two is the usual limit")


@check(
    "stock-phrases",
    "content",
    weight=3,
    title="No stock phrases",
    looks_at="Phrases like 'team player' in the summary and bullets; each different one costs a third.",
    why="Everyone writes them, so they say nothing about you. What you did proves them better.",
    fix="Delete the phrase, or replace it by something you did that shows it.",
    needs=(PROSE, LANGUAGE),
)
def stock_phrases(subject: Subject) -> Verdict:
    found = {p: quotes for p in subject.known_vocabulary.phrases["stock_phrases"] if (quotes := _quotes(subject, p))}
    if not found:
        return passed("No stock phrases are used")
    quotes = [quote for group in found.values() for quote in group]
    said = listed([f"'{phrase}'" for phrase in found], most=3)
    title = f"It uses {count(len(found), 'stock phrase')}: {said}"
    return Verdict(max(0.0, 1 - len(found) / 3), title, evidence=quotes[:MOST_QUOTES])


@check(
    "pronouns",
    "content",
    weight=2,
    title="No 'I' and 'my'",
    looks_at="The share of bullets and paragraphs with a first-person pronoun; from half of them on, none.",
    why="It is clear that the resume is about you; without pronouns each line starts with the point.",
    fix="Drop the pronoun: 'I trained new staff' becomes 'Trained new staff'.",
    needs=(PROSE, LANGUAGE),
)
def pronouns(subject: Subject) -> Verdict:
    vocabulary = subject.known_vocabulary
    found = [(text, said) for text in subject.prose if (said := _pronoun(text.text, vocabulary))]
    if not found:
        return passed("No bullet or paragraph says 'I' or 'my'")
    title = share_of(
        len(found), len(subject.prose), "text", one="speaks in the first person", many="speak in the first person"
    )
    said = listed([f"'{word}'" for word in dict.fromkeys(word for _, word in found)], most=4)
    credit = credit_at(len(found) / len(subject.prose), none=0.5)
    return Verdict(credit, f"{title} ({said})", evidence=cite_all(subject, (t for t, _ in found)))


@check(
    "passive",
    "content",
    weight=1,
    title="Active voice",
    looks_at=(
        f"The share of bullets in the passive voice; up to {PASSIVE_SHARE:.0%} is full credit, half none. Honours, "
        "such as 'was promoted', are fine."
    ),
    why="'The system was introduced' leaves open who did it.",
    fix="Say who acted: 'Introduced the system'.",
    needs=(BULLETS, LANGUAGE),
)
def passive(subject: Subject) -> Verdict:
    found = [bullet for bullet in subject.bullets if is_passive(bullet.text, subject.known_vocabulary)]
    share = len(found) / len(subject.bullets)
    if share <= PASSIVE_SHARE:
        return passed("Bullets are in the active voice")
    title = share_of(
        len(found), len(subject.bullets), "bullet", one="is in the passive voice", many="are in the passive voice"
    )
    credit = credit_at(share, free=PASSIVE_SHARE, none=0.5)
    return Verdict(credit, title, evidence=cite_all(subject, found))


@check(
    "skills-shown",
    "content",
    weight=0.5,
    title="Skills are shown at work",
    looks_at=(
        f"The share of listed skills of which a word turns up in a job or project, by its first {STEM} letters; "
        f"{SHOWN_SHARE:.0%} is full credit. Repeating them more wins nothing."
    ),
    why="A skill that you used somewhere is worth more than one on a list, and searches go by the word itself.",
    fix=(
        "Where you used one of these skills that your next job asks for, say so in the bullet, with the word from your "
        "list. Two or three are enough; the rest can stay a list."
    ),
    needs=(SKILLS_AND_PROSE, LANGUAGE),
)
def skills_shown(subject: Subject) -> Verdict:
    told = " ".join(
        f"{entry.title} {entry.prose} {' '.join(b.text for b in entry.bullets)}" for entry in subject.activities
    )
    unseen = [skill for skill in subject.skills if not _is_shown(skill.text, told, subject)]
    share = 1 - len(unseen) / len(subject.skills)
    if share >= SHOWN_SHARE:
        return passed("Skills you list are shown at work")
    shown = len(subject.skills) - len(unseen)
    title = "By these words, none of your listed skills turns up in a job or project"
    if shown:
        all_skills = count(len(subject.skills), "listed skill")
        title = (
            f"By these words, only {shown} of {all_skills} {'turns' if shown == 1 else 'turn'} up in a job or project"
        )
    return Verdict(share / SHOWN_SHARE, title, evidence=cite_all(subject, unseen))


@check(
    "acronyms",
    "content",
    weight=0.5,
    title="Abbreviations are explained",
    looks_at=(
        f"Uncommon abbreviations in running text that are spelled out nowhere; more than {MOST_ACRONYMS} cost half."
    ),
    why="The first reader is often from another field, and searches look for the full words as well.",
    fix="Spell each out once, with the short form in brackets.",
    needs=(PROSE,),
)
def acronyms(subject: Subject) -> Verdict:
    unknown = _unexplained(subject)
    if len(unknown) <= MOST_ACRONYMS:
        return passed("Abbreviations are few or explained")
    quotes = [cite(subject, text, part=short) for short, text in unknown.items()]
    return Verdict(
        0.5,
        f"{count(len(unknown), 'abbreviation')} are not spelled out: {listed(list(unknown))}",
        evidence=quotes[:MOST_QUOTES],
    )


@check(
    "bullet-signs",
    "content",
    weight=0.5,
    title="One kind of bullet sign",
    looks_at="Different bullet signs; more than two cost all.",
    why="Mixed signs look pasted together.",
    fix="Use one bullet sign throughout, and at most a second for sub-points.",
    needs=(LINES, Need(lambda s: any(line.bullet for line in s.reading.lines), "There are no bullet signs.")),
)
def bullet_signs(subject: Subject) -> Verdict:
    signs = {
        line.bullet.translate(DASHES): i for i, line in reversed(list(enumerate(subject.reading.lines))) if line.bullet
    }
    if len(signs) <= 2:
        return passed(f"The bullets use {count(len(signs), 'kind')} of sign")
    return Verdict(
        0, f"The bullets use {len(signs)} kinds of sign", evidence=cite_lines(subject, sorted(signs.values()))
    )


@check(
    "all-capitals",
    "content",
    weight=0.5,
    title="Few lines in capitals",
    looks_at=f"Lines of {LOUD_WORDS} words or more in capitals; more than {MOST_LOUD_LINES} cost all.",
    why="Long lines in capitals are slow to read and sound loud.",
    fix="Write them in normal letters; make them bold if they should stand out.",
    needs=(LINES,),
)
def all_capitals(subject: Subject) -> Verdict:
    loud = [
        i for i, line in enumerate(subject.reading.lines) if line.text.isupper() and word_count(line.text) >= LOUD_WORDS
    ]
    if len(loud) <= MOST_LOUD_LINES:
        return passed("Few lines are in capitals")
    return Verdict(0, f"{len(loud)} long lines are in capitals", evidence=cite_lines(subject, loud))


def _quotes(subject: Subject, phrase: str) -> list[Evidence]:
    places = [(text, find_phrase(text.text, phrase)) for text in subject.prose]
    return [cite(subject, text, part=text.text[slice(*place)]) for text, place in places if place]


def _pronoun(text: str, vocabulary: Vocabulary) -> str:
    """The first pronoun, as written. Capitals are names (US, MI) but for 'I', and 'I' after 'Phase' is a number."""
    before = ""
    for match in WORD.finditer(text):
        word = match.group().replace("’", "'")
        numeral = word == "I" and before.lower() in vocabulary.words["roman_after"]
        loud = word.isupper() and len(word) > 1
        if word.lower() in vocabulary.words["pronouns"] and not loud and not numeral and (len(word) > 1 or word == "I"):
            return word
        before = word
    return ""


def _is_shown(skill: str, told: str, subject: Subject) -> bool:
    """As written, or by a word's first letters, inside compounds too ("Lieferantenmanagement": "Zulieferern")."""
    if find_phrase(told, skill):
        return True
    words = [plain(word) for word in words_of(skill) if word not in subject.known_vocabulary.function_words]
    long_words = [word for word in words if len(word) >= STEM]
    said = [plain(word) for word in words_of(told)]
    if long_words:
        return any(word[:STEM] in other for word in long_words for other in said)
    return bool(words) and all(len(word) > 2 and word in said for word in words)


def _unexplained(subject: Subject) -> dict[str, Text]:
    """Abbreviations in running text, with the first text that uses each."""
    names = " ".join(f"{e.organisation} {e.title}" for e in (*subject.activities, *subject.studies))
    known = everywhere().known_acronyms | set(ACRONYM.findall(names)) | {skill.text.upper() for skill in subject.skills}
    spelled = Counter(re.findall(r"\(([^()]{2,8})\)", subject.text))
    found: dict[str, Text] = {}
    for text in subject.prose:
        if text.text.isupper():
            continue
        for short in ACRONYM.findall(text.text):
            explained = f"{short} (" in subject.text or short in spelled
            if short not in known and not explained:
                found.setdefault(short, text)
    return found


CHECKS: tuple[Check, ...] = (
    words,
    pages,
    stock_phrases,
    skills_shown,
    pronouns,
    passive,
    acronyms,
    bullet_signs,
    all_capitals,
)
