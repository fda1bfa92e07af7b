"""System checks of the project, for what Django's own can't know."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, Warning  # noqa: A004 - Django's name for it
from django.utils.module_loading import import_string


def middleware_is_async_capable(**_: Any) -> Sequence[CheckMessage]:
    """One that isn't makes Django change to a thread and back for every request behind it, streams included."""
    blocking = [path for path in settings.MIDDLEWARE if not getattr(import_string(path), "async_capable", False)]
    return [
        Warning(
            f"The middleware {path} isn't async-capable.",
            hint="Mark it with sync_and_async_middleware, or wrap it as resume_agent.lib.static_files does.",
            id="resume_agent.W001",
        )
        for path in blocking
    ]


def files_are_shared(**_: Any) -> Sequence[CheckMessage]:
    """Only a remark: one machine with a backup of the folder is a fair way to run this."""
    if settings.ENV.minio_endpoint:
        return []
    return [
        Info(
            "Files lie in a folder of this machine.",
            hint="With more than one machine, set MINIO_ENDPOINT and its keys so that all see the same files.",
            id="resume_agent.I001",
        )
    ]
