"""The command that scores a file: no server, broker or database."""

import json
from pathlib import Path
from typing import Any

import docx
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


POSTING = "Clerk\n\nRequirements\n- SQL\n- Fluent Klingon and Esperanto\n\nNice to have\n- A forklift licence\n"


def _matched(resume: Path, job: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    call_command("score_resume", str(resume), "--job", str(job))
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(result["match"]) == {"requirements"}
    requirements: list[dict[str, Any]] = result["match"]["requirements"]
    return requirements


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "alice.json"
    file.write_text(json.dumps(ALICE))
    return file


def test_a_posting_is_matched_with_quotes(tmp_path: Path, resume: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = tmp_path / "job.md"
    job.write_text(POSTING)
    assert _matched(resume, job, capsys) == [
        {"text": "SQL", "priority": "required", "status": "met", "evidence": [{"quote": "SQL"}]},
        {"text": "Fluent Klingon and Esperanto", "priority": "required", "status": "not_found", "evidence": []},
        {"text": "A forklift licence", "priority": "preferred", "status": "not_found", "evidence": []},
    ]


def test_a_posting_may_be_a_word_file(tmp_path: Path, resume: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = docx.Document()
    job.add_heading("Clerk")
    job.add_heading("Requirements", 2)
    job.add_paragraph("Python", style="List Bullet")
    job.add_paragraph("An eye for detail", style="List Bullet")
    job.save(str(tmp_path / "job.docx"))
    found = _matched(resume, tmp_path / "job.docx", capsys)
    assert [(one["text"], one["status"]) for one in found] == [("Python", "met"), ("An eye for detail", "not_found")]


def test_without_a_job_there_is_no_match(resume: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "match" not in _scored(resume, capsys)


def test_a_missing_job_is_one_clear_line(tmp_path: Path, resume: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere.txt can't be used: No such file or directory"):
        call_command("score_resume", str(resume), "--job", str(tmp_path / "nowhere.txt"))


def test_a_job_that_is_no_text_says_so(tmp_path: Path, resume: Path) -> None:
    job = tmp_path / "job.txt"
    job.touch()
    with pytest.raises(CommandError, match=r"^job.txt: "):
        call_command("score_resume", str(resume), "--job", str(job))


def test_a_job_that_is_too_large_is_not_read(tmp_path: Path, resume: Path) -> None:
    job = tmp_path / "large.txt"
    with job.open("wb") as opened:
        opened.truncate(MAX_BYTES + 1)
    with pytest.raises(CommandError, match=r"^large.txt: "):
        call_command("score_resume", str(resume), "--job", str(job))
