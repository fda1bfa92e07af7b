"""What the person is asked about a claim that nothing backs."""

from resumes.tailoring.suggestion import Reason

SENTENCES = {
    "quote": "“{claim}” doesn't stand in your resume or in what you told us. Where does it come from?",
    "before": "“{claim}” doesn't stand in your resume any more. Look at the suggestion again?",
    "number": "Where does “{claim}” come from? Your resume doesn't say it.",
    "date": "Is “{claim}” right? Your resume gives another date.",
    "name": "Did you use or work with {claim}? Where?",
    "words": "Is “{claim}” true? Your resume doesn't say so.",
    "scope": "Would you say “{claim}” of this yourself? Your resume says less.",
    "title": "Is your title really “{claim}”? Your resume gives another one.",
    "limit": "Your resume says “{claim}” here. Is it true without that?",
    "level": "Is your level really “{claim}”? Your resume says less, or nothing.",
    "plural": "Was it more than one? Your resume speaks of one where this says “{claim}”.",
    "negation": "You said “{claim}”. Did you mean otherwise?",
    "keyword": "Have you worked with {claim}? Where?",
}


def ask(kind: str, claims: list[str]) -> list[Reason]:
    """One reason a claim, none twice."""
    return [
        Reason(kind=kind, claim=claim, sentence=SENTENCES[kind].format(claim=claim)) for claim in dict.fromkeys(claims)
    ]
