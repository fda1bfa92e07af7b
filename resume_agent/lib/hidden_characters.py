"""Characters that draw nothing and yet say something to a machine: found, told, and left out."""

import re

# Controls but tab and line ends; halves of pairs; marks of annotations.
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff0-\ufffb"
_UNSEEN = (
    # Joiners and fillers without width; marks and overrides of direction.
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    # Variation selectors, which can carry bytes; tags, which are a second ASCII that nobody sees.
    r"\ufe00-\ufe0f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Between letters of these scripts the two joiners shape what people read; anywhere else they only hide.
_SHAPED = r"\u0600-\u0dff"
_JOINERS = f"(?<![{_SHAPED}])[\u200c\u200d]|[\u200c\u200d](?![{_SHAPED}])"
INVISIBLE = re.compile(f"[{_UNSEEN}]|{_JOINERS}")
_HIDDEN = re.compile(f"[{_UNSEEN}{_CONTROLS}]|{_JOINERS}")
_TAGGED = re.compile("[\U000e0020-\U000e007e]{2,}")
_TAG = 0xE0000
_FLAG = "\U0001f3f4"
"""A black flag, which tags may follow to name a country."""


def without_invisible(text: str) -> str:
    """Without characters that draw nothing; controls stay."""
    return INVISIBLE.sub("", text)


def without_hidden(text: str) -> str:
    """What a person sees of it; tabs and line ends stay."""
    return _HIDDEN.sub("", text)


def told_by_tags(text: str) -> list[str]:
    """What is written in tag characters, in letters that can be read; flags are no such thing."""
    found = [match for match in _TAGGED.finditer(text) if text[match.start() - 1 : match.start()] != _FLAG]
    return ["".join(chr(ord(letter) - _TAG) for letter in match[0]).strip() for match in found]
