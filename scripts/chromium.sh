#!/usr/bin/env bash
# Finds a Chromium for the browser tests or installs one; fails when there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

there() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return 0
  done
  compgen -G "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}/chromium*/" >/dev/null
}

there && exit 0
echo "No Chromium found: installing one for the browser tests"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium || true
fi
there || .venv/bin/python -m playwright install chromium || true
there || { echo "The browser tests need Chromium, and it could not be installed: install 'chromium' and run again." >&2; exit 1; }
