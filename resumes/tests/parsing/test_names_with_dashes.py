"""A dash or slash in few of a section's heads belongs to a name; in most, it parts title and employer."""

from resumes.tests.parsing.given import Sheet, read_text


def sheet(*heads: tuple[str, str]) -> Sheet:
    drawn = Sheet().put(10, 20, "Experience", size=15, bold=True)
    for at, (title, employer) in enumerate(heads):
        y = 30 + 20 * at
        drawn.put(10, y, title, bold=True).put(10, y + 5, employer).put(150, y, f"{2018 - at} - {2019 - at}")
        drawn.put(10, y + 10, "- Answered for everything that the others there had left lying about.")
    return drawn


def test_a_slash_in_one_title_of_three_is_its_own() -> None:
    heads = (("Engineer / Architect", "Acme Inc"), ("Engineer", "Globex Ltd"), ("Developer", "Initech Ltd"))
    found = sheet(*heads).read().document.work
    assert [(row.position, row.name) for row in found] == list(heads)


def test_a_dash_in_every_head_parts_title_and_employer() -> None:
    body = "Experience\n\nEngineer - Acme Inc\n2018 - 2019\n- A\n\nDeveloper - Globex Ltd\n2016 - 2017\n- B\n"
    found = read_text(body).document.work
    assert [(row.position, row.name) for row in found] == [("Engineer", "Acme Inc"), ("Developer", "Globex Ltd")]


def test_a_dash_that_alone_tells_the_employer_parts_it() -> None:
    body = "Experience\n\nEngineer - Acme Inc\n2018 - 2019\n- A\n\nDeveloper\nGlobex Ltd\n2016 - 2017\n- B\n"
    assert read_text(body).document.work[0].name == "Acme Inc"
