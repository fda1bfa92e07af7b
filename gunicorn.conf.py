"""gunicorn: the web processes, everywhere (make run, Procfile, container)."""

import os
from pathlib import Path

from resume_agent.lib.die_with_parent import die_with_parent

bind = os.environ.get("GUNICORN_BIND") or f"0.0.0.0:{os.environ.get('PORT') or 8000}"
worker_class = "asgi"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
# A stream lives 30 s at most and resumes elsewhere, so a restart need not wait longer.
graceful_timeout = int(os.environ.get("GUNICORN_GRACEFUL_TIMEOUT") or 30)
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - heartbeats only, and not on a slow disk
# The pool is for processes that serve many people at once; it is made after the fork.
raw_env = ["DATABASE_POOL=10"]
# Addresses and paths with one-time keys are personal: no access log.
accesslog = None
errorlog = "-"
control_socket_disable = True


def post_fork(server: object, worker: object) -> None:  # noqa: ARG001 - gunicorn's signature
    """A worker must not outlive its master, which looks after it."""
    die_with_parent()
