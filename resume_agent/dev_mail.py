"""Mail in development: kept as one .eml file each, for /dev/mail/, and printed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend
from django.utils.crypto import get_random_string


class DevMailBackend(EmailBackend):
    """`folder` holds the mails, their names in the order they were sent."""

    def __init__(self, *, folder: Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = folder

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            sent = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            (self.folder / f"{sent}-{get_random_string(6)}.eml").write_bytes(message.message().as_bytes())
        return super().send_messages(email_messages) or 0
