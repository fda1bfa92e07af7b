"""Skills, languages, interests, and the sections of short entries."""

from resumes.document import Document
from resumes.tests.parsing.given import Sheet, read_text


def document(text: str) -> Document:
    return read_text(text).document


def test_skills_in_a_line_are_keywords() -> None:
    assert document("Skills\n\nPython, Go · SQL; Rust\n").skills[0].keywords == ["Python", "Go", "SQL", "Rust"]


def test_a_name_before_a_colon_is_the_group() -> None:
    (group,) = document("Skills\n\nDesign (Advanced): Figma, Sketch\n").skills
    assert (group.name, group.level, group.keywords) == ("Design", "Advanced", ["Figma", "Sketch"])


def test_a_name_above_bullets_is_the_group() -> None:
    groups = document("Skills\n\nCode\n\n- Python\n- Go\n\nRecords\n\n- Epic\n").skills
    assert [(group.name, group.keywords) for group in groups] == [("Code", ["Python", "Go"]), ("Records", ["Epic"])]


def test_a_bold_name_above_its_keywords_is_the_group() -> None:
    sheet = Sheet().put(10, 20, "Skills", size=15, bold=True).put(10, 30, "Code", bold=True).put(10, 36, "Python, Go")
    (group,) = sheet.read().document.skills
    assert (group.name, group.keywords) == ("Code", ["Python", "Go"])


def test_a_level_is_no_keyword() -> None:
    (group,) = document("Skills\n\nDesign\tMaster\nFigma, Sketch (advanced)\n").skills
    assert (group.name, group.level, group.keywords) == ("Design", "Master", ["Figma", "Sketch"])


def test_a_level_in_a_line_of_its_own_belongs_to_the_group_above() -> None:
    (group,) = document("Skills\n\nDesign: Figma\nExpert\n").skills
    assert group.level == "Expert"


def test_what_stands_in_brackets_is_not_parted() -> None:
    assert document("Skills\n\nCloud (AWS, GCP), Go\n").skills[0].keywords == ["Cloud (AWS, GCP)", "Go"]


def test_a_sentence_among_skills_stays_whole() -> None:
    text = "I know how to weld, to paint and to sing in the rain with all of my friends"
    assert len(document(f"Skills\n\n{text.replace(',', '')}\n").skills[0].keywords) == 1


def test_languages_are_read_in_many_forms() -> None:
    found = document(
        "Languages\n\nEnglish: Native speaker\nSpanish (fluent), German – B2\nFrench\nConversational\n"
    ).languages
    assert [(one.language, one.fluency) for one in found] == [
        ("English", "Native speaker"),
        ("Spanish", "fluent"),
        ("German", "B2"),
        ("French", "Conversational"),
    ]


def test_interests_are_parted_at_commas() -> None:
    assert [one.name for one in document("Interests\n\nHiking, chess\n").interests] == ["Hiking", "chess"]


def test_awards_have_a_giver_and_a_date() -> None:
    (award,) = document("Awards\n\nOct 2019\n\nBest Bridge\n\nBridge Council\n\n- For the long one.\n").awards
    assert (award.title, award.awarder, award.date, award.summary) == (
        "Best Bridge",
        "Bridge Council",
        "2019-10",
        "For the long one.",
    )


def test_certificates_and_publications_are_read() -> None:
    found = document(
        "Certificates\n\nWelding\nBoard of Fire\nMay 2017\n\nPublications\n\nOn Bridges\nJournal of Rivers\n2018\n"
    )
    assert (found.certificates[0].name, found.certificates[0].issuer, found.certificates[0].date) == (
        "Welding",
        "Board of Fire",
        "2017-05",
    )
    assert (found.publications[0].name, found.publications[0].release_date) == ("On Bridges", "2018")


def test_bulleted_certificates_are_read() -> None:
    found = document("Certificates\n\n- First aid\n").certificates
    assert [one.name for one in found] == ["First aid"]


def test_projects_have_a_name_dates_an_address_and_highlights() -> None:
    text = (
        "Projects\n\nSolar Car\n2019 - 2020\n"
        "https://example.com/solar\nWireless telemetry for the car of the students.\n- Built a logger\n"
    )
    (project,) = document(text).projects
    assert (project.name, project.start_date, project.url) == ("Solar Car", "2019", "https://example.com/solar")
    assert (project.description, project.highlights) == (
        "Wireless telemetry for the car of the students.",
        ["Built a logger"],
    )


def test_volunteering_has_an_organisation() -> None:
    (one,) = document("Volunteering\n\nBoard Member\nFood Bank\nSince 2015\n- Advised\n").volunteer
    assert (one.organization, one.position, one.start_date) == ("Food Bank", "Board Member", "2015")


def test_references_are_kept() -> None:
    assert document("References\n\nBob Example, a fine engineer of bridges\n").references[0].reference


def test_a_keyword_that_was_too_long_for_its_line_is_whole() -> None:
    sheet = Sheet().put(10, 20, "Skills", size=15, bold=True)
    sheet.put(10, 30, "Methods: Structured interviews, Sampling, Hierarchical")
    sheet.put(14, 34, "models, Writing").put(10, 40, "Software: R, Stan, QGIS")
    methods, software = sheet.read().document.skills
    assert methods.keywords == ["Structured interviews", "Sampling", "Hierarchical models", "Writing"]
    assert software.keywords == ["R", "Stan", "QGIS"]


def test_a_group_without_keywords_is_told_by_its_look() -> None:
    sheet = Sheet().put(10, 20, "Skills", size=15, bold=True)
    sheet.put(10, 30, "Programming:", bold=True).put(35, 30, "Python, Go").put(10, 36, "Leadership", bold=True)
    groups = sheet.read().document.skills
    assert [(group.name, group.keywords) for group in groups] == [("Programming", ["Python", "Go"]), ("Leadership", [])]


def test_interests_may_have_keywords_behind_a_colon() -> None:
    found = document("Interests\n\nRunning: Fells, Marathons\nChess\n").interests
    assert [(row.name, row.keywords) for row in found] == [("Running", ["Fells", "Marathons"]), ("Chess", [])]


def test_a_language_nobody_listed_is_told_by_its_colon() -> None:
    found = document("Languages\n\nEnglish: fluent | Wolof: mother tongue\n").languages
    assert [(row.language, row.fluency) for row in found] == [("English", "fluent"), ("Wolof", "mother tongue")]


def test_an_entry_without_dates_above_dated_ones_is_one_of_its_own() -> None:
    sheet = Sheet().put(10, 20, "Projects", size=15, bold=True)
    sheet.put(10, 30, "Anvil", bold=True).put(10, 35, "For smiths")
    sheet.put(10, 45, "Hammer", bold=True).put(60, 45, "2019 - 2020").put(10, 50, "- Fast and small in the hand")
    assert [row.name for row in sheet.read().document.projects] == ["Anvil", "Hammer"]
