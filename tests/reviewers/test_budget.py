"""Money: what is spent never passes what a run may cost, nobody waits for ever, and the first is first."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.review import Usage
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.faults import Again, CallFault

CENT = 0.01
money = st.floats(0, 3, allow_nan=False)


@dataclass(frozen=True)
class Call:
    """Wants so much, is content with a share of it, pays a share of what it got, and may be cancelled."""

    most: float
    share: float
    paid: float | None
    pauses: int
    cancelled: bool


calls = st.builds(Call, money, st.floats(0, 1), st.none() | st.floats(0, 1), st.integers(0, 4), st.booleans())


@dataclass
class Run:
    """Calls side by side; what each held, and whether the law held all the time."""

    budget: Budget
    held: list[float] = field(default_factory=list)
    refused: int = 0

    async def call(self, call: Call) -> None:
        least = call.most * call.share
        try:
            held = await self.budget.reserve(call.most, least)
        except CallFault:
            self.refused += 1
            return
        assert least <= held + CENT / 1e6 <= call.most + CENT / 1e3
        self.held.append(held)
        paid: float | None = None
        try:
            for _ in range(call.pauses):
                await asyncio.sleep(0)
            paid = None if call.paid is None else call.paid * held
        finally:
            self.budget.settle(held, paid)

    async def all(self, wanted: list[Call]) -> None:
        tasks = [asyncio.create_task(self.call(call)) for call in wanted]
        await asyncio.sleep(0)
        for task, call in zip(tasks, wanted, strict=True):
            if call.cancelled:
                task.cancel()
                await asyncio.sleep(0)
        async with asyncio.timeout(5):
            await asyncio.gather(*tasks, return_exceptions=True)
        for task in tasks:
            assert task.cancelled() or task.exception() is None


@given(st.none() | st.floats(0, 10), st.lists(calls, max_size=12))
def test_what_is_spent_never_passes_the_budget_and_nobody_waits_for_ever(
    most: float | None, wanted: list[Call]
) -> None:
    run = Run(Budget(most))
    asyncio.run(run.all(wanted))
    assert run.budget.reserved == 0
    assert most is None or run.budget.spent <= most + CENT / 1e6
    cancelled = sum(call.cancelled for call in wanted)
    assert len(wanted) - cancelled <= len(run.held) + run.refused <= len(wanted)


@given(st.floats(1, 10), st.lists(money, max_size=12))
def test_a_bill_that_nobody_told_counts_as_all_that_was_reserved(most: float, wanted: list[float]) -> None:
    run = Run(Budget(most))
    asyncio.run(run.all([Call(usd, 1, None, 1, cancelled=False) for usd in wanted]))
    assert run.budget.spent == pytest.approx(sum(run.held))


def test_who_asks_first_is_served_first_even_if_a_later_one_would_fit() -> None:
    order: list[str] = []

    async def ask(budget: Budget, name: str, usd: float) -> None:
        held = await budget.reserve(usd)
        order.append(name)
        await asyncio.sleep(0)
        budget.settle(held, held / 10)

    async def run() -> None:
        budget = Budget(1.0)
        asks = (("first", 0.6), ("large", 0.9), ("small", 0.1))
        await asyncio.gather(*(ask(budget, name, usd) for name, usd in asks))

    asyncio.run(run())
    assert order == ["first", "large", "small"]


def ended(wanted: Coroutine[None, None, float]) -> float:
    return asyncio.run(wanted)


def test_what_can_never_fit_is_refused_at_once_with_the_reason() -> None:
    with pytest.raises(CallFault, match=r"^the budget of \$0.5 would be passed$") as refused:
        ended(Budget(0.5).reserve(0.51))
    assert (refused.value.again, refused.value.usage) == (Again.NEVER, Usage())


def test_with_little_money_left_less_is_held_but_not_less_than_is_needed() -> None:
    assert ended(Budget(0.5).reserve(0.6, 0.2)) == 0.5
    with pytest.raises(CallFault):
        ended(Budget(0.1).reserve(0.6, 0.2))


def test_nobody_is_content_with_less_while_others_may_give_back() -> None:
    async def run() -> float:
        budget = Budget(1.0)
        first = await budget.reserve(0.9)
        second = asyncio.create_task(budget.reserve(0.9, 0.05))
        await asyncio.sleep(0)
        assert not second.done()
        budget.settle(first, 0.0)
        return await second

    assert asyncio.run(run()) == 0.9


def test_no_money_buys_what_costs_nothing() -> None:
    assert ended(Budget(0).reserve(0.0)) == 0


def test_waiting_ends_when_the_money_is_gone() -> None:
    async def run() -> None:
        budget = Budget(1.0)
        first = await budget.reserve(1.0)
        others = [asyncio.create_task(budget.reserve(0.5)) for _ in range(3)]
        await asyncio.sleep(0)
        budget.settle(first, None)
        faults = await asyncio.gather(*others, return_exceptions=True)
        assert [type(fault) for fault in faults] == [CallFault] * 3

    asyncio.run(run())


def test_who_gives_up_lets_those_behind_pass() -> None:
    async def run() -> float:
        budget = Budget(1.0)
        await budget.reserve(0.5)
        large, small = (asyncio.create_task(budget.reserve(usd)) for usd in (0.9, 0.4))
        await asyncio.sleep(0)
        large.cancel()
        return await asyncio.wait_for(small, 1)

    assert asyncio.run(run()) == 0.4


@pytest.mark.parametrize("spent", [0.0, None])
def test_who_gives_up_while_a_call_is_settled_is_nobody_any_more(spent: float | None) -> None:
    async def run() -> float:
        budget = Budget(1.0)
        first = await budget.reserve(1.0)
        second, third = (asyncio.create_task(budget.reserve(1.0)) for _ in range(2))
        await asyncio.sleep(0)
        second.cancel()
        budget.settle(first, spent)
        return await asyncio.wait_for(third, 1)

    if spent is None:
        with pytest.raises(CallFault):
            asyncio.run(run())
    else:
        assert asyncio.run(run()) == 1


def test_money_that_came_in_the_moment_of_giving_up_goes_back() -> None:
    async def run() -> None:
        budget = Budget(1.0)
        first = await budget.reserve(1.0)
        second = asyncio.create_task(budget.reserve(1.0))
        await asyncio.sleep(0)
        budget.settle(first, 0.0)  # the second is served, but has not run yet
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        assert (budget.reserved, budget.spent) == (0, 0)
        assert await asyncio.wait_for(budget.reserve(1.0), 1) == 1

    asyncio.run(run())


def test_without_a_limit_nobody_waits_and_what_is_spent_is_known() -> None:
    budget = Budget()
    held = [ended(budget.reserve(1e6)) for _ in range(3)]
    budget.settle(held[0], 0.25)
    assert (budget.spent, budget.left) == (0.25, float("inf"))
