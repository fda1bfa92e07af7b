"""The sandbox holds against a child that tries."""

import fcntl
import multiprocessing
import os
import platform
import socket
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from resume_agent.lib import landlock, seccomp
from resume_agent.lib.confinement import ERROR_CODE, Limits, run
from resume_agent.lib.sandbox import ROOT, STANDARD, Ending, Outcome, read_output, run_limited

MISBEHAVING = "resume_agent.tests.misbehaving"
CONFINED = sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}


def attempt(out_dir: Path, deed: str, limits: Limits = STANDARD) -> tuple[Outcome, str]:
    said: list[str] = []
    outcome = run_limited(MISBEHAVING, stdin=deed.encode(), out_dir=out_dir, limits=limits, on_line=said.append)
    return outcome, "\n".join(said)


def test_a_well_behaved_child_speaks_and_ends_well(tmp_path: Path) -> None:
    assert attempt(tmp_path, "say hello") == (Outcome(Ending.OK), "hello")


def test_lines_arrive_while_the_child_still_runs(tmp_path: Path) -> None:
    class Heard(Exception):
        pass

    def interrupt(_: str) -> None:
        raise Heard

    begun = time.monotonic()
    with pytest.raises(Heard):
        run_limited(MISBEHAVING, stdin=b"print_without_end", out_dir=tmp_path, on_line=interrupt)
    assert time.monotonic() - begun < 5


def test_a_child_leaves_files_in_its_folder(tmp_path: Path) -> None:
    attempt(tmp_path, "leave_file some words")
    assert read_output(tmp_path, "left.txt", at_most=100) == b"some words"


def test_a_file_over_the_expected_size_is_not_read(tmp_path: Path) -> None:
    attempt(tmp_path, "leave_file some words")
    with pytest.raises(OSError, match="small plain file"):
        read_output(tmp_path, "left.txt", at_most=3)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "left.txt").symlink_to("/etc/hostname")
    with pytest.raises(OSError, match=r"left\.txt"):
        read_output(tmp_path, "left.txt", at_most=1000)


def test_a_child_cannot_leave_a_link(tmp_path: Path) -> None:
    assert attempt(tmp_path, "leave_link /etc/hostname")[0].ending is Ending.CRASHED


def test_a_gigabyte_of_memory_is_refused(tmp_path: Path) -> None:
    assert attempt(tmp_path, "hoard_memory")[0].ending is Ending.MEMORY


def test_an_endless_loop_ends_by_processor_time(tmp_path: Path) -> None:
    assert attempt(tmp_path, "spin", Limits(cpu=1, wall=20))[0] == Outcome(Ending.TIMEOUT, "processor time")


def test_a_sleeper_ends_by_the_wall_clock(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert attempt(tmp_path, "sleep 60", Limits(wall=1))[0] == Outcome(Ending.TIMEOUT, "wall clock")
    assert time.monotonic() - begun < 5


def test_a_child_that_never_stops_talking_ends_by_the_wall_clock(tmp_path: Path) -> None:
    outcome, said = attempt(tmp_path, "print_without_end", Limits(wall=1))
    assert outcome.ending is Ending.TIMEOUT
    assert len(said) <= 100 * 201


def test_a_gigabyte_on_the_disk_is_refused(tmp_path: Path) -> None:
    assert attempt(tmp_path, "fill_disk")[1] == "EFBIG"
    assert (tmp_path / "big").stat().st_size <= STANDARD.file_size


def test_no_secret_reaches_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    assert set(attempt(tmp_path, "tell_environment")[1].split()) <= {"LC_CTYPE"}


def test_no_open_file_is_inherited(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("wb") as secret:
        fcntl.fcntl(secret, fcntl.F_SETFD, 0)
        assert attempt(tmp_path, "tell_open_files")[1] == "0 1 2"


def test_a_death_by_signal_is_a_crash(tmp_path: Path) -> None:
    assert attempt(tmp_path, "die")[0] == Outcome(Ending.CRASHED, "SIGSEGV")


def test_an_error_is_named_without_what_the_file_says(tmp_path: Path) -> None:
    outcome, said = attempt(tmp_path, "stumble private words")
    assert outcome.ending is Ending.CRASHED
    assert outcome.detail.startswith("ValueError at misbehaving.py:")
    assert "private" not in outcome.detail + said


def test_a_missing_module_is_a_crash(tmp_path: Path) -> None:
    outcome = run_limited("resume_agent.tests.absent", stdin=b"", out_dir=tmp_path)
    assert outcome.detail.startswith("ModuleNotFoundError")


def test_the_child_never_loads_the_web(tmp_path: Path) -> None:
    assert attempt(tmp_path, "tell_modules")[1] == ""


@pytest.mark.parametrize("deed", ["open_socket", "fork", "start_program", "kill_parent", "trace_parent"])
def test_a_dangerous_call_is_refused(tmp_path: Path, deed: str) -> None:
    expected = {"EPERM"} if CONFINED else {"EPERM", "EACCES", "EAGAIN", "EAFNOSUPPORT", "allowed"}
    assert attempt(tmp_path, deed)[1] in expected


def test_a_secret_file_is_out_of_reach(tmp_path: Path) -> None:
    expected = "EACCES" if landlock.supported() else "allowed"
    assert attempt(tmp_path, "read_file /etc/passwd")[1] == expected
    assert attempt(tmp_path, f"read_file {ROOT / 'pyproject.toml'}")[1] == expected


def test_the_parents_environment_is_out_of_reach(tmp_path: Path) -> None:
    expected = "EACCES" if landlock.supported() else "allowed"
    assert attempt(tmp_path, "read_parents_environment")[1] == expected


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    attempt(inside, f"write_elsewhere {tmp_path / 'outside.txt'}")
    assert (tmp_path / "outside.txt").exists() is not landlock.supported()


def confined(answers: Connection, parent: int) -> None:
    """The child's own steps, in a process that coverage can watch: it stays where coverage may write."""
    code = run(ROOT, MISBEHAVING, STANDARD, parent=parent)
    try:
        socket.socket()
    except PermissionError:
        answers.send((code, "confined"))
    else:
        answers.send((code, "free"))


@pytest.mark.parametrize(("orphan", "state"), [(False, "confined"), (True, "free")])
def test_a_process_shuts_itself_in_but_an_orphan_stops_first(*, orphan: bool, state: str) -> None:
    here, there = multiprocessing.Pipe()
    parent = 1 if orphan else os.getpid()
    process = multiprocessing.get_context("spawn").Process(target=confined, args=(there, parent))
    process.start()
    assert here.poll(20)
    assert here.recv() == (ERROR_CODE, state)
    process.join(20)


@pytest.mark.parametrize("machine", sorted(seccomp.MACHINES))
def test_the_filter_is_made_for_each_known_machine(machine: str) -> None:
    program = seccomp.build(seccomp.MACHINES[machine], pid=1)
    assert len(program) % 8 == 0
    assert len(program) // 8 < 4096


def test_a_call_that_the_kernel_does_not_know_is_an_error() -> None:
    with pytest.raises(OSError, match="prctl"):
        seccomp.prctl(99999)
