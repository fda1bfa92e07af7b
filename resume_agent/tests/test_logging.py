"""What is worth a line in the log: what broke here, and not what others mistype."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client


class Keeping(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def told() -> Iterator[list[logging.LogRecord]]:
    """Records that reach the handlers of Django's loggers."""
    handler = Keeping()
    logger = logging.getLogger("django")
    logger.addHandler(handler)
    yield handler.records
    logger.removeHandler(handler)


def test_a_wrong_host_is_refused_without_a_traceback(told: list[logging.LogRecord]) -> None:
    assert Client(SERVER_NAME="evil.example").get("/").status_code == 400
    assert told == []


def test_a_mistyped_address_is_no_warning(db: None, told: list[logging.LogRecord]) -> None:
    assert Client().get("/nothing/").status_code == 404
    assert told == []


def test_what_breaks_here_is_told(told: list[logging.LogRecord]) -> None:
    logging.getLogger("django.request").error("Internal Server Error: %s", "/")
    assert [record.levelname for record in told] == ["ERROR"]
