"""The project itself as an app, for its commands and checks. Loads Celery so that shared tasks find their broker."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from resume_agent import checks
from resume_agent.celery import app as celery_app


class ResumeAgentConfig(AppConfig):
    name = "resume_agent"
    celery = celery_app

    def ready(self) -> None:
        register(checks.middleware_is_async_capable, Tags.async_support)
        register(checks.files_are_shared, Tags.files, deploy=True)
