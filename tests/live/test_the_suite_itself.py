"""The live suite by its own command, with a fake in the provider's place: that it works is known without a key."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from resumes.tests.writing import HONEST
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider, provider

CHANGE = {
    "path": "work[0].highlights[1]",
    "after": "Released the ledger weekly",
    "why": "Says who did it.",
    "requirement": "",
    "evidence": ["weekly release of the ledger"],
    "kind": "wording",
}
SENTENCES = ["The harbour is calm.", "A harbour shelters ships.", "She left the harbour."]
WORD = re.compile(r"\S+\s*")
SHAPED = {"Sentences": {"sentences": SENTENCES}, "Changes": {"changes": [CHANGE]}}
COMMAND = [sys.executable, "-m", "pytest", "tests/live", "-m", "live"]


def obliging(asked: dict[str, Any]) -> Answer:
    """What a provider in good order says."""
    if "raw" in asked:
        return Answer(body={"text": "Beep."})
    if "instructions" not in asked:
        return Answer(body={"id": "m", "model": "m", "results": [{"flagged": "kill" in asked["input"]}]})
    if asked["model"] == "no-such-model":
        return answers.problem(404, "model_not_found")
    if "text" not in asked:
        return answers.streamed(*WORD.findall(HONEST if "employer" in asked["input"] else " ".join(SENTENCES)))
    said = json.dumps(SHAPED[asked["text"]["format"]["name"]])
    return (
        answers.incomplete(said[:20], "max_output_tokens") if asked["max_output_tokens"] < 100 else answers.text(said)
    )


def live_suite(**variables: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    return subprocess.run(COMMAND, env={**surroundings, **variables}, capture_output=True, text=True, check=False)


@pytest.fixture
def fake() -> Iterator[Provider]:
    with provider() as running:
        running.then = obliging
        yield running


def test_it_passes_with_a_provider_in_good_order(fake: Provider) -> None:
    done = live_suite(OPENAI_API_KEY="sk-test", OPENAI_BASE_URL=fake.url)
    assert done.returncode == 0, done.stdout
    assert fake.asked


def test_without_a_key_nothing_of_it_is_run() -> None:
    done = live_suite()
    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "deselected" in done.stdout
    assert "skipped" not in done.stdout
