"""Steps of a command, each on a line: what is being done, and that it is done. Colours only on a terminal."""

from typing import Any

from django.core.management.base import BaseCommand


class SteppedCommand(BaseCommand):
    """A command that tells its steps."""

    requires_system_checks: Any = ()

    def doing(self, what: str) -> None:
        self.stdout.write(self.style.WARNING(f"⏳ {what}"))

    def done(self, what: str) -> None:
        self.stdout.write(self.style.SUCCESS(f"✅ {what}"))
