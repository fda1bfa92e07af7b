"""Our own fictional resumes, in other layouts than the corpus: each value that was expected is read."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resumes.parsing.plausible import looks_like_resume
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind, Reading

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(path.name.removesuffix(".json") for path in FOLDER.glob("*.json"))


def read(name: str) -> Reading:
    kind = Kind(name.rpartition(".")[2])
    return read_document((FOLDER / name).read_bytes(), kind, FileFacts(kind=kind))


def values(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, item in tree.items():
            yield from values(item, f"{path}.{key}" if path else key)
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from values(item, f"{path}[{index}]")
    else:
        yield path, tree


@pytest.mark.parametrize("name", SAMPLES)
def test_every_expected_value_of_a_sample_is_read(name: str) -> None:
    found = {field.path: field.value for field in read(name).fields}
    expected = dict(values(json.loads((FOLDER / f"{name}.json").read_text("utf-8"))))
    assert {path: found.get(path) for path in expected} == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_of_a_sample_is_left_unplaced(name: str) -> None:
    reading = read(name)
    assert [reading.lines[line].text for line in reading.unplaced] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_looks_like_a_resume(name: str) -> None:
    assert looks_like_resume(read(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_samples_language_is_recognised(name: str) -> None:
    assert read(name).language == name.partition(".")[0].rpartition("_")[2]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_of_a_sample_is_quoted_from_its_lines(name: str) -> None:
    reading = read(name)
    bare = {field.path for field in reading.fields if not field.spans}
    assert {path for path in bare if ".profiles" not in path} == set()
