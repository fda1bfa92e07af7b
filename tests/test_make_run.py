"""`make run` for real: it serves, says so, and leaves nothing behind, however it ends."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resume_agent.env_table import ROOT, variables
from resume_agent.lib.embedded_valkey import free_port

pytestmark = pytest.mark.services
Start = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The project as linked files with a var/ of its own, so that no test meets somebody's data."""
    for entry in ROOT.iterdir():
        if entry.name not in {"var", ".git", ".env", "staticfiles", ".venv"}:
            copy = shutil.copytree if entry.is_dir() else shutil.copy2
            copy(entry, tmp_path / entry.name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


@pytest.fixture
def start(checkout: Path, port: int) -> Iterator[Start]:
    """Starts `make run` and returns once it says that it is ready."""
    known = {entry.name for entry in variables()} | {"DJANGO_SETTINGS_MODULE", "DATABASE_POOL"}
    environment = {name: value for name, value in os.environ.items() if name not in known}
    environment |= {"PORT": str(port), "ENV_FILE": os.devnull}
    started: list[subprocess.Popen[str]] = []

    def run() -> subprocess.Popen[str]:
        make = subprocess.Popen(
            ["make", "run"],
            cwd=checkout,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(make)
        told = []
        assert make.stdout
        for line in make.stdout:
            told.append(line)
            if line == f"Ready: http://localhost:{port}\n":
                return make
        raise AssertionError("".join(told))

    yield run
    for make in started:
        make.kill()
        make.wait()
        # Shown when the test fails.
        assert make.stdout
        sys.stdout.write(make.stdout.read())


def processes_of(checkout: Path) -> list[str]:
    """Whatever runs in the checkout, by its working directory."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            inside = process.joinpath("cwd").resolve().is_relative_to(checkout)
            command = process.joinpath("cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if inside and command:
            found.append(command)
    return found


def gone(checkout: Path, within: float = 15) -> bool:
    deadline = time.monotonic() + within
    while processes_of(checkout) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not processes_of(checkout)


def test_it_serves_pages_files_and_a_worker(start: Start, port: int) -> None:
    start()
    for path in ("/health/ready", "/accounts/login/", "/static/css/base.css"):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            assert response.status == 200
    deadline = time.monotonic() + 20
    while detailed(port)["status"] != "ok" and time.monotonic() < deadline:
        time.sleep(0.2)
    assert detailed(port)["workers"] is True


def detailed(port: int) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/detailed", timeout=10) as response:
        answer: dict[str, object] = json.load(response)
    return answer


def test_it_starts_again_on_what_it_left(start: Start, checkout: Path, port: int) -> None:
    start().send_signal(signal.SIGINT)
    assert gone(checkout)
    start()
    assert detailed(port)["database"] is True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_when_make_ends_everything_ends(start: Start, checkout: Path, number: signal.Signals) -> None:
    make = start()
    assert len(processes_of(checkout)) >= 5
    make.send_signal(number)
    assert gone(checkout), processes_of(checkout)


def test_ctrl_c_in_a_terminal_ends_everything(start: Start, checkout: Path) -> None:
    os.killpg(start().pid, signal.SIGINT)
    assert gone(checkout), processes_of(checkout)


def test_when_the_supervisor_is_killed_everything_ends(start: Start, checkout: Path) -> None:
    make = start()
    children = Path(f"/proc/{make.pid}/task/{make.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    assert gone(checkout), processes_of(checkout)


def test_a_port_in_use_is_said_in_a_sentence(checkout: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = subprocess.run(
            ["make", "run"],
            cwd=checkout,
            env={**os.environ, "PORT": port},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert ran.returncode != 0
    assert f"Port {port} can't be used" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    for tool in ("bash", "env"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    ran = subprocess.run(
        [ROOT / "scripts" / "find_python.sh"],
        env={"PATH": str(tmp_path), "HOME": str(tmp_path), "SYSTEM_PREFIXES": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("Python 3.13 (or 3.12) with venv is needed: install it with ")
    assert ran.stderr.count("\n") == 1


def test_a_python_that_is_asked_for_by_path_is_taken() -> None:
    ran = subprocess.run(
        [ROOT / "scripts" / "find_python.sh"],
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == sys.executable
