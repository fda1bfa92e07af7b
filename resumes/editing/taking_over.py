"""Puts a version into the editor, in place of what it held."""

from resumes.editing.drafting import TooLarge, change, contents_of, draft_of, is_changed
from resumes.editing.operations import Operation, Put, Redesign
from resumes.models import Draft, Version


def take_over(version: Version, draft: Draft, label: str) -> None:
    """As one edit, so that it can be undone like any other. Raises TooLarge."""
    wanted = contents_of(version)["outline"]
    steps: list[Operation] = [Put(path=key, value=wanted.get(key)) for key in {**draft.outline, **wanted}]
    change(draft, [*steps, Redesign(value=version.design)], label)
    Draft.objects.filter(resume=version.resume_id).update(base=version)


def follow(version: Version) -> None:
    """An editor that holds nothing of its own goes on with a newer file; one that does is left alone."""
    draft = draft_of(version.resume)
    if draft._state.adding or is_changed(draft):
        return
    try:
        take_over(version, draft, "Took over the newer file")
    except TooLarge:
        return
