"""Asks questions over an open line: from memory if it can be, else until there is a usable answer."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewbot.review import Usage
from reviewbot.reviewers.answers import Answers, Stored, answer_key, keep, recall
from reviewbot.reviewers.attempts import Attempts
from reviewbot.reviewers.faults import Again, CallFault, ReplyError
from reviewbot.reviewers.question import Answer, Question, T
from reviewbot.reviewers.request import request_body
from reviewbot.reviewers.scrub import scrub
from reviewbot.reviewers.turns import Turns

if TYPE_CHECKING:
    from reviewbot.reviewers.completion import Completion


@dataclass(frozen=True, slots=True)
class Session:
    """An open line, shared by any number of questions at once."""

    turns: Turns
    answers: Answers | None
    leaks: Callable[[str], bool]
    jitter: Callable[[], float]

    async def ask(self, question: Question, read: Callable[[str], T]) -> Answer[T]:
        """Ask until `read` takes the answer, or there is no sense in asking again.

        Raises:
            CallFault: no usable answer came. Its usage is that of all tries.
            Unavailable: none ever will, for this question or any other.
        """
        if self.leaks(question.system) or self.leaks(question.user):
            raise CallFault("a secret would be sent", Again.NEVER, Usage())
        key = answer_key(self.turns.meter.facts, self.turns.line.endpoint.base_url, question)
        if (kept := self._recall(key, question, read)) is not None:
            return kept
        attempts = Attempts(self.turns.pace, self.turns.gate.end, self.jitter)
        value, completion = await self._persist(question, read, attempts)
        self._keep(key, question, completion)
        return Answer(value, attempts.spent + completion.usage, question.lines)

    async def _persist(
        self, question: Question, read: Callable[[str], T], attempts: Attempts
    ) -> tuple[T, "Completion"]:
        """Try until it works or makes no sense any more."""
        tokens = self.turns.meter.tokens(question)
        body = request_body(self.turns.meter.facts, question)
        while True:
            try:
                return await self.turns.take(body, tokens, read)
            except CallFault as fault:
                attempts.count(fault)
                last = fault
            await self._rest(attempts, last)

    async def _rest(self, attempts: Attempts, last: CallFault) -> None:
        """Wait for the next try, or say why there is none."""
        pause = attempts.pause()
        if reason := attempts.stop(asyncio.get_running_loop().time() + pause):
            key = self.turns.line.endpoint.api_key
            raise CallFault(
                scrub(reason, key),
                Again.NEVER,
                attempts.spent,
                kind=last.kind,
                content=scrub(last.content, key),
            ) from last
        await asyncio.sleep(pause)

    def _recall(self, key: str, question: Question, read: Callable[[str], T]) -> Answer[T] | None:
        """The answer that was kept, if it can still be read."""
        stored = recall(self.answers, key, question) if self.answers else None
        if stored is None:
            return None
        try:
            return Answer(read(stored.words), Usage(), stored.lines, cached=True)
        except ReplyError:
            return None

    def _keep(self, key: str, question: Question, completion: "Completion") -> None:
        # A model sees no secret, but may have one from elsewhere, or put it together.
        if self.answers and not self.leaks(completion.content):
            model = completion.model or self.turns.meter.facts.name
            keep(
                self.answers,
                key,
                Stored(completion.content, question.lines, model, self.turns.now().isoformat()),
            )
