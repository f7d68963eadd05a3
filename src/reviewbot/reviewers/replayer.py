"""Has recorded answers read again: nothing is asked, so that no key and no network is needed."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from reviewbot.review import Usage
from reviewbot.reviewers.answers import answer_key, recall
from reviewbot.reviewers.caller import Caller
from reviewbot.reviewers.faults import Again, CallFault, Kind, ReplyError
from reviewbot.reviewers.question import Answer, Asker, Question, T

MISSING: Final = "not in the recording"
_DAY: Final = len("2026-11-26")


@dataclass(slots=True)
class Replayer(Caller):
    """A caller whose `answers` are a recording, and the only ones that there are.

    They are found by what was asked, the place included, and believed no more than a cache.
    """

    used: list[str] = field(default_factory=list, init=False, repr=False)
    """When each answer that was used had been given, as the recording says."""

    @asynccontextmanager
    async def session(self) -> AsyncIterator[Asker]:
        """Open a line that leads nowhere but into the recording."""
        yield _Playback(self)

    def told(self) -> str:
        """Which answers were used, in a sentence for people."""
        days = sorted({day for at in self.used if _is_day(day := at[:_DAY])})
        when = f", given {' to '.join(dict.fromkeys((days[0], days[-1])))}" if days else ""
        return f"recorded answers: {len(self.used):,}{when}"


@dataclass(frozen=True, slots=True)
class _Playback:
    replayer: Replayer

    async def ask(self, question: Question, read: Callable[[str], T]) -> Answer[T]:
        """The recorded answer.

        Raises:
            CallFault: there is none, or one that cannot be read.
        """
        replayer = self.replayer
        key = answer_key(replayer.facts, replayer.base_url or replayer.facts.base_url, question)
        stored = recall(replayer.answers, key, question) if replayer.answers else None
        if stored is None:
            # What was too much for one answer stands there in halves.
            raise CallFault(MISSING, Again.NEVER, Usage(), kind=Kind.OVERFLOW)
        try:
            value = read(stored.words)
        except ReplyError as error:
            raise CallFault(f"the recorded answer: {error.message}", Again.NEVER, Usage()) from error
        replayer.used.append(stored.at)
        return Answer(value, Usage(), stored.lines, cached=True)


def _is_day(text: str) -> bool:
    parts = text.split("-")
    return [len(part) for part in parts] == [4, 2, 2] and all(
        part.isascii() and part.isdigit() for part in parts
    )
