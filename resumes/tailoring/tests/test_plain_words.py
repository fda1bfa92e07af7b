"""What an AI wrote, as plain words."""

import pytest

from resumes.tailoring.plain_words import adds_markup, one_line, plain, without_markup

MARKS = [
    *("![x](https://a.example/x.png)", "[y](https://a.example)", "<img src=x>", "<script>", "</p>", "<!-- x -->"),
    *(
        "https://a.example/x?y=1",
        "ftp://a.example",
        "www.a.example",
        "javascript:alert(1)",
        "data:text/html;base64,eA==",
    ),
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_link_or_mark_up_that_nobody_gave_is_found_and_taken_out(mark: str) -> None:
    assert adds_markup(f"Led it {mark} well", "Led it")
    assert without_markup(f"Led it {mark} well", "Led it") == "Led it well"


@pytest.mark.parametrize("mark", MARKS)
def test_what_the_person_wrote_themselves_stays(mark: str) -> None:
    assert not adds_markup(f"Built {mark}", f"Made {mark} alone")
    assert without_markup(f"Built {mark}", f"Made {mark} alone") == f"Built {mark}"


@pytest.mark.parametrize("text", ["Cut costs by < 5 % [net] (2021)", "C++/C#, data: SQL", "a < b", "Mail: a@b.example"])
def test_plain_words_are_no_mark_up(text: str) -> None:
    assert not adds_markup(text, "")
    assert without_markup(text, "") == text


def test_nothing_hidden_stays_and_paragraphs_do() -> None:
    text = "Dear\u200b team,\r\n\r\n\r\n\tI  led\u202e it\x00.\rYours\U000e0041"
    assert plain(text) == "Dear team,\n\nI led it.\nYours"
    assert one_line(text) == "Dear team, I led it. Yours"
