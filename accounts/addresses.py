"""The addresses of a person."""

from allauth.account.models import EmailAddress

from accounts.models import User


def unverified_address(user: User) -> str | None:
    """The address that this person has not verified yet, if any."""
    addresses = EmailAddress.objects.filter(user=user, verified=False).order_by("-pk")
    address: str | None = addresses.values_list("email", flat=True).first()
    return address
