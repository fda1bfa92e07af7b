"""Layouts met in resumes of other themes: each test is one cause, drawn small."""

import pytest

from resumes.parsing.reading import Kind
from resumes.tests.parsing.given import Sheet, read_text

RANGES = ("Mar 2019 - May 2021", "Jan 2015 - Feb 2019")


def with_jobs(sheet: Sheet, y: float = 40) -> Sheet:
    """Two jobs whose employers are set like the heading above them."""
    sheet.put(20, y, "Experience", size=14, bold=True)
    for number, (name, title) in enumerate((("Acme Inc", "Software Engineer"), ("Globex Ltd", "Project Manager"))):
        top = y + 8 + 24 * number
        sheet.put(20, top, name, size=14, bold=True).put(20, top + 6, title, bold=True)
        sheet.put(20, top + 11, RANGES[number])
        sheet.put(20, top + 16, f"\x95 Kept the {name} systems running for all of its customers")
    return sheet.put(20, y + 58, "Skills", size=14, bold=True).put(20, y + 64, "Python, Django, Linux")


def test_employers_set_like_headings_stay_in_their_section() -> None:
    document = with_jobs(Sheet().put(20, 15, "Alice Example", size=24, bold=True)).read().document
    assert [job.name for job in document.work] == ["Acme Inc", "Globex Ltd"]
    assert [job.start_date for job in document.work] == ["2019-03", "2015-01"]


def test_headings_at_the_right_edge_name_what_follows_them() -> None:
    sheet = Sheet().put(10, 15, "Alice Example", size=24, bold=True)
    for y, head in ((30, "Contact"), (60, "Work"), (110, "Skills")):
        sheet.put(170, y, head, size=15, bold=True)
    sheet.put(10, 38, "alice@example.com").put(10, 44, "+44 20 7946 0958")
    for y, name, title, when in ((68, "Acme Inc", "Engineer", RANGES[0]), (88, "Globex Ltd", "Manager", RANGES[1])):
        sheet.put(10, y, name, bold=True).put(10, y + 6, title, bold=True).put(150, y, when)
    document = sheet.put(10, 118, "Python").put(10, 124, "Django").read().document
    assert [job.name for job in document.work] == ["Acme Inc", "Globex Ltd"]
    assert document.basics.email == "alice@example.com"


def test_a_date_too_long_for_its_column_is_one_date() -> None:
    sheet = Sheet().put(20, 15, "Alice Example", size=24, bold=True).put(20, 30, "Experience", size=14, bold=True)
    for y, title, employer in ((40, "Engineer", "Acme Inc"), (70, "Manager", "Globex Ltd")):
        sheet.put(20, y, "September 2023 -").put(20, y + 5, "April 2024")
        sheet.put(70, y, title, bold=True).put(70, y + 5, employer)
        sheet.put(70, y + 10, "\x95 Answered all the questions that people asked about it")
    work = sheet.read().document.work
    assert [(job.start_date, job.end_date) for job in work] == [("2023-09", "2024-04")] * 2


def test_a_typewriter_face_keeps_its_words_together() -> None:
    sheet = Sheet().put(20, 15, "Alice Example", size=24, bold=True)
    sheet.pdf.set_font("courier", "", 12)
    for number, text in enumerate(
        ("Profile", "Engineer for the railways of", "the north and of the south", "and the east")
    ):
        sheet.pdf.text(20, 30 + 6 * number, text)
    assert "Engineer for the railways of" in sheet.texts()


def test_a_name_over_two_lines_is_whole() -> None:
    sheet = Sheet().put(20, 20, "Alice Example-", size=40, bold=True).put(20, 35, "Sample", size=40, bold=True)
    basics = with_jobs(sheet.put(20, 45, "Software Engineer"), 60).read().document.basics
    assert (basics.name, basics.label) == ("Alice Example-Sample", "Software Engineer")


def test_an_address_over_two_lines_is_whole() -> None:
    sheet = Sheet().put(20, 15, "Alice Example", size=24, bold=True)
    sheet.put(20, 25, "alice.example@mail.exam").put(20, 30, "ple.com")
    sheet.put(20, 35, "https://alice-").put(20, 40, "example.com")
    basics = with_jobs(sheet, 55).read().document.basics
    assert (basics.email, basics.url) == ("alice.example@mail.example.com", "https://alice-example.com")


def test_a_resume_twice_in_one_file_keeps_its_address() -> None:
    sheet = Sheet()
    for _copy in range(2):
        sheet.put(20, 10, "Alice Example", size=24, bold=True).put(20, 18, "alice@example.com")
        with_jobs(sheet)
        sheet = sheet if _copy else sheet.page()
    basics = sheet.read().document.basics
    assert (basics.name, basics.email) == ("Alice Example", "alice@example.com")


def test_an_address_that_only_heads_the_pages_is_read() -> None:
    sheet = with_jobs(Sheet().put(20, 10, "alice@example.com"))
    sheet.page().put(20, 10, "alice@example.com").put(20, 50, "More text of the second page")
    assert sheet.read().document.basics.email == "alice@example.com"


@pytest.mark.parametrize("end", ["that has paid for itself since 2019", "in the winters of 2010 and 2011"])
def test_a_bullet_that_ends_in_years_stays_a_bullet(end: str) -> None:
    body = f"Experience\n\nEngineer\nAcme Inc\n{RANGES[0]}\n- Built a tool {end}\n- Ran it\n"
    assert [len(job.highlights) for job in read_text(body).document.work] == [2]


def test_dates_in_front_of_a_long_head_open_an_entry() -> None:
    jobs = ("Senior Data Engineer, Meridian Health", "Data Engineer, Basket & Co")
    body = "".join(f"{when}  {job}\n* Built it\n\n" for when, job in zip(RANGES, jobs, strict=True))
    work = read_text(f"EXPERIENCE\n==========\n{body}").document.work
    assert [job.position for job in work] == ["Senior Data Engineer", "Data Engineer"]


def test_a_field_of_work_stays_in_the_title() -> None:
    body = f"Experience\n\nLecturer in Marine Biology\nUniversity of Leeds\n{RANGES[0]}\n- Taught it\n"
    (job,) = read_text(body).document.work
    assert (job.position, job.name) == ("Lecturer in Marine Biology", "University of Leeds")


@pytest.mark.parametrize("degree", ["HBO Bachelor", "Ausbildung zur Kauffrau"])
def test_a_degree_of_two_words_is_whole(degree: str) -> None:
    (study,) = read_text(f"Education\n\nHogeschool Utrecht\n{degree} Logistiek\n2009 - 2013\n").document.education
    assert (study.study_type, study.area) == (degree, "Logistiek")


def test_markdown_is_read_without_its_html() -> None:
    text = '<div class="x">\n\n# Alice Example\n\n[Site\n](https://alice.example.com) &amp; \\#1\n</div>\n'
    lines = [line.text for line in read_text(text, Kind.MARKDOWN).lines]
    assert lines == ["Alice Example", "Site & #1"]


def test_languages_of_programming_are_no_languages() -> None:
    sections = {"Experience": "none", "Education": "none", "Languages": "Python", "Idiomas": "Inglés"}
    text = "# Alice Example\n\n" + "\n\n".join(f"## {head}\n\n{body}" for head, body in sections.items())
    document = read_text(text, Kind.MARKDOWN).document
    assert [language.language for language in document.languages] == ["Inglés"]


def test_a_place_may_be_written_without_commas() -> None:
    place = read_text("Alice Example\nSão Paulo SP BR\nalice@example.com\n").document.basics.location
    assert (place.city, place.region, place.country_code) == ("São Paulo", "SP", "BR")


def test_a_place_alone_under_the_name_is_no_title() -> None:
    basics = read_text("Alice Example\nBologna\n\nExperience\n\nEngineer\nAcme Inc\n2019 - 2021\n").document.basics
    assert (basics.label, basics.location.city) == ("", "Bologna")


@pytest.mark.parametrize("line", ["8 years 11 months", "Highlights", "GitHub", "Last updated in May 2024", "* * #"])
def test_lines_that_say_nothing_are_not_reported(line: str) -> None:
    reading = read_text(f"Alice Example\n\nExperience\n\nEngineer\nAcme Inc\n{RANGES[0]}\n{line}\n- Built it\n")
    assert line not in [reading.lines[at].text for at in reading.unplaced]


def test_a_long_head_above_its_dates_is_no_bullet_of_the_job_before() -> None:
    reading = read_text(
        "Jane Example\njane@example.com\n\nExperience\n\nSenior Accountant, Northgate Ltd, London\nMar 2019 - Present\n"
        "- Closed books for 12 entities\n\nAccountant, Oak & Elm Charity, London\nSep 2014 - Feb 2019\n"
        "- Prepared accounts\n"
    )
    assert [(job.position, job.highlights) for job in reading.document.work] == [
        ("Senior Accountant", ["Closed books for 12 entities"]),
        ("Accountant", ["Prepared accounts"]),
    ]


def test_a_skill_may_begin_with_a_full_stop() -> None:
    [skills] = read_text("Jane Example\n\nSkills\n.NET, C#, Node.js.\n").document.skills
    assert skills.keywords == [".NET", "C#", "Node.js"]
