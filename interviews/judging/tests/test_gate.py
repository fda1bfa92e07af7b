"""What never gets a number."""

import pytest

from interviews.judging.gate import ECHO, EMPTY, GARBLED, SAME, SHORT, why_not

QUESTION = "Tell me about a release that went wrong. What did you do?"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("", EMPTY),
        ("  \n ", EMPTY),
        ("1234 !!! ---", EMPTY),
        ("I rolled it back.", SHORT),
        ("yes " * 30, SAME),
        ("xkcd qwrt zxcv bnmk lkjh gfds plmn trws qqqq wrtp", GARBLED),
        (QUESTION, ECHO),
    ],
)
def test_what_cannot_be_judged_is_told_apart(answer: str, why: str) -> None:
    assert why_not(answer, QUESTION) == why


@pytest.mark.parametrize(
    "answer",
    [
        "In March our release broke log-in, so I rolled it back within nine minutes.",
        "Im März ging unser Release schief, ich habe es nach neun Minuten zurückgenommen.",
        "En mars, notre mise en production a échoué ; je l'ai annulée en neuf minutes.",
        "En marzo falló nuestra versión y la retiré en nueve minutos con mi equipo.",
        "На релизе в марте всё сломалось, и я откатил его за девять минут сам.",
    ],
)
def test_a_real_answer_in_any_language_can_be_judged(answer: str) -> None:
    assert why_not(answer, QUESTION) == ""
