"""Pages for those who work on the product, routed in development alone: the mails sent, and every component."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from resume_agent.pages import EXAMPLE_CATEGORIES

SHOWN = 100


@dataclass(frozen=True)
class Mail:
    """A mail as it was sent; `name` is its file's, without the ending."""

    name: str
    subject: str
    to: str
    sent: datetime | None
    text: str
    html: str


def mail_folder() -> Path:
    return Path(settings.VAR_DIR) / "mail"


def read_mail(file: Path) -> Mail:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    return Mail(
        name=file.stem,
        subject=message["subject"] or "(no subject)",
        to=message["to"] or "",
        sent=message["date"].datetime if message["date"] else None,
        text=body(message, "plain"),
        html=body(message, "html"),
    )


def body(message: EmailMessage, kind: str) -> str:
    """The part of this kind, or nothing."""
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""


@login_not_required
@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    newest = sorted(mail_folder().glob("*.eml"), reverse=True)[:SHOWN]
    return render(request, "dev_mail/list.html", {"mails": [read_mail(file) for file in newest]})


@login_not_required
@require_safe
def mail_detail(request: HttpRequest, name: str) -> HttpResponse:
    file = mail_folder() / f"{name}.eml"
    if not file.is_file():
        raise Http404
    return render(request, "dev_mail/detail.html", {"mail": read_mail(file)})


TOKENS = [
    "surface",
    "surface-raised",
    "surface-sunk",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "accent",
    "accent-soft",
    "good",
    "good-soft",
    "warn",
    "warn-soft",
    "bad",
    "bad-soft",
    "highlight",
]


class ExampleForm(forms.Form):
    """One of each kind of field."""

    title = forms.CharField(label="Name of the resume", help_text="Only you see it.", max_length=120)
    email = forms.EmailField(label="E-mail address")
    note = forms.CharField(widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(choices=[("pdf", "PDF"), ("docx", "Word")])
    agree = forms.BooleanField(label="Keep me logged in", required=False)


class ExampleChoice(forms.Form):
    """A few choices, all in view."""

    rhythm = forms.ChoiceField(
        label="Practice or real",
        choices=[("practice", "Practice: no clock that ends it"), ("real", "Real: the clock runs")],
        initial="practice",
        widget=forms.RadioSelect,
    )


EXAMPLE_STEPS = [
    {"label": "Received", "state": "done", "time": "0.2 s"},
    {"label": "Reading", "state": "done", "time": "1.4 s", "note": "2 pages"},
    {"label": "Understanding", "state": "now", "time": ""},
    {"label": "Scoring", "state": "waiting", "time": ""},
]
FAILED_STEPS = [
    {"label": "Received", "state": "done", "time": "0.2 s"},
    {"label": "Reading", "state": "failed", "time": "", "note": "The file is locked with a password."},
]


@login_not_required
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    context = {
        "form": ExampleForm(),
        "choice_form": ExampleChoice(),
        "wrong_form": ExampleForm({"title": "", "email": "not an address", "kind": "pdf"}, auto_id="wrong_%s"),
        "steps": EXAMPLE_STEPS,
        "failed_steps": FAILED_STEPS,
        "categories": [*EXAMPLE_CATEGORIES, {"label": "Languages", "score": None}],
        "tokens": TOKENS,
    }
    return render(request, "dev/design.html", context)


urlpatterns = [
    path("mail/", mail_list, name="dev_mail"),
    path("mail/<slug:name>/", mail_detail, name="dev_mail_detail"),
    path("design/", design, name="dev_design"),
]
