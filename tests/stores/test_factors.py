"""What a model makes of our count is learned from its bills, and from nothing else."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.stores.factors import EVIDENCE, MEMORY, bounding_factor, expected_factor
from stores.keeping import opened

factors = st.floats(0.5, 2.5)


def test_sums_of_runs_add_up_for_each_model(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        kept.factors.add("one", EVIDENCE, 22_000)
        kept.factors.add("other", EVIDENCE, 30_000)
    with opened(tmp_path) as kept:
        kept.factors.add("one", EVIDENCE, 24_000)
        assert (kept.factors.learned("one"), kept.factors.learned("other")) == (1.15, 1.5)


def test_nothing_is_learned_from_little(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        kept.factors.add("model", EVIDENCE - 1, EVIDENCE)
        assert kept.factors.learned("model") is None


@pytest.mark.parametrize(
    ("counted", "billed"), [(50_000, 0), (50_000, 4_096), (50_000, 400_000), (0, 9), (-1, -1)]
)
def test_bills_that_no_tokenizer_writes_are_not_learned(tmp_path: Path, counted: int, billed: int) -> None:
    with opened(tmp_path) as kept:
        kept.factors.add("model", counted, billed)
        assert kept.database.read("SELECT * FROM factors") == []


@pytest.mark.parametrize("row", ["'x', 'y'", "NULL, NULL", "-5, 9", "50000, 9e99", "9e18, 9e18", "50000, 1"])
def test_hostile_sums_are_ignored_and_replaced(tmp_path: Path, row: str) -> None:
    with opened(tmp_path) as kept:
        kept.database.write((f"INSERT INTO factors VALUES ('model', {row})", ()))  # noqa: S608 - our own words
        assert kept.factors.learned("model") is None
        kept.factors.add("model", EVIDENCE, 21_000)
        assert kept.factors.learned("model") == 1.05
        assert not kept.told


def test_a_changed_tokenizer_shows_in_the_end(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        for _ in range(5):
            kept.factors.add("model", MEMORY, MEMORY)
            assert kept.factors.learned("model") == 1
        for _ in range(5):
            kept.factors.add("model", MEMORY, MEMORY * 3 // 2)
        assert kept.factors.learned("model") == pytest.approx(1.5, abs=0.02)


def test_costs_are_estimated_with_what_was_learned() -> None:
    assert (expected_factor(1.15, None), expected_factor(1.15, 0.9)) == (1.15, 0.9)


@given(factors, factors)
def test_the_bound_holds_for_what_was_learned_and_moves_in_steps_only(preset: float, learned: float) -> None:
    factor = bounding_factor(preset, learned)
    assert factor >= preset
    assert factor >= learned - 1e-9
    assert factor == preset or math.isclose(factor * 20, round(factor * 20))
    assert factor == preset or factor < learned + 0.05 + 1e-9


@given(factors, st.floats(0, 1))
def test_chunks_stay_the_same_unless_the_preset_is_too_low(preset: float, share: float) -> None:
    assert bounding_factor(preset, None) == preset
    at_most = math.floor(preset * 20) / 20
    assert bounding_factor(preset, share * at_most) == preset


@pytest.mark.parametrize(
    ("learned", "factor"), [(1.1, 1.1), (1.1000001, 1.15), (1.12, 1.15), (1.15, 1.15), (1.3, 1.3)]
)
def test_what_is_learned_is_rounded_up(learned: float, factor: float) -> None:
    assert bounding_factor(1.0, learned) == factor
