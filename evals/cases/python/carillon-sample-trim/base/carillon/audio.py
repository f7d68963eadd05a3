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
