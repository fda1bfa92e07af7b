"""The project's own system checks."""

from django.core import checks
from django.test import override_settings

from resume_agent.checks import files_are_shared, middleware_is_async_capable


def test_every_middleware_is_async_capable() -> None:
    assert middleware_is_async_capable() == []


@override_settings(MIDDLEWARE=["whitenoise.middleware.WhiteNoiseMiddleware"])
def test_a_blocking_middleware_is_named() -> None:
    (message,) = middleware_is_async_capable()
    assert message.id == "resume_agent.W001"
    assert "whitenoise.middleware.WhiteNoiseMiddleware" in message.msg


def test_both_checks_are_registered() -> None:
    registered = {*checks.registry.registry.registered_checks, *checks.registry.registry.deployment_checks}
    assert {middleware_is_async_capable, files_are_shared} <= registered
