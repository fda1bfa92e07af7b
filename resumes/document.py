"""The JSON Resume document: the one shape that parser, editor, AI and renderer share.

Schema: https://jsonresume.org/schema (v1.0.0). Dates are ISO 8601 prefixes ("2021", "2021-03", "2021-03-15");
a role that goes on has no `endDate`. Unknown keys are kept, so that an import loses nothing.
"""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Part(BaseModel):
    """Python names in snake case, JSON names in the schema's camel case."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow")


class Location(Part):
    address: str = ""
    postal_code: str = ""
    city: str = ""
    country_code: str = ""
    region: str = ""


class Profile(Part):
    network: str = ""
    username: str = ""
    url: str = ""


class Basics(Part):
    name: str = ""
    label: str = ""
    image: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    location: Location = Field(default_factory=Location)
    profiles: list[Profile] = Field(default_factory=list)


class Work(Part):
    name: str = ""
    position: str = ""
    location: str = ""
    description: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: list[str] = Field(default_factory=list)


class Volunteer(Part):
    organization: str = ""
    position: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: list[str] = Field(default_factory=list)


class Education(Part):
    institution: str = ""
    url: str = ""
    area: str = ""
    study_type: str = ""
    start_date: str = ""
    end_date: str = ""
    score: str = ""
    courses: list[str] = Field(default_factory=list)


class Award(Part):
    title: str = ""
    date: str = ""
    awarder: str = ""
    summary: str = ""


class Certificate(Part):
    name: str = ""
    date: str = ""
    issuer: str = ""
    url: str = ""


class Publication(Part):
    name: str = ""
    publisher: str = ""
    release_date: str = ""
    url: str = ""
    summary: str = ""


class Skill(Part):
    name: str = ""
    level: str = ""
    keywords: list[str] = Field(default_factory=list)


class Language(Part):
    language: str = ""
    fluency: str = ""


class Interest(Part):
    name: str = ""
    keywords: list[str] = Field(default_factory=list)


class Reference(Part):
    name: str = ""
    reference: str = ""


class Project(Part):
    name: str = ""
    description: str = ""
    start_date: str = ""
    end_date: str = ""
    url: str = ""
    highlights: list[str] = Field(default_factory=list)
    keywords: list[str] = Field(default_factory=list)
    roles: list[str] = Field(default_factory=list)
    entity: str = ""


class Document(Part):
    basics: Basics = Field(default_factory=Basics)
    work: list[Work] = Field(default_factory=list)
    volunteer: list[Volunteer] = Field(default_factory=list)
    education: list[Education] = Field(default_factory=list)
    awards: list[Award] = Field(default_factory=list)
    certificates: list[Certificate] = Field(default_factory=list)
    publications: list[Publication] = Field(default_factory=list)
    skills: list[Skill] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    interests: list[Interest] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    projects: list[Project] = Field(default_factory=list)

    def to_json_resume(self) -> dict[str, object]:
        """The document in the schema's names, without what is empty."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
