from resumes.document import Document
from resumes.parsing.plausible import looks_like_resume
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.tests.parsing.given import read_text


def test_a_sparse_resume_of_a_student_is_one() -> None:
    text = "Alice Example\nalice@example.edu\n\nEducation\n\nLeeds High School\n2022 - 2026\n\nSkills\n\nWord, Excel\n"
    assert looks_like_resume(read_text(text))


def test_a_resume_without_contact_data_is_one() -> None:
    text = (
        "Alice Example\n\nExperience\n\nEngineer\nAcme Inc\n2019 - 2021\n"
        "- Built it\n\nEducation\n\nUniversity of Leeds\n2013\n"
    )
    assert looks_like_resume(read_text(text))


def test_an_invoice_is_none() -> None:
    lines = ["Invoice 2024-117", "Globex Ltd, 12 Main Street, Leeds", "billing@example.com", "+44 20 7946 0958"]
    assert not looks_like_resume(
        read_text("\n".join([*lines, "Due 2024-03-01", "Bolts  10  4.00  40.00", "Total  40.00"]))
    )


def test_a_novel_is_none() -> None:
    text = "It was a bright cold day in April, and the clocks were striking. She had gone to work in 1984.\n\n" * 30
    assert not looks_like_resume(read_text(text))


def test_an_empty_reading_is_none() -> None:
    assert not looks_like_resume(read_text(" "))


def test_a_json_resume_needs_no_contact() -> None:
    document = Document.model_validate({"work": [{"name": "Acme", "position": "Engineer"}]})
    assert looks_like_resume(Reading(document=document, facts=FileFacts(kind=Kind.JSON)))
    assert not looks_like_resume(Reading(document=Document(), facts=FileFacts(kind=Kind.JSON)))
