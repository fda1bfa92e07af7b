"""A file is read in the child; the parent trusts nothing that it leaves."""

import logging
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from PIL import Image

from resume_agent.lib.confinement import Limits
from resume_agent.lib.sandbox import Ending, Outcome, run_limited
from resumes import sandboxed_reading
from resumes.parsing.child import main, work
from resumes.parsing.handover import REFUSED, Refusal, Request
from resumes.parsing.page_images import page_images
from resumes.parsing.reading import Kind
from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_file
from resumes.tests import files
from resumes.tests.given import RESUME


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [(files.pdf(pages=2), Kind.PDF, 2), (files.word(), Kind.DOCX, 0), (RESUME.encode(), Kind.TEXT, 0)],
    ids=["pdf", "word", "text"],
)
def test_a_file_comes_back_read(data: bytes, kind: Kind, pages: int) -> None:
    read = read_file(data, "../Alice CV")
    assert read.reading.document.basics.email == "alice@example.com"
    assert (read.reading.facts.kind, read.reading.facts.name) == (kind, "Alice CV")
    assert [page.number for page in read.pages] == list(range(1, pages + 1))


def test_each_step_is_told_as_it_begins() -> None:
    steps: list[str] = []
    read_file(files.pdf(), "cv.pdf", on_step=steps.append)
    assert steps == ["reading", "understanding", "drawing"]


def test_no_pictures_are_made_unless_wanted() -> None:
    assert read_file(files.pdf(), "cv.pdf", images=False).pages == []


def test_a_page_is_drawn_sharp_and_small() -> None:
    page = read_file(files.pdf(), "cv.pdf").pages[0]
    drawn = Image.open(BytesIO(page.image))
    assert (drawn.format, drawn.size) == ("WEBP", (1240, 1754))
    assert page.width / page.height == pytest.approx(1240 / 1754, abs=0.01)
    assert len(page.image) < 300_000


def test_what_was_filled_into_a_form_is_drawn() -> None:
    box = "/BBox [0 0 400 400] /Length 40 >>\nstream\n1 0 0 rg 0 0 400 400 re f                \nendstream"
    data = files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [4 0 R] >>",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /F 4 /Rect [0 0 400 400] /AP << /N 5 0 R >> >>",
        f"<< /Type /XObject /Subtype /Form {box}",
    )
    drawn = Image.open(BytesIO(next(page_images(data))[1]))
    assert drawn.getpixel((100, drawn.height - 100)) != (255, 255, 255)


def test_a_refusal_of_the_child_reaches_the_person() -> None:
    with pytest.raises(Unreadable, match="password"):
        read_file(files.pdf(password="secret"), "cv.pdf")


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable) as caught:
        read_file(files.pdf(), "cv.pdf", seconds=0.01)
    assert caught.value.code == "timeout"


@pytest.mark.parametrize(
    ("ending", "code"), [(Ending.TIMEOUT, "timeout"), (Ending.MEMORY, "timeout"), (Ending.CRASHED, "corrupt")]
)
def test_a_child_that_ends_badly_is_told_to_both_sides(
    ending: Ending, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(Unreadable) as caught:
        sandboxed_reading.check(Outcome(ending, "SIGSEGV"))
    assert caught.value.code == code
    assert f"{ending} (SIGSEGV)" in caplog.text


def test_reading_needs_no_more_than_the_childs_memory(tmp_path: Path) -> None:
    request = Request(name="cv.pdf").model_dump_json().encode() + b"\n" + files.pdf(pages=10)
    half = Limits(memory=256 * 1024 * 1024)
    outcome = run_limited("resumes.parsing.child", stdin=request, out_dir=tmp_path, limits=half)
    assert outcome.ending is Ending.OK


@pytest.mark.parametrize(
    "left", [{}, {"reading.json": b"{}"}, {"reading.json": b"not json"}, {REFUSED: b"[]"}], ids=str
)
def test_what_a_child_leaves_is_not_believed(tmp_path: Path, left: dict[str, bytes]) -> None:
    for name, content in left.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        sandboxed_reading.collect(tmp_path, "cv.pdf")
    assert caught.value.code == "corrupt"


def test_a_link_in_place_of_a_result_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(Refusal(code="empty", sentence="secret").model_dump_json())
    (tmp_path / REFUSED).symlink_to(tmp_path / "secret")
    with pytest.raises(Unreadable) as caught:
        sandboxed_reading.collect(tmp_path, "cv.pdf")
    assert caught.value.code == "corrupt"


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (files.pdf(), {"reading.json", "page-1.webp"}),
        (RESUME.encode(), {"reading.json"}),
        (files.picture(), {REFUSED}),
        (b"12; 13\n" * 100, {REFUSED}),
    ],
    ids=["pdf", "text", "picture", "figures"],
)
def test_the_childs_work_leaves_its_results(tmp_path: Path, data: bytes, left: set[str]) -> None:
    work(Request(name="cv"), data, tmp_path, step=lambda _: None)
    assert {file.name for file in tmp_path.iterdir()} == left


def test_the_child_takes_its_request_and_says_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = Request(name="cv").model_dump_json().encode() + b"\n" + RESUME.encode()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(given)))
    main()
    assert capsys.readouterr().out == "reading\nunderstanding\n"
    assert (tmp_path / "reading.json").exists()
