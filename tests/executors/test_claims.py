"""A list of work that several processes take from."""

from reviewbot.executors.claims import Claims


def test_each_number_is_given_out_once_in_order_whoever_asks() -> None:
    with Claims((3, 70_000, 1, 2)) as claims:
        assert next(iter(claims)) == 3
        assert [*claims] == [70_000, 1, 2]
        assert [*claims] == []
