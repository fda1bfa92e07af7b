"""A resume in the editor, for this folder's tests."""

from accounts.models import User
from resumes.editing.drafting import draft_of
from resumes.models import Draft, Resume, Version

DOCUMENT = {
    "basics": {"name": "Alice Example", "email": "alice@example.com", "location": {"city": "London"}},
    "work": [
        {
            "name": "Acme",
            "position": "Engineer",
            "startDate": "2020-03",
            "highlights": ["Responsible for the weekly release", "Halved the time to restore to 20 minutes"],
        },
        {"name": "Widget Works", "position": "Junior", "startDate": "2016", "endDate": "2020-02"},
    ],
    "skills": [{"name": "Languages", "keywords": ["Python", "Go"]}],
}


def resume(owner: User, **version: object) -> Resume:
    """A resume of one version, in nobody's editor yet."""
    made = Resume.objects.create(owner=owner, title="Alice Example CV")
    Version.objects.create(resume=made, **{"origin": Version.Origin.EDIT, "document": DOCUMENT, **version})
    return made


def draft(owner: User) -> Draft:
    return draft_of(resume(owner))
