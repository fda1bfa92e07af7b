"""The product's settings, with a kind of job for benchmarks.ai."""

from resume_agent.settings import *  # noqa: F403 - settings are made this way

INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.ai_kind"]  # noqa: F405
