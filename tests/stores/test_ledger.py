"""What sweeps remember, whatever has become of the file."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reviewbot.chronicle import Sighting, Sweep
from reviewbot.findings import Severity
from reviewbot.sinks.history_text import render_history
from reviewbot.stores.ledger import Busy, Ledger

SWEEP = Sweep(1, 1_800_000_000, "a" * 40, complete=True, lines=120, calls=3, usd=0.25, open=2, new=2, fixed=0)
SIGHTING = Sighting(
    "0" * 16, "app/\udce4.py", 4, "CWE-78", int(Severity.HIGH), "Shell", ("model", "static"), 1, 1, None, ""
)


def ledger(folder: Path) -> Ledger:
    """A ledger that has nothing to complain of."""
    return Ledger(folder, pytest.fail)


def test_what_is_written_down_is_read_again(tmp_path: Path) -> None:
    with ledger(tmp_path) as first:
        first.record(SWEEP, [SIGHTING])
        first.record(replace(SWEEP, number=2, usd=None), [replace(SIGHTING, ended=2, how="fixed")])
    with ledger(tmp_path) as second:
        assert second.sweeps() == (SWEEP, replace(SWEEP, number=2, usd=None))
        assert second.sightings() == (replace(SIGHTING, ended=2, how="fixed"),)


def test_only_one_sweep_is_at_work_and_it_is_named(tmp_path: Path) -> None:
    with ledger(tmp_path), pytest.raises(Busy, match=f"process {os.getpid()}, since"), ledger(tmp_path):
        pass
    with ledger(tmp_path):
        pass


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sweeps SET at = 253402300800",
        "UPDATE sweeps SET at = -1",
        "UPDATE sweeps SET at = 'soon'",
        "UPDATE sweeps SET lines = 1e300",
        "UPDATE sweeps SET head = NULL",
        "UPDATE sweeps SET usd = 9e999",
        "UPDATE sightings SET severity = 99",
        "UPDATE sightings SET line = 'four'",
        "UPDATE sightings SET path = NULL",
        "UPDATE sightings SET ended = 'never'",
    ],
)
def test_a_row_that_we_did_not_write_is_left_out(tmp_path: Path, change: str) -> None:
    with ledger(tmp_path) as writing:
        writing.record(SWEEP, [SIGHTING])
    altered(tmp_path, change)
    with ledger(tmp_path) as reading:
        known = len(reading.sweeps()), len(reading.sightings())
        assert known == ((0, 1) if " sweeps " in change else (1, 0))


def test_the_last_time_that_has_a_name_can_be_told(tmp_path: Path) -> None:
    with ledger(tmp_path) as writing:
        writing.record(SWEEP, [SIGHTING])
    altered(tmp_path, "UPDATE sweeps SET at = 253402300799")
    with ledger(tmp_path) as reading:
        told = render_history(reading.sweeps(), reading.sightings(), 100, color=False, verbose=True)
    assert "9999-12-31" in told


def altered(folder: Path, statement: str) -> None:
    """Change the file behind our back."""
    with closing(sqlite3.connect(folder / "reviewbot.sqlite")) as kept:
        kept.execute(statement)
        kept.commit()
