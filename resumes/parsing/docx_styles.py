"""How a run of a Word file looks: its own properties, else its styles', else the document's defaults."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

MOST_ANCESTORS = 20
"""Styles may be based on each other in a circle, in files made to harm."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFF = {"0", "false", "off"}


@dataclass(frozen=True)
class Look:
    """size: points. color: RRGGBB, "auto" or empty. vanish: a hidden run."""

    font: str
    size: float
    color: str
    vanish: bool


class Styles:
    """The styles of one document."""

    def __init__(self, document: WordDocument) -> None:
        root = document.styles.element
        self.by_id = {style.get(qn("w:styleId")): style for style in root.iterchildren(qn("w:style"))}
        self.defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self.standard = next((key for key, style in self.by_id.items() if _is_standard(style)), "")
        self.theme = _theme_fonts(document)

    def look(self, run: BaseOxmlElement) -> Look:
        """What a `w:r` element looks like."""
        layers = list(self._layers(run))
        size = _value(layers, "w:sz", "w:val")
        return Look(
            font=self._font(layers),
            size=int(size) / 2 if size.isdecimal() and len(size) < 6 else 10.0,
            color=_value(layers, "w:color", "w:val"),
            vanish=any(_is_on(layer, "w:vanish") for layer in layers),
        )

    def _layers(self, run: BaseOxmlElement) -> Iterator[etree._Element]:
        """Run properties, the nearest first."""
        own = run.find(qn("w:rPr"))
        if own is not None:
            yield own
            yield from self._chain(_attribute(own.find(qn("w:rStyle"))))
        paragraph = next(run.iterancestors(qn("w:p")), None)
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if paragraph is not None else None
        yield from self._chain(_attribute(style) or self.standard)
        if self.defaults is not None:
            yield self.defaults

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        for _ in range(MOST_ANCESTORS):
            style = self.by_id.get(style_id)
            if style is None:
                return
            if (properties := style.find(qn("w:rPr"))) is not None:
                yield properties
            style_id = _attribute(style.find(qn("w:basedOn")))

    def _font(self, layers: list[etree._Element]) -> str:
        for layer in layers:
            fonts = layer.find(qn("w:rFonts"))
            if fonts is None:
                continue
            if theme := fonts.get(qn("w:asciiTheme")):
                return self.theme.get(theme[:5], "")
            if name := fonts.get(qn("w:ascii")):
                return str(name)
        return ""


def _theme_fonts(document: WordDocument) -> dict[str, str]:
    """By the first five letters of "majorHAnsi", "minorAscii" and the like."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            try:
                theme = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError:
                return {}
            found = ((kind, theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin")) for kind in ("major", "minor"))
            return {kind: str(latin.get("typeface", "")) for kind, latin in found if latin is not None}
    return {}


def _is_standard(style: etree._Element) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true", "on"}


def _is_on(layer: etree._Element, name: str) -> bool:
    element = layer.find(qn(name))
    return element is not None and (element.get(qn("w:val")) or "1") not in OFF


def _value(layers: list[etree._Element], name: str, attribute: str) -> str:
    for layer in layers:
        element = layer.find(qn(name))
        if element is not None and element.get(qn(attribute)):
            return str(element.get(qn(attribute)))
    return ""


def _attribute(element: etree._Element | None) -> str:
    return str(element.get(qn("w:val")) or "") if element is not None else ""
