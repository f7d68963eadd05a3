"""Several works at once, none of which outlives the one who needs them."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")


@asynccontextmanager
async def running(works: Iterable[Coroutine[Any, Any, T]]) -> AsyncIterator[list[asyncio.Task[T]]]:
    """Tasks that begin in the order of the works; those not done at the end of the block are cancelled."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def all_of(works: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """What the works come to, in their order. When one fails the others are cancelled, and it raises."""
    async with running(works) as tasks:
        return await asyncio.gather(*tasks)
