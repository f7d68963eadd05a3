"""Finds defects: one question about a chunk, then what the answer makes necessary."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import accumulate

from reviewbot.chunks import Chunk, Counter, Limits
from reviewbot.chunks.halves import halve
from reviewbot.errors import ReviewbotError, Unavailable
from reviewbot.reviewers.faults import CallFault, Kind
from reviewbot.reviewers.found import Found, Missing
from reviewbot.reviewers.inquiry import Inquiry
from reviewbot.reviewers.question import Asker
from reviewbot.reviewers.reply import parse_reply
from reviewbot.reviewers.together import all_of
from reviewbot.reviewers.veil import Covered, LookUp, Veil

_MOST_CUTS = {Kind.OTHER: 0, Kind.TRUNCATED: 1, Kind.OVERFLOW: 4}
"""How often a chunk is halved after a fault. A cut reply was paid for, a refused question was not."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Reads chunks over an open line. `count` counts tokens, `veil` knows what is secret.

    `look_up` finds the code behind names that a chunk uses, as lines that begin with `> `: no more than the
    bound has room for. It blocks, and is called from one thread at a time. `bound` are the tokens of a chunk
    together with its pointers.
    """

    line: Asker
    system_prompt: str = field(repr=False)
    count: Counter
    veil: Veil | None = None
    look_up: LookUp | None = None
    bound: int = Limits().max_tokens
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def read(self, chunk: Chunk, vote: int = 1, cut_for: tuple[Kind, ...] = ()) -> Found:
        """All that the model says of a chunk; if the chunk is a part of another, `cut_for` says why.

        Raises:
            Unavailable: the model cannot be asked at all.
        """
        inquiry = self._inquiry(chunk, vote)
        try:
            answer = await self.line.ask(inquiry.question, parse_reply)
        except CallFault as fault:
            return inquiry.kept(fault) + await self._smaller(chunk, vote, fault, cut_for)
        found = inquiry.found(answer)
        if answer.value.needs and not cut_for:
            found += await self._with_more(chunk, vote, answer.value.needs)
        return found

    async def _smaller(self, chunk: Chunk, vote: int, fault: CallFault, cut_for: tuple[Kind, ...]) -> Found:
        """What both halves come to, where halving helps; a half without changed lines need not be read."""
        halves = halve(chunk, self.count) if cut_for.count(fault.kind) < _MOST_CUTS[fault.kind] else None
        if not halves:
            return Found(missing=(Missing(chunk.holds, fault.message),))
        cut_for = (*cut_for, fault.kind)
        return sum(await all_of(self.read(half, vote, cut_for) for half in halves if half.holds), Found())

    async def _with_more(self, chunk: Chunk, vote: int, names: Sequence[str]) -> Found:
        """What the model adds once it sees the code that it asked for.

        The first answer stands: a second one that does not come, or contradicts it, takes nothing back.
        """
        block = await self._find(names, chunk)
        if not block:
            return Found()
        inquiry = self._inquiry(self._beside(block, chunk), vote)
        try:
            return inquiry.found(await self.line.ask(inquiry.question, parse_reply))
        except CallFault as fault:
            return inquiry.kept(fault)
        except Unavailable:
            return Found(cached=False)

    def _inquiry(self, chunk: Chunk, vote: int) -> Inquiry:
        cover = self.veil.cover if self.veil else Covered
        return Inquiry.about(self._bounded(chunk), self.system_prompt, vote, cover)

    def _bounded(self, chunk: Chunk) -> Chunk:
        """The chunk with as many pointers as there is room for, the gravest first."""
        sizes = accumulate(self.count(pointer.render()) for pointer in chunk.pointers)
        room = sum(chunk.tokens + size <= self.bound for size in sizes)
        return replace(chunk, pointers=chunk.pointers[:room])

    async def _find(self, names: Sequence[str], chunk: Chunk) -> str:
        """The code behind the names, "" if there is none, or none that may be shown."""
        if self.look_up:
            async with self._looking:
                with suppress(ReviewbotError):
                    return await asyncio.to_thread(self.look_up, names, chunk)
        return ""

    def _beside(self, block: str, chunk: Chunk) -> Chunk:
        """The chunk with code of elsewhere below its heading."""
        heading, _, rest = chunk.text.partition("\n")
        return replace(
            chunk,
            text=f"{heading}\n{block}{rest}",
            related=block + chunk.related,
            tokens=chunk.tokens + self.count(block),
        )
