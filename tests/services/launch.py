"""Runs a command with real services around it: python -m tests.services.launch -- pytest ..."""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from resume_agent.lib.die_with_parent import die_with_parent
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from tests.services import s3
from tests.services.postgres import postgres
from tests.services.template import make_template


def main(command: list[str]) -> int:
    with ExitStack() as stack:
        database = stack.enter_context(postgres())
        valkey = stack.enter_context(EmbeddedValkey(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        storage = {
            "MINIO_ENDPOINT": stack.enter_context(s3.s3()),
            "MINIO_ACCESS_KEY": s3.ACCESS_KEY,
            "MINIO_SECRET_KEY": s3.SECRET_KEY,
            "MINIO_BUCKET": "tests",
        }
        environment = {**os.environ, "DATABASE_URL": database, "REDIS_URL": valkey.url, **storage, "TEST_SERVICES": "1"}
        make_template(database)
        environment["DJANGO_SETTINGS_MODULE"] = "tests.services.settings"
        subprocess.run([sys.executable, "manage.py", "ensure_buckets"], env=environment, check=True)
        return subprocess.run(command, env=environment, preexec_fn=die_with_parent, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[sys.argv.index("--") + 1 :]))
