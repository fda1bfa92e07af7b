""".env.example and the table of variables say the same."""

import re

from resume_agent.env import read_environment, read_file
from resume_agent.env_table import ROOT, variables

EXAMPLE = ROOT / ".env.example"


def test_it_names_every_variable_and_no_other() -> None:
    values, mistakes = read_file(EXAMPLE)
    assert mistakes == []
    assert sorted(values) == sorted(entry.name for entry in variables())


def test_a_copy_of_it_is_a_working_configuration() -> None:
    assert read_environment({}, EXAMPLE) == read_environment({}, ROOT / "nonexistent")


def test_it_marks_exactly_the_required_ones() -> None:
    blocks = re.findall(r"((?:^#.*\n)+)((?:^[A-Z_]+=.*\n)+)", EXAMPLE.read_text(), re.MULTILINE)
    marked = {line.split("=")[0] for comment, lines in blocks if "# REQUIRED" in comment for line in lines.split()}
    assert marked == {entry.name for entry in variables() if entry.production is None}


def test_every_variable_is_explained() -> None:
    lines = EXAMPLE.read_text().splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[A-Z_]+=", line):
            assert re.match(r"#|[A-Z_]+=", lines[number - 1]), line
