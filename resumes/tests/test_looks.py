"""The live preview and the choices of how a resume looks."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.editing import drafting
from resumes.editing.previewing import digest_of
from resumes.models import Draft, Resume, Version
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out
from resumes.rendering.rendering import Format, render

pytestmark = pytest.mark.django_db

SECTIONS = ["summary", "work", "education", "skills"]
CHOICES: dict[str, Any] = {
    "template": "classic",
    "accent": "",
    "accent_custom": "#1f3a5f",
    "font": "",
    "paper": "a4",
    "spacing": "normal",
    "language": "",
    "order": SECTIONS,
    "shown": SECTIONS,
}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def resume(alice: User) -> Resume:
    document = {
        "basics": {"name": "Alice Example", "summary": "Builds payment services."},
        "work": [{"name": "Acme Ltd", "position": "Engineer", "startDate": "2020-03"}],
        "education": [{"institution": "University of Leeds", "area": "Computer Science"}],
        "skills": [{"name": "Python"}],
    }
    resume = Resume.objects.create(owner=alice, title="CV")
    Version.objects.create(resume=resume, origin=Version.Origin.NEW, document=document)
    return resume


def choose(client: Client, resume: Resume, headers: Mapping[str, str] | None = None, **choices: Any) -> Any:
    return client.post(f"/resumes/{resume.pk}/edit/design/", {**CHOICES, **choices}, headers=headers)


def design_of(resume: Resume) -> Design:
    return drafting.design_in(drafting.draft_of(resume))


def page_address(resume: Resume, number: int = 1) -> str:
    draft = drafting.draft_of(resume)
    return f"/resumes/{resume.pk}/edit/preview/{draft.revision}/{number}/?v={digest_of(draft)}"


# The preview


def test_the_preview_shows_each_page_at_the_address_of_its_revision(alices: Client, resume: Resume) -> None:
    page = alices.get(f"/resumes/{resume.pk}/edit/preview/").content.decode()
    assert "<h1>CV</h1>" in page
    assert f'src="{page_address(resume)}"' in page
    assert 'alt="Page 1 of your resume as it will print"' in page
    assert 'width="1191" height="1684"' in page


def test_htmx_gets_the_preview_alone(alices: Client, resume: Resume) -> None:
    fragment = alices.get(f"/resumes/{resume.pk}/edit/preview/", headers=HTMX).content.decode()
    assert fragment.strip().startswith('<section class="preview" id="preview"')
    assert "hx-swap-oob" not in fragment


def test_the_picture_of_a_page_may_be_kept_by_its_owners_browser(alices: Client, resume: Resume) -> None:
    response = alices.get(page_address(resume))
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert response["Cache-Control"] == "private, max-age=3600, immutable"


def test_an_old_address_leads_to_the_newest_picture_and_is_not_kept(alices: Client, resume: Resume) -> None:
    old = page_address(resume)
    choose(alices, resume, template="modern")
    response = alices.get(old)
    assert response["Location"] == page_address(resume) != old
    assert response["Cache-Control"] == "private, no-store"


def test_a_newer_version_under_a_draft_never_stored_changes_the_address(alices: Client, resume: Resume) -> None:
    old = page_address(resume)
    Version.objects.create(resume=resume, origin="upload", document={"basics": {"name": "Alice B. Example"}})
    assert alices.get(old)["Location"] == page_address(resume) != old


@pytest.mark.parametrize("number", [0, 2, 10**12])
def test_a_page_that_is_not_there_is_404(alices: Client, resume: Resume, number: int) -> None:
    assert alices.get(page_address(resume, number)).status_code == 404


def test_what_no_font_can_write_is_said(alices: Client, resume: Resume) -> None:
    Version.objects.create(resume=resume, origin="upload", document={"basics": {"name": "Alice \U00013080"}})
    page = alices.get(f"/resumes/{resume.pk}/edit/preview/").content.decode()
    assert "None of our fonts can write" in page
    assert "\U00013080" in page


def test_an_empty_resume_says_why_its_page_is_white(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    assert "Nothing is written yet" in alices.get(f"/resumes/{resume.pk}/edit/preview/").content.decode()


def test_the_preview_takes_few_queries(
    alices: Client, resume: Resume, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = page_address(resume)
    for path in (f"/resumes/{resume.pk}/edit/preview/", address, f"/resumes/{resume.pk}/edit/design/"):
        with django_assert_max_num_queries(5):
            assert alices.get(path).status_code == 200


# The choices


def test_the_page_of_choices_shows_the_design_of_the_draft(alices: Client, resume: Resume) -> None:
    choose(alices, resume, template="technical", paper="us-letter", accent="#7a1f3d")
    page = alices.get(f"/resumes/{resume.pk}/edit/design/").content.decode()
    for chosen in ('value="technical"', 'value="us-letter"', 'value="#7a1f3d"'):
        assert "checked" in page.split(chosen)[1].split(">")[0]
    assert "Technical’s own is Roboto." in page


def test_a_choice_is_kept_and_leads_back_to_the_editor(alices: Client, resume: Resume) -> None:
    response = choose(alices, resume, template="executive", font="Lato", spacing="airy", language="de")
    assert response["Location"] == f"/resumes/{resume.pk}/edit/#looks"
    design = design_of(resume)
    assert (design.template, design.font, design.spacing, design.language) == ("executive", "Lato", "airy", "de")


def test_a_choice_changes_the_pdf(alices: Client, resume: Resume) -> None:
    before = drafting.draft_of(resume)
    choose(alices, resume, template="modern")
    after = drafting.draft_of(resume)
    files = [render(drafting.document_in(each), drafting.design_in(each), Format.PDF) for each in (before, after)]
    assert files[0] != files[1]


def test_a_choice_can_be_undone(alices: Client, resume: Resume) -> None:
    choose(alices, resume, template="modern")
    drafting.undo(drafting.draft_of(resume))
    assert design_of(resume) == Design()


def test_the_same_choices_again_change_nothing(alices: Client, resume: Resume) -> None:
    assert choose(alices, resume).status_code == 302
    assert not Draft.objects.exists()


def test_a_colour_of_ones_own_is_kept(alices: Client, resume: Resume) -> None:
    choose(alices, resume, accent="custom", accent_custom="#ABCDEF")
    assert design_of(resume).accent == "#abcdef"
    page = alices.get(f"/resumes/{resume.pk}/edit/design/").content.decode()
    assert "checked" in page.split('value="custom"')[1].split(">")[0]


def test_a_hidden_section_leaves_the_page(alices: Client, resume: Resume) -> None:
    choose(alices, resume, shown=["summary", "work", "education"])
    draft = drafting.draft_of(resume)
    sheet = lay_out(drafting.document_in(draft), drafting.design_in(draft))
    assert [section.key for section in sheet.sections] == ["summary", "work", "education"]


def test_the_order_is_that_of_the_form(alices: Client, resume: Resume) -> None:
    choose(alices, resume, order=["skills", "summary", "work", "education"])
    draft = drafting.draft_of(resume)
    sheet = lay_out(drafting.document_in(draft), drafting.design_in(draft))
    assert [section.key for section in sheet.sections] == ["skills", "summary", "work", "education"]


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ("up:work", ["work", "summary", "education", "skills"]),
        ("down:work", ["summary", "education", "work", "skills"]),
        ("up:summary", SECTIONS),
        ("down:skills", SECTIONS),
        ("up:awards", SECTIONS),
    ],
)
def test_a_button_moves_a_section_by_one(alices: Client, resume: Resume, move: str, order: list[str]) -> None:
    choose(alices, resume, move=move)
    assert [key for key in design_of(resume).sections() if key in SECTIONS] == order


def test_a_section_with_nothing_in_it_keeps_its_place_and_stays_hidden(alices: Client, resume: Resume) -> None:
    Version.objects.update(design={"hidden": ["projects"], "order": ["projects", *SECTIONS]})
    choose(alices, resume, order=["skills", "summary", "work", "education"])
    design = design_of(resume)
    assert design.hidden == ("projects",)
    assert design.order[:3] == ("projects", "skills", "summary")


def test_only_sections_with_something_in_them_are_listed(alices: Client, resume: Resume) -> None:
    page = alices.get(f"/resumes/{resume.pk}/edit/design/").content.decode()
    assert 'name="order" value="work"' in page
    assert 'name="order" value="awards"' not in page


def test_a_resume_without_sections_says_when_they_appear(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    page = alices.get(f"/resumes/{resume.pk}/edit/design/").content.decode()
    assert "A section appears here as soon as something is in it." in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"template": "fancy"},
        {"template": ""},
        {"accent": "#ffff00"},
        {"accent": "custom", "accent_custom": ""},
        {"accent": "custom", "accent_custom": "red"},
        {"font": "Comic Sans"},
        {"paper": "a5"},
        {"language": "xx"},
        {"order": ["work", "work"]},
        {"order": ["work", "secrets"]},
        {"shown": ["secrets"]},
        {"move": "sideways:work"},
    ],
)
def test_what_is_no_choice_is_refused_in_a_sentence(alices: Client, resume: Resume, wrong: dict[str, Any]) -> None:
    response = choose(alices, resume, **wrong)
    assert response.status_code == 422
    assert "hoose" in response.content.decode().split('role="alert"')[1].split("</div>")[0]
    assert not Draft.objects.exists()


def test_a_refusal_takes_the_place_of_the_form(alices: Client, resume: Resume) -> None:
    response = choose(alices, resume, HTMX, template="fancy")
    assert response.status_code == 422
    assert (response["HX-Reswap"], response["HX-Retarget"]) == ("outerHTML", "#looks")
    assert response.content.decode().strip().startswith('<section class="looks" id="looks"')


def test_htmx_gets_the_fresh_preview_and_no_control_that_may_be_in_use(alices: Client, resume: Resume) -> None:
    answer = choose(alices, resume, HTMX, spacing="tight").content.decode()
    assert f'src="{page_address(resume)}"' in answer
    assert 'id="preview"' in answer
    assert "<input" not in answer
    assert "own-font" not in answer


def test_another_template_tells_its_own_colour_and_font(alices: Client, resume: Resume) -> None:
    answer = choose(alices, resume, HTMX, template="executive").content.decode()
    assert "Executive’s own is EB Garamond." in answer
    assert '<circle cx="10" cy="10" r="10" fill="#7a1f2b"/>' in answer.split('id="own-accent"')[1].split("</svg>")[0]


def test_the_editors_bar_says_that_it_is_saved_and_can_be_undone(alices: Client, resume: Resume) -> None:
    editor = f"http://testserver/resumes/{resume.pk}/edit/?at=work#looks"
    answer = choose(alices, resume, {**HTMX, "HX-Current-URL": editor}, template="executive").content.decode()
    assert "Saved <span" in answer
    assert "aria-disabled" not in answer.split('id="undo"')[1].split(">")[0]


def test_outside_the_editor_nothing_is_said_to_its_bar(alices: Client, resume: Resume) -> None:
    here = f"http://testserver/resumes/{resume.pk}/edit/design/"
    assert (
        'id="undo"' not in choose(alices, resume, {**HTMX, "HX-Current-URL": here}, paper="us-letter").content.decode()
    )


def test_htmx_gets_the_choices_alone(alices: Client, resume: Resume) -> None:
    fragment = alices.get(f"/resumes/{resume.pk}/edit/design/", headers=HTMX).content.decode()
    assert fragment.strip().startswith('<section class="looks" id="looks"')


def test_another_language_renames_the_listed_sections(alices: Client, resume: Resume) -> None:
    answer = choose(alices, resume, HTMX, language="de").content.decode()
    assert 'id="looks-sections" hx-swap-oob="true"' in answer
    assert "Berufserfahrung" in answer


def test_a_choice_takes_few_queries(
    alices: Client, resume: Resume, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    choose(alices, resume, template="modern")
    with django_assert_max_num_queries(8):
        choose(alices, resume, HTMX, template="classic")


@pytest.mark.parametrize("headers", [HTMX, None])
def test_a_choice_that_always_loses_the_race_is_told(
    alices: Client, resume: Resume, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str] | None
) -> None:
    monkeypatch.setattr(drafting, "RETRIES", 0)
    answer = choose(alices, resume, headers, template="modern")
    assert answer.status_code == 409
    assert "changed in several places at once" in answer.content.decode()
    assert not Draft.objects.exists()


# Strangers


@pytest.mark.parametrize("path", ["preview/", "design/", "preview/0/1/"])
def test_a_stranger_gets_404(charlies: Client, bobs: Client, resume: Resume, path: str) -> None:
    for client in (charlies, bobs):
        assert client.get(f"/resumes/{resume.pk}/edit/{path}").status_code == 404


def test_a_stranger_sees_no_page_even_by_its_whole_address(charlies: Client, resume: Resume) -> None:
    assert charlies.get(page_address(resume)).status_code == 404


def test_a_stranger_changes_no_design(charlies: Client, resume: Resume) -> None:
    assert choose(charlies, resume, template="modern").status_code == 404
    assert not Draft.objects.exists()
