"""The registry: every check of the rubric, in the order in which a person meets them."""

from resumes.scoring.checking import Check
from resumes.scoring.checks import bullets, contact, dates, file, layout, places, sections, style, text_layer, timeline

CHECKS: tuple[Check, ...] = (
    *text_layer.CHECKS,
    *places.CHECKS,
    *layout.CHECKS,
    *file.CHECKS,
    *contact.CHECKS,
    *sections.CHECKS,
    *dates.CHECKS,
    *timeline.CHECKS,
    *bullets.CHECKS,
    *style.CHECKS,
)
