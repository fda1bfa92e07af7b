"""Contact: whether the right person can be reached, and nothing is told that nobody should ask."""

import re

import phonenumbers

from resumes.scoring.checking import CONTENT, LANGUAGE, Check, Need, Verdict, check, passed, skipped
from resumes.scoring.citing import MOST_QUOTES, cite, cite_all, cite_text
from resumes.scoring.counting import count, listed
from resumes.scoring.subject import Subject, Text
from resumes.scoring.vocabulary import everywhere
from resumes.scoring.wording import plain

EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
SURE = 0.6
REGIONS = {
    "en": ("US", "GB", "AU", "IN"),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH", "CA"),
    "es": ("ES", "MX", "AR", "CO", "CL"),
}
KEY_FIELDS = {"basics.name": "name", "basics.email": "e-mail address", "basics.phone": "phone number"}
HAS_EMAIL = Need(lambda s: bool(s.document.basics.email), "No e-mail address was found.")
HAS_NAME_AND_EMAIL = Need(
    lambda s: bool(s.document.basics.email and _name_parts(s)),
    "This compares the e-mail address with the name, and one of them wasn't found.",
)
KEY_READ = Need(lambda s: any(path in s.fields for path in KEY_FIELDS), "No contact details were read from a file.")


@check(
    "reachable",
    "contact",
    weight=2,
    title="There is a way to reach you",
    looks_at="Whether an e-mail address or a phone number was found; without both, the total is capped.",
    why="However good the rest is, nobody can invite you to an interview.",
    fix="Put your e-mail address and phone number as plain text under your name.",
    needs=(CONTENT,),
    ceiling=50,
)
def reachable(subject: Subject) -> Verdict:
    basics = subject.document.basics
    if basics.email or basics.phone:
        return passed("You can be reached")
    return Verdict(0, "Neither an e-mail address nor a phone number was found", ceiling=50)


@check(
    "name",
    "contact",
    weight=2,
    title="Your name stands at the top",
    looks_at="Whether a name was found.",
    why="Systems file the resume under the name they read.",
    fix="Put your full name on a line of its own at the top of the first page.",
    needs=(CONTENT,),
)
def name(subject: Subject) -> Verdict:
    return passed("Your name was found") if subject.document.basics.name else Verdict(0, "No name was found")


@check(
    "email",
    "contact",
    weight=3,
    title="Valid e-mail address",
    looks_at="Whether there is an e-mail address, and whether it can exist as written.",
    why="Most invitations come by e-mail, and the address is the key under which systems file you.",
    fix="Write your e-mail address as plain text under your name, without spaces.",
    needs=(CONTENT,),
)
def email(subject: Subject) -> Verdict:
    address = subject.document.basics.email
    if not address:
        return Verdict(0, "No e-mail address was found")
    if EMAIL.fullmatch(address) and ".." not in address:
        return passed("The e-mail address is valid")
    return Verdict(
        0, "The e-mail address can't be right as written", evidence=[cite(subject, Text("basics.email", address))]
    )


@check(
    "phone",
    "contact",
    weight=2,
    title="Valid phone number",
    looks_at="Whether there is a phone number that can be dialled, by the numbering plan of its country.",
    why="Recruiters often call first, and application forms ask for a number.",
    fix="Check each digit, and write the number with its country code.",
    needs=(CONTENT,),
)
def phone(subject: Subject) -> Verdict:
    number = subject.document.basics.phone
    if not number:
        return Verdict(0, "No phone number was found", f"Add your phone number under your name, {_with_code(subject)}.")
    if any(_dials(number, region) for region in _regions(subject)):
        return passed("The phone number can be dialled")
    return Verdict(
        0.5,
        "The phone number isn't one that its country gives out",
        _digits_fix(number, subject),
        evidence=[cite(subject, Text("basics.phone", number))],
    )


@check(
    "web-profile",
    "contact",
    weight=0.5,
    title="A profile or website",
    looks_at="Whether there is a LinkedIn, XING, GitHub or other profile, or a website of your own.",
    why="Readers who are interested look for more; a link saves them the search.",
    fix="If you have a profile or portfolio that supports this resume, add its address beside your e-mail address.",
    needs=(CONTENT,),
)
def web_profile(subject: Subject) -> Verdict:
    basics = subject.document.basics
    if basics.url or any(profile.url or profile.username for profile in basics.profiles):
        return passed("There is a link to more about you")
    return Verdict(0, "No profile or website was found")


@check(
    "contact-confidence",
    "contact",
    weight=1.5,
    title="Contact details are unmistakable",
    looks_at="How sure the reading of name, e-mail address and phone number is; each doubtful one costs its share.",
    why="If our reader is in doubt, a simpler system will likely get it wrong.",
    fix="Put each of the values shown on its own line, or separate them with a bar, and label the phone number.",
    needs=(KEY_READ,),
)
def contact_confidence(subject: Subject) -> Verdict:
    read = [subject.fields[path] for path in KEY_FIELDS if path in subject.fields]
    unsure = [field for field in read if field.confidence < SURE]
    if not unsure:
        return passed("Contact details were read with confidence")
    names = listed([KEY_FIELDS[field.path] for field in unsure])
    quotes = cite_all(subject, (Text(field.path, field.value) for field in unsure))
    return Verdict(1 - len(unsure) / len(read), f"The {names} could be misread", evidence=quotes)


@check(
    "email-professional",
    "contact",
    weight=1,
    title="The e-mail address looks professional",
    looks_at="Whether the address holds a part of your name (else half credit) and no joke words (else none).",
    why="The address is among the first things a reader sees.",
    fix="Use an address made of your name.",
    needs=(HAS_EMAIL, HAS_NAME_AND_EMAIL),
)
def email_professional(subject: Subject) -> Verdict:
    address = subject.document.basics.email
    local = plain(address.split("@")[0])
    evidence = [cite(subject, Text("basics.email", address))]
    parts = re.split(r"[^a-z0-9]+|(?<=[a-z])(?=\d)", local)
    joke = [part for part in parts if part in everywhere().careless_mail_words and part not in _name_parts(subject)]
    if joke:
        return Verdict(0, f"'{joke[0]}' in the e-mail address may look careless", evidence=evidence)
    if any(part in re.sub(r"[^a-z0-9]", "", local) for part in _name_parts(subject)):
        return passed("The e-mail address is made of your name")
    return Verdict(0.5, "The e-mail address doesn't show your name", evidence=evidence)


@check(
    "place",
    "contact",
    weight=1,
    title="Where you live",
    looks_at="Whether a city is given, with its region or country (else half credit).",
    why="Recruiters search by place, and ask about moving or remote work if they don't find it.",
    fix="Add your city and country; a street isn't needed.",
    needs=(CONTENT,),
)
def place(subject: Subject) -> Verdict:
    where = subject.document.basics.location
    if where.city and (where.region or where.country_code):
        return passed("Your city and country are given")
    if where.city or where.region or where.country_code:
        return Verdict(0.5, "Only a part of where you live was found")
    return Verdict(0, "Where you live wasn't found")


@check(
    "street-address",
    "contact",
    weight=0.5,
    title="No street address",
    looks_at="Whether a street and number are given.",
    why="Nobody needs it before a contract, and a resume passes through many hands.",
    fix="Leave the street out; city and country are enough.",
    needs=(CONTENT, LANGUAGE),
)
def street_address(subject: Subject) -> Verdict:
    address = subject.document.basics.location.address
    if not re.search(r"\d", address):
        return passed("No street address is given")
    if subject.language == "de":
        return skipped("In German-speaking countries a full address is customary, so this is left to you.")
    return Verdict(
        0, "Your street address is given", evidence=[cite(subject, Text("basics.location.address", address))]
    )


@check(
    "private-facts",
    "contact",
    weight=1,
    title="No private facts",
    looks_at="Birth date, marital status, religion and the like, for English resumes; elsewhere they can be customary.",
    why="In the English-speaking world employers may not ask for these, and many discard resumes that tell.",
    fix="Delete the lines shown here.",
    needs=(CONTENT, LANGUAGE),
)
def private_facts(subject: Subject) -> Verdict:
    vocabulary = subject.known_vocabulary
    if vocabulary.private_customary:
        return skipped("In this resume's language region such facts can be customary, so this is left to you.")
    told = [quote for label in vocabulary.phrases["private_labels"] for quote in cite_text(subject, label)]
    told = [quote for i, quote in enumerate(told) if quote not in told[:i]]
    if not told:
        return passed("No private facts are told")
    title = f"{count(len(told), 'line')} {'tells' if len(told) == 1 else 'tell'} private facts"
    return Verdict(0, title, evidence=told[:MOST_QUOTES])


def _dials(number: str, region: str | None) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False


def _digits_fix(number: str, subject: Subject) -> str:
    if number.strip().startswith("+"):
        return "Check each digit of the number, the country code too."
    return f"Check each digit, and write the number {_with_code(subject)}."


def _with_code(subject: Subject) -> str:
    """The advice on the country code: the resume's own, where its country or its language tells."""
    country = subject.document.basics.location.country_code.upper()
    region = country or REGIONS.get(subject.language, ("",))[0]
    code = phonenumbers.country_code_for_region(region)
    if not code:
        return "with its country code"
    if country or subject.language in {"de", "fr"}:
        return f"starting with +{code}"
    return f"with its country code, such as +{code}"


def _regions(subject: Subject) -> list[str | None]:
    """Where a number without a country code can be from: the person's country, else where their language is spoken."""
    country = subject.document.basics.location.country_code.upper()
    return [None, country] if country else [None, *REGIONS.get(subject.language, REGIONS["en"])]


def _name_parts(subject: Subject) -> list[str]:
    """Parts of the name as an address can hold them: without accents, and German umlauts also as two letters."""
    written = subject.document.basics.name.lower()
    spelled = written.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    parts = {
        re.sub(r"[^a-z]", "", part) for text in (written, spelled) for part in plain(text).replace("-", " ").split()
    }
    return sorted(part for part in parts if len(part) >= 3)


CHECKS: tuple[Check, ...] = (
    reachable,
    name,
    email,
    phone,
    web_profile,
    contact_confidence,
    email_professional,
    place,
    street_address,
    private_facts,
)
