"""Settings of the processes that the production tests start: as the product's, static files in a place of their own."""

import os
from pathlib import Path

from resume_agent.settings import *  # noqa: F403 - settings are made this way

STATIC_ROOT = Path(os.environ["TEST_STATIC_ROOT"])
