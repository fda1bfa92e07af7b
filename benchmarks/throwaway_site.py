"""The product set up in a folder that is thrown away, so that a benchmark calls the AI by the product's own way."""

import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import Any

import django
from django.core.management import call_command

from interviews.judging.asking import Ask, Material
from interviews.judging.judgement import Judgement
from resume_agent.ai.errors import AIError, Flagged, Refused
from resume_agent.env_table import variables

ATTEMPTS = 6
NO_CAP = "9999"
"""US dollars: who runs a benchmark has decided what it may cost."""


@contextmanager
def throwaway_site() -> Iterator[Ask]:
    """What asks the provider of the environment for a judgement. For a process that has not set Django up."""
    with tempfile.TemporaryDirectory() as folder:
        _configure(Path(folder))
        django.setup()
        call_command("migrate", "ai", verbosity=0)
        # A line for each call would hide the table.
        logging.disable(logging.INFO)
        yield asking()


def _configure(folder: Path) -> None:
    """Of the environment only the provider counts: no mail, no database, no file of a site that runs here."""
    for entry in variables():
        if not entry.name.startswith("OPENAI_"):
            os.environ.pop(entry.name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "resume_agent.settings",
        "ENV_FILE": os.devnull,
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "AI_DAILY_CAP_PERSON": NO_CAP,
        "AI_DAILY_CAP_SITE": NO_CAP,
    }


def asking(sleep: Callable[[float], None] = time.sleep) -> Ask:
    """By the calls that the product makes. Modules with models can be imported only now that Django is set up."""
    client: Any = import_module("resume_agent.ai.client")
    assessing: Any = import_module("interviews.assessing")
    person = import_module("accounts.models").User.objects.create_user("benchmark@example.com")

    reached = Event()

    def ask(material: Material) -> Judgement:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                judgement: Judgement = client.parse(assessing.asked(person, material), Judgement)
            except AIError as error:
                if isinstance(error, Refused | Flagged):
                    return Judgement(dimensions=[])
                # A provider that was never reached is a wrong address.
                lost = error.counts_against_provider and not reached.is_set()
                if error.retry_after is None or attempt == ATTEMPTS or lost:
                    raise
                sleep(attempt * error.retry_after.total_seconds())
            else:
                reached.set()
                return judgement
        raise AssertionError("the last attempt returns or raises")

    return ask
