"""The request of somebody who is logged in, as views see it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class PersonRequest(HttpRequest):
    """What LoginRequiredMiddleware and HtmxMiddleware make of a request; for annotations."""

    user: User
    htmx: HtmxDetails
