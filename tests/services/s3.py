"""An S3 of our own (SeaweedFS), gone with the process that started it."""

import contextlib
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from resume_agent.lib.die_with_parent import die_with_parent
from tests.services.ports import free_port_and_its_double, wait_until

ACCESS_KEY, SECRET_KEY = "test-access-key", "test-secret-key"
OFF = ("-s3.port.iceberg=0", "-s3.port.lance=0", "-webdav=false", "-admin.ui=false", "-master.telemetry=false")


@contextlib.contextmanager
def s3() -> Iterator[str]:
    """Yields the endpoint; the keys are this module's."""
    with tempfile.TemporaryDirectory(prefix="s3-", ignore_cleanup_errors=True) as home:
        ports = {name: free_port_and_its_double() for name in ("s3", "master", "volume", "filer", "admin")}
        process = subprocess.Popen(
            [
                Path(sys.executable).with_name("weed"),
                "mini",
                f"-dir={home}",
                "-ip=127.0.0.1",
                "-ip.bind=127.0.0.1",
                *(f"-{name}.port={port}" for name, port in ports.items()),
                *OFF,
            ],
            env={**os.environ, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY},
            cwd=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
        endpoint = f"http://127.0.0.1:{ports['s3']}"
        try:
            wait_until(lambda: answers(endpoint), process, seconds=30, name="SeaweedFS")
            yield endpoint
        finally:
            process.kill()
            process.wait()


def answers(endpoint: str) -> bool:
    try:
        urllib.request.urlopen(endpoint, timeout=1).close()
    except urllib.error.HTTPError as error:
        # It refuses strangers, so it is there.
        return error.code == 403
    except OSError:
        return False
    return True
