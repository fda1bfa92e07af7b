"""What older schemas, other formats and exporters call the parts of JSON Resume v1.0.0: right name to others."""

SECTIONS = {
    "work": ("experience", "workExperience", "work_experience", "experiences", "employment", "jobs", "positions"),
    "volunteer": ("volunteering", "volunteerExperience", "volunteerWork", "service"),
    "education": ("educations", "studies"),
    "awards": ("honors", "honours", "award", "recognition"),
    "certificates": ("certifications", "certification", "certificate", "licenses"),
    "publications": ("publication", "writing"),
    "skills": ("skill",),
    "languages": ("language",),
    "interests": ("hobbies", "interest"),
    "references": ("reference", "testimonials"),
    "projects": ("project",),
}
PERSON = ("bio", "personal", "personalInfo", "person", "profile", "info", "contact")
BESIDE = ("name", "summary", "location", "profiles", "social", "email", "phone")
NAME_PARTS = ("firstName", "first_name", "middleName", "lastName", "last_name")
_LINK = ("website", "link", "href", "homepage")
_START, _END = ("start", "from", "begin", "startdate", "start_date"), ("end", "to", "until", "enddate", "end_date")
_RANGE = {"startDate": _START, "endDate": _END}
_BULLETS = ("bullets", "responsibilities", "achievements", "accomplishments", "details")
NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "basics": {
        "name": ("fullName", "full_name"),
        "label": ("title", "headline", "jobTitle", "tagline", "position"),
        "image": ("picture", "photo", "avatar"),
        "email": ("mail", "emailAddress", "emails"),
        "phone": ("tel", "telephone", "mobile", "phoneNumber", "phones"),
        "url": (*_LINK, "websites"),
        "summary": ("bio", "about", "objective", "brief", "description"),
        "location": ("address", "city"),
        "profiles": ("social", "socials", "networks", "accounts"),
    },
    "location": {
        "address": ("street", "streetAddress"),
        "postalCode": ("zip", "zipCode", "zipcode", "postcode", "code", "postal_code"),
        "city": ("town", "locality"),
        "countryCode": ("country", "country_code"),
        "region": ("state", "province"),
    },
    "profiles": {
        "network": ("name", "site", "platform", "label"),
        "username": ("user", "handle"),
        "url": _LINK,
    },
    "work": {
        "name": ("company", "employer", "organization", "organisation", "companyName"),
        "position": ("title", "role", "jobTitle"),
        "url": _LINK,
        "highlights": _BULLETS,
        **_RANGE,
    },
    "volunteer": {
        "organization": ("organisation", "name", "company"),
        "position": ("title", "role"),
        "url": _LINK,
        "highlights": _BULLETS,
        **_RANGE,
    },
    "education": {
        "institution": ("school", "university", "college", "name"),
        "area": ("field", "fieldOfStudy", "major", "subject"),
        "studyType": ("degree", "qualification", "title"),
        "score": ("gpa", "grade"),
        "courses": ("curriculum", "coursework", "modules"),
        "url": _LINK,
        **_RANGE,
    },
    "awards": {"title": ("name",), "date": ("year",), "awarder": ("issuer", "organization", "by", "from")},
    "certificates": {
        "name": ("title",),
        "date": ("year", "startDate", "issueDate", "releaseDate"),
        "issuer": ("authority", "organization", "awarder", "by"),
        "url": _LINK,
    },
    "publications": {
        "name": ("title",),
        "publisher": ("journal", "venue"),
        "releaseDate": ("date", "year", "published"),
        "url": _LINK,
    },
    "skills": {
        "name": ("category", "title", "group", "skill"),
        "level": ("proficiency", "rating"),
        "keywords": ("items", "skills", "technologies", "details"),
    },
    "languages": {"language": ("name", "title"), "fluency": ("level", "proficiency")},
    "interests": {"name": ("title", "interest"), "keywords": ("items",)},
    "references": {"name": ("from", "author"), "reference": ("text", "quote", "summary")},
    "projects": {
        "name": ("title",),
        "description": ("summary",),
        "url": _LINK,
        "highlights": _BULLETS,
        "keywords": ("technologies", "tech", "stack"),
        "roles": ("role",),
        "entity": ("company", "organization"),
        **_RANGE,
    },
}
DATES = {"startDate", "endDate", "date", "releaseDate"}
LISTS = {"highlights": r"\n", "courses": r"[,;\n]", "keywords": r"[,;\n]", "roles": r"[,;\n]"}
"""With what parts them when they are one text."""
NUMBERS = {"phone", "postalCode", "score", "level", "fluency"}
"""Texts that exporters write as numbers."""
PROSE = {"summary", "description", "reference"}
TITLES = {key: next(iter(NAMES[key])) for key in NAMES} | {"references": "reference"}
"""What a row says that is only a text, or the key of a row in an object."""
BEHIND_KEY = {"skills": "level", "languages": "fluency", "references": "reference"}
"""What a text says that stands behind such a key."""
SPOKEN = {"skills", "languages", "interests"}
"""Sections that may be one text with commas."""
WRAPPERS = ("history", "sets", "list")
"""Where FRESH keeps a section's rows."""
