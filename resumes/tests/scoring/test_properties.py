"""What holds for every resume, whatever it says."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumes.document import Document
from resumes.parsing.reading import Reading
from resumes.scoring.checking import Verdict, has_content
from resumes.scoring.checks import CHECKS
from resumes.scoring.result import Evidence, Score
from resumes.scoring.score import Judged, exact_total, score
from resumes.scoring.subject import Subject
from resumes.tests.scoring.readings import ALICE, TODAY, alice, reading_of

PROMPT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OPENINGS = [
    "Responsible for",
    "Led",
    "I was",
    "Managing",
    "Leitung von",
    "Successfully built",
    "Réduction de",
    "",
    "Use",
]
texts = st.text(max_size=60)
bullets = st.tuples(st.sampled_from(OPENINGS), texts).map(" ".join)
dates = st.sampled_from(["", "2014", "2016-03", "2019-11-30", "2020-13", "2031-01", "soon", "2015-06"])
jobs = st.fixed_dictionaries(
    {
        "name": texts,
        "position": texts,
        "startDate": dates,
        "endDate": dates,
        "highlights": st.lists(bullets, max_size=5),
    }
)
basics = st.fixed_dictionaries(
    {"name": texts, "summary": texts, "email": st.sampled_from(["", "alice@example.com", "a b"]), "phone": texts}
)
documents = st.fixed_dictionaries(
    {
        "basics": basics,
        "work": st.lists(jobs, max_size=4),
        "education": st.lists(st.fixed_dictionaries({"institution": texts, "endDate": dates}), max_size=2),
        "skills": st.lists(st.fixed_dictionaries({"name": texts, "keywords": st.lists(texts, max_size=4)}), max_size=3),
    }
).map(Document.model_validate)
facts = st.fixed_dictionaries(
    {
        "pages": st.integers(1, 6),
        "restricted": st.booleans(),
        "tagged": st.booleans(),
        "image_share": st.floats(0, 1),
        "bytes": st.integers(0, 5_000_000),
    }
)
readings = st.builds(
    lambda document, language, known: reading_of(document, language=language, **known),
    documents,
    st.sampled_from(["", "en", "de", "fr", "es", "nl"]),
    facts,
)


def _judged(reading: Reading) -> list[Judged]:
    subject = Subject(reading, TODAY)
    return [Judged(check, check.verdict(subject)) for check in CHECKS]


def _evidence(result: Score) -> list[Evidence]:
    return [quote for finding in result.findings for quote in finding.evidence]


@PROMPT
@given(readings)
def test_a_total_lies_between_nought_and_a_hundred(reading: Reading) -> None:
    total = score(reading, today=TODAY).total
    assert total is None or 0 <= total <= 100


@PROMPT
@given(readings)
def test_the_same_reading_has_the_same_score_even_after_a_round_trip(reading: Reading) -> None:
    again = Reading.model_validate_json(reading.model_dump_json())
    assert score(again, today=TODAY) == score(reading, today=TODAY)


@PROMPT
@given(readings)
def test_points_are_what_mending_wins_back(reading: Reading) -> None:
    judged = _judged(reading)
    if not has_content(Subject(reading, TODAY)):
        return
    for finding in score(reading, today=TODAY).findings:
        mended = [item.mended() if item.check.id == finding.check else item for item in judged]
        assert abs(exact_total(mended) - exact_total(judged) - finding.points) <= 0.005 + 1e-9


@PROMPT
@given(readings)
def test_mending_never_lowers(reading: Reading) -> None:
    judged = _judged(reading)
    for item in judged:
        if item.verdict.credit is not None:
            mended = [other.mended() if other is item else other for other in judged]
            assert exact_total(mended) >= exact_total(judged) - 1e-9


@PROMPT
@given(readings)
def test_mending_everything_makes_a_hundred(reading: Reading) -> None:
    judged = _judged(reading)
    mended = [item.mended() if item.verdict.credit is not None else item for item in judged]
    assert abs(exact_total(mended) - 100) < 1e-6


@PROMPT
@given(readings)
def test_quotes_stand_word_for_word_in_the_resume(reading: Reading) -> None:
    said = [line.text for line in reading.lines]
    values = _values(reading.document.to_json_resume())
    for quote in _evidence(score(reading, today=TODAY)):
        assert any(quote.quote in text for text in (*said, *values))


@PROMPT
@given(documents)
def test_spans_point_at_the_quote(document: Document) -> None:
    reading = reading_of(document)
    for quote in _evidence(score(reading, today=TODAY)):
        if len(quote.spans) == 1:
            span = quote.spans[0]
            assert reading.lines[span.line].text[span.start : span.end].startswith(quote.quote)


@PROMPT
@given(readings)
def test_a_skipped_check_never_counts(reading: Reading) -> None:
    judged = _judged(reading)
    counted = [item for item in judged if item.verdict.credit is not None]
    assert abs(exact_total(counted) - exact_total(judged)) < 1e-9


@PROMPT
@given(st.lists(st.lists(bullets, min_size=1, max_size=4), min_size=2, max_size=2))
def test_how_a_text_is_written_never_moves_readability(rewritten: list[list[str]]) -> None:
    work = [{**job, "highlights": said} for job, said in zip(ALICE["work"], rewritten, strict=True)]
    plain = [[bullet.encode("ascii", "ignore").decode() for bullet in job["highlights"]] for job in work]
    ascii_work: list[dict[str, Any]] = [{**job, "highlights": said} for job, said in zip(work, plain, strict=True)]
    assert _readability(reading_of(alice(work=ascii_work))) == _readability(reading_of(alice()))


@PROMPT
@given(st.lists(texts, max_size=6))
def test_unrelated_text_is_taken_calmly(lines: list[str]) -> None:
    assert score(reading_of(alice(), extra=tuple(lines)), today=TODAY).total is not None


@PROMPT
@given(st.floats(0, 1))
def test_every_verdict_has_an_outcome(credit: float) -> None:
    expected = "passed" if credit == 1 else "failed" if credit == 0 else "partly"
    assert Verdict(credit, "").outcome == expected


def _readability(reading: Reading) -> float | None:
    return score(reading, today=TODAY).categories[0].score


def _values(value: object) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value] if isinstance(value, str) else [text for part in inner for text in _values(part)]
