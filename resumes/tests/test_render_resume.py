"""`render_resume` as outside scripts rely on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

RESUME = {
    "basics": {"name": "Alice Example", "summary": "Builds services."},
    "work": [{"company": "Acme", "position": "Engineer", "startDate": "2019-03"}],
}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "alice.json"
    file.write_text(json.dumps(RESUME), "utf-8")
    return file


def rendered(resume: Path, output: str, **choices: str) -> bytes:
    out = resume.parent / output
    call_command("render_resume", resume, **{"template": "modern", "output": out, **choices})
    return out.read_bytes()


@pytest.mark.parametrize(
    ("output", "start"),
    [("a.pdf", b"%PDF-"), ("a.DOCX", b"PK"), ("a.txt", b"Alice Example"), ("a.md", b"# Alice"), ("a.json", b"{")],
)
def test_the_ending_says_the_format(resume: Path, output: str, start: bytes) -> None:
    assert rendered(resume, output).startswith(start)


def test_a_resume_of_an_older_schema_keeps_its_employer(resume: Path) -> None:
    assert b"Acme" in rendered(resume, "a.txt")


def test_each_choice_changes_the_page(resume: Path) -> None:
    choices = {"paper": "letter", "accent": "#AA3311", "font": "Roboto", "spacing": "airy", "template": "classic"}
    files = {rendered(resume, "a.pdf", **{name: value}) for name, value in choices.items()}
    assert len({rendered(resume, "a.pdf"), *files}) == 6
    assert b"Berufserfahrung" in rendered(resume, "a.txt", language="de")


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"template": "fancy"}, "There is no template 'fancy'; choose from: classic, modern"),
        ({"font": "Comic Sans"}, "There is no font 'Comic Sans'; choose from: Source Sans 3"),
        ({"paper": "a5"}, "There is no paper 'a5'; choose from: a4, letter."),
        ({"spacing": ""}, "There is no spacing ''; choose from: tight, normal, airy."),
        ({"language": "it"}, "There is no language 'it'; choose from: en, de, fr, es."),
        ({"accent": "red"}, "'red' is no colour like #1f3a4d."),
    ],
)
def test_what_cant_be_chosen_is_answered_with_the_choices(resume: Path, choice: dict[str, str], sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        rendered(resume, "a.pdf", **choice)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"{", "This JSON file is damaged"), (b"[1]", "JSON"), (b" " * (11 * 1024 * 1024), "is larger than 10 MB")],
)
def test_what_is_no_resume_is_refused_in_one_line(resume: Path, content: bytes, sentence: str) -> None:
    resume.write_bytes(content)
    with pytest.raises(CommandError, match=sentence) as refused:
        rendered(resume, "a.pdf")
    assert "\n" not in str(refused.value)


def test_a_resume_too_large_for_pages_is_refused(resume: Path) -> None:
    resume.write_text(json.dumps({"basics": {"summary": "word " * 60_000}}), "utf-8")
    with pytest.raises(CommandError, match="too many to set on pages"):
        rendered(resume, "a.pdf")
    assert not resume.with_name("a.pdf").exists()


def test_a_missing_file_and_a_missing_folder_are_named(resume: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.json can't be read: No such file"):
        rendered(resume.with_name("nowhere.json"), "a.pdf")
    with pytest.raises(CommandError, match=r"b\.pdf can't be written: No such file"):
        rendered(resume, "nowhere/b.pdf")


def test_another_ending_is_refused_before_anything_is_read(resume: Path) -> None:
    with pytest.raises(CommandError, match=r"must end in \.pdf, \.docx, \.json, \.txt or \.md; a\.odt doesn't"):
        rendered(resume.with_name("nowhere.json"), "a.odt")


@pytest.mark.parametrize(("template", "code", "lines"), [("modern", 0, 0), ("fancy", 1, 1)])
def test_it_runs_without_a_database_and_says_how_it_ended(resume: Path, template: str, code: int, lines: int) -> None:
    output = str(resume.with_name("a.pdf"))
    command = [sys.executable, "manage.py", "render_resume", str(resume), "--template", template, "--output", output]
    unreachable = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "REDIS_URL": "redis://127.0.0.1:1"}
    environment = {**os.environ, **unreachable}
    ended = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, check=False)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (code, lines)
