"""Matches a resume with a posting: each requirement met, partly met or not found, with the lines that prove it."""

import re
from datetime import date

from resumes.document import Document
from resumes.matching.amounts_asked import amount_finding, asks_amount
from resumes.matching.asking import ask_of, without_reason
from resumes.matching.covering import FIRM, best_cover, covered, named_finding
from resumes.matching.degrees_asked import asks_degree, degree_finding
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding, all_of, best_of
from resumes.matching.folding import fold, phrases
from resumes.matching.grades_shown import held_back
from resumes.matching.guiding_asked import asks_guiding, guiding_finding
from resumes.matching.languages_asked import asks_languages, languages_finding
from resumes.matching.leading_asked import asks_leading, leading_finding
from resumes.matching.licences_asked import asks_licence, licence_finding
from resumes.matching.match import Match, Proof, RequirementMatch, Status
from resumes.matching.posting import PostingReading, Requirement
from resumes.matching.resume_index import Resume
from resumes.matching.sentences import begins, enumerated
from resumes.matching.wording import Wording, data, wording
from resumes.matching.years_asked import asks_years, years_finding

SOFT = phrases(data("generic")["soft"])
SURE, MUCH = 0.75, 2.0
LONGEST, MOST_PARTS, LEAST_WAY, LEAST_LEFT = 400, 6, 3, 2
WEIGHTS = {"required": 2.0, "preferred": 1.0}
SHARES: dict[Status, float] = {"met": 1.0, "partly": 0.5, "not_found": 0.0}
WHY: dict[Status, str] = {
    "met": "Your resume shows this.",
    "partly": "Your resume shows a part of this.",
    "not_found": "Nothing in your resume shows this.",
}


def match(document: Document, posting: PostingReading, today: date | None = None) -> Match:
    """today: ends roles that go on; without it, the latest date in the resume does."""
    resume = Resume(document, today or _latest(document))
    words = wording(posting.language)
    found = [_matched(requirement, resume, words) for requirement in posting.requirements]
    return Match(requirements=found, share=share_of(found))


def share_of(found: list[RequirementMatch]) -> int | None:
    total = sum(WEIGHTS[one.priority] for one in found)
    shown = sum(WEIGHTS[one.priority] * SHARES[one.status] for one in found)
    return round(100 * shown / total) if total else None


def _matched(requirement: Requirement, resume: Resume, words: Wording) -> RequirementMatch:
    finding = finding_for(" ".join(requirement.text.split())[:LONGEST], resume, words)
    status = finding.status
    proofs = [Proof(quote=fact.text, path=fact.path) for fact in finding.facts] if status != "not_found" else []
    why = finding.why or WHY[status]
    return RequirementMatch(
        text=requirement.text, priority=requirement.priority, status=status, evidence=proofs, why=why
    )


def finding_for(text: str, resume: Resume, words: Wording) -> Finding:
    """Alternatives ("..., or an outstanding project") give the best, parts that each ask ("a degree and ...") all."""
    if 1 < len(ways := _ways(text, words)) <= MOST_PARTS:
        return best_of([finding_for(way, resume, words) for way in ways])
    parts = [text[start:end] for start, end in enumerated(text, (0, len(text)), words, loose=False)]
    if 1 < len(parts) <= MOST_PARTS:
        return all_of([_single(part.strip(" ,;"), resume) for part in parts if part.strip(" ,;")])
    return _single(text, resume)


def _ways(text: str, words: Wording) -> list[str]:
    """Whole alternatives: each begins as a requirement of its own, or stands behind a comma."""
    pattern = "|".join(re.escape(word) for word in words.alternatives)
    pieces, begin, folded = [], 0, fold(text)
    for found in re.finditer(rf"(,)?\s+(?:{pattern})\s+", folded):
        left, rest = folded[begin : found.start()], folded[found.end() :]
        long = len(rest.split()) >= LEAST_WAY
        if long and (found[1] or (len(left.split()) >= LEAST_LEFT and begins(rest, words) and begins(left, words))):
            pieces.append(text[begin : found.start()])
            begin = found.end()
    return [*pieces, text[begin:]]


def _single(text: str, resume: Resume) -> Finding:
    text = without_reason(text)
    if tongues := asks_languages(text):
        return languages_finding(text, tongues, resume)
    if classes := asks_licence(text):
        return licence_finding(classes, resume)
    degree, years = asks_degree(text), asks_years(text)
    if degree and not degree.fields and asks_guiding(text):
        return guiding_finding(resume)
    if degree and not (years and not degree.fields):
        found = degree_finding(degree, resume)
        return found if found.facts else _by_name_at_least(text, resume)
    if years:
        return held_back(text, years_finding(text, years, resume))
    if SOFT.search(fold(text)) and not _asks_beside(text):
        return _soft(text, resume)
    if asks_guiding(text):
        return guiding_finding(resume)
    if leading := asks_leading(text):
        found = leading_finding(leading, resume)
        return held_back(text, found if found.facts else _helped_at_most(text, resume))
    if amount := asks_amount(text):
        return amount_finding(text, amount, resume)
    return held_back(text, covered(ask_of(text, plainly=True), resume))


def _by_name_at_least(text: str, resume: Resume) -> Finding:
    """A qualification may be listed as a certificate rather than as education."""
    found = named_finding(ask_of(text), resume)
    formal = found and any(fact.section in {"certificates", "education", "skills"} for fact in found.facts)
    return found if found and formal and found.score >= MET else NOTHING


def _helped_at_most(text: str, resume: Resume) -> Finding:
    """Standing in for who leads is a part, without a word of people too ("Stellvertretung der Leitung")."""
    found = covered(ask_of(text, plainly=True), resume)
    helped = held_back(text, found)
    return helped if found.score >= MET and helped.score == PARTLY else NOTHING


def _soft(text: str, resume: Resume) -> Finding:
    """What a person says of themselves, or nothing: no inference from other words."""
    ask = ask_of(text)
    cover = best_cover(ask.slots, resume)
    return Finding(MET, (cover.fact,)) if cover and cover.share >= SURE else NOTHING


def _asks_beside(text: str) -> bool:
    """Whether a soft word only stands beside much that is asked ("reliability of cloud infrastructure at night")."""
    slots = ask_of(SOFT.sub(" ", fold(text))).slots
    return sum(slot.weight for slot in slots if slot.weight >= FIRM) >= MUCH


def _latest(document: Document) -> date:
    years = [int(found[0]) for entry in document.work for value in (entry.start_date, entry.end_date)
             if (found := re.match(r"(?:19|20)\d\d", value))]  # fmt: skip
    return date(max(years, default=2000), 12, 31)
