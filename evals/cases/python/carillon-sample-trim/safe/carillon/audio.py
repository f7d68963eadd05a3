import asyncio
from pathlib import Path


class AudioError(Exception):
    pass


async def duration(source: Path) -> float:
    process = await asyncio.create_subprocess_exec(
        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(source),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    if process.returncode:
        raise AudioError("not audio")
    return float(out)


async def trim(source: Path, target: Path, start: float, length: float) -> None:
    process = await asyncio.create_subprocess_exec(
        "ffmpeg", "-v", "error", "-y", "-ss", str(start), "-t", str(length),
        "-i", str(source), "-c", "copy", str(target),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )
    if await process.wait():
        raise AudioError("cannot be trimmed")
