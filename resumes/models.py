"""A person's resumes: the files they gave, the versions made of them, and the reports on those."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery

from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id


def stored_upload(upload: "Upload", _name: str) -> str:
    return f"uploads/{upload.id}"


def stored_page(page: "PageImage", _name: str) -> str:
    return f"pages/{page.upload_id}/{page.number}.webp"


class ResumeQuerySet(models.QuerySet["Resume"]):
    """The vocabulary of a person's resumes."""

    def newest_first(self) -> "ResumeQuerySet":
        return self.order_by("-updated_at", "-id")

    def with_state(self) -> "ResumeQuerySet":
        """Adds what a list shows: `total` of the newest report, `job_state` and `file_name` of the newest upload."""
        reports = Report.objects.filter(version__resume=OuterRef("pk")).order_by("-version__created_at", "-version")
        uploads = Upload.objects.filter(resume=OuterRef("pk")).order_by("-created_at", "-id")
        return self.annotate(
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

    def with_report(self) -> "VersionQuerySet":
        return self.filter(report__isnull=False).select_related("report", "upload")

    def newest_first(self) -> "VersionQuerySet":
        return self.order_by("-created_at", "-id")


class Version(models.Model):
    """An immutable snapshot of a resume's document, and the reading it came from."""

    class Origin(models.TextChoices):
        UPLOAD = "upload"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="versions")
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, null=True, related_name="versions")
    origin = models.CharField(max_length=8, choices=Origin)
    document = models.JSONField(help_text="JSON Resume.")
    reading = models.JSONField(null=True, help_text="resumes.parsing.reading.Reading, for versions read from a file.")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["resume", "-created_at"], name="version_newest")]

    def __str__(self) -> str:
        return f"version {self.id}"


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
