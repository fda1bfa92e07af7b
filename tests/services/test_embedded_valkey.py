"""The broker out of a wheel."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import redis

from resume_agent.lib.embedded_valkey import EmbeddedValkey, ValkeyDidNotStart
from tests.waiting import wait_until

pytestmark = pytest.mark.services

PARENT = """
import sys, time
from pathlib import Path
from resume_agent.lib.embedded_valkey import EmbeddedValkey
server = EmbeddedValkey(Path(sys.argv[1])).start()
print(server.process.pid, flush=True)
time.sleep(60)
"""


def test_what_was_written_survives_a_kill(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server, redis.Redis.from_url(server.url, decode_responses=True) as client:
        client.set("kept", "yes")
        # Valkey flushes its log once a second at the latest; the kernel has it already, and that outlives the process.
        server.kill()
        server.start()
        assert client.get("kept") == "yes"


def test_it_listens_on_the_loopback_interface_only(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server, redis.Redis.from_url(server.url) as client:
        assert client.config_get("bind") == {"bind": "127.0.0.1"}


def test_it_refuses_rather_than_forgets_when_memory_is_full(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server, redis.Redis.from_url(server.url) as client:
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}


def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        os.kill(parent.pid, signal.SIGKILL)
    wait_until(lambda: not _runs(server), within=5)


def _runs(pid: int) -> bool:
    """A zombie that its new parent hasn't collected yet doesn't run any more."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_port_that_is_taken_is_an_error_that_names_the_log(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path / "first") as first:
        second = EmbeddedValkey(tmp_path / "second", port=first.port)
        with pytest.raises(ValkeyDidNotStart, match=r"valkey\.log"):
            second.start()


def test_stopping_twice_is_harmless(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server:
        server.stop()
        server.kill()
    assert server.process is None
