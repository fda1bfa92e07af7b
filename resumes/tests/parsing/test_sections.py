from resumes.parsing.reading import Kind
from resumes.tests.parsing.given import Sheet, read_text


def headings(text: str, kind: Kind = Kind.TEXT) -> list[str]:
    return [line.heading for line in read_text(text, kind).lines if line.heading]


def test_headings_are_known_in_many_languages() -> None:
    text = "\n\n".join(["Berufserfahrung", "x y", "Formation", "x y", "Idiomas", "x y", "Competenze", "x y"])
    assert headings(text) == ["work", "education", "languages", "skills"]


def test_case_counts_and_colons_do_not_matter() -> None:
    assert headings("WORK EXPERIENCE (3)\n\nx\n\nEDUCATION:\n\nx\n") == ["work", "education"]


def test_letter_spaced_headings_are_known() -> None:
    assert headings("S K I L L S\n\nPython\n") == ["skills"]


def test_a_group_of_skills_called_languages_opens_no_section() -> None:
    text = "Skills\n\nLanguages\n\n- Python\n- Go\n\nLanguages\n\nEnglish\n"
    assert headings(text) == ["skills", "languages"]


def test_a_section_may_be_named_in_front_of_its_only_line() -> None:
    reading = read_text("Alice Example\n\nSkills: Python, Go\n\nLanguages: English (native)\n")
    assert [skill.keywords for skill in reading.document.skills] == [["Python", "Go"]]
    assert [one.language for one in reading.document.languages] == ["English"]


def test_an_unknown_heading_set_like_the_others_closes_the_section_above() -> None:
    sheet = Sheet()
    for y, head in ((20, "Experience"), (50, "Education"), (80, "Skills"), (110, "Hackathons")):
        sheet.put(10, y, head, size=15, bold=True).put(10, y + 8, "Something of some length that is written below")
    assert [line.heading for line in sheet.read().lines if line.heading] == ["work", "education", "skills", "other"]


def test_a_count_behind_a_heading_belongs_to_it() -> None:
    reading = read_text("Education\n\n(1)\n\n2010 - 2013\n\nUniversity of Leeds\n")
    assert reading.document.education[0].institution == "University of Leeds"
    assert reading.unplaced == []


def test_markdown_headings_are_stripped_of_their_marks() -> None:
    assert headings("# Alice\n\n## Experience\n\n### Engineer\n", Kind.MARKDOWN) == ["work"]


def test_underlined_headings_are_known() -> None:
    reading = read_text("Experience\n----------\n\nEngineer\n")
    assert (reading.lines[0].text, reading.lines[0].heading) == ("Experience", "work")


def test_about_may_introduce_the_contact_data() -> None:
    reading = read_text("Alice Example\n\nAbout\n\nalice@example.com\n\nSummary\n\nA person of many talents.\n")
    assert reading.document.basics.summary == "A person of many talents."


def test_without_a_heading_for_skills_short_lists_under_other_headings_are_skills() -> None:
    sheet = Sheet()
    for y, head in ((20, "Experience"), (50, "Education"), (80, "Interests")):
        sheet.put(10, y, head, size=15, bold=True).put(10, y + 8, "Something of some length that is written below")
    sheet.put(10, 110, "Wet lab", size=15, bold=True).put(10, 118, "Pipetting, Staining")
    (skill,) = sheet.read().document.skills
    assert (skill.name, skill.keywords) == ("Wet lab", ["Pipetting", "Staining"])
