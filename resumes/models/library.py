"""Resumes: the files a person gave, the versions made of them, and the reports on those."""

from functools import reduce
from operator import or_
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest, Lower

from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id
from resumes.searching import needles, spellings


def stored_upload(upload: "Upload", _name: str) -> str:
    return f"uploads/{upload.id}"


def stored_page(page: "PageImage", _name: str) -> str:
    return f"pages/{page.upload_id}/{page.number}.webp"


def says(field: str, text: str) -> Q:
    """Has the text, in capitals or not."""
    return any_of(field, spellings(text))


def any_of(field: str, texts: set[str]) -> Q:
    return reduce(or_, (Q((f"{field}__icontains", each)) for each in sorted(texts)), Q())


class ResumeQuerySet(models.QuerySet["Resume"]):
    """The vocabulary of a person's resumes."""

    def sorted_by(self, key: str) -> "ResumeQuerySet":
        """By "name" or "score", by anything else newest first. Needs `with_state`."""
        if key == "name":
            return self.order_by(Lower("title"), "id")
        if key == "score":
            return self.order_by(F("total").desc(nulls_last=True), F("changed_at").desc(), "-id")
        return self.order_by(F("changed_at").desc(), "-id")

    def matching(self, text: str) -> "ResumeQuerySet":
        """Those with the text in their title, in a file's name, or in a version's name or words; all without a text."""
        if not text:
            return self
        versions = Version.objects.filter(resume=OuterRef("pk")).saying(text)
        files = Upload.objects.filter(says("name", text), resume=OuterRef("pk"))
        return self.filter(says("title", text) | Exists(files) | Exists(versions))

    def with_draft(self) -> "ResumeQuerySet":
        """Brings what the editor holds along, in the same query."""
        return self.select_related("draft__base").defer("draft__base__reading")

    def with_state(self) -> "ResumeQuerySet":
        """Adds what a list shows: `changed_at`, which an edit moves too, `total` of the newest report, `job_state` and
        `file_name` of the newest upload, `version_count`, and `newest_version`, the id of the newest."""
        reports = Report.objects.filter(version__resume=OuterRef("pk")).order_by("-version__created_at", "-version")
        uploads = Upload.objects.filter(resume=OuterRef("pk")).order_by("-created_at", "-id")
        versions = Version.objects.filter(resume=OuterRef("pk"))
        counted = versions.order_by().values("resume").annotate(count=Count("pk")).values("count")
        return self.annotate(
            changed_at=Greatest("updated_at", Coalesce("draft__updated_at", "updated_at")),
            version_count=Coalesce(Subquery(counted), 0),
            newest_version=Subquery(versions.newest_first().values("pk")[:1]),
            total=Subquery(reports.values("total")[:1]),
            reported_at=Subquery(reports.values("created_at")[:1]),
            job_state=Subquery(uploads.values("job__state")[:1]),
            file_name=Subquery(uploads.values("name")[:1]),
        )


class Resume(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="resumes")
    title = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ResumeQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "-created_at"], name="resume_newest")]

    def __str__(self) -> str:
        return f"resume {self.id}"


class UploadQuerySet(models.QuerySet["Upload"]):
    """The vocabulary of the files a person gave."""

    def newest_first(self) -> "UploadQuerySet":
        return self.order_by("-created_at", "-id")

    def of_content(self, sha256: str) -> "Upload | None":
        return self.select_related("resume").filter(sha256=sha256).first()


class Upload(models.Model):
    """A file as it was given. The stored name carries nothing of the person's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="uploads")
    file = models.FileField(upload_to=stored_upload, max_length=200)
    name = models.CharField(max_length=255, help_text="The file name as given, cleaned of paths.")
    kind = models.CharField(max_length=4)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    job = models.OneToOneField(
        Job, on_delete=models.RESTRICT, related_name="upload", help_text="The newest that reads it."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        get_latest_by: ClassVar = ["created_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "sha256"], name="upload_same_file_once"),
        ]

    def __str__(self) -> str:
        return f"upload {self.id}"


class PageImage(models.Model):
    """A picture of one page of an upload; width and height in points."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="page_images")
    number = models.PositiveSmallIntegerField()
    width = models.FloatField()
    height = models.FloatField()
    image = models.FileField(upload_to=stored_page, max_length=200)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["upload", "number"], name="page_image_once")]

    def __str__(self) -> str:
        return f"page {self.number} of {self.upload_id}"


class VersionQuerySet(models.QuerySet["Version"]):
    """The vocabulary of a resume's versions."""

    def of_owner(self, owner: AbstractBaseUser | AnonymousUser) -> "VersionQuerySet":
        """All that the person has, with their resumes."""
        return self.filter(resume__owner_id=owner.pk).select_related("resume")

    def of_files(self) -> "VersionQuerySet":
        return self.filter(origin=Version.Origin.UPLOAD)

    def with_report(self) -> "VersionQuerySet":
        return self.filter(report__isnull=False).select_related("report", "upload")

    def newest_first(self) -> "VersionQuerySet":
        return self.order_by("-created_at", "-id")

    def light(self) -> "VersionQuerySet":
        """What a line about a version needs: its report, job, file and parent, nothing large; in one query."""
        large = ("document", "design", "reading", "report__score")
        parents = (f"parent__{name}" for name in large[:3])
        return self.select_related("resume", "report", "job", "upload", "parent").defer(*large, *parents)

    def with_content(self, ids: list[UUID]) -> dict[UUID, "Version"]:
        """Two to compare, with their reports."""
        return self.select_related("report").defer("reading", "report__score").in_bulk(ids)

    def listed(self) -> "VersionQuerySet":
        """Newest first, without what is large."""
        return self.newest_first().defer("document", "reading")

    def saying(self, text: str) -> "VersionQuerySet":
        """Those with the text in their name or document."""
        found = says("name", text) | any_of("words", needles(text))
        return self.annotate(words=Cast("document", models.TextField())).filter(found)


class Version(models.Model):
    """An immutable snapshot of a resume's document and design, and the reading it was scored by."""

    class Origin(models.TextChoices):
        UPLOAD = "upload"
        NEW = "new"
        EDIT = "edit"
        RESTORE = "restore"
        AI = "ai"
        RULES = "rules"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="versions")
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, null=True, related_name="versions")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="children")
    origin = models.CharField(max_length=8, choices=Origin)
    name = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)
    document = models.JSONField(help_text="JSON Resume.")
    design = models.JSONField(default=dict, help_text="resumes.rendering.design.Design")
    reading = models.JSONField(
        null=True, help_text="resumes.parsing.reading.Reading, of the upload or of the PDF made of this version."
    )
    job = models.OneToOneField(
        Job,
        on_delete=models.RESTRICT,
        null=True,
        related_name="version",
        help_text="Reports on a version of the editor.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["resume", "-created_at"], name="version_newest")]

    def __str__(self) -> str:
        return f"version {self.id}"

    @property
    def title(self) -> str:
        """The name it was given, or what stands for one."""
        return self.name or _UNNAMED[self.origin]

    @property
    def is_scored(self) -> bool:
        return hasattr(self, "report")


_UNNAMED = {
    "upload": "Read from a file",
    "new": "Started here",
    "edit": "Edited",
    "restore": "Restored",
    "ai": "With AI suggestions",
    "rules": "With suggestions by rules",
}


class Report(models.Model):
    """The score of a version by one version of the rubric."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="report")
    rubric = models.CharField(max_length=16)
    total = models.PositiveSmallIntegerField(null=True, help_text="0 to 100, or nothing when it couldn't be judged.")
    score = models.JSONField(help_text="resumes.scoring.result.Score")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"report on {self.version_id}"
