"""The pages that belong to no app: the start page and what is shown when a request is refused for its pace."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

EXAMPLE_CATEGORIES = [
    {"label": "Readability", "score": 96},
    {"label": "Contact", "score": 100},
    {"label": "Sections", "score": 80},
    {"label": "Dates", "score": 74},
    {"label": "Content", "score": 52},
]


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Tells a visitor what this is; takes a person to their resumes."""
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "landing.html", {"example_categories": EXAMPLE_CATEGORIES})


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """For what asks without having read a page; every page names the icon itself."""
    return redirect(static("img/favicon.svg"))


@login_not_required
def too_many_requests(request: HttpRequest) -> HttpResponse:
    """What allauth's rate limits answer with."""
    return render(request, "429.html", status=429)
