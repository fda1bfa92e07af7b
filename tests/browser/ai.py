"""The product with an AI at work, as a browser test sees it: its provider waits for the test where it is told to."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from tests.browser.product import product
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider, provider


class Held(list[dict[str, Any]]):
    """Events of a stream that stops after `first` pieces until the test lets it go on."""

    def __init__(self, events: list[dict[str, Any]], first: int) -> None:
        super().__init__(events)
        self.first = first
        self.go_on = Event()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for number, event in enumerate(super().__iter__()):
            # One event says that the answer begins.
            if number == self.first + 1:
                self.go_on.wait(30)
            yield event


@dataclass
class AI:
    """What it answers next when a letter is asked for, and what when changes are."""

    letters: deque[Answer] = field(default_factory=deque)
    changes: deque[Answer] = field(default_factory=deque)

    def answer(self, body: dict[str, Any]) -> Answer:
        asked = self.letters if '"tone"' in body["input"] else self.changes
        return asked.popleft()

    def writes(self, *pieces: str, cut: bool = False) -> None:
        self.letters.append(answers.streamed(*pieces, end="" if cut else "response.completed", cut=cut))

    def writes_and_waits(self, *pieces: str, first: int) -> Event:
        """Set it, and the rest comes."""
        answer = answers.streamed(*pieces)
        held = Held(list(answer.events or []), first)
        self.letters.append(Answer(events=held))
        return held.go_on


@contextmanager
def product_with_ai(folder: Path) -> Iterator[tuple[str, AI]]:
    """Yields its address and what the provider is told by."""
    ai = AI()
    with provider() as running:
        running.then = ai.answer
        with product(folder, **environment(running)) as address:
            yield address, ai


def environment(running: Provider) -> dict[str, str]:
    return {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": running.url}
