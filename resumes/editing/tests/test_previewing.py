"""The pictures of a draft's pages: set once, kept within bounds, asked for by many at once."""

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from PIL import Image

from resumes.document import Document
from resumes.editing.outline import outline_of
from resumes.editing.previewing import NoSuchPage, Pages, Shelf, digest_of, page_of, preview_of
from resumes.models import Draft
from resumes.rendering.design import Design


def draft(name: str = "Alice Example", *, jobs: int = 1, **design: object) -> Draft:
    work = [
        {"name": "Acme Ltd", "position": f"Engineer {n}", "highlights": ["Kept the shop open"]} for n in range(jobs)
    ]
    document = Document.model_validate({"basics": {"name": name}, "work": work})
    return Draft(outline=outline_of(document), design=Design.model_validate(design).model_dump(mode="json"), revision=7)


def full(size: int = 1) -> Pages:
    return Pages(images=(b"x" * size,))


def test_a_page_is_the_paper_at_144_pixels_an_inch() -> None:
    preview = preview_of(draft())
    with Image.open(io.BytesIO(page_of(draft(), 1))) as picture:
        assert picture.format == "PNG"
        assert picture.size == (preview.width, preview.height) == (1191, 1684)


def test_a_preview_says_what_it_shows() -> None:
    preview = preview_of(draft())
    assert (preview.revision, preview.pages, list(preview.numbers)) == (7, 1, [1])
    assert not preview.problem
    assert not preview.empty


def test_a_long_resume_has_every_page() -> None:
    long = draft(jobs=60)
    preview = preview_of(long)
    assert preview.pages > 2
    assert page_of(long, preview.pages).startswith(b"\x89PNG")


@pytest.mark.parametrize("number", [0, 2, 10**9])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(NoSuchPage):
        page_of(draft(), number)


def test_the_design_changes_the_picture() -> None:
    assert page_of(draft(), 1) != page_of(draft(accent="#7a1f3d"), 1)
    assert preview_of(draft(paper="us-letter")).width == 1224


def test_nothing_written_gives_a_white_page_and_says_so() -> None:
    preview = preview_of(Draft(outline={}, design={}))
    assert preview.empty
    assert preview.pages == 1


def test_what_cannot_be_set_gives_its_sentence_and_no_pages() -> None:
    shelf = Shelf()
    pages = shelf.get("broken", lambda: Pages(problem="This can't be set."))
    assert (pages.images, pages.problem) == ((), "This can't be set.")


def test_the_same_content_has_the_same_digest_and_any_change_another() -> None:
    assert digest_of(draft()) == digest_of(draft())
    assert len({digest_of(draft()), digest_of(draft("Charlie")), digest_of(draft(template="modern"))}) == 3


def test_a_document_is_made_once_and_then_kept() -> None:
    shelf, made = Shelf(), []

    def make() -> Pages:
        made.append(1)
        return full()

    assert shelf.get("a", make) is shelf.get("a", make)
    assert len(made) == 1


def test_a_document_that_two_ask_for_at_once_is_made_once() -> None:
    shelf, made, together = Shelf(), [], Barrier(2)

    def make() -> Pages:
        made.append(1)
        return full()

    def ask(_: int) -> Pages:
        together.wait()
        return shelf.get("a", make)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(ask, range(2))
    assert first is second
    assert len(made) == 1


def test_what_fails_is_not_kept_and_stops_nobody_else() -> None:
    shelf = Shelf()
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: full(1 // 0))
    assert shelf.get("a", full) == full()


def test_the_document_asked_for_longest_ago_goes_first() -> None:
    shelf = Shelf(documents=2)
    kept = shelf.get("a", full)
    shelf.get("b", full)
    shelf.get("a", full)
    shelf.get("c", full)
    assert shelf.get("a", full) is kept
    assert list(shelf._kept) == ["c", "a"]


def test_the_bytes_are_bounded_but_the_newest_document_stays() -> None:
    shelf = Shelf(size=10)
    shelf.get("a", lambda: full(6))
    shelf.get("b", lambda: full(6))
    assert list(shelf._kept) == ["b"]
    shelf.get("large", lambda: full(100))
    assert list(shelf._kept) == ["large"]


def test_a_hundred_previews_at_once_all_come_and_are_each_their_own() -> None:
    drafts = [draft(f"Alice {n % 25}") for n in range(100)]
    with ThreadPoolExecutor(100) as pool:
        found = list(pool.map(lambda each: (preview_of(each).problem, page_of(each, 1)), drafts))
    assert not any(problem for problem, _ in found)
    assert len({page for _, page in found}) == 25
