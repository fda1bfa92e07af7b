"""Makes versions: of the draft, of an older version restored; and takes them away again."""

from uuid import UUID

from django.db import transaction

from resume_agent.jobs.queueing import enqueue
from resumes.editing.drafting import design_in, document_in, draft_of, is_changed
from resumes.editing.outline import Outline, document_of
from resumes.editing.taking_over import take_over
from resumes.models import Draft, Resume, Version

REPORT = "resumes.report"
KEPT = "Kept by itself when an older version was restored."


class NothingNew(Exception):
    """There is a version of exactly this already, and no name was given to tell another one by."""


class LastVersion(Exception):
    """A resume keeps at least one version."""


@transaction.atomic
def save_version(draft: Draft, name: str = "", note: str = "", *, origin: Version.Origin | None = None) -> Version:
    """Keeps what the draft holds in the database now, and queues its report. Raises NothingNew."""
    resume = _held(draft.resume_id)
    stored = draft_of(resume)
    if not name and not is_changed(stored):
        raise NothingNew
    version = Version(
        parent=stored.base,
        origin=origin or _origin(resume),
        name=name,
        note=note,
        document=document_in(stored).to_json_resume(),
        design=design_in(stored).model_dump(mode="json"),
    )
    _add(version, resume)
    Draft.objects.update_or_create(
        resume=resume,
        defaults={"base": version},
        create_defaults={"base": version, "outline": stored.outline, "design": stored.design},
    )
    draft.base = version
    return version


@transaction.atomic
def save_part(draft: Draft, part: Outline, name: str, *, origin: Version.Origin) -> Version:
    """Keeps a part of what the draft holds, in the design of its version; the draft keeps all of it and goes on from
    there. Needs a stored draft with a base.
    """
    resume = _held(draft.resume_id)
    document = document_of(part).to_json_resume()
    design = draft.base.design if draft.base else draft.design
    version = Version(parent=draft.base, origin=origin, name=name, document=document, design=design)
    _add(version, resume)
    Draft.objects.filter(resume=resume).update(base=version)
    draft.base = version
    return version


@transaction.atomic
def restore(version: Version) -> Version:
    """Makes the older version the newest and puts it in the editor. What the editor held unsaved becomes a version of
    its own first. Raises NothingNew when the editor holds just this version, TooLarge when it can't.
    """
    resume = _held(version.resume_id)
    draft = draft_of(resume)
    if is_changed(draft):
        save_version(draft, note=KEPT)
    elif draft.base == version:
        raise NothingNew
    restored = Version(parent=version, origin=Version.Origin.RESTORE, document=version.document, design=version.design)
    _add(restored, resume)
    take_over(restored, draft, "Restored an older version")
    return restored


@transaction.atomic
def delete_version(version: Version) -> None:
    """Its children become children of its parent; its file stays with the resume. Raises LastVersion."""
    resume = _held(version.resume_id)
    if resume.versions.count() < 2:
        raise LastVersion
    version.children.update(parent=version.parent_id)
    Draft.objects.filter(base=version).update(base=version.parent_id)
    version.delete()


def _held(resume_id: UUID) -> Resume:
    """The resume, locked until the transaction ends, so that two clicks make one version."""
    return Resume.objects.select_for_update().select_related("owner").get(pk=resume_id)


def _origin(resume: Resume) -> Version.Origin:
    started_here = not resume.versions.exists() and not resume.uploads.exists()
    return Version.Origin.NEW if started_here else Version.Origin.EDIT


def _add(version: Version, resume: Resume) -> None:
    version.resume = resume
    version.job = enqueue(owner=resume.owner, kind=REPORT, subject=version.pk)
    version.save(force_insert=True)
    resume.save(update_fields=["updated_at"])
