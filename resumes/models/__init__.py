"""The rows of this app."""

from resumes.models.drafts import Draft, DraftQuerySet, Edit, EditQuerySet
from resumes.models.letters import LetterText, LetterTextQuerySet
from resumes.models.library import (
    PageImage,
    Report,
    Resume,
    ResumeQuerySet,
    Upload,
    UploadQuerySet,
    Version,
    VersionQuerySet,
    stored_page,
    stored_upload,
)
from resumes.models.outgoing import Proof, ProofQuerySet, ShareLink, ShareLinkQuerySet
from resumes.models.postings import Posting, PostingQuerySet
from resumes.models.tailoring import Fact, Letter, Round, Suggestion

__all__ = [
    "Draft",
    "DraftQuerySet",
    "Edit",
    "EditQuerySet",
    "Fact",
    "Letter",
    "LetterText",
    "LetterTextQuerySet",
    "PageImage",
    "Posting",
    "PostingQuerySet",
    "Proof",
    "ProofQuerySet",
    "Report",
    "Resume",
    "ResumeQuerySet",
    "Round",
    "ShareLink",
    "ShareLinkQuerySet",
    "Suggestion",
    "Upload",
    "UploadQuerySet",
    "Version",
    "VersionQuerySet",
    "stored_page",
    "stored_upload",
]
