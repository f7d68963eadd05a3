"""A model that is silent about a known defect is believed about nothing."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from builders import chunk_of, claim
from fakes.asking import KEY, known
from fakes.model_server import Answer, ModelServer, Plant, Request, Script, error, findings, item, planted
from reviewbot.chunks import Chunk
from reviewbot.errors import Unavailable
from reviewbot.review import Review, Reviewer, Unread, Usage
from reviewbot.reviewers.caller import Caller
from reviewbot.reviewers.canary import FAILED, Canary, CanaryReviewer, Check, CheckedVerifier
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.triage import triage
from reviewbot.verification import Case, Opinion, Ruling, cases_of

LANGUAGES = ("python", "javascript", "typescript", "go", "java")
BILL = Usage(1, 100, 0, 10, 0.5)


@dataclass
class Scripted:
    """Says of the canary what it is told to, after `late` other outcomes; of each other chunk, one claim."""

    of_canary: Review | Unread | None
    late: int = 0
    error: Unavailable | None = None
    read: list[Chunk] = field(default_factory=list)
    name: str = "model"

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        canary, *others = self.read = list(chunks)
        outcomes: list[Review | Unread] = [
            Review(chunk, "model", (claim("x"),), usage=BILL) for chunk in others
        ]
        if self.of_canary:
            outcomes.insert(self.late, replace(self.of_canary, chunk=canary))
        for outcome in outcomes:
            yield outcome
        if self.error:
            raise self.error


CHUNKS = [chunk_of(f"x = {n}\n", path=f"{n}.go", language="go") for n in range(4)]
SINK = Canary.of(["go"], "seed").chunk.rows[12].text
SEEN = Review(CHUNKS[0], "model", (claim(SINK),), usage=BILL)
SILENT = replace(SEEN, claims=())


def outcomes(
    inner: Reviewer, chunks: Sequence[Chunk] = CHUNKS
) -> tuple[list[Review | Unread], Unavailable | None]:
    """What comes of the chunks, and the error that ended it."""
    seen: list[Review | Unread] = []

    async def read() -> None:
        async for outcome in CanaryReviewer(inner, "seed").review(chunks):
            seen.append(outcome)  # noqa: PERF401 - what came before an error counts

    try:
        asyncio.run(read())
    except Unavailable as refusal:
        return seen, refusal
    return seen, None


@pytest.mark.parametrize("late", [0, 2, 4])
def test_L25_a_model_that_is_silent_about_a_known_defect_has_read_nothing(late: int) -> None:
    read, _ = outcomes(Scripted(SILENT, late))
    assert [outcome.chunk for outcome in read] == CHUNKS
    for outcome in read:
        assert isinstance(outcome, Unread)
        assert outcome.reason == f"{FAILED}: it was silent about a known defect"
        assert [said.quote for said in outcome.claims] == ["x"], "what it did find is kept"


@pytest.mark.parametrize("late", [0, 2, 4])
def test_a_model_that_sees_the_defect_is_believed(late: int) -> None:
    read, _ = outcomes(Scripted(SEEN, late))
    assert [outcome.chunk for outcome in read] == CHUNKS
    assert all(isinstance(outcome, Review) for outcome in read)


def test_a_defect_counts_as_seen_by_its_line_or_by_its_name_but_must_stand_there() -> None:
    said = SEEN.claims[0]
    names = replace(said, quote="package", line=1), replace(said, cwe="CWE-564", quote="var id int")
    for claims, seen in [
        ((replace(said, cwe="CWE-OTHER"),), True),
        ((names[1],), True),
        ((replace(said, cwe="CWE-798", quote="var id int"),), False),
        ((replace(said, quote="eval(x)"),), False),
        ((), False),
    ]:
        read, _ = outcomes(Scripted(replace(SEEN, claims=claims)))
        assert isinstance(read[0], Review) is seen, claims


def test_a_canary_that_could_not_be_read_fails_the_check_and_says_why() -> None:
    read, _ = outcomes(Scripted(Unread(CHUNKS[0], "model", "no answer within 5 s")))
    assert {o.reason for o in read if isinstance(o, Unread)} == {
        f"{FAILED}: a chunk with a known defect could not be read: no answer within 5 s"
    }


def test_without_any_outcome_of_the_canary_nothing_counts() -> None:
    read, _ = outcomes(Scripted(None))
    assert len(read) == len(CHUNKS)
    assert all(isinstance(outcome, Unread) for outcome in read)


def test_a_refusal_goes_on_after_what_was_held_back() -> None:
    refusal = Unavailable("no balance")
    read, raised = outcomes(Scripted(None, error=refusal))
    assert raised is refusal
    assert all(isinstance(outcome, Unread) for outcome in read)


def test_the_first_outcome_bears_what_the_check_cost() -> None:
    read, _ = outcomes(Scripted(SEEN, late=2))
    assert [outcome.usage for outcome in read] == [BILL + BILL, BILL, BILL, BILL]


def test_the_canary_is_read_first_in_the_language_of_most_chunks() -> None:
    for language in LANGUAGES:
        inner = Scripted(SEEN)
        outcomes(
            inner, [chunk_of("x\n", "a"), *(chunk_of("x\n", f"{n}", language=language) for n in range(3))]
        )
        assert inner.read[0].language == language
    inner = Scripted(SEEN)
    outcomes(inner, [chunk_of("x\n", "a.sql", language="sql")])
    assert inner.read[0].language == "python"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_canary_looks_like_any_other_chunk(language: str) -> None:
    canary = Canary.of([language], "seed")
    chunk = canary.chunk
    assert chunk.text == f"{chunk.path} ({language})\n" + "".join(row.render() for row in chunk.rows)
    assert not any(word in chunk.text for word in ("NOUN", "FIELD", "NUMBER", "canary", "secret", "vuln"))
    assert canary.sink <= {row.number for row in chunk.rows}
    built = chunk.rows[min(canary.sink) - 1].text
    assert "SELECT" in built


def test_each_run_has_a_canary_of_its_own_and_equal_seeds_have_the_same() -> None:
    texts = {Canary.of(["go"], f"{seed}").chunk.text for seed in range(200)}
    assert len(texts) == 200
    assert Canary.of(["go"], "7") == Canary.of(["go"], "7")


def by_model(
    script: Script | Answer, chunks: Sequence[Chunk] = CHUNKS
) -> tuple[list[Review | Unread], Unavailable | None, list[Request]]:
    """What the real model reviewer makes of the chunks behind the check."""
    with ModelServer(script) as server:
        reviewer = ModelReviewer(Caller(known(), KEY, server.base_url), "Reply in JSON.")
        return (*outcomes(reviewer, chunks), server.requests)


def test_L25_an_always_empty_model_fails_the_check() -> None:
    read, _, requests = by_model(findings())
    assert len(requests) == len(CHUNKS) + 1
    assert {type(outcome) for outcome in read} == {Unread}


def test_L25_a_model_that_sees_what_is_planted_passes_the_check() -> None:
    read, _, requests = by_model(planted(Plant("SELECT id FROM")))
    assert {type(outcome) for outcome in read} == {Review}
    assert any("SELECT id FROM" in request.chunk for request in requests)
    assert sum(outcome.usage.calls for outcome in read) == len(requests)


def test_the_canary_is_asked_like_any_other_and_leaves_no_trace() -> None:
    def script(request: Request) -> Answer:
        return findings(item(SINK, line=13)) if SINK in request.chunk else findings()

    read, _, requests = by_model(script)
    assert {outcome.chunk.path for outcome in read} == {chunk.path for chunk in CHUNKS}
    assert not any(SINK in repr(outcome) for outcome in read)
    assert len({request.body["messages"][0]["content"] for request in requests}) == 1


def test_a_refused_key_is_told_as_ever() -> None:
    _, refusal, _ = by_model(error(401, "bad key"))
    assert refusal
    assert refusal.exit_code == 4


@dataclass
class Refuter:
    """Refutes everything, and remembers what it was asked."""

    cases: list[Case] = field(default_factory=list)

    async def verify(self, cases: Sequence[Case]) -> AsyncIterator[Opinion]:
        self.cases += cases
        for case in cases:
            yield Opinion(case.finding.id, Ruling.REFUTED, guard="if checked(x):")


def ruled(of_canary: Review) -> tuple[list[Opinion], Refuter]:
    """What becomes of one finding after a canary with this outcome."""
    check, refuter = Check(), Refuter()
    piece = chunk_of("if checked(x):\n    eval(x)\n")
    cases = cases_of(triage([Review(piece, "static/rules", (claim("eval(x)"),))]))

    async def run() -> list[Opinion]:
        _ = [outcome async for outcome in CanaryReviewer(Scripted(of_canary), "seed", check).review(CHUNKS)]
        return [opinion async for opinion in CheckedVerifier(refuter, check).verify(cases)]

    return asyncio.run(run()), refuter


def test_L25_a_model_that_failed_its_check_talks_no_finding_down() -> None:
    opinions, refuter = ruled(SILENT)
    assert [opinion.ruling for opinion in opinions] == [Ruling.UNVERIFIED]
    assert opinions[0].reason.startswith(FAILED)
    assert refuter.cases == []


def test_a_model_that_passed_its_check_is_heard() -> None:
    opinions, _ = ruled(SEEN)
    assert [opinion.ruling for opinion in opinions] == [Ruling.REFUTED]
