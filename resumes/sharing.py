"""Gives a version a public address, takes it back, and decides what a stranger is shown there."""

import json
import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from resumes.document import Document
from resumes.models import Resume, ShareLink, Version
from resumes.rendering.design import Design
from resumes.rendering.rendering import Format, render

MOST_ACTIVE = 20
"""Links of one resume that work at the same time."""
KEPT = 32
"""Files in memory, some 50 KB each."""
HIDDEN = "[hidden]"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Written as a number to call: with a country's code, with a leading nought that starts no date, or in groups of three,
# three and four. Years and sums stay.
_PHONE = re.compile(
    r"""(?<![\w+.,])(?:
        \+\d[\d ()./-]{7,}\d
        | (?!\d\d[./ -](?:\d\d[./ -])?(?:19|20)\d\d) 0\d[\d ()./-]{6,}\d
        | \(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)
    )""",
    re.VERBOSE,
)
_CONTACT = ("email", "phone", "url", "profiles", "image")
_WHERE = ("address", "postalCode")


class Gone(Exception):
    """The version was deleted in the meantime."""


class TooMany(Exception):
    """As many links of this resume work as may work at the same time."""


@transaction.atomic
def share(version: Version, *, days: int, shows_contact: bool) -> ShareLink:
    """Raises Gone, TooMany."""
    # Whoever shares the same resume or deletes a version of it at the same moment waits, and is counted.
    resume = Resume.objects.select_for_update().filter(pk=version.resume_id).first()
    if not resume or not resume.versions.filter(pk=version.pk).exists():
        raise Gone
    if ShareLink.objects.of_resume(version.resume).active().count() >= MOST_ACTIVE:
        raise TooMany
    expires_at = timezone.now() + timedelta(days=days)
    return ShareLink.objects.create(version=version, shows_contact=shows_contact, expires_at=expires_at)


def find(token: str) -> ShareLink | None:
    """The link at this address, while it works."""
    return ShareLink.objects.select_related("version__resume").at(token)


def count_download(link: ShareLink) -> None:
    ShareLink.objects.filter(pk=link.pk).update(downloads=F("downloads") + 1)


def shown_by(link: ShareLink) -> Document:
    """What the link shows: the whole document, or all but ways to reach the person."""
    document = Document.model_validate(link.version.document)
    return document if link.shows_contact else without_contact(document)


def pdf_of(link: ShareLink) -> bytes:
    """What the link shows as PDF. Raises NotSet."""
    made = link.version.created_at.replace(microsecond=0)
    return _drawn(json.dumps(shown_by(link).to_json_resume()), json.dumps(link.version.design), made)


@lru_cache(maxsize=KEPT)
def _drawn(document: str, design: str, made: datetime) -> bytes:
    """Drawn once, however often a stranger asks for it."""
    shown = Document.model_validate_json(document)
    return render(shown, Design.stored(json.loads(design)), Format.PDF, made=made)


def without_contact(document: Document) -> Document:
    """Town, region and country stay. E-mail addresses and phone numbers go from every other text too, a referee's
    included."""
    data = document.to_json_resume()
    basics: Any = data.get("basics") or {}
    own = [str(basics[name]) for name in ("email", "phone", "url") if basics.get(name)]
    own += [str(row["url"]) for row in basics.get("profiles") or [] if row.get("url")]
    for name in _CONTACT:
        basics.pop(name, None)
    for name in _WHERE:
        (basics.get("location") or {}).pop(name, None)
    return Document.model_validate(_cleared(data, _any_of(own)))


def _any_of(texts: list[str]) -> re.Pattern[str]:
    """Any of the texts, whole: "a.example" doesn't take the start of "a.example.org" away, and "x" nothing at all."""
    longest_first = sorted((text.strip() for text in texts if len(text.strip()) > 4), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?![\w/])" for each in longest_first) or "(?!)")


def _cleared(value: Any, own: re.Pattern[str]) -> Any:
    if isinstance(value, dict):
        return {key: _cleared(item, own) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleared(item, own) for item in value]
    if isinstance(value, str):
        for pattern in (own, _EMAIL, _PHONE):
            value = pattern.sub(HIDDEN, value)
    return value
