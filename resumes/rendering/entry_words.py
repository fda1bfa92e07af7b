"""What stands in an entry besides its title and text, in the words every format without columns prints."""

from resumes.rendering.sheet import Entry


def tag_line(entry: Entry) -> str:
    """ "Technologies: Python, Go", or the tags alone."""
    return ": ".join(filter(None, (entry.tags_label, ", ".join(entry.tags))))


def labelled(entry: Entry) -> tuple[str, str]:
    """A group or pair in two: what it is called, with its level where there are tags too, and what stands behind it."""
    if entry.tags:
        return f"{entry.title} ({entry.note})" if entry.note else entry.title, ", ".join(entry.tags)
    return entry.title, entry.note
