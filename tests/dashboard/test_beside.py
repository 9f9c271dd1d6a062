"""Long work beside the run that waits for it: left at once, gone on with, in the run's language."""

from threading import Event

import pytest

from dashboard.beside import beside
from dashboard.language import current, speaking


def parts_after(gate):
    yield "first"
    gate.wait()
    yield current()


def first_that_is_something(making):
    return next(one for one in making if one is not None)


def test_who_waits_is_asked_while_a_part_is_at_work_and_may_come_back():
    gate = Event()
    with speaking("ko"):
        making = beside(parts_after(gate))
        assert first_that_is_something(making) == "first"
        assert next(making) is None
        gate.set()
        assert first_that_is_something(making) == "ko"
    assert list(filter(None, making)) == []


def test_leaving_does_not_wait_for_the_part_that_is_at_work():
    gate = Event()
    making = beside(parts_after(gate))
    assert first_that_is_something(making) == "first"
    assert next(making) is None
    making.close()
    assert not gate.is_set()
    gate.set()


def test_what_is_made_is_returned():
    def making():
        yield "first"
        return "made"

    def asked():
        found.append((yield from beside(making())))

    found = []
    assert "first" in list(asked())
    assert found == ["made"]


def test_a_fault_of_the_work_reaches_who_waits():
    def broken():
        yield "first"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(beside(broken()))
