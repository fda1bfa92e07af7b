"""A Word file's package: an empty document in our styles, and its bytes, the same for the same content."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from resumes.rendering.design import Design
from resumes.rendering.docx_looks import PAGES, WordLook
from resumes.rendering.docx_scripts import Scripts
from resumes.rendering.docx_styles import NAMES, numbering_xml, styles_xml

UNNEEDED = ("/stylesWithEffects", "/webSettings", "/theme", "/customXml", "/thumbnail", "/extended-properties")
"""Parts that come with python-docx's empty document, by the ends of their relations' types."""
LONGEST_PROPERTY = 255
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a ZIP archive can say."""
SETTINGS = f"""<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>"""
# The family of each font, and what a computer without it should take.
FONTS = {
    "Source Sans 3": ("swiss", "Source Sans Pro,Calibri,Carlito"),
    "Lato": ("swiss", "Carlito,Calibri"),
    "Open Sans": ("swiss", "Segoe UI,Verdana"),
    "Roboto": ("swiss", "Arial,Liberation Sans"),
    "Noto Sans": ("swiss", "Segoe UI,Verdana"),
    "EB Garamond": ("roman", "Garamond,Georgia"),
    "XCharter": ("roman", "Charter,Cambria,Georgia"),
    "Gentium Book Plus": ("roman", "Gentium Book Basic,Palatino Linotype"),
    "Noto Sans SC": ("swiss", "Microsoft YaHei,PingFang SC"),
    "Noto Sans JP": ("swiss", "Yu Gothic,Hiragino Sans"),
    "Noto Sans KR": ("swiss", "Malgun Gothic,Apple SD Gothic Neo"),
}


def empty_document(look: WordLook, design: Design, scripts: Scripts, *, rtl: bool) -> WordDocument:
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in relations.items() if rel.reltype.endswith(UNNEEDED)]:
            del relations[key]
    _refill(document.styles.element, styles_xml(look, design, scripts, rtl=rtl))
    _refill(document.part.numbering_part.element, numbering_xml(look))
    _refill(document.settings.element, SETTINGS)
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = _font_table().encode()
    _set_page(document, look, design)
    return document


def bytes_of(document: WordDocument) -> bytes:
    """The file, without any time of writing."""
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def name_document(document: WordDocument, *, title: str, author: str, language: str) -> None:
    """Its properties, instead of those of the empty document."""
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = title[:LONGEST_PROPERTY]
    properties.author = author[:LONGEST_PROPERTY]
    properties.language = language


def _refill(element: BaseOxmlElement, xml: str) -> None:
    """The content of a part replaced by other XML with the same root."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def _font_table() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, (family, others) in FONTS.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMES}>{fonts}</w:fonts>'


def _set_page(document: WordDocument, look: WordLook, design: Design) -> None:
    width, height = PAGES[design.paper]
    page = document.sections[0]
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(look.margin)
    page.header_distance = page.footer_distance = Mm(look.margin / 2)
