"""Two processes that prepare one PostgreSQL take turns."""

import threading
from pathlib import Path

import pytest
from django.db import connection

from resume_agent.lib.turns import one_at_a_time

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def second() -> None:
        inside.wait(5)
        with one_at_a_time(connection.copy(), tmp_path / "unused"):
            order.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    with one_at_a_time(connection, tmp_path / "unused"):
        inside.set()
        thread.join(0.5)
        order.append("first")
    thread.join(5)
    assert order == ["first", "second"]
    assert not (tmp_path / "unused").exists()


def test_the_turn_ends_with_its_connection(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), one_at_a_time(connection, tmp_path / "unused"):
        _ = 1 / 0
    with one_at_a_time(connection, tmp_path / "unused"):
        assert connection.vendor == "postgresql"
