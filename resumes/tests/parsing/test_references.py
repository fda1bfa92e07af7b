"""Who speaks for a person, and what they say."""

from resumes.tests.parsing.given import Sheet, read_text


def references(sheet: Sheet) -> list[tuple[str, str]]:
    return [(row.name, row.reference) for row in sheet.read().document.references]


def test_a_name_set_apart_stands_above_what_it_says() -> None:
    sheet = Sheet().put(10, 20, "References", size=15, bold=True)
    sheet.put(10, 30, "Bob Boss", bold=True).put(10, 35, "Alice makes it look easy.")
    sheet.put(10, 45, "Charlie Chief", bold=True).put(10, 50, "Hire her.")
    assert references(sheet) == [("Bob Boss", "Alice makes it look easy."), ("Charlie Chief", "Hire her.")]


def test_a_name_may_stand_without_words() -> None:
    sheet = Sheet().put(10, 20, "References", size=15, bold=True).put(10, 30, "Bob Boss", bold=True)
    sheet.put(10, 40, "Charlie Chief", bold=True).put(10, 45, "Hire her.")
    assert references(sheet) == [("Bob Boss", ""), ("Charlie Chief", "Hire her.")]


def test_without_names_each_paragraph_is_a_reference() -> None:
    found = read_text("References\n\nAlice makes it look easy.\n\nHire her.\n").document.references
    assert [row.reference for row in found] == ["Alice makes it look easy.", "Hire her."]
