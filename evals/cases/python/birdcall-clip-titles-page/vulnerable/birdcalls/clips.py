"""Cuts clips from recordings with ffmpeg."""
from __future__ import annotations

import asyncio
import logging
from pathlib import Path

log = logging.getLogger(__name__)

FADE = 0.4


class ClipFailed(Exception):
    """ffmpeg gave up."""


def filters(length: float) -> str:
    return f"afade=t=in:d={FADE},afade=t=out:st={max(0.0, length - FADE)}:d={FADE}"


async def cut(source: Path, target: Path, start: float, length: float, title: str) -> Path:
    command = (
        f"ffmpeg -nostdin -v error -ss {start} -t {length} -i {source} "
        f'-af {filters(length)} -metadata title="{title}" {target}'
    )
    process = await asyncio.create_subprocess_shell(command, stderr=asyncio.subprocess.PIPE)
    _, err = await process.communicate()
    if process.returncode != 0:
        log.error("ffmpeg: %r", err.decode("utf-8", "replace")[-400:])
        raise ClipFailed(source.name)
    return target
