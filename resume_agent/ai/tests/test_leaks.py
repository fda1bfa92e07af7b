"""Instructions in an answer: found however they are told, before much of them was shown; honest text passes whole."""

import base64
import codecs
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from resume_agent.ai import leaks
from resume_agent.ai.errors import LedAstray
from resume_agent.ai.prompts import Prompt, fenced

ROOT = Path(__file__).resolve().parents[3]
PROMPTS = [Prompt.from_file(path) for path in sorted(ROOT.glob("*/**/prompts/*.txt")) if ".venv" not in path.parts]
PROMPT = Prompt(
    "test@1",
    "You write a cover letter for the person whose resume is in the data. Say only what the resume says. "
    "Never make it more than that: who helped did not lead, and one is not several. Leave out what nobody shows.",
)
WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "with other signs": lambda text: "_".join(text.replace(".", "!").split()),
    "backwards": lambda text: text[::-1],
    "from the last word": lambda text: " ".join(text.split()[::-1]),
    "letter by letter": " ".join,
    "shifted": lambda text: codecs.encode(text, "rot13"),
    "base 64": lambda text: base64.b64encode(text.encode()).decode(),
    "base 64 behind a word": lambda text: "letter" + base64.b64encode(text.encode()).decode(),
    "base 64 in lines": lambda text: base64.encodebytes(text.encode()).decode(),
    "hexadecimal": lambda text: text.encode().hex(),
    "in pieces": lambda text: " zebra ".join(
        " ".join(text.split()[at : at + 7]) for at in range(0, len(text.split()), 7)
    ),
    "after a greeting": lambda text: f"Dear team,\n\nI led the move of 14 services.\n\n{text[60:]}",
}
HONEST = (
    "Dear hiring team,\n\nI am writing to express my interest in the role. At Acme Ltd I led the move of 14 services "
    "to Kubernetes, and my resume says what else I did for the person whose letter this answers.\n\nAlice Example"
)


def pieces(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


@pytest.mark.parametrize("size", [1, 7, 10_000])
@pytest.mark.parametrize("way", WAYS)
def test_a_leak_is_found_before_much_of_it_is_shown(way: str, size: int) -> None:
    told = WAYS[way](PROMPT.instructions)
    shown: list[str] = []
    with pytest.raises(LedAstray):
        shown.extend(leaks.watched(pieces(told, size), PROMPT))
    assert sum(map(len, shown)) < 0.7 * len(told)
    if way not in ("in pieces", "after a greeting"):
        assert sum(map(len, shown)) <= 80


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.name)
def test_every_prompt_of_ours_is_kept(prompt: Prompt) -> None:
    with pytest.raises(LedAstray):
        list(leaks.watched(pieces(prompt.instructions, 9), prompt))


def test_the_words_around_the_material_are_kept_too() -> None:
    with pytest.raises(LedAstray):
        list(leaks.watched([fenced({})], PROMPT))


@given(text=st.text(), size=st.integers(1, 9))
def test_any_other_text_passes_whole(text: str, size: int) -> None:
    assert "".join(leaks.watched(pieces(text, size), PROMPT)) == text


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.name)
def test_an_honest_letter_passes_piece_by_piece(prompt: Prompt) -> None:
    shown = list(leaks.watched(pieces(HONEST, 6), prompt))
    assert "".join(shown) == HONEST
    assert len(shown) > 0.8 * len(HONEST) / 6


class Item(BaseModel):
    after: str
    why: str


class Items(BaseModel):
    changes: list[Item]


def test_a_leak_split_over_fields_is_found() -> None:
    words = PROMPT.instructions.split()
    parts = [" ".join(words[at : at + 4]) for at in range(0, 24, 4)]
    with pytest.raises(LedAstray):
        leaks.check(Items(changes=[Item(after=part, why="Says it first.") for part in parts]), PROMPT)


def test_the_same_few_words_many_times_are_no_leak() -> None:
    leaks.check(Items(changes=[Item(after="x", why="Says only what the resume says.")] * 30), PROMPT)
