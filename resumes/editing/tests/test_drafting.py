"""The draft: written once for each change, whoever else writes, with a log that leads back and forth."""

import pytest

from accounts.models import User
from resumes.editing import drafting
from resumes.editing.drafting import TooLarge, change, change_design, draft_of, is_changed, redo, steps, undo
from resumes.editing.operations import Gone, Put
from resumes.editing.tests.given import draft
from resumes.models import Draft, Edit


def rename(held: Draft, name: str) -> Draft:
    return change(held, [Put(path="basics/name", value=name)], "Changed “Name”")


def test_the_first_change_stores_the_draft(alice: User) -> None:
    held = draft(alice)

    rename(held, "A")

    stored = Draft.objects.get()
    assert (stored.outline["basics"]["name"], stored.revision, stored.base) == ("A", 1, held.base)


def test_a_change_that_changes_nothing_stores_nothing(alice: User) -> None:
    rename(draft(alice), "Alice Example")

    assert not Draft.objects.exists()


def test_two_first_changes_at_once_are_both_kept(alice: User) -> None:
    held = draft(alice)
    other = draft_of(held.resume)
    rename(held, "A")

    change(other, [Put(path="basics/phone", value="1")], "Changed “Phone”")

    assert Draft.objects.get().outline["basics"] | {} == held.outline["basics"] | {"phone": "1"}
    assert list(Edit.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_change_that_lost_the_race_is_made_on_top(alice: User) -> None:
    held = rename(draft(alice), "A")
    other = draft_of(held.resume)
    rename(held, "B")

    change(other, [Put(path="basics/phone", value="1")], "Changed “Phone”")

    assert (other.revision, other.outline["basics"]["name"]) == (3, "B")


def test_whoever_always_loses_is_told(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    held = rename(draft(alice), "A")
    monkeypatch.setattr(drafting, "RETRIES", 0)

    for act in (lambda: rename(held, "B"), lambda: undo(held)):
        with pytest.raises(drafting.Contended):
            act()


def test_everything_undone_is_the_start_and_done_again_the_end(alice: User) -> None:
    held = draft(alice)
    start = held.outline
    rename(held, "A")
    change_design(held, {"template": "modern"})
    end = (held.outline, held.design)

    said = [undo(held)[2], undo(held)[2], undo(held)[2]]
    assert (held.outline, held.design, said) == (start, {}, ["Changed the design", "Changed “Name”", ""])
    said = [redo(held)[2], redo(held)[2], redo(held)[2]]
    assert (held.outline, held.design) == end
    assert said == ["Changed “Name”", "Changed the design", ""]


def test_steps_say_what_is_left(alice: User) -> None:
    held = draft(alice)
    assert steps(held) == undo(held)[1] == drafting.Steps(undo=False, redo=False)
    rename(held, "A")
    rename(held, "B")

    assert undo(held)[1] == steps(held) == drafting.Steps(undo=True, redo=True)
    assert undo(held)[1] == steps(held) == drafting.Steps(undo=False, redo=True)


def test_an_undo_that_lost_the_race_is_made_on_top(alice: User) -> None:
    held = rename(draft(alice), "A")
    other = draft_of(held.resume)
    change(held, [Put(path="basics/phone", value="1")], "Changed “Phone”")

    assert undo(other)[2] == "Changed “Phone”"
    assert other.outline["basics"]["name"] == "A"


def test_a_new_change_ends_what_could_be_done_again(alice: User) -> None:
    held = rename(draft(alice), "A")
    undo(held)

    rename(held, "B")

    assert steps(held) == drafting.Steps(undo=True, redo=False)


def test_only_the_newest_edits_are_kept(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "KEPT", 2)
    held = draft(alice)
    for name in "ABC":
        rename(held, name)

    assert sorted(Edit.objects.values_list("number", flat=True)) == [2, 3]


def test_a_draft_has_a_largest_size(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MOST_BYTES", 600)
    held = draft(alice)

    with pytest.raises(TooLarge):
        rename(held, "A" * 600)
    assert rename(held, "A").revision == 1


def test_what_went_elsewhere_is_gone(alice: User) -> None:
    with pytest.raises(Gone):
        change(draft(alice), [Put(path="work/77/name", value="A")], "Changed “Employer”")


def test_a_draft_knows_whether_it_differs_from_its_version(alice: User) -> None:
    held = draft(alice)
    assert not is_changed(held)

    assert is_changed(rename(held, "A"))
    assert not is_changed(rename(held, "Alice Example"))
    assert is_changed(change_design(held, {"template": "modern"}))


def test_a_change_to_what_was_deleted_meanwhile_is_refused(alice: User) -> None:
    held = rename(draft(alice), "A")
    Draft.objects.all().delete()

    with pytest.raises(drafting.Contended):
        rename(held, "B")
