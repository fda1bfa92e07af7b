"""Bytes that may be text: decoded, or found not to be text; Markdown told from plain text."""

import codecs
import re

MARKS = (
    # The longer mark first: UTF-32's begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.002
LEAST_ASCII = 0.6
"""In Windows-1252: letters of Western languages are mostly ASCII; random bytes are not."""

HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
LINK = re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|mailto:|tel:|www\.)[^)\s]{1,500}\)")
EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)[^*_\n]{1,200}\1")
ENDINGS = (".md", ".markdown")


def decode_text(data: bytes) -> str | None:
    """The text, with plain line ends, or None when the bytes aren't text. UTF-8, UTF-16, UTF-32, Windows-1252."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text, encoding):
            return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return None


def is_markdown(text: str, name: str) -> bool:
    """By its content; the name decides only about text that has no mark-up of its own."""
    signs = (bool(HEADING.search(text)), bool(LINK.search(text)), bool(EMPHASIS.search(text)))
    return len(HEADING.findall(text)) >= 2 or sum(signs) >= 2 or name.lower().endswith(ENDINGS)


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return [encoding]
    if b"\0" in data:
        sample = data[:4096]
        odd, even = sample[1::2].count(0), sample[::2].count(0)
        return ["utf-16-le" if odd > even else "utf-16-be"]
    return ["utf-8", "cp1252"]


def _is_text(text: str, encoding: str) -> bool:
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        return False
    if encoding in {"utf-8", "utf-8-sig"}:
        return True
    ascii_share = sum(char.isascii() for char in text) / max(1, len(text))
    if encoding == "cp1252":
        return ascii_share >= LEAST_ASCII
    # Random bytes read as UTF-16 scatter over all scripts and the unassigned.
    return sum(char.isprintable() or char.isspace() for char in text) >= 0.98 * len(text)
