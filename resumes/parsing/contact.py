"""Name, label, e-mail, phone, links and place of the person."""

import re
from collections.abc import Sequence

import phonenumbers

from resumes.parsing.dates import date_ranges
from resumes.parsing.draft import Draft
from resumes.parsing.places import country_code
from resumes.parsing.quotes import Quote, quote
from resumes.parsing.reading import FieldReading, Link
from resumes.parsing.rows import Row
from resumes.parsing.words import fold, phrase, vocabulary
from resumes.parsing.wrapped import broken_tokens, whole

EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>()|,;]{3,300}"
    r"|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61})\.){1,4}(?:com|org|net|io|dev|me|eu|info|app|ai|co|edu|de|fr|es|it|pt|nl"
    r"|ch|at|be|uk|us|ca|br|mx|ar|ie|se|no|dk|fi|pl|tech|design|studio|page|site|online|xyz|cat|example)(?:/[^\s<>()|,;]{0,200})?"
    r"(?![\w@.-]*@|\w)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.,-])(?:\+|00|\()?\d[\d ().\u00a0/-]{5,22}\d(?!\w)")
NETWORKS = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "xing.com": "XING",
    "twitter.com": "Twitter",
    "x.com": "X",
    "stackoverflow.com": "Stack Overflow",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "medium.com": "Medium",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "youtube.com": "YouTube",
    "orcid.org": "ORCID",
    "scholar.google.com": "Google Scholar",
    "researchgate.net": "ResearchGate",
    "kaggle.com": "Kaggle",
    "bitbucket.org": "Bitbucket",
    "dev.to": "DEV",
    "mastodon.social": "Mastodon",
    "huggingface.co": "Hugging Face",
    "codepen.io": "CodePen",
    "malt.fr": "Malt",
    "leetcode.com": "LeetCode",
    "t.me": "Telegram",
    "soundcloud.com": "SoundCloud",
}
_USER = re.compile(r"(?<!\w)(\w[\w ]{0,18}?)\s?:\s+(@?[\w.-]{2,40})(?![\w./@-])")
_REGION_OF = {"en": "US", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL"}


def read_email(rows: Sequence[Row], lines: Sequence[int], links: Sequence[Link], draft: Draft) -> str:
    """The first address on the page, else one behind a link; a link also tells how a broken address goes on."""
    targets = [link.url[7:].partition("?")[0] for link in links if link.url.lower().startswith("mailto:")]
    for pair in broken_tokens(rows, lines):
        if _is_broken_email(pair):
            draft.put("basics.email", whole(pair), 0.9)
            return whole(pair).text
    for line in lines:
        if match := EMAIL.search(rows[line].text):
            found = quote(rows[line], line, match.start(), match.end()).strip(".'-")
            begun = (target for target in targets if target.casefold().startswith(found.text.casefold()))
            address = next(begun, found.text)
            draft.put("basics.email", found, 0.98, value=address)
            return address
    target = next(iter(targets), "")
    if EMAIL.fullmatch(target):
        draft.put("basics.email", Quote("", ()), 0.9, value=target)
    return target


def _is_broken_email(pair: tuple[Quote, Quote]) -> bool:
    """Whether a word with an at sign becomes an address only with the word below it."""
    first, both = pair[0].text, whole(pair).text
    ends = [bool(WEB.fullmatch(text.partition("@")[2])) for text in (first, both)]
    return "@" in first and "@" not in pair[1].text and ends == [False, True] and bool(EMAIL.fullmatch(both))


def _broken_links(rows: Sequence[Row], lines: Sequence[int], targets: set[str]) -> list[Quote]:
    """Addresses over two lines: parted at a hyphen, or known whole from a link."""
    found = []
    for pair in broken_tokens(rows, lines):
        both = whole(pair)
        hyphened = pair[0].text.endswith("-") and pair[0].text.lower().startswith(("http", "www."))
        if "@" not in both.text and WEB.fullmatch(both.text) and (hyphened or bare(both.text) in targets):
            found.append(both)
    return found


def read_phone(rows: Sequence[Row], lines: Sequence[int], links: Sequence[Link], language: str, draft: Draft) -> None:
    """The first text that is a phone number where the person lives; a number of the right shape at second best."""
    regions = _regions(rows, lines, language)
    likely: Quote | None = None
    for line in lines:
        text = WEB.sub(lambda m: " " * len(m[0]), EMAIL.sub(lambda m: " " * len(m[0]), rows[line].text))
        for match in _PHONE.finditer(text):
            found = quote(rows[line], line, match.start(), match.end())
            if date_ranges(match[0]):
                continue
            if any(_is_phone(match[0], region) for region in regions):
                draft.put("basics.phone", found, 0.95)
                return
            likely = likely or (found if _has_phone_shape(match[0]) else None)
    if likely:
        draft.put("basics.phone", likely, 0.7)
        return
    target = next((link.url[4:] for link in links if link.url.lower().startswith("tel:")), "")
    draft.put("basics.phone", Quote("", ()), 0.85, value=target.replace("%20", " "))


def _regions(rows: Sequence[Row], lines: Sequence[int], language: str) -> list[str]:
    """Where the number may be from: the countries named, then the language's own."""
    named = [country_code(part) for line in lines for part in re.split(r"[,()\t|·]", rows[line].text) if len(part) < 30]
    return list(dict.fromkeys([*filter(None, named), _REGION_OF.get(language, "US"), "US", "GB"]))[:6]


def likely_countries(draft: Draft, language: str) -> set[str]:
    """Where the person may live, by the phone number that was read and the resume's language."""
    phone = next((reading.value for reading in draft.fields if reading.path == "basics.phone"), "")
    found = {_REGION_OF[language]} if language in _REGION_OF else set()
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return found
    return {phonenumbers.region_code_for_number(number) or ""} - {""} or found


def _is_phone(text: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and (phonenumbers.is_valid_number(number) or _has_phone_shape(text))


def _has_phone_shape(text: str) -> bool:
    """Digits enough, and not two years or a date."""
    digits = re.sub(r"\D", "", text)
    years = re.fullmatch(r"\s*\(?(?:19|20)\d\d\s?[-./ ]+\s?(?:(?:19|20)\d\d|\d\d?(?:[-./]\d+)?)\)?\s*", text)
    return 8 <= len(digits) <= 15 and not years and (text.strip()[0] in "+(0" or len(re.findall(r"\d+", text)) >= 2)


def read_links(rows: Sequence[Row], lines: Sequence[int], links: Sequence[Link], draft: Draft) -> None:
    """The person's own page and profiles, as printed or behind links in the same part of the page."""
    seen: set[str] = set()
    targets = {bare(link.url) for link in links}
    broken = _broken_links(rows, lines, targets)
    for address in broken:
        _put_link(address.text, address, seen, draft)
    email = {mark for reading in draft.fields if reading.path == "basics.email" for mark in _marks(reading)}
    taken = email | {mark for address in broken for mark in address.marks if mark}
    for line in lines:
        text = EMAIL.sub(lambda m: " " * len(m[0]), rows[line].text)
        for match in WEB.finditer(text):
            found = quote(rows[line], line, match.start(), match.end()).strip(".,;:")
            if taken.intersection(found.marks) or any(_is_part(bare(found.text), target) for target in targets):
                continue
            target = next((link.url for link in links if bare(link.url) == bare(found.text)), "")
            _put_link(target or found.text, found, seen, draft)
    _read_user_names(rows, lines, draft)
    covered = " \n".join(rows[line].text for line in lines)
    for link in links:
        shown = link.text.strip()
        if link.url.lower().startswith(("http:", "https:")) and (
            not shown or (shown in covered and _names(shown, link.url))
        ):
            _put_link(link.url, _where(rows, lines, shown), seen, draft)


def _read_user_names(rows: Sequence[Row], lines: Sequence[int], draft: Draft) -> None:
    """Profiles that are told without an address: "Twitter: alice"."""
    for line in lines:
        for match in _USER.finditer(rows[line].text):
            network = next((name for name in NETWORKS.values() if name.casefold() == match[1].casefold()), "")
            if network and not WEB.match(match[2]):
                item = draft.next("basics.profiles")
                draft.put(f"{item}.network", quote(rows[line], line, match.start(1), match.end(1)), 0.9)
                draft.put(f"{item}.username", quote(rows[line], line, match.start(2), match.end(2)), 0.85)


def _is_part(printed: str, target: str) -> bool:
    """Whether an address is a line's share of a longer one that a link on the page tells whole."""
    if printed == target or not printed:
        return False
    begins = target.startswith(printed) and target[len(printed)] not in "/?#"
    return begins or target.endswith(f"-{printed}")


def _marks(reading: FieldReading) -> list[tuple[int, int]]:
    return [(span.line, at) for span in reading.spans for at in range(span.start, span.end)]


def _names(shown: str, url: str) -> bool:
    """Whether a link's text tells where it leads: a part of the address, a network, or a word such as "Website"."""
    letters, target = re.sub(r"\W", "", fold(shown)), re.sub(r"\W", "", fold(url))
    words = vocabulary().labels.get(phrase(shown)) == "url"
    return letters in target or words or any(name.casefold() in shown.casefold() for name in NETWORKS.values())


def bare(url: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", url.strip().casefold()).rstrip("/")


def _where(rows: Sequence[Row], lines: Sequence[int], text: str) -> Quote:
    for line in lines:
        at = rows[line].text.find(text) if text else -1
        if at >= 0:
            return quote(rows[line], line, at, at + len(text))
    return Quote("", ())


def _put_link(url: str, where: Quote, seen: set[str], draft: Draft) -> None:
    key = bare(url)
    if not key or key in seen:
        return
    seen.add(key)
    host, _slash, path = key.partition("/")
    network = next((name for domain, name in NETWORKS.items() if host == domain or host.endswith("." + domain)), "")
    url = url.rstrip("/") if "?" not in url else url
    if not network and path.rpartition("/")[2].startswith("@"):
        network = host.split(".")[0].capitalize()
    if network and path:
        item = draft.next("basics.profiles")
        draft.put(f"{item}.network", Quote("", ()), 0.9, value=network)
        draft.put(f"{item}.username", Quote("", ()), 0.8, value=path.rstrip("/").rpartition("/")[2])
        draft.put(f"{item}.url", where, 0.95, value=url)
    elif "basics.url" not in draft.counts:
        draft.counts["basics.url"] = 1
        draft.put("basics.url", where, 0.9, value=url)
    else:
        item = draft.next("basics.profiles")
        draft.put(f"{item}.network", Quote("", ()), 0.5, value=host)
        draft.put(f"{item}.url", where, 0.8, value=url)
