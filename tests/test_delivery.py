"""The files that deliver the product agree with the product."""

import re

from resume_agent.env_table import ROOT, variables

KNOWN = {entry.name for entry in variables()}
# Of the image of PostgreSQL, not of the product.
FOREIGN = {"POSTGRES_PASSWORD"}


def test_compose_speaks_of_known_variables_only() -> None:
    text = (ROOT / "compose.yaml").read_text()
    assert set(re.findall(r"\$\{([A-Z_]+)", text)) <= KNOWN | FOREIGN


def test_the_image_runs_as_nobody_special() -> None:
    stage = (ROOT / "Dockerfile").read_text().rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d+$", stage, re.MULTILINE)
    assert "HEALTHCHECK" in stage


def test_both_continuous_runs_are_make_test_and_nothing_clever() -> None:
    assert (ROOT / ".ci/run").read_text().rstrip().endswith("exec make test")
    assert re.findall(r"- run: (.*)", (ROOT / ".github/workflows/ci.yml").read_text()) == ["make test"]


def test_every_process_of_the_procfile_is_one_we_have() -> None:
    names = re.findall(r"^(\w+):", (ROOT / "Procfile").read_text(), re.MULTILINE)
    assert names == ["release", "web", "worker", "beat"]
