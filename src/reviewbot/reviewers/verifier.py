"""Has a language model try to refute findings, each by itself, over the same lines as the finder's."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

from reviewbot.chunks import Chunk
from reviewbot.errors import ReviewerError
from reviewbot.findings import Finding, normalise
from reviewbot.reviewers.caller import Caller
from reviewbot.reviewers.faults import CallFault
from reviewbot.reviewers.guards import hints
from reviewbot.reviewers.judgement import parse_judgement
from reviewbot.reviewers.question import Asker
from reviewbot.reviewers.request import Charge, verify_question
from reviewbot.reviewers.together import running
from reviewbot.reviewers.veil import Covered, Veil
from reviewbot.reviewers.weaknesses import identify, title_of
from reviewbot.spans import Side
from reviewbot.verification import Case, Opinion, unheard


@dataclass(frozen=True, slots=True)
class ModelVerifier:
    """Puts findings to a model behind an OpenAI-compatible endpoint. `veil` hides secrets."""

    caller: Caller
    system_prompt: str = field(repr=False)
    veil: Veil | None = None

    async def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        """Yield the opinion on each case as it comes; calls start in the order of the cases.

        As long as nobody knows what is secret, nothing is sent: the finder may not have come that far.

        Raises:
            Unavailable: the key, the balance or the model's name is wrong.
        """
        try:
            if self.veil:
                await asyncio.to_thread(self.veil.learn, _chunks(cases))
        except ReviewerError as error:
            for case in cases:
                yield unheard(case, error.message)
            return
        async with (
            self.caller.session() as line,
            running(self._ask(case, line) for case in cases) as opinions,
        ):
            for opinion in asyncio.as_completed(opinions):
                yield await opinion

    async def _ask(self, case: Case, line: Asker) -> Opinion:
        material = _material(case)
        covered = self.veil.cover(material) if self.veil else Covered(material)
        question = verify_question(self.system_prompt, *_charge(case, covered.text))
        try:
            answer = await line.ask(question, parse_judgement)
        except CallFault as fault:
            return replace(unheard(case, fault.message), usage=fault.usage)
        said, restore = answer.value, covered.restore
        quotes = (restore(said.source), restore(said.sink), restore(said.guard))
        return Opinion(case.finding.id, said.ruling, said.reason, *quotes, answer.usage)


def _chunks(cases: Sequence[Case]) -> list[Chunk]:
    """Each once."""
    return list({case.chunk.id: case.chunk for case in cases}.values())


def _material(case: Case) -> str:
    """All that is told of a case, as one text, since secrets are numbered per text: code, line and claim."""
    finding = case.finding
    return f"{case.chunk.text}{normalise(finding.quote)}\n{normalise(finding.explanation)}"


def _charge(case: Case, material: str) -> tuple[str, Charge]:
    """The code and the charge, from the material as it may be sent."""
    *code, quote, says = material.split("\n")
    at = _place(case.chunk, case.finding)
    cwe = case.finding.cwe
    known = title_of(identify(cwe))
    charge = Charge(f"{cwe} {known}", code[at] if at else quote, says, hints(cwe), at)
    return "\n".join(code), charge


def _place(chunk: Chunk, finding: Finding) -> int:
    """The how manieth line of a chunk's text a finding is about, from 1; 0 if it is not shown."""
    shown = list(enumerate(chunk.text.split("\n")))[1:]
    if finding.side is Side.NEW:
        begins = (f"{finding.line}+", f"{finding.line} ")
        return next((at for at, line in shown if line.startswith(begins)), 0)
    removed = [at for at, line in shown if line.startswith("-")]
    numbers = [row.number for row in chunk.rows if row.side is Side.OLD]
    return dict(zip(numbers, removed, strict=False)).get(finding.line, 0)
