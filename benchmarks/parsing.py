"""How fast and how well resumes are read: `python -m benchmarks.parsing [CORPUS]` prints a table.

Milliseconds per file are the median over a group; macro F1 is by the corpus's own scorer.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind
from resumes.tests.parsing.corpus import CORPUS
from resumes.tests.parsing.test_corpus import scorer


def measure(corpus: Path, predictions: Path) -> dict[str, list[float]]:
    """Writes each file's document to `predictions`; milliseconds per file, by group."""
    spent: dict[str, list[float]] = {}
    for entry in json.loads((corpus / "manifest.json").read_text("utf-8"))["files"]:
        if entry["scan"]:
            continue
        data = (corpus / "files" / entry["file"]).read_bytes()
        kind = Kind(Path(entry["file"]).suffix[1:])
        start = time.perf_counter()
        document = read_document(data, kind, FileFacts(kind=kind)).document
        spent.setdefault(entry["group"], []).append(1000 * (time.perf_counter() - start))
        (predictions / f"{entry['file']}.json").write_text(json.dumps(document.to_json_resume()), "utf-8")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    corpus: Path = parser.parse_args().corpus
    score = scorer(corpus)
    with tempfile.TemporaryDirectory() as folder:
        spent = measure(corpus, Path(folder))
        groups, _counts, _missing, _per_file = score.run(corpus / "manifest.json", Path(folder))
    lines = [f"{'group':16}{'files':>6}{'ms a file':>11}{'macro F1':>10}"]
    for group, times in sorted(spent.items()):
        lines.append(f"{group:16}{len(times):6}{statistics.median(times):11.0f}{score.macro(groups[group]):10.3f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
