"""Content: what each bullet says, and how."""

from collections import defaultdict
from itertools import combinations

from resumes.scoring.checking import BULLETS, JOBS, LANGUAGE, Check, Need, Verdict, check, passed, skipped
from resumes.scoring.citing import MOST_QUOTES, cite, cite_all
from resumes.scoring.counting import count, credit_at, listed, share_of
from resumes.scoring.subject import Entry, Subject, Text, names_of
from resumes.scoring.vocabulary import Vocabulary
from resumes.scoring.wording import (
    carries_number,
    is_honour,
    is_passive,
    opening,
    opens_with,
    word_count,
    words_of,
)

NUMBER_SHARE = 0.5
OFF_SHARE = 0.1
NONE_SHARE = 0.6
SHORTEST_TELLING = 4
RECENT_JOBS = 2
FEWEST_BULLETS = 2
MOST_BULLETS = 7
MOST_REPEATS = 3
ALIKE = 0.8
SHORTEST_COMPARED = 4
TENSED = Need(
    lambda s: s.vocabulary is not None and s.vocabulary.tense_matters,
    "Only for English, where bullets are written in verbs whose tense shows.",
)


@check(
    "action-verbs",
    "content",
    weight=4,
    title="Bullets start with what you did",
    looks_at=(
        f"The share of bullets that open with an action word or an honour; {OFF_SHARE:.0%} without one is full "
        f"credit, {NONE_SHARE:.0%} none. Weak openings and the passive voice are counted by their own checks."
    ),
    why="Readers skim the first words of each line. An action there says at once what you did.",
    fix=(
        "Begin each bullet shown with what you did, such as 'Built', 'Taught' or 'Negotiated', and leave the rest as "
        "it is."
    ),
    needs=(BULLETS, LANGUAGE),
)
def action_verbs(subject: Subject) -> Verdict:
    words = subject.known_vocabulary
    judged = [b for b in subject.bullets if not _told_elsewhere(b.text, words)]
    if not judged:
        return skipped("All bullets start with a weak phrase or are passive, which are findings of their own.")
    flat = [b for b in judged if not opening(b.text, words) and not is_honour(b.text, words)]
    share = len(flat) / len(judged)
    if share <= OFF_SHARE:
        return passed("Bullets start with what you did")
    title = share_of(
        len(flat), len(judged), "bullet", one="doesn't start with what you did", many="don't start with what you did"
    )
    return Verdict(credit_at(share, free=OFF_SHARE, none=NONE_SHARE), title, evidence=cite_all(subject, flat))


@check(
    "weak-openers",
    "content",
    weight=5,
    title="No weak openings",
    looks_at="The share of bullets that start with phrases like 'responsible for'; from half of them on, none.",
    why="'Responsible for' says what your job was, not what you did with it.",
    fix="Say what you did: instead of 'Responsible for training new staff', 'Trained new staff'.",
    needs=(BULLETS, LANGUAGE),
)
def weak_openers(subject: Subject) -> Verdict:
    phrases = subject.known_vocabulary.phrases["weak_openers"]
    weak = [(bullet, phrase) for bullet in subject.bullets if (phrase := opens_with(bullet.text, phrases))]
    if not weak:
        return passed("No bullet starts with a weak phrase")
    title = share_of(
        len(weak), len(subject.bullets), "bullet", one="starts with a weak phrase", many="start with a weak phrase"
    )
    used = listed([f"'{phrase}'" for phrase in dict.fromkeys(phrase for _, phrase in weak)], most=3)
    fix = f"Replace {used} by what you did in that task, in one verb."
    credit = credit_at(len(weak) / len(subject.bullets), none=0.5)
    return Verdict(credit, title, fix, cite_all(subject, (b for b, _ in weak)))


@check(
    "numbers",
    "content",
    weight=4,
    title="Bullets carry numbers",
    looks_at=(
        f"The share of bullets with a figure or a number word (years don't count); {NUMBER_SHARE:.0%} is full credit."
    ),
    why="How many, how often, how much: a number lets a stranger judge the size of what you did.",
    fix=(
        "Where you know a true number (people, money, time, size, how often), add it. Leave a bullet as it is where "
        "you don't."
    ),
    needs=(BULLETS, LANGUAGE),
)
def numbers(subject: Subject) -> Verdict:
    words = subject.known_vocabulary
    without = [bullet for bullet in subject.bullets if not carries_number(bullet.text, words)]
    total = len(subject.bullets)
    share = 1 - len(without) / total
    if share >= NUMBER_SHARE:
        return passed(f"{total - len(without)} of {count(total, 'bullet')} carry a number")
    title = share_of(total - len(without), total, "bullet", one="carries a number", many="carry a number")
    return Verdict(
        share / NUMBER_SHARE,
        f"Only {title}" if share else "No bullet carries a number",
        evidence=cite_all(subject, without),
    )


@check(
    "bullet-length",
    "content",
    weight=2,
    title="Bullets have a good length",
    looks_at=(
        "The share of bullets within the language's range (English 6 to 32 words, German 4 to 28, French and Spanish "
        f"5 to 34; {SHORTEST_TELLING} words are enough with a number or an action); {OFF_SHARE:.0%} outside is full "
        f"credit, {NONE_SHARE:.0%} none."
    ),
    why="A few words leave questions open; a paragraph hides its point.",
    fix="Split the long ones, and say a little more in the short ones: what for, for whom, with what result.",
    needs=(BULLETS, LANGUAGE),
)
def bullet_length(subject: Subject) -> Verdict:
    _, high = subject.known_vocabulary.bullet_words
    long = [bullet for bullet in subject.bullets if word_count(bullet.text) > high]
    short = [bullet for bullet in subject.bullets if word_count(bullet.text) < _fewest_words(subject, bullet.text)]
    off = len(long) + len(short)
    share = off / len(subject.bullets)
    if share <= OFF_SHARE:
        return passed("Bullets have a good length")
    title = share_of(off, len(subject.bullets), "bullet", one="is", many="are")
    kind, fix = "too short to say much", "Say a little more: what for, for whom, with what result."
    if long:
        kind, fix = f"longer than {high} words", "Split each into two, or cut what the reader can guess."
    if long and short:
        kind, fix = "too long or too short", ""
    credit = credit_at(share, free=OFF_SHARE, none=NONE_SHARE)
    return Verdict(credit, f"{title} {kind}", fix, cite_all(subject, [*long, *short]))


@check(
    "bullets-per-job",
    "content",
    weight=7,
    title="Enough to say about each recent job",
    looks_at=(
        f"The first two jobs: {FEWEST_BULLETS} to {MOST_BULLETS} bullets are full credit, one, more, or a "
        "paragraph half, nothing none. Of older jobs, only those with more are counted."
    ),
    why="Recent work is what you are hired for; two to five points on each are enough to show it.",
    fix="Say two to five things you did in each job shown; merge or drop the weakest where there are more.",
    needs=(JOBS,),
)
def bullets_per_job(subject: Subject) -> Verdict:
    judged = [job for i, job in enumerate(subject.jobs) if i < RECENT_JOBS or len(job.bullets) > MOST_BULLETS]
    off = [job for job in judged if _said_enough(job) < 1]
    if not off:
        return passed("Each job says enough, and not too much")
    many = [job for job in off if len(job.bullets) > MOST_BULLETS]
    much = "too much" if len(many) == len(off) else "too little or too much" if many else "too little"
    noun = "job" if many else "recent job"
    title = share_of(len(off), len(judged), noun, one=f"says {much}", many=f"say {much}")
    credit = sum(map(_said_enough, judged)) / len(judged)
    return Verdict(credit, title, evidence=cite_all(subject, names_of(off)))


@check(
    "repeated-verbs",
    "content",
    weight=1.5,
    title="Openings vary",
    looks_at=f"Action words that open more than {MOST_REPEATS} bullets; each costs half.",
    why="'Managed' six times tells less than six different things you did.",
    fix="Keep the word where it fits best, and say more exactly what you did in the other bullets.",
    needs=(BULLETS, LANGUAGE),
)
def repeated_verbs(subject: Subject) -> Verdict:
    openings: dict[str, list[Text]] = defaultdict(list)
    for bullet in subject.bullets:
        if form := opening(bullet.text, subject.known_vocabulary):
            openings[form.base].append(bullet)
    often = {base: bullets for base, bullets in openings.items() if len(bullets) > MOST_REPEATS}
    if not often:
        return passed("No opening is used more than three times")
    title = " and ".join(f"'{base}' opens {len(bullets)} bullets" for base, bullets in often.items())
    quotes = cite_all(subject, (bullet for bullets in often.values() for bullet in bullets))
    return Verdict(max(0.0, 1 - 0.5 * len(often)), title, evidence=quotes)


@check(
    "tense",
    "content",
    weight=2,
    title="Past jobs are told in the past",
    looks_at=(
        "The share of bullets of past jobs that open with a verb in the present; from half of them on, none. In the "
        "current job both are fine."
    ),
    why="The present tense in a job you left reads like an old text that nobody looked over.",
    fix="Put the first verb of each bullet shown into the past tense.",
    needs=(TENSED, Need(lambda s: any(_past_openings(s)), "No bullet of a past job opens with a verb.")),
)
def tense(subject: Subject) -> Verdict:
    openings = _past_openings(subject)
    present = [bullet for bullet, tense in openings if tense == "present"]
    if not present:
        return passed("Past jobs are told in the past")
    title = share_of(
        len(present),
        len(openings),
        "bullet",
        one="of a past job is in the present tense",
        many="of past jobs are in the present tense",
    )
    return Verdict(credit_at(len(present) / len(openings), none=0.5), title, evidence=cite_all(subject, present))


@check(
    "said-twice",
    "content",
    weight=1.5,
    title="Nothing is said twice",
    looks_at=f"Pairs of bullets that share {ALIKE:.0%} of their words; each pair costs half.",
    why="A repeated bullet is space that another achievement could have had.",
    fix="Keep the stronger of the two, in the job where it counts most.",
    needs=(BULLETS,),
)
def said_twice(subject: Subject) -> Verdict:
    worded = [(bullet, frozenset(words_of(bullet.text))) for bullet in subject.bullets]
    compared = [(bullet, words) for bullet, words in worded if len(words) >= SHORTEST_COMPARED]
    alike = [(a, b) for (a, x), (b, y) in combinations(compared, 2) if len(x & y) / len(x | y) >= ALIKE]
    if not alike:
        return passed("Nothing is said twice")
    quotes = [cite(subject, text) for text in dict.fromkeys(text for pair in alike for text in pair)]
    title = f"{count(len(alike), 'pair')} of bullets {'says' if len(alike) == 1 else 'say'} nearly the same"
    return Verdict(max(0.0, 1 - 0.5 * len(alike)), title, evidence=quotes[:MOST_QUOTES])


def _said_enough(job: Entry) -> float:
    number = len(job.bullets)
    if FEWEST_BULLETS <= number <= MOST_BULLETS:
        return 1.0
    return 0.5 if number or job.prose else 0.0


def _told_elsewhere(text: str, words: Vocabulary) -> bool:
    return bool(opens_with(text, words.phrases["weak_openers"])) or is_passive(text, words)


def _fewest_words(subject: Subject, text: str) -> int:
    """A bullet with a number or an action says something in fewer words than others."""
    words = subject.known_vocabulary
    telling = carries_number(text, words) or opening(text, words) is not None
    return min(SHORTEST_TELLING, words.bullet_words[0]) if telling else words.bullet_words[0]


def _past_openings(subject: Subject) -> list[tuple[Text, str]]:
    """Bullets of ended jobs that open with a verb whose tense shows."""
    past = [bullet for job in subject.jobs if not job.current for bullet in job.bullets]
    found = [(bullet, opening(bullet.text, subject.known_vocabulary)) for bullet in past]
    return [(bullet, form.tense) for bullet, form in found if form and form.tense in {"present", "past"}]


CHECKS: tuple[Check, ...] = (
    action_verbs,
    numbers,
    weak_openers,
    bullets_per_job,
    bullet_length,
    repeated_verbs,
    tense,
    said_twice,
)
