"""Documents for the tests of rendering: an ordinary one, arbitrary ones, and what an attacker would type."""

from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from resumes.document import Document

HOSTILE = (
    "#set page(fill: red) #panic()",
    '"); #sys.inputs.sheet ("',
    "*bold* _it_ `raw` $x^2$ @label <tag> = Heading",
    "{{ 7*7 }} {% debug %} ${7*7} <%= 7*7 %>",
    "<script>alert(1)</script>&amp;",
    "=HYPERLINK(1)+cmd|' /C calc'!A0",
    "\\textbf{x} \\u{41} C:\\new\\table",
    "- not a bullet // no comment /* none */",
    "../../etc/passwd %00 %s %n",
)
DATES = {"start_date", "end_date", "date", "release_date"}
_TEXTS = st.sampled_from([*HOSTILE, "https://www.example.com/", "javascript:alert(1)", " ", "\n\n", "\x00"])
TEXTS = _TEXTS | st.text(max_size=12)


def alices(**parts: Any) -> Document:
    basics = {"name": "Alice Example", "label": "Engineer", "email": "alice@example.com", "summary": "Builds and runs."}
    work = [{"name": "Acme", "position": "Engineer", "startDate": "2019-03", "highlights": ["Cut costs by 40 %."]}]
    return Document.model_validate({"basics": basics, "work": work, **parts})


def long_document(jobs: int, bullets: int) -> Document:
    lines = [f"Improved the throughput of system {number} by 40 % in two months." for number in range(bullets)]
    return alices(work=[{"name": f"Acme {n}", "position": "Engineer", "highlights": lines} for n in range(jobs)])


def documents() -> st.SearchStrategy[Document]:
    return _rows(Document).map(Document.model_validate)


def _rows(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({name: _values(field.annotation) for name, field in model.model_fields.items()})


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) is list:
        return st.lists(_values(get_args(kind)[0]), max_size=2)
    return TEXTS if kind is str else _rows(kind)
