"""What leaves the house: files with their proofs, and public links."""

from typing import ClassVar

from django.db import models

from resume_agent.lib.ids import new_id
from resume_agent.lib.public_links import PublicLink, PublicLinkQuerySet
from resumes.models.library import Resume, Version


class ProofQuerySet(models.QuerySet["Proof"]):
    """The vocabulary of proofs."""

    def of_bytes(self, form: str, sha256: str) -> "Proof | None":
        return self.filter(format=form, sha256=sha256).first()


class Proof(models.Model):
    """What came back when the file made of a version was read again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="proofs")
    format = models.CharField(max_length=4)
    sha256 = models.CharField(max_length=64, help_text="Of the file that was read.")
    complete = models.BooleanField(help_text="All of it came back to both readers.")
    result = models.JSONField(help_text="resumes.proving.comparing.ReadBack")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "format"], name="proof_once")]

    def __str__(self) -> str:
        return f"proof of {self.version_id} as {self.format}"


class ShareLinkQuerySet(PublicLinkQuerySet["ShareLink"]):
    """The vocabulary of public addresses of versions."""

    def of_resume(self, resume: Resume) -> "ShareLinkQuerySet":
        wide = ("version__document", "version__reading")
        return self.filter(version__resume=resume).select_related("version").defer(*wide)


class ShareLink(PublicLink):
    """A public address of one version."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="share_links")
    shows_contact = models.BooleanField(default=False)
    downloads = models.PositiveIntegerField(default=0)

    objects = ShareLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"share link {self.id}"
