"""Jobs: background work that survives whatever dies."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "resume_agent.jobs"

    def ready(self) -> None:
        """Each app registers its kinds of job in its module `tasks`, for the web as for the worker."""
        autodiscover_modules("tasks")
