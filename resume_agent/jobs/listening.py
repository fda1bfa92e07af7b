"""Listening to something that speaks slowly, so that the work can be stopped while it is silent."""

import time
from collections.abc import Callable, Iterator
from queue import Empty, Queue
from threading import Event, Thread

from django.db import connections

from resume_agent.jobs.running import Run

LOOK_SECONDS = 0.5
"""Between two looks at whether the person wants it stopped."""
RENEW_SECONDS = 10.0

type Heard = Queue[str | Exception | None]


def listen(run: Run, speak: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What `speak` says, piece by piece, with its error if it raises one. Raises Stopped, Superseded.

    `speak` runs in a thread of its own, which ends by itself at the next piece once nobody listens any more.
    """
    heard: Heard = Queue()
    left = Event()
    Thread(target=_speak, args=(speak, heard, left), daemon=True).start()
    try:
        yield from _pieces(run, heard)
    finally:
        left.set()


def _pieces(run: Run, heard: Heard) -> Iterator[str]:
    looked = renewed = time.monotonic()
    while True:
        now = time.monotonic()
        if now - looked >= LOOK_SECONDS:
            run.check_stop()
            looked = now
        if now - renewed >= RENEW_SECONDS:
            run.renew()
            renewed = now
        try:
            piece = heard.get(timeout=LOOK_SECONDS)
        except Empty:
            continue
        if piece is None:
            return
        if isinstance(piece, Exception):
            raise piece
        yield piece


def _speak(speak: Callable[[], Iterator[str]], heard: Heard, left: Event) -> None:
    try:
        pieces = speak()
        for piece in pieces:
            if left.is_set():
                break
            heard.put(piece)
        # Closed here and not by the garbage collector: it may hold a call open, and its line in the ledger.
        close = getattr(pieces, "close", None)
        if close:
            close()
        heard.put(None)
    except Exception as error:
        # Raised again where it is listened to.
        heard.put(error)
    finally:
        connections.close_all()
