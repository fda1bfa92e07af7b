"""Reminders that pages show to a person about their account."""

from django import template

from accounts.addresses import unverified_address
from accounts.models import User

register = template.Library()


@register.inclusion_tag("account/snippets/reminder.html")
def verify_reminder(user: User) -> dict[str, str | None]:
    """Costs one query."""
    return {"address": unverified_address(user)}
