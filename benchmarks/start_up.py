"""How long `make run` takes to be ready, in a checkout with nothing prepared: `python -m benchmarks.start_up`.

Installation comes first and is not counted. The rival is Django's own check of the same settings: the least that any
start costs.
"""

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from resume_agent.lib.embedded_valkey import free_port

ROOT = Path(__file__).resolve().parent.parent


def start(folder: Path) -> float:
    """Seconds from the start of the supervisor to its ready line."""
    environment = {"PORT": str(free_port()), "DATA_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "scripts/run.py"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    ready = any(line.startswith("Ready: ") for line in process.stdout)
    taken = time.perf_counter() - began
    process.send_signal(signal.SIGINT)
    process.wait()
    assert ready
    return taken


def check() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", "check"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        first, later = start(folder), min(start(folder) for _ in range(3))
    finally:
        shutil.rmtree(folder)
    rows = (("first start", first), ("later start, best of 3", later), ("manage.py check", check()))
    sys.stdout.write("".join(f"{name:26}{seconds:6.1f} s\n" for name, seconds in rows))


if __name__ == "__main__":
    main()
