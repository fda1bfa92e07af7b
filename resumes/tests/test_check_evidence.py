"""`check_evidence` as outside scripts rely on it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

LINE = "Wrote the incident playbook adopted by four teams"
RESUME = {"basics": {"name": "Alice Example"}, "work": [{"name": "Northmoor", "highlights": [LINE]}]}


def check(*files: Path) -> list[dict[str, object]]:
    out = StringIO()
    call_command("check_evidence", *map(str, files), stdout=out)
    read: list[dict[str, object]] = json.loads(out.getvalue())
    return read


def suggestion(after: str) -> dict[str, object]:
    return {"id": "1", "path": "work[0].highlights[0]", "before": LINE, "after": after, "evidence": [LINE], "facts": []}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(RESUME))
    return file


@pytest.fixture
def suggestions(tmp_path: Path) -> Path:
    file = tmp_path / "suggestions.json"
    afters = ("Authored the incident playbook adopted by 4 teams", "Wrote the incident playbook adopted by nine teams")
    file.write_text(json.dumps([suggestion(after) for after in afters]))
    return file


def test_each_suggestion_gets_its_verdict_in_order(resume: Path, suggestions: Path) -> None:
    assert [told["verdict"] for told in check(resume, suggestions)] == ["ok", "question"]


def test_a_question_says_what_it_asks(resume: Path, suggestions: Path) -> None:
    reasons = check(resume, suggestions)[1]["reasons"]
    assert reasons == [
        {
            "kind": "number",
            "claim": "nine teams",
            "sentence": "Where does “nine teams” come from? Your resume doesn't say it.",
        }
    ]


def test_a_missing_file_is_one_sentence(resume: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="can't be read: No such file"):
        check(resume, tmp_path / "gone.json")


@pytest.mark.parametrize("text", ["no json", '{"path": "x"}', '[{"path": "x"}]', "[1]"])
def test_a_wrong_file_is_one_sentence(text: str, resume: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.json").write_text(text)
    with pytest.raises(CommandError, match=r"wrong.json isn't a list of suggestions") as told:
        check(resume, tmp_path / "wrong.json")
    assert "\n" not in str(told.value)
