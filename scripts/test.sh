#!/usr/bin/env bash
# Every test: fast on SQLite; again, and more, on real PostgreSQL, Valkey and S3 (without those that use no database: they
# would only repeat themselves, and the root conftest.py leaves them out); then in a browser. Coverage is of the
# fast suite, which alone must reach what is asked: measuring doubles a test's time.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

# What this machine is configured for must not reach the tests.
unset $($python -m resume_agent.env_table)
export ENV_FILE=/dev/null

$python -m coverage erase
echo "== Fast suite: SQLite"
$python -m coverage run -m pytest -m "not services and not browser" -n 2
echo "== Service suite: PostgreSQL, Valkey and S3"
$python -m tests.services.launch -- $python -m pytest -m "not browser" -n 2
echo "== Browser suite: Chromium"
$python -m pytest -m browser -n 2 --dist loadfile
echo "== The whole product in Chromium: PostgreSQL, Valkey and S3"
$python -m tests.services.launch -- $python -m pytest tests/browser/test_resume_journey.py
$python -m coverage combine --quiet
$python -m coverage report
