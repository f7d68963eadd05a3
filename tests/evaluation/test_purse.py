"""Money for many reviews at a time."""

from hypothesis import given
from hypothesis import strategies as st

from reviewbot.evaluation.purse import Purse


def test_without_a_limit_nobody_has_one() -> None:
    with Purse(None).share(4) as share:
        assert share.usd is None


@given(st.floats(0, 100), st.integers(1, 8), st.lists(st.floats(0, 1), max_size=30))
def test_all_together_never_spend_more_than_there_is(usd: float, lanes: int, parts: list[float]) -> None:
    purse, spent = Purse(usd), 0.0
    for part in parts:
        with purse.share(lanes) as share:
            assert share.usd is not None
            share.spent = share.usd * part
        spent += share.spent
    assert spent <= usd + 1e-9


def test_shares_of_one_moment_fit_together() -> None:
    purse = Purse(8.0)
    with purse.share(2) as first, purse.share(2) as second:
        assert (first.usd, second.usd) == (4.0, 2.0)
    with purse.share(1) as all_of_it:
        assert all_of_it.usd == 8.0
