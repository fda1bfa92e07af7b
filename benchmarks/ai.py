"""How fast AI work gets done and streamed: `python -m benchmarks.ai [--runs N]` prints tables.

The product's own worker and web server, on PostgreSQL and Valkey, against the tests' fake provider over HTTP. Calls:
200 whose answer takes two seconds, alone and as rounds of suggestions, on one worker process. Streams: 50 cover letters
written at once, each watched by a reader of its own; how long each token takes from the provider to the reader.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from resume_agent.lib.die_with_parent import die_with_parent
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import provider
from tests.services.postgres import postgres
from tests.services.template import NAME, make_template

CALL_SECONDS = 2.0
CHANGE = {
    "path": "work[0].highlights[1]",
    "after": "Released the ledger weekly",
    "why": "Says who did it.",
    "requirement": "",
    "evidence": ["weekly release of the ledger"],
    "kind": "wording",
}
LINE = "At Acme Ltd I led the move of 14 services to Kubernetes, cutting the hosting bill by 31%. "
TOKEN = re.compile(r"\S+\s*")
EMPLOYER = re.compile(r'"employer": "([^"]+)"')


@dataclass
class Writer:
    """The provider's side: letters told token by token in an even pace, and when each token was sent."""

    tokens: int
    per_second: float
    sent: defaultdict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """By employer: how many characters were sent by which monotonic nanosecond."""

    def answer(self, asked: dict[str, Any]) -> Answer:
        employer = EMPLOYER.search(asked["input"])
        if employer is None:
            return Answer(**{**vars(answers.text(json.dumps({"changes": [CHANGE]}))), "seconds": CALL_SECONDS})
        return Answer(events=self._letter(employer[1]))

    def _letter(self, employer: str) -> Iterator[dict[str, Any]]:
        words = TOKEN.findall(LINE)
        pieces = [words[number % len(words)] for number in range(self.tokens)]
        began, length = time.monotonic(), 0
        for number, event in enumerate(answers.streamed(*pieces).events or []):
            time.sleep(max(0.0, began + number / self.per_second - time.monotonic()))
            length += len(event.get("delta", ""))
            if "delta" in event:
                self.sent[employer].append((length, time.monotonic_ns()))
            yield event


@contextmanager
def surroundings(writer: Writer) -> Iterator[dict[str, str]]:
    """The environment of the product's processes, with services of its own behind it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(postgres())
        make_template(server)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE bench TEMPLATE {NAME}")
        fake = stack.enter_context(provider())
        fake.then = writer.answer
        yield {
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}},
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "benchmarks.ai_settings",
            "DEBUG": "false",
            "DATA_DIR": str(folder),
            "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path="/bench")),
            "REDIS_URL": stack.enter_context(EmbeddedValkey(folder / "valkey")).url,
            "OPENAI_API_KEY": "sk-benchmark",
            "OPENAI_BASE_URL": fake.url,
            "AI_DAILY_CAP_PERSON": "9999",
            "AI_DAILY_CAP_SITE": "9999",
            "REMAP_SIGTERM": "SIGQUIT",
            "DATABASE_POOL": "20",
        }


def measured(module: str, environment: dict[str, str], *arguments: str) -> Any:
    """What `main()` of a module that needs Django prints as JSON, in a process of its own."""
    start = f"import django; django.setup(); from benchmarks.{module} import main; main()"
    made = subprocess.run(
        [sys.executable, "-c", start, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        preexec_fn=die_with_parent,
        check=True,
    )
    # Logs go there too.
    return json.loads(next(line for line in made.stdout.splitlines() if line.startswith(b"{")))


def calls(environment: dict[str, str], options: argparse.Namespace) -> Iterator[str]:
    head = f"{options.jobs} calls of {CALL_SECONDS:g} s"
    yield f"{head:34}{'ideal s':>9}{'median s':>10}{'x ideal':>9}{'CPU s':>7}{'MB':>7}"
    for name, what, pool in (
        ("one process, threads", "calls", "threads"),
        ("as many processes", "calls", "prefork"),
        ("rounds of suggestions, threads", "rounds", "threads"),
    ):
        given = (str(options.jobs), what, pool, str(options.threads))
        ways = [measured("ai_calls", environment, *given) for _ in range(options.runs)]
        used = ways[0]["concurrency"]
        ideal, taken = options.jobs * CALL_SECONDS / used, statistics.median(way["seconds"] for way in ways)
        processor = statistics.median(way["processor"] for way in ways)
        memory = max(way["megabytes"] for way in ways)
        yield f"{f'{name}: {used}':34}{ideal:9.1f}{taken:10.1f}{taken / ideal:9.2f}{processor:7.1f}{memory:7}"


def streams(environment: dict[str, str], writer: Writer, options: argparse.Namespace) -> Iterator[str]:
    pace = f"{options.streams} streams, {options.pace:g} tokens/s each"
    yield f"{pace:34}{'median ms':>10}{'p95 ms':>8}{'p99 ms':>8}{'worst ms':>9}{'worker %':>9}{'web %':>7}"
    for name, way in (
        ("product: server-sent events", "events"),
        ("asking each second", "polling"),
        ("the provider itself, nothing between", "direct"),
    ):
        rows = [_stream_run(environment, writer, options, way) for _ in range(options.runs)]
        figures = [statistics.median(row[column] for row in rows) for column in range(6)]
        median, p95, p99, worst, worker, web = figures
        yield f"{name:34}{median:10.0f}{p95:8.0f}{p99:8.0f}{worst:9.0f}{worker:9.0f}{web:7.0f}"


def _stream_run(environment: dict[str, str], writer: Writer, options: argparse.Namespace, way: str) -> list[float]:
    writer.sent.clear()
    many = options.streams
    found = measured("ai_streams", environment, str(many), way, str(options.threads))
    late = [delay for employer, arrived in found["arrived"].items() for delay in delays(writer.sent[employer], arrived)]
    assert len(late) == many * writer.tokens, f"{len(late)} of {many * writer.tokens} tokens arrived"
    cuts = statistics.quantiles(late, n=100)
    return [statistics.median(late), cuts[94], cuts[98], max(late), found["worker"], found["web"]]


def delays(sent: list[tuple[int, int]], arrived: list[tuple[int, int]]) -> Iterator[float]:
    """Milliseconds from each token's sending to the arrival of the text that holds its end."""
    coming = iter(arrived)
    length, moment = next(coming)
    for end, when in sent:
        while length < end:
            length, moment = next(coming)
        yield (moment - when) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--threads", type=int, default=0, help="0: as the product is set")
    parser.add_argument("--streams", type=int, default=50)
    parser.add_argument("--tokens", type=int, default=400, help="in each letter")
    parser.add_argument("--pace", type=float, default=20.0, help="tokens of each letter in a second")
    parser.add_argument("--only", choices=["calls", "streams"])
    options = parser.parse_args()
    writer = Writer(options.tokens, options.pace)
    with surroundings(writer) as environment:
        load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
        sys.stdout.write(f"{os.cpu_count()} cores, load before: {load}; medians of {options.runs} runs\n")
        if options.only != "streams":
            for line in calls(environment, options):
                sys.stdout.write(f"{line}\n")
        if options.only != "calls":
            for line in streams(environment, writer, options):
                sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
