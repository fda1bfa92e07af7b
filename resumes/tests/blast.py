"""How far something reached: every row of every table before and after, and what a page would load or lead to."""

from collections import Counter
from html.parser import HTMLParser

from django.apps import apps

from tests.provider.obeying import HOST

type State = dict[tuple[str, str], str]

LEADS = {"href", "action", "formaction", "src", "srcset", "style", "poster", "data", "content", "background", "cite"}


def state() -> State:
    """All rows of all tables."""
    return {
        (model._meta.label, str(row[model._meta.pk.attname])): repr(sorted(row.items()))
        for model in apps.get_models()
        for row in model._base_manager.values()
    }


def touched(before: State, after: State) -> Counter[str]:
    """How many rows of each table were made, changed or deleted."""
    rows = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return Counter(table for table, _ in rows)


class Page(HTMLParser):
    """tags: how often each stands in it. leads: the values of what is loaded or followed, and of all handlers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.leads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            if name in LEADS or name.startswith(("hx-", "on")):
                self.leads.append(value or "")

    @property
    def active(self) -> dict[str, int]:
        """Whatever could run, load or frame something."""
        return {tag: self.tags[tag] for tag in ("script", "style", "img", "iframe", "object", "embed", "link", "base")}

    @property
    def stray(self) -> list[str]:
        """What leads to the attacker, or runs."""
        return [
            lead for lead in self.leads if HOST in lead or lead.strip().lower().startswith(("javascript:", "data:"))
        ]
