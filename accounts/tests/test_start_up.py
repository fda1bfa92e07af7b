"""Commands start although allauth's modules import each other."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_system_checks_run_in_a_fresh_process() -> None:
    """`migrate` on PostgreSQL runs them first; nothing has imported allauth's views by then."""
    code = "import django; django.setup(); from allauth.account.checks import adapter_check; adapter_check(None)"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "resume_agent.settings"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
