"""One chunk as a question: what is shown of it, and how the answer is read back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewbot.chunks import Chunk
from reviewbot.findings import Claim
from reviewbot.reviewers.faults import CallFault
from reviewbot.reviewers.found import Found
from reviewbot.reviewers.question import Answer, Question
from reviewbot.reviewers.reply import Reply, parse_cut_reply
from reviewbot.reviewers.request import review_question
from reviewbot.reviewers.veil import Covered


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about one chunk, and the way back from what the model saw to what is there."""

    question: Question
    restore: Callable[[str], str]

    @classmethod
    def about(cls, chunk: Chunk, system_prompt: str, vote: int, cover: Callable[[str], Covered]) -> "Inquiry":
        """What is asked about a chunk. It is made of covered text alone: so is all that derives from it."""
        covered = cover(chunk.text)
        harmless = tuple(one for one in chunk.pointers if cover(one.says).text == one.says)
        shown = replace(chunk, text=covered.text, pointers=harmless)
        question = review_question(system_prompt, shown)
        return cls(replace(question, vote=vote), covered.restore)

    def found(self, answer: Answer[Reply]) -> Found:
        """What an answer says."""
        claims = self._read_back(answer.value, answer.lines)
        return Found(claims, answer.value.rejected, answer.usage, answer.cached)

    def kept(self, fault: CallFault) -> Found:
        """What a reply said before it was cut off; of any other fault only the bill."""
        reply = parse_cut_reply(fault.content)
        return Found(self._read_back(reply, self.question.lines), reply.rejected, fault.usage, cached=False)

    def _read_back(self, reply: Reply, seen: tuple[int, ...]) -> tuple[Claim, ...]:
        """Claims with the line numbers of today; a number that the model was not shown is dropped."""
        numbers = dict(zip(seen, self.question.lines, strict=True))
        return tuple(
            replace(claim, quote=self.restore(claim.quote), line=numbers.get(claim.line or 0))
            for claim in reply.claims
        )
