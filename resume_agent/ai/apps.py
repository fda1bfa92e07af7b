"""AI: calls to a provider, each accounted for."""

from django.apps import AppConfig


class AIConfig(AppConfig):
    name = "resume_agent.ai"
