"""JSON Resume of every version in use, and what common exporters make of it, as v1.0.0 of the schema.

A value under an old name moves to the new one; if both hold something, the old one stays beside it. Nothing is lost:
whatever has no place in the schema is kept as an extra key.
"""

from typing import Any

from resumes.parsing.loose_values import iso_date, plain_number, text_of, texts_of
from resumes.parsing.places import could_be_city, country_code, read_place
from resumes.parsing.schema_names import (
    BEHIND_KEY,
    BESIDE,
    DATES,
    LISTS,
    NAME_PARTS,
    NAMES,
    NUMBERS,
    PERSON,
    PROSE,
    SECTIONS,
    SPOKEN,
    TITLES,
    WRAPPERS,
)

Row = dict[str, Any]


def modernised(data: Any) -> Row:
    """Pure and total: any JSON object, without nulls, gives another; what isn't one gives an empty one."""
    if not isinstance(data, dict):
        return {}
    content = {key: value for key, value in data.items() if key != "$schema"}
    _without_version(content)
    for section, others in SECTIONS.items():
        _rename(content, section, tuple(key for key in others if isinstance(content.get(key), list | dict)))
        _unwrap(content, section)
        if section in content:
            content[section] = _rows(section, content[section])
    _gather_person(content)
    return content


def _without_version(content: Row) -> None:
    """The schema's version describes the file, not the person."""
    meta = content.get("meta")
    if isinstance(meta, dict):
        content["meta"] = {key: value for key, value in meta.items() if key != "version"}
        if not content["meta"]:
            del content["meta"]


def _rename(row: Row, name: str, others: tuple[str, ...]) -> None:
    """The first other name that holds something gives it to the right one, if that one holds nothing."""
    for other in others:
        if not row.get(name) and row.get(other):
            row[name] = row.pop(other)


def _unwrap(content: Row, section: str) -> None:
    """The rows of a section that is an object of several things; the others are kept under "fresh"."""
    given = content.get(section)
    if not isinstance(given, dict):
        return
    wrapper = next((key for key in WRAPPERS if isinstance(given.get(key), list)), None)
    if wrapper is None:
        return
    content[section] = given[wrapper]
    rest = {key: value for key, value in given.items() if key != wrapper}
    kept = content.get("fresh", {})
    if rest and isinstance(kept, dict):
        content["fresh"] = {**kept, section: rest}


def _rows(section: str, given: Any) -> Any:
    """A section's rows as objects with the schema's names; what can't be understood stays as it is."""
    if isinstance(given, str) and section in SPOKEN:
        given = texts_of(given, r"[,;\n]")
    if isinstance(given, dict):
        given = [given] if _is_row(section, given) else [_keyed(section, *pair) for pair in given.items()]
    if not isinstance(given, list):
        return given
    return [_row(section, {TITLES[section]: row} if isinstance(row, str) else row) for row in given]


def _is_row(section: str, given: Row) -> bool:
    names = NAMES[section]
    return any(key in given for key in (*names, *(other for others in names.values() for other in others)))


def _keyed(section: str, key: str, value: Any) -> Any:
    """A row of an object whose keys are the rows' titles."""
    title = TITLES[section] if section != "references" else "name"
    if isinstance(value, dict):
        # A key beside a title is some name for the row: no field of ours, but told, so kept.
        return {"key": key, **value} if value.get(title) else {**value, title: key}
    if isinstance(value, list) and "keywords" in NAMES[section]:
        return {title: key, "keywords": value}
    if section == "profiles" and isinstance(value, str):
        return {title: key, "url" if "/" in value or "." in value else "username": value}
    return {title: key, BEHIND_KEY.get(section, "summary"): plain_number(value)}


def _row(section: str, given: Any) -> Any:
    if not isinstance(given, dict):
        return given
    row = dict(given)
    for name, others in NAMES[section].items():
        _rename(row, name, others)
    for key in list(row):
        value = row[key]
        if key in NAMES[section] and isinstance(value, dict) and isinstance(value.get("name"), str):
            row[f"{key}Details"], value = value, value["name"]
        row[key] = _value(section, key, value)
    return row


def _value(section: str, key: str, value: Any) -> Any:
    if key in DATES:
        return iso_date(value)
    if key in LISTS:
        return texts_of(value, LISTS[key])
    if key in NUMBERS:
        return plain_number(value)
    if key in PROSE and isinstance(value, list):
        return "\n\n".join(texts_of(value))
    if key == "location" and section == "work" and isinstance(value, dict):
        return text_of(value)
    return value


def _gather_person(content: Row) -> None:
    """`basics`, out of what older versions and other formats called it, and of what they wrote beside it."""
    given = content.get("basics", {})
    is_resume = "basics" in content or any(isinstance(content.get(key), list) for key in ("work", "education"))
    parts = [key for key in PERSON if isinstance(content.get(key), dict) and (is_resume or key == "bio")]
    if not isinstance(given, dict) or not (is_resume or parts):
        return
    basics = dict(given)
    for part in parts:
        for key, value in content.pop(part).items():
            basics[f"{part}_{key}" if basics.get(key) else key] = value
    for key in BESIDE:
        if content.get(key) and not basics.get(key):
            basics[key] = content.pop(key)
    if basics or "basics" in content:
        content["basics"] = _person(basics)


def _person(given: Row) -> Row:
    basics = dict(given)
    if not basics.get("name") and (name := [basics.pop(key) for key in NAME_PARTS if basics.get(key)]):
        basics["name"] = " ".join(map(text_of, name))
    basics = dict(_row("basics", basics))
    for key in ("email", "phone", "url"):
        if isinstance(basics.get(key), dict | list):
            _take_first(basics, key)
    if "location" in basics:
        basics["location"] = _place(basics["location"])
    if "profiles" in basics:
        basics["profiles"] = _rows("profiles", basics["profiles"])
    return basics


def _take_first(basics: Row, key: str) -> None:
    """The first of several addresses; all of them stay under the plural."""
    several = basics[key]
    texts = [text for item in (several.values() if isinstance(several, dict) else several) if (text := text_of(item))]
    basics[key] = next(iter(texts), "")
    if len(texts) > 1:
        basics[f"{key}s"] = several


def _place(given: Any) -> Any:
    """A place in one text as its parts, if it surely is one and they are all of it; else as an address."""
    if isinstance(given, str):
        return _told_place(given) or {"address": given}
    row = _row("location", given)
    if isinstance(row, dict) and isinstance(row.get("countryCode"), str):
        row["countryCode"] = country_code(row["countryCode"]) or row["countryCode"]
    return row


def _told_place(text: str) -> Row:
    place = read_place(text)
    if not place.certain and not could_be_city(text):
        return {}
    rest = text
    for part in (place.city, place.region, place.postal, place.address, place.country):
        rest = rest.replace(part, "", 1)
    if any(char.isalnum() for char in rest):
        return {}
    parts = {"city": place.city, "region": place.region, "postalCode": place.postal, "address": place.address}
    return {key: value for key, value in {**parts, "countryCode": place.country_code}.items() if value}
