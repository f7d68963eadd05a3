"""Recorded answers are read again as they were given, and believed no more than any others."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import chunk_of
from fakes.asking import KEY, known
from fakes.model_server import Answer, ModelServer, Plant, Request, error, planted
from fakes.verdicts import beside, confirming
from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.pipeline import review_plan
from reviewbot.report import Report, Verdict
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.canary import CanaryReviewer
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.replayer import MISSING, Replayer
from reviewbot.reviewers.verifier import ModelVerifier
from reviewbot.sinks.json_report import render_json
from reviewbot.stores.recorder import Recorder
from reviewbot.stores.recording import HEAD, line_of, read_recording

PIECES = tuple(chunk_of(f"eval(x{n})\nmore({n})\n", path=f"f{n}.py") for n in range(3))
SCRIPT = beside(planted(Plant("eval(", cwe="CWE-95")), confirming)
PROMPT = "Reply in JSON."


def review(
    caller: Caller, pieces: Sequence[Chunk] = PIECES, seed: str = "", *, verify: bool = False
) -> Report:
    """One run; with a `seed` the model is checked."""
    reviewer = ModelReviewer(caller, PROMPT)
    reading = [CanaryReviewer(reviewer, seed) if seed else reviewer]
    verifier = ModelVerifier(caller, "Refute it.") if verify else None
    plan = Plan(tuple(pieces), ())
    return asyncio.run(review_plan(Target("diff", "shop"), plan, reading, verifier=verifier))


def record(
    server: ModelServer, file: Path, pieces: Sequence[Chunk] = PIECES, seed: str = "", *, verify: bool = False
) -> Report:
    """One run that is recorded."""
    taking = Recorder(file, None, print)
    caller = Caller(known(), KEY, server.base_url, Pace(attempts=1), answers=taking)
    report = review(caller, pieces, seed, verify=verify)
    taking.close()
    return report


def replaying(server: ModelServer, file: Path) -> Replayer:
    return Replayer(known(), "none", server.base_url, answers=read_recording(file))


def said(report: Report) -> str:
    document = json.loads(render_json(report))
    del document["usage"], document["coverage"]["cached_lines"]
    return json.dumps(document)


def test_the_same_answers_make_the_same_report(tmp_path: Path) -> None:
    with ModelServer(SCRIPT) as server:
        first = record(server, tmp_path / "a", verify=True)
    caller = replaying(server, tmp_path / "a")
    again = review(caller, verify=True)
    assert (len(first.findings), said(again)) == (3, said(first))
    assert (len(caller.used), again.usage.calls, again.usage.cost_usd) == (6, 0, 0)


def test_only_what_was_asked_at_this_place_of_this_model_is_answered(tmp_path: Path) -> None:
    with ModelServer(SCRIPT) as server:
        record(server, tmp_path / "a")
    elsewhere = Replayer(known(), "none", "https://example.com", answers=read_recording(tmp_path / "a"))
    other = Replayer(known("gpt-4o"), "none", server.base_url, answers=read_recording(tmp_path / "a"))
    for caller in (elsewhere, other):
        report = review(caller)
        assert {gap.reason for gap in report.gaps} == {MISSING}
        assert (report.verdict, report.coverage.failed) == (Verdict.INCOMPLETE, 6)


def test_a_chunk_that_was_read_in_parts_is_replayed_in_parts(tmp_path: Path) -> None:
    def small(request: Request) -> Answer:
        if request.chunk.count("\n") > 11:
            return error(400, "maximum context length is 900 tokens", "context_length_exceeded")
        return SCRIPT(request)

    pieces = (chunk_of("".join(f"def f{n}(x):\n    return eval(x + {n})\n" for n in range(16))),)
    with ModelServer(small) as server:
        first = record(server, tmp_path / "a", pieces)
    assert (len(first.findings), first.gaps) == (16, ())
    assert len(read_recording(tmp_path / "a").answers) > 1
    assert said(review(replaying(server, tmp_path / "a"), pieces)) == said(first)


def test_a_verdict_that_was_not_recorded_leaves_the_finding_unverified(tmp_path: Path) -> None:
    with ModelServer(SCRIPT) as server:
        record(server, tmp_path / "a")
    for finding in review(replaying(server, tmp_path / "a"), verify=True).findings:
        assert (finding.verified, finding.evidence) == ("unverified", (f"not verified: {MISSING}",))


def test_the_check_of_a_model_is_replayed_with_the_seed_it_had(tmp_path: Path) -> None:
    seeing = beside(planted(Plant("SELECT"), Plant("eval(", cwe="CWE-95")), confirming)
    with ModelServer(seeing) as server:
        first = record(server, tmp_path / "a", seed="one")
    assert first.verdict is Verdict.FINDINGS
    assert said(review(replaying(server, tmp_path / "a"), seed="one")) == said(first)
    assert review(replaying(server, tmp_path / "a"), seed="two").coverage.reviewed == 0


ANSWER = {"words": '{"findings": []}', "lines": [1, 2], "model": "m", "at": "now"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({}, MISSING),
        ({"words": '{"findings": []}'}, MISSING),
        (ANSWER | {"words": 7}, MISSING),
        (ANSWER | {"lines": [1]}, MISSING),
        (ANSWER | {"more": 1}, MISSING),
        (ANSWER | {"words": "all is well"}, "the recorded answer: "),
        (ANSWER | {"words": ""}, "the recorded answer: "),
        (ANSWER | {"words": '{"analysis": ""}'}, "the recorded answer: "),
    ],
)
def test_an_answer_that_is_none_is_a_gap_with_the_reason(tmp_path: Path, answer: object, reason: str) -> None:
    file = tmp_path / "a"
    with ModelServer(SCRIPT) as server:
        record(server, file)
    keys = read_recording(file).answers
    file.write_text(HEAD + "".join(line_of(key, json.dumps(answer)) for key in keys))
    report = review(replaying(server, file))
    assert (len(report.gaps), report.verdict) == (3, Verdict.INCOMPLETE)
    assert all(gap.reason.startswith(reason) for gap in report.gaps)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ([], "recorded answers: 0"),
        (["2026-11-26T10:00:00+00:00"], "recorded answers: 1, given 2026-11-26"),
        (["2026-11-26T1", "2026-11-24", "2026-11-25"], "recorded answers: 3, given 2026-11-24 to 2026-11-26"),
        (["\x1b[31mnow", "yesterday!", "²²²²-²²-²²"], "recorded answers: 3"),
    ],
)
def test_a_replay_tells_when_its_answers_were_given(at: list[str], told: str) -> None:
    caller = Replayer(known(), "none")
    caller.used += at
    assert caller.told() == told
