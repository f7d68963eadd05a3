import asyncio
import signal

from feeds.pool import Pool
from feeds.settings import load


async def run() -> None:
    settings = load()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with Pool(settings.queue_url, size=settings.size):
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run())
