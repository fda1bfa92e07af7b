"""Draws the small pictures of the templates that people choose from: static/img/templates/<template>.png."""

import io
import sys
from pathlib import Path

from PIL import Image, ImageColor

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from resumes.document import Document  # noqa: E402 - needs the path above
from resumes.rendering.design import Design, Template  # noqa: E402
from resumes.rendering.laying_out import lay_out  # noqa: E402
from resumes.rendering.looks import LOOKS  # noqa: E402
from resumes.rendering.typesetting import pictures  # noqa: E402

FOLDER = ROOT / "static" / "img" / "templates"
# Twice as sharp as they are shown.
SIZE = (340, 372)
# Of the page: what shows how a template differs is at its top, not in its margins.
SIDE, TOP = 0.045, 0.018
# How much ink a shade holds; white paper holds none.
SHADES = (0, 0.04, 0.08, 0.18, 0.3, 0.42, 0.55, 0.7, 0.85, 1)
INKS = ("#1f1c18", "#5b554d")
MOST_BYTES = 15 * 1024

SAMPLE = Document.model_validate(
    {
        "basics": {
            "name": "Alice Example",
            "label": "Backend engineer",
            "email": "alice@example.com",
            "phone": "+44 20 7946 0958",
            "location": {"city": "London"},
            "summary": "Backend engineer with eight years of building payment services, from design to on-call.",
        },
        "work": [
            {
                "name": "Acme Ltd",
                "position": "Senior engineer",
                "location": "London",
                "startDate": "2020-03",
                "highlights": [
                    "Led the move of 14 services to Kubernetes, cutting the hosting bill by 31%",
                    "Designed the ledger that settles 2 million payments a day",
                    "Halved the time to restore from 40 to 20 minutes",
                ],
            },
            {
                "name": "Widget Works",
                "position": "Engineer",
                "location": "Leeds",
                "startDate": "2016-01",
                "endDate": "2020-02",
                "highlights": [
                    "Built an import that reads 2 million rows an hour",
                    "Wrote the incident guide that 4 teams use",
                    "Cut the nightly batch from 6 hours to 50 minutes",
                ],
            },
        ],
        "education": [
            {
                "institution": "University of Leeds",
                "area": "Computer Science",
                "studyType": "BSc",
                "startDate": "2012",
                "endDate": "2015",
            }
        ],
        "skills": [
            {"name": "Languages", "keywords": ["Python", "Go", "SQL"]},
            {"name": "Platforms", "keywords": ["PostgreSQL", "Kafka", "Terraform"]},
        ],
        "projects": [{"name": "ledger-check", "description": "Open source checker of double-entry ledgers"}],
        "publications": [
            {"name": "Ledgers that never drift", "publisher": "Journal of Payments", "releaseDate": "2022"}
        ],
        "languages": [{"language": "English", "fluency": "Native"}, {"language": "German", "fluency": "Good"}],
    }
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for template in Template:
        small = picture(template)
        if len(small) > MOST_BYTES:
            sys.exit(f"{template} takes {len(small)} bytes; {MOST_BYTES} is the most. Use fewer shades.")
        (FOLDER / f"{template}.png").write_bytes(small)


def picture(template: Template) -> bytes:
    """The upper part of the first page."""
    design = Design(template=template)
    page = Image.open(io.BytesIO(pictures(lay_out(SAMPLE, design), design)[0])).convert("RGB")
    left, top = round(page.width * SIDE), round(page.height * TOP)
    width = page.width - 2 * left
    part = page.crop((left, top, left + width, top + round(width * SIZE[1] / SIZE[0])))
    colours = palette(*INKS, LOOKS[template].accent)
    small = part.resize(SIZE, Image.Resampling.LANCZOS).quantize(palette=colours, dither=Image.Dither.NONE)
    written = io.BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


def palette(*inks: str) -> Image.Image:
    """The shades of the inks on white. Chosen by counting, the few pixels in the accent's colour would turn grey."""
    shades = [
        round(255 + (channel - 255) * part) for ink in inks for part in SHADES for channel in ImageColor.getrgb(ink)
    ]
    holder = Image.new("P", (1, 1))
    holder.putpalette(shades)
    return holder


if __name__ == "__main__":
    main()
