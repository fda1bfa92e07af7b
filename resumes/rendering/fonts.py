"""The font files that we ship: which families of which packages."""

from functools import cache
from pathlib import Path

import fontpkg_almarai
import fontpkg_ibm_plex_sans_arabic
import fontpkg_noto_sans_thai
import justmytype_intl_rtl
import rendercv_fonts

FAMILIES = (
    "EB Garamond",
    "Gentium Book Plus",
    "Lato",
    "Mukta",
    "Noto Sans",
    "Open Sans",
    "Roboto",
    "Source Sans 3",
    "XCharter",
)
"""Of the first package those whose licence (OFL, Apache, Charter's) lets anyone embed and pass them on."""
# Noto Sans Arabic draws a letter and its dots apart, which makes two letters of one for whoever reads the PDF.
FOLDERS = (
    *(Path(rendercv_fonts.__file__).parent / family for family in FAMILIES),
    Path(fontpkg_almarai.__file__).parent / "files",
    Path(fontpkg_ibm_plex_sans_arabic.__file__).parent / "files",
    Path(justmytype_intl_rtl.__file__).parent / "fonts" / "ofl" / "notosanshebrew",
    Path(fontpkg_noto_sans_thai.__file__).parent / "files",
)


@cache
def upright() -> tuple[Path, ...]:
    """One file of each family, the small ones first: its other cuts hold the same characters."""
    files = [file for folder in FOLDERS for file in sorted(folder.glob("*.[ot]tf"))]
    plain = [file for file in files if "Regular" in file.stem or "wght" in file.stem]
    return tuple(sorted(plain, key=lambda file: file.stat().st_size))
