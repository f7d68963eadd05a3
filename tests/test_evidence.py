"""What claims about one defect are worth together."""

from dataclasses import replace

import pytest

from builders import chunk_of, claim
from reviewbot.evidence import confidence, witnesses
from reviewbot.findings import Claim, Confidence
from reviewbot.review import Review
from reviewbot.triage import triage

MODEL = claim("eval(x)", confidence=Confidence.MEDIUM)
RUFF = claim("eval(x)", by="static/ruff", confidence=Confidence.LOW)
RULES = claim("eval(x)", by="static/rules", confidence=Confidence.MEDIUM)


def votes(*numbers: int, of: int) -> list[Claim]:
    return [replace(MODEL, vote=number, voters=of) for number in numbers]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([MODEL], Confidence.MEDIUM),
        ([MODEL, RUFF], Confidence.HIGH),
        ([RUFF, RULES], Confidence.MEDIUM),
        (votes(1, of=3), Confidence.LOW),
        (votes(1, 1, of=3), Confidence.LOW),
        (votes(1, 3, of=3), Confidence.MEDIUM),
        (votes(1, of=2), Confidence.MEDIUM),
        ([*votes(1, of=3), RUFF], Confidence.HIGH),
    ],
)
def test_confidence_is_computed_from_who_saw_it(claims: list[Claim], expected: Confidence) -> None:
    assert confidence(claims) is expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([MODEL], ()),
        ([RULES, MODEL], ("seen by model and static/rules",)),
        (votes(1, 3, 3, of=3), ("2 of 3 votes",)),
        ([RULES, *votes(2, of=3)], ("seen by model and static/rules", "1 of 3 votes")),
    ],
)
def test_the_evidence_names_who_saw_it(claims: list[Claim], expected: tuple[str, ...]) -> None:
    assert witnesses(claims) == expected


def test_votes_at_neighbouring_lines_are_one_defect_and_one_vote_at_two_lines_is_two() -> None:
    chunk = chunk_of("a = eval(x)\nb = eval(y)\n")
    first, second = (claim(text, line=line) for line, text in enumerate(("a = eval(x)", "b = eval(y)"), 1))
    two = [replace(first, vote=1, voters=2), replace(second, vote=2, voters=2)]
    (finding,) = triage([Review(chunk, "model", tuple(two))]).findings
    assert finding.evidence == ("2 of 2 votes",)
    alone = [replace(first, vote=1, voters=2), replace(second, vote=1, voters=2)]
    assert len(triage([Review(chunk, "model", tuple(alone))]).findings) == 2
