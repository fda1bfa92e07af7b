"""Follow-ups by rules: about what an answer leaves open, in its own words, or none at all."""

import pytest

from interviews.measuring.probing import probe

NO_RESULT = "The release broke log-in for everybody. I rolled it back, because waiting was worse than that."
OF_A_TEAM = "The release broke log-in for everybody. We rolled it back together and we told our customers about it."
UNMEASURED = "The release broke log-in, so I rolled it back. As a result people could log in again. I was glad of it."
WHOLE = "The release broke log-in for 400 people. I rolled it back. As a result it took 9 minutes instead of 40."


@pytest.mark.parametrize("style", ["friendly", "neutral", "sceptical"])
@pytest.mark.parametrize("text", [NO_RESULT, OF_A_TEAM, UNMEASURED])
def test_a_follow_up_quotes_the_answer_word_for_word(text: str, style: str) -> None:
    found = probe(text, language="en", style=style)
    assert found
    assert found.quote in text
    assert f"“{found.quote}”" in found.text
    assert "{" not in found.text


def test_more_we_than_i_is_asked_for_the_persons_own_part() -> None:
    found = probe(OF_A_TEAM, language="en", style="neutral")
    assert found
    assert found.quote == "We rolled it back together and we told our customers about it"
    assert "What exactly did you do yourself?" in found.text


def test_without_a_result_the_last_sentence_is_asked_for_one() -> None:
    found = probe(NO_RESULT, language="en", style="neutral")
    assert found
    assert found.quote == "I rolled it back, because waiting was worse than that"
    assert "What was the result" in found.text


def test_a_result_without_a_number_is_asked_for_one() -> None:
    found = probe(UNMEASURED, language="en", style="neutral")
    assert found
    assert found.quote == "As a result people could log in again"


@pytest.mark.parametrize("text", [WHOLE, "", "I rolled it back.", f"I {'said ' * 60}it was a long story."])
def test_where_nothing_is_open_or_nothing_can_be_quoted_nothing_is_asked(text: str) -> None:
    assert probe(text, language="en", style="neutral") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Anmeldung war kaputt. Ich habe das Release zurückgerollt, weil Warten schlimmer gewesen wäre."),
        ("fr", "La connexion ne marchait plus. J’ai annulé la version parce que attendre aurait été bien pire."),
        ("es", "El acceso no funcionaba. Yo retiré la versión porque esperar habría sido mucho peor para todos."),
    ],
)
def test_it_is_asked_in_the_language_of_the_interview(language: str, text: str) -> None:
    found = probe(text, language=language, style="neutral")
    assert found
    assert found.quote in text
    assert "You said" not in found.text
