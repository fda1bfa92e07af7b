"""Where a line stands on the page, which marks and columns rely on."""

from resumes.tests.parsing.given import Sheet


def test_a_page_size_given_for_the_whole_file_counts() -> None:
    """fpdf2 writes the size once, in the page tree, as many programs do."""
    reading = Sheet().put(10, 10, "At the very top").read()
    [line] = reading.lines
    assert line.box is not None
    # 10 mm from the top to the baseline of 10 pt letters.
    assert 0 < line.box.y0 < 28.35
    assert 25 < line.box.y1 < 35
