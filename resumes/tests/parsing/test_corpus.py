"""The bar on the shared corpus: macro F1 per group, by the corpus's own scorer."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind
from resumes.tests.parsing.corpus import CORPUS

AT_LEAST = {"pdf_single": 0.95, "pdf_label_col": 0.95, "pdf_two_col": 0.95, "docx": 0.95, "txt": 0.95}


def scorer(corpus: Path = CORPUS) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def macro_f1(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("predictions")
    for entry in json.loads((CORPUS / "manifest.json").read_text("utf-8"))["files"]:
        if not entry["scan"]:
            predict(CORPUS / "files" / entry["file"], folder)
    score = scorer()
    groups, _counts, _missing, _per_file = score.run(CORPUS / "manifest.json", folder)
    return {group: score.macro(counts) for group, counts in groups.items()}


def predict(file: Path, folder: Path) -> None:
    kind = Kind(file.suffix[1:])
    reading = read_document(file.read_bytes(), kind, FileFacts(kind=kind))
    (folder / f"{file.name}.json").write_text(json.dumps(reading.document.to_json_resume()), "utf-8")


@pytest.mark.parametrize("group", AT_LEAST)
def test_each_group_of_the_corpus_is_read_well(group: str, macro_f1: dict[str, float]) -> None:
    assert macro_f1[group] >= AT_LEAST[group]
