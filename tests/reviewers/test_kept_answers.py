"""A whole review with a real cache on disk, and with little money: what is asked, kept and told."""

import asyncio
import base64
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import chunk_of
from fakes.asking import KEY, known
from fakes.model_server import Answer, ModelServer, Plant, Request, completion, findings, item, planted
from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.findings import Confidence, Severity
from reviewbot.pipeline import review_plan
from reviewbot.report import Report, Verdict
from reviewbot.reviewers.answers import Answers
from reviewbot.reviewers.budget import Budget
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.secrets import Secret
from reviewbot.reviewers.veil import Veil
from reviewbot.sinks.json_report import render_json
from reviewbot.stores.database import NAME
from stores.keeping import opened

PIECES = tuple(chunk_of(f"eval(x{n})\nmore({n})\n", path=f"f{n}.py") for n in range(6))
HONEST = planted(Plant("eval(", cwe="CWE-95"))
OFF_PEAK = datetime(2026, 11, 24, 12, tzinfo=UTC)
VALUE = "AKIA" + "QZ7RTYUI2OPLKJHG"


def review(
    server: ModelServer,
    answers: Answers | None = None,
    pieces: Sequence[Chunk] = PIECES,
    prompt: str = "Reply in JSON.",
    budget: Budget | None = None,
    veil: Veil | None = None,
) -> Report:
    """One run with its own caller."""
    caller = Caller(
        known(),
        KEY,
        server.base_url,
        Pace(concurrency=3, attempts=1),
        now=lambda: OFF_PEAK,
        answers=answers,
        budget=budget or Budget(),
        leaks=veil.leaks if veil else lambda _: False,
    )
    reviewer = ModelReviewer(caller, prompt, veil)
    return asyncio.run(review_plan(Target("diff", "shop"), Plan(tuple(pieces), ()), [reviewer]))


def said(report: Report) -> str:
    """The report, but for what it cost."""
    document = json.loads(render_json(report))
    del document["usage"], document["coverage"]["cached_lines"]
    return json.dumps(document)


def test_the_second_run_makes_no_call_and_gives_the_same_report(tmp_path: Path) -> None:
    with ModelServer(HONEST) as server:
        with opened(tmp_path) as kept:
            first = review(server, kept.answers)
        with opened(tmp_path) as kept:
            second = review(server, kept.answers)
    assert len(server.requests) == 6
    assert (len(first.findings), said(second)) == (6, said(first))
    assert (first.coverage.cached, second.coverage.cached) == (0, 12)
    assert (second.usage.calls, second.usage.cost_usd) == (0, 0)


def test_only_what_is_new_is_asked(tmp_path: Path) -> None:
    with ModelServer(HONEST) as server, opened(tmp_path) as kept:
        review(server, kept.answers, PIECES[:4])
        report = review(server, kept.answers)
    assert len(server.requests) == 6
    assert (report.coverage.cached, report.coverage.reviewed) == (8, 12)


@pytest.mark.parametrize(
    "damage", [b"\0" * 9_000, b"no database at all " * 999, b"SQLite format 3\0" + b"\7" * 9_000]
)
def test_P05_a_damaged_cache_changes_no_byte_of_the_report(tmp_path: Path, damage: bytes) -> None:
    with ModelServer(HONEST) as server:
        plain = review(server)
        with opened(tmp_path) as kept:
            review(server, kept.answers)
        (tmp_path / NAME).write_bytes(damage)
        with opened(tmp_path) as kept:
            damaged = review(server, kept.answers)
            assert len(kept.told) == 1
    assert render_json(damaged) == render_json(plain)


class Poisoned:
    """Has one and the same text for every question."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kept: list[str] = []

    def get(self, _: str) -> str | None:
        return self.text

    def put(self, key: str, _: str) -> None:
        self.kept.append(key)


@pytest.mark.parametrize(
    "text",
    [
        '{"findings": []}',
        '"clean"',
        json.dumps({"words": "no findings", "lines": [1, 2], "model": "m", "at": "now"}),
        json.dumps({"words": '{"analysis": ""}', "lines": [1, 2], "model": "m", "at": "now"}),
        json.dumps({"words": '{"findings": []}', "lines": [1, 2, 3], "model": "m", "at": "now"}),
    ],
    ids=["bare reply", "a word", "words that are no reply", "another schema", "of other code"],
)
def test_S31_an_answer_that_is_none_is_asked_anew(text: str) -> None:
    with ModelServer(HONEST) as server:
        report = review(server, poisoned := Poisoned(text))
    assert (len(server.requests), len(report.findings), report.coverage.cached) == (6, 6, 0)
    assert len(set(poisoned.kept)) == 6


def test_S31_an_answer_to_another_prompt_is_no_answer(tmp_path: Path) -> None:
    said = [findings()] * 6 + [findings(item("eval(x0)", cwe="CWE-95"))]
    with ModelServer(said) as server, opened(tmp_path) as kept:
        review(server, kept.answers, prompt="Say that all is well, in JSON.")
        report = review(server, kept.answers, PIECES[:1])
    assert [finding.quote for finding in report.findings] == ["eval(x0)"]


@pytest.mark.parametrize("bad", [completion("I cannot help with that"), Answer(status=500), completion("")])
def test_what_was_not_read_is_not_kept(tmp_path: Path, bad: Answer) -> None:
    with ModelServer([bad] * 2 + [findings()]) as server, opened(tmp_path) as kept:
        assert review(server, kept.answers, PIECES[:1]).verdict is Verdict.INCOMPLETE
        assert kept.database.read("SELECT * FROM answers") == []


def find_keys(passage: Passage) -> list[Secret]:
    """Finds keys by their first letters."""
    found = re.finditer(rb"AKIA[A-Z0-9]{16}", "\n".join(passage.lines).encode())
    return [Secret(match.start(), match.end(), "AWS access key", Confidence.HIGH) for match in found]


def test_no_secret_is_kept_not_even_one_that_the_model_repeats(tmp_path: Path) -> None:
    def repeat(request: Request) -> Answer:
        shown = next(line for line in request.chunk.split("\n") if "key = " in line)
        told = f"the key is {KEY}, or {base64.b64encode(KEY.encode()).decode()}"
        return findings(item(shown.partition("+")[2], cwe="CWE-798", explanation=told))

    pieces = [chunk_of(f'key = "{VALUE}"\n')]
    with ModelServer(repeat) as server:
        for _ in range(2):
            with opened(tmp_path) as kept:
                report = review(server, kept.answers, pieces, veil=Veil(find_keys))
                assert len(report.findings) == 1
                on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
                ((words,),) = kept.database.read("SELECT text FROM answers")
                assert b"<SECRET:aws-access-key:1>" in words
                for secret in (VALUE, KEY, base64.b64encode(KEY.encode()).decode()):
                    assert secret.encode() not in on_disk
                    assert secret not in render_json(report)
    assert len(server.requests) == 1


def test_an_answer_that_tells_a_secret_nobody_sent_is_not_kept(tmp_path: Path) -> None:
    pieces = [chunk_of(f'key = "{VALUE}"\nuse(key)\n')]
    told = findings(item("use(key)", explanation=f"The key is {VALUE}."))
    with ModelServer(told) as server, opened(tmp_path) as kept:
        report = review(server, kept.answers, pieces, veil=Veil(find_keys))
        assert (len(report.findings), VALUE in render_json(report)) == (1, False)
        assert kept.database.read("SELECT * FROM answers") == []


def at_length(request: Request) -> Answer:
    """As long an answer as the request allows, up to 13,000 tokens."""
    tokens = min(request.body["max_tokens"], 13_000)
    return findings(usage={"prompt_tokens": 9, "completion_tokens": tokens})


def test_a_run_spends_no_more_than_it_may_and_on_the_riskiest_chunks_first() -> None:
    budget = Budget(0.03)
    with ModelServer(at_length) as server:
        report = review(server, budget=budget)
    assert report.usage.cost_usd == pytest.approx(budget.spent)
    assert 0.025 < budget.spent <= 0.03
    # Three at length, and one with the room for its answer that the last money paid for.
    assert [request.body["max_tokens"] < 13_000 for request in server.requests] == [False] * 3 + [True]
    assert {gap.path for gap in report.gaps} == {chunk.path for chunk in PIECES[4:]}
    assert {gap.reason for gap in report.gaps} == {"the budget of $0.03 would be passed"}
    assert (report.verdict, report.exit_code(Severity.LOW)) == (Verdict.INCOMPLETE, 3)
    assert (report.coverage.reviewed, report.coverage.failed) == (8, 4)


def test_a_budget_that_is_too_small_for_one_call_makes_none() -> None:
    with ModelServer(findings()) as server:
        report = review(server, budget=Budget(0.000001))
    assert server.requests == []
    assert (report.coverage.reviewed, report.usage.cost_usd) == (0, 0)


def test_kept_answers_need_no_money(tmp_path: Path) -> None:
    with ModelServer(HONEST) as server, opened(tmp_path) as kept:
        review(server, kept.answers)
        report = review(server, kept.answers, budget=Budget(0))
    assert (len(report.findings), report.verdict) == (6, Verdict.FINDINGS)
