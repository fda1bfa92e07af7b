"""Each kind of call to a real provider, and what the ledger keeps of it."""

import pytest
from pydantic import BaseModel
from pytest_django import Settings

from accounts.models import User
from resume_agent.ai import client, errors
from resume_agent.ai.client import Asked
from resume_agent.ai.models import Call
from resume_agent.ai.prompts import Prompt
from tests.live.sound import tone

pytestmark = [pytest.mark.live, pytest.mark.django_db]
PROMPT = Prompt("live@1", "Write three English sentences that use the word in `word`.")


class Sentences(BaseModel):
    sentences: list[str]


def asked(owner: User, *, tokens: int = 2000) -> Asked:
    return Asked(owner, "live", PROMPT, {"word": "harbour"}, max_output_tokens=tokens)


def paid() -> Call:
    """The only call, which was charged no more than it had reserved."""
    call = Call.objects.get()
    assert 0 < call.cost <= call.reserved
    assert call.input_tokens
    assert call.output_tokens
    return call


def test_an_answer_comes_in_the_shape_asked_for(alice: User) -> None:
    answer = client.parse(asked(alice), Sentences)
    assert "harbour" in " ".join(answer.sentences).casefold()
    assert (paid().state, paid().prompt) == (Call.State.DONE, "live@1")


def test_text_comes_in_pieces(alice: User) -> None:
    pieces = list(client.stream(asked(alice)))
    assert len(pieces) > 1
    assert "harbour" in "".join(pieces).casefold()
    assert paid().state == Call.State.DONE


def test_an_answer_that_was_cut_short_is_none(alice: User) -> None:
    with pytest.raises(errors.BadOutput):
        client.parse(asked(alice, tokens=16), Sentences)
    assert (paid().state, paid().error_code) == (Call.State.FAILED, "bad_output")


def test_a_stream_that_nobody_wants_any_more_ends(alice: User) -> None:
    speech = client.stream(asked(alice))
    next(speech)
    speech.close()
    assert (paid().state, paid().error_code) == (Call.State.FAILED, "stopped")


def test_an_unknown_model_is_a_matter_for_whoever_runs_the_site(alice: User, settings: Settings) -> None:
    settings.OPENAI_MODEL = "no-such-model"
    with pytest.raises(errors.WrongRequest):
        client.parse(asked(alice), Sentences)
    assert Call.objects.get().cost == 0


@pytest.mark.parametrize(("text", "passes"), [("I led a team of four.", True), ("I will kill you all.", False)])
def test_a_text_is_judged_by_the_providers_rules(alice: User, text: str, *, passes: bool) -> None:
    assert client.moderate(text) is passes


def test_a_sound_is_listened_to(alice: User) -> None:
    """A tone says nothing; whatever is heard in it, the call is whole and in the ledger."""
    assert isinstance(client.transcribe(asked(alice), tone(), "answer.wav"), str)
    assert Call.objects.get().state == Call.State.DONE
