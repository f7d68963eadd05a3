"""Who may call, and when: first come, first served, fewer when the server is busy."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from reviewbot.errors import Unavailable
from reviewbot.reviewers.faults import Again, CallFault, RateLimited
from reviewbot.reviewers.gate import Gate

Play = Callable[[Gate], Awaitable[None]]


def busy(wait: float = 0.0) -> RateLimited:
    return RateLimited("rate limited (429)", Again.ALWAYS, wait=wait)


def play(
    story: Play, most: int = 8, *, seconds: float = 30.0, rest: float = 0.0, patience: float = 180.0
) -> Gate:
    """Run a story with a gate, and return the gate."""

    async def run() -> Gate:
        gate = Gate(most, asyncio.get_running_loop().time() + seconds, rest, patience)
        async with asyncio.timeout(5):
            await story(gate)
        return gate

    return asyncio.run(run())


async def call(gate: Gate, seconds: float = 0.0, fault: Exception | None = None) -> None:
    async with gate.place():
        await asyncio.sleep(seconds)
        if fault:
            raise fault


async def calls(gate: Gate, count: int, seconds: float = 0.0, fault: Exception | None = None) -> list[object]:
    return await asyncio.gather(*(call(gate, seconds, fault) for _ in range(count)), return_exceptions=True)


def test_a_round_of_429_halves_once_however_many_calls_it_was() -> None:
    async def story(gate: Gate) -> None:
        await calls(gate, 8, 0.01, busy())

    assert play(story).limit == 4


def test_a_second_round_halves_again_but_never_to_nothing() -> None:
    async def story(gate: Gate) -> None:
        for left in (4, 2, 1, 1):
            await calls(gate, gate.limit, 0.01, busy())
            assert gate.limit == left

    play(story)


def test_nothing_but_429_is_over_after_a_while() -> None:
    async def story(gate: Gate) -> None:
        await calls(gate, 2, 0.01, busy())
        await asyncio.sleep(0.06)
        await calls(gate, 1, 0.0, busy())
        with pytest.raises(CallFault, match=r"takes no calls: nothing but 429 for 0\.05 s") as told:
            await call(gate)
        assert told.value.again is Again.NEVER

    play(story, patience=0.05)


def test_an_answer_in_between_makes_it_wait_anew() -> None:
    async def story(gate: Gate) -> None:
        await calls(gate, 2, 0.01, busy())
        await asyncio.sleep(0.06)
        await call(gate)
        await calls(gate, 1, 0.0, busy())
        await call(gate)

    play(story, patience=0.05)


def test_each_full_round_of_answers_adds_one_up_to_the_most() -> None:
    async def story(gate: Gate) -> None:
        await calls(gate, 8, 0.01, busy())
        grown = []
        for _ in range(6):
            await calls(gate, gate.limit)
            grown.append(gate.limit)
        assert grown == [5, 6, 7, 8, 8, 8]

    play(story)


def test_other_faults_say_nothing_about_how_many_calls_are_too_many() -> None:
    async def story(gate: Gate) -> None:
        await calls(gate, 20, 0.0, CallFault("the server answered 500", Again.ALWAYS))

    assert play(story).limit == 8


def test_a_call_that_began_before_the_limit_fell_does_not_lower_it_again() -> None:
    async def story(gate: Gate) -> None:
        slow = asyncio.create_task(call(gate, 0.1, busy()))
        await asyncio.sleep(0)
        await calls(gate, 1, 0.01, busy())
        await asyncio.gather(slow, return_exceptions=True)

    assert play(story).limit == 4


def test_first_come_first_served() -> None:
    async def story(gate: Gate) -> None:
        order: list[int] = []

        async def one(number: int) -> None:
            async with gate.place():
                order.append(number)
                await asyncio.sleep(0.001 * (number % 3))

        await asyncio.gather(*(one(n) for n in range(30)))
        assert order == list(range(30))

    play(story, 3)


def test_a_wait_that_the_server_asks_for_holds_everybody() -> None:
    async def story(gate: Gate) -> None:
        clock = asyncio.get_running_loop().time
        await calls(gate, 1, 0.0, busy(0.2))
        asked = clock()
        began: list[float] = []

        async def one() -> None:
            async with gate.place():
                began.append(clock() - asked)

        await asyncio.gather(*(one() for _ in range(5)))
        assert min(began) >= 0.19

    play(story)


def test_a_longer_wait_is_not_cut_short_by_a_shorter_one() -> None:
    async def story(gate: Gate) -> None:
        clock = asyncio.get_running_loop().time
        asked = clock()
        await calls(gate, 1, 0.0, busy(0.3))
        gate_is_still_held = asyncio.create_task(call(gate))
        await asyncio.sleep(0)
        gate._obey(0.05)  # noqa: SLF001 - as a call under way would report
        await gate_is_still_held
        assert clock() - asked >= 0.29

    play(story)


def test_429s_in_a_row_without_a_time_rest_twice_as_long_each_time() -> None:
    async def story(gate: Gate) -> None:
        clock = asyncio.get_running_loop().time
        began = clock()
        for _ in range(3):
            await calls(gate, 1, 0.0, busy())
        await call(gate)
        assert 0.05 + 0.1 + 0.2 <= clock() - began < 20

    play(story, rest=0.05)


def test_a_wait_beyond_the_end_turns_all_away_at_once() -> None:
    async def story(gate: Gate) -> None:
        waiting = asyncio.gather(*(call(gate) for _ in range(5)), return_exceptions=True)
        first = asyncio.create_task(call(gate, 0.01, busy(3600)))
        reasons = {str(one) for one in await waiting if isinstance(one, TimeoutError)}
        await asyncio.gather(first, return_exceptions=True)
        with pytest.raises(TimeoutError, match="asks to wait 3,600 s"):
            await call(gate)
        assert reasons <= {"the server asks to wait 3,600 s"}

    play(story, 1)


def test_after_a_refusal_nobody_gets_in_any_more() -> None:
    async def story(gate: Gate) -> None:
        entered = 0

        async def one() -> None:
            nonlocal entered
            async with gate.place():
                entered += 1
                await asyncio.sleep(0.01)
                raise Unavailable("refused the key (401)")

        ends = await asyncio.gather(*(one() for _ in range(50)), return_exceptions=True)
        assert entered == 8
        assert sum(isinstance(end, Unavailable) for end in ends) == 8
        assert {str(end) for end in ends} == {"refused the key (401)"}

    play(story)


def test_a_refusal_leaves_a_call_under_way_a_little_time() -> None:
    async def story(gate: Gate) -> None:
        async def slow() -> float:
            async with gate.place(), asyncio.timeout(3600) as limit:
                with gate.shorten(limit):
                    await asyncio.sleep(0.05)
                    return (limit.when() or 0) - asyncio.get_running_loop().time()

        under_way = asyncio.create_task(slow())
        await asyncio.sleep(0)
        await calls(gate, 1, 0.0, Unavailable("no balance"))
        assert 5 < await under_way <= 10

    play(story)


def test_who_waits_beyond_the_end_is_told_so() -> None:
    async def story(gate: Gate) -> None:
        ends = await calls(gate, 2, 0.2)
        assert [type(end) for end in ends] == [type(None), TimeoutError]

    play(story, 1, seconds=0.1)


def test_a_place_given_to_one_who_leaves_at_that_moment_is_not_lost() -> None:
    async def story(gate: Gate) -> None:
        async def hold() -> None:
            await call(gate, 0.01)
            leaver.cancel()  # who has just been given the place, and does not know it yet

        holder = asyncio.create_task(hold())
        await asyncio.sleep(0)
        leaver = asyncio.create_task(call(gate))
        await asyncio.gather(holder, leaver, return_exceptions=True)
        assert leaver.cancelled()
        await call(gate)

    play(story, 1)
