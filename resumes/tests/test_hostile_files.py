"""Files made to harm are refused, each in moments, and never as anything but a refusal."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumes.parsing.file_facts import look_at
from resumes.parsing.opening import open_file
from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_file
from resumes.tests import files

ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MB = 1024 * 1024


def refusal(data: bytes, name: str = "cv.pdf") -> Unreadable:
    """Said at once, not because the child ran out of time."""
    with pytest.raises(Unreadable) as caught:
        read_file(data, name)
    assert caught.value.code != "timeout"
    return caught.value


def word_of_zeros(megabytes: int) -> bytes:
    packed = BytesIO(files.word())
    with ZipFile(packed, "a", ZIP_DEFLATED) as zipped, zipped.open("word/extra.xml", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(MB))
    return packed.getvalue()


def with_lying_directory() -> bytes:
    """Each part claims to hold one byte."""
    data = bytearray(word_of_zeros(20))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 24, 1)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def with_many_entries() -> bytes:
    return files.archive({f"{number}.xml": b"" for number in range(3000)})


def with_huge_count() -> bytes:
    """The directory's end claims 65,535 entries."""
    data = bytearray(files.word())
    struct.pack_into("<HH", data, len(data) - 14, 0xFFFF, 0xFFFF)
    return bytes(data)


def nested() -> bytes:
    inner = files.archive({"zeros": bytes(5 * MB)})
    for depth in range(6):
        inner = files.archive({f"{depth}-{copy}.zip": inner for copy in range(8)})
    return files.word_with({"word/embeddings/a.zip": inner})


def word_saying(entity: str, declared: str, encoding: str = "utf-8") -> bytes:
    body = f"<w:p><w:r><w:t>&{entity};</w:t></w:r></w:p>"
    return files.word_with({files.DOCUMENT: files.word_xml(body, before=declared).encode(encoding)})


def deep_xml() -> bytes:
    return files.word_with({files.DOCUMENT: files.word_xml("<w:p>" * 200_000 + "</w:p>" * 200_000)})


def page_tree(count: int) -> bytes:
    kids = " ".join(["3 0 R"] * count)
    return files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    )


def endless_page_tree() -> bytes:
    return files.raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def deep_arrays() -> bytes:
    return files.raw_pdf(f"<< /Type /Catalog /Pages 2 0 R /X {'[' * 100_000} >>")


def heavy_page() -> bytes:
    """Forms that draw forms: 12 to the 8th squares."""
    forms = [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /N {number + 5} 0 R >> >> "
        f"/Length 60 >>\nstream\n{'/N Do ' * 12}\nendstream"
        for number in range(8)
    ]
    page = "/MediaBox [0 0 600 800] /Resources << /XObject << /N 5 0 R >> >> /Contents 4 0 R"
    return files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {page} >>",
        "<< /Length 10 >>\nstream\n/N Do     \nendstream",
        *forms,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 20 >>\nstream\n0 0 9 9 re f        \nendstream",
    )


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (lambda: word_of_zeros(200), {"bomb"}),
        (lambda: files.archive({"[Content_Types].xml": "<x/>", "word/document.xml": bytes(40 * MB)}), {"bomb"}),
        (with_lying_directory, {"bomb", "corrupt"}),
        (with_many_entries, {"bomb"}),
        (with_huge_count, {"bomb"}),
        (lambda: word_saying("c", ENTITIES), {"bomb"}),
        (lambda: word_saying("x", OUTSIDE), {"bomb"}),
        (lambda: word_saying("c", ENTITIES, "utf-16"), {"bomb"}),
        (deep_xml, {"corrupt"}),
        (lambda: files.word_with({files.DOCUMENT: b"\x00\x01\x02 not xml"}), {"corrupt"}),
        (lambda: files.archive({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), {"corrupt"}),
        (lambda: files.word()[:-500], {"corrupt"}),
        (lambda: b"PK\x03\x04" + bytes(200), {"corrupt"}),
        (lambda: page_tree(10_000), {"too_many_pages"}),
        (endless_page_tree, {"corrupt", "empty"}),
        (deep_arrays, {"corrupt"}),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, {"corrupt"}),
        (lambda: files.picture() + files.pdf(), {"wrong_type"}),
        (lambda: files.pdf(password="secret"), {"encrypted"}),
        (lambda: b'{"basics":' + b"[" * 100_000 + b"]" * 100_000 + b"}", {"corrupt", "wrong_type"}),
    ],
)
def test_a_file_made_to_harm_is_refused(make: Callable[[], bytes], codes: set[str]) -> None:
    assert refusal(make()).code in codes


def test_a_page_of_a_billion_drawings_is_given_up() -> None:
    with pytest.raises(Unreadable) as caught:
        read_file(heavy_page(), "cv.pdf", seconds=2)
    assert caught.value.code in {"timeout", "corrupt"}


def test_an_archive_within_the_file_is_never_unpacked() -> None:
    assert read_file(nested(), "cv.docx").reading.facts.kind == "docx"


def test_a_pdf_that_is_a_zip_too_is_read_as_what_it_begins_with() -> None:
    assert read_file(files.pdf() + files.archive({"a": "b"}), "cv.docx").reading.facts.kind == "pdf"


def test_a_table_of_figures_is_no_resume() -> None:
    figures = "\n".join(f"{number}; {number * 37 % 101}; {number * 91 % 17}" for number in range(300))
    assert refusal(figures.encode(), "figures.csv").code == "not_a_resume"


def opens(data: bytes) -> bool:
    """Open and look in this process, where anything but a refusal shows as itself."""
    try:
        kind = open_file(data, "cv")
        look_at(data, "cv", kind)
    except Unreadable:
        return False
    return True


SOUND = (files.pdf(), files.word(), files.scan("words"))
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.binary(max_size=2000), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{", b"\xff\xfe"]))
def test_random_bytes_open_or_are_refused(data: bytes, beginning: bytes) -> None:
    opens(beginning + data)


@few
@given(st.sampled_from(SOUND), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_files_with_wrong_bytes_open_or_are_refused(sound: bytes, changes: list[tuple[float, int]]) -> None:
    data = bytearray(sound)
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    opens(bytes(data))


@few
@given(st.sampled_from(SOUND), st.floats(0, 1), st.floats(0, 1))
def test_files_with_a_missing_piece_open_or_are_refused(sound: bytes, start: float, share: float) -> None:
    begin = int(start * len(sound))
    opens(sound[:begin] + sound[begin + int(share * (len(sound) - begin)) :])


@few
@given(
    st.sampled_from(["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(32, 126)), min_size=1, max_size=6),
)
def test_word_files_with_wrong_letters_open_or_are_refused(part: str, changes: list[tuple[float, int]]) -> None:
    content = bytearray(files.parts(SOUND[1])[part])
    for place, value in changes:
        content[int(place * (len(content) - 1))] = value
    opens(files.word_with({part: bytes(content)}))


def test_the_sound_files_do_open() -> None:
    assert [opens(data) for data in SOUND] == [True, True, False]
    assert docx.Document(BytesIO(SOUND[1])).paragraphs
