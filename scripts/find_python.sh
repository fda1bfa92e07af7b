#!/usr/bin/env bash
# Prints a Python 3.13 or 3.12 that works, wherever pyenv, uv or the system put it; else says what to install.
set -u

# Runs it rather than trusting its name: a pyenv shim may stand for a version that isn't there.
works() {
  [ -n "$1" ] && [ -x "$1" ] && "$1" -c "
import sys, ensurepip, ssl, sqlite3, venv
sys.exit(sys.version_info[:2] != ($2))" >/dev/null 2>&1
}

# PYTHON=python3.12 make setup: what somebody asked for by name comes first.
chosen="$(command -v "${PYTHON:-}")"
for numbers in "3, 13" "3, 12"; do
  if works "$chosen" "$numbers"; then
    echo "$chosen"
    exit 0
  fi
done

for version in 3.13 3.12; do
  numbers="${version/./, }"
  candidates=()
  for home in "${PYENV_ROOT:-}" "${HOME:-}/.pyenv"; do
    for found in "$home/versions/$version"*/bin/python; do candidates+=("$found"); done
  done
  candidates+=("$(command -v "python$version")")
  for prefix in ${SYSTEM_PREFIXES:-/usr/local /usr}; do candidates+=("$prefix/bin/python$version"); done
  if command -v uv >/dev/null; then
    candidates+=("$(uv python find --no-python-downloads --no-project "$version" 2>/dev/null)")
  fi
  candidates+=("$(command -v python3)")
  for candidate in "${candidates[@]}"; do
    if works "$candidate" "$numbers"; then
      echo "$candidate"
      exit 0
    fi
  done
done

echo "Python 3.13 (or 3.12) with venv is needed: install it with 'pyenv install 3.13', 'uv python install 3.13' or your package manager (Debian: python3 python3-venv)." >&2
exit 1
