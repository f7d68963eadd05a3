"""P08: whatever a server does, in whatever mixture: what is called read was read, and the run ends in time.

`REVIEWBOT_FAULT_RUNS=1000` runs that many seeds instead of the usual fifty.
"""

import asyncio
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from builders import chunk_of
from fakes.asking import KEY, known
from fakes.model_server import (
    Answer,
    ModelServer,
    Request,
    as_json,
    completion,
    error,
    findings,
    item,
    stall,
)
from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.findings import Severity
from reviewbot.pipeline import review_plan
from reviewbot.report import Report, Verdict
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer

RUNS = int(os.environ.get("REVIEWBOT_FAULT_RUNS", "50"))
LATE = 60.0
"""Seconds that a noisy machine may need to come to an end. A stalled call without a deadline never does."""

_DEFECT = re.compile(r'run\("SELECT " \+ \w+\)')
_MARKED = re.compile(r"_(\d+_\d+)\b")


def good(request: Request) -> Answer:
    """Names each defect that is shown."""
    return findings(*(item(quote) for quote in _DEFECT.findall(request.chunk)))


def unfinished(request: Request) -> Answer:
    """Stops within the last item, or before the first."""
    whole = json.loads(good(request).body)["choices"][0]["message"]["content"]
    return completion(whole[: -len(whole) // 3], finish_reason="length")


def too_long(request: Request) -> Answer:
    """Takes three lines at most."""
    few = 3
    if len(_MARKED.findall(request.chunk)) <= few:
        return good(request)
    return error(400, "prompt is too long: 210000 tokens > 200000 maximum")


def unknown_parameter(request: Request) -> Answer:
    return error(400, "Unknown parameter: 'temperature'") if "temperature" in request.body else good(request)


GARBAGE = completion("Looks fine to me!")
FAULTS: dict[str, Callable[[Request], Answer]] = {
    "429": lambda _: error(429),
    "429, wait": lambda _: error(429, retry_after="0.05"),
    "429, wait for ever": lambda _: error(429, retry_after="3600"),
    "500": lambda _: error(500),
    "503, wait": lambda _: error(503, retry_after="0.02"),
    "529": lambda _: error(529, "overloaded"),
    "400": lambda _: error(400, "Content exists risk"),
    "401": lambda _: error(401),
    "402": lambda _: error(402, "Insufficient Balance"),
    "413": lambda _: error(413),
    "too long": too_long,
    "unknown parameter": unknown_parameter,
    "hang up": lambda _: Answer(hang_up=True),
    "cut": lambda request: replace(good(request), cut=60),
    "reset": lambda request: replace(good(request), cut=10, reset=True),
    "drip": lambda request: replace(good(request), drip=0.01),
    "keep-alives": lambda request: replace(good(request), blank_lines=5.0),
    "slow": lambda request: good(request).later(0.1),
    "stall": lambda _: stall(),
    "HTML": lambda _: Answer(b"<html>down for maintenance</html>"),
    "nothing": lambda _: Answer(b""),
    "half": lambda _: Answer(b'{"choices": [{"mess'),
    "no text": lambda _: Answer(b"\xff\xfe"),
    "garbled": lambda _: Answer(b"garbage", headers={"content-encoding": "gzip"}),
    "endless": lambda _: completion("x" * 1_100_000),
    "error in a 200": lambda _: as_json({"error": {"message": "overloaded"}}),
    "no choices": lambda _: as_json({"choices": []}),
    "empty": lambda _: completion(""),
    "prose": lambda _: GARBAGE,
    "refused": lambda _: completion(None, refusal="I cannot help with that."),
    "filtered": lambda _: completion('{"findings": []}', finish_reason="content_filter"),
    "tools": lambda _: completion(None, tool_calls=[{"id": "1"}]),
    "unfinished": unfinished,
    "broken items": lambda _: completion('{"findings": [{"quote": 7}, 3, null]}'),
    "no bill": lambda request: replace(good(request), bills=False),
}
HARMLESS = frozenset({"slow", "no bill", "unknown parameter", "too long"})


@dataclass
class Mood:
    """A server's day: which faults, how often. The same seed, piece and try get the same answer."""

    seed: int
    kinds: list[str]
    rate: float
    served: set[str] = field(default_factory=set)
    tries: Counter[str] = field(default_factory=Counter)

    def __call__(self, request: Request) -> Answer:
        self.tries[request.chunk] += 1
        dice = Random(f"{self.seed} {request.chunk} {self.tries[request.chunk]}")  # noqa: S311 - reproducible
        kind = dice.choice(self.kinds) if dice.random() < self.rate else "good"
        answer = FAULTS.get(kind, good)(request)
        if kind not in FAULTS or (kind in HARMLESS and answer.status == 200):
            self.served.update(_MARKED.findall(request.chunk))
        return answer


def piece(number: int, lines: int, dice: Random) -> Chunk:
    """A chunk in which each line has a mark of its own and some have a defect."""
    rows = (
        f'run("SELECT " + name_{number}_{row})' if dice.random() < 0.3 else f"number_{number}_{row}()"
        for row in range(1, lines + 1)
    )
    return chunk_of("\n".join(rows) + "\n", path=f"app{number}.py")


def marks(report: Report) -> set[str]:
    """The lines that nobody is said to have read."""
    return {
        f"{gap.path[3:-3]}_{line}"
        for gap in report.gaps
        for span in gap.spans
        for line in range(span.start, span.end + 1)
    }


@pytest.mark.parametrize("seed", range(RUNS))
def test_P08_what_is_called_read_was_read_and_nothing_is_lost(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - reproducible
    mood = Mood(seed, dice.sample(sorted(FAULTS), dice.randint(1, 6)), dice.choice([0.0, 0.1, 0.3, 0.6, 1.0]))
    chunks = tuple(piece(number, dice.randint(1, 12), dice) for number in range(dice.randint(1, 12)))
    pace = Pace(
        concurrency=dice.randint(1, 6),
        attempts=dice.randint(1, 4),
        call_deadline=dice.choice([0.1, 0.2]),
        run_deadline=dice.choice([0.4, 0.8]),
        backoff=0.01,
    )
    if not mood.rate:  # then nothing may be lost, however busy the machine is
        pace = replace(pace, call_deadline=LATE, run_deadline=LATE)
    budget = Budget(dice.choice([None, None, None, 0.05, 0.02]))
    with ModelServer(mood) as server:
        caller = Caller(known(), KEY, server.base_url, pace, budget=budget)
        reviewer = ModelReviewer(caller, "Reply in JSON.")
        began = time.monotonic()
        report = asyncio.run(review_plan(Target("diff", "here"), Plan(chunks, ()), [reviewer]))
        seconds = time.monotonic() - began

    shown = {mark for chunk in chunks for mark in _MARKED.findall(chunk.text)}
    defects = {
        mark for chunk in chunks for text in _DEFECT.findall(chunk.text) for mark in _MARKED.findall(text)
    }
    found = {f"{finding.path[3:-3]}_{finding.line}" for finding in report.findings}
    read = shown - marks(report)
    coverage = report.coverage
    assert seconds < pace.run_deadline + LATE
    assert read <= mood.served, "called read, but no good answer was ever given"
    assert read & defects <= found, "found, but lost on the way"
    assert found <= defects
    assert coverage.changed == len(shown) == coverage.reviewed + coverage.failed
    assert coverage.reviewed == len(read)
    assert (report.verdict is Verdict.INCOMPLETE) == (read != shown)
    assert report.exit_code(Severity.LOW) in ({0, 1} if read == shown else {3, 4})
    assert all(gap.reason for gap in report.gaps)
    if budget.max_usd is not None:
        assert budget.spent <= budget.max_usd + 1e-9
    assert caller.usage.calls >= len(server.requests)
    assert caller.usage.prompt_tokens >= report.usage.prompt_tokens
    if not {"401", "402"} & set(mood.kinds):
        assert report.usage.calls >= len(server.requests)
    if not mood.rate:
        assert read == shown or budget.max_usd is not None
