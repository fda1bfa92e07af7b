"""The document as a JSON Resume file, v1.0.0 of the schema."""

import json
import re

from resumes.document import Document

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
_UNFIT = re.compile(r"[\x7f\ud800-\udfff]")


def write(document: Document) -> str:
    """Every value of the document, extra keys too; what is empty is left out."""
    content = document.to_json_resume()
    meta = content.pop("meta", {})
    known = meta if isinstance(meta, dict) else {}
    content.pop("$schema", None)
    whole = {"$schema": SCHEMA, **content, "meta": {**known, "version": VERSION}}
    # Half a character can’t be encoded, and DEL makes a text look binary; JSON has an escape for both.
    return _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
