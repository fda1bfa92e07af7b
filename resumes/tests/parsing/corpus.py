"""Where the shared corpus lies: beside the checkout, or where RESUME_CORPUS says."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("RESUME_CORPUS") or ROOT.parent / "shared" / "corpus")
