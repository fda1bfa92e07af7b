"""`parse_resume` as outside scripts rely on it."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from resumes.tests import files
from resumes.tests.given import RESUME


def parse(*arguments: object) -> tuple[int, str, str]:
    """Exit code, output and errors."""
    out, err = StringIO(), StringIO()
    try:
        call_command("parse_resume", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as ended:
        return int(str(ended.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "cv.pdf"
    file.write_bytes(files.pdf())
    return file


def test_one_file_goes_to_standard_output_as_json_resume(resume: Path) -> None:
    code, out, err = parse(resume)
    assert (code, err) == (0, "")
    assert json.loads(out)["basics"]["email"] == "alice@example.com"


def test_each_file_gets_its_own_json_in_the_folder(resume: Path, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(RESUME)
    assert parse(resume, tmp_path / "cv.txt", "--out", tmp_path / "new" / "out") == (0, "", "")
    made = sorted((tmp_path / "new" / "out").iterdir())
    assert [file.name for file in made] == ["cv.pdf.json", "cv.txt.json"]
    assert json.loads(made[0].read_text())["basics"]["name"] == "Alice Example"


def test_a_failing_file_has_one_line_and_the_others_are_still_done(resume: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.pdf").write_bytes(files.picture())
    code, _, err = parse(tmp_path / "photo.pdf", tmp_path / "gone.pdf", resume, "--out", tmp_path / "out")
    assert code == 1
    lines = err.splitlines()
    assert lines[0].startswith("photo.pdf: This file is a picture")
    assert "No such file" in lines[1]
    assert len(lines) == 2
    assert (tmp_path / "out" / "cv.pdf.json").exists()


def test_several_files_need_a_folder(resume: Path) -> None:
    with pytest.raises(CommandError, match="add --out DIR"):
        parse(resume, resume)


def test_two_files_of_one_name_would_overwrite_each_other(resume: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Two files are called cv\.pdf"):
        parse(resume, resume, "--out", tmp_path)


def test_a_file_too_large_is_told_by_its_real_size(tmp_path: Path) -> None:
    with (tmp_path / "cv.pdf").open("wb") as file:
        file.truncate(25 * 1024 * 1024)
    assert "25.0 MB" in parse(tmp_path / "cv.pdf")[2]


def test_it_runs_without_a_database_or_a_broker(resume: Path, tmp_path: Path) -> None:
    nowhere = {"DATABASE_URL": f"sqlite:///{tmp_path}/absent/db.sqlite3", "REDIS_URL": "redis://127.0.0.1:1/0"}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "parse_resume", str(resume)]
    done = subprocess.run(
        command, env={**os.environ, **nowhere}, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["work"]
