"""The command that scores a file: no server, broker or database."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from resumes.parsing.refusals import MAX_BYTES
from resumes.tests.given import RESUME
from resumes.tests.scoring.readings import ALICE


def _scored(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    call_command("score_resume", str(file))
    result: dict[str, object] = json.loads(capsys.readouterr().out)
    return result


def test_a_text_file_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "alice.txt"
    file.write_text(RESUME)
    result = _scored(file, capsys)
    assert isinstance(result["total"], int)
    assert {"total", "categories", "findings", "rubric", "passed", "skipped"} <= result.keys()


def test_a_json_resume_is_scored_without_readability(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "alice.json"
    file.write_text(json.dumps(ALICE))
    categories = _scored(file, capsys)["categories"]
    assert isinstance(categories, list)
    assert categories[0] == {"category": "readability", "label": "Readability", "score": None, "weight": 23.0}


def test_the_same_file_scores_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "alice.md"
    file.write_text(RESUME)
    assert _scored(file, capsys) == _scored(file, capsys)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere.pdf can't be used: No such file or directory"):
        call_command("score_resume", str(tmp_path / "nowhere.pdf"))


def test_a_file_that_is_no_resume_says_so(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    with pytest.raises(CommandError, match=r"^empty.txt: "):
        call_command("score_resume", str(file))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as opened:
        opened.truncate(MAX_BYTES + 1)
    with pytest.raises(CommandError, match=r"^large.pdf: "):
        call_command("score_resume", str(file))
