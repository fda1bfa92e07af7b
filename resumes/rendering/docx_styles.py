"""The styles of our Word files, written as Word itself would: everything on the page is set by one of them."""

from resumes.rendering.design import Design
from resumes.rendering.docx_looks import AIR, PAGES, WordLook
from resumes.rendering.docx_scripts import Scripts

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INK = "1F1C18"
SOFT = "5B554D"
RIGHT_TO_LEFT_FONT = "Arial"
"""On every computer, with Arabic and Hebrew letters."""
BULLETS = 1
"""The id of the only list."""
BUILT_IN = {
    "Normal",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "List Bullet",
    "Quote",
    "Strong",
    "Hyperlink",
}
"""Names that Word knows; it must be told of all others that they are ours."""
DEFAULTS = """
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
      <w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
      <w:name w:val="Normal Table"/><w:semiHidden/></w:style>
    <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>"""


def styles_xml(look: WordLook, design: Design, scripts: Scripts, *, rtl: bool) -> str:
    """styles.xml as a whole."""
    air = AIR[design.spacing]
    width, _height = PAGES[design.paper]
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width - 2 * look.margin)}"/></w:tabs>'
    return f"""<w:styles {NAMES}>
    <w:docDefaults><w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:eastAsia="{scripts.east_asian_font}"
        w:cs="{RIGHT_TO_LEFT_FONT}"/>
      <w:color w:val="{INK}"/>{_size(look.size)}
      <w:lang w:val="{scripts.language}" w:eastAsia="{scripts.east_asian_language}"
        w:bidi="{scripts.right_to_left_language}"/>
    </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
    <w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"
      w:defQFormat="0" w:count="376"/>
    {_normal(look, air, rtl=rtl)}
    {_head(look, air)}
    {_sections(look, air)}
    {_entries(look, air, tab)}
    {_characters(look)}
    {DEFAULTS}
    </w:styles>"""


def numbering_xml(look: WordLook) -> str:
    """numbering.xml: one bulleted list."""
    step = round(look.size * 20 * 1.3)
    return f"""<w:numbering {NAMES}>
    <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>
        <w:lvlText w:val="•"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="{step}" w:hanging="{step}"/></w:pPr>
        <w:rPr><w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}"/><w:color w:val="{look.accent}"/></w:rPr>
      </w:lvl></w:abstractNum>
    <w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>
    </w:numbering>"""


def twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _gaps(before: float, after: float, line: float = 0) -> str:
    """Points above and below; line: how many lines high a line is."""
    lines = f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{lines}/>'


def _paragraph(key: str, name: str, paragraph: str, letters: str, *, after: str = "Normal", based: bool = True) -> str:
    base = '<w:basedOn w:val="Normal"/>' if based else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default}{_custom(name)} w:styleId="{key}"><w:name w:val="{name}"/>{base}'
        f'<w:next w:val="{after}"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _border(side: str, size: int, colour: str, space: int = 2) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _normal(look: WordLook, air: float, *, rtl: bool) -> str:
    paragraph = f"<w:widowControl/>{'<w:bidi/>' if rtl else ''}{_gaps(0, 3 * air, look.line)}"
    return _paragraph("Normal", "Normal", paragraph, "", based=False)


def _head(look: WordLook, air: float) -> str:
    centre = '<w:jc w:val="center"/>' if look.centred else ""
    accent = look.accent
    bold = "<w:b/><w:bCs/>" if look.name_bold else ""
    caps = "<w:caps/>" if look.name_caps else ""
    wide = '<w:spacing w:val="40"/>' if look.name_caps else ""
    colour = f'<w:color w:val="{accent if look.name_coloured else INK}"/>'
    rule = f"<w:pBdr>{_border('bottom', 12, accent, 6)}</w:pBdr>" if look.head_rule else ""
    return "".join(
        (
            _paragraph(
                "Title",
                "Title",
                f"<w:keepNext/>{_gaps(0, 2 * air, 1)}{centre}",
                f"{bold}{caps}{colour}{wide}{_size(look.name_size)}",
                after="Subtitle",
            ),
            _paragraph(
                "Subtitle",
                "Subtitle",
                f"<w:keepNext/>{_gaps(0, 3 * air)}{centre}",
                f'<w:color w:val="{SOFT if look.name_coloured else accent}"/>{_size(look.size + 1.5)}',
                after="ContactDetails",
            ),
            _paragraph(
                "ContactDetails",
                "Contact Details",
                f"{rule}{_gaps(0, 4 * air)}{centre}",
                f'<w:color w:val="{SOFT}"/>{_size(look.size - 0.5)}',
            ),
        )
    )


def _sections(look: WordLook, air: float) -> str:
    accent = look.accent
    rules = {
        "below": _border("bottom", 6, accent),
        "above": _border("top", 6, accent, 4),
        "around": _border("top", 4, accent, 3) + _border("bottom", 4, accent, 3),
        "side": _border("left", 36, accent, 6),
    }
    rule = f"<w:pBdr>{rules[look.rule]}</w:pBdr>" if look.rule else ""
    indent = '<w:ind w:left="170"/>' if look.rule == "side" else ""
    centre = '<w:jc w:val="center"/>' if look.heading_centred else ""
    caps = f"<w:{look.heading_caps}/>" if look.heading_caps else ""
    wide = '<w:spacing w:val="20"/>' if look.heading_caps else ""
    colour = f'<w:color w:val="{accent if look.heading_coloured else INK}"/>'
    paragraph = f'<w:keepNext/><w:keepLines/>{rule}{_gaps(12 * air, 4 * air)}{indent}{centre}<w:outlineLvl w:val="0"/>'
    letters = f"<w:b/><w:bCs/>{caps}{colour}{wide}{_size(look.heading_size)}"
    return _paragraph("Heading1", "heading 1", paragraph, letters)


def _entries(look: WordLook, air: float, tab: str) -> str:
    title = f'<w:keepNext/><w:keepLines/>{tab}{_gaps(5 * air, 0)}<w:outlineLvl w:val="1"/>'
    quote = f'<w:keepLines/>{_gaps(0, 2 * air)}<w:ind w:left="284" w:right="284"/>'
    bullet = f'<w:keepLines/><w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>{_gaps(0, 1.5 * air)}'
    return "".join(
        (
            _paragraph("Heading2", "heading 2", title, f"<w:b/><w:bCs/>{_size(look.size + 0.5)}", after="EntryDetails"),
            _paragraph("EntryDetails", "Entry Details", f"<w:keepNext/>{tab}{_gaps(0, 2 * air)}", ""),
            _paragraph("EntryLine", "Entry Line", f"<w:keepLines/>{tab}{_gaps(0, 2 * air)}", "", after="EntryLine"),
            _paragraph("Keywords", "Keywords", f"<w:keepLines/>{_gaps(0, 2 * air)}", "", after="Keywords"),
            _paragraph("ListBullet", "List Bullet", bullet, "", after="ListBullet"),
            _paragraph("Quote", "Quote", quote, "<w:i/><w:iCs/>"),
        )
    )


def _characters(look: WordLook) -> str:
    accent = f'<w:color w:val="{look.accent}"/>'
    soft = f'<w:color w:val="{SOFT}"/>'
    employer = {"plain": "", "italic": "<w:i/><w:iCs/>", "coloured": accent}[look.employer]
    dates = f'<w:b w:val="0"/><w:bCs w:val="0"/>{soft}{_size(look.size - 0.5)}'
    return "".join(
        (
            _character("Strong", "Strong", "<w:b/><w:bCs/>"),
            _character("Hyperlink", "Hyperlink", accent),
            _character("ContactLink", "Contact Link", soft, base="Hyperlink"),
            _character("Employer", "Employer", employer),
            _character("EntryDates", "Entry Dates", dates),
        )
    )


def _character(key: str, name: str, letters: str, *, base: str = "DefaultParagraphFont") -> str:
    return (
        f'<w:style w:type="character"{_custom(name)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:uiPriority w:val="1"/><w:qFormat/><w:rPr>{letters}</w:rPr></w:style>'
    )


def _custom(name: str) -> str:
    return "" if name in BUILT_IN else ' w:customStyle="1"'
