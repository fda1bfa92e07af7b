"""What a list's place among the others tells about it where its heading alone doesn't."""

from itertools import pairwise

from resumes.matching.folding import fold, phrases
from resumes.matching.posting_blocks import Block
from resumes.matching.sentences import has_head
from resumes.matching.wording import LANGUAGES, Wording, data

EITHER = phrases(text for language in LANGUAGES for text in data(language)["headings_of_either"])
UNKNOWN, SOME_HEADS = "other", 0.25


def settle(text: str, found: list[Block], words: Wording) -> list[Block]:
    """Postings ask for what they need, then for what they wish: an unknown heading takes the kind of its place."""
    lists = _lists(found)
    if not any(block.kind == "required" for block in found):
        _name_the_required(text, lists, words)
    for before, group in pairwise(lists):
        if before[0].kind == "required" and _may_be_wished(text, group):
            _name(group, "preferred")
    return found


def _lists(found: list[Block]) -> list[list[Block]]:
    """Points of one list each: those under one heading."""
    lists: list[list[Block]] = []
    for block in found:
        if block.item and lists and lists[-1][0].heading == block.heading:
            lists[-1].append(block)
        elif block.item:
            lists.append([block])
    return lists


def _name_the_required(text: str, lists: list[list[Block]], words: Wording) -> None:
    """The first unknown list with words that requirements are made of, or the last one. Without one, the list right
    before the wishes, whatever its heading says ("The position calls for")."""
    wished = next((place for place, group in enumerate(lists) if group[0].kind == "preferred"), len(lists))
    unknown = [group for group in lists[:wished] if group[0].kind == UNKNOWN and len(group) > 1]
    if not unknown and 0 < wished < len(lists) and lists[wished - 1][0].kind in {"tasks", "about"}:
        unknown = [lists[wished - 1]]
    if unknown:
        named = [group for group in unknown if _share_with_heads(text, group, words) >= SOME_HEADS]
        _name(named[0] if named else unknown[-1], "required")


def _share_with_heads(text: str, group: list[Block], words: Wording) -> float:
    return sum(has_head(fold(text[block.start : block.end]), words) for block in group) / len(group)


def _may_be_wished(text: str, group: list[Block]) -> bool:
    if group[0].kind == UNKNOWN:
        return True
    return group[0].kind == "required" and EITHER.search(fold(text[slice(*group[0].heading)])) is not None


def _name(group: list[Block], kind: str) -> None:
    for block in group:
        block.kind = kind
