"""Versions: saved from the draft, listed, restored, renamed, deleted."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resumes import deleting, version_reports, versioning
from resumes.editing import drafting
from resumes.editing.drafting import change, change_design, document_in, draft_of, is_changed, undo
from resumes.editing.operations import Put
from resumes.models import Draft, Proof, Report, Resume, ShareLink, Version
from resumes.tests.given import RESUME, read

pytestmark = pytest.mark.django_db


DOCUMENT = {
    "basics": {"name": "Alice Example", "label": "Backend engineer", "email": "alice@example.com"},
    "work": [{"name": "Acme Ltd", "position": "Engineer", "startDate": "2020", "highlights": ["Led 14 moves"]}],
}


def kept(owner: User) -> Resume:
    """A resume with one version, as after the first save of one that was started here. Nothing of it is scored."""
    resume = Resume.objects.create(owner=owner, title="Alice Example CV")
    Version.objects.create(resume=resume, origin="new", document=DOCUMENT)
    return resume


def edited(resume: Resume, name: str = "Alice Edited") -> Draft:
    return change(draft_of(resume), [Put(path="basics/name", value=name)], "Changed the name")


def saved(resume: Resume, name: str = "Alice Edited", **about: Any) -> Version:
    return versioning.save_version(edited(resume, name), **about)


def name_in(version: Version) -> Any:
    return version.document["basics"]["name"]


def test_a_saved_version_holds_the_draft_and_knows_its_parent(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    version = saved(resume, name="Alice Edited")
    assert (version.origin, version.parent, name_in(version)) == ("edit", first, "Alice Edited")
    assert Draft.objects.get().base == version
    assert not is_changed(draft_of(resume))


def test_a_version_keeps_the_design(alice: User) -> None:
    resume = kept(alice)
    draft = change_design(draft_of(resume), {"template": "modern"})
    assert versioning.save_version(draft).design["template"] == "modern"


def test_the_first_version_of_a_resume_without_a_file_is_new(alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    assert saved(resume).origin == "new"
    assert saved(resume, name="Alice Again").origin == "edit"


def test_nothing_new_is_not_saved_unless_it_is_named(alice: User) -> None:
    resume = kept(alice)
    with pytest.raises(versioning.NothingNew):
        versioning.save_version(draft_of(resume))
    assert versioning.save_version(draft_of(resume), name="For Acme").name == "For Acme"
    assert resume.versions.count() == 2


def test_a_version_is_scored_by_what_a_machine_reads_in_its_pdf(alice: User) -> None:
    version = saved(kept(alice))
    assert version.job
    running.run(version.job.pk)
    version.refresh_from_db()
    assert version.reading
    assert version.reading["facts"]["kind"] == "pdf"
    assert version.reading["document"]["basics"]["name"] == "Alice Edited"
    assert version.report.total
    job = Job.objects.get(pk=version.job.pk)
    assert [step["label"] for step in job.steps] == ["Setting the pages", "Reading them back", "Scoring"]
    assert job.result_url == f"/resumes/{version.resume_id}/report/?version={version.pk}"


def test_a_report_made_twice_is_one_report(alice: User) -> None:
    version = saved(kept(alice))
    assert version.job
    running.run(version.job.pk)
    Job.objects.update(state=Job.State.QUEUED)
    running.run(version.job.pk)
    assert Report.objects.filter(version=version).count() == 1


@pytest.mark.parametrize(("words", "sentence"), [(49_000, version_reports.TOO_LONG), (60_000, "250,000 characters")])
def test_a_version_that_is_too_long_fails_with_a_sentence(alice: User, words: int, sentence: str) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    document = {"basics": {"summary": "word " * words}}
    long = Version.objects.create(resume=resume, origin="edit", document=document)
    with transaction.atomic():
        job = enqueue(owner=alice, kind=versioning.REPORT, subject=long.pk)
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == "failed"
    assert sentence in job.error


def test_the_job_of_a_deleted_version_says_so(alice: User) -> None:
    resume = kept(alice)
    version = saved(resume)
    job = version.job
    assert job
    versioning.delete_version(version)
    running.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_code) == ("failed", "gone")


def test_restoring_puts_the_old_words_into_the_editor_and_on_top(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    saved(resume)
    restored = versioning.restore(first)
    assert (restored.origin, restored.parent, name_in(restored)) == ("restore", first, "Alice Example")
    assert resume.versions.newest_first().first() == restored
    draft = draft_of(resume)
    assert (draft.base, document_in(draft).basics.name, is_changed(draft)) == (restored, "Alice Example", False)


def test_restoring_keeps_what_was_not_saved(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    edited(resume, "Alice Unsaved")
    versioning.restore(first)
    before = resume.versions.newest_first()[1]
    assert (name_in(before), before.note) == ("Alice Unsaved", versioning.KEPT)


def test_restoring_can_be_undone_in_the_editor(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    saved(resume)
    versioning.restore(first)
    undo(draft_of(resume))
    assert document_in(draft_of(resume)).basics.name == "Alice Edited"


def test_restoring_brings_the_design_back_too(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    versioning.save_version(change_design(draft_of(resume), {"template": "modern"}))
    versioning.restore(first)
    assert draft_of(resume).design == first.design


def test_the_children_of_a_deleted_version_go_to_its_parent(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    middle = saved(resume, "Alice B")
    last = saved(resume, "Alice C")
    versioning.delete_version(middle)
    last.refresh_from_db()
    assert last.parent == first


def test_deleting_what_the_editor_stands_on_keeps_what_it_holds(alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    versioning.delete_version(saved(resume))
    draft = draft_of(resume)
    assert (draft.base, document_in(draft).basics.name, is_changed(draft)) == (first, "Alice Edited", True)


def test_the_last_version_stays(alice: User) -> None:
    version = kept(alice).versions.get()
    with pytest.raises(versioning.LastVersion):
        versioning.delete_version(version)


def test_a_resume_is_deleted_with_all_that_hangs_on_it(alice: User) -> None:
    resume = read(alice)
    version = saved(resume)
    Proof.objects.create(version=version, format="pdf", sha256="0" * 64, complete=True, result={})
    ShareLink.objects.create(version=version, expires_at=timezone.now())
    deleting.delete(resume)
    assert not any(model.objects.exists() for model in (Version, Draft, Proof, ShareLink, Report))


NEWER = RESUME.replace("Backend engineer", "Platform engineer")


def test_an_editor_without_changes_follows_a_newer_file(alice: User) -> None:
    resume = read(alice)
    saved(resume)
    read(alice, text=NEWER, into=resume)
    draft = draft_of(resume)
    assert (document_in(draft).basics.label, is_changed(draft)) == ("Platform engineer", False)


def test_an_editor_with_changes_keeps_them_when_a_newer_file_comes(alice: User) -> None:
    resume = read(alice)
    edited(resume)
    read(alice, text=NEWER, into=resume)
    assert document_in(draft_of(resume)).basics.name == "Alice Edited"


def test_a_file_too_large_for_the_editor_is_read_all_the_same(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    resume = read(alice)
    saved(resume)
    monkeypatch.setattr(drafting, "MOST_BYTES", 10)
    read(alice, text=NEWER + "\nLanguages\n\nEnglish, German, French, Spanish and Portuguese\n" * 3, into=resume)
    assert resume.versions.newest_first()[0].origin == "upload"
    assert document_in(draft_of(resume)).basics.name == "Alice Edited"
