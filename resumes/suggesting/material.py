"""What suggestions are made from: the draft as a document, where its texts are, and what the person said beyond it."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from resume_agent.lib.hidden_characters import without_hidden
from resumes.document import Document
from resumes.editing.drafting import document_in, draft_of
from resumes.editing.outline import Outline
from resumes.editing.whole_texts import places_of, text_at
from resumes.models import Resume, Suggestion
from resumes.tailoring.guarding import judge
from resumes.tailoring.plain_words import one_line
from resumes.tailoring.suggestion import Proposal

MOST = 60
"""Suggestions in a round: more than anybody decides on in one sitting."""
MOST_FACTS = 100
_WRITABLE = re.compile(
    r"^basics\.(label|summary)$|\.(summary|description)$|\.highlights\[\d+\]$|^skills\[\d+\]\.keywords\[\d+\]$"
)
_PRIVATE = re.compile(r"basics\.|references\[|.*\.url$")


@dataclass(frozen=True)
class Material:
    """facts: what the person typed in answer to questions."""

    outline: Outline
    document: Document
    facts: list[str] = field(default_factory=list)

    @cached_property
    def places(self) -> dict[str, str]:
        """Paths of the document, with those of the outline."""
        return places_of(self.outline)

    def text(self, dotted: str) -> str:
        """What stands at a path of the document. Raises KeyError for one that leads nowhere."""
        return text_at(self.outline, self.places[dotted])

    @cached_property
    def texts(self) -> dict[str, str]:
        return {dotted: text for dotted in self.places if (text := self.text(dotted))}

    @cached_property
    def writable(self) -> dict[str, str]:
        """What the AI may propose to change: running text, the headline and single skills."""
        return {dotted: text for dotted, text in self.texts.items() if _WRITABLE.search(dotted)}

    @cached_property
    def context(self) -> dict[str, str]:
        """What it may know besides: nothing that says who the person is or how they are reached."""
        return {
            dotted: text
            for dotted, text in self.texts.items()
            if dotted not in self.writable and not _PRIVATE.match(dotted) and f"{dotted}[0]" not in self.texts
        }

    def judged(self, suggestion: Suggestion, dotted: str) -> Suggestion:
        """With the verdict of the evidence guard; quotes that stand nowhere are left out."""
        proposal = Proposal(
            path=dotted,
            before=without_hidden(suggestion.before),
            after=suggestion.after,
            evidence=suggestion.evidence,
            facts=[without_hidden(fact) for fact in self.facts],
        )
        verdict = judge(self.seen, proposal)
        suggestion.question = verdict.verdict == "question"
        suggestion.reasons = [reason.model_dump(mode="json") for reason in verdict.reasons]
        suggestion.evidence = [quote for quote in suggestion.evidence if self._stands(quote)]
        return suggestion

    @cached_property
    def seen(self) -> Document:
        """The document without what nobody sees in it: the AI was shown that, and is held against it."""
        return Document.model_validate(_seen(self.document.to_json_resume()))

    @cached_property
    def _sources(self) -> list[str]:
        return [one_line(text) for text in (*self.texts.values(), *self.facts)]

    def _stands(self, quote: str) -> bool:
        return any(one_line(quote) in text for text in self._sources)


def _seen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _seen(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_seen(item) for item in value]
    return without_hidden(value) if isinstance(value, str) else value


def material_of(resume: Resume) -> Material:
    draft = draft_of(resume)
    facts = resume.facts.order_by("-created_at").values_list("text", flat=True)[:MOST_FACTS]
    return Material(draft.outline, document_in(draft), list(facts))
