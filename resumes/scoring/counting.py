"""Counts as a person says them."""


def count(number: int, one: str, many: str = "") -> str:
    """ "1 bullet", "3 bullets", "2 entries"."""
    plural = many or (f"{one[:-1]}ies" if one.endswith("ry") else f"{one}s")
    return f"{number} {one if number == 1 else plural}"


def share_of(number: int, total: int, noun: str, *, one: str, many: str) -> str:
    """ "1 of 11 bullets starts", "3 of 11 bullets start": `one` and `many` are the forms of the verb."""
    return f"{number} of {count(total, noun)} {one if number == 1 else many}"


def credit_at(lost: float, *, free: float = 0.0, none: float) -> float:
    """The credit for a share that is lost: full up to `free`, none from `none` on, in proportion between."""
    return min(1.0, max(0.0, 1 - (lost - free) / (none - free)))


def listed(names: list[str], *, most: int = 5) -> str:
    """ "a, b and c", or "a, b, c and 4 more"."""
    shown = names[:most]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""
