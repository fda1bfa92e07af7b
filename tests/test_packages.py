"""Each package is justified, and each lock holds what it should."""

import re

import pytest

from resume_agent.env_table import ROOT

PAGE = ROOT / "docs" / "decisions" / "0002-packages.md"


def wanted(name: str) -> set[str]:
    lines = (ROOT / name).read_text().splitlines()
    return {re.split(r"[\[<>=]", line)[0].strip() for line in lines if line and line[0] not in "#-"}


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))


def test_every_package_is_justified_and_no_other() -> None:
    justified = set(re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(), re.MULTILINE))
    assert justified == wanted("requirements.in") | wanted("requirements-dev.in")


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_package_is_locked(name: str) -> None:
    assert wanted(f"{name}.in") <= set(locked(f"{name}.txt"))


def test_tests_run_with_the_versions_that_the_product_runs_with() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text()
    assert all("--hash=sha256:" in text.split(f"{package}==", 1)[1][:400] for package in locked(name))
