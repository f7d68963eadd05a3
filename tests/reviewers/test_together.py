"""Works that run at once, in order, and never longer than they are needed."""

import asyncio

import pytest

from reviewbot.reviewers.together import all_of, running


async def after(seconds: float, log: list[str], name: str) -> str:
    log.append(f"{name} begins")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log.append(f"{name} is cancelled")
        raise
    return name


async def fail(log: list[str]) -> str:
    await asyncio.sleep(0)
    log.append("one fails")
    raise ValueError("no")


def test_results_come_in_the_order_of_the_works() -> None:
    log: list[str] = []
    assert asyncio.run(all_of([after(0.02, log, "a"), after(0, log, "b")])) == ["a", "b"]
    assert log == ["a begins", "b begins"]


def test_when_one_fails_the_others_are_cancelled_before_anybody_learns_of_it() -> None:
    log: list[str] = []

    async def both() -> None:
        with pytest.raises(ValueError, match="no"):
            await all_of([after(60, log, "a"), fail(log)])
        log.append("known")

    asyncio.run(asyncio.wait_for(both(), 5))
    assert log == ["a begins", "one fails", "a is cancelled", "known"]


def test_what_is_not_done_at_the_end_of_the_block_is_cancelled() -> None:
    log: list[str] = []

    async def one() -> str:
        async with running([after(0, log, "a"), after(60, log, "b")]) as tasks:
            first = await tasks[0]
        log.append("over")
        return first

    assert asyncio.run(asyncio.wait_for(one(), 5)) == "a"
    assert log == ["a begins", "b begins", "b is cancelled", "over"]


def test_no_works_come_to_nothing() -> None:
    assert asyncio.run(all_of([])) == []
