"""Judges a ZIP archive by its directory before anything in it is unpacked."""

import struct
import zipfile
from io import BytesIO

from resumes.parsing.refusals import bomb, corrupt

END = b"PK\x05\x06"
END_64 = b"PK\x06\x07"
END_BYTES = 22
LONGEST_COMMENT = 65535

MOST_ENTRIES = 2000
MOST_DIRECTORY_BYTES = 512 * 1024
MOST_BYTES = 100 * 1024 * 1024
MOST_XML_BYTES = 30 * 1024 * 1024
"""Of one XML part: a parsed tree takes several times as much memory."""
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM = 4 * 1024 * 1024
"""Small parts of repeated markup compress well without harm."""


def directory(data: bytes) -> list[zipfile.ZipInfo]:
    """The archive's entries. Raises Unreadable for a bomb or a broken archive; unpacks nothing."""
    _check_end(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError, OSError):
        raise corrupt("Word file") from None
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise bomb()
    if any(_swells(entry) for entry in entries):
        raise bomb()
    return entries


def is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels", ".vml"))


def _check_end(data: bytes) -> None:
    """Before zipfile makes an object of each of what may be a million entries."""
    at = data.rfind(END, max(0, len(data) - END_BYTES - LONGEST_COMMENT))
    if at < 0 or at + END_BYTES > len(data):
        raise corrupt("Word file")
    entries, size = struct.unpack_from("<HI", data, at + 10)
    # The 64-bit form is for archives far beyond our limits.
    if entries > MOST_ENTRIES or size > MOST_DIRECTORY_BYTES or data[max(0, at - 20) : at].startswith(END_64):
        raise bomb()


def _swells(entry: zipfile.ZipInfo) -> bool:
    if is_xml(entry) and entry.file_size > MOST_XML_BYTES:
        return True
    ratio = entry.file_size / max(1, entry.compress_size)
    return entry.file_size > RATIO_COUNTS_FROM and ratio > HIGHEST_RATIO
