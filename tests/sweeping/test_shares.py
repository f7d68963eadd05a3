from hypothesis import given
from hypothesis import strategies as st

from reviewbot.sweeping.shares import Purse


@given(
    st.floats(0, 100),
    st.integers(1, 64),
    st.integers(1, 8),
    st.lists(st.floats(0, 1), max_size=40),
)
def test_all_together_never_spend_more_than_there_is(
    usd: float, calls: int, lanes: int, parts: list[float]
) -> None:
    purse = Purse(usd, calls, lanes)
    held = []
    spent = 0.0
    for part in parts:
        if not purse.open:
            share = held.pop(0)
            assert share.usd is not None
            spent += share.usd * part
            purse.give_back(share, share.usd * part)
        held.append(purse.take())
        assert all(one.usd is not None and one.usd >= 0 for one in held)
        assert spent + sum(one.usd or 0 for one in held) <= usd + 1e-9


def test_a_lane_gives_back_what_it_does_not_use() -> None:
    purse = Purse(4.0, 8, 2)
    one, other = purse.take(), purse.take()
    assert (one.usd, one.calls, other.usd, other.calls) == (2.0, 4, 2.0, 4)
    purse.give_back(one, 0.5)
    assert purse.usd == 1.5
    assert purse.take().calls == 4


def test_a_bill_that_nobody_told_counts_as_all() -> None:
    purse = Purse(4.0, 8, 2)
    purse.give_back(purse.take(), None)
    assert purse.usd == 2.0


def test_without_a_limit_there_is_none() -> None:
    purse = Purse(None, 1, 4)
    share = purse.take()
    assert share.usd is None
    assert share.calls == 1
