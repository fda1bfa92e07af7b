"""What an AI wrote, as plain words: nothing hidden in it, and no link or mark-up that nobody gave it."""

import re

from resume_agent.lib.hidden_characters import without_hidden

_MARKUP = re.compile(
    r"!?\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)|</?[a-zA-Z!][^<>\n]{0,2000}>?"
    r"|(?:\b[a-zA-Z][\w+.-]{0,20}://|\bwww\.|\bjavascript:|\bdata:[\w/])[^\s<>]*",
    re.IGNORECASE,
)
"""Bounded everywhere, so that no text takes longer than its length."""


def plain(text: str) -> str:
    """Single blanks, plain line ends, one blank line at most between paragraphs."""
    whole = without_hidden(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = "\n".join(" ".join(line.split()) for line in whole.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def adds_markup(text: str, own: str) -> bool:
    """Whether there is a link or mark-up in it that the person's own text doesn't have."""
    return any(match[0] not in own for match in _MARKUP.finditer(text))


def without_markup(text: str, own: str) -> str:
    """Without links and mark-up that the person's own text doesn't have."""
    return plain(_MARKUP.sub(lambda match: match[0] if match[0] in own else "", text))
