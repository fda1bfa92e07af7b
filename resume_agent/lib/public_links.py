"""Public addresses of something private: unguessable, expiring, revocable, counted without tracking anybody."""

import re
import secrets
from typing import Self

from django.db import models
from django.utils import timezone

from resume_agent.lib.ids import new_id

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


class PublicLinkQuerySet[Link: models.Model](models.QuerySet[Link]):
    """The vocabulary of public addresses."""

    def active(self) -> Self:
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")

    def at(self, token: str) -> Link | None:
        """The one at this address, while it works."""
        return self.active().filter(token=token).first() if TOKEN.fullmatch(token) else None


class PublicLink(models.Model):
    """Off unless made, gone when revoked or expired."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    views = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    @property
    def is_active(self) -> bool:
        return not self.revoked_at and self.expires_at > timezone.now()

    def revoke(self) -> None:
        """At once and for good."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    def count_view(self) -> None:
        type(self)._default_manager.filter(pk=self.pk).update(views=models.F("views") + 1)
