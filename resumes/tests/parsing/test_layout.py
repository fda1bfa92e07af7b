"""Reading order: columns, rails, notes beside entries, running lines, drawn bullets."""

from resumes.parsing.extract_pdf import extract_pdf
from resumes.parsing.lines import rows_in_order
from resumes.tests.parsing.given import Sheet


def two_columns() -> Sheet:
    sheet = Sheet().put(10, 15, "Alice Example", size=24, bold=True)
    left = ["Built the booking service", "Led a team of four people", "Cut costs by a fifth", "Wrote the handbook"]
    right = ["Python", "Django", "alice@example.com", "+44 20 7946 0958"]
    for column, (x, head, lines) in enumerate(((10, "EXPERIENCE", left), (120, "SKILLS", right))):
        sheet.put(x, 30 + column, head, size=13, bold=True)
        for number, line in enumerate(lines):
            sheet.put(x, 40 + column + 6 * number, line)
    return sheet


def test_two_columns_are_read_one_after_the_other() -> None:
    texts = two_columns().texts()
    assert texts.index("Wrote the handbook") < texts.index("SKILLS") < texts.index("Python")


def test_the_number_of_columns_is_told() -> None:
    assert two_columns().read().pages[0].columns == 2


def test_a_column_goes_on_over_a_pages_end() -> None:
    texts = two_columns().page().put(10, 30, "Answered the telephones").texts()
    assert texts.index("Answered the telephones") < texts.index("SKILLS")


def test_what_follows_columns_over_the_full_width_is_read_after_them() -> None:
    sheet = two_columns().put(10, 80, "EDUCATION", size=13, bold=True)
    sheet.put(10, 90, "A line that runs over the whole width of the page and so ends both of the columns above it")
    texts = sheet.texts()
    assert texts.index("Django") < texts.index("EDUCATION")


def rail() -> Sheet:
    sheet = Sheet()
    for y, name, lines in (
        (20, "Work", ["Engineer at Acme in the city", "Built a bridge over the river", "Paid all of the bills"]),
        (60, "Education", ["Bachelor of Science in Physics", "University of Leeds in England"]),
        (100, "Skills", ["Python and all of its friends", "Welding and other hot things"]),
    ):
        sheet.put(10, y, name, size=13)
        for number, line in enumerate(lines):
            sheet.put(60, y + 6 * number, line)
    return sheet


def test_section_names_in_a_rail_come_before_what_stands_beside_them() -> None:
    texts = rail().texts()
    assert texts[texts.index("Education") + 1] == "Bachelor of Science in Physics"
    assert texts[texts.index("Skills") - 1] == "University of Leeds in England"


def test_a_name_in_the_middle_of_its_block_still_opens_it() -> None:
    sheet = Sheet().put(10, 26, "Work", size=12).put(10, 76, "Skills", size=12)
    for y, text in ((20, "One thing that was done"), (26, "Two things that were done"), (32, "Three things done")):
        sheet.put(60, y, text).put(60, y + 50, f"{text} well")
    texts = sheet.texts()
    assert texts[texts.index("Skills") + 1] == "One thing that was done well"


def test_dates_in_the_rail_go_to_the_entry_they_stand_at() -> None:
    texts = rail().put(10, 32, "2019 - 2021").texts()
    assert texts.index("2019 - 2021") == texts.index("Paid all of the bills") + 1


def test_a_stack_of_notes_stays_together_behind_the_line_it_starts_at() -> None:
    sheet = Sheet().put(10, 20, "Acme, Engineer", bold=True).put(150, 20, "Leeds, UK")
    sheet.put(10, 25, "Built a bridge over a river and back again").put(150, 25, "2019 - 2021")
    sheet.put(10, 30, "Paid all of the bills of all of the others")
    texts = sheet.texts()
    assert texts[:3] == ["Acme, Engineer", "Leeds, UK", "2019 - 2021"]


def test_a_grid_of_titled_lists_is_read_list_by_list() -> None:
    sheet = Sheet().put(10, 20, "Wet lab", bold=True).put(80, 20, "Data", bold=True)
    sheet.put(10, 26, "Pipetting").put(80, 26, "Python").put(10, 32, "Staining").put(80, 32, "Fortran")
    assert sheet.texts() == ["Wet lab", "Pipetting", "Staining", "Data", "Python", "Fortran"]


def test_a_label_over_several_lines_stands_beside_its_entry() -> None:
    sheet = (
        Sheet()
        .put(10, 20, "Bach-")
        .put(10, 25, "elor")
        .put(35, 20, "University of Leeds, where it rains a lot, Physics")
    )
    assert sheet.texts() == ["University of Leeds, where it rains a lot, Physics", "Bach-", "elor"]


def test_what_stands_in_one_line_with_wide_gaps_is_one_row_of_cells() -> None:
    assert Sheet().put(10, 20, "Python").put(40, 20, "Go").texts() == ["Python\tGo"]


def test_page_numbers_and_repeated_edges_are_running_lines() -> None:
    sheet = Sheet().put(10, 8, "Alice Example").put(10, 290, "Page 1 of 2").put(10, 50, "Text of the first page")
    sheet.page().put(10, 8, "Alice Example").put(10, 290, "Page 2 of 2").put(10, 50, "Text of the second page")
    extraction = extract_pdf(sheet.data)
    rows, _pages = rows_in_order(extraction)
    assert [row.text for row in rows if not row.running] == ["Text of the first page", "Text of the second page"]


def test_a_line_that_a_pages_end_cut_in_two_is_read_once() -> None:
    sheet = Sheet().put(10, 50, "Some text that stands above").put(10, 288, "University of Leeds")
    sheet.page().put(10, 10, "University of Leeds").put(10, 50, "More text")
    rows, _pages = rows_in_order(extract_pdf(sheet.data))
    assert [row.text for row in rows if not row.running].count("University of Leeds") == 1


def test_a_whole_line_at_a_pages_end_is_read_though_its_letters_come_again() -> None:
    sheet = Sheet().put(10, 50, "Some text that stands above").put(10, 288, "the others")
    sheet.page().put(10, 10, "Then her roses and the shutters").put(10, 50, "More text")
    rows, _pages = rows_in_order(extract_pdf(sheet.data))
    assert [row.text for row in rows if not row.running].count("the others") == 1


def test_bullets_drawn_as_shapes_are_bullets() -> None:
    sheet = Sheet()
    for y in (20, 26, 32):
        sheet.pdf.ellipse(10, y - 2, 1, 1, style="F")
        sheet.put(13, y, "Built a bridge")
    rows, _pages = rows_in_order(extract_pdf(sheet.data))
    assert [(row.bullet, row.text) for row in rows] == [("•", "Built a bridge")] * 3


def test_a_lone_shape_is_an_icon_and_no_bullet() -> None:
    sheet = Sheet().put(13, 20, "Leeds")
    sheet.pdf.ellipse(10, 18, 1, 1, style="F")
    rows, _pages = rows_in_order(extract_pdf(sheet.data))
    assert [row.bullet for row in rows] == [""]


def test_letter_spaced_headings_are_whole_words() -> None:
    sheet = Sheet()
    sheet.pdf.set_char_spacing(3)
    assert sheet.put(10, 20, "EXPERIENCE", size=12).texts() == ["EXPERIENCE"]


def test_an_empty_page_has_no_lines() -> None:
    assert Sheet().read().lines == []


def test_link_annotations_tell_what_they_stand_on() -> None:
    sheet = Sheet().put(10, 20, "alice")
    sheet.pdf.link(9, 15, 15, 8, "https://github.com/alice")
    (link,) = extract_pdf(sheet.data).links
    assert (link.url, link.text) == ("https://github.com/alice", "alice")


def test_text_recognised_in_a_scan_is_read_though_it_is_invisible() -> None:
    sheet = Sheet()
    with sheet.pdf.local_context(text_mode="INVISIBLE"):
        sheet.put(10, 20, "Alice Example")
    (word, _other) = extract_pdf(sheet.data).words
    assert not word.style.hidden


def test_invisible_text_among_visible_text_is_marked_hidden() -> None:
    sheet = Sheet().put(10, 20, "Alice")
    with sheet.pdf.local_context(text_mode="INVISIBLE"):
        sheet.put(10, 40, "Secret")
    assert [(word.text, word.style.hidden) for word in extract_pdf(sheet.data).words] == [
        ("Alice", False),
        ("Secret", True),
    ]
