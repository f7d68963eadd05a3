"""What imported scanners are worth together, beside our own, and before a verifier."""

from dataclasses import replace
from typing import Any

import pytest

from builders import chunk_of, claim
from reviewbot.evidence import confidence, engine
from reviewbot.findings import Claim, Confidence
from reviewbot.review import Review
from reviewbot.triage import Triage, triage
from reviewbot.verification import Opinion, Ruling, cases_of, settle

LINE = "rows = db.execute('SELECT ' + name)"
GUARD = "name = check(name)"


def by(name: str, worth: Confidence = Confidence.MEDIUM, cwe: str = "CWE-89") -> Claim:
    return claim(LINE, by=name, confidence=worth, cwe=cwe)


LOW, MEDIUM, HIGH = Confidence


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([by("import/semgrep")], MEDIUM),
        ([by("import/semgrep"), by("import/codeql")], HIGH),
        ([by("import/semgrep", LOW), by("import/codeql", LOW)], MEDIUM),
        ([by("import/semgrep", LOW), by("static/rules", LOW)], MEDIUM),
        ([by("import/semgrep", HIGH), by("import/codeql", LOW)], HIGH),
        ([by("import/semgrep", LOW), by("model", LOW)], HIGH),
        ([by("import/bandit"), by("static/ruff")], MEDIUM),
        ([by("import/bandit"), by("import/ruff"), by("static/rules")], MEDIUM),
        ([by("import/bandit"), by("import/semgrep")], HIGH),
        ([by("import/semgrep", LOW, "CWE-OTHER"), by("import/eslint", LOW, "CWE-OTHER")], LOW),
    ],
)
def test_scanners_that_agree_are_worth_a_step_and_one_with_a_model_is_worth_most(
    claims: list[Claim], expected: Confidence
) -> None:
    assert confidence(claims) is expected


def test_each_imported_scanner_is_an_engine_of_its_own() -> None:
    names = ("model", "static/ruff", "static/rules", "import/semgrep", "import/bandit")
    assert [engine(name) for name in names] == [
        "model",
        "static",
        "static",
        "import/semgrep",
        "import/bandit",
    ]


def settled(*names: str, **opinion: Any) -> Triage:  # noqa: ANN401 - the fields of an opinion
    """What remains of a finding of these reviewers after an opinion on it."""
    chunk = chunk_of(f"{GUARD}\n{LINE}\n")
    triaged = triage([Review(chunk, name, (replace(by(name)),)) for name in names])
    (case,) = cases_of(triaged)
    return settle(triaged, [Opinion(case.finding.id, Ruling(opinion.pop("ruling")), **opinion)])


def test_a_refutation_lowers_what_an_imported_scanner_saw_and_never_removes_it() -> None:
    refuted = {"ruling": "refuted", "guard": GUARD, "sink": LINE, "reason": "It is checked."}
    assert settled("model", **refuted).findings == ()
    for names in (("import/semgrep",), ("import/semgrep", "model")):
        (finding,) = settled(*names, **refuted).findings
        assert (finding.confidence, finding.verified) == (LOW, "refuted")


def test_doubt_and_a_lost_answer_leave_an_imported_finding_as_it_was() -> None:
    for ruling in ("needs_context", "unverified"):
        (finding,) = settled("import/semgrep", "import/codeql", ruling=ruling).findings
        assert finding.confidence is HIGH


def test_a_confirmation_raises_an_imported_finding() -> None:
    (finding,) = settled("import/semgrep", ruling="confirmed", source=GUARD, sink=LINE).findings
    assert (finding.confidence, finding.verified) == (HIGH, "confirmed")
