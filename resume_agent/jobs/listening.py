"""Listening to something that speaks slowly, so that the work can be stopped while it is silent."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import Protocol, runtime_checkable

from django.db import connections

from resume_agent.jobs.running import Run
from resume_agent.lib.idle_connections import give_back

LOOK_SECONDS = 0.5
"""Between two looks at whether the person wants it stopped."""
RENEW_SECONDS = 10.0
GATHER_SECONDS = 0.03
"""Between two pieces that are passed on: what is said faster than that is passed on together, not word by word."""
PARTING_SECONDS = 0.5
"""That a speaker who was cut short gets to put down what it used, before the work counts as stopped."""


type Heard = Queue[str | Exception | None]


@runtime_checkable
class Cuttable(Protocol):
    """A speaker whose silence can be ended from another thread: its iteration then raises an error at once."""

    def cut(self) -> None: ...


def listen(run: Run, speak: Callable[[], Iterator[str]]) -> Generator[str]:
    """What `speak` says, piece by piece, with its error if it raises one. Raises Stopped, Superseded.

    `speak` runs in a thread of its own. Once nobody listens any more it is cut short if it is Cuttable; if not, it ends
    by itself at its next piece.
    """
    speaker = _Speaker(speak)
    speaker.start()
    try:
        yield from _pieces(run, speaker.heard)
    finally:
        speaker.leave()


def _pieces(run: Run, heard: Heard) -> Iterator[str]:
    looked = renewed = time.monotonic()
    give_back()
    while True:
        now = time.monotonic()
        if now - looked >= LOOK_SECONDS:
            run.check_stop()
            # Many listen at once, and look seldom: none keeps one of the pool's few connections meanwhile.
            give_back()
            looked = now
        if now - renewed >= RENEW_SECONDS:
            run.renew()
            renewed = now
        said, end = _all_of(heard)
        if said:
            yield said
            time.sleep(max(0.0, now + GATHER_SECONDS - time.monotonic()))
        if isinstance(end, Exception):
            raise end
        if end is None:
            return


def _all_of(heard: Heard) -> tuple[str, str | Exception | None]:
    """What was said meanwhile, as soon as there is anything, and the last of it. Nothing after `LOOK_SECONDS`."""
    said: list[str] = []
    last: str | Exception | None = ""
    with suppress(Empty):
        last = heard.get(timeout=LOOK_SECONDS)
        while isinstance(last, str):
            said.append(last)
            last = heard.get_nowait()
    return "".join(said), last


class _Speaker(Thread):
    """heard: what it said, then None or its error."""

    def __init__(self, speak: Callable[[], Iterator[str]]) -> None:
        super().__init__(daemon=True)
        self.heard: Heard = Queue()
        self._speak = speak
        self._left = Event()
        self._pieces: object = None

    def leave(self) -> None:
        """Nobody listens any more."""
        self._left.set()
        self._cut()
        self.join(PARTING_SECONDS)

    def run(self) -> None:
        try:
            self._say_all()
            self.heard.put(None)
        except Exception as error:
            # Raised again where it is listened to.
            self.heard.put(error)
        finally:
            connections.close_all()

    def _say_all(self) -> None:
        self._pieces = pieces = self._speak()
        if self._left.is_set():
            self._cut()
        for piece in pieces:
            if self._left.is_set():
                break
            self.heard.put(piece)
        # Closed here and not by the garbage collector: it may hold a call open, and its line in the ledger.
        close = getattr(pieces, "close", None)
        if close:
            close()

    def _cut(self) -> None:
        if isinstance(self._pieces, Cuttable):
            self._pieces.cut()
