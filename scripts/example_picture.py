"""Draws the finished page that the first visit shows: static/img/example-resume.webp."""

import io

from PIL import Image
from template_pictures import ROOT, SAMPLE

from resumes.rendering.design import Design, Spacing, Template
from resumes.rendering.laying_out import lay_out
from resumes.rendering.typesetting import pictures

FILE = ROOT / "static" / "img" / "example-resume.webp"
PPI = 110


def main() -> None:
    design = Design(template=Template.MODERN, spacing=Spacing.AIRY)
    page = Image.open(io.BytesIO(pictures(lay_out(SAMPLE, design), design, ppi=PPI)[0])).convert("RGB")
    page.save(FILE, "WEBP", quality=82, method=6)


if __name__ == "__main__":
    main()
