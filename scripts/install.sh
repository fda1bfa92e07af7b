#!/usr/bin/env bash
# Makes .venv and installs a lock file into it, unless exactly that was done before.
#   scripts/install.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."
lock="$1"
stamp=".venv/.installed-$lock"

if ! .venv/bin/python -c "import pip" >/dev/null 2>&1; then
  python="$(scripts/find_python.sh)"
  echo "Making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi
if ! cmp -s "$lock" "$stamp"; then
  echo "Installing $lock (once, until it changes)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock"
  cp "$lock" "$stamp"
  # The larger lock holds the smaller one (make lock sees to it).
  [ "$lock" != requirements-dev.txt ] || cp requirements.txt .venv/.installed-requirements.txt
fi
