"""Settings of the worker and server processes that the service tests start: as the product's, but impatient."""

from resume_agent.settings import *  # noqa: F403 - settings are made this way

INSTALLED_APPS = [*INSTALLED_APPS, "tests.services.job_kinds"]  # noqa: F405
JOBS_SWEEP_SECONDS = 1
JOBS_RESEND_SECONDS = 2
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 3
CELERY_BEAT_SCHEDULE["sweep"]["schedule"] = JOBS_SWEEP_SECONDS  # noqa: F405
